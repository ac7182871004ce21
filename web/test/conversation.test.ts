import { expect, it } from 'vitest';
import { blank, bodyOf, dayAfter, expectedOf, isBlank, readTyped, secondsOf } from '$lib/conversation/capture';
import { isoWeek, mondayOf, mondayOfWeek, monthOf } from '$lib/conversation/months';

const typed = () => blank('k', 0);

it('sends what was typed and nothing of what was left empty', () => {
  expect(bodyOf(typed(), 'no-progress', [], 30)).toEqual({ result: 'no-progress', entry_seconds: 30 });
  const full = { ...typed(), goal: ' Moins de rebuts ', next_on: '2027-01-15', minutes: '45', ours: [{ what: '', due_on: '' }, { what: 'L’étude', due_on: '' }], theirs: [{ what: 'L’accès', due_on: '2027-01-12' }] };
  expect(bodyOf(full, 'progress', ['f'], 42, true)).toEqual({
    result: 'progress', entry_seconds: 42, goal: 'Moins de rebuts', next_on: '2027-01-15', minutes: 45, ours: [{ what: 'L’étude', due_on: null }],
    theirs: [{ what: 'L’accès', due_on: '2027-01-12' }], files: ['f'], confirm: true,
  });
});

it('leaves what is no number of minutes for the server to refuse', () => {
  expect(bodyOf({ ...typed(), minutes: 'une heure' }, 'progress', [], 1)).toEqual({ result: 'progress', entry_seconds: 1, minutes: 'une heure' });
});

it('sends a promise with a day and no words, so that it is refused and not lost', () => {
  expect(bodyOf({ ...typed(), ours: [{ what: '', due_on: '2027-01-08' }] }, 'progress', [], 1)).toHaveProperty('ours', [{ what: '', due_on: '2027-01-08' }]);
});

it('knows whether anything would be lost', () => {
  expect(isBlank({ ...typed(), ours: [{ what: '  ', due_on: '' }] })).toBe(true);
  expect(isBlank({ ...typed(), note: 'x' })).toBe(false);
});

it('expects whom the sheet names, and nobody who must not be contacted so', () => {
  const person = (id: string, barred?: string) => ({ id, name: id, function: '', phone: null, mail: null, language: null, ...(barred ? { barred } : {}) });
  const [claire, paul] = [person('claire'), person('paul')];
  expect(expectedOf(undefined)).toBe('');
  expect(expectedOf({ contact: null, contacts: [claire] })).toBe('');
  expect(expectedOf({ contact: claire, contacts: [claire, paul] })).toBe('claire');
  expect(expectedOf({ contact: paul, contacts: [claire, person('paul', 'Ne pas appeler.')] })).toBe('');
});

it('does not count whom the sheet names as something typed', () => {
  expect(isBlank({ ...typed(), contact: 'claire' }, 'claire')).toBe(true);
  expect(isBlank({ ...typed(), contact: 'yves' }, 'claire')).toBe(false);
});

it('reads what was kept, and refuses what does not read as a capture', () => {
  const kept = { ...typed(), goal: 'x', opened: 12 };
  expect(readTyped(JSON.stringify(kept))).toEqual(kept);
  for (const text of [null, '', 'nonsense', '{}', '[]', '{"key":"k","opened":"never","ours":[],"theirs":[]}', '{"key":"k","opened":1,"ours":3}']) expect(readTyped(text), String(text)).toBeNull();
});

it('gives near days that are worked: a weekend gives the Monday after', () => {
  expect(dayAfter('2027-01-04', 7)).toBe('2027-01-11');
  expect(dayAfter('2027-01-06', 3)).toBe('2027-01-11');
  expect(dayAfter('2027-01-07', 3)).toBe('2027-01-11');
  expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
});

it('measures from the opening of the form, never less than a second', () => {
  expect([secondsOf({ ...typed(), opened: 1_000 }, 43_400), secondsOf({ ...typed(), opened: 5_000 }, 5_100)]).toEqual([42, 1]);
});

it('finds the Monday, the ISO week and the month of a day', () => {
  expect([mondayOf('2027-01-04'), mondayOf('2027-01-10'), mondayOf('2027-01-01')]).toEqual(['2027-01-04', '2027-01-04', '2026-12-28']);
  expect([isoWeek('2027-01-03'), isoWeek('2027-01-04'), isoWeek('2026-12-31'), isoWeek('2024-12-30')]).toEqual(['2026-W53', '2027-W01', '2026-W53', '2025-W01']);
  expect(['2027-W01', '2026-W53', '2027-W53', '2027-W8', ''].map(mondayOfWeek)).toEqual(['2027-01-04', '2026-12-28', null, null, null]);
  expect(monthOf('2026-12-15')).toEqual({ from: '2026-12-01', to: '2027-01-01' });
});
