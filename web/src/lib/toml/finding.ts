/** One thing to mend or to know about a line of a text that the server reads. */
import type { Refused } from '$lib/api/types';

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
  /** Its rule and where it is, when it is one of the design-linter: by these it is let pass. */
  meant?: { rule: string; step: string | null; operation: string | null };
  /** Why it is let pass, and until when. */
  waived?: { reason: string; by: string; until: string };
  /** A fault keeps the sheet from being published; a remark does not. */
  fault: boolean;
}

/** A remark says what a refusal says, and stops nothing. */
export type Said = Pick<Refused, 'code' | 'place' | 'title' | 'detail' | 'remedy'>;

/** A text being written, and what the server finds in it. */
export interface Writing {
  readonly text: string;
  readonly all: readonly Finding[];
  readonly checking: boolean;
  readonly faulty: boolean;
  /** Typing; what `goesOn` is taken back in one go. */
  type: (text: string, goesOn: boolean) => void;
}

/** `process:12:3 (yield)`: the line, from 1; 0 when the place names none. */
export function lineOf(place: string): number {
  return Number(/:(\d+)(?::\d+)?(?: |$)/.exec(place)?.[1] ?? 0);
}

export function findings(faults: readonly Said[], remarks: readonly Said[]): Finding[] {
  const found = ({ code, place, title, detail, remedy }: Said, fault: boolean): Finding =>
    ({ code, title, why: detail, remedy, line: lineOf(place), fault });
  return [...faults.map((one) => found(one, true)), ...remarks.map((one) => found(one, false))].sort((a, b) => a.line - b.line);
}
