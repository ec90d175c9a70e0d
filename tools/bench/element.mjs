// The npm package in Chromium, by the clock: the element marks a long article, `availability()` is asked by the thousand,
// and a long text is aborted.

import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from '../../tests/e2e/browser.mjs';
import { serve } from '../../tests/e2e/serve.mjs';
import { median } from './numbers.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const STORY = `
  <h2>Harbour bridge to close for nine months</h2>
  <p>The port city of <b>Ostrel</b> will close its harbour bridge for nine months, Mayor Ana <i>Prisk</i> announced on
    Tuesday. The repairs will cost €41 million.</p>
  <p>Engineers of the Harbour Authority found cracks in 18 of the 64 cables last autumn. Some 27,000 people cross the
    bridge each day, the authority said, and shopkeepers expect to lose up to 20% of their custom.</p>`;

/** Reads and marks the article, which is on the page already; medians of nine rounds. Run in the page. */
async function mark() {
  const { Highlights } = await import('/newsgist/element/highlights.js');
  const { ArticleText } = await import('/newsgist/element/article-text.js');
  const { digest } = document.querySelector('news-gist');
  const spans = digest.figures.concat(digest.actors.flatMap((actor) => actor.mentions));
  const times = { read: [], mark: [] };
  for (let round = 0; round < 9; round += 1) {
    const start = performance.now();
    const article = new ArticleText(document.querySelector('#story'));
    const read = performance.now();
    const highlights = new Highlights(document);
    highlights.show('figures', spans.map(({ start, end }) => article.place(start, end)));
    const marked = performance.now();
    highlights.remove();
    times.read.push(read - start);
    times.mark.push(marked - read);
  }
  const middle = (list) => list.sort((a, b) => a - b)[4];
  return { spans: spans.length, read: middle(times.read), mark: middle(times.mark) };
}

/** Asks 4,800 times whether a summary can be had. */
async function ask() {
  const { Summarizer } = await import('/newsgist/index.js');
  const languages = ['en', 'es', 'ja', 'fr'];
  const start = performance.now();
  for (let time = 0; time < 4800; time += 1) {
    await Summarizer.availability({ outputLanguage: languages[time % 4], expectedInputLanguages: [languages[(time >> 2) % 4]] });
  }
  return performance.now() - start;
}

/** Aborts the reading of 12 MB and has the next text read. */
async function abort() {
  const { analyze } = await import('/newsgist/index.js');
  const text = 'The council of Ostrel voted on Monday to close the bridge. Mayor Ana Prisk said that 41 cables are old. '
    + 'Some 27,000 people cross it each day. Two ferries will run every ten minutes.';
  await analyze(text);
  const controller = new AbortController();
  const long = analyze(text.repeat(60_000), { signal: controller.signal }).catch(() => {});
  const next = analyze(text);
  await new Promise((resolve) => { setTimeout(resolve, 20); });
  const start = performance.now();
  controller.abort();
  await long;
  await next;
  return performance.now() - start;
}

/** What the package in pkg/ takes. */
export async function measureElement() {
  const folder = here('../../target/bench/element');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(here('../../pkg/newsgist'), join(folder, 'newsgist'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), `<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title>
    <script type="module" src="/newsgist/element.js"></script>
    <news-gist for="story"></news-gist><article id="story">${STORY.repeat(150)}</article></html>`);
  const server = await serve({ dist: folder });
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    await page.waitForFunction(() => document.querySelector('news-gist').digest);
    const marking = await page.evaluate(mark);
    const asking = await page.evaluate(ask);
    const aborts = [];
    for (let round = 0; round < 3; round += 1) aborts.push(await page.evaluate(abort));
    return { ...marking, asking, aborting: median(aborts) };
  } finally {
    await browser.close();
    await server.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await measureElement());
