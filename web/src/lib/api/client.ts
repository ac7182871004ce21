/** Asks the server. What goes wrong comes back as a `Problem` that says what happened. */
import { noteCall } from './calls';
import type { ProblemBody } from './types';

export type ProblemKind = 'unreachable' | 'unreadable' | 'refused';

/** `body` is there when the server explained itself. */
export class Problem extends Error {
  constructor(
    readonly kind: ProblemKind,
    readonly status: number,
    readonly body?: ProblemBody,
  ) {
    super(body?.title ?? kind);
  }
}

/** An address of the API; absent values are left out. */
export function address(path: string, values: Record<string, string | null | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined) query.set(name, value);
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

let nobodyIsIn = () => {};

/** What to do each time the server answers that nobody is signed in (any more). */
export function whenNobodyIsIn(act: () => void): void {
  nobodyIsIn = act;
}

let answered = (_: Response | undefined) => {};

/** What to do with each answer of the server, and each time there is none. */
export function whenAnswered(act: (answer: Response | undefined) => void): void {
  answered = act;
}

/**
 * The JSON found at `url`.
 *
 * Throws a `Problem`, or the browser's own `AbortError` when `signal` was used.
 */
export async function read<T>(url: string, signal?: AbortSignal): Promise<T> {
  return (await readSeen<T>(url, signal)).value;
}

/** An object, and the version (`ETag`) in which it was seen: given back with a change, nobody's work is erased. */
export interface Seen<T> {
  value: T;
  seen: string | null;
}

/** The JSON found at `url`, with its version. Throws a `Problem`. */
export async function readSeen<T>(url: string, signal?: AbortSignal): Promise<Seen<T>> {
  const { body, answer } = await fetched(url, { signal: signal ?? null });
  return { value: body as T, seen: answer.headers.get('etag') };
}

/** Like `readSeen`, or null when nothing changed since the version `seen`. Throws a `Problem`. */
export async function readUnless<T>(url: string, seen: string | null, signal?: AbortSignal): Promise<Seen<T> | null> {
  const { body, answer } = await fetched(url, { signal: signal ?? null, headers: seen ? { 'if-none-match': seen } : {} });
  return answer.status === 304 ? null : { value: body as T, seen: answer.headers.get('etag') };
}

export type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Sending {
  /** The version seen: a change made meanwhile by somebody else is then refused (412), not erased. */
  seen?: string | null;
  /** Under one key a request counts once, however often it is sent. */
  key?: string;
}

/** Has something done; `body` travels as JSON, a `FormData` as a form. Throws a `Problem`. */
export async function send<T = void>(method: Method, url: string, body?: unknown, how: Sending = {}): Promise<T> {
  return (await sendSeen<T>(method, url, body, how)).value;
}

/** Same as `send`; with the version that it made. */
export async function sendSeen<T>(method: Method, url: string, body?: unknown, how: Sending = {}): Promise<Seen<T>> {
  const headers: Record<string, string> = {};
  if (how.seen) headers['if-match'] = how.seen;
  if (how.key) headers['idempotency-key'] = how.key;
  const isJson = body !== undefined && !(body instanceof FormData || body instanceof Blob);
  if (isJson) headers['content-type'] = 'application/json';
  const carried = isJson ? JSON.stringify(body) : ((body as BodyInit | undefined) ?? null);
  const { body: value, answer } = await fetched(url, { method, headers, body: carried });
  return { value: value as T, seen: answer.headers.get('etag') };
}

/** A new key for one act; the same act sent again carries the same. */
export function newKey(): string {
  return crypto.randomUUID();
}

async function fetched(url: string, request: RequestInit): Promise<{ body: unknown; answer: Response }> {
  const headers = { accept: 'application/json', ...request.headers };
  const noted = noteCall(url, request);
  const answer = await fetch(url, { ...request, headers }).catch((cause) => {
    if (request.signal?.aborted) return givenUp(noted, cause);
    noted.end(undefined);
    answered(undefined);
    throw new Problem('unreachable', 0);
  });
  answered(answer);
  const text = await answer.text().catch((cause) => {
    if (request.signal?.aborted) return givenUp(noted, cause);
    noted.end(answer.status);
    throw new Problem('unreadable', answer.status);
  });
  noted.end(answer.status, text);
  if (answer.status === 204 || answer.status === 304) return { body: undefined, answer };
  const body = parsed(text, answer.status);
  if (answer.ok) return { body, answer };
  const problem = new Problem('refused', answer.status, isProblem(body) ? body : undefined);
  if (problem.body?.code === 'controls/sign-in-needed') nobodyIsIn();
  throw problem;
}

/** An answer that nobody waits for any more is no call to show. */
function givenUp(noted: { forget: () => void }, cause: unknown): never {
  noted.forget();
  throw cause;
}

function parsed(text: string, status: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('unreadable', status);
  }
}

/** News that the server sends by itself, for as long as the stream is not closed. */
export function follow(url: string): EventSource {
  noteCall(url, {}, 'browser');
  return new EventSource(url);
}

function isProblem(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'title' in body && 'detail' in body;
}
