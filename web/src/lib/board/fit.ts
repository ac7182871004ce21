/** Names cut to the room they have, by measure: a clip for each of hundreds of names is what scrolling pays most for. */
let pen: CanvasRenderingContext2D | null | undefined;
let face = '';
const known = new Map<string, string>();

/** What of `text` can be written within `room` pixels in the letters of the bars. */
export function fit(text: string, room: number): string {
  const key = `${Math.floor(room)} ${text}`;
  let found = known.get(key);
  if (found === undefined) known.set(key, (found = cut(text, Math.floor(room))));
  return found;
}

/** Other letters have other widths. */
export function measureWith(font: string): void {
  if (font === face) return;
  face = font;
  known.clear();
}

function width(text: string): number {
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return text.length * 7;
  pen.font = face;
  return pen.measureText(text).width;
}

function cut(text: string, room: number): string {
  if (width(text) <= room) return text;
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (width(`${text.slice(0, middle).trimEnd()}…`) <= room) low = middle;
    else high = middle - 1;
  }
  return low > 0 ? `${text.slice(0, low).trimEnd()}…` : '';
}
