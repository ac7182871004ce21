// Any act on a page has its call to the API shown, without a secret (PLT-02).
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { violations } from './axe.mjs';
import { DIRECTOR } from './browser.mjs';
import { PASSWORD } from './door.mjs';
import { overflow, server, soundly, visit } from './visits.mjs';

const ADMIN = 'admin@metrios.example';
const panel = (page) => page.getByRole('dialog', { name: /Appels à l’API|Calls to the API/ });
const first = (page) => panel(page).getByRole('listitem').first();
const focused = (page) => page.evaluate(() => document.activeElement.getAttribute('aria-controls') ?? document.activeElement.id);

/** What the panel says of the call that was made last. */
async function says(page, { method, path, status, operation, line, act }) {
  await first(page).getByText(operation, { exact: true }).waitFor();
  const text = (await first(page).innerText()).replace(/\s+/g, ' ');
  assert.match(text, new RegExp(`^${method} ${path}`));
  assert.match(text, new RegExp(` ${status}`));
  assert.match(text, /\d+ ms/);
  assert.ok(text.includes(line), text);
  await panel(page).getByRole('heading', { level: 3 }).first().filter({ hasText: act }).waitFor();
  await first(page).locator('summary').click();
  return first(page).innerText();
}

describe('the calls to the API', () => {
  test('a view that is saved on the list of firms shows its call, to be copied as a command', () =>
    visit('/accounts', {}, async (page, context) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.getByRole('button', { name: 'Enregistrer cette vue' }).click();
      await page.getByRole('textbox', { name: 'Nom de la vue' }).fill('Vue d’essai');
      await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer', exact: true }).click();
      await page.locator('.done', { hasText: 'Vue d’essai' }).waitFor();
      await page.keyboard.press('a');
      const more = await says(page, { method: 'PUT', path: '/api/views/', status: 200, operation: 'keepView', line: 'Keeps a view of mine.', act: 'Enregistrer' });
      assert.match(more, /"name": "Vue d’essai"/);
      assert.match(more, /Authorization: Bearer atl_…/);
      await first(page).getByRole('button', { name: /Copier pour curl/ }).click();
      await first(page).getByText('Copié.').waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(copied, /^curl -X PUT 'http.*\/api\/views\//);
      assert.deepEqual(await violations(page, context), []);
      await page.keyboard.press('Escape');
      await panel(page).waitFor({ state: 'hidden' });
      await page.keyboard.press('Control+z');
      await page.locator('.done', { hasText: 'C’est annulé.' }).waitFor();
    }));

  test('somebody invited: the call, without the secret of the invitation', () =>
    visit('/users', { login: ADMIN }, async (page) => {
      await page.getByRole('button', { name: 'Inviter quelqu’un' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.locator('#user-name').fill('Solène Kervella');
      await dialog.locator('#user-login').fill(`appel-${Date.now()}@metrios.example`);
      await dialog.locator('[value=director]').check();
      if (await dialog.locator('#user-mail').count()) await dialog.locator('#user-mail').uncheck();
      await dialog.getByRole('button', { name: /Inviter|Envoyer|Créer/ }).click();
      await page.locator('.once').waitFor();
      const secret = (await page.locator('.once').innerText()).match(/#(\S+)/)?.[1] ?? 'none';
      await page.locator('[aria-controls=account]').click();
      await page.locator('#account').getByRole('button', { name: 'Afficher les appels à l’API' }).click();
      const more = await says(page, { method: 'POST', path: '/api/users', status: 20, operation: 'addUser', line: 'Adds a user.', act: '' });
      assert.match(more, /"invitation": "…"/);
      assert.ok(!(await panel(page).innerText()).includes(secret));
      await page.keyboard.press('Escape');
      assert.equal(await focused(page), 'account');
    }));

  test('a key that is made: the call, with nothing of its bodies', () =>
    visit('/settings', { login: ADMIN }, async (page) => {
      await page.getByRole('button', { name: 'Créer une clé' }).first().click();
      await page.locator('#key-name').fill(`essai ${Date.now()}`);
      await page.keyboard.press('Enter');
      await page.locator('.once').waitFor();
      await page.keyboard.press('Control+k');
      await page.keyboard.type('appels');
      await page.keyboard.press('Enter');
      const more = await says(page, { method: 'POST', path: '/api/tokens', status: 20, operation: 'makeToken', line: 'Makes a key.', act: '' });
      assert.equal(more.match(/peut contenir un secret/g)?.length, 2);
      assert.ok(!more.includes('essai'));
    }));

  test('the key a opens and closes them, and gives the focus back; they stay while one acts', () =>
    visit('/', {}, async (page) => {
      await page.locator('[aria-controls=account]').focus();
      await page.keyboard.press('a');
      await panel(page).waitFor();
      assert.equal(await page.evaluate(() => document.activeElement.matches('[data-panel] h2')), true);
      await page.keyboard.press('a');
      await panel(page).waitFor({ state: 'hidden' });
      assert.equal(await focused(page), 'account');
      await page.keyboard.press('a');
      // The panel comes when its words are there, and takes the focus: not before, or '?' would not be for the field.
      await page.locator('[data-panel] h2:focus').waitFor();
      await page.getByRole('combobox', { name: 'Personne' }).focus();
      await page.keyboard.press('?');
      await page.getByRole('link', { name: 'Plan', exact: true }).first().click();
      await page.waitForURL(/\/plan$/);
      await first(page).getByText('/api/load', { exact: false }).first().waitFor();
    }));

  test('a panel of the page that opens comes on top; Escape closes one after the other', () =>
    visit('/plan', {}, async (page) => {
      await page.keyboard.press('a');
      await panel(page).waitFor();
      await page.locator('table button, table a').first().click();
      await page.locator('[data-panel]').nth(1).waitFor();
      await page.keyboard.press('Escape');
      await panel(page).waitFor();
      assert.equal(await page.locator('[data-panel]').count(), 1);
      await page.keyboard.press('Escape');
      await panel(page).waitFor({ state: 'hidden' });
    }));

  for (const lang of ['fr', 'en'])
    for (const theme of ['light', 'dark'])
      test(`on a phone, ${lang} ${theme}: axe, typography, nothing sideways; the first call opened`, () =>
        visit('/accounts', { lang, theme, width: 360 }, async (page, context) => {
          await page.keyboard.press('a');
          await first(page).locator('summary').click();
          await soundly(page, { lang, theme });
          assert.ok((await overflow(page)) <= 0);
          assert.deepEqual(await violations(page, context), []);
        }));

  test('nothing of who left is shown to the next reader, and no password', () =>
    visit('/', { login: null, expected: [401] }, async (page) => {
      const enter = async () => {
        await page.locator('[name=login]').fill(DIRECTOR);
        await page.locator('[name=password]').fill(PASSWORD);
        await page.keyboard.press('Enter');
        await page.locator('[aria-controls=account]').waitFor();
        await page.waitForLoadState('networkidle');
      };
      const addresses = async () => {
        await page.locator('h1').click();
        await page.keyboard.press('a');
        await first(page).waitFor();
        return panel(page).locator('.line code').allInnerTexts();
      };
      await enter();
      assert.ok((await addresses()).includes('/api/session'));
      for (const more of await panel(page).locator('summary').all()) await more.click();
      assert.ok(!(await panel(page).innerText()).includes(PASSWORD));
      await page.goto(`${server.url}/accounts`, { waitUntil: 'networkidle' });
      assert.ok((await addresses()).includes('/api/accounts'));
      await page.keyboard.press('Escape');
      await page.locator('[aria-controls=account]').click();
      await page.getByRole('button', { name: 'Se déconnecter' }).click();
      await page.locator('[name=login]').waitFor();
      await enter();
      assert.ok(!(await addresses()).includes('/api/accounts'));
    }));
});
