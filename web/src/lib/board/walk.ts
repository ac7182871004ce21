/** From one place of the board to the next with the keyboard: places to read, and places to put an action. */
import type { Axis } from './axis';
import { DAY, isLate, ordersOf, type Book, type Row } from './book';
import type { Aim, Held } from './judge';
import type { Seats } from './types';

/** An action of somebody, or their empty day. */
export interface Stop {
  person: number;
  day: number;
  /** Position in the orders of the board; null on a day without an action. */
  order: number | null;
}

/** The same place in a board that was read again. */
export function settled({ board, cells }: Book, { person, day, order }: Stop): Stop {
  const last = board.days.length;
  const at = Math.min(day, last - 1);
  const there = order !== null && board.orders.people[order]?.includes(person) && Math.floor(board.orders.start[order]! / DAY) === at;
  return { person, day: at, order: there ? order : (cells.get(person * last + at)?.[0] ?? null) };
}

const stopAt = (book: Book, person: number, day: number, which: 'first' | 'last'): Stop => {
  const orders = ordersOf(book, person, day);
  return { person, day, order: (which === 'first' ? orders[0] : orders.at(-1)) ?? null };
};

/** The next action of the same person, or their next empty day. */
export function along(book: Book, stop: Stop, by: 1 | -1): Stop {
  const orders = ordersOf(book, stop.person, stop.day);
  const next = stop.order === null ? undefined : orders[orders.indexOf(stop.order) + by];
  if (next !== undefined) return { ...stop, order: next };
  const day = stop.day + by;
  if (day < 0 || day >= book.board.days.length) return stop;
  return stopAt(book, stop.person, day, by > 0 ? 'first' : 'last');
}

/** The same moment of somebody `by` people further down. */
export function across(book: Book, rows: readonly Row[], stop: Stop, by: number): Stop {
  const people = rows.flatMap((row) => (row.kind === 'person' ? [row.person] : []));
  const at = Math.max(0, people.indexOf(stop.person));
  const person = people[Math.min(people.length - 1, Math.max(0, at + by))];
  if (person === undefined || person === stop.person) return stop;
  const orders = ordersOf(book, person, stop.day);
  const { start } = book.board.orders;
  const wanted = stop.order === null ? stop.day * DAY : start[stop.order]!;
  const near = [...orders].sort((a, b) => Math.abs(start[a]! - wanted) - Math.abs(start[b]! - wanted))[0];
  return { person, day: stop.day, order: near ?? null };
}

export const edge = (book: Book, stop: Stop, which: 'first' | 'last'): Stop =>
  stopAt(book, stop.person, which === 'first' ? 0 : book.board.days.length - 1, which);

/** The next late action after `stop`, in the order of the rows; undefined when there is none. */
export function nextLate(book: Book, rows: readonly Row[], stop: Stop | undefined): Stop | undefined {
  const late: Stop[] = [];
  for (const row of rows) {
    if (row.kind !== 'person') continue;
    for (let day = 0; day < book.board.days.length; day++)
      for (const order of ordersOf(book, row.person, day)) if (isLate(book.board, order)) late.push({ person: row.person, day, order });
  }
  const at = late.findIndex((one) => one.order === stop?.order && one.person === stop?.person);
  return late[(at + 1) % late.length];
}

/** One step of the grid sooner or later; past the hours drawn, the edge of the next day that is open. */
export function shift(book: Book, axis: Axis, held: Held, aim: Aim, by: 1 | -1): Aim {
  const { grid, days } = book.board;
  const day = Math.floor(aim.start / DAY);
  const start = aim.start + by * grid;
  const inDay = start - day * DAY;
  if (inDay >= axis.from && inDay + held.minutes <= axis.to) return { ...aim, start };
  for (let next = day + by; next >= 0 && next < days.length; next += by) {
    if (days[next]!.open) return { ...aim, start: next * DAY + (by > 0 ? axis.from : Math.max(axis.from, axis.to - held.minutes)) };
  }
  return aim;
}

/** The same time of another day that is open. */
export function shiftDay(book: Book, aim: Aim, by: 1 | -1): Aim {
  const { days } = book.board;
  const day = Math.floor(aim.start / DAY);
  for (let next = day + by; next >= 0 && next < days.length; next += by) {
    if (days[next]!.open) return { ...aim, start: aim.start + (next - day) * DAY };
  }
  return aim;
}

/** The next possible start of this person, from what the server said. */
export function nextSeat(book: Book, seats: Seats | undefined, aim: Aim, by: 1 | -1): Aim {
  const own = seats?.people.find(({ code }) => code === book.board.people.code[aim.person]);
  const starts = own?.starts.map(([from, to]) => [from!, to!] as const) ?? [];
  const { grid } = book.board;
  const found = by > 0
    ? starts.find(([, to]) => to > aim.start)
    : starts.findLast(([from]) => from < aim.start);
  if (!found) return aim;
  const [from, to] = found;
  return { ...aim, start: by > 0 ? Math.max(from, aim.start + grid) : Math.min(to, aim.start - grid) };
}

/** The next person down or up who is able to do it; anybody in the rows until that is known. */
export function hand(book: Book, rows: readonly Row[], seats: Seats | undefined, aim: Aim, by: 1 | -1): Aim {
  const able = seats && new Set(seats.people.map(({ code }) => book.person.get(code)));
  const people = rows.flatMap((row) => (row.kind === 'person' && (!able || able.has(row.person) || row.person === aim.person) ? [row.person] : []));
  return { ...aim, person: people[people.indexOf(aim.person) + by] ?? aim.person };
}
