// The pages of whoever directs: what `journeys-every.mjs` goes through and `screens.mjs` draws.
export default [
  { name: 'needs', at: '/needs' },
  { name: 'scenarios', at: '/scenarios' },
  { name: 'promise', at: '/promise' },
  { name: 'versions', at: '/versions' },
  { name: 'wip', at: '/wip' },
  { name: 'cascade', at: '/cascade' },
  {
    name: 'actions', at: '/cascade', steps: async (page) => {
      await page.locator('.links a').first().click();
      await page.waitForURL((url) => url.pathname === '/actions');
      await page.locator('main .answer').waitFor();
    },
  },
  { name: 'indicators', at: '/indicators' },
  { name: 'indicators-facts', at: '/indicators', steps: (page) => page.locator('article button').first().click() },
];
