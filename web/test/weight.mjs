// What the first visit of "my day" brings over the wire, as a server that compresses would send it.
import { gzipSync } from 'node:zlib';
import { browse, reader, subject } from './browser.mjs';

const BUDGET_KB = 200;
const COMPRESSED = /\.woff2$/;
const [server, browser] = [await subject(), await browse()];
const { page } = await reader(browser, { url: server.url });
const parts = [];
page.on('response', (response) => parts.push(response.body().then((body) => [response.url(), body], () => null)));
await page.goto(`${server.url}/`, { waitUntil: 'networkidle' });
let total = 0;
for (const part of (await Promise.all(parts)).filter(Boolean)) {
  const [url, body] = part;
  const size = COMPRESSED.test(url) ? body.length : gzipSync(body).length;
  total += size;
  console.log(`${(size / 1000).toFixed(1).padStart(7)} kB  ${new URL(url).pathname}`);
}
console.log(`${(total / 1000).toFixed(1).padStart(7)} kB  first load of my day, compressed (at most ${BUDGET_KB})`);
await browser.close();
server.stop();
process.exitCode = total > BUDGET_KB * 1000 ? 1 : 0;
