// Every page, in both languages and themes, on a desk and on a phone: axe, typography, no raw key, no sideways scroll [27, 28, 29];
// the palette and the focus on each [3, 28]; the pages that several roles read, as each of them.
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { violations } from './axe.mjs';
import { reader } from './browser.mjs';
import { EVERY } from './every.mjs';
import { blindStops, browser, server, soundly, visit } from './visits.mjs';

/** Where the picture of each page is kept, in one combination, for whoever reads the tests afterwards. */
const SHOTS = process.env.ATELIER_SHOTS;

for (const { name, at, login, steps = () => {}, expected } of EVERY)
  describe(`every page: ${name}`, () => {
    for (const lang of ['fr', 'en'])
      for (const theme of ['light', 'dark'])
        for (const width of [1280, 360])
          test(`${name}, ${lang} ${theme} ${width}`, async () =>
            visit(typeof at === 'string' ? at : await at(server.url), { lang, theme, width, ...(login !== undefined && { login }), ...(expected && { expected }) }, async (page, context) => {
              await steps(page, context);
              if (SHOTS && lang === 'fr' && theme === 'light' && width === 1280) await page.screenshot({ path: `${SHOTS}/${name}.png` });
              await soundly(page, { lang, theme });
              assert.deepEqual(await violations(page, context), []);
            }));
  });

/** Every address once, and who reads it; one that opens with a dialog is left to its page. */
const ADDRESSES = EVERY.filter(({ at }, index) => typeof at !== 'string' || (EVERY.findIndex((one) => one.at === at) === index && !at.includes('new=1')));
const palette = (page) => page.getByRole('dialog', { name: /Rechercher ou lancer une commande/ });

describe('on every page', () => {
  const readers = new Map();
  after(() => Promise.all([...readers.values()].map(async (one) => (await one).context.close())));
  /** One reader for each login. */
  const as = (login) => readers.get(login) ?? readers.set(login, reader(browser, { url: server.url, login })).get(login);

  for (const { name, at, login } of ADDRESSES)
    test(`${name}: Ctrl+K opens the palette, Escape gives the focus back, and every stop shows its focus [3, 28]`, async () => {
      const { page } = await as(login);
      await page.goto(server.url + (typeof at === 'string' ? at : await at(server.url)), { waitUntil: 'networkidle' });
      assert.deepEqual(await blindStops(page, 30), []);
      await page.locator('[aria-controls=account]').focus();
      await page.keyboard.press('Control+k');
      await palette(page).waitFor();
      assert.equal(await page.evaluate(() => document.activeElement.getAttribute('role')), 'combobox');
      await page.keyboard.press('Escape');
      await palette(page).waitFor({ state: 'hidden' });
      assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-controls')), 'account');
    });
});

/** The pages that a seller, a director and sales operations read, each with what they may do there. */
const SHARED = ['/', '/board', '/accounts', '/opportunities', '/cascade', '/processes', '/indicators'];
const ROLES = { 'a seller': 'camille', 'a director': 'direction', 'sales operations': 'ventes' };

for (const [role, login] of Object.entries(ROLES))
  test(`the pages that several roles read, as ${role}: axe, typography, no raw key, nothing sideways [27, 28, 29]`, () =>
    visit('/', { login: `${login}@metrios.example`, lang: 'en', width: 360, expected: [403] }, async (page, context) => {
      for (const at of SHARED) {
        await page.goto(server.url + at, { waitUntil: 'networkidle' });
        await soundly(page, { lang: 'en', theme: 'light' });
        assert.deepEqual(await violations(page, context), []);
      }
    }));
