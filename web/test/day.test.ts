import { expect, it } from 'vitest';
import { address } from '$lib/api/client';
import type { DayItem, Person } from '$lib/api/types';
import { gapBefore } from '$lib/day/gaps';
import { byTeam, matching } from '$lib/day/teams';
import { byCause } from '$lib/day/waiting';

const item = (start: string, end: string) => ({ start, end }) as DayItem;
const person = (name: string, team: string): Person => ({ code: name, name, team, kind: 'seller' });

it('says how long nothing happens before an action', () => {
  const items = [item('09:00', '12:00'), item('14:00', '15:30'), item('15:30', '16:00'), item('15:45', '16:15')];
  expect(items.map((_, index) => gapBefore(items, index))).toEqual([0, 120, 0, 0]);
});

it('groups people by team, both in alphabetical order, those without a team last', () => {
  const teams = byTeam([person('Julien', ''), person('Zoé', 'Sud'), person('Élodie', 'Nord'), person('Anne', 'Sud')]);
  expect(teams.map(({ team, members }) => [team, members.map(({ name }) => name)])).toEqual([
    ['Nord', ['Élodie']],
    ['Sud', ['Anne', 'Zoé']],
    ['', ['Julien']],
  ]);
});

it('finds people by any part of their name or team, without accents or capitals', () => {
  const people = [person('Élodie Lefèvre', 'Nord'), person('Anne Le Goff', 'Sud')];
  const names = (typed: string) => matching(people, typed).map(({ name }) => name);
  expect(names('lefevre el')).toEqual(['Élodie Lefèvre']);
  expect(names(' SUD')).toEqual(['Anne Le Goff']);
  expect(names('le')).toHaveLength(2);
  expect(names('')).toHaveLength(2);
  expect(names('zoé')).toEqual([]);
});

it('tells a cause once for all the actions that wait for it', () => {
  const one = (id: string, operation: string, cause: string) => ({ id, operation, cause, customer: id });
  const groups = byCause([one('1', 'a', 'x'), one('2', 'b', 'x'), one('3', 'a', 'x'), one('4', 'a', 'y')]);
  expect(groups.map(({ operation, cause, orders }) => [operation, cause, orders.map(({ id }) => id)])).toEqual([
    ['a', 'x', ['1', '3']],
    ['b', 'x', ['2']],
    ['a', 'y', ['4']],
  ]);
});

it('leaves absent choices out of an address', () => {
  expect(address('/api/load', { company: 'a&b', kind: null, lang: 'fr' })).toBe('/api/load?company=a%26b&lang=fr');
  expect(address('/api/companies', {})).toBe('/api/companies');
});
