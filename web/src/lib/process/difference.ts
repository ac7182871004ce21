/** Two texts side by side, line by line: what only the left has, what only the right has, what both have. */
import { diffLines } from 'diff';

export interface Row {
  left: string | null;
  right: string | null;
  /** Line numbers, from 1. */
  leftAt: number;
  rightAt: number;
  same: boolean;
}

const lines = (text: string): string[] => (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');

export function sideBySide(left: string, right: string): Row[] {
  const rows: Row[] = [];
  let [leftAt, rightAt] = [1, 1];
  const pair = (removed: string[], added: string[]) => {
    for (let at = 0; at < Math.max(removed.length, added.length); at++) {
      rows.push({
        left: removed[at] ?? null, right: added[at] ?? null, same: false,
        leftAt: at < removed.length ? leftAt++ : 0, rightAt: at < added.length ? rightAt++ : 0,
      });
    }
  };
  let removed: string[] = [];
  for (const change of diffLines(left, right)) {
    const found = lines(change.value);
    if (change.removed) {
      removed = found;
      continue;
    }
    pair(removed, change.added ? found : []);
    removed = [];
    if (!change.added) for (const line of found) rows.push({ left: line, right: line, leftAt: leftAt++, rightAt: rightAt++, same: true });
  }
  pair(removed, []);
  return rows;
}

/** The rows around what differs, `near` on each side; a gap between them is a row of null. */
export function nearChanges(rows: readonly Row[], near = 3): (Row | null)[] {
  const kept = new Set<number>();
  rows.forEach(({ same }, at) => {
    if (!same) for (let one = at - near; one <= at + near; one++) kept.add(one);
  });
  const found: (Row | null)[] = [];
  rows.forEach((row, at) => {
    if (kept.has(at)) found.push(row);
    else if (found.at(-1) !== null) found.push(null);
  });
  return found;
}
