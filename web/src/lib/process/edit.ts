/** What may be done to the steps and the operations of a process: each act is a small change of its text. */
import { blocks, cut, put, quoted, splice, textOf, type Block } from '$lib/toml/text';

/** Where a step or an operation is in the text: its own table, and the tables that belong to it. */
export interface Part {
  code: string;
  step: string;
  block: Block;
  /** First line with its comments, and the line after all that belongs to it. */
  first: number;
  after: number;
}

const KEYS = ['code', 'name', 'kind', 'kinds', 'prepare', 'run', 'travel', 'lot', 'yield', 'lead_days', 'after'];

/** The steps and the operations of a text, in its order; what is not written as tables of their own is not there. */
export function parts(text: string): { steps: Part[]; operations: Part[] } {
  const steps: Part[] = [];
  const operations: Part[] = [];
  let step: Part | undefined;
  let operation: Part | undefined;
  for (const block of blocks(text)) {
    const code = textOf(block.keys.get('code')?.value) ?? '';
    if (!block.path.startsWith('step')) step = operation = undefined;
    if (block.path === 'step') {
      step = { code, step: code, block, first: block.comments, after: block.after };
      operation = undefined;
      steps.push(step);
    } else if (step) {
      if (block.path === 'step.operation') {
        operation = { code, step: step.code, block, first: block.comments, after: block.after };
        operations.push(operation);
      } else if (operation && !block.path.startsWith('step.operation')) operation = undefined;
      step.after = block.after;
      if (operation) operation.after = block.after;
    }
  }
  return { steps, operations };
}

export function step(text: string, code: string): Part | undefined {
  return parts(text).steps.find((one) => one.code === code);
}

export function operation(text: string, code: string): Part | undefined {
  return parts(text).operations.find((one) => one.code === code);
}

/** A code that nothing in the text has yet, made from a name. */
export function codeFor(name: string, text: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const base = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 40) || 'x';
  const taken = new Set(blocks(text).map(({ keys }) => textOf(keys.get('code')?.value)));
  for (let count = 1; ; count++) {
    const code = count === 1 ? base : `${base}-${count}`;
    if (!taken.has(code)) return code;
  }
}

/** Gives one key of a step or an operation another value, as it is written; null takes it away. */
export function set(text: string, part: Part, key: string, value: string | null): string {
  return put(text, part.block, key, value, KEYS.slice(0, Math.max(KEYS.indexOf(key), 0)));
}

/** Adds an operation at the end of a step, or after one of its operations. */
export function addOperation(text: string, into: Part, name: string, kind: string, after?: Part): string {
  const written = ['', '[[step.operation]]', `code = ${quoted(codeFor(name, text))}`, `name = ${quoted(name)}`, `kind = ${quoted(kind)}`, 'run = 30', 'channel = "call"'];
  return splice(text, (after ?? into).after, 0, written);
}

/**
 * Adds a step after another one. What followed by its place in the file alone goes on following the step
 * that it followed, so that nothing is linked anew without being asked.
 */
export function addStep(text: string, name: string, after: Part | undefined): string {
  const code = codeFor(name, text);
  const written = ['', '[[step]]', `code = ${quoted(code)}`, `name = ${quoted(name)}`, 'yield = 0.50', 'lead_days = 7'];
  if (!after) return splice(text, text.split('\n').length, 0, written);
  return splice(text, after.after, 0, written);
}

/** Takes a step or an operation away, with what belongs to it and its own comments. */
export const remove = (text: string, part: Part): string => cut(text, part);

/** Puts an operation right after another one, or, without it, first in its step. */
export function moveAfter(text: string, part: Part, target: Part | undefined): string {
  if (target?.code === part.code) return text;
  const lines = text.split('\n');
  const moved = lines.slice(part.first, part.after);
  const at = target ? target.after : firstOf(text, part);
  const blank = lines[part.first - 1]?.trim() === '' ? 1 : 0;
  const [from, count] = [part.first - blank, part.after - part.first + blank];
  lines.splice(from, count);
  lines.splice(at > from ? at - count : at, 0, '', ...moved);
  return lines.join('\n');
}

/** Where the first operation of a step begins, its blank line included. */
function firstOf(text: string, part: Part): number {
  const first = parts(text).operations.find((one) => one.step === part.step)!;
  return first.first - (text.split('\n')[first.first - 1]?.trim() === '' ? 1 : 0);
}

/** The steps that feed one, as its text says; undefined when the step before does, without being written. */
export function feeding(part: Part): string[] | undefined {
  const value = part.block.keys.get('after')?.value;
  if (value === undefined) return undefined;
  const one = textOf(value);
  if (one !== undefined) return [one];
  return [...value.matchAll(/\{[^}]*\}|"[^"]*"|'[^']*'/g)].map(([item]) => item);
}

/** Makes `from` feed `to`, beside the steps that already do; `known` are those that feed it now. */
export function link(text: string, from: string, to: Part, known: string[]): string {
  const items = feeding(to)?.map((item) => (/^[{"']/.test(item) ? item : quoted(item))) ?? known.map(quoted);
  return set(text, to, 'after', `[${[...items, quoted(from)].join(', ')}]`);
}

/** Makes `from` feed `to` no more. */
export function unlink(text: string, from: string, to: Part, known: string[]): string {
  const items = feeding(to)?.map((item) => (/^[{"']/.test(item) ? item : quoted(item))) ?? known.map(quoted);
  const names = (item: string) => textOf(item) ?? /step\s*=\s*["']([^"']*)["']/.exec(item)?.[1];
  return set(text, to, 'after', `[${items.filter((item) => names(item) !== from).join(', ')}]`);
}
