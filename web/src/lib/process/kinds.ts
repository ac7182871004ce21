/** How the workshop names its kinds of resources (*postes de charge*). */
import type { Lang } from '$lib/language/format';
import { blocks, textOf } from '$lib/toml/text';

export function kindsOf(workshop: string, lang: Lang): Map<string, string> {
  const kinds = blocks(workshop).filter(({ path }) => path === 'kind');
  return new Map(kinds.map(({ keys }) => {
    const code = textOf(keys.get('code')?.value) ?? '';
    return [code, nameIn(keys.get('name')?.value ?? '', lang) || code];
  }));
}

/** The name that a value says in a language: `"vendeurs"`, or `{ fr = "vendeurs", en = "sellers" }`. */
export function nameIn(value: string, lang: Lang): string {
  const plain = textOf(value);
  if (plain !== undefined) return plain;
  const of = (key: Lang) => textOf(new RegExp(`\\b${key}\\s*=\\s*("(?:[^"\\\\]|\\\\.)*"|'[^']*')`).exec(value)?.[1]);
  return of(lang) || of('fr') || '';
}
