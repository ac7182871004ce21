// Script in any field of text is shown as text, and never runs, even where the content security policy is taken away.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, test } from 'node:test';
import { reader } from './browser.mjs';
import { EVERY } from './every.mjs';
import { ask, somebodyTalking } from './talking.mjs';
import { asked, browser, server, told } from './visits.mjs';

const [DIRECTOR, SELLER, OPS, ADMIN] = ['direction', 'camille', 'ventes', 'admin'].map((login) => `${login}@metrios.example`);
/** What a page that took text for markup would run, follow or work out. */
const SCRIPT = '<script>struck()</script><img src=x onerror=struck()>"><svg onload=struck()>javascript:struck()//{{7*7}}';

/** The same, where few signs may be entered. */
const SHORT = '<img src=x onerror=struck()>{{7*7}}';
/** In the name of a file the server lets none of `< > : " / \\ | ? *` in. */
const FILE = "'+struck()+' onerror=struck() {{7x7}}.txt";

/** Counts the scripts of a text that run, from before the page begins. */
const watch = (page) => page.addInitScript(() => {
  globalThis.strikes = 0;
  globalThis.struck = () => (globalThis.strikes += 1);
});

/** What came of the text on this page: scripts run, elements made of it, addresses that would run it. */
const harm = (page) => page.evaluate(() => ({
  strikes: globalThis.strikes,
  made: [...document.querySelectorAll('[onerror], [onload], img[src="x"]')].map((one) => one.outerHTML.slice(0, 90)),
  links: [...document.querySelectorAll('[href], [src], [action]')].map((one) => one.getAttribute('href') ?? one.getAttribute('src') ?? '').filter((to) => /^\s*javascript:/i.test(to)),
  scripts: [...document.scripts].filter((one) => /struck/.test(one.textContent)).length,
}));
const NONE = { strikes: 0, made: [], links: [], scripts: 0 };

/** The words of an address that do not stand there as they were typed, in its text, its fields or its names. */
const missing = (page, words) => page.evaluate((all) => {
  const fields = [...document.querySelectorAll('input, textarea')].map(({ value }) => value);
  const names = [...document.querySelectorAll('option, [title], [aria-label]')].flatMap((one) => [one.textContent, one.title, one.ariaLabel]);
  const text = [document.body.innerText, ...fields, ...names].join('\n').replace(/\s+/g, ' ');
  return all.filter((one) => !text.includes(one));
}, words);

const readers = new Map();
after(() => Promise.all([...readers.values()].map(async (one) => (await one).context.close())));

/** A reader of each login whose pages have no policy to hold them back; `spoils` has each answer changed on its way. */
const unguarded = (login = DIRECTOR, spoils) => {
  const key = `${login} ${Boolean(spoils)}`;
  return readers.get(key) ?? readers.set(key, opened(login, spoils)).get(key);
};
async function opened(login, spoils) {
  const made = await reader(browser, { url: server.url, login, unguarded: true });
  await watch(made.page);
  if (spoils) await made.page.route('**/api/**', (route) => changed(route, spoils));
  return made;
}
async function changed(route, spoils) {
  if (/\/(events|progress)$/.test(new URL(route.request().url()).pathname)) return route.fallback();
  const response = await route.fetch().catch(() => undefined);
  if (!response) return route.abort();
  if (!response.headers()['content-type']?.includes('json')) return route.fulfill({ response });
  return route.fulfill({ response, json: spoils(await response.json().catch(() => null)) });
}

/** Opens an address and requires that `words` stand there and that nothing came of them. */
async function shows(at, login, words, steps = () => {}) {
  const { page } = await unguarded(login);
  await page.goto(server.url + at, { waitUntil: 'networkidle' });
  await steps(page);
  for (let waited = 0; waited < 3000 && (await missing(page, words)).length > 0; waited += 100) await page.waitForTimeout(100);
  assert.deepEqual(await missing(page, words), [], `not shown as it was typed at ${at}`);
  assert.deepEqual(await harm(page), NONE);
}

const given = async (at, login, method, body, status) => {
  const answer = await asked(at, { login, method, body });
  assert.equal(answer.status, status, `${method} ${at}: ${await answer.clone().text()}`);
  return answer.status === 204 ? undefined : answer.json();
};

test('the watch sees a text that is taken for markup', async () => {
  const { page } = await unguarded();
  await page.goto(`${server.url}/`);
  await page.evaluate((text) => document.body.insertAdjacentHTML('beforeend', `<a href="javascript:struck()">x</a>${text}`), SCRIPT);
  await page.waitForFunction(() => globalThis.strikes > 0);
  const found = await harm(page);
  assert.ok(found.made.length > 0 && found.links.length > 0 && found.scripts > 0, JSON.stringify(found));
});

describe('script entered in a field is shown as it was typed', () => {
  const mark = String(Date.now()).slice(-6);
  const text = (word) => `Zz${mark} ${word} ${SCRIPT}`;
  const undo = [];
  after(async () => {
    for (const back of undo.reverse()) await back();
  });

  test('the name, the sector and the country of an account, its contact, what they agreed to, its deal', async () => {
    const [name, sector, country] = [text('compte'), SCRIPT, SCRIPT];
    const account = await given('/api/accounts', DIRECTOR, 'POST', { name, sector, country }, 201);
    undo.push(() => given(`/api/accounts/${account.id}`, DIRECTOR, 'PATCH', { name: `Zz${mark}`, sector: '', country: '' }, 200));
    const contact = await given('/api/contacts', DIRECTOR, 'POST', { account: account.id, name: SCRIPT, function: SCRIPT }, 201);
    undo.push(() => given(`/api/contacts/${contact.id}`, DIRECTOR, 'PATCH', { name: `Zz${mark}`, function: '' }, 200));
    await given(`/api/contacts/${contact.id}/consents`, DIRECTOR, 'POST', { choice: 'agreed', source: text('accord'), channels: ['mail'], aims: ['contract'] }, 201);
    const [process] = (await told('/api/processes')).processes;
    const deal = await given('/api/opportunities', DIRECTOR, 'POST', { account: account.id, key: `Zz${mark} ${SCRIPT}`, process: process.code, step: process.steps[0].code }, 201);
    undo.push(() => given(`/api/opportunities/${deal.id}`, DIRECTOR, 'PATCH', { key: `Zz${mark}`, standing: 'lost', closed_on: '2027-01-04' }, 200).catch(() => {}));
    await shows(`/accounts?text=Zz${mark}`, DIRECTOR, [name, SCRIPT]);
    await shows(`/account?id=${account.id}`, DIRECTOR, [name, SCRIPT]);
    await shows(`/account?id=${account.id}`, DIRECTOR, [text('accord')], (page) => page.getByRole('button', { name: /^Consentements\s:/ }).click());
    await shows(`/opportunity?id=${deal.id}`, DIRECTOR, [name, SCRIPT]);
    await shows('/opportunities', DIRECTOR, [SCRIPT]);
    await shows('/', DIRECTOR, [name], async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(`Zz${mark}`);
      await page.getByRole('option').filter({ hasText: name }).first().waitFor();
    });
  });

  test('a note, a goal, promises of both sides, the name of a file, the reason of a refusal', async () => {
    const { person, date, order } = await somebodyTalking(server.url, SELLER);
    const file = await (await ask(server.url, SELLER, `/api/orders/${order}/files`, { method: 'POST', query: { name: FILE }, body: mark, headers: { 'content-type': 'text/plain' } })).json();
    assert.equal(file.name, FILE, JSON.stringify(file));
    const body = { result: 'progress', goal: text('but'), note: text('note'), files: [file.id], ours: [{ what: text('promis'), due_on: '2027-03-01' }], theirs: [{ what: text('attendu'), due_on: '2027-03-01' }] };
    const held = await given(`/api/orders/${order}/conversation`, SELLER, 'POST', body, 201);
    undo.push(() => given(`/api/conversations/${held.id}`, SELLER, 'DELETE', undefined, 204));
    await shows(`/conversation?id=${held.id}`, SELLER, [body.goal, body.note, body.ours[0].what, body.theirs[0].what, file.name]);
    await shows('/conversations', SELLER, process.env.ATELIER_URL ? [body.ours[0].what] : []);
    await shows(`/account?id=${held.account}`, DIRECTOR, process.env.ATELIER_URL ? [body.ours[0].what] : []);
    const other = await somebodyTalking(server.url, SELLER);
    assert.notEqual(other.order, order);
    await given(`/api/orders/${other.order}/deferral`, SELLER, 'POST', { kind: 'refused', reason: text('raison') }, 200);
    undo.push(() => given(`/api/orders/${other.order}/deferral`, SELLER, 'DELETE', undefined, 204));
    await shows(`/?${new URLSearchParams({ person, date: other.date })}`, SELLER, [text('raison')], (page) => page.locator('details.deferred summary').click());
  });

  test('the name of a user and of a unit', async () => {
    const login = `zz-${mark}@metrios.example`;
    await given('/api/users', ADMIN, 'POST', { login, name: `Zz${mark} ${SHORT}`, roles: ['director'] }, 201);
    const unit = await asked('/api/units', { login: ADMIN, method: 'PUT', body: { code: SCRIPT } });
    await shows('/users', ADMIN, [`Zz${mark} ${SHORT}`, ...(unit.status === 200 ? [SCRIPT] : [])]);
  });

  test('the name of a saved view', async () => {
    const [id, name] = [randomUUID(), `Vue ${SHORT}`];
    await given(`/api/views/${id}`, DIRECTOR, 'PUT', { name, page: 'accounts', query: 'sort=-name' }, 200);
    undo.push(() => given(`/api/views/${id}`, DIRECTOR, 'DELETE', undefined, 204));
    await shows('/accounts', DIRECTOR, [name]);
  });

  test('every name of a process and of its objectives, and why it was published', async () => {
    const { code } = (await told('/api/processes', {}, OPS)).processes[0];
    const kept = await told(`/api/processes/${code}`, {}, OPS);
    // Each name, owner, function, subject and question, in both languages.
    const planted = kept.text.replace(/(fr|en|owner|playbook) = "(?:[^"\\]|\\.)*"/g, (_, key) => `${key} = '${SCRIPT}'`);
    await given(`/api/processes/${code}`, OPS, 'PUT', { text: planted, reason: text('motif') }, 200);
    undo.push(() => given(`/api/processes/${code}`, OPS, 'PUT', { text: kept.text, reason: 'Retour' }, 200));
    for (const view of [{}, { as: 'list' }, { view: 'text' }, { view: 'bill' }, { view: 'uses' }, { view: 'versions' }])
      await shows(`/process?${new URLSearchParams({ code, ...view })}`, OPS, [SCRIPT, ...(view.view === 'versions' ? [text('motif')] : [])]);
    for (const at of ['/processes', '/objectives']) await shows(at, OPS, [SCRIPT]);
    await shows('/cascade', OPS, []);
  });

  test('the name of somebody of the workshop', async () => {
    const { text: before } = await told('/api/workshop', {}, OPS);
    await given('/api/workshop', OPS, 'PUT', { text: before.replace(/^name = "[^"]*"$/m, `name = '${SCRIPT}'`) }, 200);
    undo.push(() => given('/api/workshop', OPS, 'PUT', { text: before }, 200));
    await shows('/workshop', OPS, [SCRIPT]);
  });
});

/** Words that are a text although they hold no space. */
const WORDS = new Set(['name', 'title', 'customer', 'sector', 'country', 'function', 'label', 'hint', 'owner', 'team', 'note', 'goal', 'what', 'reason', 'source']);
/** An answer of which every text ends with script; codes, dates and written sheets stay. */
function spoilt(value, key = '') {
  if (Array.isArray(value)) return value.map((one) => spoilt(one, key));
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, spoilt(one, name)]));
  const isText = typeof value === 'string' && !value.includes('\n') && (WORDS.has(key) ? value !== '' : /\S\s\S/.test(value));
  return isText ? `${value} ${SCRIPT}` : value;
}

describe('every page, were every text of every answer to end with script', () => {
  for (const { name, at, login, steps = () => {} } of EVERY)
    test(`${name} shows it, and runs none of it`, async () => {
      const { page, context } = await unguarded(login, spoilt);
      await page.goto(server.url + (typeof at === 'string' ? at : await at(server.url)), { waitUntil: 'networkidle' });
      await steps(page, context);
      await page.waitForLoadState('networkidle');
      const shown = await page.locator('main, dialog[open], [role=dialog]').allInnerTexts();
      assert.ok(shown.some((one) => one.replace(/\s+/g, ' ').includes(SCRIPT)), 'no text of the server is shown');
      assert.deepEqual(await harm(page), NONE);
    });
});
