// Pictures of every page to look at: node test/screens.mjs DIR
import { mkdir } from 'node:fs/promises';
import { DIRECTOR, browse, reader, subject } from './browser.mjs';
import { PASSWORD } from './door.mjs';
import { EVERY } from './every.mjs';
import { ask, somethingSuggested } from './talking.mjs';

const dir = process.argv[2] ?? 'screens';
const ADMIN = 'admin@metrios.example';
const SELLER = 'camille@metrios.example';
const OPS = 'ventes@metrios.example';

/** Fills in a password and sends it. */
const tryWith = (text) => async (page) => {
  await page.locator('[name=password]').fill(text);
  await page.keyboard.press('Enter');
  await page.locator('.refusal').first().waitFor();
};

/** An invitation for somebody new, as a page to open. */
async function invite() {
  const post = (at, body, cookie = '') =>
    fetch(server.url + at, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify(body) });
  const entered = await post('/api/session', { login: ADMIN, password: PASSWORD });
  const body = { login: `photo-${Date.now()}@metrios.example`, name: 'Solène Kervella', roles: ['director'] };
  const answer = await post('/api/users', body, entered.headers.get('set-cookie').split(';')[0]);
  return `/invitation#${(await answer.json()).invitation}`;
}

async function change(page) {
  await page.locator('[aria-controls=account]').click();
  await page.locator('#account button').first().click();
  await page.locator('#new').fill('court');
}

/** Somebody is invited: the link is shown once. */
async function invited(page) {
  await page.getByRole('button', { name: /Inviter quelqu’un|Invite somebody/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('#user-name').fill('Solène Kervella');
  await dialog.locator('#user-login').fill(`photo-${Date.now()}@metrios.example`);
  await dialog.locator('[value=director]').check();
  if (await dialog.locator('#user-mail').count()) await dialog.locator('#user-mail').uncheck();
  await page.keyboard.press('Enter');
  await page.locator('.once').waitFor();
}

/** Rows of an import are written, but for the one set aside. */
async function written(page) {
  const mark = Date.now();
  const text = `Référence;Client;Étape;Créée le;Montant HT\nP${mark}-1;Fonderies du Rhône;Découverte;04/12/2026;12 500,50\nP${mark}-2;Ateliers Bréal;Découverte;32/13/2026;8 000,00\n`;
  await page.locator('#import-files').setInputFiles({ name: 'affaires.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: /Lire sans|Read without/ }).click();
  await page.getByRole('button', { name: /Écrire les bonnes lignes|Write the good/ }).click();
  await page.getByRole('link', { name: /Voir la charge|See the load/ }).waitFor();
}

/** A workbook from before 2007 is not read. */
async function old(page) {
  const buffer = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
  await page.locator('#import-files').setInputFiles({ name: 'vieux.xls', mimeType: 'application/vnd.ms-excel', buffer });
  await page.getByText(/2007/).first().waitFor();
}

/** The process, with no warning let pass. */
const unwaived = (view) => async (url) => {
  const { process } = await (await ask(url, OPS, '/api/processes/new-customers')).json();
  for (const { rule, step, operation } of process.design.findings.filter((one) => one.waived))
    await ask(url, OPS, '/api/processes/new-customers/waivers', { method: 'DELETE', query: { rule, ...(step && { step }), ...(operation && { operation }) } });
  return `/process?${new URLSearchParams({ code: 'new-customers', ...view })}`;
};

/** A warning has been let pass. */
async function waived(page) {
  const design = page.locator('aside[aria-labelledby=design]');
  await design.getByRole('button', { name: /90/ }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('[name=reason]').fill('Vu en comité, revu au printemps');
  await dialog.getByRole('button', { name: /90/ }).click();
  await design.getByText(/Vu en comité/).waitFor();
}

/** Publishing without a reason, with it, and what the page says then. */
async function published(page) {
  const text = page.locator('textarea').first();
  await text.fill(`${(await text.inputValue()).trimEnd()}\n# Relu ${Date.now()}\n`);
  await page.locator('.bar button.main[aria-disabled=false]').click();
  await page.getByRole('dialog').locator('[name=reason]').fill('Relu en comité');
  await page.getByRole('dialog').getByRole('button', { name: /^(Publier|Publish)/ }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

/** A suggestion is put aside; with `back` it is suggested again. */
const aside = (back) => async (page) => {
  const form = page.locator('[data-panel] form');
  await form.getByRole('button', { name: /^1 (sem|w)/ }).first().click();
  await form.getByRole('button', { name: /En congé|On leave/ }).click();
  await form.getByRole('button', { name: /^(Reporter|Postpone)/ }).last().click();
  await page.locator('details.deferred summary').click();
  if (back) await page.locator('details.deferred').getByRole('button', { name: /Proposer à nouveau|Suggest again/ }).first().click();
  await page.waitForTimeout(300);
};
/** The suggestion that the picture before this one put aside is suggested again. */
let put;
async function asideAt(url) {
  if (put) await ask(url, SELLER, `/api/suggestions/${put}/deferral`, { method: 'DELETE' });
  const { person, date, one } = await somethingSuggested(url, SELLER);
  put = one.reminder;
  return `/?${new URLSearchParams({ person, date, order: put, act: 'postpone' })}`;
}

/** Name, address, who reads, and what they do there; a name with a dash is a picture of the window only. */
const PAGES = [
  ...EVERY.map(({ name, at, login, steps }) => [name, at, login === undefined ? {} : { login }, steps]),
  ['day-why', '/?order=OA-0117'],
  ['plan-week', '/plan?week=2027-W08'],
  ['signin', '/', { login: null }],
  ['signin-refused', '/', { login: null }, async (page) => {
    await page.locator('[name=login]').fill(DIRECTOR);
    await tryWith('pas le bon')(page);
  }],
  ['signin-ended', '/', {}, async (page, context) => {
    await context.clearCookies();
    await page.locator('.when button').last().focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('[name=password]').waitFor();
  }],
  ['invitation', invite, { login: null }],
  ['invitation-refused', invite, { login: null }, tryWith('court')],
  ['invitation-ended', () => '/invitation#x', { login: null }],
  ['account-password', '/', {}, change],
  ['users_invited', '/users', { login: ADMIN }, invited],
  ['imports_written', '/imports', { login: OPS }, written],
  ['imports_old', '/imports', { login: OPS }, old],
  ['process_waived', unwaived({ as: 'list' }), { login: OPS }, waived],
  ['process_published', unwaived({ view: 'text' }), { login: OPS }, published],
  ['day_put_aside', asideAt, { login: SELLER }, aside(false)],
  ['day_taken_back', asideAt, { login: SELLER }, aside(true)],
  ['seller-plan', '/plan', { login: SELLER }],
  ['no-page', '/', { login: ADMIN }],
];
await mkdir(dir, { recursive: true });
const [server, browser] = [await subject(), await browse()];
const only = process.argv.slice(3);
for (const lang of ['fr', 'en'])
  for (const width of [1280, 360])
    for (const theme of ['light', 'dark'])
      for (const [name, path, as = {}, steps = () => {}] of PAGES.filter(([name]) => only.length === 0 || only.includes(name))) {
        const size = { width, height: width < 700 ? 740 : 900 };
        const { page, context, complaints } = await reader(browser, { url: server.url, lang, theme, ...size, expected: [401, 403, 410, 422], ...as });
        await page.goto(server.url + (typeof path === 'string' ? path : await path(server.url)), { waitUntil: 'networkidle' });
        await steps(page, context);
        await page.screenshot({ path: `${dir}/${name}-${lang}-${width}-${theme}.png`, fullPage: !name.includes('-') });
        for (const complaint of await complaints()) console.log(name, lang, width, theme, complaint);
        await context.close();
      }
await browser.close();
server.stop();
