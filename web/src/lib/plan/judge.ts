/** How one week stands, in the five shapes of the product. */
import type { WeekLoad } from '$lib/api/types';
import type { Shape } from '$lib/ui/shape';

/** From nine tenths of the capacity on, a week has no room for a surprise. */
const NEARLY_FULL_BP = 9_000;

export type WeekState = 'over' | 'worst' | 'tight' | 'fits' | 'idle';

export function judge(week: WeekLoad, worst: string | null): WeekState {
  if (week.load_minutes === 0) return 'idle';
  if (week.load_minutes > week.capacity_minutes) return week.week === worst ? 'worst' : 'over';
  return week.load_minutes * 10_000 >= week.capacity_minutes * NEARLY_FULL_BP ? 'tight' : 'fits';
}

export const SHAPE_OF: Record<WeekState, Shape> = {
  over: 'late',
  worst: 'late',
  tight: 'tight',
  fits: 'on-time',
  idle: 'none',
};
