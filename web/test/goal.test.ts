import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { goals, notFigures, removeGoal, typed, writeGoal, type Goal } from '../src/lib/process/goal';

const SHEET = readFileSync(new URL('../../examples/metrios/process.toml', import.meta.url), 'utf8');
const NEW: Goal = {
  name: { fr: 'Chiffre d’affaires', en: 'Revenue' }, unit: 'revenue', quantity: '180 000', average_deal: '9 000', margin_rate: '36', from: '2027-01-04', to: '2027-06-30', owner: 'Hélène', line: '',
};

describe('an objective in the text of its process', () => {
  test('is read as a form shows it', () => {
    const [one] = goals(SHEET);
    expect(typed(one, 'fr')).toEqual({
      name: { fr: 'Marge brute du premier trimestre 2027', en: 'Gross margin, first quarter of 2027' }, unit: 'margin', quantity: '180000', average_deal: '25000', margin_rate: '36',
      from: '2027-01-04', to: '2027-04-02', owner: 'Hélène Marchand', line: '',
    });
  });
  test('left as it is, nothing is written', () => {
    const [one] = goals(SHEET);
    expect(writeGoal(SHEET, one!.code, typed(one, 'fr'), 'fr').text).toBe(SHEET);
  });
  test('changed, only its own lines are', () => {
    const [one] = goals(SHEET);
    const next = writeGoal(SHEET, one!.code, { ...typed(one, 'en'), quantity: '200,000', line: 'Croissance' }, 'en').text;
    const [before, after] = [SHEET.split('\n'), next.split('\n')];
    expect(after.filter((line) => !before.includes(line))).toEqual(['quantity = 200_000', 'line = "Croissance"']);
    expect(before.filter((line) => !after.includes(line))).toEqual(['quantity = 180_000']);
  });
  test('a new one stands after the last, with the weeks it is due in, and is taken away whole', () => {
    const { text, code } = writeGoal(SHEET, null, NEW, 'fr');
    expect(code).toBe('chiffre-d-affaires');
    expect(goals(text).map((one) => one.code)).toEqual(['margin-2027-q1', code]);
    expect(text).toContain('[[objective]]\ncode = "chiffre-d-affaires"\nname = { fr = "Chiffre d’affaires", en = "Revenue" }\nunit = "revenue"\nquantity = 180_000\naverage_deal = 9_000\nfrom = 2027-01-04\nto = 2027-06-30\nowner = "Hélène"\n');
    expect(removeGoal(text, code)).toBe(SHEET);
    expect(goals(removeGoal(SHEET, 'margin-2027-q1'))).toEqual([]);
    expect(removeGoal(SHEET, 'margin-2027-q1')).not.toContain('2027-W09');
  });
  test('out of range is written, so that it is refused; what is no figure is not', () => {
    const { text } = writeGoal(SHEET, null, { ...NEW, unit: 'margin', margin_rate: '140 %', average_deal: '-5' }, 'fr');
    expect(text).toContain('margin_rate = 1.4\n');
    expect(text).toContain('average_deal = -5\n');
    expect(notFigures({ ...NEW, quantity: 'beaucoup', margin_rate: 'x' }, 'fr')).toEqual(['quantity', 'margin_rate']);
  });
});
