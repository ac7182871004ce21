import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Files above this size belong to one page (a drawing library): kept when that page is opened, not before. */
const HEAVY_BYTES = 120_000;

/** Writes `sw.js`: `src/lib/offline/sw.js` with the names of the built files above it. */
function worker(): Plugin {
  return {
    name: 'atelier-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const files = Object.values(bundle).map((file) => ({ name: file.fileName, bytes: file.type === 'chunk' ? file.code : file.source }));
      const light = files.filter(({ name, bytes }) => name !== 'index.html' && bytes.length < HEAVY_BYTES).map(({ name }) => `/${name}`);
      const all = ['/', ...light, ...readdirSync(here('./public')).map((name) => `/${name}`)].sort();
      const text = readFileSync(here('./src/lib/offline/sw.js'), 'utf8');
      const version = createHash('sha256').update(text);
      for (const { name, bytes } of files) version.update(name).update(bytes);
      const source = `const VERSION = '${version.digest('hex').slice(0, 16)}';\nconst FILES = ${JSON.stringify(all)};\n${text}`;
      this.emitFile({ type: 'asset', fileName: 'sw.js', source });
    },
  };
}

export default defineConfig({
  plugins: [svelte(), worker()],
  resolve: { alias: { $lib: here('./src/lib') } },
  build: {
    // The oldest browsers that read `light-dark()`, on which the two themes stand.
    target: ['chrome123', 'firefox121', 'safari17.5'],
    // The server forbids `data:` fonts and inline scripts: everything stays a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    // The sentences live beside the crates, in ../locales.
    fs: { allow: [here('..')] },
    proxy: Object.fromEntries(
      ['/api', '/calendar.ics'].map((path) => [path, process.env.ATELIER_API ?? 'http://127.0.0.1:8080']),
    ),
  },
});
