// What sales operations do with the workshop: read it, change an absence, a day, somebody's hours, the text; take it back.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { asked, told, visit } from './visits.mjs';

const OPS = 'ventes@metrios.example';
const shop = () => told('/api/workshop', { lang: 'fr' }, OPS);
const text = async () => (await shop()).text;
/** Puts the text back as it was, whatever a journey left. */
async function restore(before) {
  if ((await text()) !== before) await asked('/api/workshop', { login: OPS, method: 'PUT', body: { text: before } });
}
const done = (page, words) => page.locator('.done').filter({ hasText: words }).waitFor();

describe('the workshop is read', () => {
  test('people stand by team with their hours, and what the plan may take of them', () =>
    visit('/workshop', { login: OPS }, async (page) => {
      const { people } = (await shop()).workshop;
      const rows = page.locator('tbody tr');
      await rows.first().waitFor();
      assert.equal(await rows.count(), people.length);
      const row = rows.filter({ hasText: people[0].name });
      assert.match(await row.innerText(), new RegExp((people[0].week_minutes / 60).toFixed(1).replace('.', ',')));
    }));

  test('somebody who may only read is offered no change', () =>
    visit('/workshop?view=absences', {}, async (page) => {
      await page.locator('.answer').waitFor();
      assert.equal(await page.getByRole('button', { name: 'Ajouter une absence' }).count(), 0);
    }));
});

describe('the workshop is changed by forms, its other lines stay', () => {
  test('an absence is added from the keyboard, refused backwards beside its field, then taken back', () =>
    visit('/workshop?view=absences', { login: OPS, expected: [422] }, async (page) => {
      const before = await text();
      try {
        const [{ name }] = (await shop()).workshop.people;
        await page.getByRole('button', { name: 'Ajouter une absence' }).press('Enter');
        await page.getByLabel('Personne').selectOption({ label: name });
        await page.getByLabel('Premier jour').fill('2027-05-07');
        await page.getByLabel('Dernier jour').fill('2027-05-03');
        await page.keyboard.press('Enter');
        await page.locator('#workshop-last-wrong .refusal').waitFor();
        assert.equal(await page.getByLabel('Dernier jour').inputValue(), '2027-05-03', 'what was typed stays');
        await page.getByLabel('Dernier jour').fill('2027-05-12');
        await page.keyboard.press('Enter');
        await done(page, `Absence ajoutée\u202f: ${name}`);
        await page.getByText('Le plan ne tient pas encore compte').waitFor();
        await page.locator('li').filter({ hasText: name }).getByText('12 mai').waitFor();
        const after = (await text()).split('\n').filter((line) => !before.split('\n').includes(line));
        assert.equal(after.length, 1, 'one line was changed');
        await page.keyboard.press('Control+z');
        await done(page, 'Annulé');
        assert.equal(await text(), before, 'comments and order as they were');
      } finally {
        await restore(before);
      }
    }));

  test('a day that differs and the hours of somebody', () =>
    visit('/workshop?view=days', { login: OPS }, async (page) => {
      const before = await text();
      try {
        await page.getByRole('button', { name: 'Ajouter un jour' }).click();
        await page.getByLabel('Jour', { exact: true }).fill('2027-05-14');
        await page.getByLabel('Nom en français').fill('Pont');
        await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
        await done(page, 'Jour ajouté');
        assert.ok((await shop()).workshop.exceptions.some(({ on, who, hours }) => on === '2027-05-14' && who === '*' && hours.length === 0));
        await page.getByRole('button', { name: 'Personnes' }).click();
        const [{ name, code }] = (await shop()).workshop.people;
        await page.getByRole('button', { name: `Modifier les horaires\u202f: ${name}` }).click();
        await page.getByLabel('Temps de travail').fill('80');
        await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
        await done(page, `Horaires modifiés\u202f: ${name}`);
        assert.equal((await shop()).workshop.people.find((one) => one.code === code).part_time_bp, 8_000);
      } finally {
        await restore(before);
      }
    }));
});

describe('somebody joins', () => {
  test('added by a form, refused beside the code when it is taken, then taken back', () =>
    visit('/workshop', { login: OPS, expected: [422] }, async (page) => {
      const before = await text();
      try {
        const { people, kinds } = (await shop()).workshop;
        await page.getByRole('button', { name: 'Ajouter une personne' }).press('Enter');
        await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
        await page.getByText('Saisissez un nom.').waitFor();
        await page.getByLabel('Nom', { exact: true }).fill('Zoé d’Après');
        assert.equal(await page.getByLabel('Code').inputValue(), 'zoe-d-apres', 'proposed from the name');
        await page.getByLabel('Code').fill(people[0].code);
        await page.getByLabel('Poste').selectOption(kinds[0].code);
        await page.getByLabel('Temps de travail').fill('80');
        await page.keyboard.press('Enter');
        await page.locator('#workshop-code-wrong .refusal').waitFor();
        await page.getByLabel('Code').fill('zoe');
        await page.keyboard.press('Enter');
        await done(page, 'Zoé d’Après est dans l’atelier');
        await page.getByText('Le plan ne tient pas encore compte').waitFor();
        const added = (await shop()).workshop.people.find(({ code }) => code === 'zoe');
        assert.deepEqual([added.name, added.kind, added.part_time_bp], ['Zoé d’Après', kinds[0].code, 8_000]);
        await page.locator('tbody tr').filter({ hasText: 'Zoé d’Après' }).waitFor();
        await page.keyboard.press('Control+z');
        await done(page, 'Annulé');
        assert.equal(await text(), before, 'comments and order as they were');
      } finally {
        await restore(before);
      }
    }));
});

describe('somebody else changes it meanwhile', () => {
  test('the form says so, and does its change over theirs', () =>
    visit('/workshop?view=absences', { login: OPS, expected: [412] }, async (page) => {
      const before = await text();
      try {
        await page.getByRole('button', { name: 'Ajouter une absence' }).click();
        await asked('/api/workshop', { login: OPS, method: 'PUT', body: { text: `# De quelqu’un d’autre.\n${before}` } });
        await page.getByLabel('Premier jour').fill('2027-05-03');
        await page.getByLabel('Dernier jour').fill('2027-05-03');
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name: 'Refaire mon changement dessus' }).click();
        await done(page, 'ajoutée');
        const after = await text();
        assert.match(after, /quelqu’un d’autre/);
        assert.match(after, /2027-05-03/);
      } finally {
        await restore(before);
      }
    }));
});

describe('the whole text, for who writes it', () => {
  test('a fault is shown at its line, and nothing is lost', () =>
    visit('/workshop?view=text', { login: OPS, expected: [422] }, async (page) => {
      const before = await text();
      const area = page.locator('textarea').first();
      const wrong = before.replace(/^zone = .*$/m, 'zone = = "x"');
      await area.fill(wrong);
      await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
      await page.locator('.gutter .fault').first().waitFor();
      const line = before.split('\n').findIndex((one) => one.startsWith('zone')) + 1;
      assert.ok((await page.locator('.gutter .fault').allInnerTexts()).includes(String(line)));
      assert.equal(await area.inputValue(), wrong);
      assert.equal(await text(), before);
      await page.getByRole('button', { name: 'Abandonner les modifications' }).click();
      assert.equal(await area.inputValue(), before);
    }));
});
