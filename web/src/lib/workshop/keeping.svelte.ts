/**
 * The workshop as it is kept. An act changes its text and is kept at once; the whole text is typed first, then kept.
 * Kept meanwhile by somebody else, an act is done again over their text, when the reader says so.
 */
import { Problem, address, readSeen, send } from '$lib/api/client';
import { said } from '$lib/frame/undo.svelte';
import { current, t } from '$lib/language/index.svelte';
import { findings, type Finding, type Writing } from '$lib/toml/finding';
import type { Sheet } from './types';

/** What an act makes of the text. */
export type Change = (text: string) => string;

const at = () => address('/api/workshop', { lang: current() });
/** What was typed and not kept outlives leaving the page. */
let draft: { text: string; seen: string; base: string } | undefined;

export class Keeping implements Writing {
  sheet = $state.raw<Sheet>()!;
  text = $state('');
  problem = $state.raw<Problem>();
  /** Whether an act was kept: the plan does not know it yet. */
  ahead = $state(false);
  readonly checking = false;
  #seen: string;
  changed = $derived(this.text !== this.sheet.text);
  all = $derived<Finding[]>(findings(this.problem?.body?.errors ?? [], this.changed ? [] : this.sheet.warnings));
  faulty = $derived(this.problem !== undefined);

  constructor(sheet: Sheet) {
    this.sheet = sheet;
    this.text = draft?.text ?? sheet.text;
    // What was typed over an older version is refused as such, not written over the newer one.
    this.#seen = draft?.seen ?? `"${sheet.version}"`;
  }

  type(text: string): void {
    this.text = text;
    this.problem = undefined;
    draft = text === this.sheet.text ? undefined : { text, seen: this.#seen, base: this.sheet.text };
  }

  giveUp(): void {
    this.type(this.sheet.text);
    this.#seen = `"${this.sheet.version}"`;
  }

  /** Does an act and says it; taken back, the text is what it was. Throws a `Problem`. */
  async act(done: string, change: Change): Promise<void> {
    const before = this.sheet.text;
    const text = change(before);
    if (text === before) return;
    await this.#keep(text);
    said({ said: done, undo: () => this.#back(text, before) });
  }

  /** Keeps the whole text as it was typed. Throws a `Problem`, 412 when somebody else kept another one meanwhile. */
  async keepTyped(): Promise<void> {
    const before = this.sheet.text;
    const typed = this.text;
    try {
      await this.#keep(typed);
    } catch (cause) {
      if (cause instanceof Problem && cause.status === 422) this.problem = cause;
      throw cause;
    }
    said({ said: t('workshop-kept', { version: this.sheet.version }), undo: () => this.#back(typed, before) });
  }

  /** Reads what it is now; what is typed stays when `mine`. Throws a `Problem`. */
  async meet(mine = false): Promise<void> {
    const { value, seen } = await readSeen<Sheet>(at());
    const typed = this.text;
    this.#take(value, seen ?? `"${value.version}"`);
    if (mine) this.type(typed);
  }

  async #keep(text: string): Promise<void> {
    const sheet = await send<Sheet>('PUT', at(), { text }, { seen: this.#seen });
    this.#take(sheet, `"${sheet.version}"`);
    this.ahead = true;
  }

  /** Only while nothing else was kept since: what others wrote is not taken back with it. */
  async #back(kept: string, before: string): Promise<void> {
    if (this.sheet.text !== kept) throw new Problem('refused', 412, moved());
    await this.#keep(before);
  }

  #take(sheet: Sheet, seen: string): void {
    draft = undefined;
    [this.sheet, this.text, this.#seen, this.problem] = [sheet, sheet.text, seen, undefined];
  }
}

const moved = () => ({ type: '', status: 412, code: 'workshop-moved', title: t('workshop-moved'), detail: t('workshop-moved-why'), remedy: '' });
