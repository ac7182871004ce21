// The pages of finance, of general management and of compliance: what waits, and a verdict.
const FINANCE = 'finance@metrios.example';

export default [
  { name: 'function', at: '/function', login: FINANCE },
  { name: 'function-management', at: '/function', login: 'gerance@metrios.example' },
  { name: 'function-compliance', at: '/function', login: 'conformite@metrios.example' },
  { name: 'function-people', at: '/function', login: 'rh@metrios.example' },
  { name: 'approvals', at: '/approvals', login: FINANCE },
  {
    name: 'approvals-verdict',
    at: '/approvals',
    login: FINANCE,
    steps: (page) => page.getByRole('button', { name: /Donner un avis|Give a verdict/ }).first().click().then(() => page.getByRole('dialog').getByRole('textbox').waitFor()),
  },
  {
    name: 'approvals-chosen',
    at: '/approvals',
    login: FINANCE,
    steps: (page) => page.getByRole('checkbox', { name: /^Choisir les|^Choose the/ }).check().then(() => page.getByRole('region', { name: /Affaires choisies|Deals that are chosen/ }).waitFor()),
  },
  {
    name: 'approvals-together',
    at: '/approvals',
    login: FINANCE,
    steps: async (page) => {
      await page.getByRole('checkbox', { name: /^Choisir les|^Choose the/ }).check();
      await page.getByRole('button', { name: /Donner un avis sur les|Give a verdict on the/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: /Refuser|Refuse/ }).click();
      await dialog.getByText(/Dites pourquoi|Say why/).waitFor();
    },
  },
];
