// A won deal from the seller who won it to whoever confirms it, and again once it changed; the first page of each function.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { asked, path, told, visit } from './visits.mjs';

const SELLER = 'camille@metrios.example';
const FINANCE = 'finance@metrios.example';

/** A deal of the seller, still open. */
async function opened(key, more = {}) {
  const account = (await told('/api/accounts', { limit: '1' }, SELLER)).rows[0].id;
  const body = { account, key, value_cents: 1_200_000, standing: 'open', ...more };
  const answer = await asked('/api/opportunities', { login: SELLER, method: 'POST', body });
  assert.equal(answer.status, 201);
  return answer.json();
}

describe('a won deal', () => {
  test('is won by its seller, confirmed by finance with a reason, and waits again once its amount changed', async () => {
    const key = `V${Date.now() % 1_000_000}`;
    const deal = await opened(key);
    const name = deal.customer ?? key;

    // The seller wins it on its page: it waits for somebody else, and there is nothing here to confirm it with.
    await visit(`/opportunity?id=${deal.id}`, { login: SELLER }, async (page) => {
      assert.equal(await page.getByRole('heading', { name: 'Confirmation de la commande' }).count(), 0);
      await page.getByRole('button', { name: 'Modifier', exact: true }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel('Issue').selectOption('won');
      await form.getByLabel('Close le').fill('2027-01-04');
      await form.getByRole('button', { name: 'Enregistrer', exact: true }).click();
      await page.getByRole('heading', { name: 'Confirmation de la commande' }).waitFor();
      await page.getByText('attend d’être confirmée', { exact: true }).waitFor();
      await page.getByText('Vous l’avez enregistrée\u202f: une autre personne la confirme.').waitFor();
      assert.equal(await page.getByRole('button', { name: 'Donner un avis' }).count(), 0);
    });
    const own = await asked(`/api/opportunities/${deal.id}/confirmation`, { login: SELLER, method: 'POST', body: { verdict: 'confirmed', reason: 'vu' } });
    assert.equal(own.status, 403, 'whoever records an order does not validate it');

    // Finance finds it on the list; without evidence a reason is asked for, beside its field.
    await visit('/approvals', { login: FINANCE, expected: [422] }, async (page) => {
      const row = page.getByRole('row').filter({ hasText: key });
      await row.getByText('aucune preuve').waitFor();
      await row.getByRole('button', { name: `Donner un avis sur ${name}` }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Aucune preuve du client').waitFor();
      await dialog.getByRole('button', { name: 'Confirmer' }).click();
      await dialog.getByText(/n’a aucune preuve du client/).waitFor();
      await dialog.getByLabel('Raison').fill('bon de commande papier');
      await dialog.getByRole('button', { name: 'Confirmer' }).click();
      await page.getByText(`${name}\u202f: commande confirmée.`).waitFor();
      await row.waitFor({ state: 'detached' });
    });

    // The seller reads by whom it was confirmed; another amount, and it waits again.
    await visit(`/opportunity?id=${deal.id}`, { login: SELLER }, async (page) => {
      await page.getByText(/^Confirmée par Marc Olivier, /).waitFor();
      await page.getByRole('button', { name: 'Modifier', exact: true }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel('Montant').fill('15 000');
      await form.getByRole('button', { name: 'Enregistrer', exact: true }).click();
      await page.getByText(/L’avis donné par Marc Olivier, .+ ne vaut plus\. Ce qui a changé\u202f: le montant\./).waitFor();
    });
    await visit('/approvals', { login: FINANCE }, async (page) => {
      const row = page.getByRole('row').filter({ hasText: key });
      await row.getByText('Avis échu\u202f: le montant').waitFor();
      await row.getByRole('button', { name: `Donner un avis sur ${name}` }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Depuis l’avis précédent a changé\u202f: le montant.').waitFor();
      await dialog.getByLabel('Raison').fill('le bon dit 12 000 €');
      await dialog.getByRole('button', { name: 'Refuser' }).click();
      await row.waitFor({ state: 'detached' });
    });

    // Refused, with its reason; every verdict stays readable, and one's own is taken back.
    await visit(`/opportunity?id=${deal.id}`, { login: FINANCE }, async (page) => {
      await page.locator('blockquote', { hasText: 'le bon dit 12 000 €' }).waitFor();
      await page.getByText('2 avis donnés').click();
      await page.getByText('bon de commande papier').waitFor();
      await page.getByRole('button', { name: 'Reprendre mon avis' }).click();
      await page.getByText('attend d’être confirmée', { exact: true }).waitFor();
      await page.getByText('3 avis donnés').waitFor();
    });
  });
});

describe('several won deals', () => {
  test('are confirmed together with one reason, all of them; it is undone in one act', async () => {
    const key = `W${Date.now() % 1_000_000}`;
    const both = [await opened(`${key}a`, { standing: 'won', closed_on: '2027-01-04' }), await opened(`${key}b`, { standing: 'won', closed_on: '2027-01-04' })];
    const state = async ({ id }) => (await told(`/api/opportunities/${id}/confirmation`, {}, FINANCE)).state;
    await visit('/approvals?from=2027-01-04', { login: FINANCE }, async (page) => {
      const rows = both.map((deal) => page.getByRole('row').filter({ hasText: deal.key }));
      for (const row of rows) await row.getByRole('checkbox').check();
      const chosen = page.getByRole('region', { name: 'Affaires choisies' });
      await chosen.getByText('2 affaires choisies', { exact: true }).waitFor();
      await chosen.getByText('24\u202f000', { exact: false }).waitFor();
      await chosen.getByRole('button', { name: 'Donner un avis sur les 2 affaires choisies' }).click();
      const dialog = page.getByRole('dialog', { name: 'Ces 2 commandes existent-elles\u202f?' });
      assert.equal(await dialog.getByRole('listitem').count(), 2);
      await dialog.getByRole('button', { name: 'Refuser' }).click();
      await dialog.getByText('Dites pourquoi vous les refusez.').waitFor();
      await dialog.getByRole('button', { name: 'Confirmer' }).click();
      await dialog.getByText(/2 de ces affaires n’ont aucune preuve du client/).waitFor();
      await dialog.getByLabel('Raison').fill('bons de commande papier, classeur de janvier');
      await dialog.getByRole('button', { name: 'Confirmer' }).click();
      await page.getByText('2 commandes confirmées.').waitFor();
      for (const row of rows) await row.waitFor({ state: 'detached' });
      assert.deepEqual(await Promise.all(both.map(state)), ['confirmed', 'confirmed']);
      await page.keyboard.press('Control+z');
      for (const row of rows) await row.waitFor();
    });
    assert.deepEqual(await Promise.all(both.map(state)), ['waiting', 'waiting']);
  });

  test('stay all as they are when one of them changed meanwhile, and it is said which', async () => {
    const key = `X${Date.now() % 1_000_000}`;
    const both = [await opened(`${key}a`, { standing: 'won', closed_on: '2027-01-05' }), await opened(`${key}b`, { standing: 'won', closed_on: '2027-01-05' })];
    await visit('/approvals?from=2027-01-05', { login: FINANCE, expected: [422] }, async (page) => {
      for (const deal of both) await page.getByRole('row').filter({ hasText: deal.key }).getByRole('checkbox').check();
      await page.getByRole('button', { name: 'Donner un avis sur les 2 affaires choisies' }).click();
      const changed = await asked(`/api/opportunities/${both[1].id}`, { login: SELLER, method: 'PATCH', body: { value_cents: 1_300_000 } });
      assert.equal(changed.status, 200);
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Raison').fill('bons vus');
      await dialog.getByRole('button', { name: 'Confirmer' }).click();
      await dialog.getByRole('listitem').filter({ hasText: both[1].key }).getByText('L’objet a changé depuis que vous l’avez lu.').waitFor();
    });
    for (const { id } of both) assert.equal((await told(`/api/opportunities/${id}/confirmation`, {}, FINANCE)).state, 'waiting');
  });
});

describe('my function', () => {
  const FIRST = {
    finance: { shows: /à confirmer/, opens: ['Comptes', 'Affaires', 'À confirmer', 'Accès', 'Indicateurs'], not: ['Charge'] },
    gerance: { shows: /attend(ent)? la finance/, opens: ['Charge', 'Promesse', 'Indicateurs', 'À confirmer'], not: ['Affaires'] },
    conformite: { shows: /terme de conservation/, opens: ['Accès', 'Données personnelles', 'Affaires'], not: ['Charge'] },
    rh: { shows: /CSE/, opens: ['Données personnelles', 'Indicateurs'], not: ['Affaires', 'Accès', 'Charge'] },
  };

  for (const [who, { shows, opens, not }] of Object.entries(FIRST))
    test(`is the first page of ${who}: what waits, and the pages that its rights open`, () =>
      visit('/', { login: `${who}@metrios.example` }, async (page) => {
        await page.waitForURL((url) => url.pathname === '/function');
        await page.getByText(shows).first().waitFor();
        const pages = page.getByRole('region', { name: 'Ce que mes droits ouvrent' });
        for (const name of opens) await pages.getByRole('link', { name, exact: true }).waitFor();
        for (const name of not) assert.equal(await pages.getByRole('link', { name, exact: true }).count(), 0, name);
      }));

  test('leads to what waits, and its number stands in the menu', () =>
    visit('/function', { login: FINANCE }, async (page) => {
      const { waiting } = await told('/api/approvals', { limit: '1' }, FINANCE);
      if (waiting > 0) await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: `Ma fonction ${waiting} à confirmer` }).waitFor();
      await page.locator('#pending ~ ul a').first().click();
      await page.waitForLoadState('networkidle');
      assert.equal(path(page), '/approvals');
    }));
});
