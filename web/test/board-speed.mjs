// How fast the board is with five hundred people and twenty thousand actions: node test/board-speed.mjs
// Figures are printed; it fails when one of them misses its mark. With ATELIER_URL it measures a live server (ATELIER_LOGIN says who reads).
import { browse, reader, subject } from './browser.mjs';

const LOGIN = process.env.ATELIER_LOGIN ?? 'direction@lumen.example';
const MARKS = { paint: 1500, frame: 1000 / 50, key: 100, rows: 100 };
const [server, browser] = [await subject(), await browse()];
const { page, context, complaints } = await reader(browser, { url: server.url, login: LOGIN, width: 1440, height: 900 });
const found = [];
const say = (what, value, unit, most) => {
  found.push(value <= most);
  console.log(`${value <= most ? 'held  ' : 'MISSED'}  ${what}: ${value.toFixed(value < 10 ? 1 : 0)} ${unit} (at most ${most.toFixed(0)})`);
};

// Beside what the clock says, which other work of the machine lengthens: the time of the processor that the page itself took.
const inside = await context.newCDPSession(page);
await inside.send('Performance.enable', { timeDomain: 'threadTicks' });
const worked = async () => (await inside.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000;

/** Longest and usual time between two frames while something goes on, in milliseconds. */
async function frames(act) {
  await page.evaluate(() => {
    globalThis.gaps = [];
    let last = performance.now();
    const tick = (now) => {
      globalThis.gaps.push(now - last);
      last = now;
      globalThis.watching = requestAnimationFrame(tick);
    };
    globalThis.watching = requestAnimationFrame(tick);
  });
  const before = await worked();
  await act();
  const work = (await worked()) - before;
  const gaps = await page.evaluate(() => (cancelAnimationFrame(globalThis.watching), globalThis.gaps.slice(1)));
  const sorted = gaps.toSorted((a, b) => a - b);
  return { mean: gaps.reduce((a, b) => a + b, 0) / gaps.length, high: sorted[Math.floor(sorted.length * 0.95)], count: gaps.length, work: work / gaps.length };
}

const shown = () => page.locator('.bar[data-order]').first().waitFor();
await page.goto(`${server.url}/plan`, { waitUntil: 'networkidle' });
await page.goto(`${server.url}/board`);
await shown();
const size = await page.evaluate(() => {
  const bytes = performance.getEntriesByType('resource').find(({ name }) => name.includes('/api/board'));
  return { kb: bytes.decodedBodySize / 1000, wait: bytes.responseEnd - bytes.requestStart, first: performance.now() };
});
const board = await page.evaluate(async () => (await fetch('/api/board?lang=fr')).json());
console.log(`        ${board.people.code.length} people, ${board.orders.id.length} actions, ${size.kb.toFixed(0)} kB of answer, ${size.wait.toFixed(0)} ms to get it`);
say('first paint of the board, from the address', await page.evaluate(() => performance.getEntriesByName('drawn')[0]?.startTime ?? NaN), 'ms', MARKS.paint);
await page.waitForTimeout(2000);
say('rows in the document', await page.locator('[role=row]').count(), 'rows', MARKS.rows);
console.log(`        ${await page.locator('.bar[data-order]').count()} actions in the document, ${await page.evaluate(() => document.querySelectorAll('*').length)} elements`);

const idle = await frames(() => page.waitForTimeout(1000));
console.log(`        this machine, doing nothing: ${(1000 / idle.mean).toFixed(0)} frames/s`);
const scroll = await frames(async () => {
  const box = await page.locator('.scroller').boundingBox();
  await page.mouse.move(box.x + 500, box.y + 300);
  for (let step = 0; step < 60; step++) {
    await page.mouse.wheel(step % 7 === 0 ? 60 : 0, 120);
    await page.waitForTimeout(16);
  }
});
say('scrolling, mean time of a frame', scroll.mean, 'ms', MARKS.frame);
console.log(`        ${(1000 / scroll.mean).toFixed(0)} frames/s over ${scroll.count} frames, 95 % under ${scroll.high.toFixed(0)} ms, ${scroll.work.toFixed(1)} ms of processor a frame`);

await page.locator('.scroller').evaluate((one) => one.scrollTo(0, 0));
await page.waitForTimeout(300);
const bar = await page.locator('.bar[data-order]:not(.over)').nth(3).boundingBox();
const drag = await frames(async () => {
  await page.mouse.move(bar.x + 4, bar.y + 8);
  await page.mouse.down();
  for (let step = 0; step < 90; step++) await page.mouse.move(bar.x + 10 + step * 5, bar.y + 12 + Math.sin(step / 6) * 120 + step * 2);
});
say('dragging, mean time of a frame', drag.mean, 'ms', MARKS.frame);
console.log(`        ${(1000 / drag.mean).toFixed(0)} frames/s over ${drag.count} frames, 95 % under ${drag.high.toFixed(0)} ms, ${drag.work.toFixed(1)} ms of processor a frame`);
await page.keyboard.press('Escape');
await page.mouse.up();

await page.locator('[data-stop]').focus();
for (const [what, key] of [['to the next action', 'ArrowRight'], ['to the next person', 'ArrowDown'], ['ten people down', 'PageDown'], ['a move of the action', 'Alt+ArrowRight']]) {
  const times = [];
  const before = await worked();
  for (let press = 0; press < 12; press++) {
    await page.evaluate(() => {
      globalThis.answered = new Promise((done) => {
        addEventListener('keydown', () => {
          const began = performance.now();
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
        }, { once: true, capture: true });
      });
    });
    await page.keyboard.press(key);
    times.push(await page.evaluate(() => globalThis.answered));
  }
  say(`answer to a key, ${what}, slowest of 12`, Math.max(...times), 'ms', MARKS.key);
  console.log(`        ${(((await worked()) - before) / 12).toFixed(0)} ms of processor a key`);
}
await page.keyboard.press('Escape');
const troubles = await complaints();
if (troubles.length > 0) console.log(troubles);
await context.close();
await browser.close();
server.stop();
process.exit(found.every(Boolean) && troubles.length === 0 ? 0 : 1);
