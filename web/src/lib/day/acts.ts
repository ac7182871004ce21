/** What can be done with an action of the day. `sheet` is a page of its own; the others open beside the day. */
export const ACTS = ['done', 'postpone', 'refuse'] as const;
export type Act = (typeof ACTS)[number];

/** What can be done with a suggestion; without an action there is nothing to declare done. */
export function actsOf({ order, can_defer }: { order: string | null; can_defer: boolean }): readonly Act[] {
  return ACTS.filter((act) => (act === 'done' ? order !== null : can_defer));
}

/** The key of each. */
export const KEYS: Record<Act, string> = { done: 'd', postpone: 'r', refuse: 'n' };

export function actOf(text: string | null): Act | undefined {
  return ACTS.find((act) => act === text);
}
