// What whoever directs asks: needs, scenarios, promises, versions, indicators with their facts, the cascade [24].
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { violations } from './axe.mjs';
import { asked, overflow, path, server, told, visit } from './visits.mjs';

const OPS = 'ventes@metrios.example';
const SELLER = 'camille@metrios.example';
const panel = (page) => page.getByRole('dialog');
/** The ISO week of a day. */
function isoWeek(day) {
  const thursday = new Date(Date.parse(day) + (3 - ((new Date(day).getUTCDay() + 6) % 7)) * 86_400_000);
  const days = (thursday - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / 86_400_000;
  return `${thursday.getUTCFullYear()}-W${String(Math.floor(days / 7) + 1).padStart(2, '0')}`;
}
const figures = (text) => text.replace(/\s/g, '');

describe('whoever directs', () => {
  test('sees what must enter at each step, as the server counts it', () =>
    visit('/needs', {}, async (page) => {
      const funnel = await told('/api/funnel', { lang: 'fr' });
      await page.locator('.funnel li').first().waitFor();
      assert.equal(await page.locator('.funnel li').count(), funnel.steps.length);
      assert.equal(await page.locator('tbody tr').count(), funnel.steps.length + 1);
      assert.equal(await page.locator('thead th').count(), funnel.weeks.length + 1);
    }));

  test('compares twice the contacts with a better conversation, in hours, contacts and euros, and keeps nothing', () =>
    visit('/scenarios', {}, async (page, context) => {
      const before = await told('/api/scenarios', { lang: 'fr' });
      await page.getByRole('button', { name: 'Deux fois plus de suivi' }).click();
      await page.getByRole('heading', { name: /^Deux fois plus de suivi/ }).waitFor();
      assert.equal(await page.locator('.columns article').count(), 3);
      // Both columns are about one step, and what each costs or frees is said above the picture.
      const [tracking, talking] = await page.locator('.columns article h2').allInnerTexts().then((all) => all.slice(1));
      assert.equal(tracking.split(/\s*:\s*/)[1], talking.split(/\s*:\s*/)[1]);
      const answer = figures(await page.locator('main .answer').innerText());
      for (const name of [tracking, talking]) assert.ok(answer.includes(figures(name)), `${name} is not in ${answer}`);
      // Whichever holds is told first.
      assert.match(answer, /hdeplus/);
      assert.match(answer, /hdemoins|inchangé/);
      const { columns } = await asked('/api/scenarios/compare', { method: 'POST', query: { lang: 'fr' }, body: { columns: [{ name: 'a', levers: [{ lever: 'volume', times: 2 }] }] } }).then((answer) => answer.json());
      assert.equal(await page.locator('.drawing').first().locator('.above').count(), columns[0].kinds.find(({ code }) => code === 'seller')?.shortage_minutes > 0 ? 1 : 0, 'what is said to be missing is drawn');
      const rows = await page.locator('.columns article').last().innerText();
      assert.match(rows, /Charge[\s\S]*Contacts à faire[\s\S]*Affaires/);
      assert.deepEqual(await violations(page, context), []);
      assert.deepEqual(await told('/api/scenarios', { lang: 'fr' }), before);
    }));

  test('keeps what was tried, with its reason, and nothing else changes; it is taken back, and taken out [GPAC-23]', () =>
    visit('/scenarios', {}, async (page, context) => {
      const before = await told('/api/scenarios', { lang: 'fr' });
      const name = `Mieux parler ${Date.now() % 100_000}`;
      const tryAndKeep = async (reason) => {
        await page.locator('fieldset').first().getByLabel('Nom').fill(name);
        await page.getByRole('button', { name: 'Comparer' }).press('Enter');
        await page.getByRole('button', { name: `Garder ce scénario\u202f: «\u202f${name}\u202f»` }).press('Enter');
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('button', { name: 'Garder ce scénario' }).click();
        await dialog.getByText('Dites pourquoi le garder').waitFor();
        await dialog.getByLabel('Pourquoi le garder').fill(reason);
        await dialog.getByRole('button', { name: 'Garder ce scénario' }).click();
        await page.getByText(`«\u202f${name}\u202f» est gardé parmi les scénarios de l’entreprise.`).waitFor();
      };
      await tryAndKeep('Vu en revue du lundi');
      const kept = (await told('/api/scenarios', { lang: 'fr' })).scenarios.find((one) => one.name === name);
      assert.equal(kept.reason, 'Vu en revue du lundi');
      assert.ok(kept.does[0].step);
      await page.getByText('L’administration des ventes peut l’écrire').waitFor();
      assert.deepEqual(await violations(page, context), []);
      await page.locator('.done').getByRole('button', { name: 'Annuler' }).click();
      await page.getByText('est gardé parmi les scénarios').waitFor({ state: 'detached' });
      assert.deepEqual((await told('/api/scenarios', { lang: 'fr' })).scenarios, before.scenarios);
      await tryAndKeep('Encore');
      await page.getByRole('button', { name: 'Revenir aux scénarios de l’entreprise' }).press('Enter');
      await page.locator('article').filter({ hasText: name }).getByText('Gardé parce que').waitFor();
      await page.getByRole('button', { name: `Retirer le scénario «\u202f${name}\u202f»` }).press('Enter');
      await page.getByRole('dialog').getByRole('button', { name: 'Retirer' }).click();
      await page.locator('article').filter({ hasText: name }).waitFor({ state: 'detached' });
      assert.deepEqual((await told('/api/scenarios', { lang: 'fr' })).scenarios, before.scenarios);
    }));

  test('twice the contacts is not kept: it says where that is decided', () =>
    visit('/scenarios', {}, async (page) => {
      await page.getByLabel('Levier', { exact: true }).first().selectOption('volume');
      await page.locator('fieldset').first().getByLabel('Nom').fill('Deux fois plus de contacts');
      await page.getByRole('button', { name: 'Comparer' }).press('Enter');
      await page.getByRole('button', { name: 'Garder ce scénario\u202f: «\u202fDeux fois plus de contacts\u202f»' }).click();
      await page.getByRole('dialog').getByText('Le volume suit l’objectif').waitFor();
      assert.equal(await page.getByRole('dialog').getByRole('link').getAttribute('href'), '/objectives');
    }));

  test('sales operations write a kept one into the process, not published; its extra people are said to be elsewhere', () =>
    visit('/scenarios', { login: OPS, width: 360 }, async (page, context) => {
      const name = `Meilleur usage ${Date.now() % 100_000}`;
      const { processes } = await told('/api/scenarios', { lang: 'fr' }, OPS);
      const { text } = await told(`/api/processes/${processes[0].code}`, {}, OPS);
      await page.locator('fieldset').first().getByLabel('Nom').fill(name);
      await page.getByRole('button', { name: 'Ajouter un levier' }).click();
      await page.getByLabel('Levier', { exact: true }).last().selectOption('people');
      await page.getByRole('button', { name: 'Comparer' }).click();
      await page.getByRole('button', { name: `Garder ce scénario\u202f: «\u202f${name}\u202f»` }).click();
      await page.getByRole('dialog').getByText('Son renfort ne s’écrit pas dans un processus').waitFor();
      await page.getByRole('dialog').getByLabel('Pourquoi le garder').fill('À essayer sur un trimestre');
      await page.getByRole('dialog').getByRole('button', { name: 'Garder ce scénario' }).click();
      await page.getByRole('link', { name: 'L’écrire dans le processus, sans publier' }).first().click();
      await page.getByText(`Le scénario «\u202f${name}\u202f» est écrit dans votre texte, pas encore publié.`).waitFor();
      await page.getByText('Ce qui ne s’écrit pas dans un processus').waitFor();
      await page.getByText('une personne de plus').waitFor();
      assert.ok((await overflow(page)) <= 0);
      assert.deepEqual(await violations(page, context), []);
      assert.equal((await told(`/api/processes/${processes[0].code}`, {}, OPS)).text, text, 'nothing is published');
      await page.getByRole('button', { name: 'Texte', exact: true }).click();
      const now = await page.locator('textarea').first().inputValue();
      const [before, after] = [text.split('\n'), now.split('\n')];
      assert.equal(after.length, before.length);
      assert.deepEqual(after.filter((line, at) => line !== before[at]).map((line) => line.split(' ')[0]), ['yield']);
      await page.locator('.bar').getByRole('button', { name: 'Annuler', exact: true }).click();
      assert.equal(await page.locator('textarea').first().inputValue(), text);
      const { scenarios } = await told('/api/scenarios', { lang: 'fr' }, OPS);
      await asked(`/api/scenarios/${scenarios.find((one) => one.name === name).code}`, { login: OPS, method: 'DELETE' });
    }));

  test('a lever that cannot be is refused beside it, and what was typed stays', () =>
    visit('/scenarios', { expected: [422] }, async (page) => {
      await page.locator('.size input').first().fill('1,5');
      await page.getByRole('button', { name: 'Comparer' }).click();
      await page.getByText('Saisissez un nombre entier.').waitFor();
      await page.locator('.size input').first().fill('0');
      await page.getByRole('button', { name: 'Comparer' }).click();
      await page.getByText('Saisissez un nombre entier.').waitFor({ state: 'detached' });
      await page.locator('.lever .refusal').waitFor();
      assert.equal(await page.locator('.size input').first().inputValue(), '0');
    }));

  test('asks what can be promised, and finds the question again in the address', () =>
    visit('/promise', {}, async (page) => {
      await page.locator('#quantity').fill('1');
      const { answers } = await told('/api/promise', { lang: 'fr' });
      assert.ok(answers.length > 0);
      assert.equal(await page.locator('article').count(), answers.length);
      assert.ok(figures(await page.locator('main').innerText()).includes(figures(answers[0].sentences[0])));
    }));

  test('a quantity without its two days is said at the days, and asks nothing of the server', () =>
    visit('/promise', {}, async (page) => {
      await page.locator('article').first().waitFor();
      const calls = [];
      page.on('request', (request) => request.url().includes('/api/promise') && calls.push(request.url()));
      await page.locator('#quantity').fill('12');
      await page.getByRole('button', { name: 'Demander' }).click();
      await page.locator('#from-wrong').getByText('Choisissez le premier jour').waitFor();
      await page.locator('#to-wrong').getByText('Choisissez le dernier jour').waitFor();
      assert.equal(await page.locator('#from').getAttribute('aria-invalid'), 'true');
      assert.deepEqual(calls, []);
      await page.locator('#from').fill('2027-01-04');
      await page.locator('#to').fill('2027-04-02');
      await page.getByRole('button', { name: 'Demander' }).click();
      await page.locator('article').first().waitFor();
      assert.equal(await page.locator('#from-wrong .refusal, #to-wrong .refusal').count(), 0);
      assert.equal(calls.length, 1);
    }));

  test('sees what moved between two versions of the plan', () =>
    visit('/versions', {}, async (page) => {
      const { plans } = await told('/api/plans', { lang: 'fr' });
      if (plans.length < 2) return assert.ok(await page.getByText('une version').count());
      const [after, before] = plans.map(({ version }) => version).toSorted((a, b) => b - a);
      const { moves_total } = await told(`/api/plans/${before}/compare/${after}`, { lang: 'fr' });
      await page.locator('tbody tr').first().waitFor();
      assert.equal(await page.locator('.moves > ul > li').count(), Math.min(500, moves_total));
      // What each comes from, and why: beside the comparison, and in the list of all of them.
      const newest = plans.find(({ version }) => version === after);
      for (const text of [newest.origin, newest.reason].filter(Boolean)) assert.ok(figures(await page.locator('.origins').innerText()).includes(figures(text)), text);
      await page.getByRole('heading', { name: 'Toutes les versions' }).waitFor();
      assert.ok(figures(await page.locator('main').innerText()).includes(figures(newest.origin ?? 'Origine non gardée')));
    }));

  test('opens the facts behind a number, and finds the same number worked out again [24]', () =>
    visit('/indicators', {}, async (page, context) => {
      const { indicators } = await told('/api/indicators', { lang: 'fr' });
      assert.ok(indicators.length > 0, 'there is no indicator to look into');
      // The question is answered with its number before the list, and days are said to be days.
      const answer = figures(await page.locator('main .answer').first().innerText());
      const measured = indicators.filter(({ actual }) => actual !== null);
      assert.ok(measured.some((one) => answer.includes(figures(`${one.name.fr} : ${one.shown}`))), answer);
      for (const one of indicators.filter(({ unit, actual }) => unit === 'days' && actual !== null)) assert.match(await page.locator(`[id="indicator-${one.code}"]`).innerText(), /jours?/);
      for (const one of indicators.filter(({ actual }) => actual === null)) {
        assert.equal(await page.locator(`[id="indicator-${one.code}"]`).count(), 0);
        await page.locator('article', { hasText: one.name.fr }).getByText('Rien à compter').first().waitFor();
      }
      const number = page.locator('article button').first();
      const shown = await number.innerText();
      await number.click();
      await panel(page).locator('h3').first().waitFor();
      assert.match(path(page), /facts=/);
      assert.deepEqual(await violations(page, context), []);
      await page.keyboard.press('Escape');
      await panel(page).waitFor({ state: 'detached' });
      assert.equal(await page.evaluate(() => document.activeElement.id), `indicator-${indicators[0].code}`);
      await page.getByRole('button', { name: 'Recalculer' }).click();
      await page.getByText('Recalculé à l’instant.').waitFor();
      assert.equal(await number.innerText(), shown);
    }));

  test('follows the indicators over the days one gives, kept in the address', () =>
    visit('/indicators', { expected: [422] }, async (page, context) => {
      await page.getByLabel('Du', { exact: true }).fill('2026-11-02');
      await page.getByLabel('Au', { exact: true }).fill('2026-12-31');
      await page.getByRole('button', { name: 'Montrer cette période' }).click();
      await page.waitForURL((url) => url.searchParams.get('from') === '2026-11-02' && url.searchParams.get('to') === '2026-12-31');
      await page.locator('article').first().waitFor();
      assert.deepEqual(await violations(page, context), []);
      await page.getByRole('button', { name: 'Revenir aux 90 derniers jours' }).click();
      await page.waitForURL((url) => !url.searchParams.has('from'));
    }));

  test('whoever works in the company reads the collective indicators; the facts behind stay with who may read them', async () => {
    for (const login of ['rh@metrios.example', SELLER])
      await visit('/indicators', { login }, async (page, context) => {
        await page.locator('article').first().waitFor();
        assert.equal(await page.locator('article .value button').count(), 0);
        assert.equal(await page.locator('main a[href="/plan"]').count(), 0, 'a way that they may not go');
        await page.getByText('vos droits n’ouvrent pas les faits').waitFor();
        assert.deepEqual(await violations(page, context), []);
        const { indicators } = await told('/api/indicators', { lang: 'fr' }, login);
        const facts = await told(`/api/indicators/${indicators[0].code}/facts`, { lang: 'fr' }, login);
        assert.deepEqual([facts.objects, facts.hidden], [[], facts.total]);
      });
  });

  test('says what is planned, where that comes from, and why when nothing is', () =>
    visit('/indicators?from=2027-01-04&to=2027-04-02', {}, async (page) => {
      const { indicators } = await told('/api/indicators', { lang: 'fr', from: '2027-01-04', to: '2027-04-02' });
      for (const code of ['deals', 'margin']) assert.ok(indicators.find((one) => one.code === code).planned, code);
      for (const one of indicators) {
        assert.notEqual(one.planned === null, one.planned_why === null, one.code);
        if (one.planned_why) await page.locator(`article[aria-labelledby="name-${one.code}"]`).getByText(one.planned_why).waitFor();
      }
      const first = page.locator('article').first();
      await first.getByText('Comment c’est compté').click();
      await first.getByText(indicators[0].planned_how.fr).waitFor();
    }));

  test('every number opens what it is made of, each object once [24]', async () => {
    const { indicators } = await told('/api/indicators', { lang: 'fr' });
    for (const { code } of indicators)
      await visit(`/indicators?facts=${code}`, {}, async (page) => {
        const facts = await told(`/api/indicators/${code}/facts`, { lang: 'fr' });
        await panel(page).locator('h3').first().waitFor();
        const of = (objects) => new Set(objects.map(({ id }) => id)).size;
        // In words, by the day on which it happened.
        for (const { label, day } of facts.objects) assert.ok(label.length > 0 && !/^[a-z]+(-[a-z]+)+ · /.test(label) && /^\d{4}-\d\d-\d\d$/.test(day), label);
        assert.equal(await panel(page).locator('ol > li').count(), of(facts.objects) + of(facts.over), code);
        const [one] = facts.over.filter(({ kind }) => kind === 'person');
        if (!one) return;
        const times = facts.over.filter(({ id }) => id === one.id).length;
        await panel(page).locator('li', { hasText: one.label }).getByText(`${times} plages de travail`).waitFor();
        assert.deepEqual(await overflow(page), 0);
      });
  });

  test('goes from an action up to its objective', () =>
    visit('/board', {}, async (page) => {
      await page.locator('.bar[data-order]').first().click();
      const link = panel(page).locator('a[href*="objective="]').first();
      await link.waitFor();
      const name = await link.innerText();
      await link.click();
      await page.waitForURL((url) => url.pathname === '/cascade');
      assert.equal(await page.locator('.wanted h3').first().innerText(), name);
    }));

  test('a line of the strategy has a name, an owner and a period, or is shown as a draft with what it lacks [GOV-01]', () =>
    visit('/cascade', {}, async (page) => {
      const { lines } = await told('/api/cascade', { lang: 'fr' });
      const whole = lines.find(({ missing, line }) => line && missing.length === 0) ?? assert.fail('no line is described');
      const section = page.locator('section', { has: page.getByRole('heading', { name: whole.name, exact: true }) });
      await section.getByText(whole.owner).first().waitFor();
      assert.equal(await section.getByText('Brouillon').count(), 0);
      for (const { line, name } of lines.filter(({ missing }) => missing.length > 0)) await page.locator('section', { has: page.getByRole('heading', { name: name ?? line, exact: true }) }).getByText('Brouillon').first().waitFor();
    }));

  test('one click on an objective leads to its actions and no others, as many as it says, and back up', () =>
    visit('/cascade', {}, async (page, context) => {
      const { lines } = await told('/api/cascade', { lang: 'fr' });
      const one = lines.flatMap(({ objectives }) => objectives).find(({ actions }) => actions?.ahead > 0) ?? assert.fail('no objective has an action');
      await page.locator(`#objective-${one.code} .links a`).first().click();
      await page.waitForURL((url) => url.pathname === '/actions' && url.searchParams.get('objective') === one.code);
      const below = await told(`/api/processes/${one.process}/objectives/${one.code}`, { lang: 'fr' });
      assert.deepEqual([below.ahead, below.done], [one.actions.ahead, one.actions.done]);
      const all = [];
      for (let after; after !== null; ) {
        const { rows, next } = await told(`/api/processes/${one.process}/objectives/${one.code}`, { lang: 'fr', limit: '200', ...(after && { after }) });
        all.push(...rows);
        after = next;
      }
      assert.equal(all.length, below.ahead + below.done, 'the rest cannot be reached');
      const list = page.getByRole('grid', { name: 'Actions de l’objectif' });
      await list.getByRole('row').nth(1).waitFor();
      // Read as far as one scrolls: the number of rows is told once they are all here.
      assert.equal(Number(await list.getAttribute('aria-rowcount')), all.length > 200 ? -1 : all.length + 1);
      assert.ok((await page.getByRole('row').count()) < 100, 'more rows in the document than in sight');
      // The last of them is one key away.
      await list.locator('[data-cell="0:0"]').focus();
      await page.keyboard.press('End');
      await page.keyboard.press('Home');
      for (let at = 0; at < 400 && !(await list.locator(`[aria-rowindex="${all.length + 1}"]`).count()); at++) await page.keyboard.press('PageDown');
      await list.locator(`[aria-rowindex="${all.length + 1}"]`).getByText(all.at(-1).customer).waitFor();
      assert.equal(Number(await list.getAttribute('aria-rowcount')), all.length + 1);
      assert.ok((await page.getByRole('row').count()) < 100);
      assert.ok(figures(await page.locator('main').innerText()).includes(figures(`${one.actions.ahead}`)));
      assert.deepEqual(await violations(page, context), []);
      // Narrowed by the server: as many as it says, and no other.
      const who = below.people[0];
      const theirs = await told(`/api/processes/${one.process}/objectives/${one.code}`, { lang: 'fr', who: who.code, limit: '200' });
      await page.locator('.filters select').last().selectOption(who.code);
      await page.waitForURL((url) => url.searchParams.get('who') === who.code);
      await page.waitForFunction((count) => Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')) === count, theirs.next ? -1 : theirs.total + 1);
      await page.getByRole('link', { name: 'Remonter à l’objectif' }).click();
      await page.waitForURL((url) => url.pathname === '/cascade');
      assert.equal(await page.locator('.wanted h3').first().innerText(), one.name);
    }));

  for (const width of [1280, 360])
    test(`goes down from a week of the load to its people and operations, and to the actions of each, ${width} [GPAC-11]`, () =>
      visit('/plan', { width }, async (page, context) => {
        const { people, today } = await told('/api/people', { lang: 'fr' });
        const week = isoWeek(today);
        const monday = new Date(Date.parse(today) - ((new Date(today).getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10);
        const before = new Date(Date.parse(monday) + 7 * 86_400_000).toISOString().slice(0, 10);
        await page.goto(`${server.url}/plan?week=${week}`, { waitUntil: 'networkidle' });
        const link = panel(page).locator('ul a').first();
        const name = await link.innerText();
        const { code } = people.find((one) => one.name === name) ?? assert.fail(`${name} is nobody`);
        const { rows } = await told('/api/orders', { person: code, from: monday, before, limit: '200', lang: 'fr' });
        const left = rows.filter(({ state }) => state !== 'cancelled');
        await link.click();
        await page.waitForURL((url) => url.pathname === '/actions' && url.searchParams.get('person') === code && url.searchParams.get('week') === week);
        const list = page.getByRole('grid', { name: 'Actions de la semaine' });
        if (left.length > 0) {
          await list.getByRole('row').nth(1).waitFor();
          assert.equal(Number(await list.getAttribute('aria-rowcount')), left.length + 1);
          await page.getByText(new RegExp(`^${left.length} actions?, [\\d,]+\\sh`)).waitFor();
        }
        assert.ok((await page.locator('h1').innerText()).includes(name));
        assert.deepEqual(await violations(page, context), []);
        assert.ok((await overflow(page)) <= 0);
        await page.getByRole('link', { name: 'Revenir à la charge' }).click();
        await page.waitForURL((url) => url.pathname === '/plan' && url.searchParams.get('week') === week);
        const operation = panel(page).locator('tbody a').first();
        if ((await operation.count()) === 0) return;
        const what = await operation.innerText();
        const asked = [];
        page.on('request', (request) => request.url().includes('/api/orders?') && asked.push(new URL(request.url())));
        await operation.click();
        await page.waitForURL((url) => url.pathname === '/actions' && url.searchParams.has('what'));
        const routing = new URL(page.url()).searchParams.get('what');
        await page.locator('select').filter({ has: page.locator('option:checked', { hasText: what }) }).waitFor();
        // The server narrows it: no action of another operation is read, and the answer counts them all.
        const { operations } = await told('/api/orders/operations', { from: monday, before, operation: routing, lang: 'fr' });
        const sum = operations.find((one) => one.operation === routing);
        assert.ok(asked.length > 0 && asked.every(({ searchParams }) => searchParams.get('operation') === routing), asked.join(' '));
        if (sum.orders > 0) await page.getByText(new RegExp(`^${sum.orders} actions?, [\\d,]+\\sh`)).waitFor();
        else await page.getByText('Aucune action.').waitFor();
        assert.deepEqual(await violations(page, context), []);
      }));

  test('whose next week is too full stands on the page of the load, with the way to their board [LEG-07]', () =>
    visit('/plan', {}, async (page, context) => {
      const { people, week, monday } = await told('/api/overload', { lang: 'fr' });
      const full = page.locator('section:has(#too-full)');
      await full.getByText(`S${week.slice(-2)}`).first().waitFor();
      assert.equal(await full.locator('tbody tr').count(), people.length);
      assert.deepEqual(await violations(page, context), []);
      if (people.length === 0) return assert.ok(await full.getByText('n’a trop à faire').count());
      await full.getByRole('link', { name: people[0].name }).click();
      await page.waitForURL((url) => url.pathname === '/board' && url.searchParams.get('from') === monday && url.searchParams.get('text') === people[0].name);
      await page.getByRole('rowheader', { name: people[0].name }).first().waitFor();
    }));

  test('what waits at a step is listed with its age, and what is ageing is said in words', () =>
    visit('/needs', {}, async (page, context) => {
      const { steps, process } = await told('/api/funnel', { lang: 'fr' });
      const step = steps.find(({ waiting }) => waiting > 0) ?? assert.fail('nothing is expected');
      const register = await told('/api/wip', { lang: 'fr', process });
      const line = register.lines.find(({ total }) => total > 0) ?? assert.fail('nothing waits');
      await page.locator('.funnel li', { hasText: step.name }).getByRole('link', { name: `${step.waiting} attendue` }).click();
      await page.waitForURL((url) => url.pathname === '/wip');
      const section = page.locator(`#wip-${line.step}`);
      await section.waitFor();
      assert.equal(await section.locator('li').count(), line.cases.length);
      const first = await section.locator('li').first().innerText();
      assert.ok(first.includes(line.cases[0].customer || line.cases[0].key), first);
      assert.equal((await section.getByText('vieillit', { exact: true }).count()) > 0, line.cases.some(({ marked }) => marked));
      assert.deepEqual(await violations(page, context), []);
      await page.getByRole('link', { name: 'Revenir aux besoins' }).click();
      await page.waitForURL((url) => url.pathname === '/needs');
    }));

  test('a seller has none of the pages of the plan but the board and the cascade', () =>
    visit('/board', { login: SELLER }, async (page) => {
      for (const at of ['/scenarios', '/promise', '/versions', '/needs']) assert.equal(await page.locator(`a[href="${at}"]`).count(), 0);
      assert.equal(await page.locator('.tabs a').count(), 2);
    }));
});
