/** A form on its way to the server, and what the server found wrong with it. */
import { Problem } from './client';
import { PATIENCE_MS } from './loaded.svelte';
import type { Refused } from './types';

export class Sent {
  problem = $state.raw<Problem>();
  busy = $state(false);
  slow = $state(false);

  /** Does `act`; false when it was refused, or is already on its way. */
  async run(act: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    const timer = setTimeout(() => (this.slow = true), PATIENCE_MS);
    this.busy = true;
    try {
      await act();
      this.problem = undefined;
    } catch (cause) {
      this.problem = cause instanceof Problem ? cause : new Problem('unreadable', 0);
    }
    clearTimeout(timer);
    this.busy = this.slow = false;
    return !this.problem;
  }

  clear(): void {
    this.problem = undefined;
  }

  /** What is wrong with one field. */
  about(place: string): Refused[] {
    return (this.problem?.body?.errors ?? []).filter((one) => one.place === place);
  }

  /** What went wrong that none of these fields shows. */
  beside(places: string[]): Problem | undefined {
    const shown = places.some((place) => this.about(place).length > 0);
    return shown ? undefined : this.problem;
  }
}
