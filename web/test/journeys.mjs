// What a reader does, in a real browser, under the real content security policy.
// ATELIER_URL=http://… runs them on a live server; without it, on the stand-in of mock.mjs.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { violations } from './axe.mjs';
import { browse, reader, subject } from './browser.mjs';

const QUESTIONS = {
  '/': { fr: 'Qui dois-je appeler aujourd’hui\u202f?', en: 'Who should I call today?' },
  '/plan': { fr: 'Peut-on tenir l’objectif\u202f?', en: 'Can we make the objective?' },
};
let server;
let browser;

before(async () => {
  [server, browser] = [await subject(), await browse()];
});
after(async () => {
  await browser.close();
  server.stop();
});

/** Opens a page as a reader, runs `steps`, and requires that nothing was refused or thrown. */
async function visit(path, as, steps) {
  const { page, context, complaints } = await reader(browser, as);
  try {
    await page.goto(server.url + path, { waitUntil: 'networkidle' });
    await steps(page, context);
    if (!as.troubled) assert.deepEqual(await complaints(), []);
  } finally {
    await context.close();
  }
}

const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const path = (page) => new URL(page.url()).pathname + new URL(page.url()).search;

describe('both pages, in both languages, both themes, on a desk and on a phone', () => {
  for (const [at, question] of Object.entries(QUESTIONS))
    for (const lang of ['fr', 'en'])
      for (const theme of ['light', 'dark'])
        for (const width of [1280, 360])
          test(`${at} ${lang} ${theme} ${width}`, () =>
            visit(at, { lang, theme, width }, async (page, context) => {
              assert.equal(await page.locator('h1').innerText(), question[lang]);
              assert.equal(await page.locator('html').getAttribute('lang'), lang);
              assert.ok((await page.locator('main').innerText()).length > 100, 'the page is empty');
              const scheme = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
              assert.equal(scheme, theme);
              assert.ok((await overflow(page)) <= 0, 'the page scrolls sideways');
              const raw = await page.evaluate(() => document.body.innerText.match(/\b(day|plan|week|why|state|key|rail)-[a-z-]+/g));
              assert.equal(raw, null, 'a sentence shows its key');
              assert.deepEqual(await violations(page, context), []);
            }));
});

describe('the plan', () => {
  for (const width of [1280, 360])
    test(`a week opens its facts and closes on Escape, ${width}`, () =>
      visit('/plan', { width }, async (page, context) => {
        const week = page.locator('g[role=button][tabindex="0"]');
        assert.equal(await week.count(), 1);
        await week.focus();
        await page.keyboard.press('Enter');
        const panel = page.getByRole('dialog');
        await panel.waitFor();
        await page.waitForLoadState('networkidle');
        assert.match(path(page), /week=\d{4}-W\d\d/);
        assert.equal(await page.evaluate(() => document.activeElement.id), 'panel-title');
        assert.deepEqual(await violations(page, context), []);
        assert.ok((await overflow(page)) <= 0, 'the panel makes the page scroll sideways');
        await page.keyboard.press('Escape');
        await panel.waitFor({ state: 'detached' });
        assert.equal(await page.evaluate(() => document.activeElement.getAttribute('role')), 'button');
      }));

  test('the facts of a week add up to its load, in the table and in the panel', () =>
    visit('/plan', { lang: 'en' }, async (page) => {
      const rows = page.locator('#weeks tbody tr');
      const busy = rows.filter({ hasNotText: 'No load' }).first();
      const shown = await busy.locator('td.figure').first().innerText();
      await busy.getByRole('button').click();
      const total = page.getByRole('dialog').locator('tfoot td');
      await total.waitFor();
      assert.equal(await total.innerText(), shown);
      const { hours, sum, count } = await rows.evaluateAll((all) => {
        const read = (row) => Number(row.querySelector('td.figure').textContent.replaceAll(',', ''));
        const last = document.querySelector('#weeks tfoot td.figure').textContent;
        return { hours: Number(last.replaceAll(',', '')), sum: all.map(read).reduce((a, b) => a + b, 0), count: all.length };
      });
      // Each line is rounded to a tenth of an hour.
      assert.ok(Math.abs(hours - sum) <= (count + 1) * 0.05 + 1e-9, `${hours} is not ${sum}`);
    }));

  test('arrows move from week to week with one tab stop', () =>
    visit('/plan', {}, async (page) => {
      const label = () => page.evaluate(() => document.activeElement.getAttribute('aria-label'));
      await page.locator('g[role=button][tabindex="0"]').focus();
      await page.keyboard.press('Home');
      const first = await label();
      await page.keyboard.press('ArrowRight');
      assert.notEqual(await label(), first);
      await page.keyboard.press('ArrowLeft');
      assert.equal(await label(), first);
      assert.equal(await page.locator('g[role=button][tabindex="0"]').count(), 1);
    }));

  test('another resource shows other figures and stays in the address', () =>
    visit('/plan', {}, async (page) => {
      const before = await page.locator('#weeks tfoot').innerText();
      const other = page.locator('input[name=kind]:not(:checked)').first();
      const kind = await other.getAttribute('value');
      await other.check({ force: true });
      await page.waitForURL((url) => url.searchParams.get('kind') === kind);
      await page.waitForFunction((text) => document.querySelector('#weeks tfoot')?.innerText !== text, before);
      await page.reload({ waitUntil: 'networkidle' });
      assert.equal(await page.locator('input[name=kind]:checked').getAttribute('value'), kind);
    }));

  test('the table can be copied, every column, figures that a spreadsheet reads', () =>
    visit('/plan', { width: 360 }, async (page, context) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.locator('#weeks header button').click();
      await page.waitForFunction(() => document.querySelector('#weeks [role=status]').innerText !== '');
      const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
      assert.equal(lines.length, (await page.locator('#weeks tbody tr').count()) + 2);
      for (const line of lines) assert.equal(line.split('\t').length, 8, line);
      assert.doesNotMatch(lines.at(-1), /\d[ \u00a0\u202f]\d/);
    }));
});

describe('my day', () => {
  const actions = (page) => page.locator('[data-action]');

  /** Someone who has at least one action on the day the plan opens. */
  async function someoneBusy(page) {
    const select = page.locator('select').last();
    for (const code of await select.locator('option').evaluateAll((all) => all.map(({ value }) => value))) {
      if ((await actions(page).count()) > 0) return;
      await select.selectOption(code);
      await page.waitForLoadState('networkidle');
    }
  }

  test('j and k move, Enter says why, Escape comes back', () =>
    visit('/', {}, async (page, context) => {
      await someoneBusy(page);
      await page.locator('main').evaluate((main) => main.focus());
      const count = await actions(page).count();
      assert.ok(count > 0, 'the plan opens on a day without any action');
      const at = () => page.evaluate(() => [...document.querySelectorAll('[data-action]')].indexOf(document.activeElement));
      await page.keyboard.press('j');
      assert.equal(await at(), 0);
      await page.keyboard.press('j');
      assert.equal(await at(), Math.min(1, count - 1));
      await page.keyboard.press('k');
      assert.equal(await at(), 0);
      await page.keyboard.press('Enter');
      const panel = page.getByRole('dialog');
      await panel.locator('li').first().waitFor();
      await page.keyboard.press('j');
      assert.equal(await at(), Math.min(1, count - 1), 'j goes on from the action whose reasons are shown');
      await page.keyboard.press('k');
      assert.deepEqual(await violations(page, context), []);
      await page.keyboard.press('Escape');
      await panel.waitFor({ state: 'detached' });
      assert.equal(await at(), 0);
    }));

  test('arrows change the day, t comes back, the question follows', () =>
    visit('/', { lang: 'en' }, async (page) => {
      await page.keyboard.press('ArrowRight');
      await page.waitForURL((url) => url.searchParams.has('date'));
      await page.waitForLoadState('networkidle');
      assert.match(await page.locator('h1').innerText(), /^Who should I call on \w+day \d+ \w+ \d{4}\?$/);
      await page.keyboard.press('t');
      await page.getByRole('heading', { name: QUESTIONS['/'].en }).waitFor();
    }));

  test('another person is kept for the next visit', () =>
    visit('/', {}, async (page) => {
      const select = page.locator('select').last();
      const codes = await select.locator('option').evaluateAll((all) => all.map(({ value }) => value));
      const other = codes.at(-1);
      await select.selectOption(other);
      await page.goto(`${server.url}/`, { waitUntil: 'networkidle' });
      assert.equal(await page.locator('select').last().inputValue(), other);
    }));

  test('the calendar link answers with a calendar', () =>
    visit('/', {}, async (page, context) => {
      const href = await page.locator('a[download]').getAttribute('href');
      const answer = await context.request.get(server.url + href);
      assert.match(answer.headers()['content-type'], /text\/calendar/);
      assert.match(await answer.text(), /^BEGIN:VCALENDAR/);
    }));

  test('on paper: no rail, no buttons, the person and the day', () =>
    visit('/', {}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.locator('nav').isVisible(), false);
      assert.equal(await page.locator('.choices').isVisible(), false);
      assert.equal(await page.locator('.whose').isVisible(), true);
    }));
});

describe('the frame', () => {
  test('the language changes without reload, everywhere, and is kept', () =>
    visit('/plan', {}, async (page) => {
      await page.evaluate(() => (globalThis.sameDocument = true));
      await page.getByRole('button', { name: /English/ }).click();
      await page.getByRole('heading', { name: QUESTIONS['/plan'].en }).waitFor();
      await page.locator('#weeks tbody').getByText(/^W\d\d$/).first().waitFor();
      assert.equal(await page.evaluate(() => globalThis.sameDocument), true);
      assert.equal(await page.locator('html').getAttribute('lang'), 'en');
      await page.reload({ waitUntil: 'networkidle' });
      assert.equal(await page.locator('h1').innerText(), QUESTIONS['/plan'].en);
    }));

  test('the theme is kept', () =>
    visit('/', {}, async (page) => {
      await page.getByRole('button', { name: 'Sombre' }).click();
      await page.reload({ waitUntil: 'networkidle' });
      assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
    }));

  test('? shows the shortcuts, Escape closes them, not in a field', () =>
    visit('/', {}, async (page, context) => {
      await page.keyboard.press('?');
      assert.equal(await page.locator('dialog').isVisible(), true);
      assert.deepEqual(await violations(page, context), []);
      await page.keyboard.press('Escape');
      assert.equal(await page.locator('dialog').isVisible(), false);
      await page.locator('select').first().focus();
      await page.keyboard.press('?');
      assert.equal(await page.locator('dialog').isVisible(), false);
    }));

  test('the first tab stop skips to the content, and every stop shows its focus', () =>
    visit('/plan', {}, async (page) => {
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement.getAttribute('href')), '#content');
      const blind = [];
      for (let stop = 0; stop < 16; stop++) {
        await page.keyboard.press('Tab');
        const seen = await page.evaluate(() => {
          const at = document.activeElement;
          const drawn = [at, at.querySelector('rect'), at.nextElementSibling].filter(Boolean).map((one) => getComputedStyle(one));
          const visible = drawn.some((style) => parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== 'none') || (at.tagName === 'g' && drawn[1].strokeWidth === '2px');
          return visible ? null : at.outerHTML.slice(0, 120);
        });
        if (seen) blind.push(seen);
      }
      assert.deepEqual(blind, []);
    }));

  test('the rail goes from page to page and back, without reload', () =>
    visit('/', {}, async (page) => {
      await page.evaluate(() => (globalThis.sameDocument = true));
      await page.getByRole('link', { name: 'Plan', exact: true }).click();
      await page.getByRole('heading', { name: QUESTIONS['/plan'].fr }).waitFor();
      await page.goBack();
      await page.getByRole('heading', { name: QUESTIONS['/'].fr }).waitFor();
      assert.equal(await page.evaluate(() => globalThis.sameDocument), true);
    }));
});

describe('when things go wrong', () => {
  test('a silent server is told in words after a second', () =>
    visit('/', { troubled: true }, async (page) => {
      await page.route('**/api/load?*', () => {});
      await page.goto(`${server.url}/plan`);
      await page.getByText('plus d’une seconde').first().waitFor({ timeout: 4000 });
    }));

  test('a cut network says what happened, and trying again works', () =>
    visit('/', { troubled: true }, async (page) => {
      await page.route('**/api/load?*', (route) => route.abort());
      await page.goto(`${server.url}/plan`);
      await page.getByText('Le serveur ne répond pas.').waitFor();
      await page.unroute('**/api/load?*');
      await page.getByRole('button', { name: 'Réessayer' }).click();
      await page.locator('#weeks').waitFor();
    }));

  test('a refusal is shown in the words of the server, with its remedy and code', () =>
    visit('/', { troubled: true }, async (page) => {
      const body = { type: 'about:blank', title: 'Titre du refus', status: 404, detail: 'Détail.', code: 'app/essai', remedy: 'Remède.' };
      await page.route('**/api/load?*', (route) => route.fulfill({ status: 404, contentType: 'application/problem+json', body: JSON.stringify(body) }));
      await page.goto(`${server.url}/plan`);
      const notice = page.getByRole('alert');
      await notice.waitFor();
      for (const words of ['Titre du refus', 'Détail. Remède.', 'app/essai']) assert.ok((await notice.innerText()).includes(words), words);
    }));

  test('an address that leads nowhere says so', () =>
    visit('/nowhere', {}, async (page) => {
      assert.match(await page.locator('main').innerText(), /\/nowhere/);
    }));
});
