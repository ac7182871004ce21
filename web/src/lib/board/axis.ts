/** Where things stand on the board: minutes and rows in, pixels out, nothing drawn. Only what is in sight is drawn. */
import { DAY, type Row } from './book';
import type { Board } from './types';

export type Zoom = 'day' | 'week' | 'month';
export const ZOOMS: readonly Zoom[] = ['day', 'week', 'month'];

/** Days that fill the window, and the least width of one. */
const SIGHT: Record<Zoom, { days: number; least: number; closed: number }> = {
  day: { days: 1, least: 560, closed: 48 },
  week: { days: 5, least: 150, closed: 28 },
  month: { days: 23, least: 34, closed: 12 },
};
export const ROW = 48;
export const TEAM = 30;

export interface Axis {
  /** Minutes of the day that are drawn. */
  from: number;
  to: number;
  /** By day: where it begins, and its width; the last left is the whole width. */
  lefts: number[];
}

/** Days without work are narrow, so that a week of work fills the window. */
export function axisOf(board: Board, zoom: Zoom, room: number): Axis {
  const { days, least, closed } = SIGHT[zoom];
  const full = Math.max(least, Math.floor((room - (zoom === 'week' ? 2 * closed : zoom === 'month' ? 8 * closed : 0)) / days));
  const busy = new Set(board.orders.start.map((start) => Math.floor(start / DAY)));
  const lefts = [0];
  board.days.forEach(({ open }, day) => lefts.push(lefts[day]! + (open || busy.has(day) ? full : closed)));
  return { ...bandOf(board), lefts };
}

/** From the first whole hour that somebody works, or that holds an action, to the last. */
export function bandOf(board: Board): { from: number; to: number } {
  let [from, to] = [9 * 60, 18 * 60];
  for (const pattern of board.patterns) {
    if (pattern.length === 0) continue;
    from = Math.min(from, pattern[0]!);
    to = Math.max(to, pattern.at(-1)!);
  }
  board.orders.start.forEach((start, order) => {
    const inDay = start % DAY;
    if (inDay < 0) return;
    from = Math.min(from, inDay);
    to = Math.max(to, Math.min(DAY, inDay + board.orders.length[order]!));
  });
  return { from: Math.floor(from / 60) * 60, to: Math.ceil(to / 60) * 60 };
}

export const widthOf = (axis: Axis, day: number): number => axis.lefts[day + 1]! - axis.lefts[day]!;
export const wholeWidth = (axis: Axis): number => axis.lefts.at(-1)!;

/** The pixel of a minute of a day; what lies outside the hours drawn is at their edge. */
export function inDay(axis: Axis, day: number, minuteOfDay: number): number {
  const share = (Math.min(axis.to, Math.max(axis.from, minuteOfDay)) - axis.from) / (axis.to - axis.from);
  return share * widthOf(axis, day);
}

export function xOf(axis: Axis, minute: number): number {
  const last = axis.lefts.length - 2;
  const day = Math.min(last, Math.max(0, Math.floor(minute / DAY)));
  return axis.lefts[day]! + inDay(axis, day, minute - day * DAY);
}

export function dayAt(axis: Axis, x: number): number {
  return Math.min(axis.lefts.length - 2, Math.max(0, before(axis.lefts, x)));
}

/** The start nearest to a pixel, on the grid. */
export function minuteAt(axis: Axis, x: number, grid: number): number {
  const day = dayAt(axis, x);
  const share = Math.min(1, Math.max(0, (x - axis.lefts[day]!) / widthOf(axis, day)));
  const minute = axis.from + share * (axis.to - axis.from);
  return day * DAY + Math.round(minute / grid) * grid;
}

/** The days of which something is in sight, one more on each side. */
export function daysIn(axis: Axis, left: number, width: number): [number, number] {
  return [Math.max(0, dayAt(axis, left) - 1), Math.min(axis.lefts.length - 2, dayAt(axis, left + width) + 1)];
}

/** Where each row begins; the last is the whole height. */
export function topsOf(rows: readonly Row[]): number[] {
  const tops = [0];
  rows.forEach(({ kind }, at) => tops.push(tops[at]! + (kind === 'team' ? TEAM : ROW)));
  return tops;
}

/** The rows of which something is in sight, some more on each side so that scrolling shows no blank. */
export function rowsIn(tops: number[], top: number, height: number, more = 4): [number, number] {
  const last = tops.length - 2;
  return [Math.max(0, Math.min(last, before(tops, top)) - more), Math.min(last, before(tops, top + height) + more)];
}

export const rowAt = (tops: number[], y: number): number => Math.min(tops.length - 2, Math.max(0, before(tops, y)));

/** The last place whose value is not beyond `value`. */
function before(sorted: number[], value: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sorted[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Hours written above a day, as far apart as they can be read. */
export function hoursOf(axis: Axis, day: number): number[] {
  const apart = [1, 2, 3, 4].find((hours) => (widthOf(axis, day) * hours * 60) / (axis.to - axis.from) >= 40);
  if (!apart) return [];
  const found = [];
  for (let at = axis.from; at < axis.to; at += apart * 60) found.push(at);
  return found;
}

/** The time somebody does not work, as a background of their day: shaded stripes between the hours of `pattern`. */
export function shade(axis: Axis, pattern: readonly number[]): string {
  const percent = (minute: number) =>
    `${(((Math.min(axis.to, Math.max(axis.from, minute)) - axis.from) / (axis.to - axis.from)) * 100).toFixed(2)}%`;
  const stops: string[] = [];
  let last = axis.from;
  for (let at = 0; at < pattern.length; at += 2) {
    stops.push(`var(--off) ${percent(last)} ${percent(pattern[at]!)}`, `transparent ${percent(pattern[at]!)} ${percent(pattern[at + 1]!)}`);
    last = pattern[at + 1]!;
  }
  stops.push(`var(--off) ${percent(last)} 100%`);
  return `linear-gradient(to right, ${stops.join(', ')})`;
}
