/** Deals, and the steps that they go through: what the customer has got to, proved by the customer. */
import { Problem, address, readSeen, sendSeen } from '$lib/api/client';
import type { components } from '$lib/api/schema';
import { said } from '$lib/frame/undo.svelte';
import { current, money, shortDay, t } from '$lib/language/index.svelte';
import { centsOf } from '$lib/language/typed';
import type { Column } from '$lib/ui/list/columns.svelte';

export type Deal = components['schemas']['Opportunity'];
export type NextAction = components['schemas']['NextAction'];
/** One deal, with the proofs of it that have lapsed and what is to be done next for it. */
export type DealShown = Deal & { lapsed: components['schemas']['LapsedProof'][]; next?: NextAction | null };
export type Process = components['schemas']['ProcessLine'];
export type Step = Process['steps'][number];

export const dealAt = (id: string) => address(`/api/opportunities/${id}`, { lang: current() });
export const worth = ({ value_cents, currency }: Deal) => (value_cents == null || !currency ? '' : money(value_cents, currency));

/** What deals are worth together, currency by currency, the most first; empty when none has an amount. */
export function worthTogether(deals: readonly Deal[]): string {
  const sums = new Map<string, number>();
  for (const { value_cents, currency } of deals) if (value_cents != null && currency) sums.set(currency, (sums.get(currency) ?? 0) + value_cents);
  return [...sums].sort(([, a], [, b]) => b - a).map(([currency, cents]) => money(cents, currency)).join(' + ');
}

/** How many deals there are and what they are worth; `complete` when all of them are here. */
export function countOf(deals: readonly Deal[], complete: boolean): string {
  const amount = worthTogether(deals);
  const count = deals.length;
  if (!amount) return t(complete ? 'deal-count' : 'deal-count-more', { count });
  if (!complete) return t('deal-count-more-worth', { count, amount });
  const without = deals.filter(({ value_cents }) => value_cents == null).length;
  return t('deal-count-worth', { count, amount, without });
}

export const stepOf = (processes: readonly Process[], { process, step }: Deal) =>
  processes.find(({ code }) => code === process)?.steps.find(({ code }) => code === step);

/** An amount as it was typed. Throws a `Problem` beside the field when it is no amount. */
export function cents(typed: string): number {
  const read = centsOf(typed, current());
  if (!Number.isNaN(read)) return read;
  const refused = { code: 'deal-amount', place: 'value_cents', title: t('deal-amount'), detail: '', remedy: t('deal-amount-do') };
  throw new Problem('refused', 422, { type: '', status: 422, ...refused, errors: [refused] });
}

/** Columns of the list of deals. */
export function columns(processes: readonly Process[]): Column<Deal>[] {
  return [
    { code: 'key', name: t('deal-key'), text: ({ key }) => key, width: 160, sort: 'key', link: ({ id }) => `/opportunity?id=${id}` },
    { code: 'customer', name: t('deal-customer'), text: ({ customer }) => customer ?? '', width: 240 },
    { code: 'value', name: t('deal-value'), text: worth, width: 120, figure: true, sort: 'value' },
    { code: 'step', name: t('deal-step'), text: (deal) => stepOf(processes, deal)?.name ?? deal.stage, width: 300 },
    { code: 'owner', name: t('deal-owner'), text: ({ owner_name }) => owner_name ?? '', width: 170 },
    { code: 'engaged', name: t('deal-engaged'), text: ({ engaged_on }) => (engaged_on ? shortDay(engaged_on) : ''), width: 130, sort: 'engaged' },
    { code: 'standing', name: t('deal-standing'), text: ({ standing }) => t(`deal-standing-${standing}`), width: 110 },
  ];
}

/**
 * Moves a deal to another step; `moved` is told it as it has become, now and when the move is taken back.
 *
 * Throws a `Problem`: a proof is missing, or somebody else changed it meanwhile.
 */
export async function moveTo(deal: Deal, step: Step, moved: (deal: Deal) => void): Promise<void> {
  const { value: before, seen } = await readSeen<Deal>(dealAt(deal.id));
  const after = await sendSeen<Deal>('PATCH', dealAt(deal.id), { step: step.code }, { seen });
  moved(after.value);
  const undo = async () => moved((await sendSeen<Deal>('PATCH', dealAt(deal.id), { step: before.step }, { seen: after.seen })).value);
  said({ said: t('deal-moved', { name: deal.customer ?? deal.key, step: step.name }), undo });
}
