/** Gives a table as a file that a French or an English spreadsheet opens: UTF-8 with its mark, `;` between cells. */
export function download(name: string, rows: readonly (readonly string[])[]): void {
  // What a spreadsheet would take for a formula is written as text.
  const cell = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  const text = `\ufeff${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
