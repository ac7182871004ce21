import { FluentBundle, FluentResource } from '@fluent/bundle';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const LOCALES = new URL('../../locales/', import.meta.url);

/** All the sentences of the pages, of every word. */
function read(lang: string): string {
  const names = readdirSync(new URL(`${lang}/`, LOCALES)).filter((name) => /^web.*\.ftl$/.test(name)).sort();
  return names.map((name) => readFileSync(new URL(`${lang}/${name}`, LOCALES), 'utf8')).join('\n');
}
const files = { fr: read('fr'), en: read('en') };

function bundle(lang: 'fr' | 'en') {
  const made = new FluentBundle(lang, { useIsolating: false });
  return { errors: made.addResource(new FluentResource(files[lang])), made };
}

const ids = (text: string) => [...text.matchAll(/^([a-z][\w-]*) =/gm)].map((match) => match[1] as string);
const values = (text: string) => [...new Set([...text.matchAll(/\{ ?\$(\w+)/g)].map((match) => match[1]))].sort();
const message = (text: string, id: string) => text.slice(text.search(new RegExp(`^${id} =`, 'm'))).split(/\n(?=[a-z#\n])/)[0] ?? '';

const SOURCES = new URL('../src/', import.meta.url);
const source = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(svelte|ts)$/.test(path) && !path.endsWith('.d.ts'))
  .map((path) => readFileSync(new URL(path, SOURCES), 'utf8'))
  .join('\n');

/** Codes of the trade that begin as a sentence does. */
const CODES = ['no-progress'];

/** Every sentence the sources name; a built one such as `state-${…}` gives its beginning, up to the dash. */
function asked(): string[] {
  const families = [...new Set(ids(files.fr).map((id) => id.split('-')[0]))].join('|');
  const named = source.matchAll(new RegExp(`['\`]((?:${families})(?:-[a-z]+)*-?)(?=['\`]|\\$\\{)`, 'g'));
  const called = source.matchAll(/\bt\(\s*['`]([a-z-]+)/g);
  return [...named, ...called].map((match) => match[1] as string).filter((id) => id.includes('-') && !CODES.includes(id));
}

describe('the catalogue', () => {
  it('has the same sentences in both languages, each once', () => {
    expect(ids(files.en)).toEqual(ids(files.fr));
    expect(new Set(ids(files.fr)).size).toBe(ids(files.fr).length);
  });

  it('parses entirely', () => {
    for (const lang of ['fr', 'en'] as const) {
      const { errors, made } = bundle(lang);
      expect(errors).toEqual([]);
      for (const id of ids(files[lang])) expect(made.getMessage(id)?.value, id).toBeTruthy();
    }
  });

  it('uses the same values in both languages', () => {
    for (const id of ids(files.fr)) expect(values(message(files.en, id)), id).toEqual(values(message(files.fr, id)));
  });

  it('knows every sentence that the pages ask for', () => {
    const known = ids(files.fr);
    const wanted = asked();
    expect(wanted.length).toBeGreaterThan(100);
    const there = (id: string) => (id.endsWith('-') ? known.some((one) => one.startsWith(id)) : known.includes(id));
    expect(wanted.filter((id) => !there(id))).toEqual([]);
  });

  it('keeps no sentence that no page asks for', () => {
    const short = [...source.matchAll(/\bt\('([a-z]+)'/g)].map((match) => match[1] as string);
    const wanted = new Set([...asked(), ...short]);
    const built = [...wanted].filter((id) => id.endsWith('-'));
    expect(ids(files.fr).filter((id) => !wanted.has(id) && !built.some((start) => id.startsWith(start)))).toEqual([]);
  });

  it('writes French typography: thin spaces before high signs, curly apostrophes', () => {
    const lines = files.fr.split('\n').filter((line) => line && !line.startsWith('#') && !line.includes('->'));
    expect(lines.filter((line) => / [?!;:»]/.test(line) || /« /.test(line) || /'/.test(line))).toEqual([]);
  });

  it('chooses plurals', () => {
    const count = (lang: 'fr' | 'en', count: number) => {
      const { made } = bundle(lang);
      return made.formatPattern(made.getMessage('day-count')?.value ?? '', { count });
    };
    expect([count('fr', 0), count('fr', 1), count('fr', 2)]).toEqual(['0 action', '1 action', '2 actions']);
    expect([count('en', 0), count('en', 1)]).toEqual(['0 actions', '1 action']);
  });
});
