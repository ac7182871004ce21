/**
 * The last calls that the pages of this tab made to the API, for who wants to see what an act asks for.
 *
 * In memory only, and only until the reader leaves. What is secret is never taken in: not the bodies of the addresses
 * where one shows who one is, not the fields that hold a secret elsewhere, not what files hold.
 */
import { createSubscriber } from 'svelte/reactivity';

/** What the reader did: calls that follow belong to it. */
export interface Act {
  number: number;
  /** What was pressed, as it is named on the page; empty when a page was opened. */
  name: string;
}

/** A body as JSON, or why it is not here. */
export type Body = { json: string } | { without: 'secret' | 'file' | 'long' };

export interface Call {
  number: number;
  act: Act;
  method: string;
  url: string;
  /** Type of what was sent, the version seen, the key of the act: what a program would send too. */
  headers: Record<string, string>;
  sent: Body | undefined;
  answer: Body | undefined;
  /** None while the answer is awaited, when none came, and for what the browser asks for by itself. */
  status: number | undefined;
  state: 'going' | 'answered' | 'unreachable' | 'browser';
  ms: number | undefined;
}

const MOST = 50;
/** A longer body is not kept. */
const MOST_CHARACTERS = 10_000;
/** Who one is, and what opens doors. The description itself is no act of the reader's. */
const SECRET = /^\/api\/(session|sessions|invitation|tokens|feed)(\/|$)|\/invitation$/;
const UNTOLD = '/api/openapi.json';
/** Fields that hold a secret whatever the address: a password, the text of a key, the secret of an invitation or of a subscription. */
const SECRET_FIELD = /password|secret|token|invitation|^codes$/i;

let calls: readonly Call[] = [];
let numbered = 0;
let act: Act = { number: 0, name: '' };
let changed = () => {};
const watched = createSubscriber((update) => {
  changed = update;
  return () => (changed = () => {});
});

/** The newest act first; within one, what changes something before what only reads, each in the order it was made. */
export function lastCalls(): Call[] {
  watched();
  const reads = ({ method }: Call) => Number(method === 'GET');
  return calls.toSorted((a, b) => b.act.number - a.act.number || reads(a) - reads(b) || a.number - b.number);
}

/** Somebody else may be the next reader of this tab. */
export function forgetCalls(): void {
  calls = [];
  changed();
}

/** The reader does something: what is asked from now on belongs to it. */
export function beginAct(name: string): void {
  act = { number: act.number + 1, name };
}

/** Notes a call as it sets out; `end` is told what came of it. */
export function noteCall(url: string, request: RequestInit, state: 'going' | 'browser' = 'going'): { end: (status: number | undefined, text?: string) => void; forget: () => void } {
  if (pathOf(url) === UNTOLD) return { end: () => {}, forget: () => {} };
  const began = performance.now();
  const number = (numbered += 1);
  const { accept: _, ...headers } = Object.fromEntries(new Headers(request.headers));
  const sent = bodyOf(url, request.body);
  put({ number, act, method: request.method ?? 'GET', url, headers, sent, answer: undefined, status: undefined, state, ms: undefined });
  return {
    end: (status, text) => amend(number, { status, answer: bodyOf(url, text), state: status === undefined ? 'unreachable' : 'answered', ms: Math.round(performance.now() - began) }),
    forget: () => amend(number, undefined),
  };
}

function put(call: Call): void {
  calls = [...calls, call].slice(-MOST);
  changed();
}

function amend(number: number, change: Partial<Call> | undefined): void {
  calls = calls.flatMap((one) => (one.number !== number ? [one] : change ? [{ ...one, ...change }] : []));
  changed();
}

function bodyOf(url: string, body: unknown): Body | undefined {
  if (body === null || body === undefined || body === '') return undefined;
  if (SECRET.test(pathOf(url))) return { without: 'secret' };
  if (typeof body !== 'string') return { without: 'file' };
  if (body.length > MOST_CHARACTERS) return { without: 'long' };
  try {
    const shown: unknown = JSON.parse(body, (field, value: unknown) => (value && value !== true && SECRET_FIELD.test(field) ? '…' : value));
    return { json: JSON.stringify(shown, null, 2) };
  } catch {
    return { without: 'file' };
  }
}

export function pathOf(url: string): string {
  return url.split('?')[0] ?? url;
}

/** Stands for the key of whoever runs the command. */
export const KEY = 'atl_…';

/** The call as a command for a terminal, with a place for one's key and for what is not kept here. */
export function curlOf({ method, url, headers, sent }: Call, origin: string): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  const lines = [`curl -X ${method} ${quoted(origin + url)}`, `-H ${quoted(`Authorization: Bearer ${KEY}`)}`];
  for (const [name, value] of Object.entries(headers)) lines.push(`-H ${quoted(`${name}: ${value}`)}`);
  if (sent) lines.push('json' in sent ? `--data-raw ${quoted(sent.json)}` : '--data-binary @body');
  return lines.join(' \\\n  ');
}

/** What the description says of an operation. */
export interface Operation {
  name: string;
  line: string;
  /** The right that it asks for. */
  permission: string | undefined;
}

/** The part of an OpenAPI description that is read here. */
export interface Description {
  paths: Record<string, Record<string, { operationId?: string; summary?: string; 'x-permission'?: string }>>;
}

/** The operation that a call is, in the description; an address without a variable part is the nearer. */
export function operationOf({ paths }: Description, { method, url }: Pick<Call, 'method' | 'url'>): Operation | undefined {
  const path = pathOf(url);
  const fits = (template: string) => new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
  const template = path in paths ? path : Object.keys(paths).find(fits);
  const told = template === undefined ? undefined : paths[template]?.[method.toLowerCase()];
  // Set as the rest of the page is.
  return told?.operationId ? { name: told.operationId, line: (told.summary ?? '').replaceAll("'", '’'), permission: told['x-permission'] } : undefined;
}
