// Coming in, staying, leaving, and what each role sees; on the stand-in or on a live demonstration.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { violations } from './axe.mjs';
import { DIRECTOR } from './browser.mjs';
import { PASSWORD } from './door.mjs';
import { QUESTIONS, asked, overflow, path, server, soundly, tabTo, told, visit } from './visits.mjs';

const SELLER = 'camille@metrios.example';
const ADMIN = 'admin@metrios.example';
const PHRASE = 'sept canards bleus au marché';
const NOBODY = { login: null, expected: [401] };
const WHO = { fr: 'Qui êtes-vous\u202f?', en: 'Who are you?' };

const login = (page) => page.getByLabel(/^(Adresse de messagerie|Email address)$/);
const password = (page) => page.getByLabel(/^(Mot de passe|Password)$/);
const opener = (page) => page.locator('[aria-controls=account]');
const question = (page, words) => page.getByRole('heading', { level: 1, name: words }).waitFor();

async function signIn(page, name = DIRECTOR, secret = PASSWORD) {
  await login(page).fill(name);
  await password(page).fill(secret);
  await password(page).press('Enter');
}

let invitations = 0;
/** A new user of the first company, and the address of their invitation. */
async function invite(role = 'director', more = {}) {
  const name = `Personne invitée ${++invitations} ${Date.now() % 1_000_000}`;
  const mail = `invite-${Date.now()}-${invitations}@metrios.example`;
  const answer = await asked('/api/users', { login: ADMIN, method: 'POST', body: { login: mail, name, roles: [role], ...more } });
  assert.equal(answer.status, 201);
  const secret = (await answer.json()).invitation;
  const { company } = await (await asked('/api/invitation', { login: null, method: 'POST', body: { secret } })).json();
  return { name, mail, company, at: `/invitation#${secret}` };
}

const VARIANTS = ['fr', 'en'].flatMap((lang) => ['light', 'dark'].flatMap((theme) => [1280, 360].map((width) => ({ lang, theme, width }))));

describe('the pages of the door, in both languages, both themes, on a desk and on a phone [27, 28, 29]', () => {
  for (const as of VARIANTS) {
    const named = `${as.lang} ${as.theme} ${as.width}`;
    test(`sign-in, with a refusal, ${named}`, () =>
      visit('/plan', { ...NOBODY, ...as }, async (page, context) => {
        assert.equal(await page.locator('h1').innerText(), WHO[as.lang]);
        assert.deepEqual(await violations(page, context), []);
        await signIn(page, 'nobody@metrios.example', 'not the right one at all');
        await page.getByRole('alert').filter({ hasText: /\w/ }).waitFor();
        await soundly(page, as);
        assert.deepEqual(await violations(page, context), []);
      }));

    test(`invitation, with a refusal, ${named}`, async () => {
      const { at } = await invite();
      await visit(at, { login: null, expected: [401, 422], ...as }, async (page, context) => {
        await page.locator('#password').fill('court');
        await page.keyboard.press('Enter');
        await page.locator('#password-wrong').filter({ hasText: '15' }).waitFor();
        await soundly(page, as);
        assert.deepEqual(await violations(page, context), []);
      });
    });

    test(`account and change of password, ${named}`, () =>
      visit('/', as, async (page, context) => {
        await opener(page).click();
        assert.deepEqual(await violations(page, context), []);
        assert.ok((await overflow(page)) <= 0, 'the menu makes the page scroll sideways');
        await page.getByRole('button', { name: /Changer le mot de passe|Change the password/ }).click();
        await page.getByRole('dialog').waitFor();
        await soundly(page, as);
        assert.deepEqual(await violations(page, context), []);
      }));
  }
});

describe('an identity provider', () => {
  const REFUSED = { code: 'controls/provider-state', title: 'Ce n’est pas le bon chemin.', detail: 'Parti d’ailleurs.', remedy: 'Recommencez.', errors: [] };

  /** A server that offers one, and sends back at once. */
  async function offered(page, answer) {
    const brought = [];
    await page.route('**/api/session/provider', (route) => route.fulfill({ json: { label: 'Maison Durand' } }));
    await page.route('**/api/session/provider?*', (route) => route.fulfill({ json: { address: `${server.url}/provider?state=s&code=secret-code` } }));
    await page.route('**/api/session/provider/code?*', (route) => {
      brought.push(route.request().postDataJSON());
      return route.fulfill(answer);
    });
    await page.reload({ waitUntil: 'networkidle' });
    await page.getByRole('button', { name: 'Continuer avec Maison Durand' }).click();
    return brought;
  }

  test('is offered beside the password, and what it refuses is told in words, with a way back', () =>
    visit('/', { ...NOBODY }, async (page, context) => {
      const brought = await offered(page, { status: 401, json: REFUSED });
      await page.getByRole('alert').filter({ hasText: 'Recommencez.' }).waitFor();
      assert.deepEqual(brought, [{ state: 's', code: 'secret-code' }]);
      assert.equal(path(page), '/provider', 'the code does not stay in the address');
      assert.deepEqual(await violations(page, context), []);
      await page.getByRole('button', { name: 'Revenir à la connexion' }).click();
      await login(page).waitFor();
      assert.equal(brought.length, 1, 'a code is brought once');
    }));

  test('asks for the code of the second factor when the server does', () =>
    visit('/', { ...NOBODY }, async (page, context) => {
      await offered(page, { json: { second: 'half' } });
      await page.getByLabel('Code de l’application').waitFor();
      assert.deepEqual(await violations(page, context), []);
    }));

  test('does not know an address that brings nothing', () =>
    visit('/provider', NOBODY, async (page) => {
      await page.getByRole('button', { name: 'Revenir à la connexion' }).click();
      await login(page).waitFor();
    }));
});

describe('sessions', () => {
  for (const as of VARIANTS) {
    test(`are listed, ${as.lang} ${as.theme} ${as.width}`, () =>
      visit('/', as, async (page, context) => {
        await opener(page).click();
        await page.getByRole('button', { name: /Mes sessions|My sessions/ }).click();
        await page.getByText(/celui-ci|this one/).waitFor();
        await soundly(page, as);
        assert.deepEqual(await violations(page, context), []);
      }));
  }
});

describe('signing in', () => {
  test('from the keyboard alone, and one stays at the address asked for', () =>
    visit('/plan?kind=presales', NOBODY, async (page) => {
      assert.equal(await page.evaluate(() => document.activeElement.name), 'login');
      await page.keyboard.type(DIRECTOR);
      await page.keyboard.press('Tab');
      await page.keyboard.type(PASSWORD);
      await page.keyboard.press('Enter');
      await question(page, QUESTIONS['/plan'].fr);
      assert.equal(path(page), '/plan?kind=presales');
      assert.equal(await page.title(), 'Charge · Atelier');
      await page.reload({ waitUntil: 'networkidle' });
      await question(page, QUESTIONS['/plan'].fr);
    }));

  test('a wrong password is refused without saying what is wrong, what was typed stays, the right one then enters', () =>
    visit('/', NOBODY, async (page) => {
      const refused = page.getByRole('alert').filter({ hasText: 'L’adresse ou le mot de passe' });
      await signIn(page, DIRECTOR, 'ce n’est pas le bon du tout');
      await refused.waitFor();
      const words = await refused.innerText();
      assert.equal(await login(page).inputValue(), DIRECTOR);
      assert.equal(await password(page).inputValue(), 'ce n’est pas le bon du tout');
      assert.equal(await page.evaluate(() => document.activeElement.name), 'password');
      const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
      await signIn(page, 'nobody@metrios.example', 'ce n’est pas le bon du tout');
      await answered;
      await page.locator('form[aria-busy=false]').waitFor();
      assert.equal(await refused.innerText(), words, 'the refusal tells who is known');
      await signIn(page);
      await question(page, QUESTIONS['/'].fr);
    }));

  test('nothing is sent while a field is empty, and the field says so', () =>
    visit('/', NOBODY, async (page) => {
      let sent = 0;
      page.on('request', (request) => (sent += request.method() === 'POST' ? 1 : 0));
      await page.getByRole('button', { name: 'Se connecter' }).click();
      assert.match(await page.locator('#login-wrong').innerText(), /Saisissez votre adresse/);
      assert.equal(await login(page).getAttribute('aria-invalid'), 'true');
      assert.equal(await page.evaluate(() => document.activeElement.name), 'login');
      await login(page).fill(DIRECTOR);
      assert.equal(await page.locator('#login-wrong').innerText(), '');
      assert.equal(sent, 0);
    }));

  test('keepers of passwords are helped, one may paste, and look at what one typed', () =>
    visit('/', NOBODY, async (page, context) => {
      assert.equal(await login(page).getAttribute('autocomplete'), 'username');
      assert.equal(await password(page).getAttribute('autocomplete'), 'current-password');
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.evaluate((text) => navigator.clipboard.writeText(text), PASSWORD);
      await password(page).focus();
      await page.keyboard.press('Control+v');
      assert.equal(await password(page).inputValue(), PASSWORD);
      assert.equal(await password(page).getAttribute('type'), 'password');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      assert.equal(await password(page).getAttribute('type'), 'text');
      assert.equal(await password(page).inputValue(), PASSWORD);
    }));

  test('after ten failures one has to wait, and is told how long', () =>
    visit('/', { ...NOBODY, expected: [401, 429] }, async (page) => {
      const mail = `trop-${Date.now()}@metrios.example`;
      const body = { login: mail, password: 'ce n’est pas le bon du tout' };
      for (let time = 0; time < 10; time++) assert.equal((await asked('/api/session', { login: null, method: 'POST', body })).status, 401);
      await signIn(page, mail);
      await page.getByRole('alert').filter({ hasText: /Réessayez dans \d+ minutes/ }).waitFor();
    }));

  test('the language changes without losing what was typed', () =>
    visit('/', NOBODY, async (page) => {
      await login(page).fill(DIRECTOR);
      await page.getByRole('button', { name: /^en/ }).click();
      await question(page, WHO.en);
      assert.equal(await login(page).inputValue(), DIRECTOR);
    }));

  test('a server that does not answer is told as such', () =>
    visit('/', { ...NOBODY, troubled: true }, async (page) => {
      await page.route('**/api/session?*', (route) => route.abort());
      await signIn(page);
      await page.getByText('Le serveur ne répond pas.').waitFor();
      await page.unroute('**/api/session?*');
      await page.getByRole('button', { name: 'Se connecter' }).click();
      await question(page, QUESTIONS['/'].fr);
    }));
});

describe('leaving', () => {
  test('signing out, from the keyboard: the pages are gone, also with the back key', () =>
    visit('/plan', NOBODY, async (page) => {
      await signIn(page);
      await question(page, QUESTIONS['/plan'].fr);
      await tabTo(page, '[aria-controls=account]');
      await page.keyboard.press('Enter');
      for (const text of ['directeur commercial', 'Métrios', DIRECTOR]) assert.ok((await page.locator('#account').innerText()).includes(text), text);
      await page.keyboard.press('Escape');
      assert.equal(await page.locator('#account').isVisible(), false);
      await page.keyboard.press('Enter');
      await tabTo(page, '#account button:last-of-type');
      await page.keyboard.press('Enter');
      await question(page, WHO.fr);
      await page.getByText('Vous êtes déconnecté d’Atelier').waitFor();
      await page.goBack();
      await question(page, WHO.fr);
      await page.reload({ waitUntil: 'networkidle' });
      await question(page, WHO.fr);
    }));

  test('a session that ends says so, keeps the address, and one goes on where one was', () =>
    visit('/plan', { expected: [401] }, async (page, context) => {
      await context.clearCookies();
      await page.locator('input[name=kind]:not(:checked)').first().click({ force: true });
      await question(page, WHO.fr);
      await page.getByText('Votre session a pris fin.').waitFor();
      const at = path(page);
      assert.match(at, /^\/plan\?kind=/);
      assert.equal(await login(page).inputValue(), DIRECTOR);
      await password(page).fill(PASSWORD);
      await page.keyboard.press('Enter');
      await question(page, QUESTIONS['/plan'].fr);
      assert.equal(path(page), at);
    }));

  test('a password is changed: the wrong current one is refused beside its field, the new one signs in', async () => {
    const { mail, name, at } = await invite();
    await visit(at, { login: null, expected: [401, 422] }, async (page) => {
      await page.locator('#password').fill(PHRASE);
      await page.keyboard.press('Enter');
      await question(page, QUESTIONS['/'].fr);
      await opener(page).click();
      await page.getByRole('button', { name: 'Changer le mot de passe' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.locator('#current').fill('ce n’est pas le bon du tout');
      await dialog.locator('#new').fill('onze vaches rouges dans le pré');
      await page.keyboard.press('Enter');
      await dialog.locator('#current-wrong').filter({ hasText: /\w/ }).waitFor();
      assert.equal(await dialog.locator('#new').inputValue(), 'onze vaches rouges dans le pré');
      await dialog.locator('#current').fill(PHRASE);
      await page.keyboard.press('Enter');
      await dialog.getByRole('status').filter({ hasText: 'est changé' }).waitFor();
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'hidden' });
      assert.match(await page.evaluate(() => document.activeElement.textContent), new RegExp(name));
      await page.reload({ waitUntil: 'networkidle' });
      await question(page, QUESTIONS['/'].fr);
    });
    await visit('/', NOBODY, async (page) => {
      await signIn(page, mail, PHRASE);
      await page.getByRole('alert').filter({ hasText: /\w/ }).waitFor();
      await signIn(page, mail, 'onze vaches rouges dans le pré');
      await question(page, QUESTIONS['/'].fr);
    });
  });
});

describe('what a role sees', () => {
  test('a seller lands on their own day, sees nobody else’s, and has no plan', async () => {
    const { person, name } = await told('/api/session', {}, SELLER);
    await visit('/', { login: SELLER }, async (page) => {
      await question(page, QUESTIONS['/'].fr);
      assert.ok((await page.locator('nav a').allInnerTexts()).includes('Ma journée'));
      assert.equal(await page.locator('nav a[href="/plan"], nav a[href="/users"]').count(), 0);
      assert.equal(await page.getByRole('combobox').count(), 0);
      assert.ok((await page.locator('.choices').innerText()).includes(name));
      const { people } = await told('/api/people');
      const other = people.find(({ code }) => code !== person).code;
      await page.goto(`${server.url}/?person=${other}`, { waitUntil: 'networkidle' });
      assert.ok((await page.locator('.choices').innerText()).includes(name));
      assert.equal((await asked('/api/day', { login: SELLER, query: { person: other } })).status, 404);
    });
  });

  test('a page that a role may not read says why', () =>
    visit('/plan', { login: SELLER, expected: [403] }, async (page) => {
      await question(page, QUESTIONS['/plan'].fr);
      await page.getByRole('alert').filter({ hasText: 'Votre rôle ne permet pas' }).waitFor();
      assert.equal(await page.getByRole('button', { name: 'Réessayer' }).count(), 0);
    }));

  test('a director sees everybody’s day and the plan', () =>
    visit('/', {}, async (page) => {
      const rail = await page.locator('nav a').allInnerTexts();
      assert.ok(rail.includes('Ma journée') && rail.includes('Plan'), rail);
      await page.getByRole('combobox', { name: 'Personne' }).click();
      assert.ok((await page.getByRole('option').count()) > 1);
    }));

  test('a role without any page is told so, in both languages', async () => {
    const { mail, at } = await invite('partner-user', { firm: 'Négoce du Forez' });
    await asked('/api/invitation/accept', { login: null, method: 'POST', body: { secret: at.split('#')[1], password: PASSWORD } });
    await visit('/', { login: mail }, async (page) => {
      await page.getByText('Aucune page n’est encore ouverte à votre rôle\u202f: utilisateur d’un partenaire.').waitFor();
      assert.equal(await page.locator('nav a').count(), 0);
      await page.getByRole('button', { name: /^en/ }).click();
      await page.getByText('No page is open to your role yet: partner user.').waitFor();
    });
  });

  test('another company is another login', () =>
    visit('/', { login: 'direction@lumen.example' }, async (page) => {
      await opener(page).click();
      assert.ok((await page.locator('#account').innerText()).includes('Lumen'));
      const { people } = await told('/api/people');
      await page.getByRole('combobox', { name: 'Personne' }).click();
      const names = await page.getByRole('option').allInnerTexts();
      if (!process.env.ATELIER_URL) return;
      assert.deepEqual(people.filter(({ name }) => names.includes(name)), []);
    }));
});

describe('an invitation', () => {
  test('is taken: for whom it is, a refusal beside the field, then in; its secret leaves the address; it serves once', async () => {
    const { name, mail, company, at } = await invite();
    await visit(at, { login: null, expected: [401, 422] }, async (page) => {
      assert.equal(page.url(), `${server.url}/invitation`);
      assert.equal(await page.title(), 'Invitation · Atelier');
      const words = await page.locator('main').innerText();
      for (const text of [name, company, '15 caractères ou plus']) assert.ok(words.includes(text), text);
      assert.equal(await login(page).inputValue(), mail);
      assert.equal(await page.locator('#password').getAttribute('autocomplete'), 'new-password');
      await page.keyboard.type('trop court');
      await page.keyboard.press('Enter');
      await page.locator('#password-wrong').filter({ hasText: 'a 10 caractères' }).waitFor();
      assert.equal(await page.locator('#password').inputValue(), 'trop court');
      await page.locator('#password').fill(PHRASE);
      await page.keyboard.press('Enter');
      await question(page, QUESTIONS['/'].fr);
      assert.equal(path(page), '/');
    });
    await visit(at, { login: null, expected: [401, 410] }, async (page) => {
      await page.getByText('Cette invitation n’est plus valable.').waitFor();
      await page.getByRole('link', { name: 'J’ai déjà un mot de passe' }).click();
      await question(page, WHO.fr);
    });
  });

  test('the secret is in no address that leaves the browser', async () => {
    const { at, name } = await invite();
    const secret = at.split('#')[1];
    await visit('/invitation', NOBODY, async (page) => {
      const addresses = [];
      page.on('request', (request) => addresses.push(request.url()));
      await page.getByText('Le lien d’invitation est incomplet.').waitFor();
      await page.goto(server.url + at, { waitUntil: 'networkidle' });
      await page.getByText(name).waitFor();
      assert.ok(addresses.some((one) => one.includes('/api/invitation')));
      assert.deepEqual(addresses.filter((one) => new URL(one).pathname.includes(secret) || new URL(one).search.includes(secret)), []);
    });
  });
});

describe('the users', () => {
  test('roles that were changed are put back as they were', async () => {
    const { mail, name } = await invite('finance');
    const roles = async () => (await told('/api/users', {}, ADMIN)).users.find(({ login }) => login === mail).roles.map(({ code }) => code);
    await visit('/users', { login: ADMIN }, async (page) => {
      await page.getByRole('button', { name: `Modifier ${name}`, exact: true }).click();
      const panel = page.getByRole('dialog');
      await panel.locator('input[value="finance"]').uncheck();
      await panel.locator('input[value="compliance"]').check();
      await panel.getByRole('button', { name: 'Enregistrer', exact: true }).click();
      await page.locator('.done.shown').waitFor();
      assert.deepEqual(await roles(), ['compliance']);
      await page.locator('.done').getByRole('button', { name: 'Annuler' }).click();
      await page.getByText('C’est annulé.').waitFor();
      assert.deepEqual(await roles(), ['finance']);
    });
  });

  test('an invitation leaves by mail where mail can leave, and no link is shown; else the link', async () => {
    const { mails } = await told('/api/users', {}, ADMIN);
    await visit('/users', { login: ADMIN }, async (page) => {
      await page.getByRole('button', { name: 'Inviter quelqu’un' }).click();
      const panel = page.getByRole('dialog');
      await panel.locator('#user-name').fill('Maëlle Le Goff');
      await panel.locator('#user-login').fill(`courriel-${Date.now()}@metrios.example`);
      await panel.locator('[value=director]').check();
      assert.equal(await panel.getByLabel('Envoyer l’invitation par courriel').count(), mails ? 1 : 0);
      await panel.getByRole('button', { name: 'Inviter', exact: true }).click();
      if (mails) await page.getByText('L’invitation faite à Maëlle Le Goff part par courriel').waitFor();
      else await page.locator('.once').waitFor();
      assert.equal(await page.locator('.once').count(), mails ? 0 : 1);
    });
  });

  test('a unit that somebody else changed meanwhile is not written over', async () => {
    const code = `Unité ${Date.now() % 1_000_000}`;
    const put = (body) => asked('/api/units', { login: ADMIN, method: 'PUT', body });
    assert.equal((await put({ code, parent: null, supervisor: null, deputy: null })).status, 200);
    await visit('/users', { login: ADMIN, expected: [412] }, async (page) => {
      const open = () => page.getByRole('button', { name: `Modifier ${code}`, exact: true }).click();
      await open();
      const dialog = page.getByRole('dialog');
      assert.equal((await put({ code: `${code} bis`, parent: null, supervisor: null, deputy: null })).status, 200);
      await dialog.getByRole('button', { name: 'Enregistrer', exact: true }).click();
      await dialog.getByText('L’objet a changé depuis que vous l’avez lu.').waitFor();
      await page.locator('li b', { hasText: `${code} bis` }).waitFor({ state: 'attached' });
      await page.keyboard.press('Escape');
      await open();
      await dialog.getByRole('button', { name: 'Enregistrer', exact: true }).click();
      await page.getByText(`Unité ${code} enregistrée.`).waitFor();
    });
  });
});
