// What the addresses of processes answer: the example sheets, read, checked, kept as versions.
import { readFileSync } from 'node:fs';
import { reach, refusal } from '../door.mjs';
import { read } from '../toml.mjs';

const example = (name) => readFileSync(new URL(`../../../examples/${name}`, import.meta.url), 'utf8');
const LUMEN = ['conquete', 'fidelisation', 'partenaires'].map((name) => example(`lumen/${name}.toml`));
const SHEETS = {
  metrios: [[example('metrios/process.toml').replace('run = 90', 'run = 120'), example('metrios/process.toml')]],
  lumen: LUMEN.map((text) => [text]),
  vide: [],
};

const both = (name) => (typeof name === 'string' ? { fr: name, en: '' } : { fr: name?.fr ?? '', en: name?.en ?? '' });
const LEVELS = {
  objective: ['Objectif', 'Objective'], target: ['Cible', 'Target'], bill: ['Nomenclature d’actions', 'Bill of actions'],
  'operating-mode': ['Mode opératoire', 'Playbook'], planning: ['Planification', 'Planning'], indicators: ['Indicateurs', 'Indicators'], resources: ['Ressources', 'Resources'],
};

const USE = ['event', 'actor', 'actions', 'result', 'before', 'after'];
const talk = ({ role, part, theme, scenario, questions }) => ({
  role: both(role), part: part ?? 'other', theme: both(theme), questions: (questions ?? []).map(both),
  scenario: scenario ? { ...Object.fromEntries(USE.map((key) => [key, both(scenario[key])])), draft: !scenario.event || !scenario.actor } : null,
});

/** Findings let pass, by process, rule and place; why versions were published, by process and version. */
const waivers = new Map();
const reasons = new Map();

/** What the linter says of conversations without a use, of steps without a proof, of the two rules that nobody judges. */
function design(code, shown, lang) {
  const meant = ({ rule, step, operation }) => [code, rule, step, operation].join('/');
  const inLang = (fr, en) => (lang === 'en' ? en : fr);
  const say = ({ fr, en }) => inLang(fr, en || fr);
  const finding = (rule, name, severity, code, step, operation, title, detail, remedy) => {
    const one = { rule, name, severity, step: step.code, operation: operation?.code ?? null, code, title, detail, remedy };
    return { ...one, waived: severity === 'warning' ? (waivers.get(meant(one)) ?? null) : null };
  };
  const forgotten = shown.filter(({ evidence }) => evidence.length === 0).map((step) => finding(
    'LNT-09', inLang('Client oublié', 'Customer forgotten'), 'warning', 'process/lint-customer-forgotten', step, null,
    inLang(`Rien dans l’étape «\u202f${say(step.name)}\u202f» ne vient du client.`, `Nothing in step “${say(step.name)}” comes from the customer.`),
    inLang('Une étape que nous fermons seuls ne prouve pas que le client avance.', 'A step that we close on our own does not prove that the customer moves forward.'),
    inLang('Dites ce que le client fait ou remet qui prouve l’avancée.', 'State what the customer does or gives that proves the progress.'),
  ));
  const untold = shown.flatMap((step) => step.operations.filter(({ conversation }) => conversation && !conversation.scenario).map((one) => finding(
    'LNT-21', inLang('Conversation sans scénario d’utilisation', 'Conversation without a usage scenario'), 'warning', 'process/lint-no-scenario', step, one,
    inLang(`La conversation «\u202f${say(one.name)}\u202f» n’a pas de scénario d’utilisation.`, `Conversation “${say(one.name)}” has no usage scenario.`),
    inLang('La fiche de préparation n’a rien à raconter.', 'The preparation sheet has nothing to tell.'),
    inLang('Décrivez l’événement, qui agit, ce qu’il fait et le résultat.', 'Describe the event, who acts, what they do and the result.'),
  )));
  const not_judged = [
    { rule: 'LNT-03', name: inLang('Le contrôle avant la conversation', 'Control before conversation'), why: inLang('Le processus ne dit pas quels champs on demande de saisir.', 'The process does not say which fields people are asked to fill in.') },
    { rule: 'LNT-10', name: inLang('Adoption négligée', 'Adoption neglected'), why: inLang('Le processus ne dit pas qui l’essaie ni qui accompagne.', 'The process does not say who tries it nor who coaches.') },
  ];
  const alone = shown.filter(({ operations }) => !operations.some(({ conversation }) => conversation)).map((step) => finding(
    'LNT-06', inLang('Interlocuteur absent', 'Counterpart missing'), 'error', 'process/lint-no-counterpart', step, null,
    inLang(`L’étape «\u202f${say(step.name)}\u202f» ne dit pas avec qui parler.`, `Step “${say(step.name)}” does not say whom to talk to.`),
    inLang('Un vendeur ne sait pas qui chercher.', 'A seller does not know whom to look for.'), inLang('Ajoutez une conversation, et sa fonction.', 'Add a conversation, and its post.'),
  ));
  const unnamed = shown.flatMap((step) => step.operations.filter(({ conversation }) => conversation && !conversation.role.fr).map((one) => finding(
    'LNT-06', inLang('Interlocuteur absent', 'Counterpart missing'), 'error', 'process/lint-no-role', step, one,
    inLang(`La conversation «\u202f${say(one.name)}\u202f» ne dit pas avec qui.`, `Conversation “${say(one.name)}” does not say with whom.`),
    inLang('Chaque interlocuteur attend autre chose.', 'Each contact expects something else.'), inLang('Dites sa fonction chez le client.', 'Say their post at the customer’s.'),
  )));
  return { findings: [...alone, ...unnamed, ...forgotten, ...untold], not_judged };
}

function operation(one) {
  const minutes = (one.automated ? 0 : (one.prepare ?? 0) + (one.run ?? 0) + (one.travel ?? 0));
  return {
    code: one.code, name: both(one.name), kinds: one.kinds ?? (one.kind ? [one.kind] : []), channel: one.channel ?? 'desk',
    prepare_minutes: one.prepare ?? 0, run_minutes: one.run ?? 0, travel_minutes: one.travel ?? 0, minutes, lot: one.lot ?? 1,
    wait_days: one.wait_days ?? 0, skill: one.skill ?? null, room: one.room ?? null, automated: one.automated ?? false,
    strength: one.strength ?? 'recommended', reason: one.reason ? both(one.reason) : null, playbook: both(one.playbook),
    checklist: (one.checklist ?? []).map(both),
    conversation: one.conversation ? talk(one.conversation) : null,
    ways: (one.alternative ?? []).map((way) => ({ channel: way.channel, kinds: way.kinds ?? [], minutes: way.run ?? minutes })),
  };
}

function steps(all = []) {
  const told = all.map((one, at) => ({
    code: one.code, name: both(one.name), yield_millionths: one.yield === undefined ? null : Math.round(one.yield * 1e6), lead_days: one.lead_days ?? 0,
    after: (one.after === undefined ? (at > 0 ? [all[at - 1].code] : []) : [one.after].flat()).map((input) => (typeof input === 'string' ? { step: input, quantity: 1 } : input)),
    evidence: (one.evidence ?? []).map((proof) => ({ code: proof.code, name: both(proof.name), valid_days: proof.valid_days ?? null })),
    operations: (one.operation ?? []).map(operation), minutes: 0, units_for_one: 1,
  }));
  for (const one of told) one.minutes = one.operations.reduce((sum, { minutes }) => sum + minutes, 0);
  for (const one of told.toReversed()) {
    const out = told.flatMap((fed) => fed.after.filter(({ step }) => step === one.code).map(({ quantity }) => quantity * fed.units_for_one));
    one.units_for_one = (out.reduce((a, b) => a + b, 0) || 1) / (one.yield_millionths === null ? 1 : one.yield_millionths / 1e6);
  }
  return told;
}

function levels(top, shown, lang) {
  const operations = shown.flatMap(({ operations }) => operations);
  const told = operations.filter(({ automated, playbook, checklist }) => automated || playbook.fr || checklist.length > 0).length;
  const counts = {
    objective: top.objective, target: top.segment, bill: operations, planning: top.planning && [1], indicators: top.indicator, resources: top.kinds,
  };
  return Object.entries(LEVELS).map(([code, names]) => {
    const partly = code === 'operating-mode' && told > 0 && told < operations.length;
    const full = code === 'operating-mode' ? told > 0 : (counts[code]?.length ?? 0) > 0;
    const state = partly ? 'partly' : full ? 'full' : 'empty';
    return { code, name: names[lang === 'en' ? 1 : 0], state, filled: partly ? told : null, total: partly ? operations.length : null };
  });
}

const SENTENCES = {
  'process/toml-syntax': { fr: ['Cette ligne ne se lit pas.', 'La lecture s’arrête là.', 'Relisez la ligne : un signe manque.'], en: ['This line cannot be read.', 'Reading stops there.', 'Read the line again: a sign is missing.'] },
  'process/missing-key': { fr: ['Il manque une clé.', 'Elle est nécessaire pour planifier.', 'Ajoutez-la.'], en: ['A key is missing.', 'It is needed to plan.', 'Add it.'] },
  'process/orphan-step': { fr: ['L’étape n’alimente aucune autre.', 'Ce qui y entre n’en sort pas.', 'Nommez-la dans le `after` d’une autre étape.'], en: ['The step feeds no other one.', 'What enters it does not come out.', 'Name it in the `after` of another step.'] },
  'process/empty-level': { fr: ['Un niveau est vide.', 'Le processus ne se lance pas.', 'Remplissez-le.'], en: ['A level is empty.', 'The process cannot be launched.', 'Fill it.'] },
};
const told = (code, line, lang, key = '') => {
  const [title, detail, remedy] = SENTENCES[code][lang === 'en' ? 'en' : 'fr'].map((text) => (lang === 'en' ? text : text.replace(/ ([:;?!])/g, '\u202f$1')));
  return { code, place: line ? `process:${line}:1${key && ` (${key})`}` : '', title, detail, remedy };
};

const MONEY = ['margin', 'revenue'];
/** The objectives of a sheet, with the deals that each implies by itself. */
function goalsOf(top, lang) {
  return (top.objective ?? []).map((one) => {
    const per = MONEY.includes(one.unit) ? one.average_deal * (one.unit === 'margin' ? one.margin_rate : 1) : 1;
    return {
      process: top.code, code: one.code, name: say(both(one.name), lang), unit: one.unit,
      quantity: MONEY.includes(one.unit) ? one.quantity * 100 : one.quantity, currency: one.currency ?? 'EUR',
      average_deal: one.average_deal === undefined ? null : one.average_deal * 100, margin_rate_bp: one.margin_rate === undefined ? null : Math.round(one.margin_rate * 10_000),
      first_day: one.from, last_day: one.to, owner: one.owner, line: typeof one.line === 'string' ? one.line : null, deals: one.unit === 'contacts' ? null : Math.ceil(one.quantity / per - 1e-9),
    };
  });
}

/** What the product refuses of an objective, each at its field. */
function goalFaults(top, lang) {
  const at = (one, key, code, values) => ({ ...refusal(lang, 422, code, values).body.errors[0], place: `process:${one.line_at}:1 (${key})` });
  return (top.objective ?? []).flatMap((one) => [
    ...['from', 'to', 'quantity', 'name', 'owner'].filter((key) => one[key] === undefined).map((key) => at(one, key, key === 'owner' ? 'process/owner-missing' : 'process/missing-key', { key })),
    ...(one.average_deal === 0 ? [at(one, 'average_deal', 'process/average-deal-zero', {})] : []),
    ...(MONEY.includes(one.unit) && one.average_deal === undefined ? [at(one, 'average_deal', 'process/average-deal-missing', {})] : []),
    ...(one.margin_rate > 1 || one.margin_rate < 0 ? [at(one, 'margin_rate', 'process/margin-rate-out-of-range', { given: one.margin_rate })] : []),
    ...(one.from && one.to && one.to < '2027-01-04' ? [at(one, 'to', 'process/objective-in-the-past', { last: one.to, today: '2027-01-04' })] : []),
  ]);
}

/** What a text says, its faults and its remarks. */
function checked(text, lang) {
  const { top, faults } = read(text);
  const wrong = faults.map(({ line }) => told('process/toml-syntax', line, lang));
  const shown = steps(top.step);
  wrong.push(...goalFaults(top, lang));
  shown.forEach((one, at) => {
    if (one.yield_millionths === null && at < shown.length - 1) wrong.push(told('process/missing-key', top.step[at].line, lang, 'yield'));
  });
  const filled = levels(top, shown, lang);
  const fed = (code) => shown.some(({ after }) => after.some(({ step }) => step === code));
  const warnings = shown.flatMap(({ code }, at) => (at < shown.length - 1 && !fed(code) ? [told('process/orphan-step', top.step[at].line, lang, 'code')] : []));
  const process = {
    code: top.code, name: both(top.name), function: top.function, owner: top.owner, line: top.line ?? null, valid_from: top.valid_from ?? null,
    kinds: top.kinds ?? [], levels: filled, launch: filled.filter(({ state }) => state === 'empty').map(() => told('process/empty-level', 0, lang)),
    leeway: lang === 'en' ? 'Room to manoeuvre: 2 mandatory operations, 8 recommended, 1 free.' : 'Marge de manœuvre\u202f: 2 opérations obligatoires, 8 recommandées, 1 libre.',
    design: design(top.code, shown, lang), objectives: wrong.length > 0 ? [] : goalsOf(top, lang), steps: shown,
  };
  return { wrong, warnings, process };
}

export const refused = (errors) => ({ status: 422, body: { type: `urn:atelier:${errors[0].code}`, status: 422, ...errors[0], errors } });
export const denied = (user, permission, { lang }) => (reach(user, permission) ? undefined : refusal(lang, 403, 'controls/not-allowed', { permission, roles: user.role }));
const all = (user) => SHEETS[user.company] ?? [];
const find = (user, code) => all(user).find((versions) => read(versions[0]).top.code === code);

function sheet(versions, version, lang) {
  const text = versions[version - 1];
  const { warnings, process } = checked(text, lang);
  const body = { code: process.code, version, text, warnings, versions: versions.map((_, at) => at + 1), process, reason: reasons.get(`${process.code}/${version}`) ?? null };
  return { status: 200, body, headers: { etag: `"${version}"` } };
}

const say = ({ fr, en }, lang) => (lang === 'en' && en ? en : fr);

function list({ user, query }) {
  const processes = all(user).map((versions) => {
    const { process, warnings } = checked(versions.at(-1), query.lang);
    const { code, name, owner, line, levels, kinds } = process;
    return { code, name: query.lang === 'en' && name.en ? name.en : name.fr, version: versions.length, function: process.function, owner, line, levels, kinds, steps: process.steps.map(({ code, name, evidence }) => ({ code, name: say(name, query.lang), evidence: evidence.map((one) => ({ code: one.code, name: say(one.name, query.lang) })) })), findings: warnings.length + process.design.findings.filter(({ waived }) => !waived).length };
  });
  return denied(user, 'processes/read', query) ?? { processes };
}

/** What keeps a design from being published: its errors, or warnings that nobody explains. */
function unpublished({ design: { findings } }, { body, query }) {
  const grave = findings.filter(({ severity }) => severity === 'error');
  const open = findings.filter(({ severity, waived }) => severity === 'warning' && !waived);
  if (grave.length > 0) {
    const whole = refusal(query.lang, 422, 'process/design-errors', { count: grave.length });
    return { ...whole, body: { ...whole.body, errors: [...whole.body.errors, ...grave.map(({ step, code, title, detail, remedy }) => ({ code, place: step, title, detail, remedy }))] } };
  }
  const told = open.map(({ rule, step, operation }) => [rule, [step, operation].filter(Boolean).join('/')].join(' ')).join(', ');
  return open.length > 0 && !body.reason?.trim() ? refusal(query.lang, 422, 'process/reason-wanted', { place: 'reason', count: open.length, findings: told }) : undefined;
}

/** A version said to be published for a reason. */
function explain(process, version, { body, user }) {
  const findings = process.design.findings.filter(({ waived }) => !waived).map(({ rule, step }) => `${rule} ${step}`);
  if (body.reason?.trim()) reasons.set(`${process.code}/${version}`, { reason: body.reason.trim(), by: user.name, on: '2027-01-04', findings });
}

function keep(versions, given) {
  const { body, headers, query } = given;
  const seen = headers['if-match'];
  if (seen && seen !== `"${versions.length}"`) return refusal(query.lang, 412, 'controls/changed-meanwhile', { seen: '1', now: '2' });
  const { wrong, process } = checked(body.text, query.lang);
  if (wrong.length > 0) return refused(wrong);
  if (versions.at(-1) !== body.text) {
    const stop = unpublished(process, given);
    if (stop) return stop;
    versions.push(body.text);
    explain(process, versions.length, given);
  }
  return sheet(versions, versions.length, query.lang);
}

function objectives({ user, query }) {
  const found = all(user).flatMap((versions) => goalsOf(read(versions.at(-1)).top, query.lang));
  return denied(user, 'processes/read', query) ?? { objectives: found };
}

/** Those whom the processes name, by kind, with what each wants to reach and where it is talked about. */
const KINDS = ['beneficiary', 'funder', 'user', 'implementer', 'buyer', 'influencer', 'other'];
function roles({ user, query }) {
  const found = [];
  for (const versions of all(user)) {
    const { process } = checked(versions.at(-1), query.lang);
    for (const one of process.steps.flatMap(({ operations }) => operations)) {
      const { role, part, theme } = one.conversation ?? {};
      if (!role?.fr) continue;
      const use = { process: process.code, process_name: say(process.name, query.lang), operation: one.code, operation_name: say(one.name, query.lang) };
      let known = found.find(({ role: { fr }, kind }) => fr === role.fr && kind === part);
      if (!known) found.push((known = { role, kind: part, themes: [], without_theme: [] }));
      const same = known.themes.find(({ theme: { fr } }) => fr === theme.fr);
      if (!theme.fr) known.without_theme.push(use);
      else if (same) same.uses.push(use);
      else known.themes.push({ theme, uses: [use] });
    }
  }
  found.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.role.fr.localeCompare(b.role.fr));
  return denied(user, 'processes/read', query) ?? { roles: found };
}

export default {
  'GET /api/processes': list,
  'GET /api/objectives': objectives,
  'GET /api/roles': roles,
  'POST /api/processes/check': ({ user, body, query }) => {
    const { wrong, warnings, process } = checked(body.text, query.lang);
    return denied(user, 'processes/read', query) ?? (wrong.length > 0 ? refused(wrong) : { code: process.code, warnings, process });
  },
  'GET /api/processes/{id}': ({ user, id, query }) => {
    const versions = find(user, decodeURIComponent(id));
    if (!reach(user, 'processes/read') || !versions) return denied(user, 'processes/read', query) ?? refusal(query.lang, 404, 'controls/unknown-user', { given: id });
    return sheet(versions, Number(query.version ?? versions.length), query.lang);
  },
  'PUT /api/processes/{id}': (asked) => {
    const refusedFor = denied(asked.user, 'processes/write', asked.query);
    if (refusedFor) return refusedFor;
    let versions = find(asked.user, asked.id);
    if (!versions) {
      const { wrong, process } = checked(asked.body.text, asked.query.lang);
      if (wrong.length > 0) return refused(wrong);
      const stop = unpublished(process, asked);
      if (stop) return stop;
      explain(process, 1, asked);
      SHEETS[asked.user.company].push((versions = [asked.body.text]));
      return sheet(versions, 1, asked.query.lang);
    }
    return keep(versions, asked);
  },
  'POST /api/processes/{id}/waivers': (asked) => {
    const { user, id, body, query } = asked;
    const refusedFor = denied(user, 'processes/write', query);
    if (refusedFor) return refusedFor;
    if (!body.reason?.trim()) return refusal(query.lang, 422, 'process/waiver-reason', { place: 'reason' });
    const waiver = { reason: body.reason.trim(), by: user.login, on: '2027-01-04', until: '2027-04-04' };
    waivers.set([decodeURIComponent(id), body.rule, body.step, body.operation].join('/'), waiver);
    return waiver;
  },
  'DELETE /api/processes/{id}/waivers': ({ user, id, query }) => {
    waivers.delete([decodeURIComponent(id), query.rule, query.step, query.operation ?? null].join('/'));
    return denied(user, 'processes/write', query) ?? { status: 204, body: undefined };
  },
};
