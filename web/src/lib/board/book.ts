/** The board as one looks things up in it: rows by team, the actions of a person on a day, an action by its id. */
import type { Shape } from '$lib/ui/shape';
import type { Board, Move, Seat } from './types';

export const DAY = 1440;

/** A line of the board: the name of a team, or a person. */
export type Row = { kind: 'team'; team: number; count: number } | { kind: 'person'; person: number };

export interface Book {
  board: Board;
  /** Actions by person and day (`person * days + day`), by start. */
  cells: Map<number, number[]>;
  index: Map<string, number>;
  person: Map<string, number>;
}

export function bookOf(board: Board): Book {
  const days = board.days.length;
  const cells = new Map<number, number[]>();
  const { id, people, start } = board.orders;
  for (let order = 0; order < id.length; order++) {
    const day = Math.floor(start[order]! / DAY);
    if (day < 0 || day >= days) continue;
    for (const person of people[order]!) {
      const found = cells.get(person * days + day);
      if (found) found.push(order);
      else cells.set(person * days + day, [order]);
    }
  }
  return {
    board,
    cells,
    index: new Map(id.map((one, at) => [one, at])),
    person: new Map(board.people.code.map((code, at) => [code, at])),
  };
}

const NONE: readonly number[] = [];

export function ordersOf(book: Book, person: number, day: number): readonly number[] {
  return book.cells.get(person * book.board.days.length + day) ?? NONE;
}

/** Teams with the people whose name holds `text` (accents and case aside); a team with nobody left is not shown. */
export function rowsOf(board: Board, team: string | null, text: string): Row[] {
  const wanted = plain(text);
  return board.teams.flatMap((one, at) => {
    if (team !== null && one.name !== team) return [];
    const people = one.people.filter((person) => plain(board.people.name[person]!).includes(wanted));
    if (people.length === 0) return [];
    return [{ kind: 'team' as const, team: at, count: people.length }, ...people.map((person) => ({ kind: 'person' as const, person }))];
  });
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** Side by side in height: for each action its lane, and how many lanes its cell needs. */
export function lanesOf(board: Board, orders: readonly number[]): { lane: number[]; lanes: number } {
  const ends: number[] = [];
  const lane = orders.map((order) => {
    const start = board.orders.start[order]!;
    const found = ends.findIndex((end) => end <= start);
    const at = found < 0 ? ends.length : found;
    ends[at] = start + board.orders.length[order]!;
    return at;
  });
  return { lane, lanes: Math.max(1, ends.length) };
}

const SHAPES: readonly Shape[] = ['on-time', 'tight', 'late'];
export const shapeOf = (board: Board, order: number): Shape => SHAPES[board.orders.timing[order]!] ?? 'on-time';

/** Done and closed actions stay where they were. */
export const isOver = (board: Board, order: number): boolean => ['done', 'closed'].includes(board.states[board.orders.state[order]!]!);

/** What is over is late no more. */
export const isLate = (board: Board, order: number): boolean => board.orders.timing[order] === 2 && !isOver(board, order);

/** Minutes from midnight of the first day of the board, for a local time. */
export function minuteOf(board: Board, iso: string): number {
  return (Date.parse(`${iso.slice(0, 19)}Z`) - Date.parse(`${board.from}T00:00:00Z`)) / 60_000;
}

/** The local time of such a minute: `2027-01-11T09:00:00`. */
export function timeAt(board: Board, minute: number): string {
  return new Date(Date.parse(`${board.from}T00:00:00Z`) + minute * 60_000).toISOString().slice(0, 19);
}

/** A minute of the day as `09:00`. */
export function clock(minute: number): string {
  const inDay = ((minute % DAY) + DAY) % DAY;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}

export interface Ghost {
  order: string;
  customer: string;
  start: number;
  minutes: number;
}

/** Where the moved actions would stand, by cell. */
export function ghostsOf(book: Book, moves: readonly Move[]): Map<number, Ghost[]> {
  const days = book.board.days.length;
  const found = new Map<number, Ghost[]>();
  for (const { order, customer, to } of moves) {
    if (!to) continue;
    for (const [key, ghost] of seatsIn(book, to, days, order, customer)) found.set(key, [...(found.get(key) ?? []), ghost]);
  }
  return found;
}

function seatsIn(book: Book, to: Seat, days: number, order: string, customer: string): [number, Ghost][] {
  const start = minuteOf(book.board, to.start);
  const day = Math.floor(start / DAY);
  if (day < 0 || day >= days) return [];
  const ghost = { order, customer, start, minutes: minuteOf(book.board, to.end) - start };
  return to.people.flatMap((code) => {
    const person = book.person.get(code);
    return person === undefined ? [] : [[person * days + day, ghost] as [number, Ghost]];
  });
}

/** The actions that stand elsewhere than before, or are new: what others changed meanwhile. */
export function changedSince(before: Book, after: Book): Set<string> {
  const changed = new Set<string>();
  if (before.board.from !== after.board.from || before.board.to !== after.board.to) return changed;
  const [old, now] = [before.board.orders, after.board.orders];
  now.id.forEach((id, at) => {
    const was = before.index.get(id);
    const same = was !== undefined && old.start[was] === now.start[at] && old.length[was] === now.length[at]
      && old.people[was]!.map((one) => before.board.people.code[one]).join() === now.people[at]!.map((one) => after.board.people.code[one]).join();
    if (!same) changed.add(id);
  });
  return changed;
}
