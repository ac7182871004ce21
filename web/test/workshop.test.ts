import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addAbsence, addDay, addPerson, changeAbsence, changeDay, inList, removeAbsence, removeDay, setHours } from '../src/lib/workshop/edit';
import { changedOf, codeOf, typedOf, wrongOf, writtenOf } from '../src/lib/workshop/person';

const METRIOS = readFileSync(new URL('../../examples/metrios/workshop.toml', import.meta.url), 'utf8');
const lines = (text: string) => text.split('\n');
/** Lines of each text that the other has not. */
const changed = (after: string) => [lines(METRIOS).filter((line) => !lines(after).includes(line)), lines(after).filter((line) => !lines(METRIOS).includes(line))];

describe('absences', () => {
  test('one more is written in the list of the person, and nothing else moves', () => {
    const after = addAbsence(METRIOS, 'nadia', { first: '2027-05-03', last: '2027-05-07' });
    expect(lines(after).length).toBe(lines(METRIOS).length);
    expect(after).toContain('{ from = 2027-03-08, to = 2027-03-11 }, { from = 2027-05-03, to = 2027-05-07 }]');
    expect(removeAbsence(after, 'nadia', { first: '2027-05-03', last: '2027-05-07' })).toBe(METRIOS);
  });

  test('the first one makes the list, the last one takes it away', () => {
    const none = removeAbsence(METRIOS, 'lea', { first: '2027-03-15', last: '2027-03-18' });
    expect(changed(none)).toEqual([['leave = [{ from = 2027-03-15, to = 2027-03-18 }]'], []]);
    expect(addAbsence(none, 'lea', { first: '2027-03-15', last: '2027-03-18' })).toBe(METRIOS);
  });

  test('changed, it takes the place of the former one; comments in the list stay', () => {
    const commented = METRIOS.replace('leave = [{ from = 2027-02-22, to = 2027-02-25 }]', 'leave = [\n  { from = 2027-02-22, to = 2027-02-25 }, # ski\n  { from = 2027-07-12, to = 2027-07-30 },\n]');
    const after = changeAbsence(commented, 'camille', { first: '2027-07-12', last: '2027-07-30' }, { first: '2027-08-02', last: '2027-08-20' });
    expect(after).toContain('# ski');
    expect(after).not.toContain('2027-07-12');
    expect(after).toContain('{ from = 2027-08-02, to = 2027-08-20 }');
    const gone = removeAbsence(commented, 'camille', { first: '2027-02-22', last: '2027-02-25' });
    expect(gone).toContain('leave = [\n  # ski\n  { from = 2027-07-12');
  });

  test('tables of their own are left to the text', () => {
    expect(inList(METRIOS, 'camille')).toBe(true);
    const tables = METRIOS.replace('leave = [{ from = 2027-02-22, to = 2027-02-25 }]', '\n[[resource.leave]]\nfrom = 2027-02-22\nto = 2027-02-25');
    expect(inList(tables, 'camille')).toBe(false);
    expect(inList(tables, 'antoine')).toBe(true);
  });
});

test('the hours of somebody are changed at their keys, in their place', () => {
  const after = setHours(METRIOS, 'camille', { share: '0.60', part_time: '0.80', calendar: '"standard"', team: '"Nord"' });
  expect(changed(after)).toEqual([[], ['part_time = 0.80']]);
  expect(lines(after).slice(lines(after).indexOf('code = "camille"')).slice(3, 7)).toEqual(['team = "Nord"', 'calendar = "standard"', 'part_time = 0.80', 'share = 0.60']);
});

describe('somebody new', () => {
  const typed = { team: ' Nord ', calendar: 'standard', part: '80', share: '50 %', skills: 'audit, , réseau' };
  test('is written after the last one, their own absences included', () => {
    const after = addPerson(METRIOS, { code: 'ines', name: 'Inès "la" Roy', kind: 'seller' }, writtenOf(typed));
    const added = after.slice(after.lastIndexOf('[[resource]]'));
    expect(added).toMatch(/^\[\[resource\]\]\ncode = "ines"\nname = "Inès \\"la\\" Roy"\nkind = "seller"\nteam = "Nord"\ncalendar = "standard"\npart_time = 0.80\nshare = 0.50\nskills = \["audit", "réseau"\]\n/);
    expect(changed(after)[0]).toEqual([]);
    const tables = `${METRIOS.trimEnd()}\n\n[[resource.leave]]\nfrom = 2027-05-03\nto = 2027-05-07\n\n[policy]\nx = 1\n`;
    const between = addPerson(tables, { code: 'ines', name: 'Inès', kind: 'seller' }, {});
    expect(between).toContain('to = 2027-05-07\n\n[[resource]]\ncode = "ines"\nname = "Inès"\nkind = "seller"\n\n[policy]');
    expect(addPerson('zone = "Europe/Paris"\n', { code: 'a', name: 'A', kind: 'k' }, {})).toBe('zone = "Europe/Paris"\n\n[[resource]]\ncode = "a"\nname = "A"\nkind = "k"\n');
  });

  test('has a code made of the name, that nobody has', () => {
    expect(codeOf('  Anne-Lise  O’Roy ', [])).toBe('anne-lise-o-roy');
    expect(codeOf('Léa', ['lea', 'lea-2'])).toBe('lea-3');
    expect(codeOf('…', [])).toBe('');
  });

  test('of what a form says only what was changed is written', () => {
    const before = { ...typedOf(undefined), team: 'Nord', calendar: 'standard' };
    expect(changedOf({ ...before, team: '', share: '60' }, before)).toEqual({ team: null, share: '0.60' });
    expect(changedOf({ ...before }, before)).toEqual({});
    expect(wrongOf({ ...before, part: '0', share: '101' })).toEqual({ part: true, share: true });
  });
});

describe('days that differ', () => {
  const day = { on: '2027-05-14', who: '*', hours: '09:00-12:00, 14:00-16:00', fr: 'Pont', en: 'Bridge' };
  test('added after the others, changed where they stand, taken away', () => {
    const after = addDay(METRIOS, day);
    expect(after).toContain('[[exception]]\non = 2027-05-14\nname = { fr = "Pont", en = "Bridge" }\nhours = ["09:00-12:00", "14:00-16:00"]\n\n[[kind]]');
    expect(removeDay(after, '2027-05-14', '*')).toBe(METRIOS);
    const moved = changeDay(after, '2027-05-14', '*', { ...day, on: '2027-05-07', who: 'Nord', hours: '' });
    expect(moved).toContain('[[exception]]\non = 2027-05-07\nwho = "Nord"\nname = { fr = "Pont", en = "Bridge" }\n\n[[kind]]');
  });

  test('what is said above several days stays when the first one goes', () => {
    const after = removeDay(METRIOS, '2027-01-08', '*');
    expect(after).toContain('all day.\n');
    expect(after).not.toContain('2027-01-08');
  });

  test('the first one of all is written before the kinds', () => {
    const bare = METRIOS.replace(/# Les vendredis[^]*?(?=\[\[kind)/, '');
    expect(addDay(bare, day)).toContain('14:00-16:00"]\n\n[[kind]]');
  });
});
