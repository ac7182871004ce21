// The pages of processes, of the workshop and of the objectives.
const OPS = 'ventes@metrios.example';
/** The process of the golden company. */
const at = (view) => `/process?${new URLSearchParams({ code: 'new-customers', ...view })}`;

export default [
  { name: 'processes', at: '/processes', login: OPS },
  { name: 'process', at: at({}), login: OPS, steps: (page) => page.locator('.svelte-flow__node, .outline').first().waitFor() },
  { name: 'process-list', at: at({ as: 'list' }), login: OPS },
  { name: 'process-text', at: at({ view: 'text' }), login: OPS },
  { name: 'process-bill', at: at({ view: 'bill' }), login: OPS },
  { name: 'process-versions', at: at({ view: 'versions' }), login: OPS },
  { name: 'process-uses', at: at({ view: 'uses' }), login: OPS },
  { name: 'process-reader', at: at({}) },
];
