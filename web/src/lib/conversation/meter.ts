/**
 * What the seller gave and got back with this browser: captures and the seconds they took, sheets opened, letters used.
 *
 * Kept here, by login, and nowhere else: the server measures none of it. What an opened sheet or a letter saves is the
 * seller's own estimate.
 */
import { forget, recall, remember } from '$lib/frame/memory';
import { median } from './capture';

export type Use = 'capture' | 'sheet' | 'letter';

interface Entry {
  on: string;
  use: Use;
  /** Order or conversation: the same one on the same day counts once. */
  about: string;
  seconds: number;
}

const KEPT = 1000;
/** A form left open over lunch tells nothing of the time a capture takes. */
const LONGEST_S = 30 * 60;
/** How many of the last captures the median is taken from. */
const RECENT = 50;

const name = (login: string) => `meter.${login}`;
const day = (at: Date) => `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;

/** Oldest first. */
export function entries(login: string): Entry[] {
  try {
    const found: unknown = JSON.parse(recall(name(login)) ?? '[]');
    return Array.isArray(found) ? found.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(one: unknown): one is Entry {
  return typeof one === 'object' && one !== null && 'on' in one && 'use' in one && 'seconds' in one && Number.isFinite(one.seconds);
}

/** Notes a use; `seconds` is the time a capture took, from opening to sent. */
export function note(login: string, use: Use, about: string, seconds = 0, now = new Date()): void {
  if (seconds > LONGEST_S) return;
  const all = entries(login);
  const on = day(now);
  const known = use !== 'capture' && all.some((one) => one.on === on && one.use === use && one.about === about);
  if (!known) remember(name(login), JSON.stringify([...all, { on, use, about, seconds }].slice(-KEPT)));
}

/** A capture that was taken back gave nothing. */
export function unnote(login: string, about: string): void {
  const all = entries(login);
  const at = all.findLastIndex((one) => one.use === 'capture' && one.about === about);
  if (at >= 0) remember(name(login), JSON.stringify(all.filter((_, index) => index !== at)));
}

/** From `from`, up to the day before `to`: how often, and the seconds of all of them. */
export function sum(login: string, use: Use, from: string, to: string): { count: number; seconds: number } {
  const those = entries(login).filter((one) => one.use === use && one.on >= from && one.on < to);
  return { count: those.length, seconds: those.reduce((total, { seconds }) => total + seconds, 0) };
}

/** The median time of the last captures, in seconds. */
export function medianPace(login: string): { seconds: number; count: number } | null {
  const last = entries(login).filter(({ use, seconds }) => use === 'capture' && seconds > 0).slice(-RECENT);
  const seconds = median(last.map((one) => one.seconds));
  return seconds === null ? null : { seconds: Math.round(seconds), count: last.length };
}

/** Minutes that one sheet or one letter saves, as the seller estimates; empty while they have not said. */
export function estimate(login: string, use: Use): string {
  return recall(`saves.${use}.${login}`) ?? '';
}

export function estimateAs(login: string, use: Use, minutes: string): void {
  if (minutes.trim()) remember(`saves.${use}.${login}`, minutes.trim());
  else forget(`saves.${use}.${login}`);
}
