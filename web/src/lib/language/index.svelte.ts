/** The language of the reader, and the sentences of `locales/{fr,en}/web.ftl`, loaded on demand. */
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { recall, remember } from '$lib/frame/memory';
import * as format from './format';
import type { Lang } from './format';

export type { Lang };
export const LANGS: readonly Lang[] = ['fr', 'en'];

const files = {
  fr: () => import('../../../../locales/fr/web.ftl?raw'),
  en: () => import('../../../../locales/en/web.ftl?raw'),
};

let lang = $state<Lang>('fr');
let bundle = $state.raw<FluentBundle>();

/** The language shown now. Reading it in a component or an effect follows its changes. */
export function current(): Lang {
  return lang;
}

/** What the reader chose before, else what the browser asks for, else French. */
export function preferred(): Lang {
  const kept = recall('lang');
  if (kept === 'fr' || kept === 'en') return kept;
  return navigator.language.startsWith('en') ? 'en' : 'fr';
}

/** Speaks `next` everywhere, without reloading the page, once its sentences are here. */
export async function speak(next: Lang): Promise<void> {
  const text = (await files[next]()).default;
  const made = new FluentBundle(next === 'fr' ? 'fr-FR' : 'en-GB', { useIsolating: false });
  made.addResource(new FluentResource(text));
  lang = next;
  bundle = made;
  document.documentElement.lang = next;
}

/** Same as `speak`, and kept for the next visit. */
export async function choose(next: Lang): Promise<void> {
  await speak(next);
  remember('lang', next);
}

/** The sentence `id` with its values. A missing one shows its id; a test keeps both languages complete. */
export function t(id: string, values?: Record<string, FluentVariable>): string {
  const message = bundle?.getMessage(id);
  if (!bundle || !message?.value) return id;
  return bundle.formatPattern(message.value, values ?? null, []);
}

export const hours = (minutes: number) => format.hours(minutes, lang);
export const hoursInColumn = (minutes: number) => format.hoursInColumn(minutes, lang);
export const duration = (minutes: number) => format.duration(minutes, lang);
export const percent = (basisPoints: number | null) => format.percent(basisPoints, lang);
export const number = (value: number, most = 0) => format.number(value, lang, most);
export const capital = (text: string) => format.capital(text, lang);
export const week = (iso: string) => format.week(iso, lang);
export const shortDay = (iso: string) => format.shortDay(iso, lang);
export const longDay = (iso: string) => format.longDay(iso, lang);
