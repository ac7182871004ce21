// The plan board: what `journeys-every.mjs` goes through and `screens.mjs` draws.
export default [
  { name: 'board', at: '/board' },
  { name: 'board-month', at: '/board?zoom=month' },
  { name: 'board-action', at: '/board', steps: (page) => page.locator('.bar[data-order]').first().click() },
  { name: 'board-replan', at: '/board', steps: (page) => page.locator('.replan').click() },
];
