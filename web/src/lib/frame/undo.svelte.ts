/** What was done last and can be taken back: told beneath the page, taken back with its button or Ctrl+Z. */
export interface Done {
  /** What was done, in the reader's language. */
  said: string;
  /** Takes it back; absent when it cannot be. Throws a `Problem` when it is refused. */
  undo?: () => Promise<void>;
  /** What one may want to do next, and where. */
  next?: { label: string; to: string };
}

let last = $state.raw<Done>();

export function lastDone(): Done | undefined {
  return last;
}

/** Says what was just done, until the next act, or until the reader closes it. */
export function said(done: Done): void {
  last = done;
}

/** Adds to what was just said what one may want to do next. */
export function saidNext(next: { label: string; to: string }): void {
  if (last) last = { ...last, next };
}

export function forgetDone(): void {
  last = undefined;
}
