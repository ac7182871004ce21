/** What was done last and can be taken back: told beneath the page, taken back with its button or Ctrl+Z. */
export interface Done {
  /** What was done, in the reader's language. */
  said: string;
  /** Takes it back; absent when it cannot be. Throws a `Problem` when it is refused. */
  undo?: () => Promise<void>;
}

let last = $state.raw<Done>();

export function lastDone(): Done | undefined {
  return last;
}

/** Says what was just done, until the next act, or until the reader closes it. */
export function said(done: Done): void {
  last = done;
}

export function forgetDone(): void {
  last = undefined;
}
