/** A scenario that was kept, written into the text of a process: what it changes there, and what is not written there. */
import { quoted } from '$lib/toml/text';
import { operation, set, step } from './edit';
import type { InBoth, Process } from './types';
import type { Schemas } from '$lib/api/types';

export type Kept = Schemas['CompanyScenario'];
type Change = Kept['does'][number];

/** One line of the text that became another, or a change that has no place in it. */
export type Done =
  | { what: 'yield'; name: InBoth; from: number | null; to: number }
  | { what: 'lead' | 'prepare' | 'run' | 'travel'; name: InBoth; from: number; to: number }
  | { what: 'automated' | 'kinds'; name: InBoth };
export type Left = { what: 'people'; kind: string; count: number } | { what: 'hours'; kind: string; minutes: number } | { what: 'subcontract' | 'missing'; code: string };

/** Each change of the text against `base`, the process as published; written twice, it is the same. */
export function applied(text: string, base: Process, does: readonly Change[]): { text: string; done: Done[]; left: Left[] } {
  const [done, left]: [Done[], Left[]] = [[], []];
  let next = text;
  for (const one of does) {
    if (one.kind) {
      if (one.people) left.push({ what: 'people', kind: one.kind, count: one.people });
      if (one.minutes_per_week) left.push({ what: 'hours', kind: one.kind, minutes: one.minutes_per_week });
    } else if (one.step) ofStep(one.step, one);
    else if (one.operation) ofOperation(one.operation, one);
  }
  return { text: next, done, left };

  function ofStep(code: string, { yield_millionths, lead_days }: Change) {
    const before = base.steps.find((each) => each.code === code);
    if (!before || !step(next, code)) return left.push({ what: 'missing', code });
    if (yield_millionths != null) {
      next = set(next, step(next, code)!, 'yield', String(yield_millionths / 1_000_000));
      done.push({ what: 'yield', name: before.name, from: before.yield_millionths ?? null, to: yield_millionths });
    }
    if (lead_days != null) {
      next = set(next, step(next, code)!, 'lead_days', String(lead_days));
      done.push({ what: 'lead', name: before.name, from: before.lead_days, to: lead_days });
    }
  }

  function ofOperation(code: string, change: Change) {
    const before = base.steps.flatMap(({ operations }) => operations).find((each) => each.code === code);
    if (!before || !operation(next, code)) return left.push({ what: 'missing', code });
    const put = (key: string, value: string | null) => (next = set(next, operation(next, code)!, key, value));
    // A share held at a distance takes its share of the travel away; what remains is rounded up.
    const travel = change.travel_minutes ?? before.travel_minutes;
    const remote = change.remote_bp == null ? change.travel_minutes : travel - Math.floor((travel * change.remote_bp) / 10_000);
    const times = [['prepare', change.prepare_minutes], ['run', change.run_minutes], ['travel', remote]] as const;
    for (const [what, minutes] of times) {
      const from = before[`${what}_minutes`];
      if (minutes == null || minutes === from) continue;
      put(what, minutes === 0 ? null : String(minutes));
      done.push({ what, name: before.name, from, to: minutes });
    }
    if (change.automated) {
      put('automated', 'true');
      done.push({ what: 'automated', name: before.name });
    }
    if (change.kinds) {
      put('kind', null);
      put('kinds', `[${change.kinds.map(quoted).join(', ')}]`);
      done.push({ what: 'kinds', name: before.name });
    }
    if (change.subcontract_to) left.push({ what: 'subcontract', code: change.subcontract_to });
  }
}
