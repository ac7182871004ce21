// Firms, the people there, deals and their steps, and the search over them, as the server answers them.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { reach, refusal } from '../door.mjs';
import { read } from '../toml.mjs';
import { PEOPLE } from '../days.mjs';
import { workbook } from '../workbook.mjs';

const id = (kind, number) => `${kind}0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();

const NAMES = [
  'Ateliers du Rhône', 'Brasserie du Perche', 'Cartonnerie Carnot', 'Chantiers du Léon', 'Chaudronnerie de l’Adour', 'Conserverie des Vosges',
  'Émaillerie d’Anjou', 'Fonderie Martin', 'Forges de l’Yonne', 'Laiterie du Velay', 'Menuiserie Kervella', 'Papeterie Éluard', 'Tannerie du Puy', 'Verrerie du Forez',
];
/** Whether the last digit checks the others. */
const checks = (digits) => [...digits].reverse().reduce((sum, one, at) => sum + [...String(at % 2 ? one * 2 : one)].reduce((a, b) => a + Number(b), 0), 0) % 10 === 0;
const siren = (at) => [...'0123456789'].map((last) => `${55_210_055 + at * 37}${last}`).find(checks);
const SECTORS = ['industrie', 'agroalimentaire', 'chimie', 'santé', 'logistique'];
const MORE = Number(process.env.ATELIER_STAND_ACCOUNTS ?? 5_000);
const company = { metrios: [], lumen: [], vide: [] };
NAMES.forEach((name, at) => company.metrios.push(firm(at, name, SECTORS[at % 5], { siren: siren(at) })));
for (let at = 0; at < MORE; at++) company.lumen.push(firm(1_000 + at, `Société ${String(at).padStart(5, '0')}`, SECTORS[at % 5], {}));

function firm(at, name, sector, facets) {
  return { id: id('a', at), key: `C${String(at).padStart(4, '0')}`, name, sector, country: 'France', parent: null, siren: facets.siren ?? null, siret: null, facets, version: 1 };
}
/** People in the archive apart, with the card that they had. */
export const archived = [{ card: null, person: id('p', 9), name: 'Madeleine Tissier', firm: 'Tannerie du Puy', ground: 'accounts', on: '2025-03-10', until: '2032-02-28' }];
const contacts = [
  contact(1, company.metrios[7], 'Claire Morin', 'Directrice de production', '+33 4 72 00 11 22'),
  contact(2, company.metrios[7], 'Bruno Léger', 'Acheteur', '+33 6 12 34 56 78'),
  contact(3, company.metrios[13], 'Aïcha Diallo', 'Responsable qualité', null),
];
function contact(at, { id: account }, name, role, phone) {
  return { id: id('c', at), key: `P${at}`, account, name, function: role, phone, mail: `${fold(name).replace(' ', '.')}@client.example`, language: 'fr', version: 1 };
}
const consents = new Map();

const STEPS = {
  fr: [['goal', 'A nommé un but à atteindre', 'goal-mail', 'Mail du client qui nomme son but'], ['use', 'Voit comment il se servirait de l’offre', 'letter-confirmed', 'Lettre de cadrage confirmée par écrit'],
    ['justification', 'Sait comment le mettre en place et le justifier', 'figures-given', 'Chiffres fournis par le client'], ['decision', 'A décidé', 'order-signed', 'Commande signée']],
  en: [['goal', 'Has named a goal to reach', 'goal-mail', 'Mail from the customer naming the goal'], ['use', 'Sees how they would use the offer', 'letter-confirmed', 'Framing letter confirmed in writing'],
    ['justification', 'Knows how to set it up and justify it', 'figures-given', 'Figures supplied by the customer'], ['decision', 'Has decided', 'order-signed', 'Signed order']],
};
const sellers = PEOPLE.filter(({ kind }) => kind === 'seller');
export const deals = company.metrios.map((account, at) => ({
  id: id('d', at), key: `M${String(at + 1).padStart(3, '0')}`, account: account.id, owner: id('e', at % 3), product: null, stage: STEPS.fr[at % 3][0], standing: 'open',
  process: 'new-customers', step: STEPS.fr[at % 3][0], engaged_on: '2026-12-01', closed_on: null, value_cents: 2_500_000 - at * 50_000, currency: 'EUR', version: 1,
}));
/** Three more were won. */
for (const at of [0, 1, 2]) deals.push({ ...deals[at], id: id('d', 101 + at), key: `M10${at + 1}`, account: company.metrios[3 + at].id, standing: 'won', closed_on: `2026-12-${18 + at}` });

/** Who hears of each deal that is written. */
let heard = () => {};
export const lookAt = (hear) => void (heard = hear);

/** The steps of the process that the deals go through, and what was taken out of a step today. */
const sheet = read(readFileSync(new URL('../../../examples/metrios/process.toml', import.meta.url), 'utf8')).top.step;
const taken = new Set();

export const accountNamed = (id) => company.metrios.find((one) => one.id === id);

/** What is to be done next: the first deal has nothing ahead. */
const nextOf = (deal, { lang }, user) => (deal.standing !== 'open' || deal === deals[0] ? null : {
  order: 'OA-0122', title: lang === 'en' ? 'Meet' : 'Rencontrer', theme: lang === 'en' ? 'Fewer breakdowns' : 'Réduire les pannes', role: lang === 'en' ? 'Production manager' : 'Directeur de production',
  people: ['Camille Aubert'], on: '2027-01-12', at: '14:00', due: '2027-01-15', minutes: 120, has_sheet: user.person === 's1',
});

export const named = ({ version: _v, ...deal }) => {
  const owner = sellers[Number(deal.owner?.slice(-2) ?? 0) % sellers.length];
  return { ...deal, customer: company.metrios.find((one) => one.id === deal.account)?.name ?? null, owner_code: owner.code, owner_name: owner.name };
};
const shown = ({ version: _, ...thing }) => thing;
const seen = (thing, status = 200, show = shown) => ({ status, body: show(thing), headers: { etag: `"${thing.version}"` } });

/** `then` within the right, else the refusal that the product gives. */
const within = (permission, then) => (given) =>
  reach(given.user, permission) ? then(given) : refusal(given.query.lang, 403, 'controls/not-allowed', { permission, roles: given.user.role });
const unknown = ({ query, id }, code = 'execution/unknown-account') => {
  const body = { type: `urn:atelier:${code}`, status: 404, code, title: query.lang === 'fr' ? 'Cette fiche n’existe pas.' : 'There is no such record.', detail: id, remedy: '', errors: [] };
  return { status: 404, body };
};
const problem = (status, code, place, title, detail, remedy) => ({
  status, body: { type: `urn:atelier:${code}`, status, code, title, detail, remedy, errors: [{ code, place, title, detail, remedy }] },
});
const meanwhile = ({ query }) => (query.lang === 'fr'
  ? problem(412, 'controls/changed-meanwhile', '', 'La fiche a changé depuis que vous l’avez ouverte.', 'Quelqu’un d’autre l’a enregistrée.', 'Relisez-la, puis recommencez.')
  : problem(412, 'controls/changed-meanwhile', '', 'The record changed since you opened it.', 'Somebody else saved it.', 'Read it again, then start over.'));
const nameless = ({ query }) => (query.lang === 'fr'
  ? problem(422, 'execution/account-name', 'name', 'Le compte n’a pas de nom.', 'Un compte se retrouve par son nom.', 'Donnez le nom de la société.')
  : problem(422, 'execution/account-name', 'name', 'The account has no name.', 'An account is found by its name.', 'Give the name of the firm.'));

/** A number of the register as its digits; `refused` when it is none. */
function numbered({ body, query }) {
  const given = body.siren?.trim();
  if (!given) return { kept: body.siren === undefined ? {} : { siren: undefined, siret: undefined, facets: {} } };
  const digits = given.replace(/[\s./-]/g, '');
  const wrong = !/^(\d{9}|\d{14})$/.test(digits) ? 'shape' : !checks(digits.slice(0, 9)) ? (digits.length === 9 ? 'key' : 'firm') : !checks(digits) ? 'key' : undefined;
  if (wrong) return { refused: refusal(query.lang, 422, 'execution/wrong-siren', { place: 'siren', given, wrong }) };
  const [firm, site] = [digits.slice(0, 9), digits.length === 14 ? digits : null];
  return { kept: { siren: firm, siret: site, facets: { siren: firm, ...(site && { siret: site }) } } };
}

function page(rows, { after, limit = '50' }, show = shown) {
  const from = after ? Number(after) : 0;
  const to = from + Number(limit);
  return { rows: rows.slice(from, to).map(show), next: to < rows.length ? String(to) : null };
}

/** The firms that a question asks for, in its order, until one of them changes. */
const asked = new Map();
function accounts({ user, query }) {
  const { text, sector, country, sort = 'name' } = query;
  const key = JSON.stringify([user.company, text, sector, country, sort]);
  if (!asked.has(key)) {
    const field = sort.replace('-', '');
    const found = company[user.company].filter((one) =>
      (!text || fold(one[field]).startsWith(fold(text))) && (!sector || one.sector === sector) && (!country || one.country === country));
    const sorted = found.map((one) => [fold(one[field]), one]).sort(([a], [b]) => a.localeCompare(b)).map(([, one]) => one);
    asked.set(key, sort.startsWith('-') ? sorted.reverse() : sorted);
  }
  return page(asked.get(key), query);
}

/** Changes a thing that may have changed meanwhile. */
function changed(list, given, show = shown, empties = false) {
  const thing = list.find((one) => one.id === given.id);
  if (!thing) return unknown(given);
  if (given.headers['if-match'] && given.headers['if-match'] !== `"${thing.version}"`) return meanwhile(given);
  if (given.body.name !== undefined && !given.body.name.trim()) return nameless(given);
  Object.assign(thing, Object.fromEntries(Object.entries(given.body).filter(([, value]) => empties || value !== null)));
  thing.version += 1;
  asked.clear();
  return seen(thing, 200, show);
}

/** The third deal leans on a letter that is good no more, once it has come through the step that asks for it. */
function lapsedOf(deal, { lang }) {
  const steps = STEPS[lang === 'en' ? 'en' : 'fr'];
  const at = steps.findIndex(([code]) => code === deal.step);
  if (deal.id !== id('d', 2) || deal.standing !== 'open' || at < 1) return [];
  const [step, step_name, , evidence] = steps[1];
  const [back_to, back_to_name] = steps[at - 1];
  return [{ case: deal.id, key: deal.key, step, step_name, evidence, since: '2026-12-20', back_to, back_to_name }];
}

/** A step that asks for a proof is not left by hand without one; put back where it was taken from, a deal needs none. */
function unproved({ id, body, query }) {
  const deal = deals.find((one) => one.id === id);
  if (!deal || !body.step || body.step === deal.step) return undefined;
  const at = (code) => sheet.findIndex((one) => one.code === code);
  const step = sheet[at(deal.step)];
  if (at(body.step) < at(deal.step)) taken.add(`${id}/${deal.step}`);
  else if (step?.evidence && !taken.has(`${id}/${body.step}`)) {
    const say = ({ fr, en }) => (query.lang === 'en' ? en : fr);
    return refusal(query.lang, 422, 'execution/missing-proof', { place: 'step', step: say(step.name), proofs: step.evidence.map(({ name }) => say(name)).join(' / ') });
  }
  return undefined;
}

function search({ user, query }) {
  const q = fold(query.q ?? '').trim();
  if (q.length < 2) return { results: [] };
  const digits = q.replace(/\D/g, '');
  const hit = (text, ...numbers) => fold(text).includes(q) || (digits.length >= 4 && numbers.some((number) => number?.replace(/\D/g, '').includes(digits)));
  const may = (permission) => reach(user, permission);
  const firms = may('accounts/read') ? company[user.company].filter((one) => hit(one.name, one.siren)) : [];
  const there = user.company === 'metrios';
  const met = there && may('accounts/read') ? contacts.filter((one) => hit(one.name, one.phone)) : [];
  const open = there && may('opportunities/read') ? deals.map(named).filter((one) => hit(one.key) || hit(one.customer)) : [];
  const staff = may('day/read') === 'all' ? PEOPLE.filter((one) => hit(one.name)) : [];
  return {
    results: [
      ...firms.map((one) => ({ kind: 'account', id: one.id, label: one.name, hint: one.sector })),
      ...met.map((one) => ({ kind: 'contact', id: one.id, label: one.name, hint: one.function })),
      ...open.map((one) => ({ kind: 'opportunity', id: one.id, label: one.key, hint: one.customer })),
      ...staff.map((one) => ({ kind: 'person', id: one.code, label: one.name, hint: one.team })),
    ].slice(0, 20),
  };
}

/** What was merged, by the identity of what is gone; the stand-in moves firms, people and deals, and moves them back. */
const merges = new Map();
const goneFrom = ({ kind, kept, kept_name, gone }, { query }) => ({
  status: 410,
  body: { ...refusal(query.lang, 410, 'execution/merged', { kind, given: gone, kept, name: kept_name }).body, kept },
  // A browser keeps what is gone for ever, unless it is told not to: the product tells it so of every answer.
  headers: { 'cache-control': 'no-store' },
});
const found = (list, given, code) => {
  const one = list.find(({ id }) => id === given.id);
  return one ? seen(one) : merges.has(given.id) ? goneFrom(merges.get(given.id), given) : unknown(given, code);
};
function mergeInto(kind, listOf) {
  return (given) => {
    const list = listOf(given);
    const [kept, gone] = [given.id, given.body.gone].map((id) => list.find((one) => one.id === id));
    if (!kept) return unknown(given);
    if (kept === gone) return refusal(given.query.lang, 422, 'execution/merge-itself', { place: 'gone', kind });
    if (!gone) return refusal(given.query.lang, 422, `execution/unknown-${kind}`, { place: 'gone', given: given.body.gone });
    const before = { ...kept };
    for (const field of given.body.take ?? []) if (field !== 'facets') kept[field] = gone[field];
    kept.version += 1;
    const moved = kind === 'account' ? [...contacts, ...deals].filter(({ account }) => account === gone.id) : [];
    for (const one of moved) one.account = kept.id;
    list.splice(list.indexOf(gone), 1);
    asked.clear();
    const merge = { kind, gone: gone.id, gone_name: gone.name, kept: kept.id, by: given.user.login, at: '2027-01-04T09:00:00Z' };
    const undo = () => {
      Object.assign(kept, before, { version: kept.version + 1 });
      for (const one of moved) one.account = gone.id;
      list.push(gone);
      asked.clear();
    };
    merges.set(gone.id, { ...merge, kept_name: kept.name, firm: kind === 'account' ? kept.id : kept.account, undo });
    return { status: 201, body: merge };
  };
}
const mergedInto = ({ id }) => ({ rows: [...merges.values()].filter(({ kept }) => kept === id).map(({ undo: _, kept_name: __, firm: ___, ...merge }) => merge), next: null });
/** What the timeline of a firm says of them. */
export const mergesAt = (id, lang) => [...merges.values()].filter(({ firm }) => firm === id).map(({ gone, gone_name, by }) => ({
  on: '2027-01-04', kind: 'merge', merge: gone, text: lang === 'en' ? `“${gone_name}” merged by ${by}` : `«\u202f${gone_name}\u202f» fusionné par ${by}`,
}));

export default {
  'GET /api/accounts/{id}/merges': within('accounts/read', mergedInto),
  'GET /api/contacts/{id}/merges': within('accounts/read', mergedInto),
  'POST /api/accounts/{id}/merges': within('accounts/write', mergeInto('account', ({ user }) => company[user.company])),
  'POST /api/contacts/{id}/merges': within('accounts/write', mergeInto('contact', () => contacts)),
  'DELETE /api/merges/{id}': within('accounts/write', (given) => {
    const merge = merges.get(given.id);
    if (!merge) return refusal(given.query.lang, 404, 'execution/unknown-merge', { given: given.id });
    merge.undo();
    merges.delete(given.id);
    return { status: 204 };
  }),
  'GET /api/search': search,
  'GET /api/accounts': within('accounts/read', accounts),
  'GET /api/accounts/{id}': within('accounts/read', (given) => found(company[given.user.company], given)),
  'POST /api/accounts': within('accounts/write', (given) => {
    if (!given.body.name?.trim()) return nameless(given);
    const number = numbered(given);
    if (number.refused) return number.refused;
    const made = { ...firm(0, given.body.name, given.body.sector ?? '', {}), ...number.kept, id: randomUUID(), country: given.body.country ?? '', key: given.body.key || randomUUID() };
    company[given.user.company].push(made);
    asked.clear();
    return seen(made, 201);
  }),
  'PATCH /api/accounts/{id}': within('accounts/write', (given) => {
    const { refused, kept } = numbered(given);
    return refused ?? changed(company[given.user.company], { ...given, body: { ...given.body, ...kept } });
  }),
  'GET /api/exports/{id}': within('exports/read', (given) => {
    const { rows } = given.id.startsWith('accounts') ? accounts({ ...given, query: { ...given.query, limit: '100000' } }) : { rows: deals };
    const cells = [['id', 'key', 'name', 'sector', 'country'], ...rows.map((row) => [row.id, row.key, row.name ?? '', row.sector ?? '', row.country ?? ''])];
    if (given.id.endsWith('.csv')) return cells.map((row) => row.join(';')).join('\r\n');
    return { status: 200, headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }, body: workbook([{ name: 'Liste', rows: cells }]) };
  }),
  'GET /api/contacts': within('accounts/read', ({ user, query }) => page(user.company === 'metrios' ? contacts.filter((one) => (!query.account || one.account === query.account) && (!query.text || fold(one.name).startsWith(fold(query.text)))) : [], query)),
  'GET /api/contacts/{id}': within('accounts/read', (given) => found(contacts, given)),
  'POST /api/contacts': within('accounts/write', (given) => {
    const before = contacts.find((one) => one.sent && one.sent === given.headers['idempotency-key']);
    if (before) return { ...seen(before, 201), headers: { etag: `"${before.version}"`, 'idempotent-replayed': 'true' } };
    if (!given.body.name?.trim()) return nameless(given);
    const made = { id: randomUUID(), key: randomUUID(), account: null, function: '', mail: null, phone: null, language: null, ...given.body, version: 1, sent: given.headers['idempotency-key'] };
    contacts.push(made);
    return seen(made, 201);
  }),
  'GET /api/contacts/{id}/package': within('persons/read', ({ id }) => `PK of ${id}`),
  'POST /api/contacts/{id}/erasure': within('persons/write', (given) => {
    const at = contacts.findIndex((one) => one.id === given.id);
    if (at < 0) return unknown(given, 'execution/unknown-contact');
    contacts.splice(at, 1);
    return { person: given.id, reason: given.body.reason, on: '2027-01-04' };
  }),
  'POST /api/contacts/{id}/archive': within('persons/write', ({ id, body, query }) => {
    const at = contacts.findIndex((one) => one.id === id);
    if (at < 0) return refusal(query.lang, 404, 'execution/unknown-contact', { given: id });
    const account = contacts[at].account;
    if (!deals.some((deal) => deal.standing === 'won' && deal.account === account)) return refusal(query.lang, 422, 'controls/archive-nothing-concluded', {});
    const [card] = contacts.splice(at, 1);
    archived.push({ card, person: id, name: card.name, firm: company.metrios.find((one) => one.id === account)?.name ?? '', ground: body.ground, on: '2027-01-04', until: '2032-01-02' });
    return { status: 201, body: { person: id, ground: body.ground, on: '2027-01-04', until: '2032-01-02' } };
  }),
  'GET /api/archives': within('archives/read', ({ query }) => {
    const rows = archived.filter(({ name }) => fold(name).includes(fold(query.text ?? ''))).map(({ card, ...row }) => row);
    return { count: rows.length, rows, next: null };
  }),
  'GET /api/archives/{id}/package': within('archives/read', ({ id }) => `PK of ${id}`),
  'DELETE /api/archives/{id}': within('persons/write', ({ id, query }) => {
    const at = archived.findIndex(({ person }) => person === id);
    if (at < 0) return refusal(query.lang, 404, 'execution/not-archived', { given: id });
    const [{ card }] = archived.splice(at, 1);
    if (card) contacts.push(card);
    return { status: 204 };
  }),
  'PATCH /api/contacts/{id}': within('accounts/write', (given) => changed(contacts, given)),
  'GET /api/contacts/{id}/consents': within('accounts/read', ({ id }) => ({ rows: consents.get(id) ?? [], next: null })),
  'POST /api/contacts/{id}/consents': within('consents/write', ({ id, body }) => {
    const channels = body.channels.length > 0 ? body.channels : ['mail', 'phone', 'message', 'post', 'visit'];
    const aims = body.aims.length > 0 ? body.aims : ['prospecting', 'contract', 'survey'];
    const said = channels.flatMap((channel) => aims.map((aim) => ({ channel, aim, choice: body.choice, on: body.on ?? '2027-01-04', source: body.source })));
    const kept = (consents.get(id) ?? []).filter((one) => !said.some(({ channel, aim }) => one.channel === channel && one.aim === aim));
    consents.set(id, [...kept, ...said]);
    return { status: 201, body: { rows: consents.get(id), next: null } };
  }),
  'GET /api/opportunities': within('opportunities/read', ({ user, query }) => {
    const mine = user.company === 'metrios' ? deals.filter((one) => (!query.account || one.account === query.account) && (!query.standing || one.standing === query.standing) && (!query.step || one.step === query.step)) : [];
    return page(mine, query, named);
  }),
  'GET /api/opportunities/{id}': within('opportunities/read', (given) => {
    const found = deals.find((one) => one.id === given.id);
    return found ? seen(found, 200, (deal) => ({ ...named(deal), lapsed: lapsedOf(deal, given.query), next: nextOf(deal, given.query, given.user) })) : unknown(given);
  }),
  'POST /api/opportunities': within('opportunities/write', (given) => {
    const made = { ...deals[0], standing: 'open', ...given.body, id: randomUUID(), key: given.body.key || 'M100', version: 1 };
    deals.push(made);
    heard(made, given);
    return seen(made, 201, named);
  }),
  'PATCH /api/opportunities/{id}': within('opportunities/write', (given) => {
    const answer = unproved(given) ?? changed(deals, given, named, true);
    if (answer.status === 200) heard(deals.find((one) => one.id === given.id), given);
    return answer;
  }),
};
