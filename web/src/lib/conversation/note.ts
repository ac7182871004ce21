/** A conversation that nothing had planned, and how it travels. */
import { address } from '$lib/api/client';
import type { Channel } from '$lib/api/types';
import { current, t } from '$lib/language/index.svelte';
import { outbox, type Outcome } from '$lib/offline/outbox.svelte';
import { bodyOf, type Typed } from './capture';
import { linesOf } from './sending';
import type { Conversation, Result } from './types';

/** Ways of speaking to somebody, the most usual by chance first. */
export const WAYS = ['call', 'visit', 'video', 'mail'] as const satisfies Channel[];

export interface Where {
  account: string;
  customer: string;
  deal: string;
  channel: string;
}

/** Sends it, `seconds` after its form opened, or keeps it until the network is back. */
export function note({ account, customer, deal, channel }: Where, typed: Typed, result: Result, seconds: number, confirm: boolean): Promise<Outcome<Conversation>> {
  const body = { ...bodyOf(typed, result, [], seconds, confirm), account, channel, ...(deal && { case: deal }) };
  return outbox.send<Conversation>({
    key: typed.key, method: 'POST', url: address('/api/conversations', { lang: current() }), body,
    what: t('capture-of', { customer }), typed: linesOf(typed, result), back: address('/note', { account, deal: deal || null }),
  });
}
