/** What the files of a former system seem to hold: a proposal to be looked at, from the names of their columns. */
export type Kind = 'accounts' | 'people' | 'products' | 'cases' | 'passages';

/** A table as its first rows show it. */
export interface Seen {
  /** The file that is sent. */
  name: string;
  /** The sheet of a workbook. */
  sheet?: string;
  header: string[];
  rows: string[][];
}

/** Which kind a file feeds, and which column feeds which field; empty: none. */
export interface FileMap {
  file: string;
  sheet?: string;
  kind: Kind | '';
  columns: Record<string, string>;
}

export interface Stage {
  name: string;
  count: number;
  standing: 'open' | 'won' | 'lost';
  /** Code of the step it has entered; empty: none. */
  step: string;
}

/** The fields of each kind, those that are needed first, with how former systems name them. */
export const FIELDS: Record<Kind, readonly (readonly [field: string, needed: boolean, names: RegExp])[]> = {
  cases: [
    ['key', true, /^(opportunit\w* ?(id|no|num|code|ref\w*)|(id|ref\w*|no|num|numero|code) ?(opportunit\w*|affaire|deal|case)?|(affaire|deal|case) ?(id|no|num|code|ref\w*)?)$/],
    ['stage', true, /stage|etape|statut|status|phase|etat/],
    ['account', false, /account|compte|client|customer|company|societe|entreprise/],
    ['owner', false, /owner|agent|vendeur|commercial|seller|sales ?rep|proprietaire|responsable/],
    ['product', false, /product|produit|article|offre/],
    ['engaged_on', false, /engag|ouvert|open|creat|cree|debut|start/],
    ['closed_on', false, /clos|clot|ferm|fin\b|end|signe/],
    ['value', false, /value|valeur|montant|amount|ca\b|revenue|prix/],
  ],
  accounts: [
    ['key', true, /^((account|compte|client|customer|company|societe|entreprise)( ?(id|no|num|code|name|nom))?|raison sociale|siren|siret|nom|name|code|id)$/],
    ['name', false, /raison sociale|(account|compte|client|company|societe) ?(name|nom)|^nom|^name/],
    ['sector', false, /sect|industr|naf|activit/],
    ['country', false, /country|pays|location/],
    ['parent', false, /parent|subsidiar|groupe|maison mere|filiale/],
    ['siren', false, /\bsire[nt]\b/],
  ],
  people: [
    ['key', true, /^((sales ?)?(agent|rep|vendeur|commercial|seller|person\w*|user|utilisateur|collaborateur)( ?(id|code|name|nom))?|nom|name|matricule|login|email)$/],
    ['name', false, /^nom|^name|full ?name/],
    ['team', false, /team|equipe|manager|responsable/],
    ['region', false, /region|office|agence|secteur geo/],
  ],
  products: [
    ['key', true, /^((product|produit|article|offre)( ?(id|code|ref\w*|name|nom))?|sku|ref\w*|code)$/],
    ['name', false, /libelle|designation|^nom|^name/],
    ['family', false, /famil|serie|gamme|categor/],
    ['price', false, /price|prix|tarif/],
  ],
  passages: [
    ['case', true, /opportunit|affaire|deal|case/],
    ['stage', true, /stage|etape|statut|status|phase|to\b|vers/],
    ['entered_on', true, /enter|entree|date|from|depuis|chang/],
    ['left_on', false, /left|sortie|until|jusqu|fin/],
  ],
};
export const KINDS = Object.keys(FIELDS) as Kind[];

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[_\-./]+/g, ' ').trim();

/** The columns that feed the fields of a kind, each column once. */
export function columnsFor(kind: Kind, header: readonly string[]): Record<string, string> {
  const free = new Set(header);
  const found: Record<string, string> = {};
  for (const [field, , names] of FIELDS[kind]) {
    // The number of a firm is often its key too.
    const column = header.find((one) => (free.has(one) || field === 'siren') && names.test(plain(one)));
    if (column === undefined) continue;
    found[field] = column;
    // An account is often known by its name alone: that column may serve both.
    free.delete(column);
  }
  return found;
}

/** How well a file suits a kind: nothing without the columns that are needed; its own name counts too. */
function suits(kind: Kind, { name, sheet, header }: Seen): number {
  const columns = columnsFor(kind, header);
  const fields = FIELDS[kind];
  if (fields.some(([field, needed]) => needed && !columns[field])) return 0;
  const said = { cases: /opportunit|affaire|deal|pipeline|case/, accounts: /account|compte|client|customer|compan|societe/, people: /people|team|vendeur|agent|user|equipe|commercia/, products: /produ|article|offre/, passages: /histor|passage|stage|etape/ }[kind];
  return Object.keys(columns).length / fields.length + (said.test(plain(sheet ?? name)) ? 1 : 0);
}

/** Each file with the kind that it suits best; a kind is fed by one file. What is `settled` stays as it is. */
export function guess(files: readonly Seen[], settled: readonly FileMap[] = []): FileMap[] {
  const of = ({ name }: Seen) => settled.find(({ file }) => file === name);
  const fed = settled.filter(({ file }) => files.some(({ name }) => name === file)).map(({ kind }) => kind);
  const free = files.filter((file) => !of(file));
  const all = free.flatMap((file) => KINDS.filter((kind) => !fed.includes(kind)).map((kind) => ({ file, kind, score: suits(kind, file) }))).filter(({ score }) => score > 0);
  all.sort((a, b) => b.score - a.score);
  const kinds = new Map<string, Kind>();
  for (const { file, kind } of all) if (!kinds.has(file.name) && ![...kinds.values()].includes(kind)) kinds.set(file.name, kind);
  return files.map((file) => {
    const kind = kinds.get(file.name) ?? '';
    const { name, sheet, header } = file;
    return of(file) ?? { file: name, ...(sheet && { sheet }), kind, columns: kind ? columnsFor(kind, header) : {} };
  });
}

/** What a stage seems to mean, and the step that it seems to have entered. */
export function stage(name: string, count: number, steps: readonly string[]): Stage {
  const text = plain(name);
  if (/lost|perdu|abandon|refus|cancel|annul/.test(text)) return { name, count, standing: 'lost', step: '' };
  if (/won|gagn|sign|command|order/.test(text)) return { name, count, standing: 'won', step: steps.at(-1) ?? '' };
  return { name, count, standing: 'open', step: steps[0] ?? '' };
}

export interface Choices {
  process: string;
  currency: string;
  /** Form of the dates and decimal mark; empty: found out by the server. */
  dates: string;
  decimal: string;
  engagedStep: string;
}

/** The mapping, as the command line reads it too. */
export function mapping(files: readonly FileMap[], stages: readonly Stage[], { process, currency, dates, decimal, engagedStep }: Choices): string {
  const text = JSON.stringify;
  const lines = [`process = ${text(process)}`, `currency = ${text(currency)}`];
  if (dates || decimal) lines.push('', '[format]', ...(dates ? [`dates = ${text(dates)}`] : []), ...(decimal ? [`decimal = ${text(decimal)}`] : []));
  for (const { file, sheet, kind, columns } of files) {
    if (!kind) continue;
    lines.push('', `[${kind}]`, `file = ${text(file)}`, ...(sheet ? [`sheet = ${text(sheet)}`] : []));
    for (const [field] of FIELDS[kind]) if (columns[field]) lines.push(`${field} = ${text(columns[field])}`);
    if (kind === 'cases' && engagedStep && columns.engaged_on) lines.push(`engaged_step = ${text(engagedStep)}`);
  }
  lines.push('', '[stages]');
  for (const { name, standing, step } of stages) {
    lines.push(`${text(name)} = { standing = ${text(standing)}${standing !== 'lost' && step ? `, step = ${text(step)}` : ''} }`);
  }
  return `${lines.join('\n')}\n`;
}
