// Pictures of both pages to look at: node test/screens.mjs DIR
import { mkdir } from 'node:fs/promises';
import { browse, reader, subject } from './browser.mjs';

const dir = process.argv[2] ?? 'screens';
const PAGES = [['day', '/'], ['day-why', '/?order=OA-0117'], ['plan', '/plan'], ['plan-week', '/plan?week=2027-W08']];
await mkdir(dir, { recursive: true });
const [server, browser] = [await subject(), await browse()];
for (const lang of ['fr', 'en'])
  for (const width of [1280, 360])
    for (const theme of ['light', 'dark'])
      for (const [name, path] of PAGES) {
        const { page, context, complaints } = await reader(browser, { url: server.url, lang, width, theme, height: width < 700 ? 740 : 900 });
        await page.goto(server.url + path, { waitUntil: 'networkidle' });
        await page.screenshot({ path: `${dir}/${name}-${lang}-${width}-${theme}.png`, fullPage: !name.includes('-') });
        for (const complaint of await complaints()) console.log(name, lang, width, theme, complaint);
        await context.close();
      }
await browser.close();
server.stop();
