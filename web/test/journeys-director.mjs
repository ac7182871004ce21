// What whoever directs asks: needs, scenarios, promises, versions, indicators with their facts, the cascade [24].
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { violations } from './axe.mjs';
import { path, told, visit } from './visits.mjs';

const SELLER = 'camille@metrios.example';
const panel = (page) => page.getByRole('dialog');
const figures = (text) => text.replace(/\s/g, '');

describe('whoever directs', () => {
  test('sees what must enter at each step, as the server counts it', () =>
    visit('/needs', {}, async (page) => {
      const funnel = await told('/api/funnel', { lang: 'fr' });
      assert.equal(await page.locator('.funnel li').count(), funnel.steps.length);
      assert.equal(await page.locator('tbody tr').count(), funnel.steps.length + 1);
      assert.equal(await page.locator('thead th').count(), funnel.weeks.length + 1);
    }));

  test('compares twice the contacts with a better conversation, in hours, contacts and euros, and keeps nothing', () =>
    visit('/scenarios', {}, async (page, context) => {
      const before = await told('/api/scenarios', { lang: 'fr' });
      await page.getByRole('button', { name: 'Deux fois plus de suivi' }).click();
      await page.getByRole('heading', { name: 'Deux fois plus de contacts' }).waitFor();
      assert.equal(await page.locator('.columns article').count(), 3);
      const rows = await page.locator('.columns article').last().innerText();
      assert.match(rows, /Charge[\s\S]*Contacts à faire[\s\S]*Affaires/);
      assert.deepEqual(await violations(page, context), []);
      assert.deepEqual(await told('/api/scenarios', { lang: 'fr' }), before);
    }));

  test('a lever that cannot be is refused beside it, and what was typed stays', () =>
    visit('/scenarios', { expected: [422] }, async (page) => {
      await page.locator('.size input').first().fill('1,5');
      await page.getByRole('button', { name: 'Comparer' }).click();
      await page.getByText('Saisissez un nombre entier.').waitFor();
      await page.locator('.size input').first().fill('0');
      await page.getByRole('button', { name: 'Comparer' }).click();
      await page.getByText('Saisissez un nombre entier.').waitFor({ state: 'detached' });
      await page.locator('.lever .refusal').waitFor();
      assert.equal(await page.locator('.size input').first().inputValue(), '0');
    }));

  test('asks what can be promised, and finds the question again in the address', () =>
    visit('/promise', {}, async (page) => {
      await page.locator('#quantity').fill('1');
      const { answers } = await told('/api/promise', { lang: 'fr' });
      assert.ok(answers.length > 0);
      assert.equal(await page.locator('article').count(), answers.length);
      assert.ok(figures(await page.locator('main').innerText()).includes(figures(answers[0].sentences[0])));
    }));

  test('sees what moved between two versions of the plan', () =>
    visit('/versions', {}, async (page) => {
      const { plans } = await told('/api/plans', { lang: 'fr' });
      if (plans.length < 2) return assert.ok(await page.getByText('une version').count());
      const [after, before] = plans.map(({ version }) => version).toSorted((a, b) => b - a);
      const { moves_total } = await told(`/api/plans/${before}/compare/${after}`, { lang: 'fr' });
      await page.locator('tbody tr').first().waitFor();
      assert.equal(await page.locator('.moves > ul > li').count(), Math.min(500, moves_total));
    }));

  test('opens the facts behind a number, and finds the same number worked out again [24]', () =>
    visit('/indicators', {}, async (page, context) => {
      const { indicators } = await told('/api/indicators', { lang: 'fr' });
      assert.ok(indicators.length > 0, 'there is no indicator to look into');
      const number = page.locator('article button').first();
      const shown = await number.innerText();
      await number.click();
      await panel(page).locator('h3').first().waitFor();
      assert.match(path(page), /facts=/);
      assert.deepEqual(await violations(page, context), []);
      await page.keyboard.press('Escape');
      await panel(page).waitFor({ state: 'detached' });
      assert.equal(await page.evaluate(() => document.activeElement.id), `indicator-${indicators[0].code}`);
      await page.getByRole('button', { name: 'Recalculer' }).click();
      await page.getByText('Recalculé à l’instant.').waitFor();
      assert.equal(await number.innerText(), shown);
    }));

  test('goes from an action up to its objective', () =>
    visit('/board', {}, async (page) => {
      await page.locator('.bar[data-order]').first().click();
      const link = panel(page).locator('a[href*="objective="]').first();
      await link.waitFor();
      const name = await link.innerText();
      await link.click();
      await page.waitForURL((url) => url.pathname === '/cascade');
      assert.equal(await page.locator('.wanted h3').first().innerText(), name);
    }));

  test('one click on an objective leads to its actions and no others, as many as it says, and back up', () =>
    visit('/cascade', {}, async (page, context) => {
      const { lines } = await told('/api/cascade', { lang: 'fr' });
      const one = lines.flatMap(({ objectives }) => objectives).find(({ actions }) => actions?.ahead > 0) ?? assert.fail('no objective has an action');
      await page.locator(`#objective-${one.code} .links a`).first().click();
      await page.waitForURL((url) => url.pathname === '/actions' && url.searchParams.get('objective') === one.code);
      const below = await told(`/api/processes/${one.process}/objectives/${one.code}`, { lang: 'fr' });
      assert.deepEqual([below.ahead, below.done], [one.actions.ahead, one.actions.done]);
      await page.locator('tbody tr').first().waitFor();
      assert.equal(await page.locator('tbody tr').count(), below.actions.length);
      assert.ok(figures(await page.locator('main').innerText()).includes(figures(`${one.actions.ahead}`)));
      assert.deepEqual(await violations(page, context), []);
      await page.getByRole('link', { name: 'Remonter à l’objectif' }).click();
      await page.waitForURL((url) => url.pathname === '/cascade');
      assert.equal(await page.locator('.wanted h3').first().innerText(), one.name);
    }));

  test('what waits at a step is listed with its age, and what is ageing is said in words', () =>
    visit('/needs', {}, async (page, context) => {
      const { steps, process } = await told('/api/funnel', { lang: 'fr' });
      const step = steps.find(({ waiting }) => waiting > 0) ?? assert.fail('nothing waits');
      const register = await told('/api/wip', { lang: 'fr', process });
      const line = register.lines.find((one) => one.step === step.code);
      assert.equal(line.total, step.waiting, 'the number of needs is that of the register');
      await page.locator('.funnel li', { hasText: step.name }).getByRole('link').click();
      await page.waitForURL((url) => url.pathname === '/wip' && url.searchParams.get('step') === step.code);
      const section = page.locator(`#wip-${step.code}`);
      await section.waitFor();
      assert.equal(await section.locator('li').count(), line.cases.length);
      const first = await section.locator('li').first().innerText();
      assert.ok(first.includes(line.cases[0].customer || line.cases[0].key), first);
      assert.equal((await section.getByText('vieillit', { exact: true }).count()) > 0, line.cases.some(({ marked }) => marked));
      assert.deepEqual(await violations(page, context), []);
      await page.getByRole('link', { name: 'Revenir aux besoins' }).click();
      await page.waitForURL((url) => url.pathname === '/needs');
    }));

  test('a seller has none of the pages of the plan but the board and the cascade', () =>
    visit('/board', { login: SELLER }, async (page) => {
      for (const at of ['/scenarios', '/promise', '/versions', '/needs', '/indicators']) assert.equal(await page.locator(`a[href="${at}"]`).count(), 0);
      assert.equal(await page.locator('.tabs a').count(), 2);
    }));
});
