// Views of every page with filters: kept under a name with what the address holds, found again, and the filters of the lists [8].
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { violations } from './axe.mjs';
import { asked, told, visit } from './visits.mjs';

const ADMIN = 'admin@metrios.example';
const SELLER = 'camille@metrios.example';
const OPS = 'ventes@metrios.example';
const DIRECTOR = 'direction@metrios.example';

/** Each page that has filters, some of them, and who reads it. */
const PAGES = {
  accounts: ['sort=-name', DIRECTOR], opportunities: ['standing=won', DIRECTOR], conversations: ['show=overdue', SELLER], calendar: ['person=s1', SELLER],
  plan: ['kind=seller', DIRECTOR], board: ['zoom=day&text=a', DIRECTOR], needs: ['process=new-customers', DIRECTOR], wip: ['process=new-customers', DIRECTOR],
  scenarios: ['process=new-customers', DIRECTOR], promise: ['deals=3', DIRECTOR], versions: ['old=1&new=2', DIRECTOR], actions: ['process=new-customers&objective=T1&state=done', DIRECTOR],
  indicators: ['process=new-customers', DIRECTOR], workshop: ['view=absences', OPS], imports: ['state=undone', OPS], users: ['state=disabled', ADMIN], jobs: ['state=failed', ADMIN], journal: ['outcome=refused', ADMIN],
};

test('a page that its reader may not read, or that has nothing yet, offers no view to keep', async () => {
  const keeps = (page) => page.getByRole('button', { name: 'Enregistrer cette vue' });
  await visit('/indicators', {}, (page) => keeps(page).waitFor());
  await visit('/scenarios', { login: 'camille@metrios.example', expected: [403] }, async (page) => {
    await page.locator('main .notice').first().waitFor();
    assert.equal(await keeps(page).count(), 0);
    // The next page has its own.
    await page.getByRole('link', { name: 'Comptes' }).first().click();
    await keeps(page).waitFor();
  });
});

describe('views of every page with filters', () => {
  for (const [page, [query, login]] of Object.entries(PAGES))
    test(`${page}: what its address holds is kept under a name, and found again`, () =>
      visit(`/${page}?${query}`, { login, expected: [404, 422] }, async (view) => {
        const name = `Essai ${page} ${Date.now()}`;
        await view.getByRole('button', { name: 'Enregistrer cette vue' }).click();
        await view.getByLabel('Nom de la vue').fill(name);
        await view.getByRole('dialog').getByRole('button', { name: 'Enregistrer', exact: true }).click();
        await view.locator('.done', { hasText: name }).waitFor();
        const { views } = await told('/api/views', { page }, login);
        const kept = views.find((one) => one.name === name);
        try {
          const sorted = (text) => [...new URLSearchParams(text)].map(String).sort();
          assert.deepEqual(sorted(kept.query), sorted(query));
          await view.goto(new URL(`/${page}`, view.url()).href, { waitUntil: 'networkidle' });
          await view.getByRole('combobox', { name: /^Vues enregistrées/ }).selectOption({ label: name });
          await view.waitForURL((url) => [...new URLSearchParams(query)].every(([one, value]) => url.searchParams.get(one) === value));
        } finally {
          await asked(`/api/views/${kept.id}`, { login, method: 'DELETE' });
        }
      }));
});

describe('filters of lists', () => {
  test('the journal is narrowed to an outcome and to somebody, then shown whole', () =>
    visit('/journal', { login: ADMIN }, async (page, context) => {
      const rows = page.locator('tbody tr');
      const all = await rows.count();
      // What was asked is said in words, its address beside it.
      const users = rows.filter({ hasText: /\/api\/users$/ });
      if ((await users.count()) > 0) assert.match(await users.first().innerText(), /les utilisateurs \/api\/users/);
      const came = rows.filter({ hasText: 'sign-in/password' });
      if ((await came.count()) > 0) assert.match(await came.first().innerText(), /par mot de passe/);
      await page.getByRole('combobox', { name: 'Issue' }).selectOption('refused');
      await page.waitForURL(/outcome=refused/);
      assert.ok((await rows.count()) <= all);
      for (const text of await rows.allInnerTexts()) assert.match(text, /refusé/);
      assert.deepEqual(await violations(page, context), []);
      await page.goto(new URL('/journal?who=nobody', page.url()).href, { waitUntil: 'networkidle' });
      await page.getByText('Rien ne correspond à ces filtres.').waitFor();
      await page.getByRole('button', { name: 'Tout montrer' }).click();
      await rows.first().waitFor();
      assert.ok(!page.url().includes('who'));
    }));

  test('whoever reads the jobs has the ledger checked now, and sees how far it is', () =>
    visit('/jobs', { login: ADMIN }, async (page, context) => {
      await page.getByRole('button', { name: 'Vérifier le journal maintenant' }).click();
      const line = page.locator('.filters + ul li').filter({ hasText: 'Vérification du journal' }).first();
      await line.waitFor();
      assert.match(await line.innerText(), /en attente|en cours|terminé/);
      assert.deepEqual(await violations(page, context), []);
    }));

  test('jobs, users and imports are narrowed by their state', async () => {
    for (const [at, login, state, word] of [['/jobs', ADMIN, 'done', 'terminé'], ['/users', ADMIN, 'active', 'actif']])
      await visit(at, { login }, async (page) => {
        await page.getByRole('combobox', { name: 'État' }).selectOption(state);
        await page.waitForURL((url) => url.searchParams.get('state') === state);
        for (const text of await page.locator('.filters + ul li').allInnerTexts()) assert.ok(text.includes(word), text);
      });
    await visit('/imports?state=undone', { login: OPS }, async (page) => {
      assert.equal(await page.getByRole('button', { name: 'Annuler cet import' }).count(), 0);
    });
  });

  test('the actions of an objective are narrowed to those done', () =>
    visit('/cascade', {}, async (page) => {
      await page.locator('.links a').first().click();
      await page.waitForURL(/\/actions/);
      await page.getByRole('combobox', { name: 'État' }).selectOption('ahead');
      await page.waitForURL(/state=ahead/);
      for (const text of await page.locator('tbody tr td:first-child').allInnerTexts()) assert.notEqual(text, 'faite');
    }));

  test('somebody looked for on the board is in its address', () =>
    visit('/board', { login: 'direction@lumen.example' }, async (page) => {
      const before = await page.locator('[role=row]').count();
      await page.getByRole('searchbox').fill('al');
      await page.waitForURL(/text=al/);
      assert.ok((await page.locator('[role=row]').count()) <= before);
    }));
});
