// A list of a hundred thousand accounts read page by page to its end, scrolled, and one change made to five hundred of them: npm run lists-speed (on the stand-in).
process.env.ATELIER_STAND_ACCOUNTS ??= '100000';
const { browse, reader, subject } = await import('./browser.mjs');

const MARKS = { rows: 100, frame: 1000 / 50, blank: 200 };
const [server, browser] = [await subject(), await browse()];
const { page, context, complaints } = await reader(browser, { url: server.url, login: 'ventes@lumen.example', width: 1440, height: 900 });
const found = [];
const say = (what, value, unit, most) => {
  found.push(value <= most);
  console.log(`${value <= most ? 'held  ' : 'MISSED'}  ${what}: ${value.toFixed(value < 10 ? 1 : 0)} ${unit} (at most ${most.toFixed(0)})`);
};

await page.goto(`${server.url}/accounts`, { waitUntil: 'networkidle' });
const list = page.locator('.list');
await list.locator('[data-cell]').first().waitFor();

/** Goes to the end of what is here until nothing more comes; the most rows that were ever in the document. */
const read = await list.evaluate(async (one) => {
  const began = performance.now();
  let [most, pages] = [0, 0];
  while (one.getAttribute('aria-rowcount') === '-1') {
    const high = one.scrollHeight;
    one.scrollTop = high;
    while (one.scrollHeight === high && one.getAttribute('aria-rowcount') === '-1') await new Promise((done) => setTimeout(done));
    pages += 1;
    most = Math.max(most, one.querySelectorAll('[role=row]').length);
  }
  return { most, pages, ms: performance.now() - began, rows: Number(one.getAttribute('aria-rowcount')) - 1 };
});
console.log(`        ${read.rows} rows in ${read.pages} pages, ${(read.ms / 1000).toFixed(1)} s to come to the end, ${(read.ms / read.pages).toFixed(1)} ms a page`);
say('rows in the document, at most', read.most, 'rows', MARKS.rows);

/** From the end back through the whole, by wheel: time between two frames, and how long no row stood in the middle of the list. */
await list.evaluate((one) => {
  globalThis.watched = { gaps: [], blank: 0, longest: 0 };
  const box = one.getBoundingClientRect();
  let last = performance.now();
  const tick = (now) => {
    const { watched } = globalThis;
    watched.gaps.push(now - last);
    const there = document.elementFromPoint(box.left + 120, box.top + box.height / 2)?.closest('[role=row]');
    watched.blank = there ? 0 : watched.blank + now - last;
    watched.longest = Math.max(watched.longest, watched.blank);
    last = now;
    globalThis.watching = requestAnimationFrame(tick);
  };
  globalThis.watching = requestAnimationFrame(tick);
});
const box = await list.boundingBox();
await page.mouse.move(box.x + 400, box.y + 300);
for (let step = 0; step < 120; step++) {
  await page.mouse.wheel(0, step % 10 === 0 ? -40_000 : -400);
  await page.waitForTimeout(16);
}
const { gaps, longest } = await page.evaluate(() => (cancelAnimationFrame(globalThis.watching), globalThis.watched));
const mean = gaps.reduce((a, b) => a + b, 0) / gaps.length;
say('scrolling a hundred thousand rows, mean time of a frame', mean, 'ms', MARKS.frame);
console.log(`        ${(1000 / mean).toFixed(0)} frames/s over ${gaps.length} frames`);
say('longest time without a row in sight', longest, 'ms', MARKS.blank);

await list.evaluate((one) => one.scrollTo(0, 0));
await page.locator('[role=row] input[type=checkbox]').nth(1).click();
await page.getByRole('button', { name: /500/ }).click();
const bulk = page.locator('.bulk');
await bulk.getByText(/500/).first().waitFor();
await bulk.locator('input[type=text]').fill('Ferroviaire');
const began = performance.now();
await bulk.locator('form .button').click();
await page.waitForFunction(() => document.querySelector('.bulk progress')?.value === 500, null, { timeout: 120_000 });
const changed = performance.now() - began;
const told = (await bulk.locator('.told').innerText()).replace(/\s+/g, ' ');
console.log(`        one change to 500 rows among them: ${(changed / 1000).toFixed(1)} s, ${(changed / 500).toFixed(1)} ms a row; it says: ${told}`);
const undone = performance.now();
await page.locator('.done').getByRole('button', { name: 'Annuler' }).click();
await page.waitForFunction(() => document.querySelector('.bulk progress')?.value < 500);
await page.waitForFunction(() => document.querySelector('.bulk progress')?.value === 500, null, { timeout: 120_000 });
console.log(`        taken back: ${((performance.now() - undone) / 1000).toFixed(1)} s`);
const troubles = await complaints();
if (troubles.length > 0) console.log(troubles);
await context.close();
await browser.close();
server.stop();
process.exit(found.every(Boolean) && troubles.length === 0 ? 0 : 1);
