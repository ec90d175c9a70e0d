// The browsers besides Chromium: how to open a page in each. `tools/setup.sh test` installs them.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, test } from 'node:test';
import { openFirefox } from './firefox.mjs';
import { openWebKit } from './webkit.mjs';

const OTHERS = [
  ['Firefox', '/usr/bin/firefox-esr', openFirefox],
  ['WebKit', '/usr/bin/WebKitWebDriver', openWebKit],
];

/**
 * Runs tests in each of the other browsers: `tests` gets its name and a function that gives the one page, which has
 * `goto`, `evaluate` and `click`.
 */
export function inOtherBrowsers(tests) {
  for (const [name, program, open] of OTHERS) {
    let page;
    after(() => page?.close());
    test(`${name} starts`, async () => {
      assert.ok(fs.existsSync(program), `${program} is missing: run tools/setup.sh test`);
      page = await open(program);
    });
    tests(name, () => page ?? assert.fail(`${name} did not start`));
  }
}
