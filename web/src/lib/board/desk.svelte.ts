/** What is in hand on the board: an action one is moving, the seat aimed at, and what the server says of it. */
import { address, read, send } from '$lib/api/client';
import { current } from '$lib/language/index.svelte';
import { DAY, ghostsOf, timeAt, type Book, type Ghost } from './book';
import { judge, type Aim, type Code, type Held } from './judge';
import type { Asked, Conflict, Move, MovePreview, Seats } from './types';

/** So long on one seat, and the server is asked what it thinks of it. */
const REST_MS = 180;

export class Desk {
  held = $state.raw<Held>();
  aim = $state.raw<Aim>();
  seats = $state.raw<Seats>();
  /** What was asked for by letting go; shown with all that it moves, until it is applied or given up. */
  asked = $state.raw<{ ask: Asked; held: Held; aim: Aim }>();
  /** What would move, as ghosts. */
  moves = $state.raw<readonly Move[]>([]);
  #told = $state.raw<{ aim: Aim; conflicts: Conflict[] }>();
  #book: () => Book | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(book: () => Book | undefined) {
    this.#book = book;
  }

  ghosts: Map<number, Ghost[]> = $derived.by(() => {
    const book = this.#book();
    return book && this.moves.length > 0 ? ghostsOf(book, this.moves) : new Map();
  });
  leaving: ReadonlySet<string> = $derived(new Set(this.moves.filter(({ from }) => from).map(({ order }) => order)));

  /** By person: where what is held could start. */
  lit: Map<number, readonly [number, number][]> = $derived.by(() => {
    const book = this.#book();
    if (!book || !this.held || !this.seats) return new Map();
    return new Map(this.seats.people.flatMap(({ code, starts }) => {
      const person = book.person.get(code);
      return person === undefined ? [] : [[person, starts] as const];
    }));
  });

  /** The server's word on the seat aimed at, once it is there. */
  said: Conflict[] | undefined = $derived(this.#told?.aim === this.aim ? this.#told?.conflicts : undefined);
  /** What one can see by oneself until then. */
  hints: Code[] = $derived.by(() => {
    const book = this.#book();
    return book && this.held && this.aim ? judge(book, this.held, this.aim, this.seats) : [];
  });

  /** Takes an action in hand, and asks where it could stand. */
  take(held: Held, aim: Aim): void {
    this.drop();
    this.held = held;
    this.aim = aim;
    const board = this.#book()?.board;
    if (!board) return;
    const at = address(`/api/orders/${held.id}/seats`, { from: board.from, to: board.to, lang: current() });
    void read<Seats>(at).then((seats) => this.held === held && (this.seats = seats), () => undefined);
  }

  point(aim: Aim): void {
    if (!this.held || (this.aim?.person === aim.person && this.aim.start === aim.start)) return;
    this.aim = aim;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(aim), REST_MS);
  }

  /** Lets go where one aims: what it would move is asked for, nothing is done yet. */
  release(): void {
    const { held, aim } = this;
    this.drop();
    if (!held || !aim || (aim.start === held.start && held.people.includes(aim.person))) return;
    this.asked = { ask: this.#as(held, aim), held, aim };
  }

  /** Puts back what is in hand. */
  drop(): void {
    clearTimeout(this.#timer);
    this.held = this.aim = this.seats = this.#told = undefined;
  }

  /** Gives up what was asked for. */
  leave(): void {
    this.asked = undefined;
    this.moves = [];
  }

  async #ask(aim: Aim): Promise<void> {
    const { held } = this;
    if (!held || this.hints.includes('same-time')) return;
    const body = { ...this.#as(held, aim), moves: false };
    const at = address('/api/board/moves/preview', { lang: current() });
    const answer = await send<MovePreview>('POST', at, body).catch(() => undefined);
    if (answer && this.held === held && this.aim === aim) this.#told = { aim, conflicts: answer.conflicts };
  }

  #as(held: Held, aim: Aim): Asked {
    const { board } = this.#book()!;
    const start = timeAt(board, aim.start);
    if (aim.person === held.from || held.people.includes(aim.person)) return { order: held.id, start };
    const person = board.people.code[aim.person]!;
    const kind = board.people.kind[held.from ?? -1];
    const alike = held.people.filter((one) => board.people.kind[one] === kind);
    const from = held.from === null ? undefined : board.people.code[held.from];
    return { order: held.id, start, person, ...(alike.length > 1 && from ? { instead_of: from } : {}) };
  }
}

/** An action of the board, as one takes it in hand. */
export function heldOf({ board }: Book, order: number, from: number): Held {
  const { id, customer, operation, length, start, people } = board.orders;
  return {
    id: id[order]!,
    customer: board.customers[customer[order]!] ?? '',
    operation: board.operations[operation[order]!]?.name ?? '',
    minutes: length[order]!,
    start: start[order]!,
    from,
    people: people[order]!,
  };
}

export const dayOf = (minute: number): number => Math.floor(minute / DAY);
