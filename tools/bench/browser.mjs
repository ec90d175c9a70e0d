// The part of the bench that runs in Chromium: Newsgist's worker and its rivals in turn, and time against size.

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { launch } from '../../tests/e2e/browser.mjs';
import { serve } from '../../tests/e2e/serve.mjs';
import { median, words } from './numbers.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
export const NAMES = ['newsgist', 'wink', 'compromise'];
const ROUNDS = 7;
/** A turn takes at least so many milliseconds, a warming-up ten times as long: by then the browser has compiled what is hot. */
const TURN = 300;
const STORIES = 24;

/** The sample articles; stories of the development set where the data is there: they are read, and kept nowhere. */
function collections() {
  const folder = here('../../seeds/articles/');
  const samples = readdirSync(folder).sort().map((name) => readFileSync(join(folder, name), 'utf8'));
  const data = process.env.NEWSGIST_DATA ?? here('../../../shared/data');
  try {
    const lines = readFileSync(join(data, 'summaries/sum_cnn_dev.jsonl'), 'utf8').split('\n').slice(0, STORIES);
    return { 'sample articles': samples, 'CNN stories (development set)': lines.map((line) => JSON.parse(line).text) };
  } catch {
    return { 'sample articles': samples };
  }
}

/** A folder to serve: the page's worker as it was built, and the bench's workers. */
async function site() {
  const out = here('../../target/bench/site');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const name of ['worker_bg.wasm', 'worker_loader.js']) cpSync(join(process.env.DIST ?? here('../../dist'), name), join(out, name));
  writeFileSync(join(out, 'index.html'), '<!doctype html><title>bench</title>');
  await build({
    entryPoints: NAMES.map((name) => here(`workers/${name}.js`)),
    outdir: join(out, 'bench'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    logLevel: 'error',
  });
  return out;
}

/** Runs a function with `take(name, texts, least)`: the milliseconds that a worker needs for one pass over the texts. */
async function inChromium(measure) {
  const server = await serve({ dist: await site(), policy: "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'" });
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    await page.evaluate(async (names) => {
      globalThis.workers = {};
      for (const name of names) {
        const worker = new Worker(`bench/${name}.js`, { type: 'module' });
        await new Promise((resolve, reject) => {
          worker.onmessage = resolve;
          worker.onerror = ({ message }) => reject(new Error(`${name}: ${message}`));
        });
        globalThis.workers[name] = worker;
      }
    }, NAMES);
    const take = (name, texts, least) => page.evaluate(([name, texts, least]) => new Promise((resolve, reject) => {
      const worker = globalThis.workers[name];
      worker.onmessage = ({ data }) => resolve(data.pass);
      worker.onerror = ({ message }) => reject(new Error(`${name}: ${message}`));
      worker.postMessage({ texts, least });
    }), [name, texts, least]);
    return { version: browser.version(), ...await measure(take) };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** The three in turn, several rounds: the medians of words a second, and of the rounds' ratios to Newsgist. */
async function race(take) {
  const race = [];
  for (const [collection, texts] of Object.entries(collections())) {
    const count = words(texts);
    const rates = Object.fromEntries(NAMES.map((name) => [name, []]));
    for (let round = -1; round < ROUNDS; round += 1) {
      for (const name of NAMES) {
        const pass = await take(name, texts, round < 0 ? 10 * TURN : TURN);
        if (round >= 0) rates[name].push(count / pass * 1000);
      }
    }
    race.push({
      collection,
      texts: texts.length,
      words: count,
      rates: Object.fromEntries(NAMES.map((name) => [name, median(rates[name])])),
      ratios: Object.fromEntries(NAMES.map((name) => [name, median(rates[name].map((rate, round) => rates.newsgist[round] / rate))])),
    });
  }
  return race;
}

/** How time grows with the text, for Newsgist's worker: the sample articles again and again, from 4 kB to 10 MB. */
async function growth(take) {
  const [samples] = Object.values(collections());
  const all = `${samples.join('\n\n')}\n\n`;
  const sizes = [];
  for (const kilobytes of [4, 32, 256, 1024, 10_240]) {
    const text = all.repeat(Math.ceil(kilobytes * 1024 / all.length)).slice(0, kilobytes * 1024);
    const times = [];
    for (let round = 0; round < (kilobytes > 2000 ? 2 : 5); round += 1) times.push(await take('newsgist', [text], kilobytes > 2000 ? 0 : TURN));
    sizes.push({ kilobytes, words: words([text]), milliseconds: median(times) });
  }
  return sizes;
}

/** The article of about 400 words that the budget names, warm. */
async function one(take) {
  const text = readFileSync(here('../../seeds/articles/03-rate-decision.md'), 'utf8');
  const times = [];
  for (let round = 0; round < 9; round += 1) times.push(await take('newsgist', [text], TURN));
  return { words: words([text]), milliseconds: median(times) };
}

export function measureInBrowser() {
  return inChromium(async (take) => ({ race: await race(take), one: await one(take), growth: await growth(take) }));
}
