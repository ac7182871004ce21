import { describe, expect, it } from 'vitest';
import { duration, hours, hoursInColumn, longDay, money, number, percent, shortDay, week } from '$lib/language/format';

describe('a French and an English reader see the same figures, each in their own writing', () => {
  it('thousands and decimals', () => {
    expect(number(180_000, 'fr')).toBe('180\u202f000');
    expect(number(1234.5, 'fr', 1)).toBe('1\u202f234,5');
    expect(number(1234.5, 'en', 1)).toBe('1,234.5');
    expect(number(-3, 'fr')).toMatch(/^[-\u2212]3$/);
  });

  it('hours keep one decimal only when there is one, but always in a column', () => {
    expect(hours(6210, 'fr')).toBe('103,5\u202fh');
    expect(hours(6210, 'en')).toBe('103.5\u00a0h');
    expect(hours(36_900, 'fr')).toBe('615\u202fh');
    expect(hoursInColumn(4800, 'fr')).toBe('80,0');
    expect(hoursInColumn(4800, 'en')).toBe('80.0');
  });

  it('amounts count hundredths in every currency, as the sentences of the server do', () => {
    expect(money(18_000_000, 'EUR', 'fr')).toBe('180\u202f000\u202f€');
    expect(money(283_550, 'EUR', 'en')).toBe('€2,835.50');
    expect(money(2_500_000, 'XOF', 'fr')).toMatch(/^25\u202f000/);
  });

  it('durations of an action', () => {
    expect(duration(45, 'fr')).toBe('45\u202fmin');
    expect(duration(60, 'fr')).toBe('1\u202fh');
    expect(duration(65, 'fr')).toBe('1\u202fh\u202f05');
    expect(duration(90, 'en')).toBe('1\u00a0h\u00a030');
    expect(duration(0, 'en')).toBe('0\u00a0min');
  });

  it('ratios, with a dash when there is no capacity', () => {
    expect(percent(34_026, 'fr')).toBe('340,3\u202f%');
    expect(percent(34_026, 'en')).toBe('340.3%');
    expect(percent(null, 'fr')).toBe('–');
  });

  it('ISO weeks', () => {
    expect(week('2027-W08', 'fr')).toBe('S08');
    expect(week('2027-W08', 'en')).toBe('W08');
  });

  it('days', () => {
    expect(shortDay('2027-01-11', 'fr')).toBe('lun.\u00a011\u00a0janv.');
    expect(shortDay('2027-02-01', 'fr')).toBe('lun.\u00a01er\u00a0févr.');
    expect(shortDay('2027-01-11', 'en')).toBe('Mon\u00a011\u00a0Jan');
    expect(longDay('2027-02-01', 'fr')).toBe('lundi 1er février 2027');
    expect(longDay('2027-01-11', 'en')).toBe('Monday 11 January 2027');
  });

  it('a civil date does not slip in a western time zone', () => {
    const before = process.env.TZ;
    process.env.TZ = 'America/Los_Angeles';
    expect(longDay('2027-01-11', 'fr')).toBe('lundi 11 janvier 2027');
    expect(shortDay('2027-01-11', 'fr')).toBe('lun.\u00a011\u00a0janv.');
    process.env.TZ = before;
  });
});
