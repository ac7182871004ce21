/** How captures, files, promises and postponements reach the server. Each throws a `Problem` when it is refused. */
import { address, newKey, read, send } from '$lib/api/client';
import { current, t } from '$lib/language/index.svelte';
import { outbox, type Outcome } from '$lib/offline/outbox.svelte';
import { bodyOf, told, type Typed } from './capture';
import type { Attached, Conversation, Given, Result } from './types';

const at = (path: string, values: Record<string, string | null | undefined> = {}) => address(path, { ...values, lang: current() });

/** Biggest file the server takes, in bytes. */
export const FILE_MAX = 8 * 1024 * 1024;

/** A mail pasted as text becomes a file of the order. */
export function mailFile(text: string): File {
  return new File([text], 'mail.txt', { type: 'text/plain' });
}

/**
 * Puts files on an order; the same bytes again give the same file. Gives back the numbers of those that arrived, and
 * whether others wait for the network: the capture, which then waits behind them, names them once they have arrived.
 */
async function attach(order: string, customer: string, files: File[], into: string): Promise<{ arrived: string[]; waits: boolean }> {
  const arrived: string[] = [];
  let waits = false;
  for (const file of files) {
    const what = t('capture-file-of', { name: file.name, customer });
    const outcome = await outbox.send<Attached>({ key: newKey(), method: 'POST', url: at(`/api/orders/${order}/files`, { name: file.name }), body: file, what, into });
    if (outcome.kept) waits = true;
    else arrived.push(outcome.answer.id);
  }
  return { arrived, waits };
}

/** Sends a capture with its files, `seconds` after its form opened, or keeps it until the network is back. */
export async function capture(order: string, customer: string, typed: Typed, result: Result, files: File[], seconds: number, confirm: boolean): Promise<Outcome<Conversation>> {
  const { arrived, waits } = await attach(order, customer, files, typed.key);
  const letter = {
    key: typed.key, method: 'POST', url: at(`/api/orders/${order}/conversation`), body: bodyOf(typed, result, arrived, seconds, confirm),
    what: t('capture-of', { customer }), typed: linesOf(typed, result), back: address('/sheet', { order }),
  } as const;
  return waits ? outbox.follow(letter) : outbox.send<Conversation>(letter);
}

/** What was typed, as one reads it again when the server refuses it later. */
export function linesOf(typed: Typed, result: Result): { label: string; text: string }[] {
  const given = (side: 'ours' | 'theirs') => told(typed[side]).map(({ what, due_on }) => [what, due_on].filter(Boolean).join(', ')).join(' ; ');
  const lines = [
    { label: t('capture-outcome'), text: t(`capture-as-${result}`) },
    { label: t('capture-goal'), text: typed.goal },
    { label: t('capture-ours'), text: given('ours') },
    { label: t('capture-theirs'), text: given('theirs') },
    { label: t('capture-next'), text: typed.next_on },
    { label: t('capture-note'), text: typed.note },
  ];
  return lines.filter(({ text }) => text.trim() !== '');
}

/** Gives up what waits for the network under a key. */
export async function dropWaiting(key: string): Promise<void> {
  const one = outbox.waiting.find((letter) => letter.key === key);
  if (one) await outbox.drop(one);
}

/** Whether something about an order waits for the network. */
export function isWaiting(order: string): boolean {
  return outbox.waiting.some(({ url, refused }) => !refused && url.includes(`/api/orders/${order}/`));
}

export function undoCapture(id: string): Promise<void> {
  return send('DELETE', at(`/api/conversations/${id}`));
}

/** The states on the way to done, from each that an order may be in. */
const WAY: Record<string, readonly string[]> = { suggested: ['firm', 'released', 'done'], firm: ['released', 'done'], released: ['done'], started: ['done'] };

/** Desk work is declared done, through the states on the way: there is nobody to quote. */
export async function deskDone(order: string, minutes: number | null, confirm: boolean): Promise<void> {
  const { state } = await read<{ state: string }>(at(`/api/orders/${order}`));
  for (const next of WAY[state] ?? ['done']) {
    const body = next === 'done' ? { state: next, result: 'progress', confirm, ...(minutes !== null && { minutes }) } : { state: next };
    await send('POST', at(`/api/orders/${order}/declarations`), body, { key: newKey() });
  }
}

export type Settling = { outcome: 'kept' | 'broken' | 'dropped' | 'reopened' } | { outcome: 'moved'; due_on: string };

export function settle(promise: string, how: Settling): Promise<Given> {
  return send('POST', at(`/api/promises/${promise}/outcome`), how, { key: newKey() });
}

export type Deferral = { kind: 'postponed'; until: string; reason: string } | { kind: 'refused'; reason: string };

/** What can be put off: an action, or a suggestion that has none. */
export type Deferrable = 'orders' | 'suggestions';

/** Puts an action or a suggestion off or refuses it, or keeps that until the network is back. */
export function defer(of: Deferrable, id: string, customer: string, how: Deferral, key: string): Promise<Outcome<unknown>> {
  const what = t(how.kind === 'postponed' ? 'act-postpone' : 'act-refuse', { customer });
  return outbox.send({ key, method: 'POST', url: at(`/api/${of}/${id}/deferral`), body: how, what, typed: [{ label: t('defer-reason'), text: how.reason }] });
}

export function undoDeferral(of: Deferrable, id: string): Promise<void> {
  return send('DELETE', at(`/api/${of}/${id}/deferral`));
}
