// `Summarizer` in headless Chromium: Web IDL's own harness, our rules, and the polyfill.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { openPage, project, root, serve } from './helpers.mjs';
import { harnessPage, harnessPages, results } from './harness.mjs';

const folder = path.join(project(), 'node_modules');
const { url, requests } = await serve([folder, path.join(root, 'tests/package'), harnessPages], {
  pages: {
    '/rules.html': harnessPage('<script type="module" src="/summarizer/rules.js"></script>'),
    '/idl.html': harnessPage(`
      <script src="/testharness/webidl2/lib/webidl2.js"></script>
      <script src="/testharness/idlharness.js"></script>
      <script type="module" src="/summarizer/idl.js"></script>`),
    '/empty.html': '<!doctype html><title>empty</title>',
    '/writing-assistance-apis.idl': fs.readFileSync(
      path.join(root, 'node_modules/@webref/idl/writing-assistance-apis.idl'), 'utf8'),
  },
});

for (const [what, name] of [['the rules', 'rules.html'], ['idlharness', 'idl.html']]) {
  test(`${what}: every test of the page passes`, async () => {
    const { tests, status } = await results(await openPage(url + name));
    const failed = tests.filter((test) => test.status !== 0).map((test) => `${test.name}: ${test.message}`);
    console.log(`${what}: ${tests.length - failed.length} of ${tests.length}`);
    assert.deepEqual({ failed, status }, { failed: [], status: 0 });
    assert.ok(tests.length >= 40);
  });
}

test('the polyfill answers availability() without loading the engine', async () => {
  const page = await openPage(`${url}empty.html`);
  requests.length = 0;
  const answers = await page.evaluate(async () => {
    await import('/newsgist/polyfill.js');
    return [await Summarizer.availability(), await Summarizer.availability({ outputLanguage: 'fr' })];
  });
  assert.deepEqual(answers, ['available', 'unavailable']);
  assert.deepEqual(requests.filter((name) => /worker\.js|newsgist\.js|wasm/.test(name)), []);
});

for (const [what, native, isOurs] of [
  ['takes the place of a native one that is unavailable', "async () => 'unavailable'", true],
  ['takes the place of a native one whose availability() rejects', "async () => { throw new Error('no'); }", true],
  ['leaves a native one that is available', "async () => 'available'", false],
  ['leaves a native one that can be downloaded', "async () => 'downloadable'", false],
  ['leaves a native one that does not answer', '() => new Promise(() => {})', false],
]) {
  test(`the polyfill ${what}, which stays reachable`, async () => {
    const page = await openPage(`${url}empty.html`);
    const answer = await page.evaluate(async (availability) => {
      class Native {}
      // The page's own way to set a function from text would be eval.
      Native.availability = await import(`data:text/javascript,export default ${encodeURIComponent(availability)}`)
        .then((module) => module.default);
      globalThis.Summarizer = Native;
      const polyfill = await import('/newsgist/polyfill.js');
      return {
        installed: polyfill.installed,
        isOurs: globalThis.Summarizer === polyfill.Summarizer,
        isNative: globalThis.Summarizer === Native,
        isReachable: polyfill.native === Native,
      };
    }, native);
    assert.deepEqual(answer, { installed: isOurs, isOurs, isNative: !isOurs, isReachable: true });
  });
}

test('the polyfill is installed as an interface is', async () => {
  const page = await openPage(`${url}empty.html`);
  const descriptor = await page.evaluate(async () => {
    delete globalThis.Summarizer;
    await import('/newsgist/polyfill.js');
    const { value, ...rest } = Object.getOwnPropertyDescriptor(globalThis, 'Summarizer');
    return { ...rest, name: value.name, summary: await (await Summarizer.create()).summarize('Rain fell on Ostrel.') };
  });
  assert.deepEqual(descriptor,
    { writable: true, enumerable: false, configurable: true, name: 'Summarizer', summary: '* Rain fell on Ostrel.' });
});

test('where the wasm cannot be fetched, create() rejects with NetworkError, and a later one may succeed', async () => {
  const page = await openPage(`${url}empty.html`);
  const names = await page.evaluate(async () => {
    const { Summarizer, configure } = await import('/newsgist/index.js');
    const attempt = () => Summarizer.create().then((summarizer) => summarizer.summarize('Rain.'), (error) => error.name);
    configure({ wasmUrl: '/nowhere.wasm' });
    const first = await attempt();
    configure({ wasmUrl: '/newsgist/newsgist_bg.wasm' });
    return [first, await attempt()];
  });
  assert.deepEqual(names, ['NetworkError', '* Rain.']);
});
