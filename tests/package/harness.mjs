// testharness.js of web-platform-tests (from the npm package wpt-runner) in a page, and its results.

import { createRequire } from 'node:module';
import path from 'node:path';
import { PATIENCE } from '../patience.mjs';

const runner = path.dirname(createRequire(import.meta.url).resolve('wpt-runner/package.json'));

/** A folder to serve: it holds `testharness/`. */
export const harnessPages = runner;

/** A page with the harness and these scripts. */
export function harnessPage(scripts) {
  return `<!doctype html><meta charset="utf-8"><title>tests</title>
    <script src="/testharness/testharness.js"></script>
    <script>
      setup({ explicit_timeout: true });
      add_completion_callback((tests, { status, message }) => {
        globalThis.testResults = { tests: tests.map(({ name, status, message }) => ({ name, status, message })), status, message };
      });
    </script>
    ${scripts}`;
}

/** What the tests of a page gave; status 0 is a pass. */
export async function results(page) {
  await page.waitForFunction(() => globalThis.testResults, undefined, { timeout: PATIENCE });
  return page.evaluate(() => globalThis.testResults);
}
