/** A list of the server read page by page, as far as the reader has scrolled. */
import { Problem, read } from '$lib/api/client';
import { PATIENCE_MS } from '$lib/api/loaded.svelte';

interface Rows<R> {
  rows: R[];
  next?: string | null;
}

/** What a list shows: rows that are read as far as one scrolls, or rows that are all here. */
export type Source<R> = Pick<Paged<R>, 'rows' | 'problem' | 'busy' | 'slow' | 'complete' | 'more' | 'retry'>;

/** Rows that are all here. */
export const allHere = <R>(rows: R[]): Source<R> => ({ rows, problem: undefined, busy: false, slow: false, complete: true, more: () => Promise.resolve(), retry: () => {} });

/** `H`: a page with what is told beside its rows. */
export class Paged<R, H extends Rows<R> = Rows<R>> {
  rows = $state.raw<R[]>([]);
  /** The first page as it was answered. */
  first = $state.raw<H>();
  problem = $state.raw<Problem>();
  busy = $state(false);
  slow = $state(false);
  /** Nothing was answered yet for this question. */
  fresh = $state(true);
  #next: string | null = null;
  #where: (after: string | null) => string | null;
  #stop = new AbortController();
  #attempt = $state(0);

  /** `where` gives the address of the page after `after`, or null while a choice is missing. Made while a component starts. */
  constructor(where: (after: string | null) => string | null) {
    this.#where = where;
    $effect(() => {
      void this.#attempt;
      const url = where(null);
      this.#stop.abort();
      this.#stop = new AbortController();
      if (url) void this.#load(url, true, this.#stop.signal);
    });
  }

  get complete(): boolean {
    return !this.fresh && this.#next === null;
  }

  /** Reads the next page, if there is one and none is on its way. */
  async more(): Promise<void> {
    if (this.busy || this.#next === null || this.problem) return;
    const url = this.#where(this.#next);
    if (url) await this.#load(url, false, this.#stop.signal);
  }

  /** Reads on until there are `count` rows, or no more. */
  async upTo(count: number): Promise<void> {
    while (this.rows.length < count && !this.complete && !this.problem) await this.more();
  }

  retry(): void {
    this.problem = undefined;
    this.#attempt += 1;
  }

  /** Rows as they have become, each at its place; `key` is the identity of a row. The list is made anew once for all of them. */
  put(rows: readonly R[], key: (row: R) => string): void {
    const become = new Map(rows.map((row) => [key(row), row]));
    this.rows = this.rows.map((one) => become.get(key(one)) ?? one);
  }

  async #load(url: string, first: boolean, signal: AbortSignal): Promise<void> {
    const timer = setTimeout(() => (this.slow = true), PATIENCE_MS);
    this.busy = true;
    try {
      const answer = await read<H>(url, signal);
      const { rows, next } = answer;
      if (first) this.first = answer;
      this.rows = first ? rows : [...this.rows, ...rows];
      this.#next = next ?? null;
      this.problem = undefined;
      this.fresh = false;
    } catch (cause) {
      if (signal.aborted) return;
      this.problem = cause instanceof Problem ? cause : new Problem('unreadable', 0);
    } finally {
      clearTimeout(timer);
      if (!signal.aborted) this.busy = this.slow = false;
    }
  }
}
