import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { applied } from '../src/lib/process/scenario';
import type { Process } from '../src/lib/process/types';

const SHEET = readFileSync(new URL('../../examples/metrios/process.toml', import.meta.url), 'utf8');
const names = (fr: string) => ({ fr, en: fr });
const BASE = {
  steps: [{
    code: 'use', name: names('Usage'), yield_millionths: 500_000, lead_days: 7,
    operations: [
      { code: 'meet', name: names('Rendez-vous'), prepare_minutes: 0, run_minutes: 90, travel_minutes: 60 },
      { code: 'letter', name: names('Lettre'), prepare_minutes: 0, run_minutes: 15, travel_minutes: 0 },
    ],
  }],
} as unknown as Process;
const changed = (text: string) => {
  const before = SHEET.split('\n');
  return text.split('\n').filter((line) => !before.includes(line));
};

test('a scenario is written into the lines of the process that it changes', () => {
  const does = [{ step: 'use', yield_millionths: 600_000 }, { operation: 'meet', remote_bp: 2_500 }, { operation: 'letter', run_minutes: 5 }];
  const { text, done, left } = applied(SHEET, BASE, does);
  expect(changed(text)).toEqual(['yield = 0.6', 'travel = 45', 'run = 5']);
  expect(done.map(({ what }) => what)).toEqual(['yield', 'travel', 'run']);
  expect(left).toEqual([]);
  expect(applied(text, BASE, does).text).toBe(text);
});

test('what has no place in a process, or is not there, is said', () => {
  const { text, left } = applied(SHEET, BASE, [{ kind: 'seller', people: 2 }, { kind: 'seller', people: 0, minutes_per_week: 120 }, { step: 'nowhere', lead_days: 3 }, { operation: 'meet', subcontract_to: 'partner' }]);
  expect(text).toBe(SHEET);
  expect(left).toEqual([
    { what: 'people', kind: 'seller', count: 2 }, { what: 'hours', kind: 'seller', minutes: 120 },
    { what: 'missing', code: 'nowhere' }, { what: 'subcontract', code: 'partner' },
  ]);
});
