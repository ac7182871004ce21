// From the files of a former system to deals in the plan: guessed, tried, set aside, written, undone [25].
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { told, visit } from './visits.mjs';
import { workbook } from './workbook.mjs';

const OPS = 'ventes@metrios.example';
/** As a French spreadsheet saves it: `;`, Windows-1252, decimal commas, and one date that is none. */
const mark = `J${Date.now()}`;
const CSV = Buffer.from([
  'Référence;Client;Étape;Créée le;Montant HT',
  `${mark}-1;Fonderies du Rhône;Découverte;04/12/2026;12 500,50`,
  `${mark}-2;Ateliers Bréal;Découverte;32/13/2026;8 000,00`,
  `${mark}-3;Ateliers Bréal;Perdue;18/11/2026;3 200,00`,
].join('\r\n'), 'latin1');

test('a file is dropped, read, tried, its good rows written, and undone [25]', () =>
  visit('/imports', { login: OPS }, async (page) => {
    await page.locator('#import-files').setInputFiles({ name: 'affaires.csv', mimeType: 'text/csv', buffer: CSV });
    const card = page.getByRole('article', { name: 'affaires.csv' });
    await card.waitFor();
    assert.equal(await card.getByLabel('Ce fichier contient').inputValue(), 'cases');
    assert.equal(await card.getByLabel('Identifiant').inputValue(), 'Référence');
    assert.match(await card.innerText(), /3 lignes · windows-1252/);
    assert.match(await card.getByRole('table').innerText(), /Fonderies du Rhône/);
    assert.equal(await page.getByLabel('Issue de «\u202fPerdue\u202f»').inputValue(), 'lost');
    await page.getByRole('button', { name: 'Lire sans rien écrire' }).click();
    await page.getByText('Rien n’est écrit pour l’instant').waitFor();
    await page.getByText('Une ligne mise de côté').waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Télécharger les lignes' }).click()]);
    assert.match(await readFile(await file.path(), 'utf8'), /"affaires.csv";"3";.*32\/13\/2026/);
    await page.getByRole('button', { name: 'Écrire les bonnes lignes' }).click();
    await page.getByRole('link', { name: 'Voir la charge' }).waitFor();
    const { imports } = await told('/api/imports', {}, OPS);
    assert.equal(imports.at(-1).source, 'affaires.csv');
    await page.locator('#import-made ~ ul li').first().getByRole('button', { name: 'Annuler cet import' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Annuler cet import' }).click();
    await page.getByText('Import de affaires.csv annulé').waitFor();
    assert.equal((await told('/api/imports', {}, OPS)).imports.at(-1).undone, true);
  }));

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

test('a workbook is dropped as it is: its sheets are chosen, and a fault names its row there [25]', () =>
  visit('/imports', { login: OPS }, async (page) => {
    const rows = [
      ['Référence', 'Client', 'Étape', 'Créée le', 'Montant HT'],
      [`${mark}-7`, 'Fonderies du Rhône', 'Découverte', { day: '2026-12-04' }, { formula: '12000+500.5', value: 12500.5 }],
      [],
      [`${mark}-8`, 'Ateliers Bréal', 'Perdue', '32/13/2026', 8000],
      [`${mark}-9`, 'Ateliers Bréal', 'Perdue', '18/11/2026', 3200],
    ];
    const firms = [['Client', 'Secteur'], ['Fonderies du Rhône', 'Métallurgie'], ['Ateliers Bréal', 'Ferroviaire']];
    const buffer = workbook([{ name: 'Affaires', rows }, { name: 'Clients', rows: firms }, { name: 'Notes', rows: [['à relire'], ['en janvier']] }]);
    await page.locator('#import-files').setInputFiles({ name: 'ventes.xlsx', mimeType: XLSX, buffer });
    const sheets = page.getByRole('group', { name: 'Feuilles prises dans ventes.xlsx' });
    await sheets.waitFor();
    assert.equal(await sheets.getByLabel('Affaires').isChecked(), true);
    assert.equal(await sheets.getByLabel('Clients').isChecked(), true);
    assert.equal(await sheets.getByLabel('Notes').isChecked(), false, 'what feeds nothing is left out');
    const card = page.getByRole('article', { name: 'ventes - Affaires.xlsx' });
    assert.equal(await card.getByLabel('Ce fichier contient').inputValue(), 'cases');
    assert.match(await card.innerText(), /3 lignes · feuille «\u202fAffaires\u202f»/);
    assert.match(await card.getByRole('table').innerText(), /2026-12-04\s+12500\.5/);
    await sheets.getByLabel('Clients').press('Space');
    assert.equal(await page.getByRole('article').filter({ hasText: 'Clients.xlsx' }).count(), 0);
    await sheets.getByLabel('Clients').press('Space');
    await page.getByRole('article', { name: 'ventes - Clients.xlsx' }).waitFor();
    await page.getByRole('button', { name: 'Lire sans rien écrire' }).click();
    await page.getByText('Une ligne mise de côté').waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Télécharger les lignes' }).click()]);
    assert.match(await readFile(await file.path(), 'utf8'), /"ventes - Affaires.xlsx";"4";"Créée le";"32\/13\/2026"/);
    await page.getByRole('button', { name: 'Écrire les bonnes lignes' }).click();
    await page.getByRole('link', { name: 'Voir la charge' }).waitFor();
    await page.locator('#import-made ~ ul li').first().getByRole('button', { name: 'Annuler cet import' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Annuler cet import' }).click();
    await page.getByText('Import de ventes - Affaires.xlsx', { exact: false }).and(page.getByText('annulé', { exact: false })).first().waitFor();
  }));

test('a workbook that cannot be read says why and what to do [25]', () =>
  visit('/imports', { login: OPS }, async (page) => {
    const buffer = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
    await page.locator('#import-files').setInputFiles({ name: 'vieux.xls', mimeType: 'application/vnd.ms-excel', buffer });
    await page.getByText('vieux.xls est un classeur d’avant 2007').waitFor();
    await page.getByText('Enregistrez-le en .xlsx').waitFor();
    const cut = workbook([{ name: 'A', rows: [['Référence', 'Étape'], ['1', 'x']] }]).subarray(0, 400);
    await page.locator('#import-files').setInputFiles({ name: 'coupé.xlsx', mimeType: XLSX, buffer: cut });
    await page.getByText('coupé.xlsx ne se lit pas comme un classeur').waitFor();
  }));
