// The tarball in the hands of strangers: a plain page, a Vite project, Node. Each gives the native digest.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { nativeDigests, openPage, project, root, run, samples, serve, STRICT_CSP } from './helpers.mjs';

const articles = samples();
const native = nativeDigests(articles.map(([, text]) => text));

test('in Node, every sample gives the native digest', () => {
  const folder = project('examples/node');
  articles.forEach(([name], at) => {
    const out = run(folder, 'node', 'digest.mjs', path.join(root, 'seeds/articles', name));
    assert.deepEqual(JSON.parse(out), native[at], name);
  });
});

test('in Node, the inline variant gives the native digest', () => {
  const folder = project();
  fs.writeFileSync(path.join(folder, 'inline.mjs'), `
    import { analyze, Summarizer } from 'newsgist/inline';
    const texts = JSON.parse(process.argv[2]);
    const digests = [];
    for (const text of texts) digests.push(await analyze(text));
    const headline = await (await Summarizer.create({ type: 'headline' })).summarize(texts[0]);
    console.log(JSON.stringify({ digests, headline }));
  `);
  const texts = articles.map(([, text]) => text);
  const { digests, headline } = JSON.parse(run(folder, 'node', 'inline.mjs', JSON.stringify(texts)));
  assert.deepEqual(digests, native);
  assert.ok(headline.length > 0);
});

test('on a server, importing the element and the polyfill does no harm', () => {
  const folder = project();
  const script = `
    const { NewsGist } = await import('newsgist/element');
    const { native, installed } = await import('newsgist/polyfill');
    console.log(typeof NewsGist, native, installed, typeof Summarizer, await Summarizer.availability());`;
  assert.equal(run(folder, 'node', '--input-type=module', '--eval', script).trim(),
    'function undefined true function available');
});

for (const [what, options] of [['', {}], [' under the strict policy', { csp: STRICT_CSP }]]) {
  test(`on a plain page${what}, every sample gives the native digest, from a worker`, async () => {
    const folder = project('examples/plain');
    const { url } = await serve(folder, options);
    const page = await openPage(url);
    const workers = [];
    page.on('worker', (worker) => workers.push(worker.url()));
    await page.waitForFunction(() => document.querySelector('news-gist').digest);
    for (const [at, [name, text]] of articles.entries()) {
      const digest = await page.evaluate(async (text) => {
        const { analyze } = await import('./node_modules/newsgist/index.js');
        return analyze(text);
      }, text);
      assert.deepEqual(digest, native[at], name);
    }
    assert.equal(page.workers().length, 1);
    assert.match(page.workers()[0].url(), /newsgist\/worker\.js$/);
    assert.deepEqual(page.problems, []);
  });
}

test('on a plain page, the inline variant fetches one script and nothing else', async () => {
  const folder = project('examples/plain');
  const { url, requests } = await serve(folder, {
    pages: { '/inline.html': '<!doctype html><title>inline</title>' },
  });
  const page = await openPage(`${url}inline.html`);
  const [, text] = articles[0];
  const digest = await page.evaluate(async (text) => {
    const { analyze } = await import('./node_modules/newsgist/inline.js');
    return analyze(text);
  }, text);
  assert.deepEqual(digest, native[0]);
  assert.deepEqual(requests.filter((name) => name !== '/favicon.ico'), ['/inline.html', '/node_modules/newsgist/inline.js']);
});

for (const [what, csp] of [
  ['forbids workers', "worker-src 'none'"],
  ['allows another policy of Trusted Types only', "require-trusted-types-for 'script'; trusted-types other"],
]) {
  test(`where the host ${what}, the main thread gives the native digest`, async () => {
    const folder = project('examples/plain');
    const { url } = await serve(folder, { csp });
    const page = await openPage(url);
    const [, text] = articles[0];
    const digest = await page.evaluate(async (text) => {
      const { analyze } = await import('./node_modules/newsgist/index.js');
      return analyze(text);
    }, text);
    assert.deepEqual(digest, native[0]);
    assert.equal(page.workers().length, 0);
  });
}

for (const [what, options] of [['', {}], [' under the strict policy', { csp: STRICT_CSP }]]) {
  test(`in a Vite project built for production${what}, every sample gives the native digest`, async () => {
    const folder = project('examples/vite');
    run(folder, 'node', path.join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn');
    const { url } = await serve(path.join(folder, 'dist'), options);
    const page = await openPage(url);
    for (const [at, [name, text]] of articles.entries()) {
      const before = await page.textContent('#digest');
      await page.fill('#article', text);
      await page.waitForFunction((before) => document.querySelector('#digest').textContent !== before, before);
      assert.deepEqual(JSON.parse(await page.textContent('#digest')), native[at], name);
    }
    assert.equal(page.workers().length, 1);
    assert.deepEqual(page.problems, []);
  });
}
