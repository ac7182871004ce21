/** Whether the palette is asked for. */
let shown = $state(false);

export const paletteShown = () => shown;

/** A dialog that is open already keeps the reader: never one over another. */
export function showPalette(): void {
  if (!document.querySelector('dialog[open]')) shown = true;
}

export function hidePalette(): void {
  shown = false;
}
