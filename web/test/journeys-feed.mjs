// A seller gives their appointments to their own calendar program, and takes them back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asked, server, told, visit } from './visits.mjs';

const SELLER = 'camille@metrios.example';

test('a secret address is made, shown once, read without signing in, replaced, withdrawn', () =>
  visit('/calendar', { login: SELLER }, async (page) => {
    await asked('/api/feed', { login: SELLER, method: 'DELETE' });
    await page.reload({ waitUntil: 'networkidle' });
    await page.getByRole('button', { name: 'Créer mon adresse' }).press('Enter');
    const field = page.getByLabel('Adresse secrète');
    await field.waitFor();
    const read = async (address) => fetch(server.url + new URL(address).pathname);
    const first = await field.inputValue();
    const calendar = await read(first);
    assert.equal(calendar.status, 200);
    assert.match(await calendar.text(), /^BEGIN:VCALENDAR/);
    await page.reload({ waitUntil: 'networkidle' });
    await page.getByText('Votre adresse est active').waitFor();
    assert.equal(await field.count(), 0, 'it is shown once');
    await page.getByRole('button', { name: 'En créer une autre' }).click();
    await field.waitFor();
    const second = await field.inputValue();
    assert.notEqual(second, first);
    assert.deepEqual([(await read(first)).status, (await read(second)).status], [404, 200]);
    await page.getByRole('button', { name: 'La retirer' }).click();
    await page.getByRole('button', { name: 'Créer mon adresse' }).waitFor();
    assert.equal((await read(second)).status, 404);
    assert.equal((await told('/api/feed', {}, SELLER)).feed, null);
  }));

test('somebody who looks at the calendar of another is offered the file only', () =>
  visit('/calendar', {}, async (page) => {
    await page.getByRole('link', { name: 'Télécharger' }).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Créer mon adresse' }).count(), 0);
  }));
