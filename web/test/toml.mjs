// Enough of TOML to read the example sheets: tables, lists of tables, texts, numbers, lists, names in both languages.
const SIGNS = /"""[^]*?"""|"(?:[^"\\]|\\.)*"|'[^']*'|\d{4}-\d\d-\d\d|\d{4}-W\d\d|-?\d[\d_]*(?:\.\d+)?|#[^\n]*|[A-Za-z][\w-]*|\S|\n/g;

/** The tables of a text; a line that does not read is given as `{ line, detail }` in `faults`. */
export function read(text) {
  const [top, faults] = [{}, []];
  let here = top;
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const first = at;
    const line = lines[at].trim();
    if (line === '' || line.startsWith('#')) continue;
    const header = /^(\[\[?)\s*([\w.-]+)\s*\]\]?/.exec(line);
    if (header) {
      here = table(top, header[2].split('.'), header[1] === '[[', first + 1);
      continue;
    }
    const [key, ...rest] = lines[at].split('=');
    let value = rest.join('=');
    while (!closed(value) && at + 1 < lines.length) value += `\n${lines[++at]}`;
    try {
      if (rest.length === 0) throw new Error('=');
      here[key.trim()] = JSON.parse(json(value));
    } catch {
      faults.push({ line: first + 1, detail: line });
    }
  }
  return { top, faults };
}

const signs = (value) => (value.match(SIGNS) ?? []).filter((sign) => !sign.startsWith('#') && sign !== '\n');
const closed = (value) => signs(value).reduce((depth, sign) => depth + ('[{'.includes(sign) ? 1 : ']}'.includes(sign) ? -1 : 0), 0) <= 0;

function json(value) {
  const all = signs(value);
  return all.map((sign, at) => {
    if (sign === '=') return ':';
    if (sign.startsWith("'")) return JSON.stringify(sign.slice(1, -1));
    if (/^\d{4}-/.test(sign)) return `"${sign}"`;
    if (/^-?\d/.test(sign)) return sign.replaceAll('_', '');
    if (sign === 'true' || sign === 'false') return sign;
    if (/^[A-Za-z]/.test(sign)) return JSON.stringify(sign);
    if (sign === ',' && /[\]}]/.test(all[at + 1] ?? '')) return '';
    return sign;
  }).join('');
}

function table(top, path, inList, line) {
  let here = top;
  for (const name of path.slice(0, -1)) {
    const found = (here[name] ??= {});
    here = Array.isArray(found) ? found.at(-1) : found;
  }
  const last = path.at(-1);
  // An objective has a `line` of its own, that of the strategy.
  const made = Object.defineProperties({}, { line: { value: line, writable: true }, line_at: { value: line } });
  if (inList) (here[last] ??= []).push(made);
  else here[last] ??= made;
  return inList ? made : here[last];
}
