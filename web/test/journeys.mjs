// What a reader does, in a real browser, under the real content security policy.
// Numbers in brackets are the checks of the interface that a journey stands for.
// ATELIER_URL=http://… runs them on a live server; without it, on the stand-in of mock.mjs.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { violations } from './axe.mjs';
import { QUESTIONS, blindStops, overflow, path, server, somebodyBusy, soundly, tabTo, told, visit, visitBusy } from './visits.mjs';

const [addresses, director] = await pages();

/** Both pages, closed and with a panel open, as addresses, and who reads them. */
async function pages() {
  const { login, person, day, today } = await somebodyBusy();
  const load = await told('/api/load', {}, login);
  const about = new URLSearchParams({ person, date: today, order: day.items[0].id });
  const week = new URLSearchParams({ week: load.worst_week });
  const found = { day: ['/', '/'], plan: ['/plan', '/plan'], 'day, reasons open': ['/', `/?${about}`], 'plan, week open': ['/plan', `/plan?${week}`] };
  return [found, login];
}

describe('both pages, in both languages, both themes, on a desk and on a phone [27, 28, 29]', () => {
  for (const name of ['day', 'plan', 'day, reasons open', 'plan, week open'])
    for (const lang of ['fr', 'en'])
      for (const theme of ['light', 'dark'])
        for (const width of [1280, 360])
          test(`${name}, ${lang} ${theme} ${width}`, () =>
            visit(addresses[name][1], { lang, theme, width, login: director }, async (page, context) => {
              const [route] = addresses[name];
              assert.equal(await page.getByRole('dialog').count(), name.includes('open') ? 1 : 0);
              assert.equal(await page.locator('h1').innerText(), QUESTIONS[route][lang]);
              await soundly(page, { lang, theme });
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
        assert.equal(await page.evaluate(() => document.activeElement.matches('[data-panel] h2')), true);
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

  test('a person of a week leads to their actions of that week [24]', () =>
    visit('/plan', {}, async (page) => {
      await page.locator('g[role=button][tabindex="0"]').press('Enter');
      const link = page.getByRole('dialog').locator('li a').first();
      const name = await link.innerText();
      await link.click();
      await page.waitForURL((url) => url.pathname === '/actions' && url.searchParams.has('person') && url.searchParams.has('week'));
      await page.getByRole('heading', { level: 1, name }).waitFor();
    }));

  test('asked again, every figure is the same [24]', () =>
    visit('/plan', {}, async (page) => {
      const figures = () => page.locator('main').innerText();
      const before = await figures();
      await page.reload({ waitUntil: 'networkidle' });
      assert.equal(await figures(), before);
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
  const actions = (page) => page.locator('article [data-action]');
  const who = (page) => page.getByRole('combobox', { name: /Personne|Person/ });

  for (const width of [1280, 360])
    test(`each line says when, who, what, to what end, why now, how long, in the order of the day, ${width} [14]`, () =>
      visitBusy({ width }, async (page, _, { day }) => {
        const lines = await page.locator('article').allInnerTexts();
        assert.equal(lines.length, day.items.length);
        const folded = (text) => text.replace(/\s+/g, ' ').toLowerCase();
        for (const [index, item] of day.items.entries()) {
          const line = folded(lines[index]);
          for (const word of [item.start, item.end, item.customer, item.operation, item.step, item.why])
            assert.ok(line.includes(folded(word)), `${word} is not in ${line}`);
          assert.match(line, /\d (min|h)\b/);
          if (index > 0) assert.ok(item.start >= day.items[index - 1].start, 'not in the order of the day');
        }
      }));

  test('the figures of the day are those of its lines [24]', () =>
    visitBusy({}, async (page, _, { day }) => {
      const minutes = (text) => {
        const [, hours = 0, rest = 0] = text.match(/^(?:(\d+)\sh)?\s?(?:(\d+)(?:\smin)?)?$/) ?? assert.fail(text);
        return Number(hours) * 60 + Number(rest);
      };
      const lengths = (await page.locator('article .length').allInnerTexts()).map(minutes);
      const [planned, given, free, working] = (await page.locator('.budget dd').allInnerTexts()).map(minutes);
      assert.equal(lengths.reduce((sum, one) => sum + one, 0), planned);
      assert.equal(planned, day.planned_minutes);
      assert.equal(planned + free, working);
      assert.equal(given, day.given_minutes, 'what the plan may take of the day is told beside what is free');
    }));

  test('what found no place is told once per cause, and every action of it opens its reasons [24]', () =>
    visitBusy({}, async (page, context, { day }) => {
      const waiting = page.locator('section', { has: page.locator('#unplaced-title') });
      assert.ok((await page.locator('#unplaced-title').innerText()).includes(String(day.unplaced_total)));
      assert.equal(await waiting.locator('[data-action]').count(), day.unplaced.length);
      const summary = waiting.locator('summary').first();
      await summary.focus();
      await page.keyboard.press('Enter');
      await waiting.locator('details [data-action]').nth(1).click();
      const reason = await page.getByRole('dialog').locator('li').first().innerText();
      const cause = await waiting.locator('ul > li', { has: page.locator('details[open]') }).locator('.cause').innerText();
      assert.ok(cause.includes(reason), `${cause} does not say ${reason}`);
      assert.deepEqual(await violations(page, context), []);
    }, (day) => day.unplaced_total > 1));

  test('j and k move, p says why, Escape comes back', () =>
    visitBusy({}, async (page, context) => {
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
      await page.keyboard.press('p');
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

  for (const width of [1280, 360])
    test(`a person is found by a few letters without accents, and kept for the next visit, ${width}`, () =>
      visit('/', { width }, async (page, context) => {
        const options = page.locator('#person-list').getByRole('option');
        if (width < 700) await who(page).tap();
        else await who(page).click();
        const all = await options.allInnerTexts();
        assert.equal(all.length, (await told('/api/people')).people.length);
        assert.deepEqual(await violations(page, context), []);
        assert.ok((await overflow(page)) <= 0, 'the list makes the page scroll sideways');
        const wanted = all.at(-1);
        await page.keyboard.type(wanted.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase());
        assert.deepEqual(await options.allInnerTexts(), all.filter((name) => name === wanted));
        if (width < 700) await options.first().tap();
        else await page.keyboard.press('Enter');
        await page.waitForURL((url) => url.searchParams.has('person'));
        assert.equal(await options.count(), 0);
        await page.goto(`${server.url}/`, { waitUntil: 'networkidle' });
        assert.equal(await who(page).inputValue(), wanted);
      }));

  test('a name nobody has is told, and Escape leaves the person as before', () =>
    visit('/', {}, async (page) => {
      const before = await who(page).inputValue();
      await who(page).click();
      await page.keyboard.type('zzz');
      await page.getByText('zzz').waitFor();
      await page.keyboard.press('Escape');
      assert.equal(await who(page).inputValue(), before);
      assert.equal(new URL(page.url()).searchParams.has('person'), false);
    }));

  test('a day nobody works says so, without empty figures, and leads to the next', () =>
    visitBusy({}, async (page, _, { login, person, today }) => {
      const sunday = new Date(`${today}T12:00:00Z`);
      sunday.setUTCDate(sunday.getUTCDate() + ((7 - sunday.getUTCDay()) % 7));
      const date = sunday.toISOString().slice(0, 10);
      const day = await told('/api/day', { person, date, lang: 'fr' }, login);
      await page.goto(`${server.url}/?${new URLSearchParams({ person, date })}`, { waitUntil: 'networkidle' });
      assert.equal(await page.locator('article').count(), 0);
      assert.ok((await page.locator('.answer').innerText()).length > 5);
      assert.equal(await page.locator('.budget').count(), day.window_minutes > 0 ? 1 : 0);
      if (!day.next_day) return;
      await page.getByRole('button', { name: /^Aller au/ }).click();
      await page.waitForURL((url) => url.searchParams.get('date') === day.next_day);
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
      assert.equal(await page.locator('nav').first().isVisible(), false);
      assert.equal(await page.locator('.choices').isVisible(), false);
      assert.equal(await page.locator('.whose').isVisible(), true);
    }));
});

describe('the frame', () => {
  test('from the keyboard alone: a person, a reason, the plan, a week [28]', () =>
    visitBusy({}, async (page, _, { name }) => {
      await page.goto(`${server.url}/`, { waitUntil: 'networkidle' });
      await tabTo(page, '[role=combobox]');
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
      await page.waitForLoadState('networkidle');
      await tabTo(page, '[data-action]');
      await page.keyboard.press('p');
      const panel = page.getByRole('dialog');
      await panel.locator('li').first().waitFor();
      await page.keyboard.press('Escape');
      await panel.waitFor({ state: 'detached' });
      await page.locator('body').evaluate(() => document.activeElement.blur());
      await tabTo(page, 'nav a[href^="/plan"]');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: QUESTIONS['/plan'].fr }).waitFor();
      await page.waitForLoadState('networkidle');
      await tabTo(page, 'g[role=button]');
      await page.keyboard.press('Enter');
      await panel.locator('tfoot').waitFor();
      await page.keyboard.press('Escape');
      await panel.waitFor({ state: 'detached' });
    }));

  for (const [reducedMotion, least, most] of [['reduce', 0, 0], ['no-preference', 120, 180]])
    test(`a panel arrives in ${least} to ${most} ms when motion is ${reducedMotion} [28]`, () =>
      visit('/plan', {}, async (page) => {
        await page.emulateMedia({ reducedMotion });
        await page.locator('g[role=button][tabindex="0"]').press('Enter');
        const seconds = await page.getByRole('dialog').evaluate((panel) => parseFloat(getComputedStyle(panel).animationDuration));
        assert.ok(seconds * 1000 >= least && seconds * 1000 <= most, `${seconds} s`);
      }));

  for (const at of ['/', '/plan'])
    test(`a finger finds what it touches on ${at}, and what one uses most is at the thumb [29]`, () =>
      visit(at, { width: 360 }, async (page) => {
        const small = await page.locator('button, a, input, summary').evaluateAll((all) =>
          all
            .filter((one) => one.checkVisibility() && !one.closest('.hidden, .skip, [aria-hidden=true]'))
            .map((one) => [one.closest('label') ?? one, one.outerHTML.slice(0, 90)])
            .filter(([target]) => target.getBoundingClientRect().height < 24 && getComputedStyle(target, '::after').position !== 'absolute')
            .map(([, shown]) => shown));
        assert.deepEqual(small, []);
        const rail = await page.locator('nav').first().boundingBox();
        assert.ok(rail.y > 600 && rail.height >= 48, 'the rail is not at the thumb');
      }));

  test('the language changes without reload, everywhere, and is kept [27]', () =>
    visit('/plan', {}, async (page) => {
      await page.evaluate(() => (globalThis.sameDocument = true));
      await page.getByRole('button', { name: /English/ }).click();
      await page.getByRole('heading', { name: QUESTIONS['/plan'].en }).waitFor();
      await page.locator('#weeks tbody').getByText(/^W\d\d$/).first().waitFor();
      assert.equal(await page.evaluate(() => globalThis.sameDocument), true);
      assert.equal(await page.locator('html').getAttribute('lang'), 'en');
      // Every part of the page asks again on its own: the last of them has a moment to answer.
      const french = () => page.evaluate(() => document.body.innerText.match(/.{0,30}(\d\u202f\d{3}|\d,\d\D|[«»])/));
      for (let waited = 0; waited < 3000 && (await french()); waited += 100) await page.waitForTimeout(100);
      assert.equal(await french(), null, 'French is left');
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
      assert.equal(await page.locator('dialog[aria-labelledby=shortcuts-title]').isVisible(), true);
      assert.deepEqual(await violations(page, context), []);
      await page.keyboard.press('Escape');
      assert.equal(await page.locator('dialog[aria-labelledby=shortcuts-title]').isVisible(), false);
      await page.getByRole('combobox').focus();
      await page.keyboard.press('?');
      assert.equal(await page.locator('dialog[aria-labelledby=shortcuts-title]').isVisible(), false);
    }));

  for (const at of Object.keys(QUESTIONS))
    test(`the first tab stop skips to the content, and every stop of ${at} shows its focus [28]`, () =>
      visit(at, {}, async (page) => {
        await page.keyboard.press('Tab');
        assert.equal(await page.evaluate(() => document.activeElement.getAttribute('href')), '#content');
        assert.deepEqual(await blindStops(page, 16), []);
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
      // At once: what cannot be reached is also asked again by itself.
      await page.getByRole('button', { name: 'Réessayer' }).dispatchEvent('click');
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
