// The pages of processes, of the workshop and of the objectives.
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

export default [
  { name: 'processes', at: '/processes', login: OPS },
  { name: 'process', at: at({}), login: OPS, steps: (page) => page.locator('.svelte-flow__node, .outline').first().waitFor() },
  { name: 'process-list', at: at({ as: 'list' }), login: OPS },
  { name: 'process-text', at: at({ view: 'text' }), login: OPS },
  { name: 'process-bill', at: at({ view: 'bill' }), login: OPS },
  { name: 'process-versions', at: at({ view: 'versions' }), login: OPS },
  { name: 'process-uses', at: at({ view: 'uses' }), login: OPS },
  { name: 'process-reader', at: at({}) },
  { name: 'imports', at: '/imports', login: OPS },
  { name: 'imports-mapped', at: '/imports', login: OPS, steps: map },
];
