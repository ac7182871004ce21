/** What a form says of somebody, as one types it, and how the text writes it. */
import { fold } from '$lib/language/fold';
import { shareOf } from '$lib/language/typed';
import { quoted } from '$lib/toml/text';
import type { Hours } from './edit';
import type { Person } from './types';

/** The whole, in basis points. */
export const whole = 10_000;

export interface Typed {
  team: string;
  calendar: string;
  /** Shares in %. */
  part: string;
  share: string;
  /** With commas between. */
  skills: string;
}

const KEYS = { team: 'team', calendar: 'calendar', part: 'part_time', share: 'share', skills: 'skills' } as const;

export const typedOf = (one: Person | undefined): Typed => ({
  team: one?.team ?? '', calendar: one?.calendar ?? '', part: String((one?.part_time_bp ?? whole) / 100),
  share: String((one?.share_bp ?? whole) / 100), skills: one?.skills.join(', ') ?? '',
});

/** A share that is one, as a text writes it: `0.80`. */
const part = (typed: string) => (shareOf(typed) / whole).toFixed(4).replace(/0{1,2}$/, '');

/** The shares that are none. */
export const wrongOf = ({ part: worked, share }: Typed) => ({ part: Number.isNaN(shareOf(worked)), share: Number.isNaN(shareOf(share)) });

/** What is written of it, its shares being some; null where nothing is. */
export function writtenOf({ team, calendar, part: worked, share, skills }: Typed): Required<Hours> {
  const list = skills.split(',').map((one) => one.trim()).filter(Boolean);
  return {
    team: team.trim() ? quoted(team.trim()) : null,
    calendar: calendar ? quoted(calendar) : null,
    part_time: shareOf(worked) === whole ? null : part(worked),
    share: part(share),
    skills: list.length > 0 ? `[${list.map(quoted).join(', ')}]` : null,
  };
}

/** Only what was changed since `before`: the rest keeps its own writing. */
export function changedOf(values: Typed, before: Typed): Hours {
  const written = writtenOf(values);
  const changed = (Object.keys(KEYS) as (keyof Typed)[]).filter((name) => values[name].trim() !== before[name]);
  return Object.fromEntries(changed.map((name) => [KEYS[name], written[KEYS[name]]]));
}

/** A code from a name, such as `anne-lise-roy`; another one when it is taken. */
export function codeOf(name: string, taken: readonly string[]): string {
  const plain = fold(name.trim()).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  let code = plain;
  for (let rank = 2; code && taken.includes(code); rank++) code = `${plain}-${rank}`;
  return code;
}
