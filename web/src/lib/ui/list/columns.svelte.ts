/** The columns of a list as one arranged them: order, widths, hidden ones. Kept by this browser under the list's name. */
import { recall, remember } from '$lib/frame/memory';

export interface Column<R> {
  code: string;
  /** Shown name. */
  name: string;
  text: (row: R) => string;
  /** Pixels, before anybody resized it. */
  width: number;
  /** Figures stand at the end of their column. */
  figure?: boolean;
  /** How the server names this order; `-` before it reverses it. */
  sort?: string;
  /** Where the text leads; undefined for a row that leads nowhere. */
  link?: (row: R) => string | undefined;
  /** Keeps `text` in `row`, which was read in the version `seen`; gives the row as it is now. Throws a `Problem`. */
  save?: (row: R, text: string) => Promise<void>;
}

interface Arrangement {
  order: string[];
  widths: Record<string, number>;
  hidden: string[];
}

export const NARROWEST = 80;
const WIDEST = 800;

export class Arranged {
  #name: string;
  #kept = $state<Arrangement>({ order: [], widths: {}, hidden: [] });

  constructor(name: string) {
    this.#name = `list.${name}`;
    const text = recall(this.#name);
    if (text) this.#kept = readable(text) ?? this.#kept;
  }

  /** All of them in their order, hidden or not; those that are new to the list come last. */
  all<R>(columns: Column<R>[]): Column<R>[] {
    const at = ({ code }: Column<R>) => (this.#kept.order.includes(code) ? this.#kept.order.indexOf(code) : columns.length);
    return columns.toSorted((a, b) => at(a) - at(b));
  }

  shown<R>(columns: Column<R>[]): Column<R>[] {
    return this.all(columns).filter(({ code }) => !this.isHidden(code));
  }

  isHidden(code: string): boolean {
    return this.#kept.hidden.includes(code);
  }

  width<R>({ code, width }: Column<R>): number {
    return this.#kept.widths[code] ?? width;
  }

  /** The last column shown stays: a list of nothing tells nothing. */
  hide<R>(columns: Column<R>[], code: string, hidden: boolean): void {
    if (hidden && this.shown(columns).length === 1) return;
    const others = this.#kept.hidden.filter((one) => one !== code);
    this.#keep({ hidden: hidden ? [...others, code] : others });
  }

  resize(code: string, width: number): void {
    this.#keep({ widths: { ...this.#kept.widths, [code]: Math.round(Math.min(WIDEST, Math.max(NARROWEST, width))) } });
  }

  /** Puts a column `by` places further. */
  move<R>(columns: Column<R>[], code: string, by: number): void {
    const order = this.all(columns).map((one) => one.code);
    const from = order.indexOf(code);
    const to = Math.min(order.length - 1, Math.max(0, from + by));
    order.splice(to, 0, ...order.splice(from, 1));
    this.#keep({ order });
  }

  reset(): void {
    this.#keep({ order: [], widths: {}, hidden: [] });
  }

  #keep(change: Partial<Arrangement>): void {
    this.#kept = { ...this.#kept, ...change };
    remember(this.#name, JSON.stringify(this.#kept));
  }
}

function readable(text: string): Arrangement | undefined {
  try {
    const { order, widths, hidden } = JSON.parse(text) as Partial<Arrangement>;
    if (Array.isArray(order) && Array.isArray(hidden) && typeof widths === 'object') return { order, widths, hidden };
  } catch {
    // An arrangement that cannot be read is as good as none.
  }
  return undefined;
}
