/** Small choices kept by this browser. A browser that refuses storage simply forgets them. */
const PREFIX = 'atelier.';

export function recall(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

export function forget(name: string): void {
  try {
    localStorage.removeItem(PREFIX + name);
  } catch {
    // What could not be kept is already forgotten.
  }
}

/** The names kept that begin so. */
export function recalled(beginning: string): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(PREFIX + beginning)).map((name) => name.slice(PREFIX.length));
  } catch {
    return [];
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // Private browsing may refuse: the choice then lasts as long as the page.
  }
}
