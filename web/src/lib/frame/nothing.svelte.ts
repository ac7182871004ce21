/** Whether a page has nothing of its own to show: its reader may not read it, or there is no plan yet. What is kept of a page is not offered then. */
import { getContext, setContext } from 'svelte';

const KEY = Symbol('nothing');

class Nothing {
  #answers = $state(0);

  get here(): boolean {
    return this.#answers > 0;
  }

  /** One of the answers of the page is nothing; gives what ends that. */
  add(): () => void {
    this.#answers += 1;
    return () => {
      this.#answers -= 1;
    };
  }
}

/** Of the page that is being made. */
export const makeNothing = (): Nothing => setContext(KEY, new Nothing());
/** Of the page around, if there is one. */
export const nothingAround = (): Nothing | undefined => getContext<Nothing | undefined>(KEY);
