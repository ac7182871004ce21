/**
 * What a day of somebody looks like, worked out once as plain numbers and words.
 * Hundreds of actions come into sight while one scrolls: nothing of this is worked out again until the board or the zoom changes.
 */
import { duration, shortDay, t } from '$lib/language/index.svelte';
import { inDay, shade, widthOf, type Axis, type Zoom } from './axis';
import { DAY, clock, isOver, lanesOf, ordersOf, shapeOf, type Book } from './book';
import { fit, measureWith } from './fit';
import type { Board } from './types';

/** Height that the actions of a day share. */
const BARS = 28;

/** Pixels that a bar keeps for its shape and its edges. */
const EDGES = 16;
/** A name with less room than this says nothing. */
const LEAST = 30;

/** The same for all rows. */
export interface Drawing {
  book: Book;
  axis: Axis;
  zoom: Zoom;
  labels: string[];
  /** Background of each pattern of hours. */
  shades: string[];
  /** Words of the states. */
  words: Record<string, string>;
}

/** `font`: the letters of the bars, as a canvas takes them. */
export function drawingOf(book: Book, axis: Axis, zoom: Zoom, font: string): Drawing {
  const words = {
    away: t('board-away'), 'on-time': t('state-on-time'), tight: t('state-tight'), late: t('state-late'),
    done: t('board-order-done').toLowerCase(), pinned: t('board-legend-pinned').toLowerCase(),
  };
  const { days, patterns } = book.board;
  measureWith(font);
  return { book, axis, zoom, labels: days.map(({ date }) => shortDay(date)), shades: patterns.map((pattern) => shade(axis, pattern)), words };
}

export interface BarView {
  order: number;
  id: string;
  /** Classes of its state. */
  look: string;
  label: string;
  style: string;
  /** The customer's name, as much as there is room for. */
  text: string;
}

export interface DayView {
  away: boolean;
  leave: string;
  label: string | undefined;
  style: string;
  bars: BarView[];
  /** How full the day is; empty when there is nothing to say. */
  strip: string;
  full: boolean;
}

export function dayView(drawing: Drawing, person: number, day: number): DayView {
  const { book: { board }, axis, labels, shades, words } = drawing;
  const bars = barsOf(drawing, person, day);
  const away = board.people.away[person]!.includes(day);
  const wide = widthOf(axis, day);
  const ground = away ? '' : `;background-image:${shades[board.people.hours[person]![day]!] ?? 'none'}`;
  const { planned, given } = loadOf(board, person, day);
  const share = given > 0 ? planned / given : planned > 0 ? 2 : 0;
  return {
    away,
    leave: away && wide > 60 ? words.away! : '',
    label: away && bars.length === 0 ? `${labels[day]}, ${words.away}` : bars.length > 0 ? undefined : labels[day],
    style: `left:calc(var(--names) + ${axis.lefts[day]}px);width:${wide}px${ground}`,
    bars,
    strip: planned > 0 || given > 0 ? `--fill:${Math.min(1, share) * 8}px;--above:${Math.min(0.55, Math.max(0, share - 1)) * 9}px` : '',
    full: share > 1,
  };
}

/** Minutes that the actions of a day take, and those that may be given to actions. */
export function loadOf({ people }: Board, person: number, day: number): { planned: number; given: number } {
  return { planned: people.planned[person]?.[day] ?? 0, given: people.given[person]?.[day] ?? 0 };
}

/** A day as it is read aloud. */
export function spokenDay({ book: { board }, labels }: Drawing, person: number, day: number, away: boolean): string {
  const { planned, given } = loadOf(board, person, day);
  return t('board-cell', { name: board.people.name[person]!, day: labels[day]!, planned: duration(planned), given: duration(given), away: away ? 'yes' : 'no' });
}

function barsOf(drawing: Drawing, person: number, day: number): BarView[] {
  const { book, axis, zoom } = drawing;
  const { board } = book;
  const { id, start, length, customer } = board.orders;
  const orders = ordersOf(book, person, day);
  const { lane, lanes } = lanesOf(board, orders);
  const share = Math.min(lanes, 4);
  return orders.map((order, at) => {
    const left = inDay(axis, day, start[order]! - day * DAY);
    const wide = Math.max(4, inDay(axis, day, start[order]! + length[order]! - day * DAY) - left - 1);
    const next = orders[at + 1];
    const end = next === undefined ? widthOf(axis, day) : inDay(axis, day, start[next]! - day * DAY);
    const { text, after } = nameIn(board.customers[customer[order]!]!, zoom, wide, lanes > 1 ? 0 : end - left - EDGES);
    const top = 3 + (Math.min(lane[at]!, 3) * BARS) / share;
    const high = BARS / share - 1;
    const borders = board.orders.pinned[order] ? 4 : 2;
    return {
      order,
      id: id[order]!,
      look: lookOf(board, order, wide),
      label: labelOf(drawing, order),
      style: `left:${left}px;width:${wide}px;top:${top}px;height:${high}px;line-height:${high - borders}px${after > 0 ? `;--after:${after}px` : ''}`,
      text,
    };
  });
}

/**
 * As much of a name as there is room for, and how far after the shape of the bar it begins.
 * `free`: pixels from there to the next bar. A day seen from near has room for a name that its bar is too short for beside it;
 * in a week it begins inside and runs on.
 */
function nameIn(name: string, zoom: Zoom, wide: number, free: number): { text: string; after: number } {
  const inside = wide - EDGES;
  if (zoom === 'month' || inside < 0 || Math.max(inside, free) < LEAST) return { text: '', after: 0 };
  if (zoom === 'week') return { text: fit(name, Math.max(inside, free - 2)), after: 0 };
  const within = inside >= LEAST ? fit(name, inside) : '';
  const beside = free - wide + EDGES - 6;
  if (within === name || beside < LEAST) return { text: within, after: 0 };
  const outside = fit(name, beside);
  return outside.length > within.length ? { text: outside, after: wide - EDGES + 6 } : { text: within, after: 0 };
}

function lookOf(board: Board, order: number, wide: number): string {
  const { state, pinned } = board.orders;
  const looks = [shapeOf(board, order), state[order] === 0 && 'loose', pinned[order] && 'pinned', isOver(board, order) && 'over', wide < 16 && 'bare'];
  return looks.filter(Boolean).join(' ');
}

function labelOf({ book: { board }, words }: Drawing, order: number): string {
  const { start, length, customer, operation, others, people, pinned } = board.orders;
  const more = isOver(board, order) ? words.done : pinned[order] ? words.pinned : '';
  const together = others[order]! + people[order]!.length - 1;
  const seat = `${clock(start[order]!)} – ${clock(start[order]! + length[order]!)}`;
  const parts = [board.operations[operation[order]!]?.name, board.customers[customer[order]!], seat, words[shapeOf(board, order)], more];
  return `${parts.filter(Boolean).join(', ')}${together > 0 ? `, ${t('board-with-others', { count: together })}` : ''}`;
}
