import { describe, expect, it } from 'vitest';
import { axisOf, bandOf, dayAt, daysIn, hoursOf, minuteAt, rowAt, rowsIn, shade, topsOf, widthOf, xOf } from '$lib/board/axis';
import { bookOf, changedSince, clock, ghostsOf, lanesOf, minuteOf, ordersOf, rowsOf, timeAt } from '$lib/board/book';
import { judge, type Held } from '$lib/board/judge';
import type { Board, Seats } from '$lib/board/types';
import { across, along, hand, nextLate, nextSeat, shift, shiftDay } from '$lib/board/walk';

/** Two sellers and a presales over a week of seven days; Ana has two actions on Monday that overlap, Bob one on Tuesday, late. */
function board(change: (board: Board) => void = () => {}): Board {
  const days = ['11', '12', '13', '14', '15', '16', '17'];
  const made: Board = {
    version: 3, made: '2027-01-08T16:20:00Z', today: '2027-01-11', from: '2027-01-11', to: '2027-01-17', first_day: '2027-01-04', last_day: '2027-04-02', grid: 15,
    days: days.map((day, at) => ({ date: `2027-01-${day}`, zone: at < 1 ? 'frozen' : 'open', open: at < 5, holiday: null })),
    kinds: [{ code: 'seller', name: 'vendeurs' }, { code: 'presales', name: 'avant-ventes' }],
    teams: [{ name: 'Nord', people: [0, 1] }, { name: '', people: [2] }],
    people: {
      code: ['ana', 'bob', 'zoe'], name: ['Ana Roux', 'Bob Élie', 'Zoé Lin'], kind: [0, 0, 1], team: [0, 0, 1],
      hours: [0, 1, 2].map(() => [1, 1, 1, 1, 1, 0, 0]), away: [[], [2], []],
      planned: [[150, 0, 0, 0, 0, 0, 0], [0, 60, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0]], given: [0, 1, 2].map(() => [180, 180, 180, 180, 180, 0, 0]),
    },
    patterns: [[], [540, 720, 840, 1080]],
    operations: [{ process: 'p', step: 's', operation: 'o', name: 'Entretien', step_name: 'Voit', channel: 'visit' }],
    customers: ['Fonderie Martin', 'Scierie Morvan'],
    states: ['suggested', 'firm', 'released', 'started', 'done', 'closed'],
    orders: {
      id: ['a', 'b', 'c'], people: [[0], [0], [1]], others: [0, 0, 0], start: [540, 600, 1440 + 540], length: [90, 60, 60],
      state: [1, 1, 1], customer: [0, 1, 0], operation: [0, 0, 0], case: [0, 1, 2], timing: [0, 0, 2], pinned: [0, 0, 0],
    },
    unplaced: { total: 0, rows: [] },
  };
  change(made);
  return made;
}

const held = (more: Partial<Held> = {}): Held => ({ id: 'a', customer: 'Fonderie Martin', operation: 'Entretien', minutes: 90, start: 540, from: 0, people: [0], ...more });
const seats = (more: Partial<Seats> = {}): Seats => ({
  order: 'a', from: '2027-01-11', minutes: 90, version: 3, earliest: 0, due: 3 * 1440,
  people: [{ code: 'ana', name: 'Ana Roux', current: true, starts: [[1440 + 540, 1440 + 630], [1440 + 840, 1440 + 990]] }, { code: 'bob', name: 'Bob Élie', current: false, starts: [[1440 + 840, 1440 + 990]] }],
  ...more,
});

describe('where things stand', () => {
  const axis = axisOf(board(), 'week', 1000);

  it('draws the hours of work, widened to an action outside them', () => {
    expect(bandOf(board())).toEqual({ from: 540, to: 1080 });
    expect(bandOf(board((one) => (one.orders.start[2] = 1440 + 430)))).toEqual({ from: 420, to: 1080 });
  });

  it('gives days without work a narrow place, unless something stands there', () => {
    expect(widthOf(axis, 5)).toBeLessThan(widthOf(axis, 0) / 4);
    expect(widthOf(axisOf(board((one) => (one.orders.start[2] = 5 * 1440 + 600)), 'week', 1000), 5)).toBe(widthOf(axis, 0));
  });

  it('comes back from a pixel to the minute it was drawn from, on the grid', () => {
    for (const minute of [540, 555, 1440 + 900, 4 * 1440 + 1065]) expect(minuteAt(axis, xOf(axis, minute), 15)).toBe(minute);
    expect(dayAt(axis, -50)).toBe(0);
    expect(dayAt(axis, 1e6)).toBe(6);
  });

  it('keeps in the document the rows and days in sight, and a few around', () => {
    const rows = Array.from({ length: 500 }, (_, person) => ({ kind: 'person' as const, person }));
    const tops = topsOf(rows);
    const [first, last] = rowsIn(tops, 4800, 480);
    expect([first, last]).toEqual([96, 114]);
    expect(rowsIn(tops, 0, 480)[0]).toBe(0);
    expect(rowsIn(tops, 1e6, 480)[1]).toBe(499);
    expect(rowAt(tops, 4801)).toBe(100);
    expect(daysIn(axis, 0, 100)).toEqual([0, 1]);
  });

  it('shades what is not worked, and writes hours only where they can be read', () => {
    expect(shade(axis, [540, 720, 840, 1080])).toContain('var(--off) 33.33% 55.56%');
    expect(shade(axis, [])).toBe('linear-gradient(to right, var(--off) 0.00% 100%)');
    expect(hoursOf(axisOf(board(), 'month', 1000), 0)).toEqual([]);
    expect(hoursOf(axisOf(board(), 'day', 1000), 0)).toHaveLength(9);
  });
});

describe('the book of the board', () => {
  it('finds the actions of somebody on a day, and none elsewhere', () => {
    const book = bookOf(board());
    expect(ordersOf(book, 0, 0)).toEqual([0, 1]);
    expect(ordersOf(book, 1, 1)).toEqual([2]);
    expect(ordersOf(book, 2, 0)).toEqual([]);
  });

  it('puts actions that overlap in lanes of their own', () => {
    expect(lanesOf(board(), [0, 1])).toEqual({ lane: [0, 1], lanes: 2 });
    expect(lanesOf(board((one) => (one.orders.start[1] = 640)), [0, 1])).toEqual({ lane: [0, 0], lanes: 1 });
  });

  it('finds people without their accents, and hides a team with nobody left', () => {
    expect(rowsOf(board(), null, 'elie')).toEqual([{ kind: 'team', team: 0, count: 1 }, { kind: 'person', person: 1 }]);
    expect(rowsOf(board(), '', '')).toHaveLength(2);
    expect(rowsOf(board(), null, 'personne')).toEqual([]);
  });

  it('writes and reads local times', () => {
    expect(timeAt(board(), 1440 + 555)).toBe('2027-01-12T09:15:00');
    expect(minuteOf(board(), '2027-01-12T09:15:00')).toBe(1440 + 555);
    expect(clock(1440 + 555)).toBe('09:15');
    expect(clock(-15)).toBe('23:45');
  });

  it('shows where an action would stand, and nothing outside the days drawn', () => {
    const book = bookOf(board());
    const move = (start: string) => ({ order: 'a', customer: 'F', operation: 'E', change: 'moved' as const, from: null, sentence: '', reason: null, to: { start: `${start}T09:00:00`, end: `${start}T10:30:00`, people: ['bob', 'nobody'] } });
    expect([...ghostsOf(book, [move('2027-01-13')])]).toEqual([[1 * 7 + 2, [{ order: 'a', customer: 'F', start: 2 * 1440 + 540, minutes: 90 }]]]);
    expect(ghostsOf(book, [move('2027-02-13')]).size).toBe(0);
  });

  it('tells what others changed, but not because other days are shown', () => {
    const before = bookOf(board());
    expect(changedSince(before, bookOf(board()))).toEqual(new Set());
    expect(changedSince(before, bookOf(board((one) => (one.orders.start[0] = 555))))).toEqual(new Set(['a']));
    expect(changedSince(before, bookOf(board((one) => (one.orders.people[2] = [0]))))).toEqual(new Set(['c']));
    expect(changedSince(before, bookOf(board((one) => ((one.from = '2027-01-04'), (one.orders.start[0] = 0)))))).toEqual(new Set());
  });
});

describe('what one sees of a seat before letting go', () => {
  const book = bookOf(board());
  const at = (person: number, start: number, more?: Partial<Seats>, what?: Partial<Held>) => judge(book, held(what), { person, start }, seats(more));

  it('is nothing where the server said one may stand', () => expect(at(0, 1440 + 540)).toEqual(['frozen']));
  it('is that it stands there already', () => expect(at(0, 540)).toEqual(['same-time']));
  it('is the skill, for who is not among the able', () => expect(at(2, 1440 + 540)).toContain('skill'));
  it('is a day of leave, a lunch, a closed day', () => {
    expect(at(1, 2 * 1440 + 540)).toContain('non-working');
    expect(at(0, 1440 + 690)).toContain('non-working');
    expect(at(0, 5 * 1440 + 540)).toContain('non-working');
  });
  it('is another action in the same place', () => expect(at(1, 1440 + 540)).toContain('overlap'));
  it('is nothing of an action that is over: it holds no place', () => {
    const book = bookOf(board((one) => (one.orders.state = [1, 1, 4])));
    expect(judge(book, held(), { person: 1, start: 1440 + 540 }, seats({ people: [{ code: 'bob', name: 'Bob Élie', current: false, starts: [] }] }))).not.toContain('overlap');
  });
  it('is the past, and what must come before', () => {
    expect(at(0, -900)).toContain('past');
    expect(at(0, 3 * 1440 + 540, { earliest: 4 * 1440 })).toContain('before');
  });
  it('is the customer, when everything else is free', () => expect(at(0, 3 * 1440 + 540, { due: null })).toEqual(['customer-hours', 'frozen']));
  it('is lateness after the due date', () => expect(at(0, 1440 + 990, { due: 1440 + 1000 })).toContain('late'));
  it('is overload beyond the time given that day, not counting the action twice', () => {
    expect(at(1, 1440 + 840, {}, { minutes: 130 })).toContain('overload');
    expect(at(0, 840, {}, { minutes: 90 })).not.toContain('overload');
  });
  it('is the frozen period, left or entered', () => {
    expect(at(0, 1440 + 540, {}, { start: 1440 + 600 })).not.toContain('frozen');
    expect(at(1, 600, {}, { start: 1440 + 600 })).toContain('frozen');
  });
});

describe('the keyboard', () => {
  const book = bookOf(board());
  const rows = rowsOf(book.board, null, '');
  const axis = axisOf(book.board, 'week', 1000);

  it('goes along the actions of somebody, stopping on their empty days', () => {
    expect(along(book, { person: 0, day: 0, order: 0 }, 1)).toEqual({ person: 0, day: 0, order: 1 });
    expect(along(book, { person: 0, day: 0, order: 1 }, 1)).toEqual({ person: 0, day: 1, order: null });
    expect(along(book, { person: 0, day: 0, order: 0 }, -1)).toEqual({ person: 0, day: 0, order: 0 });
  });

  it('goes to the nearest action of the next person, past the name of a team', () => {
    expect(across(book, rows, { person: 0, day: 1, order: null }, 1)).toEqual({ person: 1, day: 1, order: 2 });
    expect(across(book, rows, { person: 0, day: 0, order: 1 }, 10)).toEqual({ person: 2, day: 0, order: null });
  });

  it('passes over a late action that is over', () => {
    const book = bookOf(board((one) => (one.orders.state = [1, 1, 5])));
    expect(nextLate(book, rowsOf(book.board, null, ''), undefined)).toBeUndefined();
  });
  it('finds the next late action, and begins again after the last', () => {
    const late = { person: 1, day: 1, order: 2 };
    expect(nextLate(book, rows, undefined)).toEqual(late);
    expect(nextLate(book, rows, late)).toEqual(late);
    expect(nextLate(bookOf(board((one) => (one.orders.timing[2] = 0))), rows, undefined)).toBeUndefined();
  });

  it('moves by a step of the grid, over the night and the weekend', () => {
    expect(shift(book, axis, held(), { person: 0, start: 540 }, 1).start).toBe(555);
    expect(shift(book, axis, held(), { person: 0, start: 990 }, 1).start).toBe(1440 + 540);
    expect(shift(book, axis, held(), { person: 0, start: 1440 + 540 }, -1).start).toBe(990);
    expect(shift(book, axis, held(), { person: 0, start: 540 }, -1).start).toBe(540);
    expect(shiftDay(book, { person: 0, start: 4 * 1440 + 540 }, 1).start).toBe(4 * 1440 + 540);
    expect(shiftDay(book, { person: 0, start: 540 }, 1).start).toBe(1440 + 540);
  });

  it('jumps to the next possible place, and back', () => {
    expect(nextSeat(book, seats(), { person: 0, start: 540 }, 1).start).toBe(1440 + 540);
    expect(nextSeat(book, seats(), { person: 0, start: 1440 + 630 }, 1).start).toBe(1440 + 840);
    expect(nextSeat(book, seats(), { person: 0, start: 1440 + 840 }, -1).start).toBe(1440 + 630);
    expect(nextSeat(book, seats(), { person: 0, start: 540 }, -1).start).toBe(540);
  });

  it('hands over only to who is able', () => {
    expect(hand(book, rows, seats(), { person: 0, start: 540 }, 1).person).toBe(1);
    expect(hand(book, rows, seats(), { person: 1, start: 540 }, 1).person).toBe(1);
    expect(hand(book, rows, undefined, { person: 1, start: 540 }, 1).person).toBe(2);
  });
});
