/** How many won deals wait for whoever may confirm them; nothing for anybody else. */
import { address } from '$lib/api/client';
import { Loaded } from '$lib/api/loaded.svelte';
import type { Schemas } from '$lib/api/types';
import { may } from './session.svelte';

let asked = $state(0);
let counted = $state<number>();

export const waiting = () => counted;

/** Something was said of a deal: they are counted again. */
export function recount(): void {
  asked += 1;
}

/** Counts them, for as long as the component that asks lives. */
export function countWaiting(): void {
  const some = new Loaded<Schemas['Approvals']>(() => {
    void asked;
    return may('confirmations/write') ? address('/api/approvals', { limit: '1' }) : null;
  });
  $effect(() => {
    counted = some.value?.waiting;
  });
}
