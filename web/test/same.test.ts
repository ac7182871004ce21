import { expect, it } from 'vitest';
import type { Contact } from '$lib/market/contacts';
import { alike } from '$lib/market/same';

const known = (id: string, name: string, mail: string | null, phone: string | null): Contact => ({ id, key: id, account: null, name, function: '', mail, phone, language: null });
const people = [known('1', 'Aïcha Diallo', 'a.diallo@client.example', '01 23 45 67 89'), known('2', 'Marc Roy', null, null)];
const found = (typed: { name?: string; mail?: string; phone?: string }) => alike([...people, ...people], { name: '', mail: '', phone: '', ...typed }).map(({ id }) => id);

it('finds who has the same name without accents, the same mail or the same telephone, once', () => {
  expect([found({ name: 'aicha DIALLO ' }), found({ mail: 'A.Diallo@client.example' }), found({ phone: '+33 1 23 45 67 89' })]).toEqual([['1'], ['1'], ['1']]);
});

it('finds nobody in what was left empty or too short', () => {
  expect([found({}), found({ phone: '01 23' }), found({ name: 'Aïcha' })]).toEqual([[], [], []]);
});
