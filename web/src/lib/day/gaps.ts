/** The silence before an action, in minutes: what the line of the day shows as a broken stroke. */
import type { DayItem } from '$lib/api/types';

/** Shorter silences come from the quarter hours of the plan: drawn, not told. */
export const TOLD_MINUTES = 30;

/** Zero for the first action, and for two that follow or overlap each other. */
export function gapBefore(items: DayItem[], index: number): number {
  const [before, item] = [items[index - 1], items[index]];
  return before?.end && item?.start ? Math.max(0, minutes(item.start) - minutes(before.end)) : 0;
}

function minutes(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
}
