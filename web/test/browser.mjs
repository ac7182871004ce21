// One Chromium for the journeys and the pictures.
import { chromium } from 'playwright-core';
import { start } from './mock.mjs';

const ARGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

export function browse() {
  return chromium.launch({ executablePath: process.env.ATELIER_CHROMIUM ?? '/usr/bin/chromium', args: ARGS });
}

/** The server under test: ATELIER_URL, else the stand-in. */
export async function subject() {
  const given = process.env.ATELIER_URL;
  return given ? { url: given.replace(/\/$/, ''), stop: () => {} } : start();
}

/** A fresh reader with its own memory, language, theme and window; `complaints` gathers CSP and script errors. */
export async function reader(browser, { lang = 'fr', theme = 'light', width = 1280, height = 900 }) {
  const context = await browser.newContext({ viewport: { width, height }, locale: lang === 'fr' ? 'fr-FR' : 'en-GB', reducedMotion: 'reduce', hasTouch: width < 700 });
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
  const complaints = async () => [...errors, ...(await page.evaluate(() => globalThis.complaints))];
  return { page, context, complaints };
}
