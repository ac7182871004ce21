/**
 * A sheet being edited: its text is the truth, both views change it, the server says what it holds.
 * What was typed outlives leaving the page, until it is published or given up.
 */
import { Problem, address, readSeen, send } from '$lib/api/client';
import { me } from '$lib/controls/session.svelte';
import { PATIENCE_MS } from '$lib/api/loaded.svelte';
import { current } from '$lib/language/index.svelte';
import { findings } from '$lib/toml/finding';
import { byPart, designed } from './findings';
import type { Checked, Process, Remark, Sheet } from './types';

/** After so long without a change the text is read by the server. */
const REST_MS = 250;

interface Kept {
  base: Sheet;
  seen: string | null;
  text: string;
}
const drafts = new Map<string, Kept>();

/** Where the reader's own draft of a sheet is: the next one to sign in on this page has others. */
const own = (code: string) => `${me()?.login ?? ''}/${code}`;

export class Editing {
  base = $state.raw<Sheet>()!;
  text = $state('');
  /** What the last text that could be read says. */
  process = $state.raw<Process>()!;
  remarks = $state.raw<Remark[]>([]);
  /** Why the text cannot be read, or why asking failed. */
  problem = $state.raw<Problem>();
  checking = $state(false);
  slow = $state(false);
  past = $state.raw<string[]>([]);
  future = $state.raw<string[]>([]);
  all = $derived(findings(this.problem?.body?.errors ?? [], this.remarks));
  design = $derived(designed(this.process.design));
  at = $derived(byPart(this.text, this.all, this.design));
  changed = $derived(this.text !== this.base.text);
  faulty = $derived(this.problem !== undefined);
  #seen: string | null = null;
  #asked: AbortController | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(sheet: Sheet, seen: string | null) {
    const kept = drafts.get(own(sheet.code));
    this.base = kept?.base ?? sheet;
    this.#seen = kept ? kept.seen : seen;
    this.text = kept?.text ?? sheet.text;
    this.process = sheet.process!;
    this.remarks = sheet.warnings;
    if (kept) void this.#check();
  }

  /** Another text; the one before can be had back. */
  write(text: string): void {
    if (text === this.text) return;
    this.past = [...this.past, this.text];
    this.future = [];
    this.#show(text);
  }

  /** Typing: what is written in one go is taken back in one go. */
  type(text: string, goesOn: boolean): void {
    if (!goesOn) this.write(text);
    else this.#show(text);
  }

  undo(): void {
    const before = this.past.at(-1);
    if (before === undefined) return;
    this.past = this.past.slice(0, -1);
    this.future = [this.text, ...this.future];
    this.#show(before);
  }

  redo(): void {
    const [next, ...rest] = this.future;
    if (next === undefined) return;
    this.past = [...this.past, this.text];
    this.future = rest;
    this.#show(next);
  }

  /** Gives up what was not published. */
  giveUp(): void {
    this.write(this.base.text);
  }

  /** Reads the text again, in the language of now. */
  again(): void {
    void this.#check();
  }

  #show(text: string): void {
    this.text = text;
    const { base } = this;
    if (text === base.text) drafts.delete(own(base.code));
    else drafts.set(own(base.code), { base, seen: this.#seen, text });
    clearTimeout(this.#rest);
    this.checking = true;
    this.#rest = setTimeout(() => void this.#check(), REST_MS);
  }

  async #check(): Promise<void> {
    this.#asked?.abort();
    const asked = (this.#asked = new AbortController());
    const timer = setTimeout(() => (this.slow = true), PATIENCE_MS);
    this.checking = true;
    try {
      const { process, warnings } = await send<Checked>('POST', address('/api/processes/check', { lang: current() }), { text: this.text });
      if (asked.signal.aborted) return;
      [this.process, this.remarks, this.problem] = [process, warnings, undefined];
    } catch (cause) {
      if (asked.signal.aborted) return;
      this.remarks = [];
      this.problem = cause instanceof Problem ? cause : new Problem('unreadable', 0);
    } finally {
      clearTimeout(timer);
      if (!asked.signal.aborted) this.checking = this.slow = false;
    }
  }

  /** Publishes the text as the next version, with the reason that its design asks for. Throws a `Problem`. */
  async publish(reason = ''): Promise<void> {
    const at = address(`/api/processes/${encodeURIComponent(this.base.code)}`, { lang: current() });
    const sheet = await send<Sheet>('PUT', at, { text: this.text, reason }, { seen: this.#seen });
    this.#take(sheet, `"${sheet.version}"`);
    this.past = this.future = [];
  }

  /** Somebody published meanwhile: their version becomes the one that mine is compared with, and mine stays. */
  async keepMine(): Promise<void> {
    const at = address(`/api/processes/${encodeURIComponent(this.base.code)}`, { lang: current() });
    const { value, seen } = await readSeen<Sheet>(at);
    const mine = this.text;
    this.#take(value, seen);
    this.#show(mine);
  }

  /** Somebody published meanwhile: their text is shown; mine can be had back with undo. */
  async takeTheirs(): Promise<void> {
    const mine = this.text;
    const at = address(`/api/processes/${encodeURIComponent(this.base.code)}`, { lang: current() });
    const { value, seen } = await readSeen<Sheet>(at);
    this.#take(value, seen);
    this.past = [...this.past, mine];
    this.#show(value.text);
  }

  #take(sheet: Sheet, seen: string | null): void {
    drafts.delete(own(sheet.code));
    [this.base, this.#seen, this.problem] = [sheet, seen, undefined];
    [this.process, this.remarks] = [sheet.process!, sheet.warnings];
  }
}
