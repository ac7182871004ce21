/** Firms as the list shows and changes them. */
import { Problem, address, readSeen, sendSeen } from '$lib/api/client';
import type { components } from '$lib/api/schema';
import { said } from '$lib/frame/undo.svelte';
import { current, t } from '$lib/language/index.svelte';
import type { Column } from '$lib/ui/list/columns.svelte';
import { grouped } from './siren';

export type Account = components['schemas']['Account'];
/** What one changes in place. */
export type Field = 'name' | 'sector' | 'country';

const at = (id: string) => address(`/api/accounts/${id}`, { lang: current() });

/** Columns of the list; `put` is told each row as it has become. With `changes`, cells are edited in place. */
export function columns(changes: boolean, put: (row: Account) => void): Column<Account>[] {
  const edited = (field: Field) => (changes ? { save: (row: Account, text: string) => change(row, field, text, put) } : {});
  return [
    { code: 'name', name: t('market-name'), text: ({ name }) => name, width: 320, sort: 'name', link: ({ id }) => `/account?id=${id}` },
    { code: 'sector', name: t('market-sector'), text: ({ sector }) => sector, width: 180, ...edited('sector') },
    { code: 'country', name: t('market-country'), text: ({ country }) => country, width: 140, ...edited('country') },
    { code: 'siren', name: t('market-siren'), text: ({ siren }) => grouped(siren ?? ''), width: 130 },
    { code: 'key', name: t('market-key'), text: ({ key }) => key, width: 220, sort: 'key' },
    { code: 'more', name: t('market-more'), text: ({ facets }) => Object.entries(facets).filter(([name]) => name !== 'siren' && name !== 'siret').map(([name, value]) => `${name} ${value}`).join(', '), width: 240 },
  ];
}

/**
 * Changes one field, unless somebody else changed the same one since `row` was read: the reader then sees theirs, and chooses.
 *
 * Throws a `Problem`.
 */
export async function change(row: Account, field: Field, text: string, put: (row: Account) => void): Promise<void> {
  const { value: now, seen } = await readSeen<Account>(at(row.id));
  if (now[field] !== row[field] && now[field] !== text) {
    put(now);
    throw meanwhile(now[field]);
  }
  const after = await sendSeen<Account>('PATCH', at(row.id), { [field]: text }, { seen });
  put(after.value);
  said({ said: t('market-changed', { name: row.name, before: row[field] || '–', after: text || '–' }), undo: () => back(after.seen) });

  async function back(version: string | null): Promise<void> {
    const undone = await sendSeen<Account>('PATCH', at(row.id), { [field]: row[field] }, { seen: version });
    put(undone.value);
  }
}

/** A choice rather than a refusal: sent again, it is written over theirs, which one has now seen. */
function meanwhile(theirs: string): Problem {
  return new Problem('refused', 412, {
    type: 'urn:atelier:controls/changed-meanwhile', code: 'controls/changed-meanwhile', status: 412,
    title: t('market-meanwhile', { theirs: theirs || '–' }), detail: '', remedy: t('market-meanwhile-do'),
  });
}
