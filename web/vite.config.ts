import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [svelte()],
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
