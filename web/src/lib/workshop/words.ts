/** How hours and days away are said. */
import { shortDay, t } from '$lib/language/index.svelte';
import type { Days } from './edit';
import type { Hours, Kind, Workshop } from './types';

export const away = ({ first, last }: Days): string => (first === last ? shortDay(first) : t('workshop-away', { first: shortDay(first), last: shortDay(last) }));

export const stretches = (hours: readonly Hours[]): string => hours.map(({ from, to }) => `${from}–${to}`).join(', ');

/** As one types them: `09:00-12:00, 14:00-17:00`. */
export const typed = (hours: readonly Hours[]): string => hours.map(({ from, to }) => `${from}-${to}`).join(', ');

/** A kind of work, in the reader's language. */
export const kindName = ({ code, name }: Kind, lang: 'fr' | 'en'): string => (lang === 'en' && name.en) || name.fr || code;

/** Whom a day concerns, in words. */
export function whom(who: string, { people, kinds }: Workshop, lang: 'fr' | 'en'): string {
  if (who === '*') return t('workshop-everybody');
  const kind = kinds.find(({ code }) => code === who);
  return people.find(({ code }) => code === who)?.name ?? (kind ? kindName(kind, lang) : who);
}
