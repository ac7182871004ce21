// A stand-in for the Atelier server, for tests and for looking at the pages. Never shipped.
import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DAYS, PEOPLE, dayOf, whyOf } from './days.mjs';
import { door, known, reach, refusal } from './door.mjs';
import { KINDS, capacityOf, linesOf, weeksOf, yearOf } from './figures.mjs';
import { opens } from './stand/feed.mjs';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));
const MIME = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.png': 'image/png', '.webmanifest': 'application/manifest+json' };
// Word for word what the product sends, so that the journeys see the same refusals.
export const CSP = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
  "connect-src 'self'", "manifest-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
  "require-trusted-types-for 'script'", 'trusted-types svelte-trusted-html atelier-worker',
].join('; ');

const hours = (minutes, lang) =>
  `${new Intl.NumberFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: 1 }).format(minutes / 60)}\u202fh`;

function load({ company, kind, lang }) {
  const kinds = Object.entries(KINDS[lang]).map(([code, name]) => ({ code, name }));
  const shown = KINDS[lang][kind] ? kind : 'seller';
  const weeks = company === 'lumen' ? yearOf(shown, 60) : weeksOf(shown);
  const sum = (field) => weeks.reduce((total, week) => total + week[field], 0);
  const by = (field) => weeks.toSorted((a, b) => b[field] - a[field])[0];
  const [worst, short] = [by('ratio_bp'), by('shortage_minutes')];
  const feasible = !short?.shortage_minutes;
  return {
    company, kinds, kind: shown,
    objective: {
      name: 'Métrios T1 2027',
      sentence: lang === 'fr' ? '180\u202f000\u202f€ de marge brute en 13 semaines, soit 20 affaires.' : '€180,000 of gross margin in 13 weeks, that is 20 deals.',
    },
    answer: { feasible, sentence: sentence(weeks, short, KINDS[lang][shown], lang) },
    schedule: {
      sentences: lang === 'fr'
        ? ['1\u202f026 actions ont une date, dont 619 en retard\u202f; 189 n’en ont pas. Priorité à l’échéance la plus proche.', 'Prix du plan\u202f: 12\u202f450 min de retard pondérées, à 4,6\u202f% au plus du meilleur.']
        : ['1,026 actions have a date, 619 of them late; 189 have none. Earliest due date first.', 'Cost of the plan: 12,450 weighted minutes late, at most 4.6% from the best.'],
      clashes: [], overloads: [], price: 12_450, bound: 11_877, gap_bp: 460,
    },
    total: {
      load_minutes: sum('load_minutes'), capacity_minutes: sum('capacity_minutes'),
      ratio_bp: sum('capacity_minutes') ? Math.round((sum('load_minutes') * 10_000) / sum('capacity_minutes')) : null,
    },
    worst_week: worst?.load_minutes ? worst.week : null,
    shortage_max: feasible ? null : { minutes: short.shortage_minutes, week: short.week },
    bottleneck: 'seller', weeks,
  };
}

function sentence(weeks, short, kind, lang) {
  if (weeks.length === 0) return lang === 'fr' ? 'On ne sait pas\u00a0: aucune charge.' : 'Unknown: there is no load.';
  if (!short.shortage_minutes) return lang === 'fr' ? 'Oui\u00a0: la capacité suffit chaque semaine.' : 'Yes: capacity is enough every week.';
  const [missing, week] = [hours(short.shortage_minutes, lang), short.week.slice(-2)];
  return lang === 'fr'
    ? `Non\u00a0: il manque ${missing} de ${kind.toLowerCase()} avant la fin de S${week}, même en avançant tout ce qui peut l’être.`
    : `No: ${missing} of ${kind.toLowerCase()} are missing by the end of W${week}, even pulling forward all that can be.`;
}

function week({ kind, week, lang }) {
  const index = Number(week.slice(-2));
  const lines = index <= 13 ? linesOf(kind, index, lang) : [];
  const total = hours(lines.reduce((sum, { minutes }) => sum + minutes, 0), lang);
  const people = PEOPLE.filter((person) => person.kind === kind);
  const each = index <= 13 ? Math.round(capacityOf(kind, index) / people.length) : 0;
  return {
    week, lines,
    sentence: lang === 'fr' ? `${total} de travail entrent cette semaine.` : `${total} of work enter this week.`,
    people: each ? people.map(({ code, name }) => ({ code, name, capacity_minutes: each })) : [],
  };
}

const BRAKES = {
  fr: [
    ['saturated', 'vendeurs', '615,0\u202fh à faire pour 588,0\u202fh (104,6\u202f%)\u202f; 226,5\u202fh encore en attente à la fin. Semaine la plus chargée\u202f: S08, à 340,3\u202f%. Il manque 103,5\u202fh d’ici la fin de S10. 66\u202f293\u202f€ de marge en jeu, dont 7\u202f902\u202f€ même en avançant tout ce qui peut l’être.', 6_629_268],
    ['saturated', 'avant-ventes', '220,0\u202fh à faire pour 235,2\u202fh (93,5\u202f%)\u202f; 64,6\u202fh encore en attente à la fin. Semaine la plus chargée\u202f: S09, à 285,7\u202f%. Il manque 31,4\u202fh d’ici la fin de S10. 52\u202f855\u202f€ de marge en jeu.', 5_285_455],
    ['wait', 'étape «\u202fA nommé un but à atteindre\u202f»', '14 jours d’après le standard, trop peu de passages pour mesurer\u202f; affaires qui y sont\u202f: 0.', 0],
  ],
  en: [
    ['saturated', 'sellers', '615.0\u202fh to do for 588.0\u202fh (104.6%); 226.5\u202fh still waiting at the end. Heaviest week: W08, at 340.3%. 103.5\u202fh are missing by the end of W10. €66,293 of margin at stake, €7,902 of it even when everything is done as early as it can be.', 6_629_268],
    ['saturated', 'presales', '220.0\u202fh to do for 235.2\u202fh (93.5%); 64.6\u202fh still waiting at the end. Heaviest week: W09, at 285.7%. 31.4\u202fh are missing by the end of W10. €52,855 of margin at stake.', 5_285_455],
    ['wait', 'step “Has named a goal to reach”', '14 days according to the standard, too few passages to measure; deals there: 0.', 0],
  ],
};

const bottlenecks = ({ lang }) => ({
  headline: lang === 'fr' ? 'Ce qui freine le plus\u202f: vendeurs, puis avant-ventes.' : 'What holds the plan back most: sellers, then presales.',
  bottlenecks: BRAKES[lang].map(([what, place, sentence, cents]) => ({
    what, place, sentence, stake: { basis: 'margin', money: { cents, currency: 'EUR' } },
  })),
  unvalued: null, withheld: 1,
});

const problem = (status, title, detail) => ({ status, body: { type: 'about:blank', title, status, detail, code: 'app/unknown-company', remedy: '' } });

const API = {
  '/api/companies': ({ company }) => ({ companies: [{ code: company, name: company }] }),
  '/api/load': load,
  '/api/load/week': week,
  '/api/bottlenecks': bottlenecks,
  '/api/people': ({ people }) => ({ people, first_day: '2027-01-04', last_day: '2027-04-02', today: DAYS[0] }),
  '/api/day': ({ person, date, lang }) => dayOf(PEOPLE.find(({ code }) => code === person) ?? PEOPLE[0], date, lang),
  '/api/why': ({ order, lang }) => whyOf(order, lang),
  '/calendar.ics': () => 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\nEND:VCALENDAR\r\n',
};

/** People within reach: everybody, the team, or oneself. */
function within(user) {
  const far = reach(user, 'day/read');
  return PEOPLE.filter(({ code, team }) => far === 'all' || code === user.person || (far === 'team' && team === user.unit));
}

/**
 * What other words answer: each file of `stand/` gives `{ 'GET /api/things/{id}': ({ user, query, id, body, headers }) => answer }`,
 * where an answer is `{ status, body, headers }`, or the body alone.
 */
const MORE = await Promise.all(
  (await readdir(new URL('stand/', import.meta.url))).filter((name) => name.endsWith('.mjs')).map((name) => import(`./stand/${name}`)),
);
// An address that names everything is meant before one that leaves a part open.
const open = ([at]) => Number(at.includes('{'));
const STANDS = MORE.flatMap(({ default: routes }) => Object.entries(routes)).sort((a, b) => open(a) - open(b)).map(([at, reply]) => {
  const [method, path] = at.split(' ');
  return { method, pattern: new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`), reply };
});

async function stand(method, path, given) {
  for (const one of STANDS.filter((stand) => stand.method === method)) {
    const found = one.pattern.exec(path);
    if (!found) continue;
    const reply = await one.reply({ ...given, ...found.groups });
    return reply?.status ? reply : { status: 200, body: reply };
  }
  return undefined;
}

/** A company that was just made: what is read in a plan, and what asks for people to plan for. */
const NO_PLAN = ['/api/people', '/api/day', '/api/load', '/api/bottlenecks', '/api/board', '/api/flow', '/api/orders', '/api/orders/operations', '/api/overload'];
const NO_PEOPLE = ['/api/funnel', '/api/wip', '/api/scenarios', '/api/scenarios/compare', '/api/promise', '/api/indicators', '/api/cascade'];

function begun(user, path, lang) {
  if (user?.company !== 'vide') return undefined;
  if (NO_PLAN.includes(path)) return refusal(lang, 422, 'app/no-plan');
  return NO_PEOPLE.includes(path) ? refusal(lang, 422, 'app/no-people') : undefined;
}

const DAY = ['/api/people', '/api/day', '/api/why', '/calendar.ics'];

/** What the addresses of the plan and of the day answer to somebody. */
function told(user, path, query) {
  const permission = DAY.includes(path) ? 'day/read' : 'plan/read';
  if (path !== '/api/companies' && !reach(user, permission)) return refusal(query.lang, 403, 'controls/not-allowed', { permission, roles: user.role });
  if ((query.company ?? user.company) !== user.company) return problem(404, 'Autre entreprise', query.company);
  const asked = { ...query, company: user.company, people: within(user) };
  if (query.person && !asked.people.some(({ code }) => code === query.person)) return problem(404, 'Personne inconnue', query.person);
  return API[path] ? { status: 200, body: API[path](asked) } : problem(404, 'Rien ici', path);
}

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  const bytes = Buffer.concat(parts);
  const text = bytes.toString();
  return text && request.headers['content-type']?.includes('json') ? JSON.parse(text) : { text, bytes };
}

async function answer(request, response) {
  const url = new URL(request.url, 'http://atelier');
  const query = { lang: 'fr', ...Object.fromEntries(url.searchParams) };
  const path = url.pathname;
  response.setHeader('content-security-policy', CSP);
  response.setHeader('x-content-type-options', 'nosniff');
  if (path.startsWith('/api/') || path === '/calendar.ics') {
    const body = await bodyOf(request);
    const user = known(request);
    const found =
      door(request, path, body, query.lang) ??
      begun(user, path, query.lang) ??
      (user && (await stand(request.method, path, { user, query, body, headers: request.headers }))) ??
      told(user, path, query);
    // A stream stays open: what answers it writes into the response itself.
    if (found.stream) return found.stream(request, response);
    for (const [name, value] of Object.entries(found.headers ?? {})) response.setHeader(name, value);
    if (found.cookie) response.setHeader('set-cookie', found.cookie);
    if (found.status === 200 && (typeof found.body === 'string' || Buffer.isBuffer(found.body))) return send(response, 200, found.headers?.['content-type'] ?? 'text/calendar', found.body);
    const type = found.status < 400 ? 'application/json' : 'application/problem+json';
    return send(response, found.status, type, found.body && JSON.stringify(found.body));
  }
  if (path.startsWith('/feed/')) return opens(path) ? send(response, 200, 'text/calendar', API['/calendar.ics']()) : send(response, 404, 'application/problem+json', '{}');
  const file = extname(path) ? normalize(path) : '/index.html';
  const bytes = await readFile(join(DIST, file)).catch(() => null);
  if (bytes) send(response, 200, MIME[extname(file)] ?? 'application/octet-stream', bytes);
  else send(response, 404, 'text/plain', 'not found');
}

function send(response, status, type, body) {
  response.writeHead(status, { 'content-type': type });
  response.end(body);
}

/** Serves `dist/` and the API; port 0 takes a free one. */
export function start(port = 0) {
  const server = createServer((request, response) => void answer(request, response));
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve({ url: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() }));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await start(Number(process.env.PORT ?? 4173));
  console.log(`Test server on ${url} (run "npm run build" first).`);
}
