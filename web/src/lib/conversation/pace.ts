/** How long the captures made with this browser took, from opening to sent: seconds, the last fifty, by login. */
import { recall, remember } from '$lib/frame/memory';
import { median } from './capture';

const KEPT = 50;
/** A form left open over lunch tells nothing of the time a capture takes. */
const LONGEST_S = 30 * 60;

const name = (login: string) => `captures.${login}`;

/** Oldest first. */
export function paces(login: string): number[] {
  try {
    const found: unknown = JSON.parse(recall(name(login)) ?? '[]');
    return Array.isArray(found) ? found.filter((one): one is number => typeof one === 'number' && one > 0) : [];
  } catch {
    return [];
  }
}

export function notePace(login: string, openedMs: number, sentMs: number): void {
  const seconds = Math.max(1, Math.round((sentMs - openedMs) / 1000));
  if (seconds > LONGEST_S) return;
  remember(name(login), JSON.stringify([...paces(login), seconds].slice(-KEPT)));
}

export function medianPace(login: string): { seconds: number; count: number } | null {
  const all = paces(login);
  const seconds = median(all);
  return seconds === null ? null : { seconds: Math.round(seconds), count: all.length };
}
