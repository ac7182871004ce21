/**
 * The door for what must not be lost when the network is: sent at once when it can be, else kept and sent once, later.
 *
 * `outbox.send(letter)` draws nothing and decides nothing: the caller draws the key when its form opens (`newKey`).
 */
import { Problem, send } from '$lib/api/client';
import { me } from '$lib/controls/session.svelte';
import { said } from '$lib/frame/undo.svelte';
import { t } from '$lib/language/index.svelte';
import { dropLetter, keepLetter, letterOf, lettersOf, type Kept, type Letter } from './letters';
import { returned } from './network.svelte';

export type { Kept, Letter } from './letters';

/** Sent with its answer, or kept until the network is back. */
export type Outcome<T> = { kept: false; answer: T } | { kept: true };

let waiting = $state.raw<Kept[]>([]);
let delivered = $state(0);

export const outbox = {
  /** Throws a `Problem` when the server refuses it; nothing is kept then. */
  async send<T = void>(letter: Letter): Promise<Outcome<T>> {
    try {
      return { kept: false, answer: await post<T>(letter) };
    } catch (cause) {
      const login = me()?.login;
      if (!(cause instanceof Problem) || cause.kind !== 'unreachable' || !login) throw cause;
      await keep(letter, login);
      return { kept: true };
    }
  },

  /** Behind what already waits and belongs to it: sent after it, even if the network is back by now. */
  async follow(letter: Letter): Promise<{ kept: true }> {
    await keep(letter, me()?.login ?? '');
    void flush().catch(() => {});
    return { kept: true };
  },

  /** Those of the reader, the oldest first; `refused` marks those that the server did not want. */
  get waiting(): readonly Kept[] {
    return waiting;
  },

  /** Grows with each letter delivered: a page that shows what they change reads again. */
  get delivered(): number {
    return delivered;
  },

  async again(one: Kept): Promise<void> {
    const { refused: _, ...letter } = one;
    await keepLetter(letter);
    await flush();
  },

  /** Gives up a letter; gives back what puts it in the box again. */
  async drop(one: Kept): Promise<() => Promise<void>> {
    await dropLetter(one.key);
    await look();
    return async () => {
      await keepLetter(one);
      await look();
    };
  },
};

/** Follows the network and the reader, for as long as the application lives. Called once, while it starts. */
export function watchOutbox(): void {
  $effect(() => {
    void returned();
    if (me()) void flush().catch(() => {});
    else waiting = [];
  });
}

async function keep(letter: Letter, login: string): Promise<void> {
  // Kept as it stands: what the page shows may change afterwards.
  const plain = letter.body instanceof Blob ? letter : (JSON.parse(JSON.stringify(letter)) as Letter);
  await keepLetter({ ...plain, login, written: new Date().toISOString() });
  await look();
}

function post<T>({ method, url, body, key, seen }: Letter): Promise<T> {
  return send<T>(method, url, body, { key, seen: seen ?? null });
}

async function look(): Promise<void> {
  const login = me()?.login;
  waiting = login ? await lettersOf(login) : [];
}

/** One tab at a time; should two send the same letter, its key makes it count once. */
async function flush(): Promise<void> {
  await look();
  if (waiting.every(({ refused }) => refused)) return;
  const locks = navigator.locks as LockManager | undefined;
  if (locks) await locks.request('atelier-outbox', deliver);
  else await deliver();
}

async function deliver(): Promise<void> {
  const login = me()?.login;
  if (!login) return;
  let [sent, answered] = [0, 0];
  for (const one of (await lettersOf(login)).filter(({ refused }) => !refused)) {
    // Somebody else came in meanwhile: it is not theirs to send.
    if (me()?.login !== login) break;
    const fate = await deliverOne((await letterOf(one.key)) ?? one);
    if (fate === 'later') break;
    answered += 1;
    if (fate === 'sent') sent += 1;
  }
  await look();
  if (answered > 0) delivered += 1;
  if (sent > 0) said({ said: t('outbox-sent', { count: sent }) });
}

/** A file that has arrived is named by the capture that it proves, which waits behind it. */
async function name(capture: string, file: string): Promise<void> {
  const letter = await letterOf(capture);
  if (!letter) return;
  const body = letter.body as { files?: string[] };
  await keepLetter({ ...letter, body: { ...body, files: [...new Set([...(body.files ?? []), file])] } });
}

/** Taken, refused for a reason that will not pass by itself, or to be tried again later. */
async function deliverOne(one: Kept): Promise<'sent' | 'refused' | 'later'> {
  try {
    const answer = await post<{ id?: string } | undefined>(one);
    if (one.into && answer?.id) await name(one.into, answer.id);
    await dropLetter(one.key);
    return 'sent';
  } catch (cause) {
    const passing = !(cause instanceof Problem) || cause.kind !== 'refused' || cause.status === 401 || cause.status === 429 || cause.status >= 500;
    if (passing) return 'later';
    await keepLetter({ ...one, refused: { status: cause.status, body: cause.body ?? null } });
    return 'refused';
  }
}
