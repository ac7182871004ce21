/** Where the reader is: a path and the choices of the page, kept in the address so that it can be shared. */
let path = $state(window.location.pathname);
let query = $state.raw(new URLSearchParams(window.location.search));

window.addEventListener('popstate', read);

export function currentPath(): string {
  return path;
}

/** A choice of the page, or null. */
export function chosen(name: string): string | null {
  return query.get(name);
}

/** Goes to another page; the choices of the page left behind are dropped. `quietly` leaves no step in the history. */
export function go(address: string, quietly = false): void {
  if (quietly) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  read();
  window.scrollTo(0, 0);
}

/** Follows a link inside this page, unless the reader asked the browser for another tab or window. */
export function follow(event: MouseEvent & { currentTarget: HTMLAnchorElement }): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  go(event.currentTarget.pathname + event.currentTarget.search);
}

/** Changes choices of this page; null removes one. `quietly` leaves no step in the history. */
export function amend(changes: Record<string, string | null>, quietly = false): void {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  const text = next.toString();
  const address = text ? `${path}?${text}` : path;
  if (quietly) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  read();
}

function read(): void {
  path = window.location.pathname;
  query = new URLSearchParams(window.location.search);
}
