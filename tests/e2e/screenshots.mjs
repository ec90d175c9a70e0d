// Pictures of the page, to be looked at: node tests/e2e/screenshots.mjs FOLDER [ARTICLE]
import { mkdir, readFile } from 'node:fs/promises';
import { DESK, PHONE, digested, launch, open, paste } from './browser.mjs';
import { serve } from './serve.mjs';

const [folder, article] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const text = article && await readFile(article, 'utf8');
const server = await serve();
const browser = await launch();
for (const [name, options, media] of [
  ['light', { viewport: DESK, colorScheme: 'light' }],
  ['dark', { viewport: DESK, colorScheme: 'dark' }],
  ['phone', { viewport: PHONE, colorScheme: 'light', deviceScaleFactor: 2, isMobile: true, hasTouch: true }],
  ['forced', { viewport: DESK, forcedColors: 'active' }],
  // A sheet of A4, whose pixels are 96 an inch.
  ['print', { viewport: { width: 718, height: 1123 }, colorScheme: 'light' }, { media: 'print' }],
]) {
  const page = await open(browser, server, options);
  await digested(page);
  if (text) await paste(page, text);
  if (media) await page.emulateMedia(media);
  await page.screenshot({ path: `${folder}/${name}.png` });
  if (name === 'phone') await page.screenshot({ path: `${folder}/${name}-full.png`, fullPage: true });
  if (page.noted.errors.length) console.error(name, page.noted.errors);
  await page.context().close();
}
await browser.close();
await server.close();
