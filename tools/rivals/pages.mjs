// Reads pages with Readability.js: a rival of docs/accuracy/pages.md, whose own output on the same pages is the measure.
// Writes JSON lines, one a page: {"rival", "page", "text", "title", "author", "day"}.
//
//   npm install --prefix FOLDER @mozilla/readability jsdom
//   NODE_PATH=FOLDER/node_modules node tools/rivals/pages.mjs ../shared/data/pages/readability target/rivals/pages-js.jsonl

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

// Modules are not looked for in NODE_PATH; require still does.
const require = createRequire(import.meta.url);
const { Readability } = require('@mozilla/readability');
const { JSDOM, VirtualConsole } = require('jsdom');
const { version } = JSON.parse(readFileSync(join(dirname(require.resolve('@mozilla/readability')), 'package.json'), 'utf8'));

const [folder, target] = process.argv.slice(2);
const lines = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => {
  const source = readFileSync(join(folder, name, 'source.html'), 'utf8');
  const { document } = new JSDOM(source, { url: 'https://example.org/', virtualConsole: new VirtualConsole() }).window;
  const article = new Readability(document).parse();
  // Blocks end lines; `textContent` would glue their words.
  const text = new JSDOM(article?.content.replace(/<\/(p|div|h\d|li|td|tr|figcaption|section|pre|dt|dd)>|<br>/g, '$&\n') ?? '')
    .window.document.body.textContent;
  const { title, byline: author, publishedTime } = article ?? {};
  return JSON.stringify({ rival: `Readability.js ${version}`, page: name, text, title, author, day: publishedTime?.slice(0, 10) });
});
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, `${lines.join('\n')}\n`);
