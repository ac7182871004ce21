/** Asks the server. What goes wrong comes back as a `Problem` that says what happened. */
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

/**
 * The JSON found at `url`.
 *
 * Throws a `Problem`, or the browser's own `AbortError` when `signal` was used.
 */
export function read<T>(url: string, signal?: AbortSignal): Promise<T> {
  return ask(url, { signal: signal ?? null });
}

/** Has something done; `body` travels as JSON. Throws a `Problem`. */
export function send<T = void>(method: 'POST' | 'DELETE', url: string, body?: unknown): Promise<T> {
  const told = { 'content-type': 'application/json' };
  return ask(url, body === undefined ? { method } : { method, headers: told, body: JSON.stringify(body) });
}

async function ask<T>(url: string, request: RequestInit): Promise<T> {
  const headers = { accept: 'application/json', ...request.headers };
  const answer = await fetch(url, { ...request, headers }).catch((cause) => {
    if (request.signal?.aborted) throw cause;
    throw new Problem('unreachable', 0);
  });
  if (answer.status === 204) return undefined as T;
  const body: unknown = await answer.json().catch((cause) => {
    if (request.signal?.aborted) throw cause;
    throw new Problem('unreadable', answer.status);
  });
  if (answer.ok) return body as T;
  const problem = new Problem('refused', answer.status, isProblem(body) ? body : undefined);
  if (problem.body?.code === 'controls/sign-in-needed') nobodyIsIn();
  throw problem;
}

function isProblem(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'title' in body && 'detail' in body;
}
