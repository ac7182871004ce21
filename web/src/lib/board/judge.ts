/**
 * What one can already see of a seat while one aims at it, from what the server said when the drag began.
 * A hint, given at once under the pointer; the server judges the same seat a moment later, and its word replaces this one.
 */
import { DAY, isOver, ordersOf, type Book } from './book';
import type { Seats } from './types';

export interface Held {
  id: string;
  customer: string;
  operation: string;
  minutes: number;
  /** Where it stands now; null when it has no date. */
  start: number | null;
  /** Whose row it was taken from; null from the list of what has no date. */
  from: number | null;
  people: readonly number[];
}

export interface Aim {
  person: number;
  start: number;
}

export type Code = 'same-time' | 'skill' | 'non-working' | 'before' | 'past' | 'overlap' | 'customer-hours' | 'late' | 'overload' | 'frozen';
/** Those that forbid the drop. */
export const BLOCKS: ReadonlySet<string> = new Set<Code>(['same-time', 'skill', 'non-working', 'before', 'past']);

export function judge(book: Book, held: Held, { person, start }: Aim, seats: Seats | undefined): Code[] {
  const unmoved = start === held.start && held.people.includes(person);
  if (unmoved) return ['same-time'];
  const end = start + held.minutes;
  const own = seats?.people.find(({ code }) => code === book.board.people.code[person]);
  const found = own && within(own.starts, start) ? [] : hindrances(book, held, { person, start }, seats, own !== undefined);
  if (seats?.due != null && end > seats.due) found.push('late');
  if (overloads(book, held, person, start)) found.push('overload');
  if ([start, held.start].some((at) => at !== null && zoneAt(book, at) === 'frozen')) found.push('frozen');
  return found;
}

/** Why nothing can start there; without a reason that one sees, the customer is the one who is not free. */
function hindrances(book: Book, held: Held, { person, start }: Aim, seats: Seats | undefined, able: boolean): Code[] {
  const end = start + held.minutes;
  const found: Code[] = [];
  if (seats && !able) found.push('skill');
  if (start < todayOf(book)) found.push('past');
  if (!works(book, person, start, end)) found.push('non-working');
  if (seats?.earliest != null && start < seats.earliest) found.push('before');
  if (overlaps(book, held, person, start, end)) found.push('overlap');
  return found.length === 0 && able ? ['customer-hours'] : found;
}

export const within = (intervals: readonly (readonly number[])[], minute: number): boolean =>
  intervals.some(([from, to]) => from! <= minute && minute <= to!);

function todayOf({ board }: Book): number {
  return ((Date.parse(board.today) - Date.parse(board.from)) / 86_400_000) * DAY;
}

const zoneAt = ({ board }: Book, minute: number) => board.days[Math.floor(minute / DAY)]?.zone;

function works({ board }: Book, person: number, start: number, end: number): boolean {
  const day = Math.floor(start / DAY);
  const known = board.days[day];
  if (!known?.open || board.people.away[person]!.includes(day)) return false;
  const pattern = board.patterns[board.people.hours[person]![day]!] ?? [];
  for (let at = 0; at < pattern.length; at += 2) {
    if (pattern[at]! <= start - day * DAY && end - day * DAY <= pattern[at + 1]!) return true;
  }
  return false;
}

function overlaps(book: Book, held: Held, person: number, start: number, end: number): boolean {
  const { id, start: starts, length } = book.board.orders;
  return ordersOf(book, person, Math.floor(start / DAY)).some(
    (order) => id[order] !== held.id && !isOver(book.board, order) && starts[order]! < end && start < starts[order]! + length[order]!,
  );
}

function overloads({ board }: Book, held: Held, person: number, start: number): boolean {
  const day = Math.floor(start / DAY);
  const planned = board.people.planned[person]?.[day] ?? 0;
  const already = held.start !== null && Math.floor(held.start / DAY) === day && held.people.includes(person);
  return planned + (already ? 0 : held.minutes) > (board.people.given[person]?.[day] ?? 0);
}
