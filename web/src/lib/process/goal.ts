/** The objectives of a process, written into its text: each in its own table, every other line as it was. */
import { centsOf, amountTyped } from '$lib/language/typed';
import type { Lang } from '$lib/language/format';
import { blocks, cut, named, put, quoted, splice, textOf, type Block } from '$lib/toml/text';
import type { InBoth } from './types';
import { codeFor } from './edit';

export const UNITS = ['contacts', 'proposals', 'customers', 'deals', 'revenue', 'margin'] as const;
/** The keys of an objective, in the order in which they are written. */
export const KEYS = ['code', 'name', 'unit', 'quantity', 'currency', 'average_deal', 'margin_rate', 'from', 'to', 'owner', 'line'] as const;
const MONEY = ['revenue', 'margin'];

/** An objective as a form holds it: what is not said is empty. */
export interface Goal {
  name: InBoth;
  unit: string;
  quantity: string;
  average_deal: string;
  margin_rate: string;
  from: string;
  to: string;
  owner: string;
  line: string;
}

/** Where an objective is written: its table, and the weeks it is due in. */
export interface GoalPart {
  code: string;
  block: Block;
  first: number;
  after: number;
}

/** The objectives of a text, in its order. */
export function goals(text: string): GoalPart[] {
  const found: GoalPart[] = [];
  for (const block of blocks(text)) {
    const last = found.at(-1);
    if (block.path === 'objective') found.push({ code: textOf(block.keys.get('code')?.value) ?? '', block, first: block.comments, after: block.after });
    else if (block.path.startsWith('objective.') && last) last.after = block.after;
  }
  return found;
}

export const isMoney = (unit: string) => MONEY.includes(unit);

const STRING = '("(?:[^"\\\\]|\\\\.)*"|\'[^\']*\')';
/** A name as it is written: one text, or one for each language. */
function nameOf(value: string | undefined): InBoth {
  const whole = textOf(value);
  if (whole !== undefined) return { fr: whole, en: '' };
  const one = (lang: string) => textOf(new RegExp(`\\b${lang}\\s*=\\s*${STRING}`).exec(value ?? '')?.[1]) ?? '';
  return { fr: one('fr'), en: one('en') };
}

const figure = (value: string | undefined, lang: Lang) => {
  const written = (value ?? '').replaceAll('_', '');
  return written === '' || Number.isNaN(Number(written)) ? written : amountTyped(Math.round(Number(written) * 100), lang);
};
const share = (value: string | undefined, lang: Lang) => {
  const written = Number(value ?? '');
  return value === undefined || Number.isNaN(written) ? (value ?? '') : amountTyped(Math.round(written * 10_000), lang);
};

/** What a text says of an objective; of one that is not written, nothing. */
export function typed(part: GoalPart | undefined, lang: Lang): Goal {
  const at = (key: string) => part?.block.keys.get(key)?.value;
  const text = (key: string) => textOf(at(key)) ?? '';
  return {
    name: nameOf(at('name')), unit: textOf(at('unit')) ?? 'revenue', quantity: figure(at('quantity'), lang), average_deal: figure(at('average_deal'), lang),
    margin_rate: share(at('margin_rate'), lang), from: at('from') ?? '', to: at('to') ?? '', owner: text('owner'), line: text('line'),
  };
}

/** By thousands, as a sheet writes a large number; cents when there are some. */
function amount(text: string, lang: Lang): string | undefined {
  const cents = centsOf(text.replace(/^-/, ''), lang);
  if (Number.isNaN(cents)) return undefined;
  const [whole, part] = (cents / 100).toString().split('.');
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, '_');
  return `${text.trim().startsWith('-') ? '-' : ''}${grouped}${part ? `.${part}` : ''}`;
}

/** A percentage as a sheet writes it; one out of range is written as it is, and refused. */
function rate(text: string): string | undefined {
  const bare = text.replace(/[\s\u00a0\u202f%]/g, '').replace(',', '.');
  return bare === '' || Number.isNaN(Number(bare)) ? undefined : String(Math.round(Number(bare) * 100) / 10_000);
}

/** Fields in which a figure is to be typed and something else stands. */
export function notFigures(goal: Goal, lang: Lang): (keyof Goal)[] {
  const wrong: (keyof Goal)[] = [];
  for (const field of ['quantity', 'average_deal'] as const) if (goal[field].trim() && amount(goal[field], lang) === undefined) wrong.push(field);
  if (goal.margin_rate.trim() && rate(goal.margin_rate) === undefined) wrong.push('margin_rate');
  return wrong;
}

/** What each key holds; null: the key is not written. */
function written(goal: Goal, lang: Lang): Record<string, string | null> {
  const text = (value: string) => (value.trim() ? quoted(value.trim()) : null);
  const money = isMoney(goal.unit);
  return {
    name: goal.name.fr.trim() ? named(goal.name.fr.trim(), goal.name.en.trim()) : text(goal.name.en), unit: quoted(goal.unit),
    quantity: amount(goal.quantity, lang) ?? null, average_deal: money ? (amount(goal.average_deal, lang) ?? null) : null,
    margin_rate: goal.unit === 'margin' ? (rate(goal.margin_rate) ?? null) : null, from: goal.from || null, to: goal.to || null, owner: text(goal.owner), line: text(goal.line),
  };
}

/** Writes an objective: only what was changed of one that is there; a new one after the last, before the rest. */
export function writeGoal(text: string, code: string | null, now: Goal, lang: Lang): { text: string; code: string } {
  const after = written(now, lang);
  if (code === null) {
    const made = codeFor(now.name.fr || now.name.en || 'objectif', text);
    const last = goals(text).at(-1);
    const head = blocks(text)[0]!;
    const lines = [['code', quoted(made)], ...Object.entries(after).filter(([, value]) => value !== null)].map(([key, value]) => `${key} = ${value}`);
    return { text: splice(text, last?.after ?? head.after, 0, ['', '[[objective]]', ...lines]), code: made };
  }
  const find = (text: string) => goals(text).find((one) => one.code === code);
  const before = written(typed(find(text), lang), lang);
  let next = text;
  for (const key of KEYS) {
    const part = find(next);
    if (!part || !(key in after) || after[key] === before[key]) continue;
    next = put(next, part.block, key, after[key] ?? null, KEYS.slice(0, KEYS.indexOf(key)));
  }
  return { text: next, code };
}

/** Takes an objective away, with the weeks it is due in and its own comments. */
export function removeGoal(text: string, code: string): string {
  const part = goals(text).find((one) => one.code === code);
  return part ? cut(text, part) : text;
}
