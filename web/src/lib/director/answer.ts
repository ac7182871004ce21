/** What a comparison answers, in words: which column holds or comes nearest, and what each other one costs or frees. */
import { hours, number, t } from '$lib/language/index.svelte';
import type { Column, Compared } from './types';

export interface Answered {
  holds: boolean;
  sentence: string;
  /** One sentence for each column, against the plan as it is; the one named already comes first. */
  others: string[];
}

/** Most columns told one by one: beyond, they are read in their figures. */
const TOLD = 2;

type Kind = Column['kinds'][number];

/** The kind that is drawn: the one that limits, the same in all columns. */
export const limiting = (compared: Compared, column: Column): Kind | undefined =>
  column.kinds.find(({ code }) => code === (compared.kind ?? column.bottleneck)) ?? column.kinds[0];

/** Nothing when there is nothing to compare with the plan as it is. */
export function answerOf(compared: Compared): Answered | undefined {
  const [base, ...columns] = compared.columns;
  const was = base && limiting(compared, base);
  if (!was || columns.length === 0) return undefined;
  const tried = columns.flatMap((column) => {
    const kind = limiting(compared, column);
    return kind ? [{ column, kind }] : [];
  });
  const best = tried.toSorted((a, b) => a.kind.shortage_minutes - b.kind.shortage_minutes || a.kind.load_minutes - b.kind.load_minutes)[0];
  if (!best) return undefined;
  const values = { name: best.column.name, kind: was.name, was: hours(was.shortage_minutes), now: hours(best.kind.shortage_minutes) };
  const said = was.shortage_minutes === 0 ? 'already' : best.kind.shortage_minutes === 0 ? 'holds' : best.kind.shortage_minutes < was.shortage_minutes ? 'best' : 'none';
  const named = said === 'best' || said === 'holds';
  const told = [best, ...tried.filter((one) => one !== best)];
  const others = tried.length > TOLD ? [] : told.map(({ column, kind }, at) =>
    t(named && at === 0 ? 'scenarios-answer-so' : 'scenarios-answer-other', { name: column.name, hours: work(kind.load_minutes - was.load_minutes), contacts: contacts(column.contacts - base.contacts) }));
  return { holds: said === 'already' || said === 'holds', sentence: t(`scenarios-answer-${said}`, values), others };
}

const work = (minutes: number) => (minutes === 0 ? t('scenarios-hours-same') : t(minutes > 0 ? 'scenarios-more' : 'scenarios-less', { hours: hours(Math.abs(minutes)) }));

const contacts = (more: number) => (more === 0 ? t('scenarios-contacts-same') : t(more > 0 ? 'scenarios-contacts-more' : 'scenarios-contacts-less', { count: Math.abs(more), n: number(Math.abs(more)) }));

/** The step whose conversation, a little better, frees most of the kind that limits; of equals, the first given. */
export function gainsMost(compared: Compared, steps: readonly string[]): string | undefined {
  const [, ...columns] = compared.columns;
  const freed = columns.map((column, at) => ({ step: steps[at], kind: limiting(compared, column) }));
  return freed.filter(({ kind }) => kind).toSorted((a, b) => a.kind!.shortage_minutes - b.kind!.shortage_minutes || a.kind!.load_minutes - b.kind!.load_minutes)[0]?.step;
}
