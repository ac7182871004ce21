/** What the server answers about the board: columns rather than objects, minutes counted from midnight of its first day. */
import type { Zone } from '$lib/api/types';

export interface BoardDay {
  date: string;
  zone: Zone;
  open: boolean;
  holiday: string | null;
}

export interface Operation {
  process: string;
  step: string;
  operation: string;
  name: string;
  step_name: string;
  channel: string;
}

export interface UnplacedRow {
  id: string;
  customer: string;
  operation: number;
  people: number[];
  minutes: number;
  due: string | null;
  cause: string;
  /** What would give it a date. */
  free: string[];
}

export interface Board {
  version: number;
  today: string;
  from: string;
  to: string;
  first_day: string;
  last_day: string;
  /** Minutes between two possible starts. */
  grid: number;
  days: BoardDay[];
  kinds: { code: string; name: string }[];
  teams: { name: string; people: number[] }[];
  people: {
    code: string[];
    name: string[];
    kind: number[];
    team: number[];
    /** By person and day: position in `patterns`. */
    hours: number[][];
    /** By person: days of leave. */
    away: number[][];
    /** By person and day, in minutes: what the actions take, and what may be given to actions. */
    planned: number[][];
    given: number[][];
  };
  /** Pairs from, to in minutes of the day; empty: does not work. */
  patterns: number[][];
  operations: Operation[];
  customers: string[];
  states: string[];
  orders: {
    id: string[];
    people: number[][];
    others: number[];
    start: number[];
    length: number[];
    state: number[];
    customer: number[];
    operation: number[];
    case: number[];
    /** 0 on time, 1 tight, 2 late. */
    timing: number[];
    pinned: number[];
  };
  unplaced: { total: number; rows: UnplacedRow[] };
}

/** Where an action could start, by person; both ends of an interval are possible starts. */
export interface Seats {
  order: string;
  from: string;
  minutes: number;
  version: number;
  earliest: number | null;
  due: number | null;
  people: { code: string; name: string; current: boolean; starts: [number, number][] }[];
}

export interface Seat {
  start: string;
  end: string;
  people: string[];
}

export type Change = 'moved' | 'late' | 'freed' | 'unplaced' | 'placed';

/** What becomes of one action. */
export interface Move {
  order: string;
  customer: string;
  operation: string;
  change: Change;
  from: Seat | null;
  to: Seat | null;
  sentence: string;
  reason: string | null;
}

export interface Conflict {
  code: string;
  blocks: boolean;
  sentence: string;
  orders: string[];
}

/** A move one asks for; `person` only when the seat changes hands. */
export interface Asked {
  order: string;
  start: string;
  person?: string;
  instead_of?: string;
}

export interface MovePreview {
  version: number;
  order: string;
  from: Seat | null;
  to: Seat;
  can: boolean;
  needs_reason: boolean;
  conflicts: Conflict[];
  moves: Move[];
  hidden: number;
}

/** A move that puts things back. */
export interface Undo {
  order: string;
  start: string;
  person: string | null;
  instead_of: string | null;
  reason?: string | null;
}

export interface Moved {
  version: number;
  order: string;
  moves: Move[];
  undo: Undo | null;
}

export type PlanEvent =
  | { event: 'absence'; person: string; first: string; last: string }
  | { event: 'lost' | 'urgent'; case: string }
  | { event: 'overrun'; order: string; minutes: number }
  | { event: 'cancel'; order: string };

export interface Replan {
  version: number;
  /** An absence that is over: nothing moves, accepting only writes it down. */
  past: boolean;
  counts: Record<Change, number>;
  moves: Move[];
  moves_total: number;
  hidden: number;
  can: boolean;
  touched: number;
  clashes: string[];
}

export interface Slots {
  order: string;
  slots: { start: string; end: string; people: { code: string; name: string }[]; late: boolean }[];
}
