/** The files of an export as the browser sees them, to be shown and guessed from; the server reads them again by itself. */
import Papa from 'papaparse';
import type { Seen } from './guess';

/** A table to be fed from: a file of text, or a sheet of a workbook. */
export interface Read extends Seen {
  /** What is sent: the same bytes, under a name that the server takes and that says the sheet when there are several. */
  sent: File;
  /** The name of the file as it was dropped. */
  origin: string;
  /** How its text is written; a workbook says it by itself. */
  form?: { delimiter: string; encoding: string };
  total: number;
  /** How often each value of a column comes. */
  values: (column: string) => Map<string, number>;
}

/** Why a file cannot be read: under a password, a workbook of before 2007, too much of it, not what it says it is, without a row, out of reach. */
export type Unread = 'locked' | 'old' | 'heavy' | 'broken' | 'empty' | 'gone';

export class NotRead extends Error {
  constructor(readonly why: Unread) {
    super(why);
  }
}

/** Rows shown. */
const SHOWN = 8;

/** The tables of a file. What reads workbooks is loaded when one comes. Throws `NotRead`. */
export async function readTables(file: File): Promise<Read[]> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new NotRead(holds(bytes, 'EncryptedPackage') ? 'locked' : 'old');
  if (begins(bytes, [0x50, 0x4b])) {
    const { sheets } = await import('./workbook');
    const found = await sheets(bytes);
    return found.map(({ name, rows }) => {
      const sent = nameOf(file.name, found.length > 1 ? name : '');
      return { ...table(sent, rows), sheet: name, sent: new File([file], sent), origin: file.name };
    });
  }
  const encoding = encodingOf(bytes);
  const { data, meta } = Papa.parse<string[]>(new TextDecoder(encoding).decode(bytes), { skipEmptyLines: 'greedy' });
  if (data.length === 0) throw new NotRead('empty');
  const sent = nameOf(file.name);
  return [{ ...table(sent, data), sent: new File([file], sent), origin: file.name, form: { delimiter: meta.delimiter, encoding } }];
}

/** The first row is the header, as the server takes it. */
function table(name: string, [header = [], ...rows]: string[][]) {
  const values = (column: string) => {
    const at = header.indexOf(column);
    const found = new Map<string, number>();
    if (at >= 0) for (const row of rows) if (row[at]) found.set(row[at], (found.get(row[at]) ?? 0) + 1);
    return found;
  };
  return { name, header, rows: rows.slice(0, SHOWN), total: rows.length, values };
}

/** Letters, figures and a few signs, at most 120 bytes; `sheet` stands before the ending. */
function nameOf(given: string, sheet = ''): string {
  const plain = (text: string) => text.replace(/[^\p{L}\p{N}._ -]/gu, '-').replace(/^\.+/, '');
  const [, stem = '', ending = ''] = /^(.*?)(\.\w{1,5})?$/.exec(plain(given)) ?? [];
  let name = sheet ? `${stem} - ${plain(sheet)}` : stem;
  while (new TextEncoder().encode(name + ending).length > 120) name = name.slice(1);
  return name + ending;
}

const begins = (bytes: Uint8Array, signs: readonly number[]) => signs.every((sign, at) => bytes[at] === sign);

/** Whether a text stands in the bytes, two bytes a letter, as old workbooks name their parts. */
function holds(bytes: Uint8Array, text: string): boolean {
  const signs = [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(signs[0]!); at >= 0; at = bytes.indexOf(signs[0]!, at + 1)) {
    if (begins(bytes.subarray(at), signs)) return true;
  }
  return false;
}

/** By its mark; else UTF-8 when the whole file is, Windows-1252 when it is not: as the server does. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}
