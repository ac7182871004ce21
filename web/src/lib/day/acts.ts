/** What can be done with an action of the day. `sheet` is a page of its own; the others open beside the day. */
export const ACTS = ['done', 'postpone', 'refuse'] as const;
export type Act = (typeof ACTS)[number];

/** The key of each. */
export const KEYS: Record<Act, string> = { done: 'd', postpone: 'r', refuse: 'n' };

export function actOf(text: string | null): Act | undefined {
  return ACTS.find((act) => act === text);
}
