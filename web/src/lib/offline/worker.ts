/** Starts the service worker, once the page is drawn. A browser without one reads nothing offline, and does all the rest. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: () => string }): { createScriptURL: (url: string) => string };
}

const WORKER = '/sw.js';
/** How long after it came an answer may arrive that was asked for before. */
const LATE_MS = 5000;

export async function startWorker(): Promise<void> {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!import.meta.env.PROD || !workers) return;
  const known = workers.controller !== null;
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  // The only address of a script that is made from text.
  const policy = trustedTypes?.createPolicy('atelier-worker', { createScriptURL: () => WORKER });
  const started = await workers.register(policy ? policy.createScriptURL(WORKER) : WORKER).catch(() => undefined);
  if (!started || known) return;
  // What was read before the worker came, or was on its way then, would otherwise be missing without a network.
  const { active } = await workers.ready;
  const seen = new PerformanceObserver((list) => active?.postMessage({ keep: readBeside(list.getEntries()) }));
  seen.observe({ type: 'resource', buffered: true });
  setTimeout(() => seen.disconnect(), LATE_MS);
}

/** Addresses of the API that were read without the worker. */
function readBeside(entries: PerformanceEntryList): string[] {
  const beside = entries.filter((entry) => (entry as PerformanceResourceTiming).workerStart === 0).map(({ name }) => name);
  return [...new Set(beside.filter((name) => new URL(name).pathname.startsWith('/api/')))];
}

/** Answers read ahead of their reader at a time. */
const AHEAD = 8;
const ahead = new Set<string>();

/** Has the worker keep what its reader will want on the road, the first of them, each once; without a worker nothing is asked. */
export async function readAhead(urls: readonly string[]): Promise<void> {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!import.meta.env.PROD || !workers) return;
  const keep = urls.map((url) => new URL(url, location.href).href).slice(0, AHEAD).filter((url) => !ahead.has(url));
  if (keep.length === 0) return;
  for (const url of keep) ahead.add(url);
  const { active } = await workers.ready;
  active?.postMessage({ ahead: keep });
}
