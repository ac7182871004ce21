/**
 * The text of a sheet seen as its tables, each with its lines, so that one thing can be changed and every other line,
 * comments included, stays as it was written. Line numbers count from 0 here.
 */
export interface Written {
  /** First line of the key, and the line after its value. */
  first: number;
  after: number;
  /** The value as written, without its comment when it is on one line. */
  value: string;
}

export interface Block {
  /** `step.operation`; empty for the head of the file. */
  path: string;
  /** Where its own comments begin, its header, and the line after its last value. */
  comments: number;
  header: number;
  after: number;
  keys: Map<string, Written>;
}

const HEADER = /^\s*\[\[?\s*([\w-]+(?:\s*\.\s*[\w-]+)*)\s*\]\]?\s*(?:#.*)?$/;
const KEY = /^\s*([\w-]+)\s*=\s*(.*)$/;
/** `name.fr = "…"`: part of the value of `name`, on a line of its own. */
const DOTTED = /^\s*([\w-]+)\s*\.\s*[\w-]+(?:\s*\.\s*[\w-]+)*\s*=\s*(.*)$/;

/** How far open a value is after some of its lines: its brackets, or the kind of quotes that is not closed yet. */
interface Open {
  depth: number;
  quotes: string;
  /** Where a comment begins on the last line, or its length. */
  end: number;
}

const CLOSED: Open = { depth: 0, quotes: '', end: 0 };

function scan(line: string, { depth, quotes }: Open): Open {
  let at = 0;
  while (at < line.length) {
    const sign = line[at]!;
    if (quotes) {
      if (sign === '\\' && quotes[0] === '"') at += 1;
      else if (line.startsWith(quotes, at)) {
        at += quotes.length - 1;
        quotes = '';
      }
    } else if (sign === '"' || sign === "'") {
      quotes = line.startsWith(sign.repeat(3), at) ? sign.repeat(3) : sign;
      at += quotes.length - 1;
    } else if (sign === '#') return { depth, quotes, end: at };
    else if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    at += 1;
  }
  // A plain string never goes over a line: what is not closed here is a fault that the server names.
  return { depth, quotes: quotes.length === 3 ? quotes : '', end: line.length };
}

/** The tables of a text, in its order; the first one is its head. */
export function blocks(text: string): Block[] {
  const lines = text.split('\n');
  const found: Block[] = [{ path: '', comments: 0, header: -1, after: 0, keys: new Map() }];
  for (let at = 0; at < lines.length; at++) {
    const header = HEADER.exec(lines[at]!);
    if (header) {
      found.push({ path: header[1]!.replace(/\s/g, ''), comments: commentsAbove(lines, at), header: at, after: at + 1, keys: new Map() });
      continue;
    }
    const dotted = DOTTED.exec(lines[at]!);
    const key = dotted ?? KEY.exec(lines[at]!);
    if (!key) continue;
    const first = at;
    let state = scan(key[2]!, CLOSED);
    const last = key[2]!.slice(0, state.end).trimEnd();
    while ((state.depth > 0 || state.quotes) && at + 1 < lines.length) state = scan(lines[++at]!, state);
    const block = found.at(-1)!;
    const whole = at === first ? last : [key[2]!, ...lines.slice(first + 1, at + 1)].join('\n');
    const before = dotted ? block.keys.get(key[1]!) : undefined;
    const value = dotted ? [...(before ? [before.value] : []), lines[first]!.slice(0, lines[first]!.length - key[2]!.length).trimStart() + whole].join('\n') : whole;
    block.keys.set(key[1]!, { first: before?.first ?? first, after: at + 1, value });
    block.after = at + 1;
  }
  return found;
}

function commentsAbove(lines: string[], header: number): number {
  let first = header;
  while (first > 0 && lines[first - 1]!.trimStart().startsWith('#')) first -= 1;
  return first;
}

/** A text as a sheet writes it. */
export const quoted = (text: string): string => JSON.stringify(text.replace(/\r\n?/g, '\n'));

/** A name in one language or both. */
export const named = (fr: string, en: string): string => (en ? `{ fr = ${quoted(fr)}, en = ${quoted(en)} }` : quoted(fr));

/** What a written value says, when it is a text. */
export function textOf(value: string | undefined): string | undefined {
  if (!value) return undefined;
  if (value.startsWith("'") && !value.startsWith("'''")) return value.slice(1, -1);
  try {
    const read: unknown = JSON.parse(value);
    return typeof read === 'string' ? read : undefined;
  } catch {
    return undefined;
  }
}

/** Puts `value` under `key` of a block, after the keys it usually follows; null takes the key away. */
export function put(text: string, block: Block, key: string, value: string | null, following: readonly string[] = []): string {
  const lines = text.split('\n');
  const written = block.keys.get(key);
  if (written) {
    const single = written.after === written.first + 1;
    const rest = single ? lines[written.first]!.slice(lines[written.first]!.indexOf(written.value) + written.value.length) : '';
    const comment = /^\s*#/.test(rest) ? rest : '';
    lines.splice(written.first, written.after - written.first, ...(value === null ? [] : [`${key} = ${value}${comment}`]));
  } else if (value !== null) {
    const before = following.map((name) => block.keys.get(name)?.after ?? 0).reduce((a, b) => Math.max(a, b), 0);
    lines.splice(before || block.after, 0, `${key} = ${value}`);
  }
  return lines.join('\n');
}

/**
 * A list with other items, one on a line; `was` are those it has. What stays keeps its line as it is written, and
 * no comment is lost.
 */
export function listed(before: string | undefined, was: readonly string[], items: readonly string[]): string {
  const entries: { above: string[]; line: string }[] = [];
  let above: string[] = [];
  for (const line of before?.split('\n').slice(1, -1) ?? []) {
    if (!line.trim() || line.trimStart().startsWith('#')) above.push(line);
    else {
      entries.push({ above, line });
      above = [];
    }
  }
  // Several items on a line, or one over several: all are written anew, under their comments.
  const single = entries.length === was.length && entries.every(({ line }) => scan(line, CLOSED).depth === 0);
  if (!single) return ['[', ...entries.flatMap((one) => one.above), ...above, ...items.map((item) => `  ${item},`), ']'].join('\n');
  const taken = new Set<number>();
  const written = items.flatMap((item, at) => {
    const same = was.findIndex((one, index) => one === item && !taken.has(index));
    const replaced = at < was.length && !taken.has(at) && !items.includes(was[at]!);
    const from = same >= 0 ? same : replaced ? at : -1;
    if (from < 0) return [`  ${item},`];
    taken.add(from);
    return [...entries[from]!.above, same < 0 ? `  ${item},` : withComma(entries[from]!.line)];
  });
  const left = entries.filter((_, at) => !taken.has(at)).flatMap((one) => one.above);
  return ['[', ...written, ...left, ...above, ']'].join('\n');
}

function withComma(line: string): string {
  const { end } = scan(line, CLOSED);
  const item = line.slice(0, end).trimEnd();
  return item.endsWith(',') ? line : `${item},${line.slice(item.length)}`;
}

/** Puts lines at a place, instead of `count` that stand there. */
export function splice(text: string, at: number, count: number, added: readonly string[]): string {
  const lines = text.split('\n');
  lines.splice(at, count, ...added);
  return lines.join('\n');
}

/** Takes the lines from `first` to before `after` away, with the blank line above them. */
export function cut(text: string, { first, after }: { first: number; after: number }): string {
  const blank = first > 0 && text.split('\n')[first - 1]!.trim() === '' ? 1 : 0;
  return splice(text, first - blank, after - first + blank, []);
}
