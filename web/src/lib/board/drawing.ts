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
    const next = lanes > 1 ? undefined : orders[at + 1];
    const free = lanes > 2 ? 0 : (next === undefined ? widthOf(axis, day) : inDay(axis, day, start[next]! - day * DAY)) - left - 16;
    const named = zoom !== 'month' && wide >= 16 && Math.max(wide - 16, free) >= 30;
    const top = 3 + (Math.min(lane[at]!, 3) * BARS) / share;
    const high = BARS / share - 1;
    const borders = board.orders.pinned[order] ? 4 : 2;
    return {
      order,
      id: id[order]!,
      look: lookOf(board, order, wide),
      label: labelOf(drawing, order),
      style: `left:${left}px;width:${wide}px;top:${top}px;height:${high}px;line-height:${high - borders}px`,
      text: named ? fit(board.customers[customer[order]!]!, lanes > 1 ? wide - 16 : Math.max(wide - 16, free - 2)) : '',
    };
  });
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
