// From the files of a former system to deals in the plan: guessed, tried, set aside, written, undone [25].
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { told, visit } from './visits.mjs';

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

/** Chooses a file of one case, of this customer, and asks for it to be read. */
async function tried(page, customer) {
  const buffer = Buffer.from(`Référence;Client;Étape;Créée le\r\n${mark}-9;${customer};Découverte;04/12/2026`, 'utf8');
  await page.locator('#import-files').setInputFiles({ name: 'affaires.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Lire sans rien écrire' }).click();
}

test('an import that takes long shows how far it is, and is cancelled [25]', { skip: Boolean(process.env.ATELIER_URL) }, () =>
  visit('/imports', { login: OPS }, async (page) => {
    await tried(page, 'Société Lente');
    assert.equal(await page.getByRole('progressbar', { name: 'Avancement de l’import' }).getAttribute('max'), '1215');
    assert.match(await page.locator('.going').innerText(), /340 sur 1\s215 lignes/);
    await page.getByRole('button', { name: 'Annuler', exact: true }).click();
    await page.getByText('L’import est annulé.').waitFor();
  }));

test('an import that is refused tells every fault with its place [25]', { skip: Boolean(process.env.ATELIER_URL) }, () =>
  visit('/imports', { login: OPS }, async (page) => {
    await tried(page, 'Société Refusée');
    await page.getByText('L’import est refusé pour 2 raisons.').waitFor();
    assert.match(await page.getByText('mapping.atelier.toml:4:7').locator('xpath=..').innerText(), /Cette clé n’est pas connue/);
    await page.getByText('mapping.atelier.toml:9:1').waitFor();
  }));
