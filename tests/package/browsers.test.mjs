// Package and element in Firefox and in WebKit, Safari's engine.

import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { inOtherBrowsers } from '../browsers/others.mjs';
import { until } from '../patience.mjs';
import { harnessPage, harnessPages } from './harness.mjs';
import { nativeDigests, project, root, samples, serve, STRICT_CSP } from './helpers.mjs';

const articles = samples().map(([, text]) => text);
const native = nativeDigests(articles);
const modules = path.join(project(), 'node_modules');
const folders = [modules, path.join(root, 'tests/package'), harnessPages];
const pages = {
  '/empty.html': '<!doctype html><title>empty</title>',
  '/rules.html': harnessPage('<script type="module" src="/summarizer/rules.js"></script>'),
  '/element.html': `<!doctype html><html lang="en"><meta charset="utf-8"><title>element</title>
    <script type="module" src="/newsgist/element.js"></script>
    <news-gist for="story"></news-gist>
    <article id="story"><p>The council of Ostrel voted on Monday to close the harbour bridge for nine months, Mayor Ana
    Prisk said.</p><p>Some 27,000 people cross the bridge each day.</p></article></html>`,
};
const { url } = await serve(folders, { pages });
const strict = await serve(folders, { pages, csp: STRICT_CSP });

inOtherBrowsers((name, page) => {
  test(`${name}: digests of the samples are the native ones, objects from a worker`, async () => {
    await page().goto(`${url}empty.html`);
    const json = await page().evaluate(async ([articles, native]) => {
      let workers = 0;
      const { Worker } = globalThis;
      globalThis.Worker = function (...args) {
        workers += 1;
        return new Worker(...args);
      };
      const { analyze } = await import('/newsgist/index.js');
      const { difference } = await import('/difference.js');
      const differences = [];
      for (const [at, text] of articles.entries()) {
        differences.push(difference(await analyze(text), JSON.parse(native[at])) ?? 'none');
      }
      return JSON.stringify({ workers, differences });
    }, [articles, native.map((digest) => JSON.stringify(digest))]);
    assert.deepEqual(JSON.parse(json), { workers: 1, differences: native.map(() => 'none') });
  });

  test(`${name}: the rules of Summarizer`, async () => {
    await page().goto(`${url}rules.html`);
    const json = await until(() => page().evaluate(async () => JSON.stringify(globalThis.testResults)), 'the results');
    const { tests, status } = JSON.parse(json);
    const failed = tests.filter((test) => test.status !== 0).map((test) => `${test.name}: ${test.message}`);
    console.log(`${name}: ${tests.length - failed.length} of ${tests.length}`);
    assert.deepEqual({ failed, status }, { failed: [], status: 0 });
  });

  for (const [what, where] of [['', url], [' under the strict policy', strict.url]]) {
    test(`${name}: the element shows and marks an article${what}`, async () => {
      await page().goto(`${where}element.html`);
      await until(() => page().evaluate(async () => Boolean(document.querySelector('news-gist').digest)), 'the digest');
      const json = await page().evaluate(async () => {
        const gist = document.querySelector('news-gist');
        gist.shadowRoot.querySelector('.points button').click();
        return JSON.stringify({
          isReady: gist.matches(':state(ready)'),
          points: gist.shadowRoot.querySelectorAll('.points button').length,
          figures: CSS.highlights.get('newsgist-figures').size > 0,
          flash: CSS.highlights.get('newsgist-flash').size,
          styled: getComputedStyle(gist.shadowRoot.querySelector('.card')).borderTopLeftRadius,
        });
      });
      assert.deepEqual(JSON.parse(json), { isReady: true, points: 2, figures: true, flash: 1, styled: '12px' });
    });
  }
});
