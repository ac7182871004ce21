import { expect, it } from 'vitest';
import { address } from '$lib/api/client';
import type { DayItem, Person } from '$lib/api/types';
import { gapBefore } from '$lib/day/gaps';
import { byTeam } from '$lib/day/teams';
import { chosenCompany } from '$lib/frame/company';

const item = (start: string, end: string) => ({ start, end }) as DayItem;
const person = (name: string, team: string): Person => ({ code: name, name, team, kind: 'seller' });

it('says how long nothing happens before an action', () => {
  const items = [item('09:00', '12:00'), item('14:00', '15:30'), item('15:30', '16:00'), item('15:45', '16:15')];
  expect(items.map((_, index) => gapBefore(items, index))).toEqual([0, 120, 0, 0]);
});

it('groups people by team, both in alphabetical order', () => {
  const teams = byTeam([person('Zoé', 'Sud'), person('Élodie', 'Nord'), person('Anne', 'Sud')]);
  expect(teams.map(({ team, members }) => [team, members.map(({ name }) => name)])).toEqual([
    ['Nord', ['Élodie']],
    ['Sud', ['Anne', 'Zoé']],
  ]);
});

it('leaves absent choices out of an address', () => {
  expect(address('/api/load', { company: 'a&b', kind: null, lang: 'fr' })).toBe('/api/load?company=a%26b&lang=fr');
  expect(address('/api/companies', {})).toBe('/api/companies');
});

it('an unknown company in the address falls back on the first one', () => {
  const companies = [{ code: 'a', name: 'A' }, { code: 'b', name: 'B' }];
  expect(chosenCompany(companies, 'b')?.code).toBe('b');
  expect(chosenCompany(companies, 'gone')?.code).toBe('a');
  expect(chosenCompany([], null)).toBeUndefined();
});
