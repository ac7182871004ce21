/** The one definition of an indicator, said in words: `count(case-won) / count(case-closed)` as “deals won out of deals closed”. */
import { capital, number, percent, knows, t } from '$lib/language/index.svelte';

const TERM = /^\s*(count|sum|mean|median)\(\s*([a-z-]+)\s*(?::\s*([^),]+?)\s*)?(?:,\s*(value|days|minutes)\s*)?\)\s*/;

/** `step` names a step by its code. Nothing when the formula says what this page has no words for. */
export function inWords(formula: string, step: (code: string) => string): string | undefined {
  const first = TERM.exec(formula);
  const term = first && said(first, step);
  if (!term) return undefined;
  const rest = formula.slice(first[0].length);
  if (rest === '') return capital(term);
  const second = rest.startsWith('/') ? TERM.exec(rest.slice(1)) : null;
  const over = second && said(second, step);
  if (over) return capital(t('formula-over', { term, over }));
  const factor = rest.startsWith('*') ? Number(rest.slice(1)) : Number.NaN;
  if (Number.isNaN(factor)) return undefined;
  return capital(t('formula-times', { term, factor: factor <= 1 ? percent(factor * 10_000) : number(factor, 4) }));
}

function said([, reduce, event, step, measure]: RegExpExecArray, name: (code: string) => string): string | undefined {
  if (!knows(`formula-of-${event}`) || event?.startsWith('step-') !== (step !== undefined)) return undefined;
  const what = t(`formula-of-${event}`, step === undefined ? {} : { step: name(step) });
  if (reduce === 'count') return measure ? undefined : what;
  return measure && t(`formula-${reduce}-${measure}`, { what });
}
