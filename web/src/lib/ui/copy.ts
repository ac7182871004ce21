/**
 * Puts a table on the clipboard as tab separated text, as spreadsheets read it.
 *
 * False when the browser keeps the clipboard to itself (plain http): the table is then selected instead.
 */
export async function copyTable(table: HTMLTableElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(textOf(table));
    return true;
  } catch {
    window.getSelection()?.selectAllChildren(table);
    return false;
  }
}

// Every column, also those a narrow screen hides. A space inside a figure would stop it from being a number.
function textOf(table: HTMLTableElement): string {
  const cell = (one: Element) =>
    (one.textContent ?? '').replace(/\s+/g, one.matches('td.figure') ? '' : ' ').trim();
  return [...table.rows].map((row) => [...row.cells].map(cell).join('\t')).join('\n');
}
