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

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // Private browsing may refuse: the choice then lasts as long as the page.
  }
}
