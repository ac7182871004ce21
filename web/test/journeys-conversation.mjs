// The seller's day: sheet, capture, postponing, refusing; what is done here is taken back here.
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { violations } from './axe.mjs';
import { ask, firm, somebodyTalking, somethingSuggested } from './talking.mjs';
import { overflow, path, server, visit } from './visits.mjs';
import { wire } from './wire.mjs';

const SELLER = 'camille@metrios.example';
const talk = () => somebodyTalking(server.url, SELLER);
const dayAt = ({ person, date }) => `/?${new URLSearchParams({ person, date })}`;
const row = (page, order) => page.locator('article', { has: page.locator(`[data-order="${order}"]`) });
const focus = (page, order) => page.locator(`[data-order="${order}"]`).first().focus();
const undo = (page) => page.locator('.done').getByRole('button', { name: /Annuler|Undo/ });

/** Takes the last act back, and waits until the action is in its day again. */
async function takeBack(page, order) {
  await undo(page).click();
  await row(page, order).waitFor();
}

describe('my day', () => {
  test('each line says with whom, on what and where; Enter opens the sheet, and back again [14]', async () => {
    const found = await talk();
    await visit(dayAt(found), { login: SELLER }, async (page) => {
      const line = (await row(page, found.order).innerText()).replace(/\s+/g, ' ');
      for (const word of [found.item.theme, found.item.who?.name ?? found.item.role, found.item.place]) assert.ok(line.includes(word ?? ''), `${word} is not in ${line}`);
      await focus(page, found.order);
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname === '/sheet' && url.searchParams.get('order') === found.order);
      await page.locator('.sheet').waitFor();
      await page.getByRole('link', { name: 'Ma journée' }).last().click();
      await page.waitForURL((url) => url.pathname === '/' && url.searchParams.get('date') === found.date);
      await row(page, found.order).waitFor();
    });
  });

  test('two clicks close an action, and Ctrl+Z takes it back [12, 15]', async () => {
    const found = await talk();
    await visit(dayAt(found), { login: SELLER }, async (page) => {
      await row(page, found.order).getByRole('button', { name: /^Noter/ }).click();
      await page.getByRole('button', { name: /Pas d’avancée/ }).click();
      await row(page, found.order).waitFor({ state: 'detached' });
      assert.equal(await page.getByRole('dialog').count(), 0);
      await page.keyboard.press('Control+z');
      await row(page, found.order).waitFor();
    });
  });

  test('three keys close it with its next date: d, 7, 1, also where figures need the shift key [6, 15]', async () => {
    const found = await talk();
    await visit(dayAt(found), { login: SELLER }, async (page) => {
      await focus(page, found.order);
      await page.keyboard.press('d');
      await page.locator('.capture').waitFor();
      // A French keyboard: the key of 7 gives è, that of 1 gives &.
      const press = (code, key) => page.evaluate(([code, key]) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { code, key, bubbles: true, cancelable: true })), [code, key]);
      await press('Digit7', 'è');
      assert.notEqual(await page.locator('#next_on').inputValue(), '');
      const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().includes('/conversation'));
      await press('Digit1', '&');
      const body = (await sent).postDataJSON();
      assert.equal(body.result, 'progress');
      assert.match(body.next_on, /^\d{4}-\d\d-\d\d$/);
      await row(page, found.order).waitFor({ state: 'detached' });
      await takeBack(page, found.order);
    });
  });

  test('whom the sheet names is already said, and stays when one says somebody else or nobody', async () => {
    const found = await talk();
    const sheet = await (await ask(server.url, SELLER, `/api/orders/${found.order}/sheet`, { query: { counted: 'false' } })).json();
    const said = async (choose) => {
      let body;
      await visit(dayAt(found), { login: SELLER }, async (page) => {
        await focus(page, found.order);
        await page.keyboard.press('d');
        await page.locator('.capture details').getByText(`Avec ${sheet.contact.name}`).waitFor();
        await page.locator('.capture summary').filter({ hasText: 'Interlocuteur' }).click();
        assert.equal(await page.locator('#contact').inputValue(), sheet.contact.id);
        if (choose !== undefined) await page.locator('#contact').selectOption(choose);
        const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().includes('/conversation'));
        await page.getByRole('button', { name: /Pas d’avancée/ }).click();
        body = (await sent).postDataJSON();
        await row(page, found.order).waitFor({ state: 'detached' });
        await takeBack(page, found.order);
      });
      return body.contact;
    };
    assert.equal(await said(), sheet.contact.id);
    const other = sheet.contacts.find(({ id, barred }) => id !== sheet.contact.id && !barred);
    if (other) assert.equal(await said(other.id), other.id);
    assert.equal(await said(''), undefined);
  });

  test('what is done folds, and opens what was said', async () => {
    const found = await talk();
    await visit(dayAt(found), { login: SELLER }, async (page, context) => {
      await focus(page, found.order);
      await page.keyboard.press('d');
      await page.locator('#goal').fill('Passer sous 2 % de rebuts');
      await page.getByRole('button', { name: /Le client avance/ }).click();
      await page.locator('details.done summary').click();
      assert.deepEqual(await violations(page, context), []);
      await page.locator('details.done a').first().click();
      await page.waitForURL((url) => url.pathname === '/conversation');
      await page.getByText('Passer sous 2 % de rebuts').first().waitFor();
      await page.getByRole('button', { name: 'Annuler cette saisie' }).click();
      await page.waitForURL((url) => url.pathname === '/sheet');
    });
  });

  for (const [key, verb] of [['r', 'Reporter'], ['n', 'Refuser']])
    test(`${key} asks the reason, the action leaves the day, and comes back when it is taken back`, async () => {
      const found = await talk();
      await visit(dayAt(found), { login: SELLER }, async (page) => {
        await focus(page, found.order);
        await page.keyboard.press(key);
        const panel = page.getByRole('dialog');
        await panel.getByRole('button', { name: verb, exact: true }).click();
        await panel.getByText('Donnez la raison').waitFor();
        if (key === 'r') await panel.getByRole('button', { name: '1 sem.' }).click();
        await panel.getByRole('button', { name: 'En congé' }).click();
        await panel.getByRole('button', { name: verb, exact: true }).click();
        await row(page, found.order).waitFor({ state: 'detached' });
        await page.locator('details.deferred summary').click();
        assert.match(await page.locator('details.deferred').innerText(), /En congé/);
        await page.locator('details.deferred').getByRole('button', { name: /Remettre/ }).first().click();
        await row(page, found.order).waitFor();
      });
    });

  test('desk work is done with d and 1', async () => {
    const found = await somebodyTalking(server.url, SELLER, 0, ({ is_conversation }) => is_conversation === false);
    await visit(dayAt(found), { login: SELLER }, async (page) => {
      await focus(page, found.order);
      await page.keyboard.press('d');
      await page.getByRole('dialog').getByRole('button', { name: 'C’est fait' }).waitFor();
      await page.getByRole('dialog').getByText('Cela ne s’annule pas.').waitFor();
      await page.keyboard.press('1');
      await row(page, found.order).waitFor({ state: 'detached' });
    });
  });

  test('a suggestion without an action is postponed or refused with a reason, leaves the list, and is suggested again', async () => {
    const found = await somethingSuggested(server.url, SELLER);
    const list = (page) => page.locator('section', { has: page.locator('#suggestions-title') });
    for (const verb of ['Reporter', 'Refuser'])
      await visit(dayAt(found), { login: SELLER }, async (page, context) => {
        const row = list(page).locator('li').filter({ hasText: found.one.why });
        await row.getByRole('button', { name: verb }).click();
        const panel = page.getByRole('dialog');
        await panel.getByText(found.one.why).waitFor();
        if (verb === 'Reporter') await panel.getByRole('button', { name: '1 sem.' }).click();
        await panel.getByRole('button', { name: 'En congé' }).click();
        assert.deepEqual(await violations(page, context), []);
        await panel.getByRole('button', { name: verb, exact: true }).click();
        await row.waitFor({ state: 'detached' });
        await page.locator('details.deferred summary').click();
        const put = page.locator('details.deferred li').filter({ hasText: found.one.why });
        assert.match(await put.innerText(), /En congé/);
        await put.getByRole('button', { name: /Proposer à nouveau/ }).click();
        await row.waitFor();
      });
  });

  test('at most five suggestions, each with its reason', async () => {
    const found = await talk();
    await visit(dayAt(found), { login: SELLER }, async (page) => {
      const shown = page.locator('section', { has: page.locator('#suggestions-title') }).locator('li');
      assert.equal(await shown.count(), found.day.suggestions.length);
      assert.ok(found.day.suggestions.length <= 5);
      for (const [index, one] of found.day.suggestions.entries()) assert.ok((await shown.nth(index).innerText()).includes(one.why));
    });
  });
});

describe('the preparation sheet', () => {
  test('prints on exactly one page, however long what it says', async () => {
    for (const skip of [0, 1, 2]) {
      const { order } = await somebodyTalking(server.url, SELLER, skip);
      await visit(`/sheet?order=${order}`, { login: SELLER }, async (page) => {
        const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
        assert.equal([...paper.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length, 1);
      });
    }
  });

  test('says who, promises both ways, goal, scenario, questions and evidence, as the server does', async () => {
    const { order } = await talk();
    const sheet = await (await ask(server.url, SELLER, `/api/orders/${order}/sheet`)).json();
    await visit(`/sheet?order=${order}`, { login: SELLER }, async (page) => {
      const text = (await page.locator('.sheet').innerText()).replace(/\s+/g, ' ');
      const said = [
        sheet.customer, sheet.step, sheet.contact?.name, sheet.role, sheet.theme, sheet.goal?.text, sheet.scenario?.result, ...sheet.questions,
        ...[...sheet.promises.ours, ...sheet.promises.theirs].map(({ what }) => what), ...sheet.evidence.wanted.map(({ name }) => name),
      ];
      for (const word of said.filter(Boolean)) assert.ok(text.includes(word.replace(/\s+/g, ' ')), `${word} is not on the sheet`);
    });
  });

  for (const width of [1280, 360])
    test(`goal, promises, a file, a mail and a next date are noted beside it, then the letter in both languages, ${width} [29]`, async () => {
      const { order } = await talk();
      await visit(`/sheet?order=${order}`, { login: SELLER, width }, async (page, context) => {
        await page.locator('#goal').fill('Moins de pannes le lundi');
        await page.getByRole('button', { name: 'Nous avons promis…' }).click();
        await page.keyboard.type('Envoyer le relevé');
        await page.locator('[data-files]').setInputFiles({ name: 'releve.txt', mimeType: 'text/plain', buffer: Buffer.from(`relevé ${width}`) });
        await page.getByRole('button', { name: 'Courriel' }).click();
        await page.locator('#mail').fill('Objet : nos rebuts\n\nComme convenu.');
        await page.getByRole('button', { name: '2 sem.' }).click();
        assert.ok((await overflow(page)) <= 0, 'the capture makes the page scroll sideways');
        assert.deepEqual(await violations(page, context), []);
        await page.getByRole('button', { name: /Le client avance/ }).click();
        await page.locator('.held').waitFor();
        const held = await page.locator('.held').innerText();
        for (const word of ['Moins de pannes le lundi', 'Envoyer le relevé', 'releve.txt', 'mail.txt']) assert.ok(held.includes(word), `${word} is not in ${held}`);
        await page.getByRole('button', { name: 'Préparer la lettre' }).click();
        await page.getByRole('button', { name: 'English', exact: true }).last().click();
        assert.ok((await page.locator('#letter-body').inputValue()).includes('Moins de pannes le lundi'));
        await page.locator('#letter-subject').fill('Mine');
        assert.match(await page.locator('a[href^="mailto:"]').last().getAttribute('href'), /subject=Mine&body=/);
        assert.deepEqual(await violations(page, context), []);
        await undo(page).click();
        await page.locator('.capture').waitFor();
      });
    });

  test('a refusal stands beside its field, and what was typed stays, also over a reload', async () => {
    const { order } = await talk();
    await visit(`/sheet?order=${order}`, { login: SELLER, expected: [422] }, async (page) => {
      await page.locator('#goal').fill('À garder');
      await page.locator('#next_on').fill('2020-01-06');
      await page.getByRole('button', { name: /Le client avance/ }).click();
      await page.locator('#next_on-wrong .refusal').waitFor();
      await page.reload({ waitUntil: 'networkidle' });
      assert.equal(await page.locator('#goal').inputValue(), 'À garder');
      await page.getByRole('button', { name: 'Repartir de zéro' }).click();
      assert.equal(await page.locator('#goal').inputValue(), '');
    });
  });
});

describe('the network is cut', async () => {
  const line = await wire(server.url);
  after(() => line.stop());

  test('a capture waits, is shown as waiting, and counts once when the network is back [30]', async () => {
    const found = await talk();
    await visit(dayAt(found), { login: SELLER, wire: line, worker: true, troubled: true }, async (page) => {
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await focus(page, found.order);
      await page.keyboard.press('d');
      await page.locator('#goal').fill('Dit sur le parking');
      await page.locator('[data-files]').setInputFiles({ name: 'photo.txt', mimeType: 'text/plain', buffer: Buffer.from('vu sur le parking') });
      line.cut();
      await page.getByRole('button', { name: /Pas d’avancée/ }).click();
      await page.locator('.done').getByText('partira avec le réseau').waitFor();
      line.mend();
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await row(page, found.order).waitFor({ state: 'detached' });
      const day = await (await ask(server.url, SELLER, '/api/day', { query: { person: found.person, date: found.date } })).json();
      const made = day.done.filter(({ order }) => order === found.order);
      assert.equal(made.length, 1);
      const held = await (await ask(server.url, SELLER, `/api/conversations/${made[0].conversation}`)).json();
      assert.deepEqual(held.files.map(({ name }) => name), ['photo.txt'], 'the file that waited is named by what it proves');
      const gone = await ask(server.url, SELLER, `/api/conversations/${made[0].conversation}`, { method: 'DELETE' });
      assert.equal(gone.status, 204);
      assert.equal(path(page).startsWith('/?'), true);
    });
  });
});

describe('a conversation that nothing had planned', () => {
  test('is noted from its account, read there with how it was held, and taken back', async () => {
    const found = await firm(server.url, SELLER);
    await visit(`/account?id=${found.id}`, { login: SELLER, expected: [422] }, async (page, context) => {
      await page.getByRole('link', { name: 'Noter un échange', exact: true }).first().click();
      await page.waitForURL((url) => url.pathname === '/note' && url.searchParams.get('account') === found.id);
      await page.locator('#goal').fill('Ne plus trier à la main');
      await page.locator('#case').selectOption(found.deal.id);
      await page.locator('#next_on').fill('2020-01-06');
      assert.deepEqual(await violations(page, context), []);
      await page.getByRole('button', { name: /Pas d’avancée/ }).click();
      await page.locator('#next_on-wrong .refusal').waitFor();
      await page.locator('#next_on').fill('2999-01-14');
      await page.getByRole('button', { name: /Pas d’avancée/ }).click();
      await page.waitForURL((url) => url.pathname === '/conversation');
      await page.getByText('Ne plus trier à la main').first().waitFor();
      await page.getByText(/Conversation non prévue · Appel/).waitFor();
      await page.getByRole('button', { name: 'Annuler cette saisie' }).click();
      await page.waitForURL((url) => url.pathname === '/account');
    });
  });

  test('is begun from the palette, the firm found by the beginning of its name; nothing goes sideways on a phone', async () => {
    const found = await firm(server.url, SELLER);
    await visit('/', { login: SELLER, width: 360, height: 740 }, async (page, context) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('noter un échange');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname === '/note');
      await page.getByLabel('Compte', { exact: true }).fill(found.name.slice(0, 8));
      await page.getByRole('button', { name: found.name, exact: true }).first().tap();
      await page.locator('#channel').waitFor();
      assert.ok((await overflow(page)) <= 0);
      assert.deepEqual(await violations(page, context), []);
    });
  });

  test('is offered to nobody who holds none', () =>
    visit('/note', { login: 'direction@metrios.example' }, async (page) => {
      await page.getByText('Les échanges sont notés par qui les tient.').waitFor();
    }));
});

describe('somebody signs out', () => {
  test('what was begun and not sent leaves the device, and this is said before', async () => {
    const { order } = await talk();
    await visit(`/sheet?order=${order}`, { login: SELLER }, async (page) => {
      const begun = () => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('atelier.draft.')).length);
      await page.locator('#goal').fill('Ne regarde que moi');
      await page.waitForFunction(() => Object.keys(localStorage).some((name) => name.startsWith('atelier.draft.')));
      await page.locator('[aria-controls=account]').click();
      await page.getByText('se déconnecter l’efface de cet appareil').waitFor();
      await page.getByRole('button', { name: 'Se déconnecter' }).click();
      await page.locator('[name=password]').waitFor();
      assert.equal(await begun(), 0);
    });
  });
});
