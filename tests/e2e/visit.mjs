// One browser and one server for a file of tests; each test gets a fresh page.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before } from 'node:test';
import { launch, open } from './browser.mjs';
import { serve } from './serve.mjs';

export const server = await serve();
let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); await server.close(); });

/**
 * Runs `steps` on a fresh page, then asserts that it made no error, but for `expected` ones, and asked no other origin
 * for anything. `prepare` is run in the page before any of its own scripts.
 */
export async function visit({ expected, prepare, server: other, ...options }, steps) {
  const page = await open(browser, other ?? server, { ...options, prepare });
  try {
    await steps(page);
    assert.deepEqual(page.noted.foreign, [], 'requests to other origins');
    const errors = page.noted.errors.filter((error) => !expected?.test(error));
    assert.deepEqual(errors, [], 'errors on the page');
  } finally {
    await page.context().close();
  }
}

/** What axe finds wrong with the page. */
export async function violations(page) {
  // A content script of the test, not of the page: the page's policy stays as strict as it is.
  await page.evaluate(await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8'));
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' ')}`);
}

/** Puts a text into the box as a reader's paste does, without Playwright's own waiting. */
export const write = (page, text) => page.evaluate((text) => {
  const area = document.querySelector('#article-text');
  area.value = text;
  area.dispatchEvent(new InputEvent('input', { bubbles: true }));
}, text);
