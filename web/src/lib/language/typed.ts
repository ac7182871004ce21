/** Figures as people type them by hand: `25 000,50 €`, `80 %`, `1 200`. `NaN`: what was typed is none. */
import type { Lang } from './format';

/** Without the spaces and the signs that people put around a figure. */
const bare = (typed: string) => typed.replace(/[\s\u00a0\u202f€%]/g, '');

/** A figure with a comma or a point; nothing typed is no figure. */
const figure = (text: string) => (text === '' ? Number.NaN : Number(text.replace(',', '.')));

/** Whole cents of an amount; in English the comma before three figures only groups them. */
export function centsOf(typed: string, lang: Lang): number {
  const text = lang === 'en' ? bare(typed).replace(/,(?=\d{3}(?!\d))/g, '') : bare(typed);
  const amount = figure(text);
  return Number.isFinite(amount) && amount >= 0 ? Math.round(amount * 100) : Number.NaN;
}

/** Cents as an amount that one may type again. */
export const amountTyped = (cents: number, lang: Lang) => String(cents / 100).replace('.', lang === 'fr' ? ',' : '.');

/** Basis points of a share of the whole, above nothing: `80`, `80 %` and `0,8` are 8 000. */
export function shareOf(typed: string): number {
  const share = figure(bare(typed));
  if (!Number.isFinite(share) || share <= 0 || share > 100) return Number.NaN;
  return Math.round(share < 1 ? share * 10_000 : share * 100);
}

/** A whole number without sign and of nine figures at most, such as minutes or days. */
export function wholeOf(typed: string): number {
  const text = bare(typed);
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}
