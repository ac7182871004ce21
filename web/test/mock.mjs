// A stand-in for the Atelier server, for tests and for looking at the pages. Never shipped.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DAYS, PEOPLE, dayOf, whyOf } from './days.mjs';
import { KINDS, capacityOf, linesOf, weeksOf, yearOf } from './figures.mjs';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));
const MIME = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };
// Word for word what the product sends, so that the journeys see the same refusals.
export const CSP = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
  "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
  "require-trusted-types-for 'script'", 'trusted-types svelte-trusted-html',
].join('; ');
const COMPANIES = [{ code: 'metrios', name: 'Métrios' }, { code: 'ponant', name: 'Ponant Distribution, 60 vendeurs' }, { code: 'vide', name: 'Atelier vide' }];

const hours = (minutes, lang) =>
  `${new Intl.NumberFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: 1 }).format(minutes / 60)}\u202fh`;

function load({ company, kind, lang }) {
  const kinds = Object.entries(KINDS[lang]).map(([code, name]) => ({ code, name }));
  const shown = KINDS[lang][kind] ? kind : 'seller';
  const weeks = company === 'vide' ? [] : company === 'ponant' ? yearOf(shown, 60) : weeksOf(shown);
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
        ? ['1\u202f026 actions ont une date, dont 619 en retard\u202f; 189 n’en ont pas. Priorité à l’échéance la plus proche.', 'Prix du plan\u202f: 12\u202f450 min de retard pesées, à 4,6\u202f% au plus du meilleur.']
        : ['1,026 actions have a date, 619 of them late; 189 have none. Earliest due date first.', 'Price of the plan: 12,450 weighted minutes late, at most 4.6% from the best.'],
      clashes: [], price: 12_450, bound: 11_877, gap_bp: 460,
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

const problem = (status, title, detail) => ({ status, body: { type: 'about:blank', title, status, detail, code: 'app/unknown-company', remedy: '' } });

const API = {
  '/api/companies': () => ({ companies: COMPANIES }),
  '/api/load': load,
  '/api/load/week': week,
  '/api/people': ({ company }) => ({ people: company === 'vide' ? [] : PEOPLE, first_day: '2027-01-04', last_day: '2027-04-02', today: DAYS[0] }),
  '/api/day': ({ person, date, lang }) => dayOf(PEOPLE.find(({ code }) => code === person) ?? PEOPLE[0], date, lang),
  '/api/why': ({ order, lang }) => whyOf(order, lang),
};

async function answer(request, response) {
  const url = new URL(request.url, 'http://atelier');
  const query = { lang: 'fr', ...Object.fromEntries(url.searchParams) };
  response.setHeader('content-security-policy', CSP);
  response.setHeader('x-content-type-options', 'nosniff');
  if (url.pathname === '/calendar.ics') return send(response, 200, 'text/calendar', 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\nEND:VCALENDAR\r\n');
  if (url.pathname.startsWith('/api/')) {
    const found = API[url.pathname];
    const { status, body } = found ? { status: 200, body: found(query) } : problem(404, 'Rien ici', url.pathname);
    return send(response, status, status === 200 ? 'application/json' : 'application/problem+json', JSON.stringify(body));
  }
  const path = extname(url.pathname) ? normalize(url.pathname) : '/index.html';
  const bytes = await readFile(join(DIST, path)).catch(() => null);
  if (bytes) send(response, 200, MIME[extname(path)] ?? 'application/octet-stream', bytes);
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
