/** The files of an export as the browser sees them, to be shown and guessed from; the server reads them again by itself. */
import Papa from 'papaparse';
import type { Seen } from './guess';

export interface Read extends Seen {
  /** What is sent: the same bytes, under a name that the server takes. */
  sent: File;
  delimiter: string;
  encoding: string;
  total: number;
  /** How often each value of a column comes. */
  values: (column: string) => Map<string, number>;
}

/** Rows shown. */
const SHOWN = 8;

/** A text file with a delimiter; anything else (a workbook) gives null: its columns are not known here. */
export async function readDelimited(file: File): Promise<Read | null> {
  const name = file.name.replace(/[^\p{L}\p{N}._ -]/gu, '-').replace(/^\.+/, '').slice(-120);
  const bytes = new Uint8Array(await file.arrayBuffer());
  // A workbook and every other archive begins so.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return null;
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  const { data, meta } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' });
  const [header = [], ...rows] = data;
  const values = (column: string) => {
    const at = header.indexOf(column);
    const found = new Map<string, number>();
    if (at >= 0) for (const row of rows) if (row[at]) found.set(row[at], (found.get(row[at]) ?? 0) + 1);
    return found;
  };
  return { name, header, rows: rows.slice(0, SHOWN), sent: new File([file], name), delimiter: meta.delimiter, encoding, total: rows.length, values };
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
