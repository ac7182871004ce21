// How long somebody new takes, by visible controls only: npm run first-minutes (ATELIER_URL and ATELIER_PASSWORD of a live demonstration, else the stand-in).
// The clock adds what the pages really took to what a person takes: so long for a look, a click, a word typed. It fails when one of them misses its mark.
import assert from 'node:assert/strict';
import { browse, reader, subject } from './browser.mjs';
import { PASSWORD } from './door.mjs';

/** Seconds of a person: to find and click, to type a character at forty words a minute of five characters, to read a page for the first time. */
const CLICK = 1.5;
const LETTER = 60 / (40 * 5);
const READ = 6;
/** To find one's file among others, and to compare a column or a stage with what one knows of it. */
const FIND = 15;
const THINK = 4;
const MARKS = { conversation: 3 * 60, load: 15 * 60 };
const SELLER = 'camille@metrios.example';
const OPS = 'ventes@metrios.example';

const [server, browser] = [await subject(), await browse()];
const missed = [];

/** What a person does on a page, and how long they take over it. */
function person(page) {
  let seconds = 0;
  const count = { click: 0, letter: 0, read: 0 };
  const spend = (kind, each, times = 1) => ((seconds += each * times), (count[kind] += times));
  return {
    page,
    read: () => spend('read', READ),
    wait: (each) => (seconds += each),
    click: async (found) => (spend('click', CLICK), found.first().click()),
    type: async (found, text) => (spend('click', CLICK), spend('letter', LETTER, text.length), found.first().fill(text)),
    choose: async (found, label) => (spend('click', CLICK, 2), (seconds += THINK), found.selectOption(label)),
    told: () => ({ seconds, ...count }),
  };
}

/** Lives one of the two, in a browser that never saw the product, and prints how long it took. */
async function first(what, most, steps) {
  const { page, context } = await reader(browser, { url: server.url, login: null });
  const somebody = person(page);
  const began = performance.now();
  await page.goto(server.url, { waitUntil: 'networkidle' });
  const undo = await steps(somebody);
  const waited = (performance.now() - began) / 1000;
  const { seconds, click, letter, read } = somebody.told();
  const whole = waited + seconds;
  if (whole > most) missed.push(what);
  console.log(`${whole <= most ? 'held  ' : 'MISSED'}  ${what}: ${clock(whole)} (at most ${clock(most)})`);
  console.log(`        ${seconds.toFixed(0)} s of a person (${click} clicks, ${letter} characters, ${read} pages read), ${waited.toFixed(1)} s of the pages`);
  await undo();
  await context.close();
}

const clock = (seconds) => `${Math.floor(seconds / 60)} min ${String(Math.round(seconds % 60)).padStart(2, '0')} s`;

async function signIn(one, login) {
  one.read();
  await one.type(one.page.locator('[name=login]'), login);
  await one.type(one.page.locator('[name=password]'), PASSWORD);
  await one.click(one.page.locator('form button[type=submit], form .button').first());
  await one.page.locator('main h1').waitFor();
  await one.page.waitForLoadState('networkidle');
  one.read();
}

/** The day, the first conversation of it, what was said, and the customer advances. */
async function conversation(one) {
  const { page } = one;
  await signIn(one, SELLER);
  const note = page.getByRole('button', { name: /^Noter/ });
  const there = () => note.first().waitFor({ timeout: 8000 }).then(() => true, () => false);
  for (let day = 0; day < 10 && !(await there()); day++) await one.click(page.getByRole('button', { name: 'Jour suivant' }));
  const before = await page.locator('article').count();
  await one.click(note);
  await page.locator('.capture').waitFor();
  one.read();
  await one.type(page.locator('#goal'), 'Passer sous 2 % de rebuts avant l’été, sans arrêter la ligne');
  await one.click(page.locator('.capture').getByRole('button', { name: '1 sem.' }));
  await one.click(page.getByRole('button', { name: /Le client avance/ }));
  await page.locator('.done.shown').waitFor();
  await page.waitForFunction((count) => document.querySelectorAll('article').length < count, before);
  return async () => {
    await page.locator('.done').getByRole('button', { name: 'Annuler' }).click();
    await page.waitForFunction((count) => document.querySelectorAll('article').length >= count, before);
  };
}

const STAGES = [['Prospection', 0], ['Découverte', 1], ['Proposition envoyée', 2], ['Négociation', 3], ['Gagnée'], ['Perdue']];

/** A thousand deals as a French spreadsheet saves them: semicolons, Windows-1252, decimal commas. */
function spreadsheet() {
  const mark = `X${Date.now()}`;
  const rows = Array.from({ length: 1000 }, (_, at) => {
    const [stage] = STAGES[at % STAGES.length];
    const closed = at % STAGES.length > 3 ? `${String(1 + (at % 28)).padStart(2, '0')}/11/2026` : '';
    return `${mark}-${at};Client nº ${1 + (at % 240)};${stage};${String(1 + (at % 28)).padStart(2, '0')}/10/2026;${closed};${1000 + ((at * 137) % 90_000)},50`;
  });
  return Buffer.from(['Référence;Client;Étape;Créée le;Close le;Montant HT', ...rows].join('\r\n'), 'latin1');
}

/** The import, tried then written, and the load of the plan. */
async function load(one) {
  const { page } = one;
  await signIn(one, OPS);
  await one.click(page.getByRole('navigation').getByRole('link', { name: 'Processus' }));
  await one.click(page.getByRole('link', { name: /Import/ }));
  await page.locator('#import-files').waitFor();
  one.read();
  one.wait(FIND + 3 * CLICK);
  await page.locator('#import-files').setInputFiles({ name: 'affaires.csv', mimeType: 'text/csv', buffer: spreadsheet() });
  await page.getByRole('article', { name: 'affaires.csv' }).waitFor();
  one.read();
  // Each column that was guessed is looked at, and each open stage is given its step.
  one.wait(6 * THINK);
  for (const [stage, at] of STAGES.filter(([, at]) => at !== undefined)) {
    const steps = page.getByLabel(`Étape du processus pour «\u202f${stage}\u202f»`);
    const codes = await steps.locator('option').evaluateAll((all) => all.map((one) => one.value).filter(Boolean));
    await one.choose(steps, codes[Math.min(at, codes.length - 1)]);
  }
  await one.click(page.getByRole('button', { name: 'Lire sans rien écrire' }));
  await page.getByText('Rien n’est écrit pour l’instant').waitFor({ timeout: 60_000 });
  one.read();
  assert.equal(await page.locator('.rejects').count(), 0, 'rows were set aside');
  await one.click(page.getByRole('button', { name: /^Écrire/ }));
  await page.getByRole('link', { name: 'Voir la charge' }).waitFor({ timeout: 60_000 });
  await one.click(page.getByRole('link', { name: 'Voir la charge' }));
  await page.waitForURL((url) => url.pathname === '/plan');
  await page.locator('main p.objective').waitFor();
  await page.waitForLoadState('networkidle');
  one.read();
  const says = async () => (await page.locator('main p.answer, main p.objective').allInnerTexts()).join(' ').replace(/\s+/g, ' ');
  console.log(`        with them the load says: ${await says()}`);
  return async () => {
    await page.goto(`${server.url}/imports`, { waitUntil: 'networkidle' });
    await page.locator('#import-made ~ ul li').first().getByRole('button', { name: 'Annuler cet import' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Annuler cet import' }).click();
    await page.getByText(/Import de affaires.csv annulé/).waitFor();
    await page.goto(`${server.url}/plan`, { waitUntil: 'networkidle' });
    console.log(`        and without: ${await says()}`);
  };
}

await first('from the door of a demonstration to a conversation written down', MARKS.conversation, conversation);
await first('from the door and one’s own export of a thousand deals to the load of the plan', MARKS.load, load);
await browser.close();
server.stop();
process.exit(missed.length === 0 ? 0 : 1);
