// The thirty checks of the interface, and the journeys that show each of them: one whose journey is gone is no longer shown.
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const HERE = new URL('./', import.meta.url);
const journeys = readdirSync(HERE).filter((name) => /^journeys.*\.mjs$/.test(name)).map((name) => readFileSync(new URL(name, HERE), 'utf8')).join('\n');

/** What is checked, and how its journeys begin. */
const CHECKS: Record<number, [what: string, ...titles: string[]]> = {
  1: ['first start: your own data, or the sample', 'an installation without data offers'],
  2: ['an empty list says what it is for, with one next step', 'filters that nothing answers say so, with one way on', 'an account is added, with those alike shown first', 'an installation without data offers'],
  3: ['Ctrl+K opens the palette everywhere, Escape closes it, the focus returns', '${name}: Ctrl+K opens the palette', 'opens with Ctrl+K on', 'opens from a field, and from its button'],
  4: ['the palette finds by name without accents, SIREN and phone', 'finds a firm by its name without accents', 'finds by SIREN and by phone'],
  5: ['the palette shows only what is permitted', 'shows ${login} what they may open, and nothing else'],
  6: ['the question mark lists the shortcuts, on AZERTY too', 'the question mark, typed as on AZERTY', 'three keys close it with its next date'],
  7: ['sort, filter, hide, resize, reorder, kept after a reload', 'is sorted, filtered, hidden, resized and reordered'],
  8: ['a filter saved as a view, shared with a team', 'a filter is saved as a view, found again by name', 'a view shared with a team is seen by the team'],
  9: ['edited in place, refused in the cell', 'a cell is changed in place', 'what the server refuses is said in the cell'],
  10: ['a hundred thousand rows, under a hundred in the document', 'are read to the last with under a hundred rows', 'thousands of rows are scrolled'],
  11: ['cards moved by mouse and keyboard; without its proof a card bounces, and the proof is named', 'a deal is moved to another step by the mouse', 'a deal is moved from the keyboard', 'a deal moved on without its proof bounces'],
  12: ['undo after a move, an edit, a bulk change, a deletion; Ctrl+Z', 'a cell is changed in place', 'many rows are changed at once', 'five hundred of them are changed at once', 'a deal is moved to another step by the mouse', 'a filter is saved as a view, found again by name, deleted and taken back'],
  13: ['a bulk change of five hundred rows shows count, progress, failures', 'five hundred of them are changed at once', 'many rows are changed at once'],
  14: ['my day in the order of the schedule', 'each line says when, who, what', 'each line says with whom'],
  15: ['closed in two clicks or three keys', 'two clicks close an action', 'three keys close it'],
  16: ['the board: people, time, absences', 'shows people by team, their days, leave'],
  17: ['dragged in time and to somebody, conflicts before the drop', 'dragged by mouse: places lit', 'dragged to somebody else by mouse', 'held by a finger that rests'],
  18: ['the same by keyboard, told aloud', 'moved by keyboard, told aloud', 'moved by keyboard to the next free place', 'handed to somebody else by keyboard, told aloud'],
  19: ['the load of a day opens its actions', 'the load of a day opens the actions behind it'],
  20: ['re-planning shows the difference first, then is applied', 're-planning an absence shows what it changes', 're-planning is applied'],
  21: ['day, week and month; the frozen period asks a reason', 'day, week and month, kept in the address', 'moving what the frozen period holds asks a reason', 'what changes a frozen week is applied with a reason'],
  22: ['the process editor: add, link, rename, lay out, undo, whole from the keyboard', 'from the keyboard: a step is looked into, an operation added', 'from the keyboard: a step is added, fed by another', 'in the drawing: two steps are linked by the mouse', 'renamed in the drawing, the text says it'],
  23: ['faults at their line and step, errors of design; publishing refused on both', 'a fault in the text', 'an error of design keeps it from being published', 'the review of its design leads to the place of each finding'],
  24: ['a number opens its facts; computed again it is the same', 'opens the facts behind a number, and finds the same number worked out again', 'a person of a week leads to their actions of that week', 'the figures of the day are those of its lines'],
  25: ['an import read dry, its rejects, its progress, its refusal, taken back', 'a file is dropped, read, tried, its good rows written, and undone', 'a workbook is dropped as it is', 'an import that takes long shows how far it is, and is cancelled', 'an import that is refused tells every fault'],
  26: ['the view exported as CSV and XLSX, with its rows and cells', 'the ${end} file holds the rows and the cells of the view'],
  27: ['French and English without reload, no key shown', 'the language changes without reload', '${name}, ${lang} ${theme} ${width}'],
  28: ['axe, focus, contrast, reduced motion', '${name}, ${lang} ${theme} ${width}', '${name}: Ctrl+K opens the palette, Escape gives the focus back, and every stop shows its focus', 'the pages that several roles read, as ${role}', 'from the keyboard alone', 'a panel arrives in', 'the first tab stop skips to the content'],
  29: ['360 pixels, one hand: the day, closing an action, a new deal', '${name}, ${lang} ${theme} ${width}', 'a finger finds what it touches', 'on a phone, with one hand, from its firm to the deal'],
  30: ['the network is cut; two people on one record', 'the day that was opened is read again', 'the sheets of one’s own day were read ahead', 'a contact added without a network is kept', 'a capture waits, is shown as waiting', 'two people on one record'],
};

describe('the thirty checks of the interface', () => {
  it('are all told', () => expect(Object.keys(CHECKS).map(Number)).toEqual(Array.from({ length: 30 }, (_, at) => at + 1)));

  it('are shown by journeys that run: none is skipped, none is put off', () => expect(journeys.match(/\bskip\b\s*:|\btest\.(skip|todo|only)|\.only\(/g)).toBeNull());

  for (const [number, [what, ...titles]] of Object.entries(CHECKS))
    it(`${number}: ${what}`, () => {
      expect(titles.length).toBeGreaterThan(0);
      for (const title of titles) expect(journeys.includes(`test('${title}`) || journeys.includes(`test(\`${title}`), `no journey begins with “${title}”`).toBe(true);
    });
});
