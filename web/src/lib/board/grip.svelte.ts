/** By pointer: a mouse takes hold of an action by moving, a finger by resting; what is held follows until it is let go. */
import type { Desk } from './desk.svelte';
import type { Held } from './judge';
import type { Sight } from './sight.svelte';

/** A finger that rests so long takes hold. */
const REST_MS = 380;

interface Pending {
  held: Held;
  x: number;
  y: number;
  /** From the start of the action to where it was taken, in pixels. */
  within: number;
  touch: boolean;
  timer?: ReturnType<typeof setTimeout>;
}

export class Grip {
  dragging = $state(false);
  #moved = false;
  #pending: Pending | undefined;
  #last = { x: 0, y: 0 };
  #rolling = false;
  #desk: () => Desk;
  #sight: Sight;

  constructor(desk: () => Desk, sight: Sight) {
    this.#desk = desk;
    this.#sight = sight;
    // While a finger holds an action, the page must not scroll under it.
    $effect(() => {
      const hold = (event: TouchEvent) => this.dragging && event.preventDefault();
      window.addEventListener('touchmove', hold, { passive: false });
      return () => window.removeEventListener('touchmove', hold);
    });
  }

  grab(event: PointerEvent, held: Held, within = 0): void {
    const touch = event.pointerType !== 'mouse';
    this.#pending = { held, x: event.clientX, y: event.clientY, within, touch };
    this.#moved = false;
    if (touch) this.#pending.timer = setTimeout(() => this.#begin(), REST_MS);
  }

  move(event: PointerEvent): void {
    if (!this.#pending) return;
    const { x, y, touch } = this.#pending;
    const far = Math.hypot(event.clientX - x, event.clientY - y);
    if (!this.dragging && touch && far > 8) return this.#forget();
    if (!this.dragging && !touch && far > 4) this.#begin();
    if (!this.dragging) return;
    this.#last = { x: event.clientX, y: event.clientY };
    this.#follow();
    if (!this.#rolling) this.#roll();
  }

  release(): void {
    if (this.dragging) this.#desk().release();
    this.#forget();
  }

  cancel(): void {
    this.#desk().drop();
    this.#forget();
  }

  /** Whether what looks like a click is the end of a drag; said once. */
  wasDrag(): boolean {
    const was = this.#moved;
    this.#moved = false;
    return was;
  }

  #begin(): void {
    if (!this.#pending) return;
    const { held, x, y, touch } = this.#pending;
    this.dragging = this.#moved = true;
    this.#last = { x, y };
    this.#desk().take(held, { person: held.from ?? this.#sight.first ?? 0, start: held.start ?? 0 });
    if (held.start === null) this.#follow();
    if (touch) navigator.vibrate?.(12);
  }

  #follow(): void {
    if (!this.#pending) return;
    const desk = this.#desk();
    const aim = this.#sight.seatAt(this.#last.x - this.#pending.within, this.#last.y, desk.aim?.person ?? 0);
    if (aim) desk.point(aim);
  }

  #roll(): void {
    this.#rolling = this.dragging;
    if (!this.dragging) return;
    if (this.#sight.pull(this.#last.x, this.#last.y)) this.#follow();
    requestAnimationFrame(() => this.#roll());
  }

  #forget(): void {
    clearTimeout(this.#pending?.timer);
    this.#pending = undefined;
    this.dragging = false;
  }
}
