/** The conversation of an operation, and the proofs of a step, written into the text of a process. */
import { blocks, cut, listed, named, put, quoted, splice, type Block } from '$lib/toml/text';
import { codeFor, operation, step, type Part } from './edit';
import type { InBoth, Operation, Step, Talk } from './types';

/** What a usage scenario tells, in its order. */
export const USE = ['event', 'actor', 'actions', 'result', 'before', 'after'] as const;
export const PARTS = ['user', 'beneficiary', 'funder', 'implementer', 'buyer', 'influencer', 'other'] as const;
/** More questions are not asked. */
export const QUESTIONS = 3;

/** A conversation as a form holds it: what is not said is empty. */
export interface Said {
  role: InBoth;
  part: string;
  theme: InBoth;
  use: Record<(typeof USE)[number], InBoth>;
  questions: InBoth[];
}

const KEYS = ['role', 'part', 'theme', 'questions'];
const TALK = 'step.operation.conversation';
const nothing = (): InBoth => ({ fr: '', en: '' });

/** What a conversation says; of one that is not written, nothing. */
export function said(talk: Talk | null | undefined): Said {
  const use = Object.fromEntries(USE.map((key) => [key, { ...(talk?.scenario?.[key] ?? nothing()) }])) as Said['use'];
  return {
    role: { ...(talk?.role ?? nothing()) }, part: talk?.part ?? 'other', theme: { ...(talk?.theme ?? nothing()) }, use,
    questions: (talk?.questions ?? []).map((one) => ({ ...one })),
  };
}

export const empty = ({ fr, en }: InBoth): boolean => !fr.trim() && !en.trim();

/** A text in both languages as a sheet writes it; French stands for both where only the other one is said. */
function written({ fr, en }: InBoth): string {
  const [first, second] = [fr.trim(), en.trim()];
  return first ? named(first, second) : quoted(second);
}

const value = (name: InBoth): string | null => (empty(name) ? null : written(name));
/** Each text of a list as a sheet writes it; those that say nothing are left out. */
export const itemsOf = (all: readonly InBoth[]): string[] => all.filter((one) => !empty(one)).map(written);

/** A list under a key; written only when it changed. */
function putList(text: string, block: Block, key: string, was: readonly InBoth[], now: readonly InBoth[], following: readonly string[]): string {
  const [before, after] = [itemsOf(was), itemsOf(now)];
  if (before.join('\n') === after.join('\n')) return text;
  return put(text, block, key, after.length === 0 ? null : listed(block.keys.get(key)?.value, before, after), following);
}

const tableIn = (text: string, { first, after }: Part, path: string): Block | undefined =>
  blocks(text).find(({ path: at, header }) => at === path && header >= first && header < after);

/**
 * Writes the conversation of an operation: only what was changed, in its own tables. One that stands on the line
 * of its operation comes to have its tables; one that says nothing any more is taken away.
 */
export function writeTalk(text: string, { code, conversation }: Pick<Operation, 'code' | 'conversation'>, now: Said): string {
  const part = () => operation(next, code)!;
  const talk = () => tableIn(next, part(), TALK);
  const use = () => tableIn(next, part(), `${TALK}.scenario`);
  const told = USE.some((key) => !empty(now.use[key]));
  const holds = told || !empty(now.role) || !empty(now.theme) || now.part !== 'other' || itemsOf(now.questions).length > 0;
  let was = said(conversation);
  let next = text;
  if (part().block.keys.has('conversation')) {
    next = put(next, part().block, 'conversation', null);
    was = said(null);
  }
  if (!holds) {
    for (const find of [use, talk]) next = without(next, find());
    return next;
  }
  if (!talk()) next = splice(next, use()?.comments ?? part().block.after, 0, ['', `[${TALK}]`]);
  const set = (key: string, text: string | null) => (next = put(next, talk()!, key, text, KEYS.slice(0, KEYS.indexOf(key))));
  if (value(now.role) !== value(was.role)) set('role', value(now.role));
  if (now.part !== was.part) set('part', now.part === 'other' ? null : quoted(now.part));
  if (value(now.theme) !== value(was.theme)) set('theme', value(now.theme));
  next = putList(next, talk()!, 'questions', was.questions, now.questions, KEYS);
  if (talk()!.keys.has('scenario')) {
    next = put(next, talk()!, 'scenario', null);
    was.use = said(null).use;
  }
  if (!told) return without(next, use());
  if (!use()) next = splice(next, talk()!.after, 0, ['', `[${TALK}.scenario]`]);
  for (const [at, key] of USE.entries()) {
    if (value(now.use[key]) !== value(was.use[key])) next = put(next, use()!, key, value(now.use[key]), USE.slice(0, at));
  }
  return next;
}

const without = (text: string, block: Block | undefined): string => (block ? cut(text, { first: block.comments, after: block.after }) : text);

/** A proof as a form holds it. */
export interface ProofTyped {
  /** Its place among those of the text; null: a new one. */
  was: number | null;
  name: InBoth;
  /** Days that it holds; null: it never lapses. */
  days: string | null;
}

/** Where the proofs of a step are written, in its order. */
const proofsOf = (text: string, { first, after }: Part): Block[] =>
  blocks(text).filter(({ path, header }) => path === 'step.evidence' && header >= first && header < after);

/** How many proofs of a step have tables of their own. */
export function proofsIn(text: string, code: string): number {
  const part = step(text, code);
  return part ? proofsOf(text, part).length : 0;
}

/** Writes the proofs of a step: those that changed, those that are new, without those that are left out. */
export function writeProofs(text: string, { code, evidence }: Pick<Step, 'code' | 'evidence'>, now: readonly ProofTyped[]): string {
  const all = (text: string) => proofsOf(text, step(text, code)!);
  let next = text;
  for (const { was, name, days } of now) {
    const before = was === null ? undefined : evidence[was];
    if (!before) continue;
    if (value(name) !== value(before.name)) next = put(next, all(next)[was!]!, 'name', written(name), ['code']);
    if (days !== (before.valid_days?.toString() ?? null)) next = put(next, all(next)[was!]!, 'valid_days', days, ['code', 'name']);
  }
  const kept = new Set(now.map(({ was }) => was));
  for (let at = evidence.length - 1; at >= 0; at--) if (!kept.has(at)) next = without(next, all(next)[at]);
  for (const { name, days } of now.filter(({ was }) => was === null)) {
    const lines = ['', '[[step.evidence]]', `code = ${quoted(codeFor(name.fr || name.en, next))}`, `name = ${written(name)}`, ...(days ? [`valid_days = ${days}`] : [])];
    next = splice(next, (all(next).at(-1) ?? step(next, code)!.block).after, 0, lines);
  }
  return next;
}
