// A workbook (xlsx) as a spreadsheet saves it, written by hand so that no library reads what it wrote itself.
import { crc32, deflateRawSync } from 'node:zlib';

/** A zip of `[name, text or bytes]`; `said` gives another size than the true one. */
export function zip(entries, said = (bytes) => bytes.length) {
  const parts = [];
  const list = [];
  let at = 0;
  for (const [name, content] of entries) {
    const [title, bytes] = [Buffer.from(name), Buffer.from(content)];
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(said(bytes), 18);
    head.writeUInt16LE(title.length, 22);
    parts.push(Buffer.from('PK\x03\x04'), head, title, packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    list.push(Buffer.from('PK\x01\x02\x14\x00'), head, place, title);
    at += 30 + title.length + packed.length;
  }
  const index = Buffer.concat(list);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, index, Buffer.from('PK\x05\x06'), end]);
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const link = (id, type, target) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
const links = (...all) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
const plain = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The number of a day in a spreadsheet. */
export const serial = (day) => Math.round((Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000);

/** A cell: a text, a figure, nothing, `{ day }`, or `{ formula, value }`. */
function cell(content, at, texts) {
  if (content === null || content === undefined) return '';
  if (typeof content === 'number') return `<c r="${at}"><v>${content}</v></c>`;
  if (typeof content === 'string') return `<c r="${at}" t="s"><v>${texts.push(content) - 1}</v></c>`;
  if (content.day) return `<c r="${at}" s="1"><v>${serial(content.day)}</v></c>`;
  return `<c r="${at}"><f>${plain(content.formula)}</f><v>${content.value}</v></c>`;
}

/** `sheets` are `{ name, rows }`; a row is the list of its cells. */
export function workbook(sheets) {
  const texts = [];
  const row = (cells, at) => `<row r="${at + 1}">${cells.map((content, column) => cell(content, `${String.fromCharCode(65 + column)}${at + 1}`, texts)).join('')}</row>`;
  const bodies = sheets.map(({ rows }) => `<worksheet ${MAIN}><sheetData>${rows.map(row).join('')}</sheetData></worksheet>`);
  const part = (name, type) => `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const types = [part('xl/workbook.xml', 'sheet.main'), part('xl/sharedStrings.xml', 'sharedStrings'), part('xl/styles.xml', 'styles'), ...bodies.map((_, at) => part(`xl/worksheets/sheet${at + 1}.xml`, 'worksheet'))];
  return zip([
    ['[Content_Types].xml', `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${types.join('')}</Types>`],
    ['_rels/.rels', links(link('rId1', 'officeDocument', 'xl/workbook.xml'))],
    ['xl/workbook.xml', `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets>${sheets.map(({ name }, at) => `<sheet name="${plain(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', links(...bodies.map((_, at) => link(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)), link('rIdT', 'sharedStrings', 'sharedStrings.xml'), link('rIdS', 'styles', 'styles.xml'))],
    ['xl/styles.xml', `<styleSheet ${MAIN}><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`],
    ['xl/sharedStrings.xml', `<sst ${MAIN}>${texts.map((text) => `<si><t xml:space="preserve">${plain(text)}</t></si>`).join('')}</sst>`],
    ...bodies.map((body, at) => [`xl/worksheets/sheet${at + 1}.xml`, body]),
  ]);
}
