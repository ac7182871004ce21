// The plan board: what one reads, moves, re-plans, and what is refused [16 to 21, 30].
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { violations } from './axe.mjs';
import { DIRECTOR, session } from './browser.mjs';
import { asked, overflow, path, server, told, visit } from './visits.mjs';

const SELLER = 'camille@metrios.example';
const at = (order) => `.bar[data-id="${order}"]`;
const board = () => told('/api/board', { lang: 'fr' });
const panel = (page) => page.getByRole('dialog');

/**
 * An action not yet begun that has another possible place with the same person, and whose bar is alone in its place.
 * `wanted` chooses among them by the day and by who could have it.
 */
async function movable(wanted = () => true) {
  const told_ = await board();
  const { orders, people, states } = told_;
  for (let order = 0; order < orders.id.length; order++) {
    if (!['suggested', 'firm', 'released'].includes(states[orders.state[order]]) || orders.people[order].length !== 1 || orders.others[order] > 0) continue;
    const person = orders.people[order][0];
    const seats = await told(`/api/orders/${orders.id[order]}/seats`, { from: told_.from, to: told_.to, lang: 'fr' });
    const own = seats.people?.find(({ code }) => code === people.code[person]);
    const next = own?.starts.find(([, to]) => to > orders.start[order]);
    if (next && wanted({ day: told_.days[Math.floor(orders.start[order] / 1440)], seats, own })) return { board: told_, id: orders.id[order], person, code: people.code[person], start: orders.start[order], seats };
  }
  throw new Error('no action can move');
}

/** Puts the focus on an action, wherever it is, as somebody who comes to it by its person. */
async function comeTo(page, { board, person, id }) {
  const bar = page.locator(`${at(id)}[data-person="${person}"]`);
  const here = () => page.evaluate(() => Number(document.activeElement.dataset.person));
  await page.locator('[data-stop]').focus();
  for (let press = 0; press < board.people.code.length && (await here()) !== person; press++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  for (let press = 0; press < 200 && !(await bar.evaluateAll((all) => all.some((one) => one === document.activeElement))); press++) await page.keyboard.press('ArrowRight');
  assert.ok(await bar.evaluate((one) => one === document.activeElement), 'the keyboard never comes to the action');
  return bar;
}

const reason = async (page) => {
  const field = page.locator('#reason');
  if (await field.count()) await field.fill('Le client a demandé un autre jour');
};
const version = async () => (await board()).version;

describe('the plan board', () => {
  test('shows people by team, their days, leave, the frozen period, and how full each day is [16]', () =>
    visit('/board', {}, async (page) => {
      const { people, teams, days, unplaced } = await board();
      assert.ok((await page.getByRole('row').count()) < 100, 'more rows in the document than in sight');
      const first = teams.find((team) => team.people.length > 0);
      assert.ok(await page.getByRole('rowheader').filter({ hasText: first.name || 'Sans équipe' }).count());
      assert.ok(await page.getByRole('rowheader').filter({ hasText: people.name[first.people[0]] }).count());
      if (days.some(({ zone }) => zone === 'frozen')) assert.ok(await page.locator('.scroller .frozen').count());
      assert.ok(await page.locator('.strip').count());
      assert.match(await page.locator('p.answer').innerText(), new RegExp(`${unplaced.total}\\s+sans date`));
    }));

  test('day, week and month, kept in the address [21]', () =>
    visit('/board', {}, async (page) => {
      const width = () => page.locator('[data-day]').first().evaluate((one) => one.getBoundingClientRect().width);
      const week = await width();
      await page.getByRole('button', { name: 'Jour', exact: true }).click();
      assert.ok((await width()) > week * 2);
      await page.getByRole('button', { name: 'Mois', exact: true }).click();
      await page.waitForFunction(() => document.querySelectorAll('[role=columnheader]').length > 20);
      assert.match(path(page), /zoom=month/);
      await page.reload({ waitUntil: 'networkidle' });
      assert.equal(await page.getByRole('button', { name: 'Mois', exact: true }).getAttribute('aria-pressed'), 'true');
    }));

  test('the load of a day opens the actions behind it [19]', () =>
    visit('/board', {}, async (page, context) => {
      const cell = page.locator('[data-day]').filter({ has: page.locator('.bar') }).first();
      const count = await cell.locator('.bar').count();
      await cell.locator('.strip').click();
      await panel(page).waitFor();
      assert.equal(await panel(page).locator('ol li').count(), count);
      assert.deepEqual(await violations(page, context), []);
      await page.keyboard.press('Escape');
      await panel(page).waitFor({ state: 'detached' });
    }));

  test('an action says why it stands there, and what it serves', () =>
    visit('/board', {}, async (page) => {
      await page.locator('.bar[data-order]').first().click();
      await panel(page).waitFor();
      await page.waitForLoadState('networkidle');
      assert.match(path(page), /order=/);
      assert.ok(await panel(page).getByText('Pourquoi').count());
      // The action, its step and its process at least.
      await panel(page).locator('ol li').nth(2).waitFor();
    }));

  test('moved by keyboard, told aloud, put back by Escape [18]', async () => {
    const one = await movable();
    await visit('/board', {}, async (page) => {
      const bar = await comeTo(page, one);
      await page.keyboard.press('Alt+ArrowRight');
      const spoken = page.locator('[aria-live=assertive]');
      await page.waitForFunction(() => document.querySelector('[aria-live=assertive]').textContent.length > 20);
      const before = await spoken.innerText();
      await page.keyboard.press('Alt+ArrowRight');
      assert.notEqual(await spoken.innerText(), before);
      await page.locator('.lit').first().waitFor();
      await page.keyboard.press('Escape');
      assert.equal(await page.locator('.held').count(), 0);
      assert.equal((await board()).version, one.board.version);
      assert.ok(await bar.count());
    });
  });

  test('moved by keyboard to the next free place, applied, and taken back [12, 18]', async () => {
    const one = await movable();
    await visit('/board', {}, async (page, context) => {
      await comeTo(page, one);
      await page.keyboard.press('Alt+ArrowRight');
      await page.locator('.lit').first().waitFor();
      await page.keyboard.press('Alt+PageDown');
      await page.keyboard.press('Enter');
      await panel(page).getByText('Après').waitFor();
      assert.equal(await version(), one.board.version, 'something was done before it was asked for');
      assert.ok(await page.locator('.ghost').count());
      assert.deepEqual(await violations(page, context), []);
      await reason(page);
      await panel(page).getByRole('button', { name: 'Déplacer', exact: true }).click();
      await panel(page).waitFor({ state: 'detached' });
      const after = await board();
      assert.notEqual(after.orders.start[after.orders.id.indexOf(one.id)], one.start);
      await page.getByRole('button', { name: 'Annuler' }).click();
      await page.getByText('C’est annulé.').waitFor();
      const back = await board();
      assert.equal(back.orders.start[back.orders.id.indexOf(one.id)], one.start);
    });
  });

  test('dragged by mouse: places lit, conflicts named before the drop, nothing done by leaving it [17, 20]', async () => {
    const one = await movable();
    await visit('/board', {}, async (page) => {
      const bar = await comeTo(page, one);
      const box = await bar.boundingBox();
      const night = await page.locator('.scroller').boundingBox();
      await page.mouse.move(box.x + 4, box.y + 6);
      await page.mouse.down();
      await page.mouse.move(box.x + 30, box.y + 8, { steps: 4 });
      await page.locator('.lit').first().waitFor();
      await page.mouse.move(Math.min(box.x + 220, night.x + night.width - 60), box.y + 8, { steps: 6 });
      assert.ok((await page.locator('.callout').innerText()).length > 10);
      assert.ok(await page.locator('.callout .about').count());
      await page.mouse.up();
      await panel(page).getByText('Après').waitFor();
      await panel(page).getByRole('button', { name: 'Laisser comme avant' }).click();
      await panel(page).waitFor({ state: 'detached' });
      assert.equal(await version(), one.board.version);
    });
  });

  test('held by a finger that rests, moved, and let go [17]', async () => {
    const one = await movable();
    await visit('/board', { width: 360, height: 900 }, async (page, context) => {
      const bar = await comeTo(page, one);
      const box = await bar.boundingBox();
      const touch = await context.newCDPSession(page);
      const send = (type, points) => touch.send('Input.dispatchTouchEvent', { type, touchPoints: points });
      const [x, y] = [box.x + 6, box.y + 10];
      await send('touchStart', [{ x, y }]);
      await page.waitForTimeout(600);
      for (let step = 1; step <= 6; step++) await send('touchMove', [{ x: x + step * 12, y }]);
      await page.locator('.held').waitFor();
      await send('touchEnd', []);
      await panel(page).waitFor();
      assert.ok((await overflow(page)) <= 0);
      await page.keyboard.press('Escape');
    });
  });

  test('moved by somebody else meanwhile: the board follows, and a move made on the old plan offers a choice [30]', async () => {
    const one = await movable();
    await visit('/board', { expected: [412] }, async (page) => {
      await page.waitForTimeout(2500);
      await comeTo(page, one);
      await page.keyboard.press('Alt+ArrowRight');
      await page.locator('.lit').first().waitFor();
      await page.keyboard.press('Alt+PageDown');
      await page.keyboard.press('Enter');
      await panel(page).getByText('Après').waitFor();
      const undo = await moveAnother(one.id);
      await reason(page);
      await panel(page).getByRole('button', { name: 'Déplacer', exact: true }).click();
      await panel(page).getByText('entre-temps').waitFor();
      await panel(page).getByRole('button', { name: 'Garder ma demande' }).click();
      await panel(page).getByRole('button', { name: 'Laisser comme avant' }).waitFor();
      await panel(page).getByRole('button', { name: 'Laisser comme avant' }).click();
      await undo();
    });
  });

  test('what somebody else moves is shown without asking', async () => {
    await visit('/board', {}, async (page) => {
      await page.waitForTimeout(2500);
      const undo = await moveAnother('');
      await page.waitForFunction(() => [...document.querySelectorAll('[aria-live=polite]')].some((one) => /chang/.test(one.textContent)), null, { timeout: 8000 });
      await undo();
    });
  });

  test('re-planning an absence shows what it changes before it is applied [20]', async () => {
    const before = await version();
    await visit('/board', {}, async (page, context) => {
      await page.getByRole('button', { name: 'Re-planifier' }).click();
      await panel(page).getByRole('button', { name: 'Voir ce que cela change' }).click();
      await panel(page).locator('section h3').waitFor();
      assert.deepEqual(await violations(page, context), []);
      await page.keyboard.press('Escape');
      await panel(page).waitFor({ state: 'detached' });
      assert.equal(await page.locator('.ghost').count(), 0);
    });
    assert.equal(await version(), before);
  });

  test('a deal that is lost is found by its customer, not by heart', async () => {
    const deal = (await told('/api/opportunities', { standing: 'open', limit: '1' })).rows[0];
    await visit('/board', { expected: [404, 409, 422] }, async (page) => {
      await page.getByRole('button', { name: 'Re-planifier' }).click();
      await panel(page).getByLabel('Événement').selectOption('lost');
      await panel(page).getByLabel('Affaire', { exact: true }).fill(deal.customer.slice(0, 8));
      await panel(page).getByRole('button', { name: deal.customer }).first().press('Enter');
      assert.ok((await panel(page).getByLabel('Affaire', { exact: true }).inputValue()).length > 0);
      await panel(page).getByRole('status').filter({ hasText: deal.customer }).waitFor();
    });
  });

  /** Somebody else who could have the action, in sight below or above. */
  const another = ({ seats, own }) => seats.people.find(({ code, starts }) => code !== own.code && starts.length > 0);

  test('what is over bounces and says why, holds no place, fills no day, and is in the legend [17]', async () => {
    const isOver = ({ orders, states }, order) => ['done', 'closed'].includes(states[orders.state[order]]) && orders.people[order].length > 0;
    let told_ = await board();
    if (!told_.orders.id.some((_, order) => isOver(told_, order))) {
      const { id } = await movable();
      // From wherever it stands; what it is already is refused.
      for (const body of [{ state: 'firm' }, { state: 'released' }, { state: 'started' }, { state: 'done', result: 'no-progress', minutes: 20 }])
        await asked(`/api/orders/${id}/declarations`, { method: 'POST', body });
      told_ = await board();
    }
    const { orders, people, states, days, operations, customers } = told_;
    const over = orders.id.findIndex((_, order) => isOver(told_, order));
    assert.ok(over >= 0, 'nothing is over here');
    const [person] = orders.people[over];
    const one = { board: told_, person, id: orders.id[over] };
    const day = Math.floor(orders.start[over] / 1440);
    const open = orders.id.flatMap((_, order) => (orders.people[order].includes(person) && Math.floor(orders.start[order] / 1440) === day && !['done', 'closed'].includes(states[orders.state[order]]) ? [orders.length[order]] : []));
    assert.equal(people.planned[person][day], open.reduce((sum, minutes) => sum + minutes, 0));
    await visit('/board', {}, async (page, context) => {
      const before = await version();
      const bar = await comeTo(page, one);
      await page.keyboard.press('Alt+ArrowRight');
      const why = page.getByRole('alert').filter({ hasText: 'Cette action reste où elle était' });
      await why.waitFor({ state: 'attached' });
      const said = await why.innerText();
      await page.locator('.stays').getByText(said).waitFor();
      for (const word of [operations[orders.operation[over]].name, customers[orders.customer[over]]]) assert.ok(said.includes(word), `${word} is not in ${said}`);
      assert.equal(await page.locator('.callout').count(), 0, 'it is not in hand');
      assert.ok((await bar.getAttribute('class')).includes('bounced'));
      assert.deepEqual(await violations(page, context), []);
      await page.keyboard.press('ArrowRight');
      await why.waitFor({ state: 'detached' });
      assert.equal(await version(), before);
      await page.locator('li', { hasText: 'Faite ou close' }).waitFor();
      await page.goto(`${server.url}/board?${new URLSearchParams({ person: people.code[person], day: days[day].date })}`, { waitUntil: 'networkidle' });
      await panel(page).locator('li', { hasText: /Faite|Close/ }).first().waitFor();
    });
  });

  test('dragged to somebody else by mouse, with what speaks against it before the drop, applied, and taken back [17]', async () => {
    const one = await movable(({ seats, own }) => another({ seats, own }));
    const { code, name } = another({ seats: one.seats, own: { code: one.code } });
    await visit('/board', {}, async (page) => {
      const bar = await comeTo(page, one);
      const other = one.board.people.code.indexOf(code);
      const row = await page.locator(`[data-day][data-person="${other}"]`).first().boundingBox();
      const box = await bar.boundingBox();
      await page.mouse.move(box.x + 4, box.y + 6);
      await page.mouse.down();
      await page.mouse.move(box.x + 12, box.y + 10, { steps: 3 });
      await page.locator('.lit').first().waitFor();
      // Where that person could have it, in sight.
      await page.mouse.move(box.x + 12, row.y + row.height / 2, { steps: 8 });
      const callout = page.locator('.callout');
      await callout.filter({ hasText: name }).waitFor();
      assert.ok(await callout.locator('.about').count(), 'nothing is said before the drop');
      await page.mouse.up();
      await panel(page).getByText('Après').waitFor();
      assert.equal(await version(), one.board.version, 'something was done before it was asked for');
      assert.ok((await panel(page).locator('dl').innerText()).includes(name));
      await panel(page).getByRole('button', { name: 'Laisser comme avant' }).click();
    });
    assert.equal(await version(), one.board.version);
  });

  test('handed to somebody else by keyboard, told aloud, applied, and taken back [17, 18]', async () => {
    const one = await movable(({ seats, own }) => another({ seats, own }));
    const rows = one.board.teams.flatMap(({ people }) => people);
    const others = one.seats.people.filter(({ code, starts }) => code !== one.code && starts.length > 0).map(({ code }) => one.board.people.code.indexOf(code));
    const key = others.some((other) => rows.indexOf(other) > rows.indexOf(one.person)) ? 'Alt+ArrowDown' : 'Alt+ArrowUp';
    await visit('/board', {}, async (page) => {
      await comeTo(page, one);
      await page.keyboard.press('Alt+ArrowRight');
      await page.locator('.lit').first().waitFor();
      const spoken = page.locator('[aria-live=assertive]');
      const before = await spoken.innerText();
      await page.keyboard.press(key);
      await page.waitForFunction((text) => document.querySelector('[aria-live=assertive]').textContent !== text, before);
      const said = await spoken.innerText();
      const taker = others.find((at) => said.includes(one.board.people.name[at]));
      assert.notEqual(taker, undefined, `${said} names nobody who could have it`);
      await page.keyboard.press('Alt+PageDown');
      await page.keyboard.press('Enter');
      await panel(page).getByText('Après').waitFor();
      await reason(page);
      await panel(page).getByRole('button', { name: 'Déplacer', exact: true }).click();
      await panel(page).waitFor({ state: 'detached' });
      const at = ({ orders, people }) => orders.people[orders.id.indexOf(one.id)].map((person) => people.code[person]);
      assert.deepEqual(at(await board()), [one.board.people.code[taker]]);
      await page.getByRole('button', { name: 'Annuler' }).click();
      await page.getByText('C’est annulé.').waitFor();
      assert.deepEqual(at(await board()), [one.code]);
    });
  });

  test('moving what the frozen period holds asks a reason, and is refused without one [21]', async () => {
    const one = await movable(({ day }) => day.zone === 'frozen');
    await visit('/board', {}, async (page) => {
      await comeTo(page, one);
      await page.keyboard.press('Alt+ArrowRight');
      await page.locator('.lit').first().waitFor();
      await page.keyboard.press('Alt+PageDown');
      await page.keyboard.press('Enter');
      await panel(page).getByText('Après').waitFor();
      await panel(page).locator('.conflict', { hasText: /gelé/ }).waitFor();
      let sent = 0;
      page.on('request', (request) => (sent += request.url().includes('/api/board/moves?') ? 1 : 0));
      const apply = panel(page).getByRole('button', { name: 'Déplacer', exact: true });
      await apply.click();
      await panel(page).locator('#reason-wrong', { hasText: /\w/ }).waitFor();
      assert.equal(sent, 0);
      assert.equal(await version(), one.board.version);
      const bare = await post({ order: one.id, start: timeOf(one.board.from, one.start + 1440 * 7) }, one.board.version);
      assert.equal(bare.status, 422, 'the server too asks for one');
      await page.locator('#reason').fill('Le client a demandé un autre jour');
      await apply.click();
      await panel(page).waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Annuler' }).click();
      await page.getByText('C’est annulé.').waitFor();
      const back = await board();
      assert.equal(back.orders.start[back.orders.id.indexOf(one.id)], one.start);
    });
  });

  test('what has no date says why, and is offered dates', () =>
    visit('/board', {}, async (page) => {
      const { unplaced } = await board();
      await page.locator('#unplaced h2 button').click();
      if (unplaced.total === 0) return assert.ok(await page.getByText('Rien n’attend de date.').count());
      assert.ok(await page.locator('#unplaced-list h3').filter({ hasText: unplaced.rows[0].cause.slice(0, 20) }).count());
      await page.locator('#unplaced-list .card').first().click();
      await panel(page).getByRole('button', { name: 'Autres dates possibles' }).click();
      await panel(page).locator('.slots li').first().waitFor();
    }));

  test('re-planning is applied: what stood in the absence stands there no more, and the plan is another [20]', async () => {
    const { orders, people, days, version: before } = await board();
    const at = days.findLastIndex((_, day) => orders.start.some((start) => Math.floor(start / 1440) === day));
    const first = orders.start.findIndex((start, order) => Math.floor(start / 1440) === at && orders.people[order].length === 1);
    const person = orders.people[first][0];
    const there = ({ orders, people: { code } }) => orders.id.filter((_, order) => Math.floor(orders.start[order] / 1440) === at && orders.people[order].some((one) => code[one] === people.code[person]));
    assert.ok(there({ orders, people }).includes(orders.id[first]));
    await visit('/board', {}, async (page) => {
      await page.getByRole('button', { name: 'Re-planifier' }).click();
      await panel(page).getByLabel('Personne', { exact: true }).selectOption(people.code[person]);
      await panel(page).locator('#first').fill(days[at].date);
      await panel(page).locator('#last').fill(days[at].date);
      await panel(page).getByRole('button', { name: 'Voir ce que cela change' }).click();
      await panel(page).locator('section h3').waitFor();
      assert.equal(await version(), before, 'something was done before it was asked for');
      await reason(page);
      await panel(page).getByRole('button', { name: 'Appliquer au plan' }).click();
      await panel(page).waitFor({ state: 'detached' });
    });
    const after = await board();
    assert.ok(after.version > before);
    assert.deepEqual(there(after), []);
  });

  test('what changes a frozen week is applied with a reason, and the version tells both', async () => {
    const { orders, people, days, states, version: before } = await board();
    const dayOf = (order) => Math.floor(orders.start[order] / 1440);
    const order = orders.id.findIndex((_, at) => days[dayOf(at)]?.zone === 'frozen' && orders.people[at].length === 1 && ['suggested', 'firm', 'released'].includes(states[orders.state[at]]));
    assert.ok(order >= 0, 'no action is in a frozen week');
    const [code, day] = [people.code[orders.people[order][0]], days[dayOf(order)].date];
    await visit('/board', {}, async (page, context) => {
      await page.getByRole('button', { name: 'Re-planifier' }).click();
      await panel(page).getByLabel('Personne', { exact: true }).selectOption(code);
      await panel(page).locator('#first').fill(day);
      await panel(page).locator('#last').fill(day);
      await panel(page).getByRole('button', { name: 'Voir ce que cela change' }).click();
      await panel(page).getByText('est gelée').waitFor();
      await panel(page).getByRole('button', { name: 'Appliquer au plan' }).click();
      await panel(page).getByText('Donnez une raison').first().waitFor();
      assert.equal(await version(), before, 'a frozen week changed without a reason');
      assert.deepEqual(await violations(page, context), []);
      await panel(page).locator('#reason').fill('Formation déplacée par l’organisme');
      await panel(page).getByRole('button', { name: 'Appliquer au plan' }).click();
      await panel(page).waitFor({ state: 'detached' });
    });
    assert.ok((await version()) > before);
  });

  test('a seller sees their own row only', () =>
    visit('/board', { login: SELLER }, async (page) => {
      const mine = await told('/api/board', { lang: 'fr' }, SELLER);
      assert.equal(mine.people.code.length, 1);
      assert.equal(await page.locator('[role=rowheader] small').count(), 2);
    }));
});

/** Somebody else moves another action; what is given takes it back. */
async function moveAnother(but) {
  const told_ = await board();
  const { orders, people, states } = told_;
  for (let order = 0; order < orders.id.length; order++) {
    if (orders.id[order] === but || orders.people[order].length !== 1 || !['suggested', 'firm', 'released'].includes(states[orders.state[order]])) continue;
    const seats = await told(`/api/orders/${orders.id[order]}/seats`, { from: told_.from, to: told_.to, lang: 'fr' });
    const own = seats.people?.find(({ code }) => code === people.code[orders.people[order][0]]);
    const found = own?.starts.findLast(([, to]) => to > orders.start[order] + 1440);
    if (!found) continue;
    const moved = await post({ order: orders.id[order], start: timeOf(told_.from, found[1]), reason: 'Essai' }, told_.version);
    if (moved.status !== 200) continue;
    const { undo, version } = await moved.json();
    return async () => {
      const { person, instead_of, ...back } = undo;
      await post({ ...back, ...(person && { person }), ...(instead_of && { instead_of }), reason: 'Essai' }, version);
    };
  }
  throw new Error('nothing else can move');
}

const timeOf = (from, minute) => new Date(Date.parse(`${from}T00:00:00Z`) + minute * 60_000).toISOString().slice(0, 19);

async function post(body, version) {
  const { name, value } = await session(server.url, DIRECTOR);
  return fetch(`${server.url}/api/board/moves?lang=fr`, {
    method: 'POST', headers: { cookie: `${name}=${value}`, 'content-type': 'application/json', 'if-match': `"${version}"`, 'idempotency-key': crypto.randomUUID() }, body: JSON.stringify(body),
  });
}
