// Every page that somebody may open: each file of `pages/` lists those of a word.
import { readdir } from 'node:fs/promises';

const names = (await readdir(new URL('pages/', import.meta.url))).filter((name) => name.endsWith('.mjs')).sort();
export const EVERY = (await Promise.all(names.map((name) => import(`./pages/${name}`)))).flatMap(({ default: pages }) => pages);
