/** How hours and days away are said. */
import { shortDay, t } from '$lib/language/index.svelte';
import type { Days } from './edit';
import type { Hours, Workshop } from './types';

/** The whole, in basis points. */
export const whole = 10_000;

export const away = ({ first, last }: Days): string => (first === last ? shortDay(first) : t('workshop-away', { first: shortDay(first), last: shortDay(last) }));

export const stretches = (hours: readonly Hours[]): string => hours.map(({ from, to }) => `${from}–${to}`).join(', ');

/** As one types them: `09:00-12:00, 14:00-17:00`. */
export const typed = (hours: readonly Hours[]): string => hours.map(({ from, to }) => `${from}-${to}`).join(', ');

/** Whom a day concerns, in words. */
export function whom(who: string, { people, kinds }: Workshop, lang: 'fr' | 'en'): string {
  if (who === '*') return t('workshop-everybody');
  const kind = kinds.find(({ code }) => code === who)?.name;
  return people.find(({ code }) => code === who)?.name ?? (kind ? (lang === 'en' && kind.en) || kind.fr : who);
}

/** `80`, `80 %` or `0,8`: the part that a text writes, `0.80`; nothing when it is no share of a whole. */
export function part(typed: string): string | undefined {
  const figure = Number(typed.replace(/[\s\u00a0\u202f%]/g, '').replace(',', '.'));
  if (typed.trim() === '' || !Number.isFinite(figure) || figure <= 0 || figure > 100) return undefined;
  return (figure < 1 ? figure : figure / 100).toFixed(4).replace(/0{1,2}$/, '');
}
