// How long the page is busy, in milliseconds of the main thread's own time where a busy machine would spoil the clock:
// the first points after a cold load; a text of 5,000 words with 2,000 highlights scrolled, toggled and typed beside.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digested, launch } from './browser.mjs';
import { server, visit } from './visit.mjs';

const FRAME = 16;
const NAMES = ['Ada Lindqvist', 'Peter Aldous', 'Flora Reid', 'Oban', 'Kelso', 'Norway', 'Britain', 'France'];
const sentence = (index) => `${NAMES[index % 3]} and ${NAMES[(index + 1) % 3]} said in ${NAMES[3 + index % 5]} on Monday that ${100 + index} ships with $${index + 1} million in goods passed ${NAMES[3 + (index + 2) % 5]} in May.`;
const BLOCKS = 63;
const TEXT = Array.from({ length: BLOCKS }, (_, block) => Array.from({ length: 4 }, (_, index) => sentence(block * 4 + index)).join(' ')).join('\n\n');

const middle = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const most = (list) => Math.max(...list);

test('the first points of a cold load', async () => {
  const times = [];
  for (let run = 0; run < 5; run += 1) {
    const browser = await launch();
    const page = await browser.newPage();
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (document.querySelector('.points li')) {
          observer.disconnect();
          requestAnimationFrame(() => { globalThis.shown = performance.now(); });
        }
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(server.url);
    await page.waitForFunction(() => globalThis.shown);
    times.push(Math.round(await page.evaluate(() => globalThis.shown)));
    await browser.close();
  }
  console.log(`first points after ${times.join(', ')} ms`);
  // The goal is 300 on a machine that has nothing else to do; no tests are run on such a one.
  assert.ok(Math.min(...times) < 1500, String(times));
});

test('5,000 words and 2,000 highlights: scrolling stays within a frame, toggling within two, typing does not wait', () => visit({}, async (page) => {
  await digested(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  /** How long the main thread has worked, in milliseconds. */
  const work = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  const frame = () => page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
  // Pasted from a page it is read at once; meanwhile, and while it is drawn, keys are pressed.
  const typing = await page.evaluate(async (html) => {
    const area = document.querySelector('#article-text');
    const data = new DataTransfer();
    data.setData('text/html', html);
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    const times = [];
    for (const end = performance.now() + 1500; performance.now() < end;) {
      const start = performance.now();
      area.setRangeText('x', area.value.length, area.value.length, 'end');
      area.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await new Promise(requestAnimationFrame);
      times.push(performance.now() - start);
      await new Promise((resolve) => { setTimeout(resolve, 60); });
    }
    return times;
  }, TEXT.split('\n\n').map((paragraph) => `<p>${paragraph}</p>`).join(''));
  await page.waitForFunction((blocks) => document.querySelectorAll('article p').length === blocks, BLOCKS);
  await digested(page);
  const { words, marks } = await page.evaluate(() => ({
    words: document.querySelector('article').textContent.split(/\s+/).length, marks: document.querySelectorAll('mark').length,
  }));
  await frame();

  const toggles = [];
  for (const kind of await page.locator('.switch').evaluateAll((list) => list.map((button) => button.dataset.kind))) {
    for (let press = 0; press < 2; press += 1) {
      const before = await work();
      await page.evaluate((kind) => {
        document.querySelector(`.switch[data-kind=${kind}]`).click();
        return new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
      }, kind);
      toggles.push(await work() - before);
    }
  }

  const steps = 60;
  const before = await work();
  await page.evaluate(async (steps) => {
    for (let step = 0; step < steps; step += 1) {
      scrollBy(0, 120);
      await new Promise(requestAnimationFrame);
    }
  }, steps);
  const scroll = (await work() - before) / steps;

  const round = (value) => value.toFixed(1);
  console.log(`${words} words, ${marks} highlights: a toggle ${round(middle(toggles))} ms (most ${round(most(toggles))}), `
    + `a frame of scrolling ${round(scroll)} ms, a key to its frame ${round(middle(typing))} ms (most ${round(most(typing))})`);
  assert.ok(words > 5000 && marks > 2000, `${words} words, ${marks} marks`);
  assert.ok(scroll < FRAME, `scrolling: ${scroll}`);
  assert.ok(middle(toggles) < 2 * FRAME, `toggling: ${toggles.map(round)}`);
  assert.ok(middle(typing) < 4 * FRAME, `typing: ${typing.map(round)}`);
}));
