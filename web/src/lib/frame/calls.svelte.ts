/** Whether the calls to the API are asked for, and what had the focus before. */
let shown = $state(false);
let before: Element | null = null;

export const callsShown = () => shown;

export function showCalls(): void {
  if (!shown) before = document.activeElement;
  shown = true;
}

/** The focus goes back to where it was, or to the page when that is gone. */
export function hideCalls(): void {
  shown = false;
  const back = before instanceof HTMLElement && before !== document.body && before.isConnected ? before : document.getElementById('content');
  back?.focus({ preventScroll: true });
}
