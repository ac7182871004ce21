import { expect, it } from 'vitest';
import { amountTyped, centsOf, shareOf, wholeOf } from '../src/lib/language/typed';

it('reads an amount as it is written in each language', () => {
  expect(centsOf('25 000,50 €', 'fr')).toBe(2_500_050);
  expect(centsOf('25\u202f000', 'fr')).toBe(2_500_000);
  expect(centsOf('€25,000', 'en')).toBe(2_500_000);
  expect(centsOf('1,234,567.50', 'en')).toBe(123_456_750);
  expect(centsOf('25000.5', 'en')).toBe(2_500_050);
  expect(centsOf('0', 'fr')).toBe(0);
});

it('says of what is no amount that it is none', () => {
  for (const typed of ['rien', '', '-5', '1,2,3']) expect(centsOf(typed, 'fr'), typed).toBeNaN();
});

it('writes an amount so that it is read again as the same', () => {
  expect(amountTyped(2_500_050, 'fr')).toBe('25000,5');
  for (const lang of ['fr', 'en'] as const) for (const cents of [0, 99, 2_500_050]) expect(centsOf(amountTyped(cents, lang), lang)).toBe(cents);
});

it('reads a share in % or as a part of one', () => {
  expect(['80', '80 %', '0,8', '0.8', '100'].map(shareOf)).toEqual([8000, 8000, 8000, 8000, 10_000]);
  expect(shareOf('33,33')).toBe(3333);
  for (const typed of ['', '0', '101', 'moitié']) expect(shareOf(typed), typed).toBeNaN();
});

it('reads a whole number, its thousands apart', () => {
  expect(wholeOf('90')).toBe(90);
  expect(wholeOf('1\u202f200 ')).toBe(1200);
  for (const typed of ['', '1,5', '-3', '1 h']) expect(wholeOf(typed), typed).toBeNaN();
});
