// The board of the stand-in: it moves actions for good, tells who listens, refuses what is impossible.
import { reach, refusal } from '../door.mjs';
import { DAY, WORLDS, away, boardOf, customerOf, indexed, minuteOf, operationOf, timeOf } from '../board-world.mjs';

const say = (lang, fr, en) => (lang === 'fr' ? fr : en);
const worldOf = (user) => WORLDS[user.company];
const within = (user) => ({ code, team }) => {
  const far = reach(user, 'day/read');
  return far === 'all' || code === user.person || (far === 'team' && team === user.unit);
};
const allowed = ({ user, query }, permission) =>
  reach(user, permission) ? null : refusal(query.lang, 403, 'controls/not-allowed', { permission, roles: user.role });
const gone = ({ query }) => ({ status: 404, body: { type: 'about:blank', title: say(query.lang, 'Cette action n’existe pas.', 'There is no such action.'), status: 404, detail: '', code: 'app/unknown-order', remedy: '' } });

const orderOf = (world, id) => world.orders.find((one) => one.id === id) ?? world.unplaced.find((one) => one.id === id);
const seatOf = (world, { start, length, people }) => ({ start: timeOf(start), end: timeOf(start + length), people: people.map((at) => world.people[at].code) });
const busyAt = (world, person, start, end, but) => world.own[person].filter((one) => one.id !== but && one.state < 4 && one.start < end && start < one.start + one.length);

function board(given) {
  const refused = allowed(given, 'day/read');
  if (refused) return refused;
  const { user, query, headers } = given;
  const world = worldOf(user);
  const etag = `"${world.version}-${query.lang}"`;
  if (headers['if-none-match'] === etag) return { status: 304, headers: { etag } };
  return { status: 200, headers: { etag }, body: boardOf(world, within(user), query) };
}

function events({ user }) {
  const world = worldOf(user);
  return {
    status: 200,
    stream: (request, response) => {
      const tell = () => response.write(`event: board\ndata: {"mark":"${world.version}"}\n\n`);
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      world.listeners.add(tell);
      request.on('close', () => world.listeners.delete(tell));
      tell();
    },
  };
}

/** Starts that hold within hours, leave and the other actions of somebody. */
function startsOf(world, person, minutes, first, days, but) {
  const found = [];
  for (let day = Math.max(0, first); day < first + days; day++) {
    if (day % 7 > 4 || away(person, day)) continue;
    const busy = busyAt(world, person, day * DAY, day * DAY + DAY, but);
    for (const [from, to] of [[540, 720], [840, 1080]])
      for (let at = day * DAY + from; at + minutes <= day * DAY + to; at += 15) {
        if (busy.some((one) => one.start < at + minutes && at < one.start + one.length)) continue;
        if (found.at(-1)?.[1] === at - 15) found.at(-1)[1] = at;
        else found.push([at, at]);
      }
  }
  return found;
}

function seats(given) {
  const { user, query, id } = given;
  const world = worldOf(user);
  const order = orderOf(world, id);
  if (!order) return gone(given);
  const minutes = order.length ?? order.minutes;
  const first = minuteOf(`${query.from}T00:00:00`);
  const days = Math.round((Date.parse(query.to) - Date.parse(query.from)) / 86_400_000) + 1;
  const kind = world.people[order.people[0]].kind;
  const able = world.people.map((_, at) => at).filter((at) => world.people[at].kind === kind && within(user)(world.people[at]));
  return {
    order: id, from: query.from, minutes, version: world.version, earliest: -first, due: (order.due && typeof order.due === 'number' ? order.due : 4 * DAY) - first,
    people: able.map((at) => ({
      code: world.people[at].code, name: world.people[at].name, current: order.people.includes(at),
      starts: startsOf(world, at, minutes, first / DAY, days, id).map(([from, to]) => [from - first, to - first]),
    })),
  };
}

function preview(given) {
  const { user, body, query } = given;
  const { lang } = query;
  const world = worldOf(user);
  const order = orderOf(world, body.order);
  if (!order) return gone(given);
  const placed = order.length !== undefined;
  const minutes = order.length ?? order.minutes;
  const start = minuteOf(body.start);
  const end = start + minutes;
  const person = body.person ? world.people.findIndex(({ code }) => code === body.person) : order.people[0];
  const day = Math.floor(start / DAY);
  const conflicts = [];
  const add = (code, blocks, fr, en, orders = []) => conflicts.push({ code, blocks, sentence: say(lang, fr, en), orders });
  const name = world.people[person].name;
  if (placed && start === order.start && order.people.includes(person)) add('same-time', true, 'C’est déjà sa place.', 'It already stands there.');
  if (world.people[person].kind !== world.people[order.people[0]].kind) add('kind', true, `${name} n’est pas du poste que cette action demande.`, `${name} is not of the kind this action asks for.`);
  if (!startsInHours(person, start, end)) add('non-working', true, `${name} ne travaille pas à cette heure.`, `${name} does not work then.`);
  const others = busyAt(world, person, start, end, body.order);
  if (others.length > 0) add('overlap', false, `${name} fait déjà autre chose : ${customerOf(others[0])}.`.replace(' :', '\u202f:'), `${name} is already busy: ${customerOf(others[0])}.`, others.map(({ id }) => id));
  if (typeof order.due === 'number' && end > order.due) add('late', false, 'Elle finit après son échéance.', 'It ends after its due date.');
  if (day < 5 || (placed && order.start < 5 * DAY)) add('frozen', false, 'La période est gelée\u202f: donnez une raison.', 'The period is frozen: give a reason.');
  const moves = body.moves === false ? [] : others.map((one) => pushed(world, one, person, end, lang));
  return {
    version: world.version, order: body.order, from: placed ? seatOf(world, order) : null, to: { start: timeOf(start), end: timeOf(end), people: [world.people[person].code] },
    can: !conflicts.some(({ blocks }) => blocks), needs_reason: conflicts.some(({ code }) => code === 'frozen'), conflicts, moves, hidden: 0,
  };
}

function startsInHours(person, start, end) {
  const day = Math.floor(start / DAY);
  if (day < 0 || day % 7 > 4 || away(person, day)) return false;
  return [[540, 720], [840, 1080]].some(([from, to]) => start >= day * DAY + from && end <= day * DAY + to);
}

/** What stood there goes to the next place of its person. */
function pushed(world, one, person, after, lang) {
  const next = startsOf(world, person, one.length, Math.floor(after / DAY), 10, one.id).find(([, to]) => to >= after);
  const start = next ? Math.max(next[0], after) : after;
  return {
    order: one.id, customer: customerOf(one), operation: operationOf(one, lang), change: 'moved', from: seatOf(world, one), to: seatOf(world, { ...one, start }),
    sentence: '', reason: say(lang, 'Sa place est prise par l’action déplacée.', 'Its place is taken by the action moved.'),
  };
}

function move(given) {
  const refused = allowed(given, 'orders/write');
  if (refused) return refused;
  const { user, body, query, headers } = given;
  const world = worldOf(user);
  if (headers['if-match'] !== `"${world.version}"`) return refusal(query.lang, 412, 'controls/changed-meanwhile', {});
  const seen = preview(given);
  if (seen.status) return seen;
  const blocked = seen.conflicts.filter(({ blocks }) => blocks);
  if (blocked.length > 0) return wrong('planning/move-blocked', 'start', blocked[0].sentence, query.lang);
  if (seen.needs_reason && !body.reason) return wrong('planning/reason-needed', 'reason', say(query.lang, 'Donnez une raison.', 'Give a reason.'), query.lang);
  const undo = seen.from && { order: body.order, start: seen.from.start, person: seen.from.people[0], instead_of: null };
  place(world, body.order, seen.to);
  for (const one of seen.moves) place(world, one.order, one.to);
  return published(world, { order: body.order, moves: seen.moves, undo });
}

function wrong(code, place, title, lang) {
  const one = { code, place, title, detail: '', remedy: say(lang, 'Choisissez une autre place.', 'Choose another place.') };
  return { status: 422, body: { type: `urn:atelier:${code}`, status: 422, ...one, errors: [one] } };
}

function place(world, id, { start, end, people }) {
  let order = world.orders.find((one) => one.id === id);
  if (!order) {
    const at = world.unplaced.findIndex((one) => one.id === id);
    const [row] = world.unplaced.splice(at, 1);
    order = { id, customer: 0, operation: row.operation, case: 1, timing: 0, state: 1, due: 40 * DAY };
    world.orders.push(order);
  }
  Object.assign(order, { start: minuteOf(start), length: minuteOf(end) - minuteOf(start), people: people.map((code) => world.people.findIndex((one) => one.code === code)), pinned: 1 });
}

function published(world, answer) {
  indexed(world);
  world.version += 1;
  for (const tell of world.listeners) tell();
  return { status: 200, headers: { etag: `"${world.version}"` }, body: { version: world.version, ...answer } };
}

function replan({ user, body, query }) {
  const world = worldOf(user);
  const person = world.people.findIndex(({ code }) => code === body.person);
  const [first, after] = body.first ? [minuteOf(`${body.first}T00:00:00`), minuteOf(`${body.last}T00:00:00`) + DAY] : [0, 0];
  const touched = body.event === 'absence'
    ? world.orders.filter(({ people, start }) => people.includes(person) && start >= first && start < after)
    : world.orders.filter(({ id }) => id === body.order).slice(0, body.event === 'cancel' ? 0 : 1);
  const moves = touched.map((one) => ({ ...pushed(world, one, one.people[0], Math.max(after, one.start + one.length), query.lang), reason: say(query.lang, 'La personne est absente.', 'The person is away.') }));
  const isFrozen = ({ from, to }) => [from, to].some((seat) => seat && minuteOf(seat.start) < 5 * DAY);
  const frozen = moves.some(isFrozen) ? '2027-W02' : null;
  return { version: world.version, past: false, counts: { moved: moves.length, late: 0, freed: 0, unplaced: 0, placed: 0 }, moves, moves_total: moves.length, hidden: 0, can: true, frozen_week: frozen, touched: moves.length, clashes: [] };
}

function accept(given) {
  const world = worldOf(given.user);
  if (given.headers['if-match'] !== `"${world.version}"`) return refusal(given.query.lang, 412, 'controls/changed-meanwhile', {});
  const found = replan(given);
  if (found.frozen_week && !given.body.reason) return wrong('planning/reason-needed', 'reason', say(given.query.lang, 'Donnez une raison.', 'Give a reason.'), given.query.lang);
  for (const { order, to } of found.moves) place(world, order, to);
  return published(world, { ...found, version: world.version + 1, accepted: true });
}

function slots(given) {
  const world = worldOf(given.user);
  const order = orderOf(world, given.id);
  if (!order) return gone(given);
  const minutes = order.length ?? order.minutes;
  const person = order.people[0];
  const { code, name } = world.people[person];
  const found = startsOf(world, person, minutes, 7, 14, given.id).slice(0, Number(given.query.count ?? 5));
  return { order: given.id, slots: found.map(([start]) => ({ start: timeOf(start), end: timeOf(start + minutes), people: [{ code, name }], late: false })) };
}

const cascade = ({ id, query: { lang } }) => ({
  order: id, action: say(lang, 'Rencontrer', 'Meet'), step: { code: 'use', name: say(lang, 'Voit comment il l’utiliserait', 'Sees how he would use it') },
  process: { code: 'conquete', name: say(lang, 'Conquête', 'New customers') }, version: 3,
  objectives: [{ code: 't1', name: say(lang, '180\u202f000\u202f€ de marge brute au T1', '€180,000 of gross margin in Q1'), line: say(lang, 'Croissance durable', 'Lasting growth') }],
});

export default {
  'GET /api/board': board,
  'GET /api/board/events': events,
  'GET /api/orders/{id}/seats': seats,
  'GET /api/orders/{id}/slots': slots,
  'GET /api/orders/{id}/cascade': cascade,
  'POST /api/board/moves/preview': (given) => allowed(given, 'orders/write') ?? preview(given),
  'POST /api/board/moves': move,
  'POST /api/replan/preview': (given) => allowed(given, 'orders/write') ?? replan(given),
  'POST /api/replan': (given) => allowed(given, 'orders/write') ?? accept(given),
};
