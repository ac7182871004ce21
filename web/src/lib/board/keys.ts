/** What each key of the board does: to read, from one place to the next; with Alt, to take an action in hand and move it. */
import { isOver, type Book, type Row } from './book';
import { heldOf, type Desk } from './desk.svelte';
import type { Aim, Held } from './judge';
import type { Sight } from './sight.svelte';
import { across, along, edge, hand, nextSeat, shift, shiftDay, type Stop } from './walk';

export interface Hands {
  book: Book;
  rows: Row[];
  desk: Desk;
  sight: Sight;
  movable: boolean;
  goTo: (next: Stop) => unknown;
  open: (order: string) => void;
  openDay: (person: number, day: number) => void;
  /** An action that is over was asked to move. */
  stays: (stop: Stop) => void;
  cancel: () => void;
}
type Act = () => unknown;

/** What a key does here; nothing for those that are somebody else's. */
export function actOf(event: KeyboardEvent, hands: Hands): Act | undefined {
  const { stop } = hands.sight;
  if (event.ctrlKey || event.metaKey || !stop) return undefined;
  if (event.altKey) return moving(event, hands, stop);
  return hands.desk.held ? holding(event.key, hands) : reading(event.key, hands, stop);
}

function reading(key: string, { book, rows, goTo, open, openDay }: Hands, from: Stop): Act | undefined {
  return {
    ArrowRight: () => goTo(along(book, from, 1)),
    ArrowLeft: () => goTo(along(book, from, -1)),
    ArrowDown: () => goTo(across(book, rows, from, 1)),
    ArrowUp: () => goTo(across(book, rows, from, -1)),
    PageDown: () => goTo(across(book, rows, from, 10)),
    PageUp: () => goTo(across(book, rows, from, -10)),
    Home: () => goTo(edge(book, from, 'first')),
    End: () => goTo(edge(book, from, 'last')),
    Enter: () => (from.order === null ? openDay(from.person, from.day) : open(book.board.orders.id[from.order]!)),
    ' ': () => from.order !== null && open(book.board.orders.id[from.order]!),
    l: () => openDay(from.person, from.day),
  }[key];
}

function holding(key: string, { desk, cancel }: Hands): Act | undefined {
  return { Enter: () => desk.release(), Escape: cancel }[key];
}

function moving(event: KeyboardEvent, hands: Hands, stop: Stop): Act | undefined {
  const { desk, book, movable, sight } = hands;
  const step = stepOf(event, hands);
  if (!step || !movable || desk.asked) return undefined;
  return () => {
    if (!desk.held && stop.order === null) return;
    if (!desk.held && isOver(book.board, stop.order!)) return hands.stays(stop);
    if (!desk.held) {
      const held = heldOf(book, stop.order!, stop.person);
      desk.take(held, { person: stop.person, start: held.start! });
    }
    const aim = step(desk.aim!, desk.held!);
    desk.point(aim);
    sight.reveal(aim.person, aim.start, desk.held!.minutes);
  };
}

function stepOf({ key, shiftKey }: KeyboardEvent, { book, rows, desk, sight }: Hands): ((aim: Aim, held: Held) => Aim) | undefined {
  const sideways = (by: 1 | -1) => (aim: Aim, held: Held) => (shiftKey ? shiftDay(book, aim, by) : shift(book, sight.axis, held, aim, by));
  const steps: Record<string, (aim: Aim, held: Held) => Aim> = {
    ArrowRight: sideways(1),
    ArrowLeft: sideways(-1),
    ArrowDown: (aim) => hand(book, rows, desk.seats, aim, 1),
    ArrowUp: (aim) => hand(book, rows, desk.seats, aim, -1),
    PageDown: (aim) => nextSeat(book, desk.seats, aim, 1),
    PageUp: (aim) => nextSeat(book, desk.seats, aim, -1),
  };
  return steps[key];
}
