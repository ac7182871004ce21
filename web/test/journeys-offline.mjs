// The network is cut: what was opened stays readable, by its reader only; the page can be installed [30].
import assert from 'node:assert/strict';
import { after, afterEach, describe, test } from 'node:test';
import { PASSWORD } from './door.mjs';
import { DIRECTOR } from './browser.mjs';
import { somebodyTalking } from './talking.mjs';
import { server, visit, visitBusy } from './visits.mjs';
import { wire } from './wire.mjs';

const SELLER = 'camille@metrios.example';
const line = await wire(server.url);
after(() => line.stop());
afterEach(() => line.mend());
const CUT = { worker: true, troubled: true, wire: line };

/** Waits until what is asked of the page comes true; a promise would be taken for true by `waitForFunction`. */
async function until(page, asked) {
  for (let tries = 0; !(await page.evaluate(asked)); tries++) {
    assert.ok(tries < 300, `never: ${asked}`);
    await page.waitForTimeout(50);
  }
}

/** A page under the service worker, which has had the time to keep what was read. */
async function underWorker(page) {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await until(page, async () => {
    if (!(await caches.has('atelier-read'))) return false;
    const kept = await (await caches.open('atelier-read')).keys();
    return kept.some(({ url }) => url.includes('/api/session')) && kept.some(({ url }) => url.includes('/api/people')) && kept.some(({ url }) => /\/api\/(day|load)\?/.test(url));
  });
}

const keptReads = (page) => page.evaluate(async () => (await caches.has('atelier-read')) ? (await (await caches.open('atelier-read')).keys()).length : 0);
const banner = (page) => page.locator('.network.shown');

describe('the network is cut', () => {
  test('the day that was opened is read again, the banner says so, and says no more when the network is back [30]', () =>
    visitBusy(CUT, async (page) => {
      await underWorker(page);
      const before = await page.locator('article').allInnerTexts();
      line.cut();
      await page.reload();
      await page.locator('article').first().waitFor();
      assert.deepEqual(await page.locator('article').allInnerTexts(), before);
      assert.match(await banner(page).innerText(), /Le réseau est coupé/);
      line.mend();
      await page.waitForFunction(() => !document.querySelector('.network.shown'));
    }));

  test('the sheets of one’s own day were read ahead: one that was never opened opens, and those of others are not read [30]', async () => {
    const found = await somebodyTalking(server.url, SELLER);
    const at = `/?${new URLSearchParams({ person: found.person, date: found.date })}`;
    const sheets = (page) => page.evaluate(async () => (await (await caches.open('atelier-read')).keys()).map(({ url }) => url).filter((url) => /\/sheet\?/.test(url)));
    await visit(at, { ...CUT, login: SELLER }, async (page) => {
      await underWorker(page);
      for (let tries = 0; !(await sheets(page)).some((url) => url.includes(`/${found.order}/`)); tries++) {
        assert.ok(tries < 100, 'the sheet is never read ahead');
        await page.waitForTimeout(50);
      }
      const kept = (await sheets(page)).length;
      assert.ok(kept <= 8 && kept <= found.day.items.filter(({ is_conversation }) => is_conversation).length, `${kept} sheets`);
      line.cut();
      await page.locator(`[data-order="${found.order}"]`).first().press('Enter');
      await page.locator('.sheet').waitFor();
      assert.ok((await page.locator('h1').innerText()).includes(found.item.customer));
      assert.match(await banner(page).innerText(), /Le réseau est coupé/);
      await page.reload();
      await page.locator('.sheet').waitFor();
      line.mend();
    });
    await visit(at, { ...CUT, login: DIRECTOR }, async (page) => {
      await underWorker(page);
      await page.waitForTimeout(500);
      assert.deepEqual(await sheets(page), []);
    });
  });

  test('whoever signs out leaves nothing behind [30]', () =>
    visit('/', { ...CUT, login: null }, async (page) => {
      await page.locator('[name=login]').fill(DIRECTOR);
      await page.locator('[name=password]').fill(PASSWORD);
      await page.keyboard.press('Enter');
      await page.locator('[aria-controls=account]').waitFor();
      await page.reload({ waitUntil: 'networkidle' });
      await underWorker(page);
      assert.ok((await keptReads(page)) > 1);
      await page.locator('[aria-controls=account]').click();
      await page.getByRole('button', { name: 'Se déconnecter' }).click();
      await page.locator('[name=password]').waitFor();
      // What was being written when they left is gone a moment later.
      await until(page, async () => !(await caches.has('atelier-read')) || (await (await caches.open('atelier-read')).keys()).length === 0);
      line.cut();
      await page.reload();
      await page.locator('main').waitFor();
      await page.locator('.notice').waitFor();
      assert.equal(await page.locator('article').count(), 0);
      line.mend();
    }));
});

describe('a phone may install it', () => {
  test('the manifest names what it needs, and its icons are there', async () => {
    const answer = await fetch(`${server.url}/manifest.webmanifest`);
    assert.equal(answer.headers.get('content-type'), 'application/manifest+json');
    const { name, start_url, display, icons } = await answer.json();
    assert.deepEqual([name, start_url, display], ['Atelier', '/', 'standalone']);
    assert.ok(icons.some(({ purpose }) => purpose === 'maskable'));
    for (const { src, type, sizes } of icons) {
      const icon = await fetch(server.url + src);
      assert.equal(icon.status, 200, src);
      assert.equal(icon.headers.get('content-type'), type);
      if (type !== 'image/png') continue;
      const bytes = Buffer.from(await icon.arrayBuffer());
      assert.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, sizes, src);
    }
  });

  test('the worker itself is asked for each time', async () => {
    const answer = await fetch(`${server.url}/sw.js`);
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('content-type'), /^text\/javascript/);
    if (process.env.ATELIER_URL) assert.equal(answer.headers.get('cache-control'), 'no-cache');
  });
});
