// How long the reading page keeps its reader waiting beside a text of 5,000 words with 2,000 highlights: keys while it is
// read and drawn and after that, switches, scrolling. The tests count the work instead, since they have to pass anywhere.

import { fileURLToPath } from 'node:url';
import { digested, launch, open } from '../../tests/e2e/browser.mjs';
import { drawn, pasteLong } from '../../tests/e2e/long-article.mjs';
import { serve } from '../../tests/e2e/serve.mjs';
import { median } from './numbers.mjs';

const ROUNDS = 5;
const STEPS = 60;

/** Types for a while, and gives the milliseconds from each key to its frame. Run in the page. */
async function type(spell) {
  const area = document.querySelector('#article-text');
  const times = [];
  for (const end = performance.now() + spell; performance.now() < end;) {
    const start = performance.now();
    area.setRangeText('x', area.value.length, area.value.length, 'end');
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await new Promise(requestAnimationFrame);
    times.push(performance.now() - start);
    await new Promise((resolve) => { setTimeout(resolve, 60); });
  }
  return times;
}

/** Two frames later whatever was asked for is on the screen. */
const frames = () => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });

/** The longest task of the page's main thread in a trace, in milliseconds of the thread's own time. */
function longest({ traceEvents }) {
  const key = ({ pid, tid }) => `${pid} ${tid}`;
  const mains = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(key));
  const tasks = traceEvents.filter((event) => event.name === 'RunTask' && mains.has(key(event)));
  return Math.max(...tasks.map(({ tdur }) => tdur ?? 0)) / 1000;
}

async function round(browser, server) {
  const page = await open(browser, server, {});
  await digested(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  /** How long the main thread has worked, in milliseconds. */
  const work = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  await browser.startTracing(page, { categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] });
  await pasteLong(page);
  const beside = await page.evaluate(type, 1500);
  const size = await drawn(page);
  await page.evaluate(frames);
  const task = longest(JSON.parse(await browser.stopTracing()));
  const after = await page.evaluate(type, 1500);
  await drawn(page);

  const toggles = [];
  for (const kind of await page.locator('.switch').evaluateAll((list) => list.map((button) => button.dataset.kind))) {
    for (let press = 0; press < 2; press += 1) {
      const before = await work();
      await page.locator(`.switch[data-kind=${kind}]`).evaluate((button) => button.click());
      await page.evaluate(frames);
      toggles.push(await work() - before);
    }
  }

  const before = await work();
  await page.evaluate(async (steps) => {
    for (let step = 0; step < steps; step += 1) {
      scrollBy(0, 120);
      await new Promise(requestAnimationFrame);
    }
  }, STEPS);
  const scroll = (await work() - before) / STEPS;
  await page.context().close();
  const most = (list) => Math.max(0, ...list);
  return {
    ...size, 'a key while the article is read and drawn, to its frame': median(beside), 'the slowest of these keys': most(beside),
    'the longest task in that time': task,
    'a key beside the drawn article, to its frame': median(after), 'the slowest of those': most(after),
    'a switch': median(toggles), 'the slowest switch': most(toggles), 'a frame of scrolling': scroll,
  };
}

/** Medians of all rounds. */
export async function measurePage() {
  const server = await serve();
  const browser = await launch();
  try {
    const rounds = [];
    for (let at = 0; at < ROUNDS; at += 1) rounds.push(await round(browser, server));
    const { words, marks, ...rest } = rounds[0];
    const times = Object.keys(rest).map((what) => [what, median(rounds.map((round) => round[what]))]);
    return { words, marks, times };
  } finally {
    await browser.close();
    await server.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await measurePage());
