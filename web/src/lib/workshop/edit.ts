/** What may be done to a workshop: each act is a small change of its text, and leaves its other lines as they are. */
import { blocks, cut, named, put, quoted, splice, textOf, type Block } from '$lib/toml/text';

/** Days away, both ends inside; `2027-02-22`. */
export interface Days {
  first: string;
  last: string;
}

/** A day that differs: nobody works without `hours`, such as `09:00-12:00, 14:00-17:00`. */
export interface DayOff {
  on: string;
  who: string;
  hours: string;
  fr: string;
  en: string;
}

/** What a form changes of somebody; null takes a key away. */
export type Hours = Partial<Record<'calendar' | 'part_time' | 'share' | 'team' | 'skills', string | null>>;

const KEYS = ['code', 'name', 'kind', 'team', 'calendar', 'part_time', 'share', 'skills', 'leave'];
const before = (key: string) => KEYS.slice(0, Math.max(KEYS.indexOf(key), 0));

export const person = (text: string, code: string): Block | undefined =>
  blocks(text).find(({ path, keys }) => path === 'resource' && textOf(keys.get('code')?.value) === code);

/** Adds somebody, after the last one there is. */
export function addPerson(text: string, said: { code: string; name: string; kind: string }, hours: Hours): string {
  const last = blocks(text).filter(({ path }) => path === 'resource' || path.startsWith('resource.')).at(-1);
  const values: Record<string, string | null | undefined> = { code: quoted(said.code), name: quoted(said.name), kind: quoted(said.kind), ...hours };
  const lines = KEYS.flatMap((key) => (values[key] ? [`${key} = ${values[key]}`] : []));
  return splice(text, last?.after ?? text.trimEnd().split('\n').length, 0, ['', '[[resource]]', ...lines]);
}

/** Whether the absences of somebody are written in one list, as the forms write them, or not at all. */
export function inList(text: string, code: string): boolean {
  const all = blocks(text);
  const at = all.findIndex(({ path, keys }) => path === 'resource' && textOf(keys.get('code')?.value) === code);
  if (at < 0 || all[at + 1]?.path === 'resource.leave') return false;
  const value = all[at]!.keys.get('leave')?.value;
  return value === undefined || items(value).length > 0 || /^\[\s*\]$/.test(value);
}

interface Item extends Days {
  at: number;
  length: number;
}

function items(value: string): Item[] {
  return [...value.matchAll(/\{[^}]*\}/g)].flatMap((found) => {
    const day = (key: string) => new RegExp(`\\b${key}\\s*=\\s*(\\d{4}-\\d\\d-\\d\\d)`).exec(found[0])?.[1];
    const [first, last] = [day('from'), day('to')];
    return first && last ? [{ first, last, at: found.index, length: found[0].length }] : [];
  });
}

const written = ({ first, last }: Days) => `{ from = ${first}, to = ${last} }`;

/** Adds days away. */
export function addAbsence(text: string, code: string, days: Days): string {
  const block = person(text, code);
  if (!block) return text;
  const value = block.keys.get('leave')?.value;
  const last = value === undefined ? undefined : items(value).at(-1);
  if (!value || !last) return put(text, block, 'leave', `[${written(days)}]`, before('leave'));
  const at = last.at + last.length;
  return put(text, block, 'leave', `${value.slice(0, at)}, ${written(days)}${value.slice(at)}`);
}

/** Takes days away off: every stretch written inside them, since the page shows those that overlap as one. */
export function removeAbsence(text: string, code: string, days: Days): string {
  const block = person(text, code);
  const written = block?.keys.get('leave')?.value;
  if (!block || !written) return text;
  let value: string = written;
  for (const item of items(value).reverse().filter(({ first, last }) => first >= days.first && last <= days.last)) {
    const [left, right] = [value.slice(0, item.at), value.slice(item.at + item.length)];
    value = /^\s*,/.test(right) ? left + right.replace(/^\s*,[ \t]*/, '') : left.replace(/,\s*$/, '') + right;
  }
  return put(text, block, 'leave', items(value).length > 0 ? value : null);
}

export const changeAbsence = (text: string, code: string, was: Days, days: Days): string =>
  addAbsence(removeAbsence(text, code, was), code, days);

/** Gives somebody other hours, another team, other skills. */
export function setHours(text: string, code: string, hours: Hours): string {
  let next = text;
  for (const [key, value] of Object.entries(hours)) {
    const block = person(next, code);
    if (block && block.keys.get(key)?.value !== (value ?? undefined)) next = put(next, block, key, value, before(key));
  }
  return next;
}

const isDay = ({ path, keys }: Block, on: string, who: string) =>
  path === 'exception' && keys.get('on')?.value === on && (textOf(keys.get('who')?.value) ?? '*') === who;

const list = (hours: string) => `[${hours.split(/[,;]/).map((one) => quoted(one.trim())).join(', ')}]`;

/** Adds a day that differs, after the last one there is, or before the first kind. */
export function addDay(text: string, day: DayOff): string {
  const all = blocks(text);
  const last = all.filter(({ path }) => path === 'exception').at(-1);
  const kind = all.find(({ path }) => path === 'kind');
  const lines = ['[[exception]]', `on = ${day.on}`, ...(day.who === '*' ? [] : [`who = ${quoted(day.who)}`]),
    `name = ${named(day.fr, day.en)}`, ...(day.hours.trim() ? [`hours = ${list(day.hours)}`] : [])];
  if (!last && kind) return splice(text, kind.comments, 0, [...lines, '']);
  return splice(text, last?.after ?? text.trimEnd().split('\n').length, 0, ['', ...lines]);
}

export function removeDay(text: string, on: string, who: string): string {
  const block = blocks(text).find((one) => isDay(one, on, who));
  // The comments above the first of several days speak of them all: they stay while another day follows.
  return block ? cut(text, { first: others(text, block) ? block.header : block.comments, after: block.after }) : text;
}

function others(text: string, block: Block): boolean {
  const all = blocks(text);
  const at = all.findIndex(({ header }) => header === block.header);
  return all[at + 1]?.path === 'exception' && all[at + 1]!.comments === all[at + 1]!.header;
}

/** Writes a day that differs anew, where it stands. */
export function changeDay(text: string, on: string, who: string, day: DayOff): string {
  const find = (next: string) => blocks(next).find(({ header }) => header === at);
  const block = blocks(text).find((one) => isDay(one, on, who));
  if (!block) return text;
  const at = block.header;
  const values: [string, string | null][] = [
    ['on', day.on], ['who', day.who === '*' ? null : quoted(day.who)], ['name', named(day.fr, day.en)], ['hours', day.hours.trim() ? list(day.hours) : null],
  ];
  let next = text;
  for (const [rank, [key, value]] of values.entries()) {
    const here = find(next)!;
    if (here.keys.get(key)?.value !== (value ?? undefined)) next = put(next, here, key, value, values.slice(0, rank).map(([name]) => name));
  }
  return next;
}
