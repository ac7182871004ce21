// What the addresses of the administrator answer: users, units, jobs, accesses, keys, webhooks, the gate.
import { newcomer, reach, refusal, seats } from '../door.mjs';
import { archived } from './market.mjs';

const denied = (user, permission, { lang }) => (reach(user, permission) ? undefined : refusal(lang, 403, 'controls/not-allowed', { permission, roles: user.role }));
/** An answer, for who has the permission. */
const guarded = (permission, reply) => (asked) => denied(asked.user, permission, asked.query) ?? reply(asked);
const known = new Map();

function told(user, lang) {
  const { id } = known.get(user.login) ?? known.set(user.login, { id: crypto.randomUUID() }).get(user.login);
  const more = known.get(user.login);
  return {
    id, login: user.login, name: more.name ?? user.name, roles: (more.roles ?? [user.role]).map((code) => ({ code, name: user.roleName(code, lang) })),
    unit: more.unit ?? user.unit, person: user.person, firm: null, despite: more.despite ?? null, standing: more.standing ?? 'active',
  };
}
const of = (user, lang) => seats(user.company).map((one) => told(one, lang));
const find = (user, id, lang) => of(user, lang).find((one) => one.id === id);
const clash = (roles) => roles?.includes('finance') && roles?.includes('sales-ops');

const units = { version: 1, units: [{ code: 'Nord', parent: null, supervisor: null, deputy: null }, { code: 'Vendeurs', parent: 'Nord', supervisor: null, deputy: null }], vacancies: [{ unit: 'Nord', told: null }] };
const jobs = [
  { id: 'j-3', kind: 'plan', state: 'waiting', done: 0, total: 0, attempts: 0, made: '2026-12-04T09:02:00Z', reasons: [], requester: null, result: null, ended: null },
  { id: 'j-2', kind: 'verify', state: 'done', done: 1, total: 1, attempts: 1, made: '2026-12-04T02:00:00Z', reasons: [], requester: null, result: {}, ended: '2026-12-04T02:00:09Z' },
];
/** A job that has been done, for who follows it. */
export const put = (job) => void jobs.unshift(job);
/** News of a job: under way, then its end when it has one. */
function news(job) {
  const event = (name, data) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
  const going = { ...job, state: 'running', done: 340, total: 1215, reasons: [], ended: null, result: null };
  return `retry: 200\n\n${job.ended ? event('end', job) : event('progress', going)}`;
}
const accesses = [
  { id: 'a-2', at: '2026-12-04T08:31:00Z', user: 'u-finance', login: 'finance@metrios.example', permission: 'plan/read', right: 'voir le plan et la charge', space: 'performance', object: '/api/load', outcome: 'refused' },
  { id: 'a-1', at: '2026-12-03T17:10:00Z', user: 'u-admin', login: 'admin@metrios.example', name: 'Administratrice', permission: 'users/read', right: 'voir les utilisateurs et leurs rôles', space: 'upkeep', object: '/api/users', outcome: 'read' },
  { id: 'a-0', at: '2026-12-03T17:09:00Z', user: 'u-admin', login: 'admin@metrios.example', name: 'Administratrice', permission: 'access/own', right: 'ses propres accès', space: 'upkeep', object: 'sign-in/password', outcome: 'entered' },
];
const keys = [];
const hooks = [];
let gateVersion = 0;
const gate = { open: false, consulted_on: null, proof: null, watches: ['indicateurs par personne'] };

let due = [
  { person: 'p-1', name: 'Mme Delcourt', kept: 'prospect', base: '2023-11-20', due: '2026-11-20', stage: 'to-ask', asked_on: null, until: null, refused: false },
  { person: 'p-3', name: 'Mme Garance', kept: 'customer', base: '2023-06-30', due: '2026-06-30', stage: 'over', asked_on: '2026-07-06', until: null, refused: true },
  { person: 'p-2', name: 'M. Aubert', kept: 'prospect', base: '2023-08-02', due: '2026-08-02', stage: 'over', asked_on: '2026-09-01', until: null, refused: false },
];
/** Who leaves at the end of the terms: a customer for the archive, the others for ever. */
function leaving(unasked) {
  const all = due.filter(({ stage }) => stage === 'over' || (unasked && stage === 'to-ask'));
  return { kept: all.filter(({ kept }) => kept === 'customer'), gone: all.filter(({ kept }) => kept !== 'customer') };
}
const council = (lang) => {
  const [say, role] = lang === 'en' ? [(_, en) => en, 'sales director (the whole company)'] : [(fr) => fr, 'directeur commercial (pour toute l’entreprise)'];
  const entry = (code, name, kept, gate = null) => ({ code, name, holds: say('Ce que le vendeur note.', 'What the seller writes down.'), serves: say('Préparer la suite.', 'Preparing what follows.'), space: 'performance', space_name: say('le travail commercial', 'sales work'), readers: [{ role: 'director', reach: 'all', text: role }], writers: [], kept, gate });
  return {
    company: 'Métrios', made_on: '2026-12-04', version: '0.1.0', open: gate.open, consulted_on: gate.consulted_on, proof: gate.proof, watches: [say('Diagnostic par personne.', 'Diagnosis by person.')],
    settings: [gate.open ? say('Le comité a été consulté.', 'The council was consulted.') : say('Aucune consultation n’est enregistrée.', 'No consultation is recorded.')],
    why: say('Le comité est informé et consulté.', 'The council is informed and consulted.'), never: say('Il n’enregistre aucune voix.', 'It records no voice.'),
    entries: [entry('conversations', say('Comptes rendus d’entretien', 'Notes of conversations'), say('Aussi longtemps que le registre.', 'As long as the ledger.')), entry('diagnosis', say('Diagnostic par personne', 'Diagnosis by person'), say('Gardé nulle part.', 'Kept nowhere.'), 'diagnosis-by-person')],
    others: [say('Entreprises clientes', 'Customers’ firms')],
  };
};

function add({ user, body, query }) {
  if (!body.name) return refusal(query.lang, 422, 'controls/no-name', { place: 'name' });
  if (clash(body.roles) && !body.despite) return refusal(query.lang, 422, 'controls/roles-clash', { place: 'roles', one: 'finance', two: 'sales-ops' });
  const made = newcomer(user, body);
  const how = body.mail ? { mailed: true } : { mailed: false, invitation: made.secret };
  return { status: 201, body: { ...told(made.user, query.lang), ...how } };
}

function change({ user, id, body, query }) {
  const one = find(user, id, query.lang);
  if (!one) return refusal(query.lang, 404, 'controls/unknown-user', { given: id });
  if (clash(body.roles) && !body.despite) return refusal(query.lang, 422, 'controls/roles-clash', { place: 'roles', one: 'finance', two: 'sales-ops' });
  Object.assign(known.get(one.login), body);
  return find(user, id, query.lang);
}

export default {
  'GET /api/users': guarded('users/read', ({ user, query }) => ({ users: of(user, query.lang), mails: true })),
  'POST /api/users': guarded('users/write', add),
  'PATCH /api/users/{id}': guarded('users/write', change),
  'POST /api/users/{id}/invitation': guarded('users/write', () => ({ status: 201, body: { mailed: false, invitation: 'c2VjcmV0LWRlLWRlbW9uc3RyYXRpb24' } })),
  'GET /api/units': guarded('users/read', () => ({ status: 200, headers: { etag: `"${units.version}"` }, body: { units: units.units, vacancies: units.vacancies } })),
  'PUT /api/units': guarded('users/write', ({ body, headers, query }) => {
    if (headers['if-match'] && headers['if-match'] !== `"${units.version}"`) return refusal(query.lang, 412, 'controls/changed-meanwhile');
    units.version += 1;
    units.units = [...units.units.filter(({ code }) => code !== body.code), body];
    return body;
  }),
  'GET /api/jobs': guarded('jobs/read', () => ({ jobs, next: null })),
  'GET /api/jobs/{id}': guarded('jobs/read', ({ id }) => jobs.find((job) => job.id === id)),
  'GET /api/jobs/{id}/progress': guarded('jobs/read', ({ id }) => ({ status: 200, headers: { 'content-type': 'text/event-stream' }, body: news(jobs.find((job) => job.id === id)) })),
  'DELETE /api/jobs/{id}': guarded('jobs/write', ({ id }) => {
    Object.assign(jobs.find((job) => job.id === id), { state: 'cancelled', ended: '2026-12-04T09:03:00Z' });
    return { status: 204 };
  }),
  'POST /api/verifications': guarded('jobs/read', ({ user }) => {
    const under = jobs.find(({ kind, state }) => kind === 'verify' && ['waiting', 'running'].includes(state));
    if (under) return { status: 202, body: under };
    const job = { ...jobs[0], id: 'job-verify-now', kind: 'verify', state: 'waiting', requester: user.id, done: 0, total: 2, made: '2026-12-04T09:05:00Z', ended: null, result: null, reasons: [] };
    jobs.unshift(job);
    return { status: 202, body: job };
  }),
  'GET /api/accesses': guarded('accesses/read', () => ({ accesses, next: null, withheld: false })),
  'GET /api/tokens': () => ({ tokens: keys }),
  'POST /api/tokens': ({ body, query }) => {
    if (!body.name) return refusal(query.lang, 422, 'controls/no-pass-name', { place: 'name' });
    const key = { id: crypto.randomUUID(), name: body.name, scopes: body.scopes ?? [], made: '2026-12-04T09:00:00Z', seen: '2026-12-04T09:00:00Z', ends: '2027-03-04T09:00:00Z' };
    keys.push(key);
    return { status: 201, body: { ...key, token: 'atl_0123456789abcdef' } };
  },
  'DELETE /api/tokens/{id}': ({ id }) => {
    keys.splice(keys.findIndex((key) => key.id === id), 1);
    return { status: 204 };
  },
  'GET /api/webhooks': guarded('webhooks/read', () => ({ webhooks: hooks })),
  'POST /api/webhooks': guarded('webhooks/write', ({ body }) => {
    hooks.push({ id: crypto.randomUUID(), url: body.url, events: body.events ?? [] });
    return { status: 201, body: { ...hooks.at(-1), secret: 'whsec_c2VjcmV0' } };
  }),
  'DELETE /api/webhooks/{id}': guarded('webhooks/write', ({ id }) => {
    hooks.splice(hooks.findIndex((hook) => hook.id === id), 1);
    return { status: 204 };
  }),
  'POST /api/webhooks/{id}/test': guarded('webhooks/write', ({ id }) => ({ id, status: 204 })),
  'POST /api/webhooks/{id}/rotation': guarded('webhooks/write', ({ id }) => ({ ...hooks.find((hook) => hook.id === id), secret: 'whsec_bm91dmVhdQ' })),
  'GET /api/gate': guarded('gate/read', () => ({ status: 200, headers: { etag: `"${gateVersion}"` }, body: gate })),
  'GET /api/gate/file': guarded('gate/read', ({ query }) => council(query.lang)),
  'PUT /api/gate': guarded('gate/write', ({ body, headers, query }) => {
    if (headers['if-match'] && headers['if-match'] !== `"${gateVersion}"`) return refusal(query.lang, 412, 'controls/changed-meanwhile');
    gateVersion += 1;
    return Object.assign(gate, body, { open: true });
  }),
  'GET /api/retention': guarded('persons/read', () => {
    const at = (stage) => due.filter((one) => one.stage === stage).length;
    const ends = [false, true].flatMap((unasked) => ['contract', 'accounts'].map((ground) => {
      const { kept, gone } = leaving(unasked);
      return { unasked, ground, archived: kept.length, erased: gone.length };
    }));
    return { until: '2026-12-04', count: due.length, over: at('over'), to_ask: at('to-ask'), archived: 0, ends, rows: due };
  }),
  'POST /api/retention': guarded('persons/write', ({ body, query }) => {
    const { kept, gone } = leaving(body.unasked);
    const count = kept.length + gone.length;
    if (count !== body.count) return refusal(query.lang, 409, 'controls/terms-changed', { given: body.count, count });
    due = due.filter((one) => !kept.includes(one) && !gone.includes(one));
    archived.push(...kept.map(({ person, name }) => ({ card: null, person, name, firm: 'Fonderie Martin', ground: body.ground ?? 'contract', on: '2026-12-04', until: '2028-06-30' })));
    return { erased: gone.length, archived: kept.length };
  }),
  'GET /api/contacts/{id}/asking': guarded('persons/read', ({ id }) => {
    const one = due.find(({ person }) => person === id);
    const letter = (subject, body) => ({ subject, body });
    return {
      fr: letter('Souhaitez-vous que nous gardions vos coordonnées\u202f?', `Bonjour ${one.name},\n\nRépondez oui et nous les gardons.\n\nMétrios`),
      en: letter('Would you like us to keep your details?', `Hello ${one.name},\n\nAnswer yes and we keep them.\n\nMétrios`),
      to: null, barred: null, language: null, stage: one.stage, asked_on: one.asked_on, until: one.until ?? '2027-02-04',
    };
  }),
  'POST /api/contacts/{id}/asking': guarded('persons/write', ({ id, body }) => {
    Object.assign(due.find(({ person }) => person === id), { stage: 'asked', asked_on: '2026-12-04', until: '2027-02-04' });
    return { status: 201, body: { person: id, on: '2026-12-04', channel: body.channel, until: '2027-02-04' } };
  }),
};
