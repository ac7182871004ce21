/** What the server answers about the board: columns rather than objects, minutes counted from midnight of its first day. */
import type { components } from '$lib/api/schema';

type Told = components['schemas'];

export type Board = Told['Board'];
/** Where an action could start, by person; both ends of an interval are possible starts. */
export type Seats = Told['SeatsTold'];
export type Seat = Told['Seat'];
/** What becomes of one action. */
export type Move = Told['Move'];
export type Conflict = Told['ConflictTold'];
export type UnplacedRow = Told['BoardWaiting'];
/** A move one asks for; `person` only when the seat changes hands. */
export type Asked = Told['MoveAsked'];
export type MovePreview = Told['Preview'];
/** A move that puts things back. */
export type Undo = Told['Undo'];
export type Moved = Told['Applied'];
export type Replan = Told['Replanned'];
export type Slots = Told['Slots'];
/** The sorts of change, as `counts` names them. */
export type Change = keyof Told['MoveCounts'];

export type PlanEvent =
  | { event: 'absence'; person: string; first: string; last: string }
  | { event: 'lost' | 'urgent'; case: string }
  | { event: 'overrun'; order: string; minutes: number }
  | { event: 'cancel'; order: string };
