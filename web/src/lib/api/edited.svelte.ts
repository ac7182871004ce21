/** A record being changed in a form, field by field, which somebody else may change meanwhile. */
import { Problem, readSeen, sendSeen, type Seen } from './client';

export class Edited<T extends object, F extends string> {
  values = $state({} as Record<F, string>);
  /** What somebody else wrote meanwhile in a field that is changed here too: the reader chooses. */
  theirs = $state.raw<Partial<Record<F, string>>>({});
  #fields: readonly F[];
  #text: (value: T, field: F) => string;
  #before: T | undefined;
  #seen: string | null = null;

  /** `text` gives a field as one types it. */
  constructor(fields: readonly F[], text: (value: T, field: F) => string) {
    this.#fields = fields;
    this.#text = text;
  }

  /** Begins with a record as it was seen. */
  open({ value, seen }: Seen<T>): void {
    this.#before = value;
    this.#seen = seen;
    this.theirs = {};
    this.values = this.#texts(value);
  }

  take(field: F): void {
    this.values[field] = this.theirs[field] ?? this.values[field];
    const { [field]: _, ...others } = this.theirs;
    this.theirs = others as Partial<Record<F, string>>;
  }

  /**
   * Sends the fields that were changed, as `body` makes them; gives the record before and as it has become.
   *
   * Undefined when the reader has to choose first; sent again, theirs is written over. Throws a `Problem`.
   */
  async save(url: string, body: (changed: Partial<Record<F, string>>) => unknown): Promise<{ before: T; after: Seen<T> } | undefined> {
    const before = this.#before;
    if (!before) return undefined;
    try {
      const after = await sendSeen<T>('PATCH', url, body(this.#changed(before)), { seen: this.#seen });
      return { before, after };
    } catch (cause) {
      if (!(cause instanceof Problem) || cause.status !== 412) throw cause;
    }
    const chosen = await this.#meet(before, url);
    return chosen ? this.save(url, body) : undefined;
  }

  /** Reads what it is now; true when nobody else touched the same fields. */
  async #meet(before: T, url: string): Promise<boolean> {
    const { value, seen } = await readSeen<T>(url);
    const touched = this.#fields.filter((field) => this.#text(value, field) !== this.#text(before, field));
    const mine = touched.filter((field) => this.values[field] !== this.#text(before, field) && this.values[field] !== this.#text(value, field));
    for (const field of touched.filter((one) => !mine.includes(one))) this.values[field] = this.#text(value, field);
    this.theirs = Object.fromEntries(mine.map((field) => [field, this.#text(value, field)])) as Partial<Record<F, string>>;
    this.#before = value;
    this.#seen = seen;
    return mine.length === 0;
  }

  #changed(before: T): Partial<Record<F, string>> {
    const changed = this.#fields.filter((field) => this.values[field] !== this.#text(before, field));
    return Object.fromEntries(changed.map((field) => [field, this.values[field].trim()])) as Partial<Record<F, string>>;
  }

  #texts(value: T): Record<F, string> {
    return Object.fromEntries(this.#fields.map((field) => [field, this.#text(value, field)])) as Record<F, string>;
  }
}
