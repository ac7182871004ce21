// A week of each persona, day by day, as far as the pages carry it (docs/weeks.md says which step is not carried yet).
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ask, somebodyTalking } from './talking.mjs';
import { path, server, told, visit } from './visits.mjs';

const [SELLER, OPS, FINANCE, COMPLIANCE] = ['camille', 'ventes', 'finance', 'conformite'].map((login) => `${login}@metrios.example`);
const panel = (page) => page.getByRole('dialog');
const rail = (page, name) => page.getByRole('navigation').getByRole('link', { name, exact: true }).first().click();
const tab = async (page, name, at) => {
  await page.locator('.tabs').getByRole('link', { name, exact: true }).click();
  await page.waitForURL((url) => url.pathname === at);
  await page.waitForLoadState('networkidle');
};
const plain = (text) => text.replace(/\s+/g, ' ');
const undone = (page) => page.locator('.done', { hasText: 'C’est annulé.' }).waitFor();

test('the week of a seller', async () => {
  const found = await somebodyTalking(server.url, SELLER);
  const row = (page) => page.locator('article', { has: page.locator(`[data-order="${found.order}"]`) });
  await visit(`/?${new URLSearchParams({ person: found.person, date: found.date })}`, { login: SELLER }, async (page) => {
    // Monday: with whom, on what, why now; one is refused, and the list is another.
    for (const word of [found.item.customer, found.item.theme, found.item.who?.name ?? found.item.role]) assert.ok(plain(await row(page).innerText()).includes(word ?? ''));
    await row(page).getByRole('button', { name: /^Refuser/ }).click();
    await panel(page).getByRole('button', { name: 'En congé' }).click();
    await panel(page).getByRole('button', { name: 'Refuser', exact: true }).click();
    await row(page).waitFor({ state: 'detached' });
    await page.locator('details.deferred summary').click();
    await page.locator('details.deferred').getByRole('button', { name: /Remettre/ }).first().click();
    await row(page).waitFor();

    // One page before the visit; after it the goal, a file, the next date, and the letter with two lines of one's own.
    await page.locator(`[data-order="${found.order}"]`).first().press('Enter');
    await page.locator('.sheet').waitFor();
    await page.locator('#goal').fill('Passer sous 2 % de rebuts');
    await page.locator('[data-files]').setInputFiles({ name: 'rebuts.txt', mimeType: 'text/plain', buffer: Buffer.from(`rebuts ${Date.now()}`) });
    await page.getByRole('button', { name: '1 sem.' }).click();
    await page.getByRole('button', { name: /Le client avance/ }).click();
    await page.locator('.held', { hasText: 'rebuts.txt' }).waitFor();
    await page.getByRole('button', { name: 'Préparer la lettre' }).click();
    const letter = page.locator('#letter-body');
    await letter.fill(`${await letter.inputValue()}\nBien à vous,`);
    await page.locator('.done').getByRole('button', { name: 'Annuler' }).click();
    await page.locator('.capture').waitFor();

    // Tuesday: the board shows this row alone, and what a move would change before it is made.
    await rail(page, 'Plan');
    await page.waitForURL((url) => url.pathname === '/board');
    await page.locator('[data-stop]').waitFor();
    assert.equal(await page.locator('.row').count(), 1);

    // Wednesday: who has been silent.
    await rail(page, 'Ma journée');
    await tab(page, 'Échanges', '/conversations');
    const { accounts } = await (await ask(server.url, SELLER, '/api/flow', { query: { person: found.person } })).json();
    await page.getByRole('button', { name: /Silencieux/ }).click();
    assert.equal(await page.locator('article').count(), accounts.filter(({ silent_days }) => silent_days !== null).length);

    // Thursday: the half-hour with a peer has its place in the week.
    await tab(page, 'Agenda', '/calendar');
    await page.locator('.week').waitFor();

    // Friday: minutes entered, minutes returned.
    await tab(page, 'Temps rendu', '/give-back');
    await page.locator('main').getByText(/min de saisie, .* rendues?/).first().waitFor();
  });
});

test('the week of a director', () =>
  visit('/plan', {}, async (page) => {
    // Monday: the load in one sentence, then what would make it hold.
    const { answer } = await told('/api/load', { lang: 'fr' });
    assert.equal(plain(await page.locator('p.answer').innerText()), plain(answer.sentence));
    await tab(page, 'Scénarios', '/scenarios');
    await page.getByRole('button', { name: 'Deux fois plus de suivi' }).click();
    await page.locator('.columns article').nth(2).waitFor();
    assert.match(await page.locator('.columns').first().innerText(), /Charge[\s\S]*Contacts à faire[\s\S]*Affaires/);

    // Tuesday: a deal whose promise has lapsed goes back a step, and may come again.
    await rail(page, 'Comptes');
    await tab(page, 'Affaires', '/opportunities');
    const { rows } = await told('/api/opportunities', { standing: 'open', limit: '200' });
    const { processes } = await told('/api/processes');
    const steps = processes[0].steps.map(({ code }) => code);
    const deal = rows.find(({ step }) => steps.indexOf(step) > 0);
    await page.locator(`[data-deal="${deal.id}"]`).press('Alt+ArrowLeft');
    await page.locator('.done.shown').first().waitFor();
    assert.equal((await told(`/api/opportunities/${deal.id}`)).step, steps[steps.indexOf(deal.step) - 1]);
    await page.keyboard.press('Control+z');
    await undone(page);

    // Wednesday: what happened to whom is on the board, with its reasons.
    await rail(page, 'Plan');
    await tab(page, 'Tableau', '/board');
    await page.locator('.bar[data-order]').first().click();
    await panel(page).getByText('Pourquoi').first().waitFor();
    await page.keyboard.press('Escape');

    // Thursday: what moved between two versions, and who decided it.
    await tab(page, 'Versions', '/versions');
    await page.getByText(/version/i).first().waitFor();

    // Friday: indicators, each with its facts.
    await rail(page, 'Indicateurs');
    await page.waitForURL((url) => url.pathname === '/indicators');
    await page.waitForLoadState('networkidle');
    const { indicators } = await told('/api/indicators', { lang: 'fr' });
    if (indicators.length === 0) return assert.ok(await page.getByText('Aucun indicateur').count());
    await page.locator('article button').first().click();
    await panel(page).locator('h3').first().waitFor();
    assert.match(path(page), /facts=/);
  }));

test('the week of sales operations', async () => {
  const { code } = (await told('/api/processes', { lang: 'fr' }, OPS)).processes[0];
  const mark = `W${Date.now()}`;
  const file = Buffer.from(['Référence;Client;Étape;Créée le;Montant HT', `${mark}-1;Fonderies du Rhône;Découverte;04/12/2026;12 500,50`, `${mark}-2;Ateliers Bréal;Découverte;32/13/2026;8 000,00`, `${mark}-3;Ateliers Bréal;Perdue;18/11/2026;3 200,00`].join('\r\n'), 'latin1');
  await visit('/imports', { login: OPS, expected: [422] }, async (page) => {
    // Monday: the file of the former system, one row set aside with its reason, the others written.
    await page.locator('#import-files').setInputFiles({ name: 'erp.csv', mimeType: 'text/csv', buffer: file });
    await page.getByRole('article', { name: 'erp.csv' }).waitFor();
    await page.getByRole('button', { name: 'Lire sans rien écrire' }).click();
    await page.getByText('Une ligne mise de côté').waitFor();
    assert.match(await page.locator('.rejects').innerText(), /32\/13\/2026/);
    await page.getByRole('button', { name: 'Écrire les bonnes lignes' }).click();
    await page.getByRole('link', { name: 'Voir la charge' }).waitFor();
    await page.locator('#import-made ~ ul li').first().getByRole('button', { name: 'Annuler cet import' }).click();
    await panel(page).getByRole('button', { name: 'Annuler cet import' }).click();
    await page.getByText('Import de erp.csv annulé').waitFor();

    // Tuesday: the process, its levels, and what is wrong at its line.
    await tab(page, 'Processus', '/processes');
    assert.match(await page.locator('main li').first().innerText(), /niveaux? sur 7/);
    await page.goto(`${server.url}/process?${new URLSearchParams({ code, view: 'text' })}`, { waitUntil: 'networkidle' });
    const text = page.locator('textarea').first();
    await text.fill((await text.inputValue()).replace(/^yield = .*$/m, 'yield = = 2'));
    await page.locator('.gutter .fault').first().waitFor();
    await page.getByRole('button', { name: 'Abandonner les modifications' }).click();

    // Wednesday: the bill of actions, what must enter at each step, and what limits.
    await page.goto(`${server.url}/process?${new URLSearchParams({ code, view: 'bill' })}`, { waitUntil: 'networkidle' });
    await page.locator('main table').first().waitFor();
    await rail(page, 'Plan');
    await page.locator('p.answer').waitFor();
    await tab(page, 'Besoins', '/needs');
    await page.locator('.funnel li').first().waitFor();
    await tab(page, 'Scénarios', '/scenarios');
    await page.getByRole('heading', { name: 'Essayer autre chose' }).waitFor();

    // Friday: the yields that were reached, beside those that were planned.
    await rail(page, 'Indicateurs');
    await page.waitForURL((url) => url.pathname === '/indicators');
  });
});

describe('the week of finance and of compliance', () => {
  test('finance reads the journal and the accounts, and is offered nothing it may not do', () =>
    visit('/journal', { login: FINANCE }, async (page) => {
      await page.locator('main table, main .notice').first().waitFor();
      assert.equal(await page.locator('nav a[href="/plan"], nav a[href="/users"]').count(), 0);
      await rail(page, 'Comptes');
      await page.locator('[data-cell]').first().waitFor();
      assert.equal(await page.getByRole('button', { name: 'Ajouter un compte' }).count(), 0);
    }));

  test('compliance sees whether the works council was heard, and who has come to the end of their keeping', () =>
    visit('/keeping', { login: COMPLIANCE }, async (page) => {
      // Thursday: what watches a person stays shut until the consultation is noted with its proof.
      const gate = await (await ask(server.url, COMPLIANCE, '/api/gate')).json();
      await page.getByText(gate.open ? /Consulté/ : 'Pas encore consulté').first().waitFor();
      await page.getByRole('button', { name: 'Noter la consultation' }).waitFor();
      // What the council is shown: each kind of data, and what waits.
      const { entries } = await (await ask(server.url, COMPLIANCE, '/api/gate/file')).json();
      const council = page.getByRole('region', { name: /Dossier du comité/ });
      await council.getByRole('link', { name: 'Télécharger le dossier' }).waitFor();
      assert.equal(await council.locator('li').count(), entries.length);
      // Friday: those who are due.
      const { rows } = await (await ask(server.url, COMPLIANCE, '/api/retention')).json();
      const due = page.getByRole('region', { name: 'Durées de conservation' });
      await due.locator('p:not(.waiting)').first().waitFor();
      assert.equal(await due.locator('li').count(), rows.length);
      // Who is at the end of their term is asked once; who is to be erased is counted before anything goes.
      if (rows.some(({ stage }) => stage === 'to-ask')) {
        const { name } = rows.find(({ stage }) => stage === 'to-ask');
        await due.getByRole('button', { name: `La question posée à ${name}` }).click();
        const question = page.getByRole('dialog', { name: `La question posée à ${name}` });
        await question.getByText(`Bonjour ${name},`).waitFor();
        await question.getByRole('button', { name: 'Noter que la question est posée' }).click();
        await due.getByText(new RegExp(`${name}.*sans réponse`)).waitFor();
        await due.getByRole('button', { name: 'Terminer les durées échues' }).click();
        const ending = page.getByRole('dialog', { name: 'Terminer les durées échues' });
        await ending.getByLabel('Nombre de personnes à retirer').fill('999');
        await ending.getByRole('button', { name: 'Terminer ces durées' }).click();
        await ending.getByText('pour confirmer').waitFor();
        await page.keyboard.press('Escape');
      }
      await tab(page, 'Accès', '/journal');
      await page.locator('main table, main .notice').first().waitFor();
    }));
});
