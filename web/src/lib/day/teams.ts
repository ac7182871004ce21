/** People under the name of their team, both in alphabetical order. */
import type { Person } from '$lib/api/types';

export function byTeam(people: Person[]): { team: string; members: Person[] }[] {
  const teams = new Map<string, Person[]>();
  for (const person of people) {
    const members = teams.get(person.team);
    if (members) members.push(person);
    else teams.set(person.team, [person]);
  }
  return [...teams]
    .map(([team, members]) => ({ team, members: members.toSorted((a, b) => a.name.localeCompare(b.name)) }))
    .toSorted((a, b) => a.team.localeCompare(b.team));
}
