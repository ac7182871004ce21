// What the addresses of imports answer: a form read enough to count its rows, one row set aside when a date does not read.
import { streamXlsxRows } from 'hucre/xlsx';
import { reach, refusal } from '../door.mjs';
import { put } from './upkeep.mjs';

const made = { metrios: [
  { id: 'b0000000-0000-7000-8000-000000000001', actor: 'ventes@metrios.example', recorded: '2026-12-01T08:12:00Z', source: 'comptes.csv, affaires.csv', rows: 214, undone: false },
  { id: 'b0000000-0000-7000-8000-000000000002', actor: 'ventes@metrios.example', recorded: '2026-12-03T15:40:00Z', source: 'essai.csv', rows: 12, undone: true },
] };
const of = (user) => (made[user.company] ??= []);

/** The rows of each file of a form after the header, as text; of a workbook, those of the sheet that the mapping names. */
async function filesOf({ bytes, text }) {
  const parts = [...bytes.toString('latin1').matchAll(/name="file"; filename="([^"]+)"\r\n[^]*?\r\n\r\n([^]*?)\r\n--/g)];
  return Promise.all(parts.map(async ([, title, content]) => {
    const [name, inside] = [Buffer.from(title, 'latin1').toString(), Buffer.from(content, 'latin1')];
    if (!content.startsWith('PK')) return { name, rows: inside.toString().trim().split(/\r?\n/).map((row, at) => ({ at: at + 1, row })).slice(1) };
    const sheet = text.split(`file = "${name}"`)[1]?.match(/^\r?\nsheet = "(.*)"/)?.[1];
    const rows = [];
    for await (const { index, values } of streamXlsxRows(inside, { sheet })) rows.push({ at: index + 1, row: values.join(';') });
    return { name, rows: rows.filter(({ row }) => row.replaceAll(';', '').trim()).slice(1) };
  }));
}

async function bring({ user, query, body }) {
  if (!reach(user, 'imports/write')) return refusal(query.lang, 403, 'controls/not-allowed', { permission: 'imports/write', roles: user.role });
  const files = await filesOf(body);
  const bad = files.flatMap(({ name, rows }) => rows.flatMap(({ at, row }) => (row.includes('32/13/2026') ? [{ name, row: at }] : [])));
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

/** Two faults of a mapping, as the server tells them all at once. */
const faults = (lang) => [[4, 7], [9, 1]].map(([line, column]) => ({
  code: 'import/unknown-key', place: `mapping.atelier.toml:${line}:${column}`,
  title: lang === 'en' ? 'This key is not known.' : 'Cette clé n’est pas connue.', detail: '', remedy: lang === 'en' ? 'Take it away.' : 'Retirez-la.',
}));

/** The same by a job, done at once, but for a file of a slow customer; without `accept_rejects` the rows set aside are its reasons. */
async function byJob(asked) {
  const { user, query, body } = asked;
  const tried = await bring({ ...asked, query: { ...query, dry_run: 'true' } });
  if (tried.status !== 201) return tried;
  const { rejects } = tried.body;
  const job = { id: crypto.randomUUID(), kind: 'import', state: 'waiting', done: 0, total: 0, attempts: 0, made: '2026-12-04T09:02:00Z', reasons: [], requester: user.login, result: null, ended: null };
  if (body.text.includes('Société Lente')) {
    put(job);
    return { status: 202, body: job };
  }
  const isRefused = rejects.length > 0 && query.dry_run !== 'true' && query.accept_rejects !== 'true';
  const reasons = rejects.map(({ file, row, code, title, detail, remedy }) => ({ code, place: `${file}:${row}`, title, detail, remedy }));
  if (body.text.includes('Société Refusée')) reasons.push(...faults(query.lang));
  const end = reasons.length > 0 && (isRefused || body.text.includes('Société Refusée')) ? { state: 'failed', reasons } : { state: 'done', result: (await bring(asked)).body };
  put({ ...job, ...end, attempts: 1, ended: '2026-12-04T09:02:04Z' });
  return { status: 202, body: job };
}

export default {
  'GET /api/imports': ({ user, query }) => (reach(user, 'imports/read') ? { imports: of(user) } : refusal(query.lang, 403, 'controls/not-allowed', { permission: 'imports/read', roles: user.role })),
  'POST /api/imports': bring,
  'POST /api/imports/jobs': byJob,
  'DELETE /api/imports/{id}': ({ user, id }) => {
    const one = of(user).find((one) => one.id === id);
    if (one) one.undone = true;
    return { status: 204 };
  },
};
