// The pages of the administrator and of compliance, and the objectives.
const ADMIN = 'admin@metrios.example';
const OPS = 'ventes@metrios.example';

export default [
  { name: 'users', at: '/users', login: ADMIN },
  { name: 'users-add', at: '/users', login: ADMIN, steps: (page) => page.getByRole('button', { name: /Inviter quelqu’un|Invite somebody/ }).click() },
  { name: 'jobs', at: '/jobs', login: ADMIN },
  { name: 'journal', at: '/journal', login: ADMIN },
  { name: 'settings', at: '/settings', login: ADMIN },
  { name: 'keeping', at: '/keeping', login: 'conformite@metrios.example' },
  { name: 'objectives', at: '/objectives', login: OPS },
];
