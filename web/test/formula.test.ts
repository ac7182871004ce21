import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import * as format from '../src/lib/language/format';

vi.mock('$lib/language/index.svelte', () => {
  const bundle = new FluentBundle('fr-FR', { useIsolating: false });
  bundle.addResource(new FluentResource(readFileSync(new URL('../../locales/fr/web-director.ftl', import.meta.url), 'utf8')));
  return {
    knows: (id: string) => bundle.hasMessage(id),
    t: (id: string, values?: Record<string, FluentVariable>) => bundle.formatPattern(bundle.getMessage(id)!.value!, values ?? null, []),
    capital: (text: string) => format.capital(text, 'fr'),
    number: (value: number, most: number) => format.number(value, 'fr', most),
    percent: (value: number) => format.percent(value, 'fr'),
  };
});
const { inWords } = await import('../src/lib/director/formula');

const step = (code: string) => ({ goal: 'A nommé un but' })[code] ?? code;
const said = (formula: string) => inWords(formula, step);

it('says every form of a formula in words', () => {
  expect(said('count(case-won)')).toBe('Affaires gagnées');
  expect(said('median(case-won, days)')).toBe('Durée médiane des affaires gagnées');
  expect(said('count(order-on-time) / count(order-due)')).toBe('Actions faites au plus tard le jour prévu sur actions dont le jour prévu est venu');
  expect(said('sum(load, minutes) / sum(capacity, minutes)')).toBe('Temps total des actions planifiées sur temps total des plages ouvertes aux actions');
  expect(said('sum(case-won, value) * 0.3600')).toBe('Montant total des affaires gagnées × 36,0\u202f%');
  expect(said('count(step-entered:goal)')).toBe('Entrées à l’étape «\u202fA nommé un but\u202f»');
});

it('is silent on what it has no words for', () => {
  for (const formula of ['count(visits)', 'sum(case-won)', 'count(case-won, days)', 'count(step-entered)', 'count(case-won:goal)', 'count(case-won) / 3', 'nothing'])
    expect(said(formula), formula).toBeUndefined();
});
