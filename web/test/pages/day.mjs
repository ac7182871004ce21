// The pages of the day and of the plan: what `journeys-every.mjs` goes through and `screens.mjs` draws.
import { DIRECTOR } from '../browser.mjs';

const SELLER = 'camille@metrios.example';

/** `name`, address, who reads it (else the director), and what they do before it is looked at. */
export default [
  { name: 'day', at: '/' },
  { name: 'plan', at: '/plan' },
  { name: 'seller', at: '/', login: SELLER },
  { name: 'account-menu', at: '/', login: DIRECTOR, steps: (page) => page.locator('[aria-controls=account]').click() },
  { name: 'calls', at: '/plan', steps: async (page) => { await page.keyboard.press('a'); await page.locator('[data-panel] code').first().waitFor(); } },
];
