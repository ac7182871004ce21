// The flow of conversations, the calendar and its feed, the time given back.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ask, somebodyTalking } from './talking.mjs';
import { server, visit } from './visits.mjs';

const SELLER = 'camille@metrios.example';
const told = async (at, query, login = SELLER) => (await ask(server.url, login, at, { query })).json();

describe('the flow of conversations', () => {
  test('shows what each account holds, owes and is owed; past promises are marked in words', async () => {
    const { person } = await told('/api/session');
    const { accounts } = await told('/api/flow', { person });
    await visit('/conversations', { login: SELLER }, async (page) => {
      const rows = page.locator('article');
      assert.equal(await rows.count(), accounts.length);
      for (const [index, account] of accounts.entries()) {
        const text = await rows.nth(index).innerText();
        for (const word of [account.name, ...account.promised.map(({ what }) => what), ...account.due.map(({ title }) => title)]) assert.ok(text.includes(word), `${word} is not in ${text}`);
        assert.equal(text.includes('échue depuis'), account.promised.some(({ overdue }) => overdue));
        assert.equal(text.includes('jours sans échange'), account.silent_days !== null);
        assert.equal(text.includes('Preuve périmée depuis'), account.lapsed.length > 0);
      }
      await page.getByRole('button', { name: /Silencieux/ }).click();
      assert.equal(await rows.count(), accounts.filter(({ silent_days }) => silent_days !== null).length);
    });
  });

  test('a promise is settled, and opened again', async () => {
    const { person } = await told('/api/session');
    const { accounts } = await told('/api/flow', { person });
    const { what } = accounts.flatMap(({ promised }) => promised)[0] ?? assert.fail('nobody promised anything');
    await visit('/conversations', { login: SELLER }, async (page) => {
      const promises = page.locator('.promise', { hasText: what });
      const before = await promises.count();
      assert.ok(before > 0);
      await promises.first().getByRole('button').click();
      await page.getByRole('button', { name: 'Tenue', exact: true }).click();
      await page.locator('.done.shown').waitFor();
      await page.waitForFunction(([what, count]) => [...document.querySelectorAll('.promise')].filter((one) => one.textContent.includes(what)).length < count, [what, before]);
      await page.keyboard.press('Control+z');
      await page.waitForFunction(([what, count]) => [...document.querySelectorAll('.promise')].filter((one) => one.textContent.includes(what)).length === count, [what, before]);
    });
  });
});

describe('the calendar', () => {
  test('shows the week of the plan, each action at its hour, and leads to its day', async () => {
    const { today } = await told('/api/people');
    const { person } = await told('/api/session');
    const { rows } = await told('/api/orders', { person, from: today, before: new Date(Date.parse(today) + 5 * 86_400_000).toISOString().slice(0, 10), limit: 200 });
    const first = rows.find(({ start }) => start) ?? assert.fail('nothing is planned');
    await visit('/calendar', { login: SELLER }, async (page) => {
      const block = page.locator('.week li', { hasText: first.customer }).first();
      assert.ok((await block.innerText()).includes(first.start.slice(11, 16)));
      await block.locator('a').click();
      await page.waitForURL((url) => url.pathname === '/' && url.searchParams.get('date') === first.start.slice(0, 10));
    });
  });

  test('arrows change the week; the address made for a calendar program is copied and answers with a calendar', () =>
    visit('/calendar', { login: SELLER }, async (page, context) => {
      await page.keyboard.press('ArrowRight');
      await page.waitForURL((url) => url.searchParams.has('week'));
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.getByRole('button', { name: /Créer mon adresse|En créer une autre/ }).click();
      await page.getByRole('button', { name: 'Copier' }).click();
      await page.getByText('Copié.').waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(await (await fetch(copied)).text(), /^BEGIN:VCALENDAR/, 'without signing in');
    }));
});

describe('the time given back', () => {
  const meter = (login) => told('/api/give-back', {}, login);

  test('is the meter of the server: a capture sends how long it took, a letter counts once its draft is asked for', async () => {
    const found = await somebodyTalking(server.url, SELLER);
    const before = await meter(SELLER);
    await visit(`/sheet?order=${found.order}`, { login: SELLER }, async (page, context) => {
      const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().includes('/conversation'));
      await page.getByRole('button', { name: /Le client avance/ }).click();
      assert.ok((await sent).postDataJSON().entry_seconds >= 1);
      await page.locator('.held').waitFor();
      const held = await meter(SELLER);
      assert.deepEqual([held.captures, held.measured, held.lines[1].count], [before.captures + 1, before.measured + 1, before.lines[1].count], 'nobody asked for a letter yet');
      await page.getByRole('button', { name: 'Préparer la lettre' }).click();
      await page.locator('#letter-body').waitFor();
      const now = await meter(SELLER);
      assert.equal(now.lines[1].count, before.lines[1].count + 1);

      const other = await context.newPage();
      await other.goto(`${server.url}/give-back`, { waitUntil: 'networkidle' });
      const said = (await other.locator('main').innerText()).replace(/\s+/g, ' ');
      for (const { method } of now.lines) assert.ok(said.includes(method.replace(/\s+/g, ' ')), `${method} is not in ${said}`);
      assert.ok(said.includes('Le serveur garde') && said.includes('ne montre vos nombres qu’à vous'), said);
      assert.equal(await other.evaluate(() => Object.keys(localStorage).some((name) => /meter|saves/.test(name))), false, 'no second meter in the browser');
      const asked = other.waitForRequest((request) => request.url().includes('/api/give-back'));
      await other.getByRole('button', { name: 'Mois précédent' }).click();
      const { searchParams } = new URL((await asked).url());
      assert.match(`${searchParams.get('from')} ${searchParams.get('to')}`, /^\d{4}-\d\d-01 \d{4}-\d\d-(28|29|30|31)$/);
      await other.close();

      await page.locator('.done').getByRole('button', { name: 'Annuler' }).click();
      await page.locator('.capture').waitFor();
    });
    assert.equal((await meter(SELLER)).captures, before.captures, 'what was taken back no longer counts');
  });

  test('a form that fills itself from a sheet does not count as a sheet read', async () => {
    const found = await somebodyTalking(server.url, SELLER);
    await visit(`/?${new URLSearchParams({ person: found.person, date: found.date })}`, { login: SELLER }, async (page) => {
      await page.locator(`[data-order="${found.order}"]`).first().focus();
      const asked = page.waitForRequest((request) => request.url().includes('/sheet'));
      await page.keyboard.press('d');
      assert.equal(new URL((await asked).url()).searchParams.get('counted'), 'false');
    });
  });

  test('opens on the month of the day that is worked, which in a demonstration is that of its plan', async () => {
    const { today } = await told('/api/people', {}, SELLER);
    const month = [today, new Date().toISOString().slice(0, 10)].sort()[1].slice(0, 7);
    await visit('/give-back', { login: SELLER }, async (page) => {
      const asked = page.waitForRequest((request) => request.url().includes('/api/give-back'));
      await page.reload();
      assert.equal(new URL((await asked).url()).searchParams.get('from'), `${month}-01`);
      assert.equal(await page.getByRole('button', { name: 'Mois suivant' }).isDisabled(), true);
      await page.getByRole('button', { name: 'Mois précédent' }).click();
      await page.getByRole('button', { name: 'Mois suivant' }).click();
      await page.waitForURL((url) => url.searchParams.get('month')?.startsWith(month));
    });
  });

  test('who sees the whole company reads its total, and is told so', () =>
    visit('/give-back', {}, async (page) => {
      await page.getByText(/Toute l’entreprise\s: .* de saisie/).waitFor();
      await page.getByText('jamais les nombres d’une personne').waitFor();
    }));
});
