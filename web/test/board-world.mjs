// The workshop that the stand-in shows on its board: few people with a story, or five hundred with twenty thousand actions.
import { PEOPLE } from './days.mjs';

const DAY = 1440;
const MONDAY = Date.parse('2027-01-11');
const iso = (day) => new Date(MONDAY + day * 86_400_000).toISOString().slice(0, 10);
const MORE = [
  ['v4', 'Antoine Lefèvre', 'seller', 'Nord'], ['v5', 'Élodie Charpentier', 'seller', 'Nord'], ['v6', 'Youssef El Amrani', 'seller', 'Nord'],
  ['v7', 'Marguerite de La Tour', 'seller', 'Sud'], ['v8', 'Benoît Castaing', 'seller', 'Sud'], ['p2', 'Lucie Renard', 'presales', 'Avant-vente'],
].map(([code, name, kind, team]) => ({ code, name, kind, team }));
const FIRST = ['Camille', 'Idriss', 'Solène', 'Mathieu', 'Nadia', 'Antoine', 'Élodie', 'Youssef', 'Lucie', 'Benoît'];
const LAST = ['Aubert', 'Benali', 'Kervella', 'Roussel', 'Ferrand', 'Lefèvre', 'Charpentier', 'Moreau', 'Renard', 'Castaing'];
const CUSTOMERS = ['Brasserie du Port', 'Fonderie Martin', 'Clinique Saint-Aubin', 'Mairie de Trégastel', 'Scierie Morvan', 'Garage des Halles',
  'Établissements Lefèvre & Fils', 'Imprimerie Bonnard', 'Papeterie des Vosges', 'Transports Guérin'];
const CAUSES = {
  fr: ['Personne n’a assez de temps avant l’échéance.', 'Le client ne peut que le mardi matin, et cette place est prise.'],
  en: ['Nobody has enough time before the due date.', 'The customer can only make Tuesday morning, and that place is taken.'],
};
const FREE = { fr: ['Une demi-journée de renfort, ou une échéance plus tardive.'], en: ['Half a day of help, or a later due date.'] };
const OPERATIONS = { fr: ['Rencontrer', 'Préparer la rencontre', 'Atelier de mise en place', 'Premier usage'], en: ['Meet', 'Prepare the meeting', 'Set-up workshop', 'First use'] };
const KINDS = { fr: { seller: 'vendeurs', presales: 'avant-ventes', caller: 'télévente' }, en: { seller: 'sellers', presales: 'presales', caller: 'callers' } };
/** Starts and lengths of a plain day. */
const TIMES = [[540, 90], [645, 60], [840, 60], [915, 90], [1020, 45]];

function crowd(count) {
  return Array.from({ length: count }, (_, at) => ({
    code: `c${at}`, name: `${FIRST[at % 10]} ${LAST[Math.floor(at / 10) % 10]} ${at + 1}`, kind: at % 9 === 0 ? 'presales' : 'seller', team: `Équipe ${String(Math.floor(at / 25) + 1).padStart(2, '0')}`,
  }));
}

/** People, actions and what has no date; `each` actions for a person and a working day. */
function world(people, each, size) {
  let seed = 7;
  const draw = (below) => ((seed = (seed * 1103515245 + 12345) % 2147483648) >> 8) % below;
  const orders = [];
  for (let day = 0; day < 35; day++) {
    if (day % 7 > 4) continue;
    people.forEach((person, at) => {
      if (away(at, day)) return;
      for (let slot = 0; slot < each(at, day); slot++) {
        const [start, length] = TIMES[slot % TIMES.length];
        const n = orders.length;
        orders.push({
          id: uuid(size, n), people: [at], start: day * DAY + start, length, customer: draw(CUSTOMERS.length), operation: draw(4), case: n % 50,
          timing: draw(17) === 0 ? 2 : draw(6) === 0 ? 1 : 0, pinned: draw(9) === 0 ? 1 : 0, state: day === 0 && slot === 0 ? 4 : draw(5) === 0 ? 0 : 1, due: day * DAY + DAY * (1 + draw(4)),
        });
      }
    });
  }
  const unplaced = Array.from({ length: 14 }, (_, n) => ({ id: uuid(size, 900_000 + n), customer: CUSTOMERS[n % 10], operation: n % 4, people: [0], minutes: 60, due: iso(4 + (n % 5)), cause: n % 3 === 0 ? 1 : 0 }));
  return indexed({ people, orders, unplaced, version: 12, listeners: new Set() });
}

/** The actions by person, so that five hundred people answer at once. */
export function indexed(world) {
  world.own = world.people.map(() => []);
  for (const order of world.orders) for (const one of order.people) world.own[one].push(order);
  for (const own of world.own) own.sort((a, b) => a.start - b.start);
  return world;
}

const uuid = (size, n) => `0${size}000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const away = (person, day) => person % 5 === 2 && day % 14 > 7 && day % 14 < 11;

const small = [...PEOPLE, ...MORE];
export const WORLDS = {
  metrios: world(small, (at, day) => (at === 0 && day === 2 ? 5 : 1 + ((at + day) % 3)), 1),
  lumen: world(crowd(500), () => 4, 2),
  vide: world([], () => 0, 3),
};

/** The board of somebody, as the server tells it. */
export function boardOf(world, reachable, { from = iso(0), to, lang }) {
  const first = Math.round((Date.parse(from) - MONDAY) / 86_400_000);
  const days = to ? Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1 : 14;
  const kept = world.people.map((_, at) => at).filter((at) => reachable(world.people[at]));
  const index = new Map(kept.map((at, position) => [at, position]));
  const inside = world.orders.filter(({ start, people }) => start >= first * DAY && start < (first + days) * DAY && people.some((one) => index.has(one))).sort((a, b) => a.start - b.start);
  const kinds = Object.entries(KINDS[lang]).map(([code, name]) => ({ code, name }));
  const teams = [...new Set(kept.map((at) => world.people[at].team))].sort();
  const column = (of) => inside.map(of);
  const span = Array.from({ length: days }, (_, day) => day);
  const planned = kept.map(() => span.map(() => 0));
  for (const { people, start, length } of inside.filter(({ state }) => state < 4)) for (const one of people) if (index.has(one)) planned[index.get(one)][Math.floor(start / DAY) - first] += length;
  return {
    version: world.version, made: '2027-01-08T16:20:00Z', today: iso(0), from, to: iso(first + days - 1), first_day: '2027-01-04', last_day: '2027-04-02', grid: 15,
    days: span.map((day) => ({ date: iso(first + day), zone: first + day < 5 ? 'frozen' : first + day < 14 ? 'firm' : 'open', open: (((first + day) % 7) + 7) % 7 < 5, holiday: null })),
    kinds, teams: teams.map((name) => ({ name, people: kept.filter((at) => world.people[at].team === name).map((at) => index.get(at)) })),
    people: {
      code: kept.map((at) => world.people[at].code), name: kept.map((at) => world.people[at].name),
      kind: kept.map((at) => kinds.findIndex(({ code }) => code === world.people[at].kind)), team: kept.map((at) => teams.indexOf(world.people[at].team)),
      hours: kept.map(() => span.map((day) => ((((first + day) % 7) + 7) % 7 < 5 ? 1 : 0))), away: kept.map((at) => span.filter((day) => away(at, first + day))),
      planned, given: kept.map((at) => span.map((day) => ((((first + day) % 7) + 7) % 7 < 5 && !away(at, first + day) ? 300 : 0))),
    },
    patterns: [[], [540, 720, 840, 1080]],
    operations: OPERATIONS[lang].map((name, at) => ({ process: 'conquete', step: 'use', operation: `op${at}`, name, step_name: lang === 'fr' ? 'Voit comment il l’utiliserait' : 'Sees how he would use it', channel: 'visit' })),
    customers: CUSTOMERS, states: ['suggested', 'firm', 'released', 'started', 'done', 'closed'],
    orders: {
      id: column(({ id }) => id), people: column(({ people }) => people.filter((one) => index.has(one)).map((one) => index.get(one))), others: column(({ people }) => people.filter((one) => !index.has(one)).length),
      start: column(({ start }) => start - first * DAY), length: column(({ length }) => length), state: column(({ state }) => state), customer: column(({ customer }) => customer),
      operation: column(({ operation }) => operation), case: column((order) => order.case), timing: column(({ timing }) => timing), pinned: column(({ pinned }) => pinned),
    },
    unplaced: { total: world.unplaced.length, rows: world.unplaced.map((row) => ({ ...row, cause: CAUSES[lang][row.cause], free: FREE[lang] })).slice(0, kept.length > 0 ? 500 : 0) },
  };
}

export const minuteOf = (time) => (Date.parse(`${time}Z`) - MONDAY) / 60_000;
export const timeOf = (minute) => new Date(MONDAY + minute * 60_000).toISOString().slice(0, 19);
export const customerOf = (order) => (typeof order.customer === 'number' ? CUSTOMERS[order.customer] : order.customer);
export const operationOf = (order, lang) => OPERATIONS[lang][order.operation];
export { DAY };
