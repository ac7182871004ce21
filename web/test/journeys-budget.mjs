// What a page may weigh, ask and hold, counted and not timed: the first load of the day, and a large board.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser, server, visit } from './visits.mjs';
import { BUDGET_KB, weigh } from './weight.mjs';

test('the first load of my day weighs less than its budget', async () => {
  const parts = await weigh(browser, server.url);
  assert.ok(parts.length > 5, 'the day was not loaded');
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  assert.ok(total <= BUDGET_KB * 1000, `${total} bytes:\n${parts.map(({ path, bytes }) => `${bytes} ${path}`).join('\n')}`);
});

/** Of a board of some hundred people: questions to the server, bytes of its answers before they are compressed, rows and elements in the document. */
const BOARD = { asked: 8, bytes: 4_000_000, rows: 100, elements: 6_000 };

test('the board of a large company is drawn with few questions, and holds what is in sight only', () =>
  visit('/', { login: 'direction@lumen.example' }, async (page) => {
    const asked = [];
    page.on('request', (request) => /\/api\/(?!board\/events)/.test(request.url()) && asked.push(request.url()));
    await page.goto(`${server.url}/board`);
    await page.locator('.bar[data-order]').first().waitFor();
    await page.waitForFunction(() => performance.getEntriesByName('drawn').length > 0);
    const people = await page.evaluate(async () => (await (await fetch('/api/board?lang=fr')).json()).people.code.length);
    assert.ok(people >= 50, `only ${people} people`);
    const held = () => page.evaluate(() => ({
      bytes: performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/')).reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0),
      rows: document.querySelectorAll('[role=row]').length, elements: document.querySelectorAll('*').length,
    }));
    const within = (found) => Object.entries(found).filter(([what, count]) => count > BOARD[what]);
    assert.deepEqual(within({ asked: asked.length - 1, ...(await held()) }), [], asked.join('\n'));
    const box = await page.locator('.scroller').boundingBox();
    await page.mouse.move(box.x + 400, box.y + 200);
    for (let turn = 0; turn < 20; turn++) await page.mouse.wheel(turn % 4 === 0 ? 200 : 0, 400);
    await page.waitForTimeout(300);
    const { rows, elements } = await held();
    assert.deepEqual(within({ rows, elements }), []);
  }));
