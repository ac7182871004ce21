// Who may come in to the stand-in, and how far: the demonstration's logins, its refusals word for word.
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The password of every login, on the stand-in and on a live demonstration. */
export const PASSWORD = process.env.ATELIER_PASSWORD ?? 'quatre vélos verts sous la pluie';
const LEAST = 15;
const FAILURES = 10;
/** How far each role may go, as the product's own policy says. */
const REACH = policy();
const COMPANIES = { metrios: 'Métrios', lumen: 'Lumen, 60 vendeurs', vide: 'Atelier vide' };

function policy() {
  const rows = readFileSync(new URL('../../crates/atelier-domain/src/controls/policy.csv', import.meta.url), 'utf8').trim().split('\n');
  const [head, ...lines] = rows.map((row) => row.split(',').map((cell) => cell.trim()));
  const of = (column) => Object.fromEntries(lines.filter((line) => line[column] !== '-').map((line) => [line[0], line[column]]));
  return Object.fromEntries(head.slice(2).map((role, at) => [role, of(at + 2)]));
}

const words = Object.fromEntries(['fr', 'en'].map((lang) => {
  const made = new FluentBundle(lang, { useIsolating: false, functions: { COUNT: ([count]) => count } });
  for (const word of ['app', 'controls', 'execution', 'process']) made.addResource(new FluentResource(readFileSync(new URL(`../../locales/${lang}/${word}.ftl`, import.meta.url), 'utf8')));
  return [lang, made];
}));
const users = new Map();
const sessions = new Map();
const invitations = new Map();
const failures = new Map();

function add(login, name, role, more = {}) {
  const company = more.company ?? login.match(/@(\w+)\./)[1];
  users.set(login, { login, name, role, person: null, unit: null, password: PASSWORD, ...more, company });
}
add('direction@metrios.example', 'Hélène Marchand', 'director');
add('nord@metrios.example', 'Paul Girard', 'manager', { unit: 'Vendeurs' });
add('camille@metrios.example', 'Camille Aubert', 'seller', { person: 's1' });
add('ventes@metrios.example', 'Sophie Lambert', 'sales-ops');
add('conformite@metrios.example', 'Inès Fabre', 'compliance');
add('finance@metrios.example', 'Marc Olivier', 'finance');
add('admin@metrios.example', 'Karim Haddad', 'administrator');
add('gerance@metrios.example', 'Anne-Marie de La Rochefoucauld', 'general-management');
add('rh@metrios.example', 'Solène Picard', 'human-resources');
add('direction@lumen.example', 'Claire Vasseur', 'director');
add('ventes@lumen.example', 'Lucie Renard', 'sales-ops');
add('direction@vide.example', 'Personne d’Autre', 'director');
add('ventes@vide.example', 'Quelqu’un d’Autre', 'sales-ops');

const say = (lang, id, values) => words[lang].formatPattern(words[lang].getMessage(id).value, values);

/** A problem document, in the product's own sentences. */
export function refusal(lang, status, code, { place = '', ...values } = {}) {
  const found = words[lang].getMessage(code.replace('/', '-'));
  const [title, detail, remedy] = [found.value, found.attributes.why, found.attributes.remedy].map((text) => words[lang].formatPattern(text, values));
  const one = { code, place, title, detail, remedy };
  return { status, body: { type: `urn:atelier:${code}`, status, ...one, errors: [one] } };
}

const secretOf = (request) => /(?:^|; )atelier=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];

/** The logins of a company, each able to name a role. */
export const seats = (company) => [...users.values()].filter((one) => one.company === company).map((one) => ({ ...one, roleName: (code, lang) => say(lang, `controls-role-${code}`) }));

/** Whoever shows this cookie. */
export const known = (request) => users.get(sessions.get(secretOf(request)));

export const reach = (user, permission) => REACH[user.role][permission];

function come({ login, name }) {
  const secret = randomBytes(24).toString('hex');
  sessions.set(secret, login);
  return { status: 200, body: { name, login }, cookie: `atelier=${secret}; Path=/; HttpOnly; SameSite=Strict` };
}

/** What is wrong with a new password, as far as the stand-in knows. */
function weak(password, lang) {
  const given = [...password].length;
  if (given < LEAST) return refusal(lang, 422, 'controls/password-short', { place: 'password', given, least: LEAST });
  if (new Set(password).size < 6) return refusal(lang, 422, 'controls/password-common', { place: 'password' });
  return null;
}

function signIn({ login, password }, lang) {
  const failed = failures.get(login) ?? 0;
  if (failed >= FAILURES) return refusal(lang, 429, 'controls/too-many-attempts', { count: FAILURES, minutes: 15 });
  const user = users.get(login.trim().toLowerCase());
  if (user && user.password === password) return come(user);
  failures.set(login, failed + 1);
  return refusal(lang, 401, 'controls/wrong-sign-in');
}

function invited({ secret }, lang) {
  const user = users.get(invitations.get(secret));
  if (!user) return refusal(lang, 410, 'controls/invitation-ended');
  return { status: 200, body: { login: user.login, name: user.name, company: COMPANIES[user.company] } };
}

function accept({ secret, password }, lang) {
  const user = users.get(invitations.get(secret));
  if (!user) return refusal(lang, 410, 'controls/invitation-ended');
  const wrong = weak(password, lang);
  if (wrong) return wrong;
  invitations.delete(secret);
  user.password = password;
  return come(user);
}

function change(user, told, lang) {
  if (told.current !== user.password) return refusal(lang, 422, 'controls/wrong-sign-in', { place: 'current' });
  const wrong = weak(told.new, lang);
  if (wrong) return wrong;
  user.password = told.new;
  return { status: 204 };
}

/** Somebody new of the company of `user`, and the secret of their invitation. */
export function newcomer(user, told) {
  add(told.login, told.name, told.roles[0], { company: user.company, person: told.person ?? null, password: undefined });
  const secret = randomBytes(24).toString('hex');
  invitations.set(secret, told.login);
  return { user: seats(user.company).find(({ login }) => login === told.login), secret };
}

const seen = (user, lang) => ({
  login: user.login, name: user.name, person: user.person, unit: user.unit,
  roles: [{ code: user.role, name: say(lang, `controls-role-${user.role}`) }],
  company: { code: user.company, name: COMPANIES[user.company] },
  second_factor: false,
  permissions: REACH[user.role],
});

/** Sessions of a user, as of a browser that says what it is. */
function own(request, { login }) {
  const at = new Date().toISOString();
  const mine = [...sessions].filter(([, of]) => of === login);
  return mine.map(([secret], id) => ({ id: String(id), browser: 'Firefox, Linux', made: at, seen: at, ends: at, current: secret === secretOf(request) }));
}

/** The answer of the addresses that open and close the door; undefined for any other. */
export function door(request, path, body, lang) {
  const open = { 'POST /api/session': signIn, 'POST /api/invitation': invited, 'POST /api/invitation/accept': accept }[`${request.method} ${path}`];
  if (open) return open(body, lang);
  if (`${request.method} ${path}` === 'GET /api/session/provider') return { status: 200, body: { label: null } };
  const user = known(request);
  if (!user) return refusal(lang, 401, 'controls/sign-in-needed');
  switch (`${request.method} ${path}`) {
    case 'GET /api/session':
      return { status: 200, body: seen(user, lang) };
    case 'DELETE /api/session':
      sessions.delete(secretOf(request));
      return { status: 204, cookie: 'atelier=; Path=/; Max-Age=0' };
    case 'GET /api/sessions':
      return { status: 200, body: { sessions: own(request, user) } };
    case 'POST /api/session/password':
      return change(user, body, lang);
    default:
      return undefined;
  }
}
