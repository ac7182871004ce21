// Won deals that wait for finance, and the verdicts on them, as the server answers them.
import { reach, refusal } from '../door.mjs';
import { deals, lookAt, named } from './market.mjs';

/** Verdicts by deal, newest first; `recorded`: the login of who last wrote what is to be confirmed. */
const verdicts = new Map();
const recorders = new Map();

const within = (permission, then) => (given) =>
  reach(given.user, permission) ? then(given) : refusal(given.query.lang, 403, 'controls/not-allowed', { permission, roles: given.user.role });
const unknown = ({ id, query }) => refusal(query.lang, 404, 'execution/unknown-case', { given: id });

/** Somebody wrote a deal: what was written before is not what is to be confirmed now. */
lookAt((deal, { user }) => recorders.set(deal.id, { login: user.login, name: user.name, at: new Date().toISOString() }));

function standing(deal, user) {
  const past = verdicts.get(deal.id) ?? [];
  const last = past[0]?.verdict === 'withdrawn' ? undefined : past[0];
  const changed = last
    ? [['amount', last.value_cents !== deal.value_cents], ['customer', last.account !== deal.account], ['day', last.closed_on !== deal.closed_on]].filter(([, is]) => is).map(([what]) => what)
    : [];
  const state = deal.standing !== 'won' ? null : !last ? 'waiting' : changed.length > 0 ? 'lapsed' : last.verdict;
  const by = recorders.get(deal.id) ?? { login: 'antoine@metrios.example', name: 'Antoine Lefèvre', at: '2027-01-04T08:12:00Z' };
  const barred = state && by.login === user.login ? 'recorded' : state && named(deal).owner_code === user.person ? 'leads' : null;
  return {
    state, changed, barred, since: state && by.at, recorded_by: state && by.name, has_evidence: evidence(deal).length > 0,
    may: Boolean(state && reach(user, 'confirmations/write') && !barred),
  };
}

/** Every other deal that was there has a letter from the customer. */
const evidence = (deal) =>
  /^M\d*[13579]$/.test(deal.key) ? [{ kind: 'conversation', id: deal.id.replace('d', 'f'), on: '2026-12-18', reference: 'Bon de commande signé' }] : [];

const versionOf = (deal) => deal.version * 1_000 + (verdicts.get(deal.id) ?? []).length;

function told(deal, user) {
  const history = (verdicts.get(deal.id) ?? []).map(({ login, account: _, ...one }) => ({ ...one, mine: login === user.login }));
  const version = versionOf(deal);
  return { status: 200, headers: { etag: `"${version}"` }, body: { opportunity: deal.id, ...standing(deal, user), evidence: evidence(deal), history } };
}

/** What is wrong with a verdict; nothing when it may be given. */
function wrong(given, deal, verdict, reason) {
  const { user, query, headers } = given;
  const now = standing(deal, user);
  const past = verdicts.get(deal.id) ?? [];
  if (headers['if-match'] && headers['if-match'] !== told(deal, user).headers.etag) return refusal(query.lang, 412, 'controls/changed-meanwhile');
  if (verdict === 'withdrawn') {
    if (!past[0] || past[0].verdict === 'withdrawn') return refusal(query.lang, 404, 'controls/no-verdict', { key: deal.key });
    if (past[0].login !== user.login) return refusal(query.lang, 403, 'controls/verdict-of-other', { key: deal.key });
  } else {
    if (!now.state) return refusal(query.lang, 409, 'controls/not-won', { key: deal.key });
    if (now.barred) return refusal(query.lang, 403, 'controls/own-deal', { key: deal.key, stake: now.barred });
    if (!reason.trim() && verdict === 'refused') return refusal(query.lang, 422, 'controls/refused-no-reason', { place: 'reason', key: deal.key });
    if (!reason.trim() && !now.has_evidence) return refusal(query.lang, 422, 'controls/no-evidence-no-reason', { place: 'reason', key: deal.key });
  }
  return undefined;
}

function keep(deal, user, verdict, reason) {
  const { account, value_cents, currency, closed_on } = deal;
  const past = verdicts.get(deal.id) ?? [];
  const one = { verdict, reason, by: user.name, login: user.login, at: new Date().toISOString(), customer: named(deal).customer, account, value_cents, currency, closed_on, evidence: evidence(deal).length };
  verdicts.set(deal.id, [one, ...past]);
}

function write(given, verdict, reason) {
  const deal = deals.find((one) => one.id === given.id);
  if (!deal) return unknown(given);
  const refused = wrong(given, deal, verdict, reason);
  if (refused) return refused;
  keep(deal, given.user, verdict, reason);
  return told(deal, given.user);
}

/** All of them, or none. */
function writeAll(given) {
  const { records, verdict, reason = '' } = given.body;
  const found = records.map(({ id }) => deals.find((one) => one.id === id));
  const faults = found.flatMap((deal, index) => {
    const seen = records[index].version ?? (deal && versionOf(deal));
    const refused = !deal ? unknown(given) : seen === versionOf(deal) ? wrong({ ...given, headers: {} }, deal, verdict, reason) : refusal(given.query.lang, 412, 'controls/changed-meanwhile');
    return refused ? [{ ...refused.body, place: `records[${index}]` }] : [];
  });
  if (faults[0]) return { status: 422, body: { ...faults[0], errors: faults } };
  for (const deal of found) keep(deal, given.user, verdict, reason);
  return { ids: found.map(({ id }) => id) };
}

export default {
  'GET /api/approvals': within('confirmations/read', ({ user, query }) => {
    const rows = user.company === 'metrios' ? deals.filter((deal) => ['waiting', 'lapsed'].includes(standing(deal, user).state) && (!query.closed_from || deal.closed_on >= query.closed_from)) : [];
    const shown = rows.slice(0, Number(query.limit ?? 20));
    return { rows: shown.map((deal) => ({ ...named(deal), ...standing(deal, user), version: versionOf(deal) })), next: null, waiting: rows.length };
  }),
  'POST /api/approvals': within('confirmations/write', writeAll),
  'GET /api/opportunities/{id}/confirmation': within('opportunities/read', (given) => {
    const deal = deals.find((one) => one.id === given.id);
    return deal ? told(deal, given.user) : unknown(given);
  }),
  'POST /api/opportunities/{id}/confirmation': within('confirmations/write', (given) => write(given, given.body.verdict, given.body.reason ?? '')),
  'DELETE /api/opportunities/{id}/confirmation': within('confirmations/write', (given) => write(given, 'withdrawn', '')),
};
