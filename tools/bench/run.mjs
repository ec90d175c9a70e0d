// The bench: `make bench`. Writes docs/bench.md. What is measured natively comes from `train speed`, as JSON in a file.

import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { measureInBrowser, NAMES } from './browser.mjs';
import { number, table } from './numbers.mjs';
import { parts, sizes } from './sizes.mjs';
import { startUp } from './startup.mjs';

const native = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const start = await startUp();
const browser = await measureInBrowser();

const version = (name) => JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version;
const kB = (bytes) => (bytes / 1000).toFixed(1);
const kilobytes = (size) => size >= 1024 ? `${size / 1024} MB` : `${size} kB`;
const weights = (rows) => Object.entries(rows).map(([what, row]) => [what, ...row.map(kB)]);
const perWord = ({ words, milliseconds }) => milliseconds / words;
const [small] = browser.growth;
const megabyte = browser.growth.find((size) => size.kilobytes === 1024);
const ratio = (name) => Math.min(...browser.race.map(({ ratios }) => ratios[name]));
const engine = sizes()['engine: the worker’s JS and wasm, with all models'];
const page = sizes()['page: HTML, CSS, JS, wasm'];
const goal = (what, wanted, is, met) => [what, wanted, is, met ? 'yes' : 'no'];

const text = `# Speed and size

Written by \`make bench\` on ${os.cpus().length} cores (${os.arch()}), Chromium ${browser.version}, Node.js ${process.versions.node}. A word is what stands
between spaces. Times are medians.

${table(['goal', 'wanted', 'measured', 'met'], [
    goal('words a second in Chromium, against winkNLP', 'at least 5 ×', `${ratio('wink').toFixed(2)} ×`, ratio('wink') >= 5),
    goal('the same against compromise', 'at least 100 ×', `${ratio('compromise').toFixed(1)} ×`, ratio('compromise') >= 100),
    goal(`an article of ${browser.one.words} words, warm`, 'at most 1 ms', `${browser.one.milliseconds.toFixed(2)} ms`, browser.one.milliseconds <= 1),
    goal('time a word, 1 MB against 4 kB', 'at most 1.5 ×', `${(perWord(megabyte) / perWord(small)).toFixed(2)} ×`, perWord(megabyte) <= 1.5 * perWord(small)),
    goal('first key point after a cold load', 'at most 300 ms', `${start.cold.toFixed(0)} ms`, start.cold <= 300),
    goal('engine with brotli', 'at most 700 kB', `${kB(engine[2])} kB`, engine[2] <= 700_000),
    goal('page with brotli', 'at most 170 kB', `${kB(page[2])} kB`, page[2] <= 170_000),
  ])}

## In Chromium, beside others

Each library in a worker of its own, in one browser, in turn: warmed up for three seconds, then seven rounds. Time is the
worker's own. Newsgist's is the reading page's worker as it is built: it reads the request, does the whole analysis (names,
actors, figures, quotes, timeline, key points), and writes the digest as JSON and as Markdown. winkNLP ${version('wink-nlp')} runs its whole
pipeline, and sentences and entities (dates, numbers …, no names) are read out; compromise ${version('compromise')} runs in full, and people,
organisations and places are read out. "Newsgist is" is the median of the rounds' ratios.

${table(['texts', 'words', ...NAMES.map((name) => `${name}, words/s`), ...NAMES.slice(1).map((name) => `Newsgist is, against ${name}`)], browser.race.map(
    ({ collection, texts, words, rates, ratios }) => [
      `${texts} ${collection}`, number(words), ...NAMES.map((name) => number(rates[name])), ...NAMES.slice(1).map((name) => `${ratios[name].toFixed(2)} ×`)]))}

## Time against size

The sample articles again and again, as one text. Natively it is analysis and digest, without JSON.

${table(['text', 'words', 'Chromium, ms', 'words/s', 'native, ms', 'words/s '], browser.growth.map(({ kilobytes: size, words, milliseconds }, at) => [
    kilobytes(size), number(words), number(milliseconds), number(words / milliseconds * 1000),
    number(native.sizes[at].milliseconds), number(native.sizes[at].words_a_second)]))}

## Stages, natively

The sample articles one after the other, ${number(native.words)} words: ${number(native.words_a_second)} words a second in all. The fastest of nine rounds.

${table(['stage', 'µs', 'words/s'], native.stages.map(({ name, microseconds, words_a_second: rate }) => [name, number(microseconds), number(rate)]))}

\`cargo bench\` has the same with error bars.

## Start-up

From navigation to the first key point on screen, from a server on the same machine: ${start.cold.toFixed(0)} ms cold (a new browser, nothing
kept), ${start.warm.toFixed(0)} ms warm (its files kept by the service worker).

## Sizes

In kilobytes of 1000 bytes; each file is compressed by itself.

${table(['what', 'raw', 'gzip', 'brotli'], weights(sizes()))}

What each kilobyte of the engine is for:

${table(['part of the worker’s wasm', 'raw', 'gzip', 'brotli'], weights(parts()))}
`;
writeFileSync(fileURLToPath(new URL('../../docs/bench.md', import.meta.url)), text);
console.log(text);
