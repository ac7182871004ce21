/** A board that stays true: asked again when the server says that something changed, and only then sent again. */
import { Problem, follow, readUnless } from '$lib/api/client';
import { Loaded } from '$lib/api/loaded.svelte';
import { bookOf, changedSince, type Book } from './book';
import type { Board } from './types';

/** The stream is opened once the page is drawn: it must not wait behind it. */
const SETTLED_MS = 1500;
/** How long what others changed stays marked. */
const MARKED_MS = 6000;

export class Live {
  readonly book: Loaded<Book>;
  /** What stands elsewhere than before the last answer. */
  changed = $state.raw<ReadonlySet<string>>(new Set());
  /** The server does not answer: what is shown is the last that it said. */
  cut = $state(false);
  #last: { url: string; seen: string | null; book: Book } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(where: () => string) {
    this.book = new Loaded<Book>(where, (url, signal) => this.#read(url, signal));
    $effect(() => this.#listen());
  }

  async #read(url: string, signal: AbortSignal): Promise<Book> {
    const same = this.#last?.url === url ? this.#last : undefined;
    try {
      const answer = await readUnless<Board>(url, same?.seen ?? null, signal);
      this.cut = false;
      if (!answer) return same!.book;
      const book = bookOf(answer.value);
      if (same) this.#mark(changedSince(same.book, book));
      this.#last = { url, seen: answer.seen, book };
      return book;
    } catch (cause) {
      if (!same || !(cause instanceof Problem) || cause.kind !== 'unreachable') throw cause;
      this.cut = true;
      return same.book;
    }
  }

  #mark(changed: Set<string>): void {
    if (changed.size === 0) return;
    this.changed = changed;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.changed = new Set()), MARKED_MS);
  }

  #listen(): () => void {
    let stream: EventSource | undefined;
    let mark = '';
    const begin = setTimeout(() => {
      stream = follow('/api/board/events');
      stream.addEventListener('board', ({ data }: MessageEvent<string>) => {
        // The first mark says where things stand; only another one is news.
        if (mark && data !== mark) this.book.retry();
        if (this.cut) this.book.retry();
        mark = data;
      });
      stream.addEventListener('error', () => this.#last && (this.cut = true));
    }, SETTLED_MS);
    return () => {
      clearTimeout(begin);
      clearTimeout(this.#timer);
      stream?.close();
    };
  }
}
