/** What of the board is in the window: its days, its rows, where the tab key comes to; and how a place is brought into it. */
import { TEAM, axisOf, dayAt, daysIn, minuteAt, rowAt, rowsIn, topsOf, xOf, type Axis, type Zoom } from './axis';
import { DAY, type Book, type Row } from './book';
import type { Aim } from './judge';
import { settled, type Stop } from './walk';

/** Height of the line of days. */
export const HEAD = 56;

interface What {
  book: Book;
  rows: Row[];
  zoom: Zoom;
}

const span = (first: number, last: number): number[] => Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);

export class Sight {
  scroller = $state.raw<HTMLElement>();
  width = $state(0);
  height = $state(0);
  left = $state(0);
  top = $state(0);
  #at = $state.raw<Stop>();
  #what: () => What;

  constructor(what: () => What) {
    this.#what = what;
    $effect(() => {
      void this.#around;
      this.#later();
    });
  }

  /** Width of the column of names. */
  names = $derived(this.width < 640 ? 104 : 190);
  axis: Axis = $derived.by(() => axisOf(this.#what().book.board, this.#what().zoom, Math.max(0, this.width - this.names)));
  tops: number[] = $derived.by(() => topsOf(this.#what().rows));
  // Each a number of its own: what is drawn follows only the one that changed.
  #days = $derived(daysIn(this.axis, this.left, Math.max(0, this.width - this.names)));
  from = $derived(this.#days[0]);
  to = $derived(this.#days[1]);
  #seen = $derived(rowsIn(this.tops, this.top, this.height - HEAD, 0));
  #upper = $derived(this.#seen[0]);
  #lower = $derived(this.#seen[1]);
  /** With some rows beyond the window; drawn once those in it are seen, as are taken away those that left it. */
  #around = $derived(rowsIn(this.tops, this.top, this.height - HEAD));
  #beyond = $state.raw<readonly [number, number]>([0, -1]);
  #waiting = false;

  /** Position in the rows, by person. */
  #row: Map<number, number> = $derived.by(() => new Map(this.#what().rows.flatMap((row, at) => (row.kind === 'person' ? [[row.person, at] as const] : []))));
  first: number | undefined = $derived(this.#row.keys().next().value);

  /** Where the tab key comes to; what it stood on may have left the board. */
  stop: Stop | undefined = $derived.by(() => {
    const { book } = this.#what();
    if (this.#at && this.#row.has(this.#at.person)) return settled(book, this.#at);
    return this.first === undefined ? undefined : settled(book, { person: this.first, day: 0, order: null });
  });

  /** The rows in the document, in their order: those in sight, some beyond, and the one the tab key comes to. */
  drawn: number[] = $derived.by(() => {
    const [first, last] = this.#beyond;
    const own = this.stop && this.rowOf(this.stop.person);
    const found = new Set([...span(first, Math.min(last, this.tops.length - 2)), ...span(this.#upper, this.#lower), ...(own === undefined ? [] : [own])]);
    return [...found].sort((a, b) => a - b);
  });

  /** After the next picture: however fast one scrolls, once for each. */
  #later(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    const show = () => {
      this.#waiting = false;
      this.#beyond = this.#around;
    };
    requestAnimationFrame(() => setTimeout(show));
  }

  rowOf(person: number): number | undefined {
    return this.#row.get(person);
  }

  stand(at: Stop): void {
    this.#at = at;
  }

  follow(): void {
    if (!this.scroller) return;
    this.left = this.scroller.scrollLeft;
    this.top = this.scroller.scrollTop;
  }

  get day(): number {
    return dayAt(this.axis, this.left + 1);
  }

  /** Brings into the window what somebody does at some time, the whole of it where it fits. */
  reveal(person: number, start: number, minutes: number): void {
    const row = this.rowOf(person);
    if (!this.scroller || row === undefined) return;
    const { scroller, axis } = this;
    const [high, wide] = [this.height - HEAD, this.width - this.names];
    const [up, down] = [this.tops[row]! - TEAM, this.tops[row + 1]!];
    const [from, to] = [xOf(axis, start) - 24, xOf(axis, start + minutes) + 24];
    const [left, top] = [scroller.scrollLeft, scroller.scrollTop];
    if (up < top) scroller.scrollTop = up;
    else if (down > top + high) scroller.scrollTop = down - high + 8;
    if (from < left) scroller.scrollLeft = from;
    else if (to > left + wide) scroller.scrollLeft = Math.min(from, to - wide);
    this.follow();
  }

  revealStop({ person, day, order }: Stop): void {
    const { orders } = this.#what().book.board;
    if (order === null) this.reveal(person, day * DAY + this.axis.from, 0);
    else this.reveal(person, orders.start[order]!, orders.length[order]!);
  }

  /** The seat under a point of the window; between two people, that of `otherwise`. */
  seatAt(x: number, y: number, otherwise: number): Aim | undefined {
    if (!this.scroller) return undefined;
    const { book, rows } = this.#what();
    const box = this.scroller.getBoundingClientRect();
    const row = rows[rowAt(this.tops, y - box.top - HEAD + this.scroller.scrollTop)];
    const start = minuteAt(this.axis, x - box.left - this.names + this.scroller.scrollLeft, book.board.grid);
    return { person: row?.kind === 'person' ? row.person : otherwise, start };
  }

  /** Near an edge the board comes along; whether it moved. */
  pull(x: number, y: number): boolean {
    if (!this.scroller) return false;
    const box = this.scroller.getBoundingClientRect();
    const by = (at: number, low: number, high: number) => (at < low + 36 ? -14 : at > high - 36 ? 14 : 0);
    const [dx, dy] = [by(x, box.left + this.names, box.right), by(y, box.top + HEAD, box.bottom)];
    if (dx || dy) this.scroller.scrollBy(dx, dy);
    return Boolean(dx || dy);
  }
}
