/** The tables that were dropped: those that are taken, and what each feeds. */
import { guess, type FileMap } from './guess';
import { NotRead, readTables, type Read, type Unread } from './reading';

export class Tables {
  #all = $state.raw<Read[]>([]);
  /** Sheets that are left out, by the name of their table. */
  #out = $state.raw<readonly string[]>([]);
  maps = $state<FileMap[]>([]);
  /** What could not be read, and why. */
  unread = $state.raw<{ name: string; why: Unread }[]>([]);
  reading = $state(false);
  taken = $derived(this.#all.filter(({ name }) => !this.#out.includes(name)));
  /** Those whose rows would be written. */
  feeding = $derived(this.taken.filter(({ name }) => this.maps.some(({ file, kind }) => kind && file === name)));
  /** Workbooks of several sheets. */
  books = $derived.by(() => {
    const sheets = this.#all.filter(({ sheet }) => sheet);
    const told = ({ name, sheet = '', total }: Read) => ({ name, sheet, total, taken: !this.#out.includes(name) });
    const books = [...new Set(sheets.map(({ origin }) => origin))].map((origin) => ({ origin, sheets: sheets.filter((one) => one.origin === origin).map(told) }));
    return books.filter(({ sheets }) => sheets.length > 1);
  });

  find = (name: string | undefined): Read | undefined => this.#all.find((one) => one.name === name);

  /** Reads files; one that was dropped before is read anew. */
  async take(files: File[]): Promise<void> {
    this.reading = true;
    const read = await Promise.all(files.map((file) => readTables(file).catch(reason))).finally(() => (this.reading = false));
    this.unread = files.flatMap(({ name }, at) => (Array.isArray(read[at]) ? [] : [{ name, why: read[at] as Unread }]));
    const fresh = read.flatMap((one) => (Array.isArray(one) ? one : []));
    const origins = new Set(fresh.map(({ origin }) => origin));
    const kept = this.#all.filter(({ origin }) => !origins.has(origin));
    // Two files of other folders may come under one name: the last is meant.
    this.#all = [...new Map([...kept, ...fresh].map((one) => [one.name, one])).values()];
    this.#out = [...this.#out.filter((name) => kept.some((one) => one.name === name)), ...useless(fresh)];
    this.#guess(kept);
  }

  /** Takes a sheet, or leaves it out. */
  toggle(name: string): void {
    this.#out = this.#out.includes(name) ? this.#out.filter((one) => one !== name) : [...this.#out, name];
    this.#guess();
  }

  /** A sheet is left out, a file is taken away; so is a workbook whose last sheet is. */
  forget(name: string): void {
    const origin = this.find(name)?.origin;
    const others = this.taken.filter((one) => one.origin === origin && one.name !== name);
    if (others.length > 0) return this.toggle(name);
    this.#all = this.#all.filter((one) => one.origin !== origin);
    this.#guess();
  }

  clear(): void {
    [this.#all, this.#out, this.maps, this.unread] = [[], [], [], []];
  }

  /** What was said of a table `known` before stays. */
  #guess(known: readonly Read[] = this.taken): void {
    const settled = $state.snapshot(this.maps).filter(({ file, kind }) => kind && known.some(({ name }) => name === file));
    this.maps = guess(this.taken, settled);
  }
}

/** The sheets of a workbook that feed nothing, unless none does. */
function useless(fresh: readonly Read[]): string[] {
  const kinds = new Map(guess(fresh).map(({ file, kind }) => [file, kind]));
  const feeds = ({ name }: Read) => kinds.get(name) !== '';
  return fresh.filter((one) => one.sheet && !feeds(one) && fresh.some((other) => other.origin === one.origin && feeds(other))).map(({ name }) => name);
}

const reason = (cause: unknown): Unread => (cause instanceof NotRead ? cause.why : 'gone');
