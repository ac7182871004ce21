/** What the server answers to whoever directs: scenarios, promises, needs, versions of the plan, indicators, cascade. */
import type { Move } from '$lib/board/types';

export interface Money {
  cents: number;
  currency: string;
}

export interface ProcessKnown {
  code: string;
  name: string;
  steps: { code: string; name: string; yield_millionths: number | null; operations: { code: string; name: string; channel: string }[] }[];
}

export interface Scenarios {
  scenarios: { code: string; name: string; changes: number }[];
  processes: ProcessKnown[];
}

export type Lever =
  | { lever: 'yield'; step: string; more_percent: number }
  | { lever: 'remote'; operation: string; percent: number }
  | { lever: 'effort'; step: string; times: number }
  | { lever: 'volume'; times: number }
  | { lever: 'automate'; operation: string }
  | { lever: 'people'; kind: string; count: number };

export interface KindFigures {
  code: string;
  name: string;
  load_minutes: number;
  capacity_minutes: number | null;
  ratio_bp: number | null;
  shortage_minutes: number;
  shortage_week: string | null;
}

export interface Column {
  code: string;
  name: string;
  contacts: number;
  deals: number;
  feasible: boolean;
  bottleneck: string | null;
  bottleneck_name: string | null;
  margin_per_hour: Money | null;
  kinds: KindFigures[];
  sentence: string;
}

export interface Compared {
  process: string;
  /** The kind of people that limits. */
  kind: string | null;
  columns: Column[];
}

export interface Promise_ {
  answers: {
    process: string;
    name: string;
    feasible: boolean;
    asked: number;
    bottleneck_name: string | null;
    missing_minutes: number | null;
    missing_week: string | null;
    nearest_quantity: number | null;
    nearest_week: string | null;
    sentences: string[];
    overloads: string[];
  }[];
}

export interface Funnel {
  process: string;
  name: string;
  weeks: string[];
  deals: number;
  contacts: number;
  due: number[];
  unplaced: number;
  steps: {
    code: string;
    name: string;
    yield_millionths: number | null;
    lead_days: number;
    /** Cases that are there now. */
    waiting: number;
    entering: number[];
    taken: number[];
    net: number[];
    overdue: number;
    unused: number;
  }[];
}

export interface Plans {
  plans: { version: number; made: string; first_day: string; last_day: string; placed: number; late: number; unplaced: number; bottleneck: string | null }[];
}

export interface PlanFigures {
  version: number;
  made: string;
  placed: number;
  late: number;
  unplaced: number;
  price: number;
  bound: number;
  gap_bp: number;
  load_minutes: number;
  reason: string | null;
  actor: string | null;
}

export interface PlansCompared {
  old: PlanFigures;
  new: PlanFigures;
  kinds: { code: string; name: string; old_minutes: number; new_minutes: number }[];
  moves: Move[];
  moves_total: number;
}

type Both = { fr: string; en: string };

export interface Indicators {
  process: string;
  from: string;
  to: string;
  indicators: {
    code: string;
    name: Both;
    unit: string;
    formula: string;
    owner: string;
    decision: Both;
    planned: string | null;
    actual: string | null;
    shown: string;
    planned_shown: string | null;
    objects: number;
  }[];
}

export interface FactObject {
  id: string;
  kind: 'case' | 'order' | 'person';
  label: string;
  fact: string | null;
  recorded: string | null;
  actor: string | null;
}

export interface IndicatorFacts {
  code: string;
  total: number;
  objects: FactObject[];
  over_total: number;
  over: FactObject[];
}

export interface Objective {
  process: string;
  process_name: string;
  code: string;
  name: string;
  shown: string;
  first_day: string | null;
  last_day: string | null;
  owner: string | null;
  is_over: boolean;
  actions: { ahead: number; done: number } | null;
}

export interface CascadeLines {
  lines: { line: string | null; objectives: Objective[] }[];
}
