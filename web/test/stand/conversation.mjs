// What the stand-in answers about conversations: sheets, captures, promises, postponements, the flow, letters, the give-back meter.
// State lives as long as the stand-in: what a journey does, it takes back.
import { randomUUID } from 'node:crypto';
import { PEOPLE, dayOf } from '../days.mjs';
import { reach, refusal } from '../door.mjs';
import { accountNamed } from './market.mjs';

const say = (lang, fr, en) => (lang === 'fr' ? fr : en);
const held = new Map();
const deferred = new Map();
const files = new Map();
const closed = new Set();
const phases = new Map();
/** Sheets read and letters drafted: orders and conversations. */
const used = { sheet: new Set(), letter: new Set() };

const CONTACT = { id: '9d6f2c1e-0000-4000-8000-000000000001', name: 'Claire Morin', function: 'Directrice de production', phone: '+33 2 96 00 11 22', mail: 'c.morin@brasserie.example', language: 'fr' };
const BARRED = { id: '9d6f2c1e-0000-4000-8000-000000000003', name: 'Paul Riou', function: 'Acheteur', phone: null, mail: null, language: 'fr' };
const OTHER = { id: '9d6f2c1e-0000-4000-8000-000000000002', name: 'Yves Tanguy', function: 'Responsable des achats', phone: null, mail: 'y.tanguy@brasserie.example', language: null };

const promise = (id, side, what, due_on, more = {}) => ({
  id, side, what, due_on, state: 'open', overdue: false, settled_on: null, case: 'c1', account: 'a1', conversation: 'v0', ...more,
});
const promises = (lang) => ({
  ours: [
    promise('p1', 'ours', say(lang, 'Envoyer l’étude de rebuts', 'Send the scrap study'), '2027-01-08', { overdue: true }),
    promise('p2', 'ours', say(lang, 'Prêter un capteur pendant deux semaines', 'Lend a sensor for two weeks'), '2027-01-18'),
  ],
  theirs: [
    promise('p3', 'theirs', say(lang, 'Donner accès au chef d’atelier', 'Give access to the workshop manager'), '2027-01-12'),
    promise('p4', 'theirs', say(lang, 'Envoyer les relevés de décembre', 'Send the December readings'), '2027-01-05', { state: 'kept', settled_on: '2027-01-05' }),
  ],
});

/** Long enough to try the one page. */
const long = (lang) => say(lang, 'avec les équipes du matin et du soir, sans arrêter la ligne ni changer les réglages d’usine, puis comparer aux relevés du trimestre d’avant', 'with the morning and evening shifts, without stopping the line or changing factory settings, then compare with the readings of the quarter before');

function find(order, lang, user) {
  for (const date of ['2027-01-11', '2027-01-12', '2027-01-13']) {
    for (const person of PEOPLE.filter(({ code }) => reach(user, 'day/read') === 'all' || code === user.person)) {
      const item = dayOf(person, date, lang).items.find(({ id }) => id === order);
      if (item) return { item, date };
    }
  }
  return undefined;
}

const unknown = (lang) => ({ status: 404, body: { type: 'urn:atelier:app/unknown-order', status: 404, code: 'app/unknown-order', place: '', title: say(lang, 'Cette action n’existe pas.', 'This action does not exist.'), detail: '', remedy: '', errors: [] } });
/** A refusal about one field, in the shape of the server. */
const refused = (code, place, title, detail, remedy, status = 422) => {
  const one = { code, place, title, detail, remedy };
  return { status, body: { type: `urn:atelier:${code}`, status, ...one, errors: [one] } };
};

function sheet({ user, query: { lang, counted }, id }) {
  const found = find(id, lang, user);
  if (!found?.item.is_conversation) return unknown(lang);
  if (counted !== 'false') used.sheet.add(id);
  const { item, date } = found;
  const heavy = id === 'OA-0122' ? ` ${long(lang)}` : '';
  const given = promises(lang);
  if (heavy) for (const side of ['ours', 'theirs']) given[side] = [0, 1, 2, 3, 4].map((at) => ({ ...given[side][0], id: `${side}${at}`, what: `${given[side][0].what}${heavy}`.slice(0, 200) }));
  return {
    order: id, case: 'c1', account: 'a1', customer: item.customer, title: item.operation, step: item.step, start: `${date}T${item.start}:00`,
    minutes: item.minutes, channel: item.channel, place: item.place, why: item.why, contact: CONTACT, contacts: [CONTACT, OTHER, ...(item.barred ? [{ ...BARRED, barred: item.barred }] : [])],
    role: say(lang, 'Directeur de production', 'Production manager'), role_kind: 'user', theme: item.theme,
    goal: { text: say(lang, 'Passer sous 2\u202f% de rebuts avant l’été', 'Under 2% of scrap before summer') + heavy + heavy, said_on: '2026-12-15', by: 'Claire Morin' },
    promises: given,
    scenario: {
      event: say(lang, 'La ligne 2 sort une série hors tolérance', 'Line 2 makes a batch out of tolerance') + heavy, actor: say(lang, 'Le chef d’atelier', 'The workshop manager') + heavy,
      actions: say(lang, 'Voit l’écart à l’écran et corrige le réglage', 'Sees the gap on screen and corrects the setting') + heavy, result: say(lang, 'La série suivante est bonne', 'The next batch is good') + heavy,
      before: say(lang, 'trois heures de tri à la main', 'three hours of sorting by hand') + heavy, after: say(lang, 'dix minutes de réglage', 'ten minutes of setting') + heavy,
    },
    questions: [
      say(lang, 'Que se passe-t-il aujourd’hui quand une série sort de tolérance\u202f?', 'What happens today when a batch is out of tolerance?') + heavy,
      say(lang, 'Qui décide de reprendre ou de jeter\u202f?', 'Who decides to rework or to throw away?') + heavy,
      say(lang, 'À quel chiffre verriez-vous que c’est réglé\u202f?', 'At what figure would you see that it is solved?') + heavy,
    ],
    playbook: say(lang, 'Partir du but, raconter un usage, demander qui d’autre le vivrait.', 'Start from the goal, tell one usage, ask who else would live it.') + heavy, checklist: [],
    evidence: {
      wanted: ['letter-confirmed', ...(heavy ? ['second', 'third', 'fourth'] : [])].map((code) => ({ code, name: say(lang, 'Lettre de cadrage confirmée par écrit', 'Scope letter confirmed in writing') + heavy, valid_days: 60 })),
      had: [{ code: 'goal-mail', name: say(lang, 'But confirmé par courriel', 'Goal confirmed by email'), on: '2026-12-15', until: '2027-02-13', lapsed: false }],
    },
    last: { conversation: 'v0', held_on: '2026-12-15', goal: '', result: 'progress' }, files: [],
  };
}

function capture({ user, query: { lang }, id, body }) {
  const found = find(id, lang, user);
  if (!reach(user, 'orders/write') || !found) return unknown(lang);
  if (closed.has(id)) return refused('execution/impossible-transition', '', say(lang, 'Cette action est déjà faite.', 'This action is done already.'), '', '', 409);
  if (body.next_on && body.next_on < '2026-11-01')
    return refused('execution/next-in-the-past', 'next_on', say(lang, 'La prochaine date est passée.', 'The next date is past.'), say(lang, `Vous avez donné ${body.next_on}.`, `You gave ${body.next_on}.`), say(lang, 'Donnez un jour à venir.', 'Give a day to come.'));
  for (const [at, { what }] of (body.ours ?? []).entries())
    if (!what) return refused('execution/promise-empty', `ours[${at}].what`, say(lang, 'Cette promesse ne dit rien.', 'This promise says nothing.'), '', say(lang, 'Dites ce qui est promis, ou retirez la ligne.', 'Say what is promised, or remove the line.'));
  const conversation = randomUUID();
  const made = (side) => (body[side] ?? []).map(({ what, due_on }, at) => promise(`${conversation}-${side}-${at}`, side, what, due_on, { conversation }));
  const told = {
    id: conversation, order: id, case: 'c1', account: 'a1', customer: found.item.customer, title: found.item.operation, held_on: body.held_on ?? found.date,
    result: body.result, goal: body.goal ?? '', note: body.note ?? '', contact: body.contact ? [CONTACT, OTHER].find((one) => one.id === body.contact) : null,
    ours: made('ours'), theirs: made('theirs'), next_on: body.next_on ?? null,
    evidence: body.evidence ? { code: body.evidence, name: say(lang, 'Lettre de cadrage confirmée par écrit', 'Scope letter confirmed in writing'), on: found.date } : null,
    files: (body.files ?? []).map((one) => files.get(one)).filter(Boolean), by: user.login, recorded: new Date().toISOString(), can_undo: true,
    minutes: body.minutes ?? found.item.minutes,
  };
  held.set(conversation, { ...told, entry_seconds: body.entry_seconds });
  closed.add(id);
  return { status: 201, body: told };
}

/** A conversation that nothing had planned: no action of the day is closed by it. */
function note({ user, query: { lang }, body }) {
  if (!reach(user, 'orders/write')) return refusal(lang, 403, 'controls/not-allowed', { permission: 'orders/write', roles: user.role });
  const account = accountNamed(body.account);
  if (!account) return refused('execution/unknown-account', 'account', say(lang, 'Ce compte n’existe pas.', 'This account does not exist.'), '', '');
  if (body.next_on && body.next_on < '2026-11-01')
    return refused('execution/next-in-the-past', 'next_on', say(lang, 'La prochaine date est passée.', 'The next date is past.'), say(lang, `Vous avez donné ${body.next_on}.`, `You gave ${body.next_on}.`), say(lang, 'Donnez un jour à venir.', 'Give a day to come.'));
  const id = randomUUID();
  const made = (side) => (body[side] ?? []).map(({ what, due_on }, at) => promise(`${id}-${side}-${at}`, side, what, due_on, { conversation: id, account: account.id }));
  const told = {
    id, order: randomUUID(), case: body.case ?? null, account: account.id, customer: account.name, title: say(lang, 'Conversation non prévue', 'Unplanned conversation'), channel: body.channel,
    held_on: body.held_on ?? '2027-01-11', result: body.result, goal: body.goal ?? '', note: body.note ?? '', contact: null, ours: made('ours'), theirs: made('theirs'),
    next_on: body.next_on ?? null, evidence: null, files: [], by: user.login, recorded: new Date().toISOString(), can_undo: true, minutes: body.minutes ?? 15,
  };
  held.set(id, { ...told, entry_seconds: body.entry_seconds });
  return { status: 201, body: told };
}

/** As the server does: an order goes from state to state, none is passed over. */
function declare({ id, query: { lang }, user, body: { state } }) {
  if (!find(id, lang, user)) return unknown(lang);
  const next = { firm: 'released', released: 'done' }[phases.get(id) ?? 'firm'];
  if (state !== next) return refused('execution/impossible-transition', 'state', say(lang, 'Cette action ne peut pas passer à cet état.', 'This action cannot go to this state.'), '', '');
  phases.set(id, state);
  if (state === 'done') closed.add(id);
  return { order: { id, state }, freed: [] };
}

function undoCapture({ id }) {
  closed.delete(held.get(id)?.order);
  held.delete(id);
  return { status: 204 };
}

/** A suggestion without an action, by what it reminds of. */
function putAside(asked) {
  const { query: { lang }, id, body } = asked;
  const one = SUGGESTED(lang).find(({ reminder }) => reminder === id);
  if (!one) return unknown(lang);
  return wrong(asked) ?? deferred.set(id, { order: null, reminder: id, customer: one.customer, title: one.why, kind: body.kind, until: body.until ?? null, reason: body.reason, said_on: '2027-01-04' }).get(id);
}

function defer(asked) {
  const { query: { lang }, id, body, user } = asked;
  const found = find(id, lang, user);
  if (!found) return unknown(lang);
  const refusedFor = wrong(asked);
  if (refusedFor) return refusedFor;
  const told = { order: id, reminder: null, customer: found.item.customer, title: found.item.operation, kind: body.kind, until: body.until ?? null, reason: body.reason, said_on: found.date };
  deferred.set(id, told);
  return told;
}

/** What is wrong with putting off. */
function wrong({ query: { lang }, body }) {
  if (!body.reason) return refused('execution/no-reason', 'reason', say(lang, 'La raison manque.', 'The reason is missing.'), '', '');
  if (body.kind === 'postponed' && body.until < '2026-11-01')
    return refused('execution/postponed-to-the-past', 'until', say(lang, 'Ce jour est passé.', 'This day is past.'), '', say(lang, 'Choisissez un jour à venir.', 'Choose a day to come.'));
  return undefined;
}

function letter({ id }) {
  used.letter.add(id);
  const one = held.get(id);
  const draft = (lang) => ({
    subject: say(lang, 'Notre échange du lundi 11 janvier 2027', 'Our conversation on Monday 11 January 2027'),
    body: say(lang, `Bonjour,\n\nMerci pour notre échange du lundi 11 janvier 2027. Voici ce que j’en retiens\u202f; dites-moi si je me trompe.\n\nVotre but, avec vos mots\u202f: «\u202f${one?.goal || '…'}\u202f».\n\nVoici l’usage dont nous avons parlé. La ligne 2 sort une série hors tolérance. Cela concerne le chef d’atelier. Il voit l’écart à l’écran et corrige le réglage.\n\nCamille Aubert`, `Hello,\n\nThank you for our conversation on Monday 11 January 2027. Here is what I took from it; please tell me if I am wrong.\n\nYour goal, in your words: “${one?.goal || '…'}”.\n\nHere is the use we talked about. Line 2 makes a batch out of tolerance. This concerns the workshop manager. He sees the gap on screen and corrects the setting.\n\nCamille Aubert`),
  });
  return one ? { fr: draft('fr'), en: draft('en'), to: CONTACT.mail } : { status: 404, body: refusal('fr', 404, 'controls/not-allowed').body };
}

function addFile({ id, query: { name }, body, headers, user }) {
  const file = { id: randomUUID(), name, media: headers['content-type'] ?? '', bytes: body.text?.length ?? 0, sha256: '', order: id, added: new Date().toISOString(), by: user.login };
  files.set(file.id, file);
  return { status: 201, body: file };
}

const SUGGESTED = (lang) => [
  { rule: 'promise-ours', why: say(lang, 'Vous avez promis «\u202fl’étude de rebuts\u202f» pour le ven. 8 janv.', 'You promised “the scrap study” for Fri 8 Jan.'), customer: 'Aciers Vallon', account: 'a2', case: 'c2', order: null, promise: 'p1', conversation: 'v0', title: say(lang, 'Lettre de cadrage', 'Scope letter'), theme: '', aim: say(lang, 'Voit comment il utiliserait l’offre', 'He sees how he would use the offer'), minutes: 15, reminder: 'p1', can_defer: true },
  { rule: 'ahead', why: say(lang, 'Prévue demain\u202f; elle tient dans l’heure libre de 13:00.', 'Planned tomorrow; fits the free hour at 13:00.'), customer: 'Établissements Lefèvre & Fils, matériel agricole', account: 'a3', case: 'c3', order: 'OA-0122', promise: null, conversation: null, reminder: null, title: say(lang, 'Rencontrer', 'Meet'), theme: say(lang, 'Réduire les pannes', 'Fewer breakdowns'), aim: say(lang, 'Voit comment il utiliserait l’offre', 'He sees how he would use the offer'), minutes: 120, can_defer: true },
];

/** As the server counts: one's own, or the sum of the company for who sees all of it. */
function meter({ user, query: { lang, from, to } }) {
  const permission = 'day/read';
  const far = reach(user, permission);
  if (!far) return refusal(lang, 403, 'controls/not-allowed', { permission, roles: user.role });
  const captures = [...held.values()].filter(({ by, held_on }) => (far === 'all' || by === user.login) && (!from || (held_on >= from && held_on <= to)));
  const measured = captures.filter(({ entry_seconds }) => entry_seconds !== undefined);
  const seconds = captures.reduce((sum, { entry_seconds }) => sum + Math.min(entry_seconds ?? 60, 1800), 0);
  const line = (code, count, text, method) => ({ code, count, minutes: count * 10, text, method });
  const lines = [
    line('sheets', captures.filter(({ order }) => used.sheet.has(order)).length, say(lang, 'Fiches lues avant des conversations saisies', 'Sheets read before logged conversations'), say(lang, '10 minutes par fiche ouverte avant une conversation saisie ensuite. C’est une hypothèse, rien ne le mesure.', '10 minutes for each sheet opened before a conversation that was then logged. This is an assumption, nothing measures it.')),
    line('letters', used.letter.size, say(lang, 'Brouillons de lettre ouverts', 'Letter drafts opened'), say(lang, '10 minutes par brouillon ouvert\u202f: 15 sans brouillon, 5 avec. C’est une hypothèse, rien ne le mesure.', '10 minutes for each draft opened: 15 without one, 5 with one. This is an assumption, nothing measures it.')),
  ];
  return {
    entered_minutes: Math.ceil(seconds / 60), returned_minutes: lines.reduce((sum, { minutes }) => sum + minutes, 0), captures: captures.length, measured: measured.length, lines, whole: far === 'all',
    method: say(lang, `Saisi\u202f: ${captures.length} conversations, dont ${measured.length} au temps mesuré\u202f; les autres comptent une minute. Rendu\u202f: ce qui a vraiment servi, à durée supposée.`, `Entered: ${captures.length} conversations, of which ${measured.length} with a measured time; the others count as one minute. Given back: what was actually used, at an assumed length.`),
  };
}

/** The day of `days.mjs`, with what was done, put off and suggested. */
function day({ user, query }) {
  const { lang } = query;
  if (!reach(user, 'day/read')) return refusal(lang, 403, 'controls/not-allowed', { permission: 'day/read', roles: user.role });
  const people = PEOPLE.filter(({ code, team }) => { const far = reach(user, 'day/read'); return far === 'all' || code === user.person || (far === 'team' && team === user.unit); });
  const person = people.find(({ code }) => code === query.person);
  if (!person || (query.company && query.company !== user.company)) return { status: 404, body: { title: 'Personne inconnue', status: 404, detail: query.person, code: 'app/unknown-person', remedy: '' } };
  const plain = dayOf(person, query.date, lang);
  const away = ({ id }) => closed.has(id) || deferred.has(id);
  const own = (order) => plain.items.some(({ id }) => id === order);
  return {
    ...plain,
    items: plain.items.filter((item) => !away(item)),
    planned_minutes: plain.items.filter((item) => !away(item)).reduce((sum, { minutes }) => sum + minutes, 0),
    free_minutes: plain.window_minutes - plain.items.filter((item) => !away(item)).reduce((sum, { minutes }) => sum + minutes, 0),
    suggestions: plain.items.length > 1 ? SUGGESTED(lang).filter(({ order, reminder }) => !away({ id: order ?? reminder })) : [],
    deferred: [...deferred.values()].filter(({ order }) => own(order) || plain.items.length > 1),
    done: [...held.values()].filter(({ order }) => own(order)).map(({ id, order, customer, title, result, minutes }) => ({ order, conversation: id, customer, title, result, minutes, can_undo: true })),
  };
}

export default {
  'GET /api/day': day,
  'GET /api/orders/{id}/sheet': sheet,
  'POST /api/orders/{id}/conversation': capture,
  'POST /api/conversations': note,
  'GET /api/orders/{id}': ({ id, query, user }) => (find(id, query.lang, user) ? { id, state: phases.get(id) ?? 'firm' } : unknown(query.lang)),
  'POST /api/orders/{id}/declarations': declare,
  'GET /api/conversations/{id}': ({ id }) => held.get(id) ?? unknown('fr'),
  'DELETE /api/conversations/{id}': undoCapture,
  'GET /api/conversations/{id}/letter': letter,
  'GET /api/give-back': meter,
  'POST /api/orders/{id}/files': addFile,
  'DELETE /api/files/{id}': ({ id }) => { files.delete(id); return { status: 204 }; },
  'POST /api/orders/{id}/deferral': defer,
  'DELETE /api/orders/{id}/deferral': ({ id }) => { deferred.delete(id); return { status: 204 }; },
  'POST /api/suggestions/{id}/deferral': putAside,
  'DELETE /api/suggestions/{id}/deferral': ({ id }) => { deferred.delete(id); return { status: 204 }; },
};
