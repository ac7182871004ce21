/** The shapes of the API that the pages of processes show. */
import type { components } from '$lib/api/schema';

type Schemas = components['schemas'];
export type Sheet = Schemas['Sheet'];
export type Checked = Schemas['Checked'];
export type Process = Schemas['Process'];
export type Step = Schemas['StepTold'];
export type Operation = Schemas['OperationTold'];
export type Level = Schemas['LevelTold'];
export type Line = Schemas['ProcessLine'];
export type Remark = Schemas['Warning'];
export type InBoth = Schemas['InBoth'];
export type Talk = Schemas['ConversationType'];
export type Design = Schemas['Design'];

/** One thing to mend or to know about a line of the text. */
export interface Finding {
  code: string;
  title: string;
  why: string;
  remedy: string;
  /** From 1; 0 when it is about the whole. */
  line: number;
  /** The rule of the design-linter that was broken, with its name: `LNT-05 · Étapes déséquilibrées`. */
  rule?: string;
  /** What it is about, when the server says so: `step/goal`, `operation/calls`. */
  about?: string;
  /** A design that cannot serve as it is. */
  grave?: boolean;
  /** A fault keeps the sheet from being published; a remark does not. */
  fault: boolean;
}
