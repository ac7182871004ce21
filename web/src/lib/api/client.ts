/** Reads the server. What goes wrong comes back as a `Problem` that says what happened. */
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

/**
 * The JSON found at `url`.
 *
 * Throws a `Problem`, or the browser's own `AbortError` when `signal` was used.
 */
export async function read<T>(url: string, signal: AbortSignal): Promise<T> {
  const answer = await fetch(url, { signal, headers: { accept: 'application/json' } }).catch((cause) => {
    if (signal.aborted) throw cause;
    throw new Problem('unreachable', 0);
  });
  const body: unknown = await answer.json().catch((cause) => {
    if (signal.aborted) throw cause;
    throw new Problem('unreadable', answer.status);
  });
  if (answer.ok) return body as T;
  throw new Problem('refused', answer.status, isProblem(body) ? body : undefined);
}

function isProblem(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'title' in body && 'detail' in body;
}
