/** People under the name of their team, and those whom a few letters name. */
import type { Person } from '$lib/api/types';
import { holds } from '$lib/language/fold';

/** Both in alphabetical order; people without a team come last. */
export function byTeam(people: Person[]): { team: string; members: Person[] }[] {
  const teams = new Map<string, Person[]>();
  for (const person of people) {
    const members = teams.get(person.team);
    if (members) members.push(person);
    else teams.set(person.team, [person]);
  }
  return [...teams]
    .map(([team, members]) => ({ team, members: members.toSorted((a, b) => a.name.localeCompare(b.name)) }))
    .toSorted((a, b) => Number(!a.team) - Number(!b.team) || a.team.localeCompare(b.team));
}

/** Those whose name or team holds every word typed, whatever the accents and the capitals. */
export function matching(people: Person[], typed: string): Person[] {
  return people.filter(({ name, team }) => holds(`${name} ${team}`, typed));
}
