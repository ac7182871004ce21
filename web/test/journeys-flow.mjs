// The flow of conversations, the calendar and its feed, the time given back.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ask } from './talking.mjs';
import { server, visit } from './visits.mjs';

const SELLER = 'camille@metrios.example';
const told = async (at, query) => (await ask(server.url, SELLER, at, { query })).json();

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
  test('adds what this browser measured, times what the seller says each is worth, and nothing they did not say', () =>
    visit('/give-back', { login: SELLER }, async (page) => {
      await page.evaluate((login) => {
        const now = new Date();
        const on = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-01`;
        const noted = [['capture', 30], ['capture', 50], ['capture', 100], ['sheet', 0], ['sheet', 0], ['letter', 0]];
        localStorage.setItem(`atelier.meter.${login}`, JSON.stringify(noted.map(([use, seconds], at) => ({ on, use, about: String(at), seconds }))));
      }, SELLER);
      await page.reload({ waitUntil: 'networkidle' });
      const main = page.locator('main');
      assert.match(await main.innerText(), /3\smin de saisie, 0\smin rendues/);
      await page.locator('tbody input').first().fill('5');
      assert.match(await main.innerText(), /3\smin de saisie, 10\smin rendues/);
      assert.match(await main.innerText(), /50\s?s de l’ouverture à l’envoi.*3 dernières/);
      await page.reload({ waitUntil: 'networkidle' });
      assert.match(await main.innerText(), /10\smin rendues/);
      await page.getByRole('button', { name: 'Mois précédent' }).click();
      await page.waitForURL((url) => url.searchParams.has('month'));
      assert.match(await main.innerText(), /0\smin de saisie/);
    }));
});
