type Cell = string | number | null | { day: string } | { formula: string; value: number | string };
export declare const serial: (day: string) => number;
export declare function zip(entries: [name: string, content: string | Uint8Array][], said?: (bytes: Uint8Array) => number): Uint8Array<ArrayBuffer>;
export declare function workbook(sheets: { name: string; rows: Cell[][] }[]): Uint8Array<ArrayBuffer>;
