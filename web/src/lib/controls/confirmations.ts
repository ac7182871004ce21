/** Verdicts on won deals, as the server tells them. */
import { address, newKey, readSeen, send, sendSeen } from '$lib/api/client';
import type { Schemas } from '$lib/api/types';
import { current, longDay, money, t } from '$lib/language/index.svelte';
import type { Shape } from '$lib/ui/shape';

export type Confirmation = Schemas['Confirmation'];
export type Approval = Schemas['Approval'];
export type Verdict = 'confirmed' | 'refused';

export const confirmationAt = (id: string) => address(`/api/opportunities/${id}/confirmation`, { lang: current() });
export const readConfirmation = (id: string) => readSeen<Confirmation>(confirmationAt(id));

/** Gives a verdict on what was seen. Throws a `Problem`. */
export const judge = async (id: string, verdict: Verdict, reason: string, seen: string | null) =>
  (await sendSeen<Confirmation>('POST', confirmationAt(id), { verdict, reason }, { seen, key: newKey() })).value;

/** Gives one verdict on several, on all of them or on none, as they were seen. Throws a `Problem`. */
export const judgeAll = (deals: readonly Approval[], verdict: Verdict, reason: string) =>
  send('POST', together(), { records: deals.map(({ id, version }) => ({ id, version })), verdict, reason }, { key: newKey() });

/** Takes one's own verdicts on several back. Throws a `Problem`. */
export const takeAllBack = (deals: readonly Approval[]) =>
  send('POST', together(), { records: deals.map(({ id }) => ({ id })), verdict: 'withdrawn' }, { key: newKey() });

const together = () => address('/api/approvals', { lang: current() });

/** Takes one's own verdict back. Throws a `Problem`. */
export const takeBack = async (id: string, seen: string | null) =>
  (await sendSeen<Confirmation>('DELETE', confirmationAt(id), undefined, { seen, key: newKey() })).value;

/** How a deal that is won stands: a shape beside its word. */
export const SHAPES: Record<string, Shape> = { waiting: 'tight', lapsed: 'tight', confirmed: 'on-time', refused: 'late' };

/** An amount and a day, as far as they are said. */
export const sold = ({ value_cents, currency, closed_on }: { value_cents?: number | null; currency?: string | null; closed_on?: string | null }) =>
  [value_cents == null || !currency ? t('confirm-no-amount') : money(value_cents, currency), closed_on ? t('confirm-won-on', { day: longDay(closed_on) }) : t('confirm-no-day')].join(' · ');

/** What several are worth together, by currency. */
export function sum(deals: readonly Approval[]): string {
  const sums = new Map<string, number>();
  for (const { value_cents, currency } of deals) if (value_cents != null && currency) sums.set(currency, (sums.get(currency) ?? 0) + value_cents);
  return [...sums].map(([currency, cents]) => money(cents, currency)).join(' + ');
}

/** What changed since the verdict, in words. */
export const changes = (changed: readonly string[]) => changed.map((one) => t(`confirm-changed-${one}`)).join(', ');
