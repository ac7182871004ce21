// The pages of processes, of the workshop and of the objectives.
import { workbook } from '../workbook.mjs';

const OPS = 'ventes@metrios.example';
/** The process of the golden company. */
const at = (view) => `/process?${new URLSearchParams({ code: 'new-customers', ...view })}`;

async function map(page) {
  const text = 'Référence;Client;Étape;Créée le;Montant HT\nA-1;Fonderies du Rhône;Découverte;04/12/2026;12 500,50\nA-2;Ateliers Bréal;Gagnée;32/13/2026;8 000,00\nA-3;Ateliers Bréal;Perdue;18/11/2026;3 200,00\n';
  await page.locator('#import-files').setInputFiles({ name: 'affaires.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.locator('article + .choices').waitFor();
  await page.getByRole('button', { name: /Lire sans|Read without/ }).click();
  await page.locator('.outcome').waitFor();
}

async function mapBook(page) {
  const rows = [['Référence', 'Client', 'Étape', 'Créée le', 'Montant HT'], ['A-1', 'Fonderies du Rhône', 'Découverte', { day: '2026-12-04' }, 12500.5], ['A-2', 'Ateliers Bréal', 'Perdue', { day: '2026-11-18' }, 8000]];
  const firms = [['Client', 'Secteur'], ['Fonderies du Rhône', 'Métallurgie'], ['Ateliers Bréal', 'Ferroviaire']];
  const buffer = workbook([{ name: 'Affaires', rows }, { name: 'Clients', rows: firms }, { name: 'Notes', rows: [['à relire']] }]);
  await page.locator('#import-files').setInputFiles([{ name: 'ventes.xlsx', mimeType: '', buffer }, { name: 'vieux.xls', mimeType: '', buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]) }]);
  await page.getByRole('article').nth(1).waitFor();
}

const text = (page) => page.locator('textarea').first();

/** Publishing with what the linter warns of asks for a reason. */
async function publish(page) {
  await text(page).fill(`${(await text(page).inputValue()).trimEnd()}\n# relu\n`);
  await page.locator('.bar button.main[aria-disabled=false]').click();
  await page.getByRole('dialog').locator('[name=reason]').waitFor();
}

/** Without anybody to talk to, the design cannot serve. */
async function grave(page) {
  await text(page).fill((await text(page).inputValue()).replace(/\[step\.operation\.conversation[^\[]*\]\n(?:(?!\[).*\n)*/g, ''));
  await page.getByText(/conception empêche|design error/).first().waitFor();
}

/** A warning is let pass with a reason. */
async function waive(page) {
  await page.locator('aside[aria-labelledby=design]').getByRole('button', { name: /90/ }).first().click();
  await page.getByRole('dialog').locator('[name=reason]').waitFor();
}

export default [
  { name: 'processes', at: '/processes', login: OPS },
  { name: 'process', at: at({}), login: OPS, steps: (page) => page.locator('.svelte-flow__node, .outline').first().waitFor() },
  { name: 'process-list', at: at({ as: 'list' }), login: OPS },
  { name: 'process-objectives', at: at({ view: 'objectives' }), login: OPS },
  { name: 'process-objective', at: at({ view: 'objectives', objective: 'new' }), login: OPS, steps: (page) => page.locator('#goal-name-fr').waitFor() },
  { name: 'process-text', at: at({ view: 'text' }), login: OPS },
  { name: 'process-publish', at: at({ view: 'text' }), login: OPS, steps: publish },
  { name: 'process-grave', at: at({ view: 'text' }), login: OPS, steps: grave },
  { name: 'process-waive', at: at({ as: 'list' }), login: OPS, steps: waive },
  { name: 'process-bill', at: at({ view: 'bill' }), login: OPS },
  { name: 'process-versions', at: at({ view: 'versions' }), login: OPS },
  { name: 'process-uses', at: at({ view: 'uses' }), login: OPS },
  { name: 'process-reader', at: at({}) },
  { name: 'imports', at: '/imports', login: OPS },
  { name: 'imports-mapped', at: '/imports', login: OPS, steps: map },
  { name: 'imports-workbook', at: '/imports', login: OPS, steps: mapBook },
];
