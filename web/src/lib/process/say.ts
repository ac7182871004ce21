/** A text in the reader's language; French where the other one is not written. */
import { current } from '$lib/language/index.svelte';
import type { InBoth } from './types';

export const say = (name: InBoth): string => (current() === 'en' && name.en ? name.en : name.fr);
