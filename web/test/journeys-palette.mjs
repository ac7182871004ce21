// The palette from every page, what it finds and what it does not show; the shortcuts; the help [3, 4, 5, 6].
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { violations } from './axe.mjs';
import { DIRECTOR } from './browser.mjs';
import { asked, told, visit } from './visits.mjs';

const ADMIN = 'admin@metrios.example';
const SELLER = 'camille@metrios.example';
const palette = (page) => page.getByRole('dialog', { name: /Rechercher ou lancer une commande|Search or run a command/ });
const options = (page) => palette(page).getByRole('option');
const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();

describe('the palette', () => {
  for (const at of ['/', '/plan', '/accounts', '/opportunities'])
    test(`opens with Ctrl+K on ${at}, closes with Escape, and the focus returns [3]`, () =>
      visit(at, {}, async (page, context) => {
        const before = page.locator('[aria-controls=account]');
        await before.focus();
        await page.keyboard.press('Control+k');
        await palette(page).waitFor();
        assert.equal(await page.evaluate(() => document.activeElement.getAttribute('role')), 'combobox');
        assert.deepEqual(await violations(page, context), []);
        await page.keyboard.press('Escape');
        await palette(page).waitFor({ state: 'hidden' });
        assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-controls')), 'account');
      }));

  test('opens from a field, and from its button [3]', () =>
    visit('/', {}, async (page) => {
      await page.getByRole('combobox', { name: 'Personne' }).focus();
      await page.keyboard.press('Control+k');
      await palette(page).waitFor();
      await page.keyboard.press('Escape');
      assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), 'Personne');
      await page.getByRole('button', { name: 'Rechercher ou lancer une commande' }).click();
      await palette(page).waitFor();
    }));

  test('finds a firm by its name without accents, whatever the capitals [4]', () =>
    visit('/', {}, async (page) => {
      const { rows } = await told('/api/accounts', { limit: '200' });
      const firm = rows.find(({ name }) => plain(name) !== name.toLowerCase());
      await page.keyboard.press('Control+k');
      await page.keyboard.type(plain(firm.name).toUpperCase());
      await options(page).filter({ hasText: firm.name }).first().waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname === '/account' && url.searchParams.get('id') === firm.id);
    }));

  test('finds by SIREN and by phone, digits only [4]', async () => {
    const { rows: firms } = await told('/api/accounts', { limit: '200' });
    const numbered = firms.find(({ siren }) => siren);
    const { rows: people } = await told('/api/contacts', { limit: '200' });
    const called = people.find(({ phone }) => phone);
    assert.ok(numbered && called, 'nobody has a number');
    for (const [number, name] of [[numbered.siren, numbered.name], [called.phone.replace(/\D/g, '').slice(-9), called.name]])
      await visit('/', {}, async (page) => {
        await page.keyboard.press('Control+k');
        await page.keyboard.type(number);
        await options(page).filter({ hasText: name }).first().waitFor();
      });
  });

  for (const login of [DIRECTOR, SELLER, ADMIN])
    test(`shows ${login} what they may open, and nothing else [5]`, () =>
      visit('/', { login, expected: [403, 404] }, async (page) => {
        const { permissions } = await told('/api/session', {}, login);
        await page.keyboard.press('Control+k');
        await options(page).first().waitFor();
        const shown = await options(page).evaluateAll((all) => all.map(({ id }) => id));
        for (const [id, permission] of [['page-/plan', 'plan/read'], ['page-/accounts', 'accounts/read'], ['act-account', 'accounts/write'], ['page-/', 'day/read']])
          assert.equal(shown.includes(id), permissions[permission] !== undefined, `${id} for ${login}`);
        const { rows } = await told('/api/accounts', { limit: '1' });
        await page.keyboard.type(rows[0].name);
        const answer = await asked('/api/search', { login, query: { q: rows[0].name } });
        const { results } = await answer.json();
        await page.waitForTimeout(600);
        const found = await options(page).evaluateAll((all) => all.map(({ id }) => id).filter((id) => id.startsWith('account-')));
        assert.deepEqual(found, permissions['accounts/read'] ? results.filter(({ kind }) => kind === 'account').map(({ id }) => `account-${id}`) : []);
      }));

  test('answers to the words of the reader: a language in theirs or in its own, to print, an absence', () =>
    visit('/', {}, async (page) => {
      await page.keyboard.press('Control+k');
      const typed = palette(page).getByRole('combobox');
      for (const [word, id] of [['anglais', 'act-en'], ['english', 'act-en'], ['imprimer', 'act-print'], ['absence', 'act-absences']]) {
        await typed.fill(word);
        await options(page).and(page.locator(`#${id}`)).waitFor();
      }
      assert.equal(await page.locator('#act-absences .label').innerText(), 'Absences de l’équipe');
      await typed.fill('anglais');
      assert.equal(await page.locator('#act-en .label').innerText(), 'Afficher en anglais');
      await typed.fill('absence');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname === '/workshop' && url.searchParams.get('view') === 'absences');
    }));

  test('changes the theme and the language', () =>
    visit('/', {}, async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('sombre');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
      await page.keyboard.press('Control+k');
      await page.keyboard.type('english');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.documentElement.lang === 'en');
    }));
});

describe('shortcuts and help', () => {
  test('the question mark, typed as on AZERTY, lists the shortcuts [6]', () =>
    visit('/', {}, async (page) => {
      // On AZERTY the sign is Shift with the key that QWERTY calls M; only the sign counts.
      await page.evaluate(() => window.dispatchEvent(new KeyboardEvent('keydown', { key: '?', code: 'KeyM', shiftKey: true, bubbles: true, cancelable: true })));
      const list = page.getByRole('dialog', { name: 'Raccourcis clavier' });
      await list.waitFor();
      for (const key of ['Ctrl K', '?', 'Ctrl Z', 'Échap']) await list.locator('kbd', { hasText: key }).first().waitFor();
      await list.getByText('Aller à la prochaine place libre').waitFor();
    }));

  test('the help opens at the word of the page', () =>
    visit('/plan', {}, async (page, context) => {
      await page.getByRole('button', { name: 'Ouvrir l’aide' }).click();
      const help = page.getByRole('dialog', { name: 'Aide' });
      await help.waitFor();
      assert.equal(await help.locator('details').first().getAttribute('open'), '');
      assert.match(await help.locator('details[open] summary').innerText(), /^Charge\s+Plan$/);
      assert.match(await help.locator('details[open]').innerText(), /Peut-on tenir l’objectif/);
      assert.deepEqual(await violations(page, context), []);
    }));
});
