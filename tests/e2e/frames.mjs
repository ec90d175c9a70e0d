// How long the page is busy with a text of 5,000 words and some 2,000 highlights: node tests/e2e/frames.mjs
// Prints, in milliseconds: from the end of typing to the digest, one toggle with layout, and the frames of a scroll.
import { digested, launch, open } from './browser.mjs';
import { serve } from './serve.mjs';

const NAMES = ['Ada Lindqvist', 'Peter Aldous', 'Flora Reid', 'Oban', 'Kelso', 'Norway', 'Britain', 'France'];
const sentence = (index) => `${NAMES[index % 3]} told reporters in ${NAMES[3 + index % 5]} on Monday that ${100 + index} ships carrying goods worth $${index + 1} million had passed the bridge since the spring.`;
const text = Array.from({ length: 60 }, (_, block) => Array.from({ length: 4 }, (_, index) => sentence(block * 4 + index)).join(' ')).join('\n\n');

const server = await serve();
const browser = await launch();
const page = await open(browser, server);
await digested(page);
const result = await page.evaluate(async (text) => {
  const frame = () => new Promise(requestAnimationFrame);
  const area = document.querySelector('#article-text');
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => Math.round(entry.duration)))).observe({ entryTypes: ['longtask'] });
  const begin = performance.now();
  area.value = text;
  area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  while (document.querySelectorAll('article p').length < 60) await frame();
  const shown = performance.now() - begin;
  const toggles = [];
  for (const button of document.querySelectorAll('.switch')) {
    await frame();
    const from = performance.now();
    button.click();
    await Promise.resolve();
    void document.body.offsetHeight;
    toggles.push(performance.now() - from);
  }
  await frame();
  const frames = [];
  for (let step = 0, last = performance.now(); step < 90; step++) {
    scrollBy(0, 120);
    await frame();
    const now = performance.now();
    frames.push(now - last);
    last = now;
  }
  frames.sort((a, b) => a - b);
  return {
    words: text.split(/\s+/).length,
    marks: document.querySelectorAll('mark').length,
    shown: Math.round(shown),
    longTasks: tasks,
    toggles: toggles.map((time) => +time.toFixed(1)),
    scroll: { median: +frames[45].toFixed(1), p95: +frames[85].toFixed(1), max: +frames[89].toFixed(1) },
  };
}, text);
console.log(JSON.stringify(result, null, 2));
await browser.close();
await server.close();
