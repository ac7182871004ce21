import { describe, expect, it } from 'vitest';
import { gathered, isWork } from '$lib/director/facts';
import type { FactObject } from '$lib/director/types';

const object = (id: string, kind = 'person'): FactObject => ({ id, kind, label: id, people: [], day: '2027-01-04', fact: null, recorded: null, actor: null });

describe('the objects behind a number', () => {
  it('are read once each, in the order in which they come, with how many times they count', () => {
    const read = gathered(['ana', 'ben', 'ana', 'cid', 'ana'].map((id) => object(id)));
    expect(read.map(({ object: { id }, times }) => [id, times])).toEqual([['ana', 3], ['ben', 1], ['cid', 1]]);
  });

  it('are times of work when all of them are people', () => {
    expect(isWork([object('ana'), object('ben')])).toBe(true);
    expect(isWork([object('ana'), object('deal', 'case')])).toBe(false);
    expect(isWork([])).toBe(false);
  });
});
