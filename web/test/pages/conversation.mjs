// The pages of conversations: the sheet and what one does with an action beside the day.
import { firm, somebodyTalking, somethingSuggested } from '../talking.mjs';

const SELLER = 'camille@metrios.example';
const at = (make) => async (url) => make(await somebodyTalking(url, SELLER));

export default [
  { name: 'sheet', at: at(({ order }) => `/sheet?order=${order}`), login: SELLER },
  { name: 'day-capture', at: at(({ person, date, order }) => `/?person=${person}&date=${date}&order=${order}&act=done`), login: SELLER, steps: (page) => page.locator('.capture').waitFor() },
  { name: 'day-postpone', at: at(({ person, date, order }) => `/?person=${person}&date=${date}&order=${order}&act=postpone`), login: SELLER, steps: (page) => page.locator('[data-panel] form').waitFor() },
  { name: 'day-aside', at: (url) => somethingSuggested(url, SELLER).then(({ person, date, one }) => `/?person=${person}&date=${date}&order=${one.reminder}&act=postpone`), login: SELLER, steps: (page) => page.locator('[data-panel] form').waitFor() },
  { name: 'note', at: '/note', login: SELLER },
  { name: 'note-of', at: async (url) => `/note?account=${(await firm(url, SELLER)).id}`, login: SELLER, steps: (page) => page.locator('#goal').waitFor() },
  { name: 'conversations', at: '/conversations', login: SELLER },
  { name: 'calendar', at: '/calendar', login: SELLER },
  { name: 'give-back', at: '/give-back', login: SELLER },
];
