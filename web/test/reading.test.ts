import { expect, test } from 'vitest';
import { guess, mapping } from '../src/lib/imports/guess';
import { NotRead, readTables } from '../src/lib/imports/reading';
import { workbook, zip } from './workbook.mjs';

const file = (name: string, bytes: Uint8Array<ArrayBuffer>) => new File([bytes], name);
const why = async (name: string, bytes: Uint8Array<ArrayBuffer>) =>
  readTables(file(name, bytes)).then(() => 'read', (cause: unknown) => (cause instanceof NotRead ? cause.why : cause));

const DEALS = { name: 'Affaires', rows: [
  ['Référence ', 'Client', 'Étape', 'Créée le', 'Montant HT'],
  ['00042', 'Fonderies <du> Rhône', 'Découverte', { day: '2026-12-04' }, 0.1 + 0.2],
  [null, null, null, null, null],
  ['00043', 'Ateliers & Bréal', 'Perdue', '32/13/2026', { formula: 'SUM(E2:E2)', value: 12500.5 }],
  ['', null, ' ', null, null],
  [],
] };
const FIRMS = { name: 'Clients', rows: [[], ['Client', 'Secteur'], ['Fonderies <du> Rhône', 'Métallurgie']] };
const EMPTY = { name: 'Feuil3', rows: [[]] };

test('a workbook gives a table for each sheet that holds something', async () => {
  const [deals, firms, ...others] = await readTables(file('ventes.xlsx', workbook([DEALS, FIRMS, EMPTY])));
  expect(others).toEqual([]);
  expect([deals!.name, deals!.sheet, deals!.origin]).toEqual(['ventes - Affaires.xlsx', 'Affaires', 'ventes.xlsx']);
  expect(deals!.header).toEqual(['Référence', 'Client', 'Étape', 'Créée le', 'Montant HT']);
  expect(deals!.rows.slice(0, 2)).toEqual([
    ['00042', 'Fonderies <du> Rhône', 'Découverte', '2026-12-04', '0.3'],
    ['00043', 'Ateliers & Bréal', 'Perdue', '32/13/2026', '12500.5'],
  ]);
  expect(deals!.total, 'what is empty is no row').toBe(2);
  expect([...deals!.values('Étape')]).toEqual([['Découverte', 1], ['Perdue', 1]]);
  expect(firms!.header).toEqual(['Client', 'Secteur']);
});

test('what is sent is the workbook itself, under a name that says the sheet when there are several', async () => {
  const bytes = workbook([DEALS]);
  const [only] = await readTables(file('v<e>ntes.xlsx', bytes));
  expect(only!.sent.name).toBe('v-e-ntes.xlsx');
  expect(new Uint8Array(await only!.sent.arrayBuffer())).toEqual(new Uint8Array(bytes));
  const [long] = await readTables(file(`${'é'.repeat(90)}.xlsx`, workbook([DEALS, FIRMS])));
  expect(new TextEncoder().encode(long!.name).length).toBeLessThanOrEqual(120);
  expect(long!.name).toMatch(/ - Affaires\.xlsx$/);
});

test('each sheet feeds what it suits, and the mapping names it', async () => {
  const tables = await readTables(file('export affaires.xlsx', workbook([DEALS, FIRMS])));
  const maps = guess(tables);
  expect(maps.map(({ kind, sheet }) => [kind, sheet])).toEqual([['cases', 'Affaires'], ['accounts', 'Clients']]);
  const text = mapping(maps, [], { process: 'p', currency: 'EUR', dates: '', decimal: '', engagedStep: '' });
  expect(text).toContain('[accounts]\nfile = "export affaires - Clients.xlsx"\nsheet = "Clients"\nkey = "Client"');
  const kept = guess(tables, [{ ...maps[1]!, kind: 'products', columns: { key: 'Client' } }]);
  expect(kept[1]).toMatchObject({ kind: 'products', columns: { key: 'Client' } });
});

test('a workbook that cannot be read says why', async () => {
  const old = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const name = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
  expect(await why('a.xls', new Uint8Array([...old, 0, 0]))).toBe('old');
  expect(await why('a.xlsx', new Uint8Array([...old, 0x45, 0, ...name]))).toBe('locked');
  expect(await why('a.xlsx', workbook([EMPTY]))).toBe('empty');
  expect(await why('a.csv', new Uint8Array())).toBe('empty');
  const whole = workbook([DEALS]);
  expect(await why('a.xlsx', whole.slice(0, whole.length - 30)), 'cut').toBe('broken');
  expect(await why('a.docx', zip([['word/document.xml', '<w/>']]))).toBe('broken');
  const torn = whole.slice();
  torn.fill(0xff, 60, 90);
  expect(await why('a.xlsx', torn), 'altered').toBe('broken');
});

test('a workbook that would swell beyond measure is not opened, whatever it says of itself', async () => {
  const swollen: [string, Uint8Array][] = [['xl/worksheets/sheet1.xml', new Uint8Array(17 << 20)]];
  expect(await why('a.xlsx', zip(swollen))).toBe('heavy');
  expect(await why('a.xlsx', zip(swollen, () => 0)), 'it says nothing').toBe('heavy');
  const long = new Uint8Array(33 << 20);
  long.set([0x50, 0x4b]);
  expect(await why('a.xlsx', long)).toBe('heavy');
  expect(await why('a.xlsx', zip([['[Content_Types].xml', 'x'.repeat(100_000)]], () => 10)), 'it says less').toBe('broken');
});
