// The secret address of somebody's appointments.
import { randomBytes } from 'node:crypto';
import { refusal } from '../door.mjs';

const FEEDS = new Map();
/** Path of each address that opens something, and whose it is. */
const paths = new Map();
export const opens = (path) => [...paths.values()].includes(path);
const two = (made) => ({ made, seen: made, ends: '2029-01-05T08:00:00Z' });

export default {
  'GET /api/feed': ({ user }) => ({ feed: FEEDS.get(user.login) ?? null }),
  'POST /api/feed': ({ user, query }) => {
    if (!user.person) return refusal(query.lang, 422, 'controls/no-appointments', {});
    FEEDS.set(user.login, two('2027-01-04T08:00:00Z'));
    paths.set(user.login, `/feed/${randomBytes(32).toString('base64url')}.ics`);
    return { status: 201, body: { feed: FEEDS.get(user.login), path: paths.get(user.login) } };
  },
  'DELETE /api/feed': ({ user }) => {
    FEEDS.delete(user.login);
    paths.delete(user.login);
    return { status: 204 };
  },
};
