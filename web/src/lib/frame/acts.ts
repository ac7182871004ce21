/** What the reader does on the pages, by the name that it bears there: the calls to the API that follow belong to it. */
import { beginAct, noteCall } from '$lib/api/calls';

const MOST_CHARACTERS = 60;
/** What the browser asks for by itself when it is followed: files to keep. */
const FILE = /^\/(api\/|calendar\.ics)/;

/** Called once, while the application starts. */
export function watchActs(): void {
  for (const kind of ['click', 'change', 'keydown', 'drop', 'pointerup']) window.addEventListener(kind, act, { capture: true });
  window.addEventListener('popstate', () => beginAct(''), { capture: true });
}

function act(event: Event): void {
  const on = event.target instanceof Element ? event.target.closest('button, a, label, input, select, textarea, summary, [role=option], [role=gridcell]') : null;
  beginAct(on ? nameOf(on) : event instanceof KeyboardEvent ? event.key : '');
  if (event.type === 'click' && on instanceof HTMLAnchorElement && FILE.test(on.pathname) && on.origin === window.location.origin) noteCall(on.pathname + on.search, {}, 'browser');
}

/** As it is read: what a field holds is never part of it. */
function nameOf(on: Element): string {
  const labels = 'labels' in on ? [...((on as HTMLInputElement).labels ?? [])] : [];
  const words = on.getAttribute('aria-label') ?? (labels.length > 0 ? labels.map(wordsOf).join(' ') : wordsOf(on));
  const name = words.replace(/\s+/g, ' ').trim();
  return name.length > MOST_CHARACTERS ? `${name.slice(0, MOST_CHARACTERS)}…` : name;
}

function wordsOf(on: Element): string {
  if (on.matches('input, select, textarea')) return '';
  const fields = [...on.querySelectorAll('select, textarea')].map((one) => one.textContent ?? '');
  return fields.reduce((text, field) => text.replace(field, ''), on.textContent ?? '');
}
