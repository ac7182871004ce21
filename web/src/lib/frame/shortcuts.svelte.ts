/** Whether the list of shortcuts is asked for, and which keys are ours to take. */
let shown = $state(false);

export function shortcutsShown(): boolean {
  return shown;
}

export function showShortcuts(): void {
  shown = true;
}

export function hideShortcuts(): void {
  shown = false;
}

/** Whether a bare key belongs to the page: not to a field, a dialog, or a combination of the browser. */
export function isOurs(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || shown) return false;
  const target = event.target;
  return !(target instanceof Element && target.closest('input, select, textarea, dialog, [contenteditable]'));
}

/** Whether Ctrl+Z belongs to what is there: a text being typed, a dialog. A box that is ticked has nothing of its own to take back. */
export function keepsUndo(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input:not([type=checkbox], [type=radio]), textarea, select, dialog, [contenteditable]') !== null;
}
