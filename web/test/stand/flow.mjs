// What the stand-in answers about the flow of conversations, accounts as they were lived, the calendar and the give-back meter.
import { DAYS, PEOPLE, dayOf } from '../days.mjs';
import { reach } from '../door.mjs';
import { namedBy, routingOf } from '../figures.mjs';
import { mergesAt } from './market.mjs';

const say = (lang, fr, en) => (lang === 'fr' ? fr : en);
const settled = new Map();

const promise = (lang, id, side, fr, en, due_on, overdue = false) => ({
  id, side, what: say(lang, fr, en), due_on, state: 'open', overdue, settled_on: null, case: 'c1', account: 'a1', conversation: 'v0', ...settled.get(id),
});
const open = (all) => all.filter(({ state }) => state === 'open');

function accounts(lang) {
  const row = (account, name, grade, more) => ({ account, name, owner: 'Camille Aubert', health: { grade, points: { solid: 8, fair: 5, weak: 2, none: 0 }[grade] }, held: [], due: [], promised: [], silent_days: null, lapsed: [], ...more });
  return [
    row('a1', 'Brasserie du Port', 'fair', {
      held: [{ conversation: 'v0', on: '2026-12-15', title: say(lang, 'Rencontrer', 'Meet'), result: 'progress' }],
      due: [{ order: 'OA-0117', case: 'c1', on: '2027-01-11', title: say(lang, 'Atelier de mise en place', 'Set-up workshop'), is_conversation: true }],
      promised: open([
        promise(lang, 'f1', 'ours', 'Envoyer l’étude de rebuts', 'Send the scrap study', '2027-01-08', true),
        promise(lang, 'f2', 'theirs', 'Donner accès au chef d’atelier', 'Give access to the workshop manager', '2027-01-12'),
      ]),
    }),
    row('a2', 'Aciers Vallon', 'weak', { silent_days: 34, lapsed: [{ case: 'c2', key: 'M003', step: 'use', step_name: say(lang, 'Voit comment il se servirait de l’offre', 'Sees how they would use the offer'), evidence: say(lang, 'Lettre de cadrage confirmée par écrit', 'Framing letter confirmed in writing'), since: '2026-12-20', back_to: 'goal', back_to_name: say(lang, 'A nommé un but à atteindre', 'Has named a goal to reach') }], promised: open([promise(lang, 'f3', 'theirs', 'Choisir la ligne d’essai', 'Choose the trial line', null)]) }),
    row('a3', 'Établissements Lefèvre & Fils, matériel agricole', 'solid', { due: [{ order: 'OA-0122', case: 'c3', on: '2027-01-12', title: say(lang, 'Rencontrer', 'Meet'), is_conversation: true }] }),
    row('a4', 'Scierie Morvan', 'none', { due: [{ order: 'OA-0140', case: null, on: null, title: say(lang, 'Préparer la rencontre', 'Prepare the meeting'), is_conversation: true }] }),
  ];
}

function flow({ query: { lang } }) {
  const rows = accounts(lang);
  const sum = (count) => rows.reduce((total, row) => total + count(row), 0);
  return {
    today: DAYS[0], accounts: rows, accounts_total: rows.length,
    totals: {
      held: sum(({ held }) => held.length), due: sum(({ due }) => due.length), promised: sum(({ promised }) => promised.length),
      overdue: sum(({ promised }) => promised.filter(({ overdue }) => overdue).length), silent: sum(({ silent_days }) => (silent_days === null ? 0 : 1)),
    },
  };
}

function settle({ id, body, query: { lang } }) {
  const was = { ...settled.get(id) };
  if (body.outcome === 'reopened') settled.delete(id);
  else if (body.outcome === 'moved') settled.set(id, { ...was, due_on: body.due_on, overdue: false });
  else settled.set(id, { state: body.outcome, settled_on: DAYS[0] });
  return promise(lang, id, 'ours', '', '', null);
}

function orders({ user, query }) {
  const far = reach(user, 'day/read');
  const wanted = query.person ?? (far === 'all' ? undefined : user.person);
  // Whoever sees everybody need not name anybody: each action once, with all who do it.
  if (wanted === undefined && far === 'all') {
    const all = PEOPLE.flatMap(({ code }) => orders({ user, query: { ...query, person: code } }).rows);
    return { rows: [...new Map(all.map((row) => [row.id, row])).values()], next: null };
  }
  const person = PEOPLE.find(({ code, team }) => code === wanted && (reach(user, 'day/read') !== 'own' || code === user.person) && (reach(user, 'day/read') !== 'team' || team === user.unit));
  if (!person) return { status: 404, body: { title: 'Personne inconnue', status: 404, detail: '', code: 'app/unknown-person', remedy: '' } };
  const rows = DAYS.filter((day) => day >= query.from && day < query.before).flatMap((day) =>
    dayOf(person, day, query.lang).items.map((item, at) => ({ item, routing: routingOf(dayOf(person, day, 'fr').items[at].operation) })).filter(({ routing }) => !query.operation || routing === query.operation).map(({ item, routing }) => ({
      id: item.id, case: 'c1', customer: item.customer, process: routing.split('/')[0], step: item.step, operation: routing.split('/')[2], routing, title: item.operation, state: 'firm', people: [person.code],
      start: `${day}T${item.start}:00`, due: item.due, minutes: item.minutes, units: 1,
    })));
  return { rows, next: null };
}

/** What some days hold, by operation; the one asked for even when they hold none of it. */
function operations({ user, query }) {
  const { operation: asked, ...days } = query;
  const found = orders({ user, query: days });
  if (found.status) return found;
  const sums = new Map();
  for (const { routing, title, step, minutes } of found.rows) {
    const sum = sums.get(routing) ?? { operation: routing, title, step, orders: 0, minutes: 0 };
    sums.set(routing, { ...sum, orders: sum.orders + 1, minutes: sum.minutes + minutes });
  }
  const named = asked && namedBy(asked, query.lang);
  if (named && !sums.has(asked)) sums.set(asked, { operation: asked, ...named, orders: 0, minutes: 0 });
  return { operations: [...sums.values()].sort((a, b) => a.title.localeCompare(b.title)) };
}

/** Whose next week is too full, of those within reach. */
function tooFull({ user, query: { lang } }) {
  const far = reach(user, 'day/read');
  if (!far) return { status: 403, body: { title: say(lang, 'Ce droit vous manque.', 'You lack this right.'), status: 403, detail: '', code: 'controls/forbidden', remedy: '' } };
  const full = [['s2', 2_370, 2_100, 0], ['c1', 1_980, 2_100, 90]];
  const people = full.map(([code, planned_minutes, capacity_minutes, outside_minutes]) => ({ ...PEOPLE.find((one) => one.code === code), planned_minutes, capacity_minutes, outside_minutes, sentence: '' }));
  return { week: '2027-W03', monday: '2027-01-18', people: people.filter(({ code, team }) => far === 'all' || code === user.person || (far === 'team' && team === user.unit)) };
}

const EVENTS = (lang) => [
  { on: '2027-01-05', kind: 'promise', text: say(lang, 'Promesse tenue par le client\u202f: relevés de décembre', 'Promise kept by the customer: December readings'), conversation: 'v0', case: 'c1', promise: 'p4' },
  { on: '2026-12-15', kind: 'conversation', text: say(lang, 'Rencontrer, le client avance', 'Meet, the customer moves on'), conversation: 'v0', case: 'c1' },
  { on: '2026-12-15', kind: 'evidence', text: say(lang, 'But confirmé par courriel', 'Goal confirmed by email'), file: 'f0', case: 'c1' },
  { on: '2026-12-01', kind: 'case', text: say(lang, 'Affaire ouverte', 'Deal opened'), case: 'c1' },
].map((event) => ({ conversation: null, order: null, case: null, promise: null, file: null, ...event }));

const health = ({ query: { lang } }) => ({
  grade: 'fair', points: 5, most: 10, warning: null,
  causes: [
    { code: 'recency', points: 3, most: 4, text: say(lang, 'Dernier échange il y a 6 jours', 'Last conversation 6 days ago') },
    { code: 'roles', points: 1, most: 3, text: say(lang, 'Un rôle connu sur trois', 'One role known out of three') },
    { code: 'promises', points: 1, most: 3, text: say(lang, 'Une promesse échue de notre côté', 'One promise of ours is overdue') },
  ],
});

export default {
  'GET /api/flow': flow,
  'POST /api/promises/{id}/outcome': settle,
  'GET /api/orders': orders,
  'GET /api/orders/operations': operations,
  'GET /api/overload': tooFull,
  'GET /api/accounts/{id}/timeline': ({ id, query: { lang } }) => ({ events: [...mergesAt(id, lang), ...EVENTS(lang)].map((event) => ({ merge: null, ...event })) }),
  'GET /api/accounts/{id}/health': health,
};
