/** Who is signed in, as the server says: the cookie itself is out of the pages' reach. */
import { forgetCalls } from '$lib/api/calls';
import { address, read, send, whenNobodyIsIn } from '$lib/api/client';
import { Loaded } from '$lib/api/loaded.svelte';
import type { CameIn, Me, Permission } from '$lib/api/types';
import { currentPath, go } from '$lib/frame/location.svelte';
import { forget, recalled } from '$lib/frame/memory';
import { current } from '$lib/language/index.svelte';
import { RETURN, type Brought } from './provider.svelte';

/** Why nobody is signed in: nobody came yet, the session ended by itself, or they left. */
export type Absence = 'never' | 'ended' | 'left';

let session: Loaded<Me>;
let away = $state<Absence>();
let login = $state('');

/** Asks who is here, for as long as the application lives. Called once, as it starts. */
export function openSession(): Loaded<Me> {
  session = new Loaded<Me>(() => (away ? null : address('/api/session', { lang: current() })));
  whenNobodyIsIn(() => leave(session.value ? 'ended' : 'never'));
  document.addEventListener('visibilitychange', () => void compare());
  return session;
}

/** Whoever is signed in, as far as the server has said it. */
export function me(): Me | undefined {
  return session.value;
}

/** Set while nobody is signed in. */
export function absence(): Absence | undefined {
  return away;
}

/** The login of whoever was here before, on this page only. */
export function lastLogin(): string {
  return login;
}

export function may(permission: Permission): boolean {
  return session.value?.permissions[permission] !== undefined;
}

/** Whether they note conversations that nothing had planned: whoever holds some, somebody of the workshop. */
export function mayNote(): boolean {
  return may('orders/write') && Boolean(session.value?.person);
}

/** Comes in; or answers with what to give beside a code, for who has a second factor. */
export async function signIn(name: string, password: string): Promise<string | undefined> {
  const { second } = await send<CameIn>('POST', address('/api/session', { lang: current() }), { login: name, password });
  if (!second) enter();
  return second;
}

/** Gives the code of the second factor, and comes in. */
export async function giveCode(second: string, code: string): Promise<void> {
  await send('POST', address('/api/session/second', { lang: current() }), { second, code });
  enter();
  if (currentPath() === RETURN) go('/', true);
}

/** What the provider of identities is called, when there is one. */
export async function offeredProvider(): Promise<string | undefined> {
  const { label } = await read<{ label: string | null }>('/api/session/provider');
  return label ?? undefined;
}

/** Leaves for the provider of identities. */
export async function setOut(): Promise<void> {
  const to = await send<{ address: string }>('POST', address('/api/session/provider', { lang: current() }));
  window.location.assign(to.address);
}

/** Comes back from it, and in; or answers with what to give beside a code. */
export async function comeBack(brought: Brought): Promise<string | undefined> {
  const { second } = await send<CameIn>('POST', address('/api/session/provider/code', { lang: current() }), brought);
  if (second) return second;
  enter();
  go('/', true);
  return undefined;
}

/** Takes an invitation, and comes in; who has a second factor signs in with the new password first. */
export async function accept(secret: string, password: string): Promise<void> {
  const { second } = await send<CameIn>('POST', address('/api/invitation/accept', { lang: current() }), { secret, password });
  if (!second) enter();
  go('/');
}

/** Something of who is signed in has changed. */
export function askAgain(): void {
  session.retry();
}

/** What the reader began to write and did not send, kept by this browser. */
export function draftsHere(): string[] {
  const login = me()?.login;
  return login ? recalled(`draft.${login}.`) : [];
}

/** The person shown last and what was begun are forgotten too: the next reader of this browser may be somebody else. */
export async function signOut(): Promise<void> {
  const begun = draftsHere();
  await send('DELETE', address('/api/session', { lang: current() }));
  for (const draft of begun) forget(draft);
  forget('person');
  leave('left');
  go('/');
}

function enter(): void {
  session.value = undefined;
  away = undefined;
  session.retry();
}

function leave(why: Absence): void {
  if (away) return;
  forgetCalls();
  login = why === 'ended' ? (session.value?.login ?? '') : '';
  away = why;
}

/** Another tab may have signed in as somebody else: what this one shows would no longer be theirs. */
async function compare(): Promise<void> {
  const before = session.value?.login;
  if (document.visibilityState !== 'visible' || !before) return;
  const now = await read<Me>('/api/session').catch(() => undefined);
  if (!now || now.login === before) return;
  forgetCalls();
  session.retry();
}
