import { describe, expect, it } from 'vitest';
import { begins, stageOf } from '$lib/frame/beginning';

describe('the way to a first plan', () => {
  const aimed = { lines: [{ objectives: [] }, { objectives: ['t1'] }] };

  it('begins with who works, then what for, then the plan', () => {
    expect(stageOf(null, 0)).toBe('workshop');
    expect(stageOf({ lines: [] }, 0)).toBe('process');
    expect(stageOf({ lines: [{ objectives: [] }] }, 1)).toBe('objective');
    expect(stageOf(aimed, 1)).toBe('plan');
  });

  it('is what a company without a plan or without anybody is shown, and no other refusal', () => {
    expect(begins('app/no-plan')).toBe(true);
    expect(begins('app/no-people')).toBe(true);
    expect(begins('controls/not-allowed')).toBe(false);
    expect(begins(undefined)).toBe(false);
  });
});
