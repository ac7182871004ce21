/** One change made to many firms, a few at a time: how far it is, what was refused, how it is taken back. */
import { Problem, address, readSeen, sendSeen } from '$lib/api/client';
import { said } from '$lib/frame/undo.svelte';
import { current, t } from '$lib/language/index.svelte';
import type { Account, Field } from './accounts';

/** Changes under way at the same time: others use the server too. */
const TOGETHER = 4;
/** Between two showings of what has changed: a list of a hundred thousand is made anew for each. */
const SHOWN_MS = 500;

/** Is told the rows that have changed since, as they have become. */
export type Put = (...rows: Account[]) => void;

interface Changed {
  before: Account;
  seen: string | null;
}

export class Bulk {
  done = $state(0);
  total = $state(0);
  busy = $state(false);
  refused = $state.raw<{ name: string; why: string }[]>([]);
  #stopped = false;

  /** Gives `field` the value `text` in all of `rows`. */
  async run(rows: Account[], field: Field, text: string, put: Put): Promise<void> {
    const changed: Changed[] = [];
    await this.#each(rows, put, async (row) => {
      const { value: before, seen } = await readSeen<Account>(at(row));
      const after = await sendSeen<Account>('PATCH', at(row), { [field]: text }, { seen });
      changed.push({ before, seen: after.seen });
      return after.value;
    });
    if (changed.length === 0) return;
    const undo = async () => {
      const versions = new Map(changed.map(({ before, seen }) => [before.id, seen]));
      await this.#each(changed.map(({ before }) => before), put, async (before) => {
        const after = await sendSeen<Account>('PATCH', at(before), { [field]: before[field] }, { seen: versions.get(before.id) ?? null });
        return after.value;
      });
    };
    said({ said: t('market-bulk-done', { count: changed.length, text: text || '–' }), undo });
  }

  /** Lets the changes under way end, and no other begin. */
  stop(): void {
    this.#stopped = true;
  }

  async #each(rows: Account[], put: Put, act: (row: Account) => Promise<Account>): Promise<void> {
    [this.done, this.total, this.busy, this.refused, this.#stopped] = [0, rows.length, true, [], false];
    const left = rows.values();
    const become: Account[] = [];
    const hand = async () => {
      for (const row of left) {
        if (!this.#stopped) become.push(...(await this.#try(row, act)));
      }
    };
    const show = () => {
      if (become.length > 0) put(...become.splice(0));
    };
    const timer = setInterval(show, SHOWN_MS);
    await Promise.all(Array.from({ length: TOGETHER }, hand));
    clearInterval(timer);
    show();
    this.busy = false;
  }

  /** The row as it has become; nothing when it was refused. */
  async #try(row: Account, act: (row: Account) => Promise<Account>): Promise<Account[]> {
    try {
      const become = await act(row);
      this.done += 1;
      return [become];
    } catch (cause) {
      this.refused = [...this.refused, { name: row.name, why: reason(cause) }];
      // Without a server the others would fail alike.
      if (cause instanceof Problem && cause.kind === 'unreachable') this.stop();
      else this.done += 1;
      return [];
    }
  }
}

const at = ({ id }: Account) => address(`/api/accounts/${id}`, { lang: current() });

function reason(cause: unknown): string {
  if (!(cause instanceof Problem)) return t('problem-unreadable');
  return cause.body ? `${cause.body.title} ${cause.body.remedy}` : t(`problem-${cause.kind}`, { status: cause.status });
}
