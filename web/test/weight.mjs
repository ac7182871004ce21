// What the first visit of "my day" brings over the wire, as a server that compresses would send it: npm run weight
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { browse, reader, subject } from './browser.mjs';

export const BUDGET_KB = 200;
const COMPRESSED = /\.woff2$/;

/** Every part of the first visit, and its weight in bytes. */
export async function weigh(browser, url) {
  const { page, context } = await reader(browser, { url });
  const parts = [];
  page.on('response', (response) => parts.push(response.body().then((body) => [response.url(), body], () => null)));
  await page.goto(`${url}/`, { waitUntil: 'networkidle' });
  const weighed = (await Promise.all(parts)).filter(Boolean).map(([at, body]) => ({ path: new URL(at).pathname, bytes: COMPRESSED.test(at) ? body.length : gzipSync(body).length }));
  await context.close();
  return weighed;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [server, browser] = [await subject(), await browse()];
  const parts = await weigh(browser, server.url);
  const said = (bytes) => `${(bytes / 1000).toFixed(1).padStart(7)} kB`;
  for (const { path, bytes } of parts) console.log(`${said(bytes)}  ${path}`);
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(`${said(total)}  first load of my day, compressed (at most ${BUDGET_KB})`);
  await browser.close();
  server.stop();
  process.exitCode = total > BUDGET_KB * 1000 ? 1 : 0;
}
