/** What was typed for an order and not yet sent, by login: a page closed by mistake loses nothing. */
import { newKey } from '$lib/api/client';
import { forget, recall, remember } from '$lib/frame/memory';
import { blank, isBlank, readTyped, type Typed } from './capture';

const name = (login: string, order: string) => `draft.${login}.${order}`;

/** The capture begun before, else a new one; `kept` tells which. */
export function openDraft(login: string, order: string): { typed: Typed; kept: boolean } {
  const found = readTyped(recall(name(login, order)));
  return found ? { typed: found, kept: !isBlank(found) } : { typed: blank(newKey(), Date.now()), kept: false };
}

export function keepDraft(login: string, order: string, typed: Typed, expected: string): void {
  if (isBlank(typed, expected)) forget(name(login, order));
  else remember(name(login, order), JSON.stringify(typed));
}

export function dropDraft(login: string, order: string): void {
  forget(name(login, order));
}
