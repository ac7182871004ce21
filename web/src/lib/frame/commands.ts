/** What the palette can do by itself: pages, the look, who is here. Only what the reader may. */
import { may, mayNote, signOut } from '$lib/controls/session.svelte';
import { LANGS, choose, current, t } from '$lib/language/index.svelte';
import { holds } from '$lib/language/fold';
import { showCalls } from './calls.svelte';
import { showHelp } from './help.svelte';
import { go } from './location.svelte';
import { WORDS, opens, pageAt } from './pages';
import { showShortcuts } from './shortcuts.svelte';
import { THEMES, chooseTheme, currentTheme } from './theme.svelte';

export interface Entry {
  id: string;
  group: 'pages' | 'acts' | 'account' | 'contact' | 'opportunity' | 'process' | 'person';
  label: string;
  hint?: string;
  run: () => unknown;
}

/** A record as the search answers it. */
export interface Found {
  kind: 'account' | 'contact' | 'opportunity' | 'process' | 'person';
  id: string;
  label: string;
  hint: string;
}

/** Where each kind of record is read. */
const READ_AT: Record<Found['kind'], (id: string) => [path: string, choices: Record<string, string>]> = {
  account: (id) => ['/account', { id }],
  contact: (id) => ['/account', { contact: id }],
  opportunity: (id) => ['/opportunity', { id }],
  process: (code) => ['/process', { code }],
  person: (person) => ['/', { person }],
};

/** Pages and acts that hold what is typed; all of them when nothing is. */
export function commands(typed: string): Entry[] {
  return [...pages(), ...acts()].filter(({ label, hint }) => holds(`${label} ${hint ?? ''}`, typed));
}

/** Records that have a page, and one that the reader may open. */
export function records(found: readonly Found[]): Entry[] {
  return found.flatMap(({ kind, id, label, hint }) => {
    const [path, choices] = READ_AT[kind](id);
    const page = pageAt(path);
    if (!page || !opens(page)) return [];
    return [{ id: `${kind}-${id}`, group: kind, label, hint, run: () => go(`${path}?${new URLSearchParams(choices)}`) }];
  });
}

function pages(): Entry[] {
  return WORDS.flatMap(({ name: word, pages }) =>
    pages.filter((page) => opens(page) && !page.inside).map(({ path, name }) => ({
      id: `page-${path}`,
      group: 'pages' as const,
      label: t(name),
      ...(name !== word && { hint: t(word) }),
      run: () => go(path),
    })),
  );
}

function acts(): Entry[] {
  const act = (id: string, label: string, run: () => unknown): Entry => ({ id: `act-${id}`, group: 'acts', label, run });
  const workshop = pageAt('/workshop');
  return [
    ...(mayNote() ? [{ ...act('note', t('palette-note'), () => go('/note')), hint: t('palette-note-hint') }] : []),
    ...(may('accounts/write') ? [act('account', t('palette-new-account'), () => go('/accounts?new=1'))] : []),
    ...(workshop && opens(workshop) ? [act('absences', t('palette-absences'), () => go('/workshop?view=absences'))] : []),
    ...LANGS.filter((lang) => lang !== current()).map((lang) => ({ ...act(lang, t('palette-language', { lang }), () => choose(lang)), hint: t(`language-${lang}`) })),
    ...THEMES.filter((theme) => theme !== currentTheme()).map((theme) => act(theme, t('palette-theme', { theme: t(`theme-${theme}`) }), () => chooseTheme(theme))),
    act('print', t('palette-print'), () => window.print()),
    act('help', t('help-open'), showHelp),
    act('shortcuts', t('shortcuts-open'), showShortcuts),
    act('calls', t('calls-open'), showCalls),
    act('out', t('me-out'), signOut),
  ];
}
