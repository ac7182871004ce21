// What a live demonstration cannot show: no data yet, a proof that has lapsed, an import that lasts, a mapping that is refused, a hundred thousand rows.
// Always on the stand-in, whose pages `npm run build` has built.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

delete process.env.ATELIER_URL;
process.env.ATELIER_STAND_ACCOUNTS = '100000';
const { violations } = await import('./axe.mjs');
const { server, told, visit } = await import('./visits.mjs');

const OPS = 'ventes@metrios.example';
const LUMEN = 'ventes@lumen.example';

test(`an installation without data offers one's own data or the sample, and no command to type [1, 2]`, () =>
  visit('/accounts', { login: 'ventes@vide.example' }, async (page, context) => {
    await page.getByRole('heading', { name: 'Commencer avec vos données' }).waitFor();
    await page.getByText('demandez-les à qui a installé Atelier').waitFor();
    assert.equal(await page.getByRole('link', { name: 'Importer mes données' }).getAttribute('href'), '/imports');
    assert.ok(!(await page.locator('main').innerText()).includes('atelier '));
    assert.deepEqual(await violations(page, context), []);
  }));

const EMPTY = ['/', '/plan', '/wip', '/board', '/needs', '/scenarios', '/promise', '/versions', '/cascade', '/indicators', '/processes', '/conversations', '/calendar'];
for (const [login, wanted] of [['direction@vide.example', 'asks'], ['ventes@vide.example', 'goes']])
  test(`each empty page has one next step that ${login} may take, or says whom to ask`, async () => {
    const taken = new Set();
    for (const at of EMPTY)
      await visit(at, { login, expected: [422] }, async (page) => {
        const notice = page.locator('main .notice').first();
        await notice.waitFor();
        const [ways, asks] = [await notice.locator('a.button, button').count(), await notice.locator('.ask').count()];
        // Whoever writes processes begins one just under the words.
        const here = at === '/processes' && wanted === 'goes' ? await page.locator('main').getByRole('button').count() : 0;
        assert.equal(ways + asks + Math.min(1, here), 1, `${at} has ${ways} ways and ${asks} to ask`);
        const said = await page.locator('main').innerText();
        for (const word of ['atelier ', 'app/no-', '--', 'Réessayer']) assert.ok(!said.includes(word), `${at} says ${word}`);
        taken.add(ways > 0 ? 'goes' : 'asks');
        if (ways === 0) return;
        await notice.locator('a.button').first().click();
        await page.waitForURL((url) => url.pathname !== at);
        assert.equal(await page.getByText('n’ouvre').count(), 0);
      });
    assert.ok(taken.has(wanted), `nobody ${wanted}`);
  });

describe('the first plan of a company whose team and objective are there', () => {
  /** `/api/people` and `/api/cascade` as the server answers them then; `job` as the plan ends. */
  const begun = async (page, job) => {
    const none = { status: 422, contentType: 'application/problem+json', body: JSON.stringify({ type: 'urn:atelier:app/no-plan', title: 'Il n’y a pas encore de plan.', status: 422, detail: '', code: 'app/no-plan', remedy: 'Faites-en un : atelier plan make.', errors: [] }) };
    let made = false;
    await page.route('**/api/people?*', (route) => (made ? route.continue() : route.fulfill(none)));
    await page.route('**/api/cascade?*', (route) => route.fulfill({ json: { lines: [{ line: null, objectives: [{ code: 't1' }] }] } }));
    await page.route('**/api/jobs/job-plan?*', (route) => {
      made = job.state === 'done';
      return route.fulfill({ json: { id: 'job-plan', kind: 'plan', attempts: 1, made: '2027-01-04T08:00:00Z', ended: '2027-01-04T08:00:02Z', reasons: [], ...job } });
    });
    await page.reload({ waitUntil: 'networkidle' });
  };
  const make = (page) => page.getByRole('button', { name: 'Faire le premier plan' });

  test('is made from the page that waits for it, which then opens', () =>
    visit('/', { expected: [422] }, async (page, context) => {
      await begun(page, { state: 'done' });
      assert.equal(await page.locator('main ol .done').count(), 2);
      assert.deepEqual(await violations(page, context), []);
      await make(page).click();
      await page.getByText('Le plan est en train d’être fait').waitFor();
      await page.locator('.day').waitFor();
      assert.equal(await make(page).count(), 0);
    }));

  test('that cannot be made says why, and may be asked for again', () =>
    visit('/', { expected: [422] }, async (page) => {
      await begun(page, { state: 'failed', reasons: [{ code: 'app/no-objective', place: '', title: 'Il n’y a rien à planifier.', detail: 'Aucun objectif à venir.', remedy: 'Donnez un objectif.' }] });
      await make(page).click();
      await page.getByText('Il n’y a rien à planifier.').waitFor();
      assert.equal(await make(page).getAttribute('aria-disabled'), 'false');
    }));

  test('is asked of whoever may make it', () =>
    visit('/', { login: 'camille@metrios.example', expected: [422] }, async (page) => {
      await begun(page, { state: 'done' });
      await page.getByText('La direction ou l’administration des ventes fait le premier plan').waitFor();
      assert.equal(await make(page).count(), 0);
    }));
});

test('a proof that has lapsed is said beside its step: since when, what to do, where the deal falls back', async () => {
  const { rows } = await told('/api/opportunities', { standing: 'open', limit: '200' });
  const all = await Promise.all(rows.map(({ id }) => told(`/api/opportunities/${id}`, { lang: 'fr' })));
  const deal = all.find(({ lapsed }) => lapsed.length > 0);
  assert.ok(deal, 'no proof has lapsed here');
  const [{ evidence, back_to_name }] = deal.lapsed;
  await visit('/opportunities', {}, async (page, context) => {
    await page.goto(`${server.url}/opportunity?id=${deal.id}`, { waitUntil: 'networkidle' });
    const steps = page.locator('section', { has: page.locator('#steps') });
    const text = await steps.innerText();
    for (const word of ['Preuve périmée depuis le', evidence, 'Obtenez-en une nouvelle', back_to_name]) assert.ok(text.includes(word), `${word} is not in ${text}`);
    assert.ok((await steps.getByText('Preuve périmée depuis le').count()) >= 2, 'at the top, and at its step');
    assert.deepEqual(await violations(page, context), []);
  });
});

describe('an import', () => {
  /** Chooses a file of one case, of this customer, and asks for it to be read. */
  async function tried(page, customer) {
    const buffer = Buffer.from(`Référence;Client;Étape;Créée le\r\nJ-9;${customer};Découverte;04/12/2026`, 'utf8');
    await page.locator('#import-files').setInputFiles({ name: 'affaires.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: 'Lire sans rien écrire' }).click();
  }

  test('an import that takes long shows how far it is, and is cancelled [25]', () =>
    visit('/imports', { login: OPS }, async (page) => {
      await tried(page, 'Société Lente');
      await page.getByText(/340 sur 1\s215 lignes/).waitFor();
      assert.equal(await page.getByRole('progressbar', { name: 'Avancement de l’import' }).getAttribute('max'), '1215');
      await page.getByRole('button', { name: 'Annuler', exact: true }).click();
      await page.getByText('L’import est annulé.').waitFor();
    }));

  test('an import that is refused tells every fault with its place [25]', () =>
    visit('/imports', { login: OPS }, async (page) => {
      await tried(page, 'Société Refusée');
      await page.getByText('L’import est refusé pour 2 raisons.').waitFor();
      assert.match(await page.getByText('mapping.atelier.toml:4:7').locator('xpath=..').innerText(), /Cette clé n’est pas connue/);
      await page.getByText('mapping.atelier.toml:9:1').waitFor();
    }));
});

describe('a hundred thousand accounts', () => {
  const rows = (page) => page.locator('.list [role=row]').count();

  test('are read to the last with under a hundred rows in the document, and scrolled back without a blank [10]', () =>
    visit('/', { login: LUMEN }, async (page) => {
      // Twenty large pages instead of five hundred (npm run lists-speed reads those): what counts is how many rows are held.
      await page.route('**/api/accounts?*', (route) => route.continue({ url: route.request().url().replace(/limit=\d+/, 'limit=5000') }));
      await page.goto(`${server.url}/accounts`, { waitUntil: 'networkidle' });
      const list = page.locator('.list');
      await list.locator('[data-cell]').first().waitFor();
      const read = await list.evaluate(async (one) => {
        let most = 0;
        while (one.getAttribute('aria-rowcount') === '-1') {
          const high = one.scrollHeight;
          one.scrollTop = high;
          while (one.scrollHeight === high && one.getAttribute('aria-rowcount') === '-1') await new Promise((done) => setTimeout(done));
          most = Math.max(most, one.querySelectorAll('[role=row]').length);
        }
        return { most, rows: Number(one.getAttribute('aria-rowcount')) - 1 };
      });
      assert.equal(read.rows, 100_000);
      assert.ok(read.most < 100, `${read.most} rows in the document`);
      for (const part of [0.9, 0.5, 0.1, 0]) {
        await list.evaluate((one, part) => (one.scrollTop = one.scrollHeight * part), part);
        await page.waitForFunction(() => {
          const box = document.querySelector('.list').getBoundingClientRect();
          const there = document.elementFromPoint(box.left + 120, box.top + box.height / 2)?.closest('[role=row]');
          return there?.innerText.trim();
        });
        assert.ok((await rows(page)) < 100);
      }
    }));

  test('five hundred of them are changed at once: count, progress, what was refused and why, and undone [12, 13]', () =>
    visit('/accounts', { login: LUMEN, expected: [422] }, async (page) => {
      const before = await told('/api/accounts', { limit: '500' }, LUMEN);
      let sent = 0;
      await page.route('**/api/accounts/*', (route) => {
        if (route.request().method() !== 'PATCH' || ++sent % 250 !== 7) return route.fallback();
        const one = { code: 'execution/refused', place: 'sector', title: 'Refusé pour l’essai.', detail: '', remedy: '' };
        return route.fulfill({ status: 422, contentType: 'application/problem+json', body: JSON.stringify({ type: '', status: 422, ...one, errors: [one] }) });
      });
      await page.locator('[role=row] input[type=checkbox]').nth(1).click();
      await page.getByRole('button', { name: /500/ }).click();
      await page.getByRole('textbox', { name: 'en' }).fill('ferroviaire');
      await page.getByRole('button', { name: 'Changer ces 500 comptes' }).click();
      await page.waitForFunction(() => document.querySelector('.bulk progress')?.value > 0);
      await page.getByText(/500 sur 500\u202f; refusés\u202f: 2/).waitFor();
      await page.getByText('2 comptes n’ont pas été changés').click();
      assert.equal(await page.getByText('Refusé pour l’essai.').count(), 2);
      const changed = async () => (await told('/api/accounts', { limit: '500' }, LUMEN)).rows.filter(({ sector }) => sector === 'ferroviaire').length;
      assert.equal(await changed(), 498);
      await page.unroute('**/api/accounts/*');
      await page.locator('.done').getByRole('button', { name: 'Annuler' }).click();
      await page.locator('.done', { hasText: 'C’est annulé.' }).waitFor();
      assert.deepEqual((await told('/api/accounts', { limit: '500' }, LUMEN)).rows.map(({ sector }) => sector), before.rows.map(({ sector }) => sector));
    }));
});
