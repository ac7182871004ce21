// What the stand-in tells whoever directs: the golden quarter, its scenarios, its needs, its indicators.
import { PEOPLE } from '../days.mjs';
import { reach, refusal } from '../door.mjs';

const say = (lang, fr, en) => (lang === 'fr' ? fr : en);
const EUR = (cents) => ({ cents, currency: 'EUR' });
const allowed = (permission, answer) => (given) =>
  reach(given.user, permission) ? answer(given) : refusal(given.query.lang, 403, 'controls/not-allowed', { permission, roles: given.user.role });
const gone = (lang) => ({ status: 404, body: { type: 'about:blank', status: 404, title: say(lang, 'Cela n’existe pas.', 'There is no such thing.'), detail: '', code: 'app/unknown', remedy: '' } });

const STEPS = (lang) => [
  ['goal', say(lang, 'A nommé un but à atteindre', 'Has named a goal to reach'), 600_000, 14],
  ['use', say(lang, 'Voit comment il se servirait de l’offre', 'Sees how he would use the offer'), 500_000, 21],
  ['justification', say(lang, 'Sait la mettre en place et la justifier', 'Knows how to put it in place and justify it'), 500_000, 21],
  ['decision', say(lang, 'A décidé', 'Has decided'), 570_000, 14],
];
const OPERATIONS = (lang) => [['meet', say(lang, 'Rencontrer', 'Meet'), 'visit'], ['letter', say(lang, 'Lettre de synthèse', 'Summary letter'), 'mail']].map(([code, name, channel]) => ({ code, name, channel }));
const PROCESS = (lang) => ({
  code: 'new-customers', name: say(lang, 'Conquête', 'New customers'),
  steps: STEPS(lang).map(([code, name, yield_millionths], at) => ({ code, name, yield_millionths, operations: at === 1 ? OPERATIONS(lang) : [] })),
});

/** The scenarios of the company: one of its file, those kept since. */
const scenarios = [{ code: 'remote', name: ['La moitié à distance', 'Half of it remote'], process: null, reason: '', does: [{ operation: 'meet', remote_bp: 5_000 }], figures: { load: 33_300, margin: 32_432 } }];
const shownScenario = ({ code, name, process, reason, does }, lang) => ({ code, name: say(lang, ...name), process, reason, changes: does.length, does });

/** What a lever changes: of the steps and the operations of `PROCESS`. */
function changeOf(one) {
  if (one.lever === 'yield') return [{ step: one.step, yield_millionths: Math.round(STEPS('fr').find(([code]) => code === one.step)[2] * (1 + one.more_percent / 100)) }];
  if (one.lever === 'effort') return [{ operation: 'letter', run_minutes: 15 * one.times }];
  if (one.lever === 'remote') return [{ operation: one.operation, remote_bp: one.percent * 100 }];
  if (one.lever === 'automate') return [{ operation: one.operation, automated: true }];
  return [{ kind: one.kind, people: one.count }];
}

function keepScenario({ body, query: { lang } }) {
  if (!body.reason?.trim()) return refusal(lang, 422, 'planning/scenario-reason', { place: 'reason' });
  const free = [...Array(99).keys()].map((at) => `K${at + 1}`).find((code) => scenarios.every((one) => one.code !== code));
  const one = { code: free, name: [body.name, body.name], process: body.process, reason: body.reason, does: body.levers.flatMap(changeOf), figures: { load: 30_600, contacts: 292, margin: 35_294 } };
  scenarios.push(one);
  return { status: 201, body: shownScenario(one, lang) };
}

function forgetScenario({ id, query: { lang } }) {
  const at = scenarios.findIndex(({ code }) => code === id);
  if (at < 0) return gone(lang);
  scenarios.splice(at, 1);
  return { status: 204 };
}

function column(lang, code, name, { load = 36_900, contacts = 350, margin = 29_268 } = {}) {
  const short = Math.max(0, load - 30_690);
  return {
    code, name, contacts, deals: 20, feasible: short === 0, bottleneck: 'seller', bottleneck_name: say(lang, 'vendeurs', 'sellers'), margin_per_hour: EUR(margin),
    kinds: [
      { code: 'seller', name: say(lang, 'vendeurs', 'sellers'), load_minutes: load, capacity_minutes: 35_280, ratio_bp: Math.round((load / 35_280) * 10_000), shortage_minutes: short, shortage_week: short ? '2027-W10' : null },
      { code: 'presales', name: say(lang, 'avant-ventes', 'presales'), load_minutes: 13_200, capacity_minutes: 14_112, ratio_bp: 9354, shortage_minutes: 1884, shortage_week: '2027-W10' },
    ],
    sentence: short === 0
      ? say(lang, 'Oui\u202f: la capacité suffit chaque semaine.', 'Yes: capacity is enough every week.')
      : say(lang, `Non\u202f: il manque ${Math.round(short / 60)}\u202fh de vendeurs avant la fin de la semaine S10.`, `No: ${Math.round(short / 60)}\u202fh of sellers are missing by the end of week W10.`),
  };
}

/** What a comparison stands for. */
const WINDOW = { process: 'new-customers', kind: 'seller', today: '2027-01-04', first_week: '2027-W01', last_week: '2027-W13' };

function tried({ body, query: { lang } }) {
  const bad = body.columns.findIndex(({ levers }) => levers.some(({ more_percent, times }) => (more_percent ?? times ?? 1) <= 0));
  if (bad >= 0) {
    const one = { code: 'planning/lever-size', place: `columns[${bad}].levers[0]`, title: say(lang, 'Cette quantité ne convient pas.', 'This quantity does not suit.'), detail: '', remedy: say(lang, 'Donnez un nombre positif.', 'Give a positive number.') };
    return { status: 422, body: { type: `urn:atelier:${one.code}`, status: 422, ...one, errors: [one] } };
  }
  const made = body.columns.map(({ name, levers }, at) => {
    if (levers.some(({ lever }) => lever === 'volume')) return column(lang, String(at + 1), name, { load: 61_200, contacts: 700, margin: 17_647 });
    if (levers.some(({ lever }) => lever === 'effort')) return column(lang, String(at + 1), name, { load: 49_500, margin: 21_818 });
    // The conversations of the step of use load the sellers most.
    if (levers.some(({ lever, step }) => lever === 'yield' && step !== 'use')) return column(lang, String(at + 1), name, { load: 34_200, contacts: 320, margin: 31_578 });
    return column(lang, String(at + 1), name, { load: 30_600, contacts: 292, margin: 35_294 });
  });
  return { ...WINDOW, columns: [column(lang, '', say(lang, 'Le plan tel qu’il est', 'The plan as it is')), ...made] };
}

const WEEKS = Array.from({ length: 13 }, (_, at) => `2027-W${String(at + 1).padStart(2, '0')}`);
const spread = (total, from) => WEEKS.map((_, at) => (at >= from && at < from + 5 ? Math.round(total / 5) : 0));

const funnel = ({ query: { lang } }) => ({
  process: 'new-customers', name: say(lang, 'Conquête', 'New customers'), weeks: WEEKS, deals: 20, contacts: 350, due: spread(20, 8), unplaced: 2,
  steps: STEPS(lang).map(([code, name, yield_millionths, lead_days], at) => {
    const entering = spread([350, 175, 70, 35][at], at * 2);
    const taken = spread([30, 20, 10, 5][at], at * 2);
    return { code, name, yield_millionths, lead_days, waiting: [12, 9, 6, 3][at], entering, taken, net: entering.map((one, week) => one - taken[week]), overdue: at === 0 ? 14 : 0, unused: 0 };
  }),
});

const promise = ({ query }) => {
  const { lang } = query;
  const asked = Number(query.deals ?? 20);
  const feasible = asked <= 16;
  return { answers: [{
    process: 'new-customers', name: say(lang, 'Conquête', 'New customers'), feasible, asked, bottleneck: 'seller', bottleneck_name: say(lang, 'vendeurs', 'sellers'),
    missing_minutes: feasible ? null : 6210, missing_week: feasible ? null : '2027-W10', nearest_quantity: feasible ? null : 16, nearest_week: feasible ? null : '2027-W15',
    sentences: feasible
      ? [say(lang, `Oui\u202f: ${asked} affaires tiennent dans la capacité.`, `Yes: ${asked} deals fit the capacity.`)]
      : [say(lang, 'Non\u202f: il manque 103,5\u202fh de vendeurs avant la fin de S10.', 'No: 103.5\u202fh of sellers are missing by the end of W10.'), say(lang, 'On peut promettre 16 affaires, ou les 20 pour S15.', '16 deals can be promised, or the 20 by W15.')],
    overloads: [],
  }] };
};

const figures = (version, more) => ({ version, made: `2027-01-${String(6 + version).padStart(2, '0')}T16:20:00Z`, placed: 1026, late: 619, unplaced: 189, price: 12_450, bound: 11_877, gap_bp: 460, load_minutes: 36_900, reason: null, origin: null, actor: null, ...more });
const ORIGINS = (lang) => [
  say(lang, 'Plan calculé en entier', 'Whole plan worked out'),
  say(lang, 'Absence de Julien Faure, le mar. 12 janv. 2027', 'Julien Faure away, on Tue 12 Jan 2027'),
  say(lang, 'Action déplacée au jeu. 14 janv. 2027 à 09:00\u202f: Rencontrer (Brasserie du Port)', 'Action moved to Thu 14 Jan 2027 at 09:00: Meet (Brasserie du Port)'),
];
const asked = (lang, version) => (version === 3 ? say(lang, 'Le client a demandé un autre jour.', 'The customer asked for another day.') : null);
const plans = (lang) => ({ plans: [1, 2, 3].map((version) => ({ version, origin: ORIGINS(lang)[version - 1], reason: asked(lang, version), made: figures(version).made, first_day: '2027-01-04', last_day: '2027-04-02', placed: 1026, late: 619, unplaced: 189, bottleneck: 'seller' })) });

const compare = ({ id, other, query: { lang } }) => {
  if (Number(id) > 3 || Number(other) > 3) return gone(lang);
  const seat = (day, person) => ({ start: `2027-01-${day}T09:00:00`, end: `2027-01-${day}T10:30:00`, people: [person] });
  return {
    old: figures(Number(id), {}), new: figures(Number(other), { late: 612, price: 12_210, actor: 'Hélène Marchand', origin: ORIGINS(lang)[Number(other) - 1], reason: asked(lang, Number(other)) }),
    kinds: [{ code: 'seller', name: say(lang, 'vendeurs', 'sellers'), old_minutes: 36_900, new_minutes: 36_810 }],
    moves: [
      { order: 'a', customer: 'Brasserie du Port', operation: say(lang, 'Rencontrer', 'Meet'), change: 'moved', from: seat(12, 's1'), to: seat(14, 's1'), sentence: '', reason: say(lang, 'Le client a demandé un autre jour.', 'The customer asked for another day.') },
      { order: 'b', customer: 'Scierie Morvan', operation: say(lang, 'Premier usage', 'First use'), change: 'late', from: seat(14, 's2'), to: seat(18, 's2'), sentence: '', reason: say(lang, 'Sa place a été prise.', 'Its place was taken.') },
    ],
    moves_total: 2, over_total: 1,
  };
};

const PLANNED_HOW = { fr: 'Ce que demandent les objectifs, au jour où c’est dû', en: 'What the objectives ask for, on the day on which it is due' };
const INDICATORS = (lang) => [
  ['deals', 'Affaires gagnées', 'Deals won', 'count', 'count(case-won)', '18', '20', 3, 'Renforcer ou non le trimestre', 'Reinforce the quarter or not'],
  ['margin', 'Marge brute', 'Gross margin', 'money', 'sum(case-won, value) * 0.4', say(lang, '162\u202f400\u202f€', '€162,400'), say(lang, '180\u202f000\u202f€', '€180,000'), 3, 'Accorder ou non des remises', 'Grant discounts or not'],
  ['load-ratio', 'Charge sur capacité', 'Load over capacity', 'ratio', 'sum(load, minutes) / sum(capacity, minutes)', say(lang, '104,6\u202f%', '104.6%'), say(lang, '100\u202f%', '100%'), 3, 'Refuser ou avancer du travail', 'Refuse work or do it earlier'],
  ['yield-use', 'Passages de l’étape d’usage', 'Passages of the use step', 'ratio', 'count(step-through:usage) / count(step-decided:usage)', say(lang, '38\u202f%', '38%'), say(lang, '40\u202f%', '40%'), 2, 'Retravailler cette conversation', 'Work on that conversation'],
  ['lead-time', 'Délai médian', 'Median lead time', 'days', 'median(case-won, days)', say(lang, '8,5', '8.5'), say(lang, '14,0', '14.0'), 3, 'Lever ce qui retarde', 'Remove what delays'],
  ['yield-goal', 'Rendement : A nommé un but', 'Yield: has named a goal', 'ratio', 'count(step-through:goal) / count(step-decided:goal)', '–', null, 0, 'Retravailler cette conversation', 'Work on that conversation'],
].map(([code, fr, en, unit, formula, shown, planned_shown, objects, dfr, den]) => ({
  code, name: { fr, en }, unit, formula, planned_how: PLANNED_HOW, planned_why: planned_shown ? null : say(lang, 'La fiche du processus n’en dit rien.', 'The process sheet says nothing of it.'), owner: 'Hélène Marchand', decision: { fr: dfr, en: den }, planned: planned_shown && '20', actual: shown === '–' ? null : '18', currency: null, shown, planned_shown, objects,
}));
/** Whoever reads the plan or the facts opens what is behind a figure. */
const opens = (user) => Boolean(reach(user, 'plan/read') || reach(user, 'facts/read'));
const indicators = ({ user, query: { lang, from, to } }) => ({
  process: 'new-customers', opens: opens(user), processes: [{ code: 'new-customers', name: say(lang, 'Conquête', 'New customers') }], steps: STEPS(lang).map(([code, name]) => ({ code, name })), from: from ?? '2026-10-13', to: to ?? '2027-01-10', indicators: INDICATORS(lang),
});

const facts = (given) => {
  const found = everyFact(given);
  return found.status || opens(given.user) ? found : { ...found, objects: [], hidden: found.total, over: [], over_hidden: found.over_total };
};
const everyFact = ({ id, query: { lang } }) => {
  const one = INDICATORS(lang).find(({ code }) => code === id);
  if (!one) return gone(lang);
  const object = (label, at) => ({ id: `o${at}`, kind: 'case', label, people: ['Camille Aubert'], day: `2027-01-0${at + 3}`, fact: `f${at}`, recorded: `2027-01-0${at + 4}T10:12:00Z`, actor: 'Camille Aubert' });
  const all = ['Brasserie du Port', 'Clinique Saint-Aubin', 'Scierie Morvan'].map(object);
  // Somebody counts once for each of their times of work; the first 200 of them are told.
  const worked = id === 'load-ratio' ? Array.from({ length: 200 }, (_, at) => PEOPLE[at % PEOPLE.length]).map(({ code, name }) => ({ id: code, kind: 'person', label: name, people: [], day: '2027-01-04', fact: `f-${code}`, recorded: '2027-01-04T08:00:00Z', actor: 'Sophie Lambert' })) : [];
  if (worked.length > 0) return { code: id, total: one.objects, objects: all, hidden: 0, over_total: 640, over: worked, over_hidden: 0 };
  return { code: id, total: one.objects, objects: all.slice(0, one.objects), hidden: 0, over_hidden: 0, over_total: id === 'yield-use' ? 3 : 0, over: id === 'yield-use' ? all : [] };
};

const cascade = ({ query: { lang } }) => ({ lines: [
  { line: 'growth', name: say(lang, 'Croissance durable', 'Lasting growth'), owner: 'Hélène Marchand', first_day: '2027-01-01', last_day: '2027-12-31', missing: [], objectives: [
    { process: 'new-customers', process_name: say(lang, 'Conquête', 'New customers'), code: 't1', name: say(lang, '180\u202f000\u202f€ de marge brute au T1', '€180,000 of gross margin in Q1'), unit: 'margin', quantity: '180000', shown: say(lang, '180\u202f000\u202f€', '€180,000'), first_day: '2027-01-04', last_day: '2027-04-02', owner: 'Hélène Marchand', is_over: false, actions: { ahead: 1_214, done: 1 } },
  ] },
  { line: 'keep-customers', name: null, owner: null, first_day: null, last_day: null, missing: ['name', 'owner', 'period'], objectives: [] },
  { line: null, name: null, owner: null, first_day: null, last_day: null, missing: [], objectives: [{ process: 'renouvellement', process_name: say(lang, 'Renouvellement', 'Renewal'), code: 'r1', name: say(lang, 'Garder les clients servis', 'Keep the customers served'), unit: 'deals', quantity: '12', shown: '12', first_day: null, last_day: null, owner: null, is_over: false, actions: null }] },
] });

/** What waits at each step; one of the first step has no next action, and one is older than twice the usual. */
const wip = ({ query: { lang } }) => {
  const names = ['Brasserie du Port', 'Aciers Vallon', 'Scierie Morvan', 'Clinique Saint-Aubin'];
  const one = (step, at, days, usual) => ({ id: `w${step}${at}`, key: `M0${step}${at}`, customer: names[(step + at) % names.length], age_days: days, since: 'step', value: EUR(900_000), next: at ? '2027-01-14' : null, marked: days > 2 * usual });
  const lines = STEPS(lang).map(([code, name, , usual_days], step) => {
    const cases = Array.from({ length: [12, 9, 6, 3][step] }, (_, at) => one(step, at, 40 - 3 * at, usual_days));
    return { step: code, name, usual_days, value: [EUR(900_000 * cases.length)], total: cases.length, marked: cases.filter(({ marked }) => marked).length, cases };
  });
  return { process: 'new-customers', name: say(lang, 'Conquête', 'New customers'), total: 30, little: { open: 30, expected: 24.5 }, lines, unplaced: { step: '', name: '', usual_days: null, value: [], total: 0, marked: 0, cases: [] } };
};

/** Within reach: all of them, or those of the team or one's own. */
const ofObjective = ({ id, other, user, query }) => {
  const { lang } = query;
  const line = cascade({ query }).lines.find(({ objectives }) => objectives.some(({ process, code }) => process === id && code === other));
  const found = line?.objectives.find(({ code }) => code === other);
  if (!found) return gone(lang);
  const whole = reach(user, 'day/read') === 'all';
  const action = (at, more) => ({ id: `OA-${1000 + at}`, case: null, customer: ['Brasserie du Port', 'Aciers Vallon', 'Scierie Morvan'][at % 3], title: say(lang, 'Rencontrer', 'Meet'), step: STEPS(lang)[at % 4][1], people: ['Camille Aubert'], day: `2027-01-1${(at % 5) + 1}`, placed: true, done: false, ...more });
  const actions = found.actions ? [...Array.from({ length: found.actions.ahead }, (_, at) => action(at, at % 3 === 2 ? { placed: false, people: [] } : {})), action(found.actions.ahead, { done: true, day: '2027-01-05' })] : [];
  const inState = { ahead: ({ done }) => !done, done: ({ done }) => done, unplaced: ({ done, placed }) => !done && !placed }[query.state] ?? (() => true);
  const kept = actions.filter((one) => inState(one) && (!query.who || one.people.includes({ s1: 'Camille Aubert' }[query.who])));
  const [from, limit] = [Number(query.after ?? 0), Number(query.limit ?? 50)];
  return {
    process: { code: found.process, name: found.process_name }, objective: { code: found.code, name: found.name, shown: found.shown, line: line.line, line_name: line.name },
    first_day: found.first_day ?? '2027-01-04', last_day: found.last_day ?? '2027-04-02', whole, ahead: actions.filter(({ done }) => !done).length, done: actions.filter(({ done }) => done).length,
    total: kept.length, people: [{ code: 's1', name: 'Camille Aubert' }], rows: kept.slice(from, from + limit), next: from + limit < kept.length ? String(from + limit) : null,
  };
};

export default {
  'GET /api/wip': allowed('plan/read', wip),
  'GET /api/processes/{id}/objectives/{other}': allowed('day/read', ofObjective),
  'GET /api/scenarios': allowed('plan/read', ({ query: { lang } }) => ({ scenarios: scenarios.map((one) => shownScenario(one, lang)), processes: [PROCESS(lang)] })),
  'POST /api/scenarios': allowed('plan/write', keepScenario),
  'DELETE /api/scenarios/{id}': allowed('plan/write', forgetScenario),
  'GET /api/scenarios/compare': allowed('plan/read', ({ query: { lang } }) => ({
    ...WINDOW,
    columns: [column(lang, '', say(lang, 'Le plan tel qu’il est', 'The plan as it is')), ...scenarios.map((one) => column(lang, one.code, say(lang, ...one.name), one.figures))],
  })),
  'POST /api/scenarios/compare': allowed('plan/read', tried),
  'GET /api/promise': allowed('plan/read', promise),
  'GET /api/funnel': allowed('plan/read', funnel),
  'GET /api/plans': allowed('plan/read', ({ user, query: { lang } }) => (user.company === 'vide' ? { plans: [] } : plans(lang))),
  'GET /api/plans/{id}/compare/{other}': allowed('plan/read', compare),
  'GET /api/indicators': allowed('indicators/read', indicators),
  'GET /api/indicators/{id}/facts': allowed('indicators/read', facts),
  'GET /api/cascade': allowed('processes/read', cascade),
};
