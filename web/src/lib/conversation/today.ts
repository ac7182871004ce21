/** The reader's own day, as an ISO date: from which near dates are counted, never what is recorded. */

/** The later of today and `day`: the day of a plan may still be ahead. */
export function today(day: string | null = null): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  const here = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return day && day > here ? day : here;
}
