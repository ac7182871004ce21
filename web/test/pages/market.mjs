// The pages of the market: firms, one firm, deals by step and as a list, one deal.
const inside = (link, there) => async (page) => {
  await page.locator(link).first().click();
  await page.locator(there).first().waitFor();
  await page.waitForLoadState('networkidle');
};

export default [
  { name: 'accounts', at: '/accounts' },
  { name: 'accounts-new', at: '/accounts?new=1' },
  { name: 'account', at: '/accounts', steps: inside('[data-cell="0:0"] a', '#contacts') },
  { name: 'opportunities', at: '/opportunities' },
  { name: 'opportunities-list', at: '/opportunities?as=list' },
  { name: 'opportunity', at: '/opportunities', steps: inside('[data-deal]', '#facts') },
];
