// What the journeys share: the server under test, the browser, visits to it, questions to its API.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after } from 'node:test';
import { DIRECTOR, browse, reader, session, subject } from './browser.mjs';

export const QUESTIONS = {
  '/': { fr: 'Qui dois-je appeler aujourd’hui\u202f?', en: 'Who should I call today?' },
  '/plan': { fr: 'Peut-on tenir l’objectif\u202f?', en: 'Can we meet the objective?' },
};
export const [server, browser] = [await subject(), await browse()];
after(async () => {
  await browser.close();
  server.stop();
});

/** Opens a page as a reader, runs `steps`, and requires that nothing was refused or thrown. */
export async function visit(path, as, steps) {
  const { url } = as.wire ?? server;
  const { page, context, complaints } = await reader(browser, { url: server.url, ...as });
  try {
    await page.goto(url + path, { waitUntil: 'networkidle' });
    await steps(page, context);
    if (!as.troubled) assert.deepEqual(await complaints(), []);
  } catch (error) {
    // What the page said then is what one wants to know.
    const said = await page.locator('body').innerText({ timeout: 1000 }).catch(() => 'nothing');
    error.message += `\nThe page, at ${page.url()}, said:\n${said.slice(0, 2000)}`;
    throw error;
  } finally {
    await context.close();
  }
}

/** What the API answers, asked by the journey itself as somebody. */
export async function asked(at, { login = DIRECTOR, method = 'GET', query = {}, body } = {}) {
  const { name, value } = login ? await session(server.url, login) : { name: 'nobody', value: '' };
  const headers = { cookie: `${name}=${value}`, ...(body && { 'content-type': 'application/json' }) };
  return fetch(`${server.url}${at}?${new URLSearchParams(query)}`, { method, headers, body: body && JSON.stringify(body) });
}

export const told = async (at, query = {}, login = DIRECTOR) => (await asked(at, { login, query })).json();

/** Somebody with such a day when the plan opens, of the first company that has such a person, and who may read it. */
export async function somebodyBusy(wanted = (day) => day.items.length > 1) {
  for (const login of [DIRECTOR, 'direction@lumen.example']) {
    const { people, today } = await told('/api/people', {}, login);
    for (const { code: person, name } of people) {
      const day = await told('/api/day', { person, date: today, lang: 'fr' }, login);
      if (wanted(day)) return { login, person, name, day, today, at: `/?${new URLSearchParams({ person })}` };
    }
  }
  throw new Error('nobody has such a day');
}

/** A visit to such a day. */
export async function visitBusy(as, steps, wanted) {
  const busy = await somebodyBusy(wanted);
  await visit(busy.at, { ...as, login: busy.login }, (page, context) => steps(page, context, busy));
}

export const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
export const path = (page) => new URL(page.url()).pathname + new URL(page.url()).search;

/** French as printers set it: a straight apostrophe, a plain space before a sign or two full stops are a fault. */
const faults = (page) =>
  page.evaluate(() => document.body.innerText.match(/.{0,20}(\p{L}'\p{L}| [:;?!»]|« |(?<!\.)\.\.(?!\.)).{0,20}/gu));

const LOCALES = new URL('../../locales/fr/', import.meta.url);
/** The name of every sentence of the pages. */
const KEYS = new Set(readdirSync(LOCALES).filter((name) => name.startsWith('web')).flatMap((name) => [...readFileSync(new URL(name, LOCALES), 'utf8').matchAll(/^([a-z][a-z0-9-]*) =/gm)].map(([, key]) => key)));

/** What holds for every page: its language and typography, its theme, no key shown raw, nothing sideways. */
export async function soundly(page, { lang, theme }) {
  if (lang === 'fr') assert.equal(await faults(page), null, 'French typography');
  assert.equal(await page.locator('html').getAttribute('lang'), lang);
  assert.ok((await page.locator('main').innerText()).length > 100, 'the page is empty');
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), theme);
  assert.ok((await overflow(page)) <= 0, 'the page scrolls sideways');
  const words = await page.evaluate(() => document.body.innerText.match(/\b[a-z]+(?:-[a-z0-9]+)+\b/g) ?? []);
  assert.deepEqual(words.filter((word) => KEYS.has(word)), [], 'a sentence shows its key');
}

/** Presses the tab key until it comes to what the selector finds. */
export async function tabTo(page, wanted) {
  for (let stop = 0; stop < 60; stop++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((css) => document.activeElement.matches(css), wanted)) return;
  }
  assert.fail(`the tab key never comes to ${wanted}`);
}

/** What the tab key comes to, at most so many stops, without showing that it is there. */
export async function blindStops(page, most) {
  const blind = [];
  for (let stop = 0; stop < most; stop++) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const at = document.activeElement;
      if (at === document.body) return 'the end';
      // The button inside a date is marked by the browser itself.
      if (at.type === 'date' && !at.matches(':focus')) return null;
      // The focus is drawn on the element, on what stands for it beside or around it, or on its place or its line in a drawing.
      const drawn = [at, at.querySelector('rect'), at.nextElementSibling, at.closest('label'), at.parentElement].filter(Boolean).map((one) => getComputedStyle(one));
      drawn.push(getComputedStyle(at, '::after'));
      const line = at.tagName === 'g' && [...at.querySelectorAll('rect, path')].map((one) => parseFloat(getComputedStyle(one).strokeWidth));
      const visible = drawn.some((style) => parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== 'none') || (line && Math.max(...line) >= 2);
      return visible ? null : at.outerHTML.slice(0, 160);
    });
    if (seen === 'the end') break;
    if (seen) blind.push(seen);
  }
  return blind;
}
