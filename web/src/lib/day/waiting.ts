/** Actions without a date that wait for the same reason: told once, opened one by one. */
import type { Unplaced } from '$lib/api/types';

export interface Waiting {
  operation: string;
  cause: string;
  orders: Unplaced[];
}

/** In the order of the plan, by the first of each group. */
export function byCause(unplaced: Unplaced[]): Waiting[] {
  const groups = new Map<string, Waiting>();
  for (const one of unplaced) {
    const key = `${one.operation}\n${one.cause}`;
    const group = groups.get(key);
    if (group) group.orders.push(one);
    else groups.set(key, { operation: one.operation, cause: one.cause, orders: [one] });
  }
  return [...groups.values()];
}
