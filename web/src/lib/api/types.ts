/** What the server answers. Sentences come in the language asked for; units are in the names. */
import type { components } from './schema';

/** The shapes that the description of the API names. */
export type Schemas = components['schemas'];

export interface Named {
  code: string;
  name: string;
}

/** Whoever is signed in, and how far each of their permissions goes; one that is absent is refused. */
export interface Me {
  login: string;
  name: string;
  roles: Named[];
  /** Code of the person of the workshop that they are, if they are one. */
  person: string | null;
  company: Named;
  /** Team that they run, or are of. */
  unit?: string | null;
  /** Whether a code is asked after the password. */
  second_factor: boolean;
  permissions: Partial<Record<Permission, 'own' | 'team' | 'all'>>;
}

/** Who came in; with `second` nobody is in yet, and a code is to be sent beside it. */
export interface CameIn {
  second?: string;
}

/** Browsers that are signed in as me, newest first; times are instants. */
export interface Sessions {
  sessions: { id: string; browser: string; made: string; seen: string; ends: string; current: boolean }[];
}

/** What to share with a device: the same secret as text, address and SVG. */
export interface Enrolment {
  secret: string;
  uri: string;
  picture: string;
}

/** A permission of the policy (`atelier routes` lists them with their addresses). */
export type Permission =
  | 'company/read'
  | 'plan/read'
  | 'indicators/read'
  | 'plan/write'
  | 'day/read'
  | 'users/read'
  | 'users/write'
  | 'access/own'
  | 'jobs/read'
  | 'jobs/write'
  | 'accesses/read'
  | 'accounts/read'
  | 'accounts/write'
  | 'opportunities/read'
  | 'opportunities/write'
  | 'orders/write'
  | 'processes/read'
  | 'processes/write'
  | 'imports/read'
  | 'imports/write'
  | 'exports/read'
  | 'facts/read'
  | 'metrics/read'
  | 'persons/read'
  | 'persons/write'
  | 'webhooks/read'
  | 'webhooks/write'
  | 'confirmations/read'
  | 'confirmations/write'
  | 'gate/read'
  | 'gate/write'
  | 'archives/read'
  | 'consents/write';

/** Whom an invitation is for. */
export interface Invited {
  login: string;
  name: string;
  company: string;
}

export type Zone = 'frozen' | 'firm' | 'open';

/** Load and capacity of one resource kind in one ISO week (`2027-W08`). */
export interface WeekLoad {
  week: string;
  monday: string;
  load_minutes: number;
  capacity_minutes: number;
  /** Load over capacity, in basis points; null without capacity. */
  ratio_bp: number | null;
  /** Cumulated load that cumulated capacity cannot cover up to the end of this week. */
  shortage_minutes: number;
  zone: Zone;
}

export interface Load {
  company: string;
  kinds: Named[];
  kind: string;
  objective: { name: string; sentence: string };
  answer: { feasible: boolean; sentence: string };
  /** How the dates were given, in sentences; decisions that ask one person at one time; weeks too full for somebody. */
  schedule: { sentences: string[]; clashes: string[]; overloads: string[]; price: number; bound: number; gap_bp: number };
  total: { load_minutes: number; capacity_minutes: number | null; ratio_bp: number | null };
  worst_week: string | null;
  shortage_max: { minutes: number; week: string } | null;
  bottleneck: string | null;
  weeks: WeekLoad[];
}

/** What holds the plan back, the most costly first, in sentences. */
export interface Bottlenecks {
  headline: string;
  bottlenecks: {
    what: 'saturated' | 'yield' | 'wait';
    place: string;
    sentence: string;
    /** Null when the worth of the objectives is not known. */
    stake: { basis: 'margin' | 'revenue'; money: { cents: number; currency: string } } | null;
  }[];
  /** The processes without a worth, when there are any. */
  unvalued: string | null;
  /** Yields of single persons that this page does not show. */
  withheld: number;
}

/** What makes the load of one week. */
export interface WeekFacts {
  week: string;
  sentence: string;
  /** `in_hand`: cases already open, not those still to come. */
  lines: { code: string; step: string; operation: string; in_hand: boolean; units: number; minutes: number }[];
  people: { code: string; name: string; capacity_minutes: number }[];
}

export interface Person {
  code: string;
  name: string;
  kind: string;
  team: string;
}

export interface People {
  people: Person[];
  first_day: string;
  last_day: string;
  /** The day on which the plan opens. */
  today: string;
}

export type Channel = 'visit' | 'video' | 'call' | 'mail' | 'desk';
export type ActionState = 'on-time' | 'tight' | 'late';

/** One action of a day, with clock times such as `09:00`. */
export interface DayItem {
  id: string;
  start: string;
  end: string;
  minutes: number;
  customer: string;
  operation: string;
  step: string;
  channel: Channel;
  why: string;
  state: ActionState;
  due: string | null;
  with: string[];
}

export interface Unplaced {
  id: string;
  customer: string;
  operation: string;
  cause: string;
}

export interface Day {
  date: string;
  person: { code: string; name: string; team: string };
  sentence: string;
  planned_minutes: number;
  free_minutes: number;
  window_minutes: number;
  /** The part of it that is given to planned actions. */
  given_minutes: number;
  /** The notice of a week too full, or with work outside the person's hours. */
  overload: string | null;
  items: DayItem[];
  unplaced: Unplaced[];
  /** `unplaced` shows the first of them when there are very many. */
  unplaced_total: number;
  /** Name of the public holiday of this day. */
  holiday: string | null;
  previous_day: string | null;
  next_day: string | null;
}

/** The whole chain of reasons of one action order, and the objective it serves. */
export interface Why {
  order: string;
  title: string;
  reasons: string[];
  pegging: string[];
}

/** RFC 9457, with our stable code and what to do about it. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  remedy: string;
  /** Identity under which what was asked for is found, when it was merged into another. */
  kept?: string;
  /** Every refusal; `place` is the field it is about, or empty. */
  errors?: Refused[];
}

export interface Refused {
  code: string;
  place: string;
  title: string;
  detail: string;
  remedy: string;
}
