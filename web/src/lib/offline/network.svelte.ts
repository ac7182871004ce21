/** Whether the server can be reached, as the last requests have shown. */

import { whenAnswered } from '$lib/api/client';

/** How often a lost server is asked for again. */
const AGAIN_MS = 10_000;

let cut = $state(!navigator.onLine);
let since = $state<string | null>(null);
let returns = $state(0);
let timer: ReturnType<typeof setTimeout> | undefined;

whenAnswered((answer) => (answer ? heard(answer.headers.get('x-atelier-kept')) : lost()));
window.addEventListener('offline', () => lost());
window.addEventListener('online', () => void probe());
if (cut) lost();

export function isCut(): boolean {
  return cut;
}

/** The oldest of the kept answers that are shown, as an instant. */
export function keptSince(): string | null {
  return since;
}

/** Grows each time the network comes back: what waited for it follows. */
export function returned(): number {
  return returns;
}

/** The server did not answer. */
function lost(): void {
  cut = true;
  timer ??= setTimeout(() => void probe(), AGAIN_MS);
}

/** The server answered; `kept` says since when an answer of the service worker is kept, which is no answer of the server. */
function heard(kept: string | null): void {
  if (kept !== null) {
    since = since === null || kept < since ? kept : since;
    lost();
  } else if (cut) {
    clearTimeout(timer);
    timer = undefined;
    cut = false;
    since = null;
    returns += 1;
  }
}

/** Any answer at all means that the server is there. */
async function probe(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  await fetch('/health/live', { cache: 'reload' }).then(() => heard(null), lost);
}
