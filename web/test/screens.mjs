// Pictures of every page to look at: node test/screens.mjs DIR
import { mkdir } from 'node:fs/promises';
import { DIRECTOR, browse, reader, subject } from './browser.mjs';
import { PASSWORD } from './door.mjs';
import { EVERY } from './every.mjs';

const dir = process.argv[2] ?? 'screens';
const ADMIN = 'admin@metrios.example';
const SELLER = 'camille@metrios.example';

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
