// The pages of the market: firms, one firm, deals by step and as a list, one deal.
const inside = (link, there) => async (page) => {
  await page.locator(link).first().click();
  await page.locator(there).first().waitFor();
  await page.waitForLoadState('networkidle');
};

/** Two accounts side by side, before they are merged. */
async function merging(page) {
  await inside('[data-cell="0:0"] a', '#contacts')(page);
  await page.getByRole('button', { name: /^(Fusionner|Merge)…$/ }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('#merge-other').fill('c');
  await dialog.locator('li button').first().click();
  await dialog.locator('form').waitFor();
}

export default [
  { name: 'accounts', at: '/accounts' },
  { name: 'accounts-new', at: '/accounts?new=1' },
  { name: 'account', at: '/accounts', steps: inside('[data-cell="0:0"] a', '#contacts') },
  { name: 'account-merge', at: '/accounts', steps: merging },
  { name: 'opportunities', at: '/opportunities' },
  { name: 'opportunities-list', at: '/opportunities?as=list' },
  { name: 'opportunity', at: '/opportunities', steps: inside('[data-deal]', '#facts') },
];
