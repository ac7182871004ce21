/** What the server says of conversations: sheets, captures, promises, the flow, health, letters and the give-back meter. */
import type { ActionState, Channel, Day, DayItem, Schemas } from '$lib/api/types';

export type Result = 'progress' | 'no-progress' | 'disqualified';
export type Side = 'ours' | 'theirs';
export type Grade = 'solid' | 'fair' | 'weak' | 'none';

export interface Person {
  id: string;
  name: string;
  function: string;
  phone: string | null;
  mail: string | null;
  language: string | null;
  /** That they must not be contacted as the action would, and why. */
  barred?: string | null;
}

/** Something promised with or without a day, by us or by the customer. */
export interface Given {
  id: string;
  side: Side;
  what: string;
  due_on: string | null;
  state: 'open' | 'kept' | 'broken' | 'dropped';
  overdue: boolean;
  settled_on: string | null;
  case: string | null;
  account: string | null;
  conversation: string;
}

/** Something that supports what is said: a file of the customer, a photo, a mail. */
export interface Attached {
  id: string;
  name: string;
  media: string;
  bytes: number;
  order: string;
  added: string;
  by: string;
}

export interface Sheet {
  order: string;
  case: string | null;
  account: string | null;
  customer: string;
  title: string;
  /** The customer's progress aimed at. */
  step: string;
  start: string | null;
  minutes: number;
  channel: Channel;
  place: string;
  why: string;
  contact: Person | null;
  contacts: Person[];
  role: string;
  role_kind: string;
  theme: string;
  goal: { text: string; said_on: string; by: string | null } | null;
  promises: { ours: Given[]; theirs: Given[] };
  scenario: Schemas['ScenarioShown'] | null;
  questions: string[];
  playbook: string;
  checklist: string[];
  evidence: {
    wanted: { code: string; name: string; valid_days: number | null }[];
    had: { code: string; name: string; on: string; until: string | null; lapsed: boolean }[];
  };
  last: { conversation: string; held_on: string; goal: string; result: Result } | null;
  files: Attached[];
}

export interface Conversation {
  id: string;
  order: string;
  case: string | null;
  account: string | null;
  customer: string;
  title: string;
  /** How it was held, when nothing had planned it. */
  channel?: Channel | null;
  held_on: string;
  result: Result;
  goal: string;
  note: string;
  contact: Person | null;
  ours: Given[];
  theirs: Given[];
  next_on: string | null;
  evidence: { code: string; name: string; on: string } | null;
  files: Attached[];
  by: string;
  recorded: string;
  can_undo: boolean;
}

/** A line of the day, with whom, on what and whether one speaks to somebody. */
export interface DayAction extends DayItem {
  case?: string | null;
  account?: string | null;
  phase?: string;
  theme?: string;
  aim?: string;
  who?: { name: string; function: string } | null;
  role?: string;
  place?: string;
  is_conversation?: boolean;
  /** Came back from a day to which it was put off: it has no hour. */
  postponed?: boolean;
  /** That who was last met must not be contacted so, and why. */
  barred?: string | null;
  state: ActionState;
}

/** A conversation that the plan did not place on this day. */
export interface Suggestion {
  rule: string;
  why: string;
  customer: string;
  account: string | null;
  case: string | null;
  order: string | null;
  promise: string | null;
  conversation: string | null;
  /** What it reminds of: by this it is put aside when it has no action. */
  reminder: string | null;
  title: string;
  theme: string;
  aim: string;
  minutes: number;
  can_defer: boolean;
}

/** An action put off, or, without an action, a suggestion put aside. */
export interface Deferred {
  order: string | null;
  reminder: string | null;
  customer: string;
  title: string;
  kind: 'postponed' | 'refused';
  until: string | null;
  reason: string;
  said_on: string;
}

/** What was closed on the day. */
export interface Closed {
  order: string;
  conversation: string | null;
  customer: string;
  title: string;
  result: Result | null;
  minutes: number;
  can_undo: boolean;
}

export interface SellersDay extends Day {
  items: DayAction[];
  suggestions?: Suggestion[];
  deferred?: Deferred[];
  done?: Closed[];
  /** That next week is too full, in a sentence. */
  overload_next?: string | null;
}

export interface FlowAccount {
  account: string;
  name: string;
  owner: string;
  health: { grade: Grade; points: number };
  held: { conversation: string; on: string; title: string; result: Result }[];
  due: { order: string; case: string | null; on: string | null; title: string; is_conversation: boolean }[];
  promised: Given[];
  silent_days: number | null;
  /** Proofs of its open deals that are good no more. */
  lapsed: Schemas['LapsedProof'][];
}

export interface Flow {
  today: string;
  totals: { held: number; due: number; promised: number; overdue: number; silent: number };
  /** The most pressing first; `accounts_total` says how many there are. */
  accounts: FlowAccount[];
  accounts_total: number;
}

export interface Event {
  on: string;
  kind: 'conversation' | 'promise' | 'evidence' | 'step' | 'case' | 'merge';
  text: string;
  conversation: string | null;
  order: string | null;
  case: string | null;
  promise: string | null;
  file: string | null;
  /** What was merged: undone under this identity. */
  merge?: string | null;
}

export interface RelationHealth {
  grade: Grade;
  points: number;
  most: number;
  causes: { code: string; points: number; most: number; text: string }[];
  warning: string | null;
}

export interface Draft {
  subject: string;
  body: string;
}

export interface Letters {
  fr: Draft;
  en: Draft;
  to: string | null;
  /** That they must not be written to, and why. */
  barred?: string | null;
}
