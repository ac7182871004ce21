/** The language of the reader, and the sentences of `locales/{fr,en}/web*.ftl`, each file loaded when a page first needs it. */
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { recall, remember } from '$lib/frame/memory';
import * as format from './format';
import type { Lang } from './format';

export type { Lang };
export const LANGS: readonly Lang[] = ['fr', 'en'];

const files = import.meta.glob<string>('../../../../locales/*/web*.ftl', { query: '?raw', import: 'default' });

/** Sentences of what stands on every page; those of a word of the trade are in `web-<word>.ftl`. */
const FRAME = 'web';
const needed = new Set([FRAME]);

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
  const texts = await Promise.all([...needed].map((name) => sentences(next, name)));
  const made = new FluentBundle(next === 'fr' ? 'fr-FR' : 'en-GB', { useIsolating: false });
  for (const text of texts) made.addResource(new FluentResource(text));
  lang = next;
  bundle = made;
  document.documentElement.lang = next;
}

/** Makes sure that the sentences of these words (`web-<word>.ftl`) are here before a page is shown. */
export async function learn(words: readonly string[]): Promise<void> {
  const before = needed.size;
  for (const word of words) needed.add(`${FRAME}-${word}`);
  if (needed.size > before) await speak(lang);
}

function sentences(of: Lang, name: string): Promise<string> {
  const load = files[`../../../../locales/${of}/${name}.ftl`];
  if (!load) throw new Error(`there are no sentences ${name}.ftl in ${of}`);
  return load();
}

/** Same as `speak`, and kept for the next visit. */
export async function choose(next: Lang): Promise<void> {
  await speak(next);
  remember('lang', next);
}

/** Whether there is a sentence `id`, among those learnt so far. */
export const knows = (id: string) => bundle?.hasMessage(id) ?? false;

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
export const money = (cents: number, currency: string) => format.money(cents, currency, lang);
export const capital = (text: string) => format.capital(text, lang);
export const week = (iso: string) => format.week(iso, lang);
export const shortDay = (iso: string) => format.shortDay(iso, lang);
export const longDay = (iso: string) => format.longDay(iso, lang);
export const moment = (instant: string) => format.moment(instant, lang);
export const month = (iso: string) => format.month(iso, lang);
