/** What a provider of identities sent the browser back with: read once from the address, then taken out of it. */
export const RETURN = '/provider';

export interface Brought {
  state: string;
  code?: string;
  error?: string;
  iss?: string;
}

const brought = take();

/** Nothing when the page was reached otherwise. It serves once: the server asks the provider with it. */
export function broughtBack(): Brought | undefined {
  return brought;
}

function take(): Brought | undefined {
  const { pathname, search } = window.location;
  if (pathname !== RETURN) return undefined;
  const query = new URLSearchParams(search);
  history.replaceState(null, '', RETURN);
  const state = query.get('state');
  if (!state) return undefined;
  const told: Brought = { state };
  for (const name of ['code', 'error', 'iss'] as const) {
    const value = query.get(name);
    if (value) told[name] = value;
  }
  return told;
}
