/** What one types after a conversation, kept by the browser until it is sent, and how it travels. */
import { wholeOf } from '$lib/language/typed';
import type { Result, Sheet } from './types';

/** Something promised, as typed; `due_on` may still be empty. */
export interface Promised {
  what: string;
  due_on: string;
}

export interface Typed {
  /** Drawn when the form opened: sent twice, the capture still counts once. */
  key: string;
  /** When the form opened, in milliseconds: the time a capture takes is measured from here. */
  opened: number;
  goal: string;
  ours: Promised[];
  theirs: Promised[];
  next_on: string;
  contact: string;
  evidence: string;
  note: string;
  /** A mail of the customer, pasted. */
  mail: string;
  /** The day it was held; empty is today. */
  held_on: string;
  minutes: string;
}

export function blank(key: string, opened: number): Typed {
  return { key, opened, goal: '', ours: [], theirs: [], next_on: '', contact: '', evidence: '', note: '', mail: '', held_on: '', minutes: '' };
}

/** Whom the conversation is held with unless one says otherwise: whom the sheet names, when they may be contacted. */
export function expectedOf(sheet: Pick<Sheet, 'contact' | 'contacts'> | undefined): string {
  const { contact, contacts } = sheet ?? {};
  return contact && !contacts?.some(({ id, barred }) => id === contact.id && barred) ? contact.id : '';
}

/** Whether anything was typed that would be lost; `expected` was named without anybody typing it. */
export function isBlank(typed: Typed, expected = ''): boolean {
  const { key: _, opened: __, ours, theirs, contact, ...texts } = typed;
  return (contact === '' || contact === expected) && told(ours).length === 0 && told(theirs).length === 0 && Object.values(texts).every((text) => text.trim() === '');
}

/** Promises that say something; a line left empty is no promise. */
export function told(promised: Promised[]): Promised[] {
  return promised.filter(({ what, due_on }) => what.trim() !== '' || due_on !== '');
}

/** Seconds from the opening of the form to `now`. */
export function secondsOf(typed: Typed, now: number): number {
  return Math.max(1, Math.round((now - typed.opened) / 1000));
}

/** The capture as the server takes it, `seconds` after the form opened. What was left empty is left out. */
export function bodyOf(typed: Typed, result: Result, files: string[], seconds: number, confirm = false): Record<string, unknown> {
  const body: Record<string, unknown> = { result, entry_seconds: seconds };
  for (const name of ['goal', 'note', 'next_on', 'contact', 'evidence', 'held_on'] as const) {
    const text = typed[name].trim();
    if (text) body[name] = text;
  }
  const minutes = typed.minutes.trim();
  // What is no figure travels as typed: its refusal stands beside the field.
  if (minutes) body['minutes'] = Number.isNaN(wholeOf(minutes)) ? minutes : wholeOf(minutes);
  for (const side of ['ours', 'theirs'] as const) {
    const promised = told(typed[side]).map(({ what, due_on }) => ({ what: what.trim(), due_on: due_on || null }));
    if (promised.length > 0) body[side] = promised;
  }
  if (files.length > 0) body['files'] = files;
  if (confirm) body['confirm'] = true;
  return body;
}

/** What was kept as text, or null when it does not read as a capture. */
export function readTyped(text: string | null): Typed | null {
  if (!text) return null;
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found !== 'object' || found === null || !('key' in found) || !('opened' in found)) return null;
    const { key, opened } = found;
    const kept: Typed = { ...blank('', 0), ...found, key: String(key), opened: Number(opened) };
    return Array.isArray(kept.ours) && Array.isArray(kept.theirs) && Number.isFinite(kept.opened) ? kept : null;
  } catch {
    return null;
  }
}

/** The day `days` after an ISO day; a Saturday or a Sunday gives the Monday after. */
export function dayAfter(iso: string, days: number): string {
  const at = new Date(`${iso}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  const weekday = at.getUTCDay();
  if (weekday === 6 || weekday === 0) at.setUTCDate(at.getUTCDate() + (weekday === 6 ? 2 : 1));
  return at.toISOString().slice(0, 10);
}
