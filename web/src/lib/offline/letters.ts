/** What waits for the network, kept by this browser (IndexedDB): it outlives the page, the tab and the machine's sleep. */
import { openDB, type DBSchema } from 'idb';
import type { Method } from '$lib/api/client';
import type { ProblemBody } from '$lib/api/types';

/** One act to be sent. Under its key it counts once, however often it is sent. */
export interface Letter {
  key: string;
  method: Method;
  url: string;
  /** JSON, or the bytes of a file. */
  body?: unknown;
  /** The version seen of what it changes. */
  seen?: string | null;
  /** What it is, in the reader's words: "Compte rendu, Aciers Vallon". */
  what: string;
  /** What was typed, line by line, to be read again if it is refused. */
  typed?: { label: string; text: string }[];
  /** The page where it can be typed again. */
  back?: string;
  /** Key of the letter that names what this one brings: a capture, and the file that proves it. */
  into?: string;
}

export interface Kept extends Letter {
  login: string;
  /** When it was written, as an instant. */
  written: string;
  /** What the server found wrong with it: it is then sent again only if the reader asks. */
  refused?: { status: number; body: ProblemBody | null };
}

interface Box extends DBSchema {
  letters: { key: string; value: Kept };
}

const opened = () => openDB<Box>('atelier', 1, { upgrade: (base) => void base.createObjectStore('letters', { keyPath: 'key' }) });
let base: ReturnType<typeof opened> | undefined;

const box = () => (base ??= opened());

/** Those of a login, the oldest first. */
export async function lettersOf(login: string): Promise<Kept[]> {
  const all = await (await box()).getAll('letters');
  return all.filter((one) => one.login === login).sort((a, b) => a.written.localeCompare(b.written));
}

/** As it stands now: what was sent before it may have named itself in it. */
export async function letterOf(key: string): Promise<Kept | undefined> {
  return (await box()).get('letters', key);
}

export async function keepLetter(letter: Kept): Promise<void> {
  await (await box()).put('letters', letter);
}

export async function dropLetter(key: string): Promise<void> {
  await (await box()).delete('letters', key);
}
