// What sales operations do with processes: read, change in both views, publish, compare [22, 23].
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { violations } from './axe.mjs';
import { asked, overflow, told, visit } from './visits.mjs';

const OPS = 'ventes@metrios.example';
const first = async () => (await told('/api/processes', { lang: 'fr' }, OPS)).processes[0];
const at = async (view = {}) => `/process?${new URLSearchParams({ code: (await first()).code, ...view })}`;
const text = (page) => page.locator('textarea').first();
/** Publishes; the warnings of its design are given a reason. */
async function publish(page, reason) {
  await page.locator('button.main[aria-disabled=false]').click();
  const dialog = page.getByRole('dialog', { name: 'Pourquoi publier ainsi' });
  await dialog.getByLabel('Raison').fill(reason);
  await dialog.getByRole('button', { name: 'Publier' }).click();
}
const settled = (page) => page.locator('.bar .state').filter({ hasNotText: 'Lecture' }).waitFor();

describe('the catalogue of processes', () => {
  test('shows each process with its owner, its levels, and leads to it', () =>
    visit('/processes', { login: OPS }, async (page) => {
      const { name, owner } = await first();
      const row = page.locator('main li').filter({ hasText: name }).first();
      assert.match(await row.innerText(), new RegExp(owner));
      assert.match(await row.innerText(), /\d niveaux sur 7/);
      await row.getByRole('link').click();
      await page.locator('h1').filter({ hasText: name }).waitFor();
    }));

  test('the review of its design leads to the place of each finding, and its graph says with whom and on what [23]', async () =>
    visit(await at(), { login: OPS }, async (page) => {
      const { process } = await told(`/api/processes/${(await first()).code}`, { lang: 'fr' }, OPS);
      const talks = process.steps.flatMap(({ operations }) => operations.map(({ conversation }) => conversation)).filter(Boolean);
      await page.locator('.svelte-flow__node').first().waitFor();
      const drawn = await page.locator('.svelte-flow').innerText();
      for (const { role, theme } of talks) assert.ok(drawn.includes(role.fr) && drawn.includes(theme.fr), `${role.fr}, ${theme.fr} are not drawn`);
      const finding = process.design.findings.find(({ operation }) => operation);
      const shown = page.locator('aside[aria-labelledby=design] li', { hasText: finding.title }).first();
      assert.match(await shown.innerText(), new RegExp(finding.rule));
      await shown.getByRole('button', { name: 'Voir l’endroit' }).click();
      assert.equal(new URL(page.url()).searchParams.get('on'), `operation/${finding.operation}`);
      await page.getByRole('complementary', { name: 'Ce qui est choisi' }).getByText(finding.title).waitFor();
    }));

  test('somebody who may only read is offered no change', async () =>
    visit(await at({ as: 'list' }), {}, async (page) => {
      await page.locator('.outline').waitFor();
      for (const name of ['Publier', 'Ajouter une étape', 'Nouveau processus']) assert.equal(await page.getByRole('button', { name }).count(), 0);
    }));
});

describe('a process is changed, and both views show it [22]', () => {
  test('from the keyboard: a step is looked into, an operation added, moved, renamed, deleted, and all of it undone', async () =>
    visit(await at({ as: 'list' }), { login: OPS }, async (page) => {
      const before = (await told(`/api/processes/${(await first()).code}`, {}, OPS)).text;
      await page.getByRole('navigation', { name: 'Étapes du client' }).getByRole('button').nth(2).press('Enter');
      const rows = page.locator('.outline .row');
      const names = async () => (await rows.locator('.name').allInnerTexts()).map((one) => one.split('\n')[0].trim());
      const at = await names();
      await page.getByRole('button', { name: 'Ajouter une opération' }).press('Enter');
      await page.keyboard.type('Visite du site');
      await page.keyboard.press('Enter');
      await rows.filter({ hasText: 'Visite du site' }).waitFor();
      await page.getByRole('button', { name: 'Monter «\u202fVisite du site\u202f»' }).press('Enter');
      await page.waitForFunction((last) => !document.querySelector('.outline .row:last-of-type .name')?.textContent.includes(last), 'Visite du site');
      await rows.filter({ hasText: 'Visite du site' }).locator('.name').press('Enter');
      await page.getByLabel('Nom en français').fill('Visite des ateliers');
      await page.keyboard.press('Enter');
      await rows.filter({ hasText: 'Visite des ateliers' }).waitFor();
      await page.getByRole('button', { name: 'Supprimer l’opération' }).press('Enter');
      await rows.filter({ hasText: 'Visite des ateliers' }).waitFor({ state: 'detached' });
      assert.deepEqual(await names(), at);
      for (let count = 0; count < 4; count++) await page.keyboard.press('Control+z');
      await page.getByRole('button', { name: 'Texte', exact: true }).click();
      assert.equal(await text(page).inputValue(), before, 'undone, the text is what it was, comments and all');
    }));

  test('from the keyboard: a step is added, fed by another, freed of it, and all of it undone', async () =>
    visit(await at({ as: 'list' }), { login: OPS }, async (page) => {
      const before = (await told(`/api/processes/${(await first()).code}`, {}, OPS)).text;
      await page.getByRole('button', { name: 'Ajouter une étape' }).press('Enter');
      await page.keyboard.type('A essayé chez lui');
      await page.keyboard.press('Enter');
      const step = page.locator('.outline > li').filter({ has: page.getByRole('button', { name: 'A essayé chez lui', exact: true }) });
      await step.locator('.head').press('Enter');
      const feeds = page.getByRole('group', { name: 'Vient après' }).getByRole('checkbox').first();
      const was = await feeds.isChecked();
      const fed = step.locator('> p');
      const drawn = async () => ((await fed.count()) ? fed.innerText() : '');
      const at = await drawn();
      await feeds.press('Space');
      for (let tries = 0; (await drawn()) === at; tries++) await (assert.ok(tries < 100, 'the steps are as before'), page.waitForTimeout(20));
      assert.equal(await feeds.isChecked(), !was);
      await feeds.press('Space');
      for (let tries = 0; (await drawn()) !== at; tries++) await (assert.ok(tries < 100, 'the steps are as before'), page.waitForTimeout(20));
      for (let count = 0; count < 3; count++) await page.keyboard.press('Control+z');
      await step.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Texte', exact: true }).click();
      assert.equal(await text(page).inputValue(), before);
    }));

  test('in the drawing: two steps are linked by the mouse, the link is taken away by a key, and the drawing is laid out again', async () =>
    visit(await at(), { login: OPS }, async (page) => {
      const { process } = await told(`/api/processes/${(await first()).code}`, {}, OPS);
      const [from, to] = [process.steps[0].code, process.steps.at(-1).code];
      assert.ok(!process.steps.at(-1).after.some(({ step }) => step === from), 'they are linked already');
      const node = (code) => page.locator(`.svelte-flow__node[data-id="step/${code}"]`);
      const edges = page.locator('.svelte-flow__edge');
      await node(to).waitFor();
      const before = await edges.count();
      const place = () => node(to).evaluate((one) => one.style.transform);
      const laid = await place();
      await node(from).locator('.source').dragTo(node(to).locator('.target'));
      const made = page.locator(`.svelte-flow__edge[data-id="step/${from}>step/${to}"]`);
      await made.waitFor({ state: 'attached' });
      assert.equal(await edges.count(), before + 1);
      await made.focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Delete');
      await made.waitFor({ state: 'detached' });
      assert.equal(await edges.count(), before);
      const box = await node(to).boundingBox();
      await page.mouse.move(box.x + 30, box.y + 14);
      await page.mouse.down();
      await page.mouse.move(box.x + 130, box.y + 60, { steps: 5 });
      await page.mouse.up();
      assert.notEqual(await place(), laid, 'it was not moved by hand');
      await page.getByRole('button', { name: 'Ranger le graphe' }).click();
      await page.waitForFunction(([code, was]) => document.querySelector(`.svelte-flow__node[data-id="step/${code}"]`)?.style.transform === was, [to, laid]);
      await page.getByRole('button', { name: 'Abandonner les modifications' }).click();
    }));

  test('renamed in the drawing, the text says it, and its other lines are the same', async () =>
    visit(await at(), { login: OPS }, async (page) => {
      const before = (await told(`/api/processes/${(await first()).code}`, {}, OPS)).text.split('\n');
      await page.getByRole('navigation', { name: 'Étapes du client' }).getByRole('button').nth(1).click();
      await page.locator('.svelte-flow__node').nth(1).click();
      await page.getByLabel('Nom en français').fill('Tout autre chose');
      await page.getByRole('button', { name: 'Appliquer' }).click();
      await page.locator('.svelte-flow__node').filter({ hasText: 'Tout autre chose' }).waitFor();
      await page.getByRole('button', { name: 'Texte', exact: true }).click();
      const after = (await text(page).inputValue()).split('\n');
      const changed = after.filter((line, at) => line !== before[at]);
      assert.equal(changed.length, 1);
      assert.match(changed[0], /Tout autre chose/);
      await page.getByRole('button', { name: 'Abandonner les modifications' }).click();
    }));
});

describe('the conversations are written without the text [DES-01, DES-02, DES-03]', () => {
  const talk = (page) => page.locator('.talks li.here');
  const written = async (page) => {
    await page.getByRole('button', { name: 'Texte', exact: true }).click();
    return text(page).inputValue();
  };

  test('with whom, on what, which use and which questions: the text says it, its other lines stay, undone it is what it was', async () =>
    visit(await at({ as: 'talks' }), { login: OPS }, async (page, context) => {
      const before = (await told(`/api/processes/${(await first()).code}`, {}, OPS)).text;
      const row = page.locator('.talks li').filter({ hasText: 'Sans conversation' }).first();
      const name = (await row.locator('b').innerText()).trim();
      await row.getByRole('button').first().press('Enter');
      await talk(page).getByLabel('Fonction chez le client (français)').fill('Directrice des achats');
      await talk(page).getByLabel('Ce qu’elle est dans l’affaire').selectOption('buyer');
      await talk(page).getByLabel('But (français)').fill('Ne plus acheter en urgence');
      await talk(page).getByLabel('Événement (français)').fill('Une commande arrive le vendredi soir');
      await talk(page).getByLabel('Acteur (français)').fill('L’acheteuse de garde');
      await talk(page).getByRole('button', { name: 'Ajouter une question' }).press('Enter');
      await page.keyboard.type('Que coûte une urgence ?');
      await page.getByText('Pas encore écrit dans le processus.').waitFor();
      await page.locator('.talks .head').last().click();
      await page.locator('.talks li').filter({ hasText: name }).first().getByText('Pas encore écrit').waitFor();
      await page.locator('.talks .head').filter({ hasText: name }).first().click();
      assert.equal(await talk(page).getByLabel('But (français)').inputValue(), 'Ne plus acheter en urgence');
      assert.deepEqual(await violations(page, context), []);
      await talk(page).getByRole('button', { name: 'Écrire dans le processus' }).press('Enter');
      await talk(page).locator('.talk').filter({ hasText: 'Directrice des achats · Ne plus acheter en urgence' }).waitFor();
      const now = await written(page);
      for (const line of ['[step.operation.conversation]', 'role = "Directrice des achats"', 'part = "buyer"', 'theme = "Ne plus acheter en urgence"', '[step.operation.conversation.scenario]', 'actor = "L’acheteuse de garde"', '  "Que coûte une urgence ?",']) {
        assert.ok(now.split('\n').includes(line), `${line} is not written for ${name}`);
      }
      const kept = now.split('\n');
      for (const line of before.split('\n')) assert.ok(kept.includes(line), `lost: ${line}`);
      await settled(page);
      await page.getByRole('button', { name: 'Annuler', exact: true }).first().click();
      assert.equal(await text(page).inputValue(), before);
    }));

  test('a remark stands beside its field, and is gone once it is answered', async () =>
    visit(await at({ as: 'talks' }), { login: OPS }, async (page) => {
      const { process } = await told(`/api/processes/${(await first()).code}`, { lang: 'fr' }, OPS);
      const one = process.steps.flatMap(({ operations }) => operations).find(({ conversation }) => conversation);
      await page.locator('.talks .head').filter({ hasText: one.name.fr }).first().click();
      const whom = talk(page).locator('fieldset').filter({ hasText: 'Fonction chez le client' }).first();
      await whom.getByLabel('Fonction chez le client (français)').fill('');
      await whom.getByLabel('Fonction chez le client (anglais)').fill('');
      await page.keyboard.press('Enter');
      await whom.getByText('LNT-06').waitFor();
      await page.getByText(/erreur(s)? de conception empêche(nt)? de publier/).waitFor();
      await whom.getByLabel('Fonction chez le client (français)').fill('Responsable des lignes');
      await page.keyboard.press('Enter');
      await whom.getByText('LNT-06').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Abandonner les modifications' }).click();
      await page.getByText('rien de modifié').waitFor();
    }));

  test('what closes a step and what is checked are written too, from the list, at 360 pixels', async () =>
    visit(await at({ as: 'list' }), { login: OPS, width: 360 }, async (page, context) => {
      await page.locator('.outline .head').first().click();
      await page.getByRole('button', { name: 'Ajouter une preuve' }).click();
      await page.keyboard.type('Accès donné à l’atelier');
      await page.getByLabel('Valable, en jours').last().fill('dix');
      await page.getByRole('button', { name: 'Appliquer aux preuves' }).click();
      await page.getByText('Un nombre entier de jours').waitFor();
      await page.getByLabel('Valable, en jours').last().fill('30');
      await page.keyboard.press('Enter');
      await page.locator('.outline .proof').filter({ hasText: 'Accès donné à l’atelier' }).waitFor();
      await page.locator('.outline .name').first().click();
      await page.getByRole('button', { name: 'Ajouter un point' }).click();
      await page.keyboard.type('Badge demandé');
      assert.ok((await overflow(page)) <= 0);
      assert.deepEqual(await violations(page, context), []);
      await page.getByRole('button', { name: 'Appliquer', exact: true }).click();
      await page.getByRole('button', { name: /Changer cette conversation|Dire avec qui et sur quoi/ }).click();
      await talk(page).getByLabel('But (français)').waitFor();
      assert.ok((await overflow(page)) <= 0);
      const now = await written(page);
      assert.match(now, /code = "acces-donne-a-l-atelier"\nname = "Accès donné à l’atelier"\nvalid_days = 30\n/);
      assert.match(now, /"Badge demandé",\n\]/);
      await page.getByRole('button', { name: 'Abandonner les modifications' }).click();
    }));

  test('somebody who may only read reads them, and is offered no field', async () =>
    visit(await at({ as: 'talks' }), {}, async (page) => {
      await page.locator('.talks .head').nth(1).click();
      await page.locator('.talks li.here dl, .talks li.here p').first().waitFor();
      assert.equal(await page.locator('.talks input, .talks textarea').count(), 0);
    }));
});

describe('an objective is written in a form [GPAC-03]', () => {
  test('what it implies is said at once, what is refused stands beside its field, and it is removed again', async () =>
    visit('/objectives', { login: OPS, expected: [422] }, async (page, context) => {
      await page.getByRole('link', { name: /^Ajouter un objectif/ }).first().click();
      await page.getByRole('heading', { name: 'Nouvel objectif' }).waitFor();
      await page.getByLabel('Nom de l’objectif (français)').fill('Chiffre d’affaires d’essai');
      await page.getByLabel('Montant (€)').fill('180 000');
      await page.getByLabel('Affaire moyenne (€)').fill('0');
      await page.getByRole('button', { name: 'Écrire cet objectif' }).click();
      // No day, no worth: each is told beside its own field.
      await page.locator('#goal-from-wrong', { hasText: 'Choisissez un jour' }).waitFor();
      await page.locator('#goal-average-wrong', { hasText: 'zéro' }).waitFor();
      await page.getByLabel('Affaire moyenne (€)').fill('9 000');
      await page.getByLabel('Du', { exact: true }).fill('2026-01-05');
      await page.getByLabel('Au', { exact: true }).fill('2026-04-03');
      await page.locator('#goal-to-wrong', { hasText: 'avant aujourd’hui' }).waitFor();
      await page.getByLabel('Du', { exact: true }).fill('2027-01-04');
      await page.getByLabel('Au', { exact: true }).fill('2027-06-30');
      await page.getByText('Soit 20 affaires').waitFor();
      await page.getByLabel('Ligne stratégique servie').fill('Croissance');
      await page.getByLabel('Ce qu’il compte').selectOption('margin');
      await page.getByLabel('Taux de marge (%)').fill('140');
      await page.locator('#goal-rate-wrong', { hasText: 'taux de marge' }).waitFor();
      await page.getByLabel('Taux de marge (%)').fill('50');
      await page.getByText('Soit 40 affaires').waitFor();
      await page.getByLabel('Ce qu’il compte').selectOption('revenue');
      await page.getByText('Soit 20 affaires').waitFor();
      assert.deepEqual(await violations(page, context), []);
      await page.getByRole('button', { name: 'Écrire cet objectif' }).click();
      await page.getByRole('heading', { name: 'Chiffre d’affaires d’essai' }).waitFor();
      await page.getByRole('button', { name: 'Modifier l’objectif Chiffre d’affaires d’essai' }).click();
      await page.getByLabel('Affaire moyenne (€)').fill('10 000');
      await page.getByText('Soit 18 affaires').waitFor();
      await page.getByRole('button', { name: 'Écrire cet objectif' }).click();
      await page.getByRole('button', { name: 'Texte', exact: true }).click();
      assert.match(await text(page).inputValue(), /unit = "revenue"\nquantity = 180_000\naverage_deal = 10_000\nfrom = 2027-01-04\nto = 2027-06-30\nowner = ".*"\nline = "Croissance"/);
      await page.getByRole('button', { name: 'Objectifs', exact: true }).click();
      await page.getByRole('button', { name: 'Retirer l’objectif Chiffre d’affaires d’essai' }).click();
      await page.getByText('rien de modifié').waitFor();
    }));
});

describe('the counterparts and their themes [DES-02, DES-03]', () => {
  test('stand by kind with where they are used, and a conversation is offered the themes of its counterpart only', async () =>
    visit('/processes', { login: OPS }, async (page, context) => {
      const { roles } = await told('/api/roles', { lang: 'fr' }, OPS);
      const [one, other] = roles.filter(({ themes }) => themes.length > 0);
      const section = page.getByRole('region', { name: 'Interlocuteurs et thèmes' });
      await section.getByText(one.themes[0].theme.fr, { exact: true }).waitFor();
      assert.deepEqual(await violations(page, context), []);
      await section.getByRole('link', { name: new RegExp(one.themes[0].uses[0].operation_name) }).first().click();
      const talk = page.locator('.talks li.here');
      await talk.getByLabel('But (français)').fill('');
      await talk.getByRole('button', { name: one.themes[0].theme.fr, exact: true }).waitFor();
      await talk.getByLabel('Fonction chez le client (français)').fill(other.role.fr);
      await talk.getByRole('button', { name: other.themes[0].theme.fr, exact: true }).waitFor();
      assert.equal(await talk.getByRole('button', { name: one.themes[0].theme.fr, exact: true }).count(), 0);
      await talk.getByLabel('Fonction chez le client (français)').fill('');
      await talk.getByText('Choisissez d’abord l’interlocuteur').waitFor();
      await talk.getByRole('button', { name: 'Reprendre ce qui est écrit' }).click();
    }));
});

describe('what is wrong is shown at its line, and keeps it from being published [23]', () => {
  test('a fault in the text', async () =>
    visit(await at({ view: 'text' }), { login: OPS, expected: [422] }, async (page) => {
      const before = await text(page).inputValue();
      const line = before.split('\n').findIndex((one) => one.startsWith('yield')) + 1;
      await text(page).fill(before.replace(/^yield = .*$/m, 'yield = = 2'));
      await page.locator('.gutter .fault').first().waitFor();
      assert.ok((await page.locator('.gutter .fault').allInnerTexts()).includes(String(line)));
      await page.getByText(/empêche(nt)? de publier/).waitFor();
      assert.equal(await page.getByRole('button', { name: 'Publier' }).getAttribute('aria-disabled'), 'true');
      await page.getByRole('button', { name: `ligne ${line}` }).first().click();
      assert.equal(await page.evaluate(() => document.activeElement.tagName), 'TEXTAREA');
      await page.getByRole('button', { name: 'Annuler', exact: true }).first().click();
      await settled(page);
      await page.getByText('rien de modifié').waitFor();
    }));

  test('published, it is a new version, compared with the one before; meanwhile somebody else published too', async () => {
    const { code, version } = await first();
    const kept = await told(`/api/processes/${code}`, {}, OPS);
    await visit(await at({ view: 'text' }), { login: OPS, expected: [412] }, async (page) => {
      const mark = `# Relu le ${new Date().toISOString()}`;
      await text(page).fill(`${kept.text.trimEnd()}\n${mark}\n`);
      await page.getByText('pas encore publié').waitFor();
      await settled(page);
      const theirs = await asked(`/api/processes/${code}`, { login: OPS, method: 'PUT', body: { text: `# Une autre main\n${kept.text}`, reason: 'Essai' } });
      assert.equal(theirs.status, 200);
      await publish(page, 'Essai à deux mains');
      await page.getByText('Quelqu’un a publié une version entre-temps').waitFor();
      await page.getByRole('button', { name: 'Garder le mien et comparer' }).click();
      await page.locator('del').filter({ hasText: 'Une autre main' }).waitFor();
      await page.locator('ins').filter({ hasText: mark }).waitFor();
      await publish(page, 'Essai à deux mains');
      await page.getByText(`Version ${version + 2} publiée`).first().waitFor();
      await page.getByText('Essai à deux mains').waitFor();
    });
    const now = await told(`/api/processes/${code}`, {}, OPS);
    assert.equal(now.version, version + 2);
    await asked(`/api/processes/${code}`, { login: OPS, method: 'PUT', body: { text: kept.text, reason: 'Retour' } });
  });

  test('a version says by whom it was published, by their name, and with which remarks, in words', async () => {
    const { code } = await first();
    const kept = await told(`/api/processes/${code}`, {}, OPS);
    await asked(`/api/processes/${code}`, { login: OPS, method: 'PUT', body: { text: `# Vu\n${kept.text}`, reason: 'Vu en comité' } });
    const { reason, process } = await told(`/api/processes/${code}`, {}, OPS);
    await visit(await at({ view: 'versions' }), { login: OPS }, async (page) => {
      const why = page.locator('.why', { hasText: 'Vu en comité' });
      await why.waitFor();
      const text = await why.innerText();
      assert.ok(!text.includes(OPS), text);
      for (const one of reason.findings) {
        const [rule, place = ''] = one.split(' ');
        const name = process.design.findings.find((finding) => finding.rule === rule)?.name;
        assert.ok(text.includes(`${name} (${rule})`), `${one} is not told in ${text}`);
        const step = process.steps.find((step) => step.code === place.split('/')[0]);
        if (step) assert.ok(text.includes(step.name.fr), `${step.name.fr} is not in ${text}`);
      }
    });
    await asked(`/api/processes/${code}`, { login: OPS, method: 'PUT', body: { text: kept.text, reason: 'Retour' } });
  });

  test('an error of design keeps it from being published; a warning asks for a reason, or is let pass for a while and taken back [23]', async () => {
    const { code } = await first();
    const { text: before } = await told(`/api/processes/${code}`, {}, OPS);
    await visit(await at({ view: 'text' }), { login: OPS }, async (page, context) => {
      await text(page).fill(before.replace(/\[step\.operation\.conversation[^\[]*\]\n(?:(?!\[).*\n)*/g, ''));
      await page.getByText(/conception empêche(nt)? de publier/).waitFor();
      assert.equal(await page.getByRole('button', { name: 'Publier' }).getAttribute('aria-disabled'), 'true');
      const error = page.locator('section li').filter({ hasText: 'LNT-06' }).first();
      await error.getByRole('button', { name: /ligne \d+/ }).click();
      assert.equal(await page.evaluate(() => document.activeElement.tagName), 'TEXTAREA');
      await page.getByRole('button', { name: 'Abandonner les modifications' }).click();
      await page.getByText('rien de modifié').waitFor();
      await page.getByRole('button', { name: 'Étapes', exact: true }).click();
      const design = page.locator('aside[aria-labelledby=design]');
      await design.getByRole('button', { name: 'Laisser passer 90 jours' }).first().click();
      const dialog = page.getByRole('dialog', { name: 'Laisser passer cette remarque' });
      await dialog.getByRole('button', { name: 'Laisser passer 90 jours' }).click();
      await dialog.getByText('Dites pourquoi, en quelques mots.').waitFor();
      await dialog.getByLabel('Raison').fill('Vu en comité');
      assert.deepEqual(await violations(page, context), []);
      await dialog.getByRole('button', { name: 'Laisser passer 90 jours' }).click();
      await design.getByText(/Laissée passer jusqu’au .* Vu en comité/).waitFor();
      await page.locator('.done').getByRole('button', { name: 'Annuler' }).click();
      await design.getByText('Vu en comité').waitFor({ state: 'detached' });
    });
  });
});

test('on a telephone the process is a list, and nothing goes sideways [29]', async () =>
  visit(await at(), { login: OPS, width: 360 }, async (page) => {
    await page.locator('.outline').waitFor();
    await page.locator('.outline .name').first().click();
    await page.getByLabel('Nom en français').waitFor();
    assert.ok((await overflow(page)) <= 0);
  }));
