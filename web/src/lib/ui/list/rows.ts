/** Which rows of a long list are in the document: those in sight, and a few beyond so that scrolling shows no hole. */
const BEYOND = 12;
/** The next page is asked for this many screens before the end. */
const AHEAD = 2;

export interface Span {
  first: number;
  after: number;
  indexes: number[];
}

/** Sizes in pixels. */
export function around(top: number, height: number, row: number, count: number): Span {
  const first = Math.max(0, Math.min(Math.floor(top / row) - BEYOND, count));
  const after = Math.min(count, Math.ceil((top + height) / row) + BEYOND);
  return { first, after, indexes: Array.from({ length: Math.max(0, after - first) }, (_, at) => first + at) };
}

/** Whether the reader comes near the end of what is here. */
export function reached(top: number, height: number, row: number, count: number): boolean {
  return top + height * (1 + AHEAD) >= count * row;
}
