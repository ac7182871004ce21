/** A thing of the server that follows its address: the last answer stays on screen until the next one is here. */
import { untrack } from 'svelte';
import { returned } from '$lib/offline/network.svelte';
import { Problem, read } from './client';

/** After this long the reader is told in words that we are still waiting. */
export const PATIENCE_MS = 1000;

export class Loaded<T> {
  value = $state.raw<T>();
  problem = $state.raw<Problem>();
  busy = $state(false);
  slow = $state(false);
  #attempt = $state(0);

  #how: (url: string, signal: AbortSignal) => Promise<T>;

  /** `where` gives the address, or null when a choice is still missing; `how` reads it. Made while a component starts. */
  constructor(where: () => string | null, how: (url: string, signal: AbortSignal) => Promise<T> = read) {
    this.#how = how;
    $effect(() => {
      void this.#attempt;
      const url = where();
      if (url === null) {
        this.#settle(undefined, undefined);
        return;
      }
      return this.#load(url);
    });
    // What could not be read is read when the network is back; what is on screen stays as it is.
    $effect(() => {
      if (returned() > 0 && untrack(() => this.problem?.kind === 'unreachable')) untrack(() => this.retry());
    });
  }

  retry(): void {
    this.#attempt += 1;
  }

  #load(url: string): () => void {
    const stop = new AbortController();
    const timer = setTimeout(() => (this.slow = true), PATIENCE_MS);
    this.busy = true;
    void this.#how(url, stop.signal)
      .then((value) => this.#settle(value, undefined))
      .catch((cause: unknown) => {
        if (stop.signal.aborted) return;
        this.#settle(undefined, cause instanceof Problem ? cause : new Problem('unreadable', 0));
      })
      .finally(() => clearTimeout(timer));
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }

  #settle(value: T | undefined, problem: Problem | undefined): void {
    this.value = value;
    this.problem = problem;
    this.busy = false;
    this.slow = false;
  }
}
