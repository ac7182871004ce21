/** What the server answers about the board: columns rather than objects, minutes counted from midnight of its first day. */
import type { Schemas } from '$lib/api/types';

export type Board = Schemas['Board'];
/** Where an action could start, by person; both ends of an interval are possible starts. */
export type Seats = Schemas['SeatsTold'];
export type Seat = Schemas['Seat'];
/** What becomes of one action. */
export type Move = Schemas['Move'];
export type Conflict = Schemas['ConflictTold'];
export type UnplacedRow = Schemas['BoardWaiting'];
/** A move one asks for; `person` only when the seat changes hands. */
export type Asked = Schemas['MoveAsked'];
export type MovePreview = Schemas['Preview'];
/** A move that puts things back. */
export type Undo = Schemas['Undo'];
export type Moved = Schemas['Applied'];
export type Replan = Schemas['Replanned'];
export type Slots = Schemas['Slots'];
/** The sorts of change, as `counts` names them. */
export type Change = keyof Schemas['MoveCounts'];

export type PlanEvent =
  | { event: 'absence'; person: string; first: string; last: string }
  | { event: 'lost' | 'urgent'; case: string }
  | { event: 'overrun'; order: string; minutes: number }
  | { event: 'cancel'; order: string };
