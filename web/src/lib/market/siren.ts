/** The number of a firm in the French register, as people read it, and the firms that have it. */
import { address } from '$lib/api/client';
import type { Schemas } from '$lib/api/types';
import { current } from '$lib/language/index.svelte';

/** Digits of a SIREN; a SIRET begins with them. */
const DIGITS = 9;

/** By threes, and the rest of a SIRET after them. */
export const grouped = (number: string) => number.replace(/^(\d{3})(\d{3})(\d{3})(\d*)$/, '$1\u202f$2\u202f$3\u202f$4').trim();

/** Where to ask which firms have the number somebody typed; nothing before it is whole. */
export function holders(typed: string): string | null {
  const digits = typed.replace(/\D/g, '').slice(0, DIGITS);
  return digits.length < DIGITS ? null : address('/api/search', { q: digits, lang: current() });
}

export interface Alike {
  id: string;
  name: string;
  hint: string;
}

/** The firms among what was found, but for one. */
export function firms(found: Schemas['FoundAll'] | undefined, but = ''): Alike[] {
  return (found?.results ?? []).filter(({ kind, id }) => kind === 'account' && id !== but).map(({ id, label, hint }) => ({ id, name: label, hint }));
}
