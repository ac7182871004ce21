// What the addresses of imports answer: a form read enough to count its rows, one row set aside when a date does not read.
import { reach, refusal } from '../door.mjs';

const made = { metrios: [
  { id: 'b0000000-0000-7000-8000-000000000001', actor: 'ventes@metrios.example', recorded: '2026-12-01T08:12:00Z', source: 'comptes.csv, affaires.csv', rows: 214, undone: false },
  { id: 'b0000000-0000-7000-8000-000000000002', actor: 'ventes@metrios.example', recorded: '2026-12-03T15:40:00Z', source: 'essai.csv', rows: 12, undone: true },
] };
const of = (user) => (made[user.company] ??= []);

function bring({ user, query, body }) {
  if (!reach(user, 'imports/write')) return refusal(query.lang, 403, 'controls/not-allowed', { permission: 'imports/write', roles: user.role });
  const files = [...(body.text ?? '').matchAll(/name="file"; filename="([^"]+)"\r\n[^]*?\r\n\r\n([^]*?)\r\n--/g)].map(([, name, text]) => ({ name, rows: text.trim().split(/\r?\n/).slice(1) }));
  const bad = files.flatMap(({ name, rows }) => rows.flatMap((row, at) => (row.includes('32/13/2026') ? [{ name, row: at + 2 }] : [])));
  const count = files.reduce((sum, { rows }) => sum + rows.length, 0) - bad.length;
  const says = query.lang === 'en' ? ['“32/13/2026” is not a date.', 'The column is read as dd/mm/yyyy.', 'Mend the date in the file.'] : ['«\u202f32/13/2026\u202f» n’est pas une date.', 'La colonne se lit en jj/mm/aaaa.', 'Corrigez la date dans le fichier.'];
  const rejects = bad.map(({ name, row }) => ({ file: name, row, column: 'Créée le', value: '32/13/2026', code: 'import/wrong-date', title: says[0], detail: says[1], remedy: says[2] }));
  const done = { batch: null, written: 0, records: { cases: count }, rejected_rows: bad.length, rejects, dry_run: query.dry_run === 'true' };
  if (!done.dry_run) {
    of(user).push({ id: crypto.randomUUID(), actor: user.login, recorded: new Date().toISOString(), source: files.map(({ name }) => name).join(', '), rows: count, undone: false });
    Object.assign(done, { batch: of(user).at(-1).id, written: count });
  }
  return { status: 201, body: done };
}

export default {
  'GET /api/imports': ({ user, query }) => (reach(user, 'imports/read') ? { imports: of(user) } : refusal(query.lang, 403, 'controls/not-allowed', { permission: 'imports/read', roles: user.role })),
  'POST /api/imports': bring,
  'DELETE /api/imports/{id}': ({ user, id }) => {
    const one = of(user).find((one) => one.id === id);
    if (one) one.undone = true;
    return { status: 204 };
  },
};
