/** Two firms, or two cards of somebody, written down twice: what each has, and what the one that stays takes from the other. */
import { address, newKey, send } from '$lib/api/client';
import { said } from '$lib/frame/undo.svelte';
import { current, t } from '$lib/language/index.svelte';
import type { Account } from './accounts';
import type { Consent, Contact } from './contacts';
import { grouped } from './siren';

export type Of = 'account' | 'contact';
export type Two = { account: Account; contact: Contact };
/** Whose value is kept. */
export type Side = 'kept' | 'gone';
/** One value of each. */
export interface Pair {
  code: string;
  label: string;
  kept: string;
  gone: string;
}

const FIELDS = {
  account: ['name', 'siren', 'sector', 'country'],
  contact: ['name', 'function', 'phone', 'mail', 'language'],
} as const;

const labelOf = (of: Of, code: string) => (of === 'account' ? t(`market-${code}`) : t(`contact-${code}`));

function textOf(record: Account | Contact, code: string): string {
  const value = (record as unknown as Record<string, string | null>)[code] ?? '';
  return code === 'siren' ? grouped((record as Account).siret ?? value) : value;
}

/** The values of both that differ, in the order of their cards. */
export function pairs(of: Of, kept: Account | Contact, gone: Account | Contact): Pair[] {
  const all = FIELDS[of].map((code) => ({ code, label: labelOf(of, code), kept: textOf(kept, code), gone: textOf(gone, code) }));
  return all.filter((pair) => pair.kept !== pair.gone);
}

/** What the one that stays has is kept; where it has nothing, the other's is. */
export function atFirst(all: readonly Pair[]): Record<string, Side> {
  return Object.fromEntries(all.map(({ code, kept, gone }) => [code, kept === '' && gone !== '' ? 'gone' : 'kept']));
}

/** What is asked to be taken; what the one that stays has not at all comes with it. */
export function taken(of: Of, all: readonly Pair[], sides: Record<string, Side>, kept: Account | Contact, gone: Account | Contact): string[] {
  const chosen = all.filter(({ code }) => sides[code] === 'gone').map(({ code }) => code);
  if (of === 'contact') return (kept as Contact).account === null && (gone as Contact).account !== null ? [...chosen, 'account'] : chosen;
  const [own, theirs] = [kept as Account, gone as Account];
  if (own.parent === null && theirs.parent !== null && theirs.parent !== own.id) chosen.push('parent');
  return [...chosen, 'facets'];
}

/** Channels and purposes on which the two cards answer differently: the no holds. */
export function against(kept: readonly Consent[], gone: readonly Consent[]): Consent[] {
  return gone.filter((theirs) => kept.some((own) => own.channel === theirs.channel && own.aim === theirs.aim && own.choice !== theirs.choice));
}

const base = (of: Of) => (of === 'account' ? '/api/accounts' : '/api/contacts');
export const recordAt = (of: Of, id: string) => address(`${base(of)}/${id}`, { lang: current() });

/** Makes two of what was one again. */
export const undoMerge = (gone: string) => send('DELETE', address(`/api/merges/${gone}`, { lang: current() }), undefined, { key: newKey() });

/** Merges, and tells how to take it back. Throws a `Problem`. */
export async function merge(of: Of, [kept, gone]: [Account | Contact, Account | Contact], take: string[], key: string, onundone: () => void): Promise<void> {
  await send('POST', address(`${base(of)}/${kept.id}/merges`, { lang: current() }), { gone: gone.id, take }, { key });
  said({ said: t('merge-done', { gone: gone.name, kept: kept.name }), undo: async () => { await undoMerge(gone.id); onundone(); } });
}
