// One Chromium for the journeys and the pictures, and readers who are signed in.
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { PASSWORD } from './door.mjs';
import { start } from './mock.mjs';

const ARGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];
/** Who reads when a journey names nobody: the one who sees everything of the first company. */
export const DIRECTOR = 'direction@metrios.example';

export function browse() {
  return chromium.launch({ executablePath: process.env.ATELIER_CHROMIUM ?? '/usr/bin/chromium', args: ARGS });
}

/** The server under test: ATELIER_URL, else the stand-in. */
export async function subject() {
  const given = process.env.ATELIER_URL;
  return given ? { url: given.replace(/\/$/, ''), stop: () => {} } : start();
}

/** The session of a login, opened once: name and value of its cookie. */
const opened = new Map();
export function session(url, login) {
  if (!opened.has(login)) opened.set(login, open(url, login));
  return opened.get(login);
}

async function open(url, login) {
  const body = JSON.stringify({ login, password: PASSWORD });
  const answer = await fetch(`${url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  assert.equal(answer.status, 200, `${login} cannot sign in: is ATELIER_PASSWORD the password of the demonstration?`);
  const [name, value] = answer.headers.get('set-cookie').split(';')[0].split(/=(.*)/s);
  return { name, value };
}

/**
 * A fresh reader of `url` with its own memory, language, theme and window, signed in unless `login` is null.
 * The service worker is kept out unless `worker` asks for it: it would answer before the journey's own routes.
 * `complaints` gathers CSP and script errors, but for answers with a status that is `expected`.
 * `unguarded` takes the content security policy away, for a journey that asks whether the pages would hold without it.
 */
export async function reader(browser, { url, login = DIRECTOR, lang = 'fr', theme = 'light', width = 1280, height = 900, expected = [], worker = false, unguarded = false }) {
  const context = await browser.newContext({ viewport: { width, height }, locale: lang === 'fr' ? 'fr-FR' : 'en-GB', reducedMotion: 'reduce', hasTouch: width < 700, serviceWorkers: worker ? 'allow' : 'block', bypassCSP: unguarded });
  if (login) await context.addCookies([{ ...(await session(url, login)), url, httpOnly: true, sameSite: 'Strict' }]);
  await context.addInitScript(([lang, theme]) => {
    localStorage.getItem('atelier.lang') ?? localStorage.setItem('atelier.lang', lang);
    localStorage.getItem('atelier.theme') ?? localStorage.setItem('atelier.theme', theme);
    globalThis.complaints = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      globalThis.complaints.push(`CSP ${event.violatedDirective}: ${event.sourceFile}:${event.lineNumber} ${event.sample}`);
    });
  }, [lang, theme]);
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  const foreseen = (text) => expected.some((status) => text.includes(`responded with a status of ${status} `));
  const complaints = async () => [...errors.filter((text) => !foreseen(text)), ...(await page.evaluate(() => globalThis.complaints))];
  return { page, context, complaints };
}
