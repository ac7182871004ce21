/** Starts the service worker, once the page is drawn. A browser without one reads nothing offline, and does all the rest. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: () => string }): { createScriptURL: (url: string) => string };
}

const WORKER = '/sw.js';

export async function startWorker(): Promise<void> {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!import.meta.env.PROD || !workers) return;
  const known = workers.controller !== null;
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  // The only address of a script that is made from text.
  const policy = trustedTypes?.createPolicy('atelier-worker', { createScriptURL: () => WORKER });
  const started = await workers.register(policy ? policy.createScriptURL(WORKER) : WORKER).catch(() => undefined);
  if (!started || known) return;
  // What was read before the worker came would otherwise be missing without a network.
  const { active } = await workers.ready;
  active?.postMessage({ keep: readSoFar() });
}

function readSoFar(): string[] {
  const names = performance.getEntriesByType('resource').map(({ name }) => name);
  return [...new Set(names.filter((name) => new URL(name).pathname.startsWith('/api/')))];
}
