// From navigation to the first key point on screen: with nothing kept, and again in the same browser.

import { launch } from '../../tests/e2e/browser.mjs';
import { serve } from '../../tests/e2e/serve.mjs';
import { median } from './numbers.mjs';

const RUNS = 7;

/** Notes when a key point has been painted, in milliseconds since the navigation began. */
function watch() {
  new MutationObserver((_, observer) => {
    if (document.querySelector('.points li')) {
      observer.disconnect();
      requestAnimationFrame(() => { globalThis.shown = performance.now(); });
    }
  }).observe(document, { childList: true, subtree: true });
}

/** Medians of a cold and of a warm load. */
export async function startUp() {
  const server = await serve();
  const cold = [];
  const warm = [];
  const load = async (page) => {
    await page.goto(server.url);
    await page.waitForFunction(() => globalThis.shown);
    return page.evaluate(() => globalThis.shown);
  };
  for (let run = 0; run < RUNS; run += 1) {
    // A browser of its own: neither files nor compiled code of an earlier run are there.
    const browser = await launch();
    try {
      const page = await browser.newPage();
      await page.addInitScript(watch);
      cold.push(await load(page));
      // The service worker keeps the files.
      await page.evaluate(() => navigator.serviceWorker.ready);
      await load(page);
      warm.push(await load(page));
    } finally {
      await browser.close();
    }
  }
  await server.close();
  return { cold: median(cold), warm: median(warm) };
}
