/** The objects behind a number, as one reads them. */
import type { FactObject } from './types';

export interface Gathered {
  object: FactObject;
  /** How many times it is among those given: somebody counts once for each of their times of work. */
  times: number;
}

/** Each object once, in the order in which it first comes. */
export function gathered(objects: readonly FactObject[]): Gathered[] {
  const found = new Map<string, Gathered>();
  for (const object of objects) {
    const before = found.get(object.id);
    if (before) before.times += 1;
    else found.set(object.id, { object, times: 1 });
  }
  return [...found.values()];
}

/** Whether what is counted is the working time of people. */
export const isWork = (objects: readonly FactObject[]): boolean => objects.length > 0 && objects.every(({ kind }) => kind === 'person');
