/** Months and weeks as the pages ask for them: ISO days, the end left out. */

const iso = (at: Date) => at.toISOString().slice(0, 10);
const utc = (day: string) => new Date(`${day}T00:00:00Z`);

/** The month of a day: its first day, and the first day after it. */
export function monthOf(day: string): { from: string; to: string } {
  const from = `${day.slice(0, 7)}-01`;
  return { from, to: monthsAfter(from, 1) };
}

/** The first day of the month that comes `months` after that of `day`. */
export function monthsAfter(day: string, months: number): string {
  const at = utc(`${day.slice(0, 7)}-01`);
  at.setUTCMonth(at.getUTCMonth() + months);
  return iso(at);
}

export function daysAfter(day: string, days: number): string {
  const at = utc(day);
  at.setUTCDate(at.getUTCDate() + days);
  return iso(at);
}

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  return daysAfter(day, -((utc(day).getUTCDay() + 6) % 7));
}

/** The Monday of an ISO week (`2027-W02`); null when there is no such week. */
export function mondayOfWeek(week: string): string | null {
  const [, year, number] = /^(\d{4})-W(\d\d)$/.exec(week) ?? [];
  if (!year || !number) return null;
  const monday = daysAfter(mondayOf(`${year}-01-04`), 7 * (Number(number) - 1));
  return isoWeek(monday) === week ? monday : null;
}

/** The ISO week of a day: `2027-W02`. */
export function isoWeek(day: string): string {
  const thursday = daysAfter(mondayOf(day), 3);
  const year = thursday.slice(0, 4);
  const first = mondayOf(`${year}-01-04`);
  const weeks = Math.round((utc(mondayOf(day)).getTime() - utc(first).getTime()) / (7 * 86_400_000));
  return `${year}-W${String(weeks + 1).padStart(2, '0')}`;
}
