/** Jobs as the pages say them. */
import { t } from '$lib/language/index.svelte';

/** Of each state its shape. */
export const SHAPES = { waiting: 'unplaced', running: 'tight', done: 'on-time', failed: 'late', cancelled: 'none' } as const;
export const KINDS = ['plan', 'import', 'verify', 'webhook', 'mail', 'overload'] as const;

export const kindName = (kind: string): string => (KINDS.some((one) => one === kind) ? t(`upkeep-job-${kind}`) : kind);
