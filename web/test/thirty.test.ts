// The thirty checks of the interface, and the journeys that show each of them: one whose journey is gone is no longer shown.
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const HERE = new URL('./', import.meta.url);
const journeys = readdirSync(HERE).filter((name) => /^journeys.*\.mjs$/.test(name)).map((name) => readFileSync(new URL(name, HERE), 'utf8')).join('\n');

/** What is checked, and how its journeys begin. */
const CHECKS: Record<number, [what: string, ...titles: string[]]> = {
  1: ['first start: your own data, or the sample', 'an installation without data offers'],
  2: ['an empty list says what it is for, with one next step', 'filters that nothing answers say so, with one way on', 'an account is added, with those alike shown first'],
  3: ['Ctrl+K opens the palette everywhere, Escape closes it, the focus returns', 'opens with Ctrl+K on', 'opens from a field, and from its button'],
  4: ['the palette finds by name without accents, SIREN and phone', 'finds a firm by its name without accents', 'finds by SIREN and by phone'],
  5: ['the palette shows only what is permitted', 'shows ${login} what they may open, and nothing else'],
  6: ['the question mark lists the shortcuts, on AZERTY too', 'the question mark, typed as on AZERTY', 'three keys close it with its next date'],
  7: ['sort, filter, hide, resize, reorder, kept after a reload', 'is sorted, filtered, hidden, resized and reordered'],
  8: ['a filter saved as a view, shared with a team', 'a filter is saved as a view, found again by name', 'a view shared with a team is seen by the team'],
  9: ['edited in place, refused in the cell', 'a cell is changed in place', 'what the server refuses is said in the cell'],
  10: ['rows by the thousand, under a hundred in the document', 'thousands of rows are scrolled'],
  11: ['cards moved by mouse and keyboard (no proof is asked by the server yet)', 'a deal is moved to another step by the mouse', 'a deal is moved from the keyboard'],
  12: ['undo after a move, an edit, a bulk change; Ctrl+Z', 'a cell is changed in place', 'many rows are changed at once', 'a deal is moved to another step by the mouse'],
  13: ['a bulk change shows count, progress, failures', 'many rows are changed at once'],
  14: ['my day in the order of the schedule', 'each line says when, who, what', 'each line says with whom'],
  15: ['closed in two clicks or three keys', 'two clicks close an action', 'three keys close it'],
  16: ['the board: people, time, absences', 'shows people by team, their days, leave'],
  17: ['dragged in time and to somebody, conflicts before the drop', 'dragged by mouse: places lit', 'held by a finger that rests'],
  18: ['the same by keyboard, told aloud', 'moved by keyboard, told aloud', 'moved by keyboard to the next free place'],
  19: ['the load of a day opens its actions', 'the load of a day opens the actions behind it'],
  20: ['re-planning shows the difference first', 're-planning an absence shows what it changes'],
  21: ['day, week and month; the frozen period asks a reason', 'day, week and month, kept in the address'],
  22: ['the process editor, whole from the keyboard', 'from the keyboard: a step is looked into, an operation added', 'renamed in the drawing, the text says it'],
  23: ['faults at their line and step; publishing refused on faults', 'a fault in the text'],
  24: ['a number opens its facts; computed again it is the same', 'a person of a week leads to their day', 'asked again, every figure is the same', 'the figures of the day are those of its lines'],
  25: ['an import read dry, its rejects, taken back', 'a file is dropped, read, tried, its good rows written, and undone'],
  26: ['the view exported with its rows', 'the file holds the rows of the view'],
  27: ['French and English without reload', 'the language changes without reload'],
  28: ['axe, focus, contrast, reduced motion', '${name}, ${lang} ${theme} ${width}', 'from the keyboard alone', 'a panel arrives in', 'the first tab stop skips to the content'],
  29: ['360 pixels, one hand', '${name}, ${lang} ${theme} ${width}', 'a finger finds what it touches'],
  30: ['the network is cut; two people on one record', 'the day that was opened is read again', 'a contact added without a network is kept', 'a capture waits, is shown as waiting', 'two people on one record'],
};

describe('the thirty checks of the interface', () => {
  it('are all told', () => expect(Object.keys(CHECKS).map(Number)).toEqual(Array.from({ length: 30 }, (_, at) => at + 1)));

  for (const [number, [what, ...titles]] of Object.entries(CHECKS))
    it(`${number}: ${what}`, () => {
      expect(titles.length).toBeGreaterThan(0);
      for (const title of titles) expect(journeys.includes(`test('${title}`) || journeys.includes(`test(\`${title}`), `no journey begins with “${title}”`).toBe(true);
    });
});
