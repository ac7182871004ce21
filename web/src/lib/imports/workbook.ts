/** Workbooks (xlsx): their sheets as rows of text, as the server reads them. Loaded when one is dropped. */
import { readXlsx, streamXlsxRows, type CellValue } from 'hucre/xlsx';
import { NotRead } from './reading';

export interface Sheet {
  name: string;
  /** From the first row that holds something to the last. */
  rows: string[][];
}

/** Bytes of a workbook, and of what it holds once unpacked: beyond, the page would stand still. */
const FILE_BYTES = 32 << 20;
const HELD_BYTES = 256 << 20;
/** Unpacked bytes per byte of file, looked at above `RATIO_FROM_BYTES`: the limits of the server. */
const RATIO = 200;
const RATIO_FROM_BYTES = 16 << 20;

/** The sheets that hold at least a row, in their order. Throws `NotRead`. */
export async function sheets(bytes: Uint8Array): Promise<Sheet[]> {
  if (bytes.length > FILE_BYTES || isHeavy(bytes.length, announced(bytes))) throw new NotRead('heavy');
  const found: Sheet[] = [];
  try {
    for (const name of await names(bytes)) {
      const rows = await read(bytes, name).catch(unlessDrawn);
      if (rows.length > 0) found.push({ name, rows });
    }
  } catch {
    throw new NotRead('broken');
  }
  if (found.length === 0) throw new NotRead('empty');
  return found;
}

async function names(bytes: Uint8Array): Promise<string[]> {
  const all: string[] = [];
  // Asked of each sheet before it is read: none is.
  const hear = ({ name }: { name: string }) => {
    all.push(name);
    return false;
  };
  await readXlsx(bytes, { sheets: hear });
  return all;
}

/** A sheet that is one drawing has no cells at all. */
function unlessDrawn(cause: unknown): string[][] {
  if (cause instanceof Error && cause.message.includes('missing worksheet file')) return [];
  throw cause;
}

async function read(bytes: Uint8Array, sheet: string): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const { values } of streamXlsxRows(bytes, { sheet })) {
    const row = values.map(textOf);
    if (row.some((text) => text.trim() !== '')) rows.push(row);
  }
  const [header, ...others] = rows;
  return header ? [header.map((title) => title.trim()), ...others] : [];
}

/** A day as `2027-01-31`, a figure without what the machine adds to it, a formula as what it came to. */
function textOf(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  if (!(value instanceof Date)) return String(value);
  if (Number.isNaN(value.getTime())) return '';
  const [day, time] = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().slice(0, 19).split('T');
  return time === '00:00:00' ? day! : `${day}T${time}`;
}

const isHeavy = (packed: number, held: number) => held > HELD_BYTES || (held > RATIO_FROM_BYTES && held > packed * RATIO);

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** Bytes that the archive says it holds: what reads it stops at what each entry says. Throws `NotRead` without a list of entries. */
function announced(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const u32 = (at: number) => (at + 4 <= bytes.length ? view.getUint32(at, true) : 0);
  const u16 = (at: number) => (at + 2 <= bytes.length ? view.getUint16(at, true) : 0);
  let end = bytes.length - 22;
  while (end >= 0 && u32(end) !== END) end -= 1;
  if (end < 0) throw new NotRead('broken');
  let held = 0;
  for (let at = u32(end + 16), left = u16(end + 10); left > 0; left -= 1) {
    if (u32(at) !== ENTRY) throw new NotRead('broken');
    const [packed, whole] = [u32(at + 20), u32(at + 24)];
    // An entry that says nothing of its size could hold anything.
    held += whole === 0 && packed > 2 ? Infinity : whole;
    at += 46 + u16(at + 28) + u16(at + 30) + u16(at + 32);
  }
  return held;
}
