// The tarball in the hands of strangers: a plain page, a Vite project, Node. Each gives the native digest.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { build as bundle } from 'esbuild';
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
    console.log(JSON.stringify({ digests, headline, name: Summarizer.name }));
  `);
  const texts = articles.map(([, text]) => text);
  const { digests, headline, name } = JSON.parse(run(folder, 'node', 'inline.mjs', JSON.stringify(texts)));
  assert.deepEqual(digests, native);
  assert.ok(headline.length > 0);
  assert.equal(name, 'Summarizer');
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

test('`npx newsgist inline` writes one script that fetches nothing, also where nothing may be fetched', async () => {
  const folder = project('examples/plain');
  run(folder, 'npx', '--offline', 'newsgist', 'inline', 'newsgist-inline.js');
  const { url, requests } = await serve(folder, {
    csp: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types 'none'",
    pages: { '/inline.html': '<!doctype html><title>inline</title><script type="module" src="load.js"></script>',
      '/load.js': "import * as newsgist from './newsgist-inline.js'; globalThis.newsgist = newsgist;" },
  });
  const page = await openPage(`${url}inline.html`);
  await page.waitForFunction(() => globalThis.newsgist);
  const [, text] = articles[0];
  assert.deepEqual(await page.evaluate((text) => newsgist.analyze(text), text), native[0]);
  assert.deepEqual(requests.filter((name) => name !== '/favicon.ico'), ['/inline.html', '/load.js', '/newsgist-inline.js']);
  assert.equal(page.workers().length, 0);
});

test('`npx newsgist` without a known command says what it can do', () => {
  const folder = project();
  const { status, stderr } = spawnSync('npx', ['--offline', 'newsgist'], { cwd: folder, encoding: 'utf8' });
  assert.equal(status, 2);
  assert.match(stderr, /npx newsgist inline FILE\.js/);
});

test('a bundler puts the wasm into the inline variant', async () => {
  const folder = project();
  fs.writeFileSync(path.join(folder, 'entry.js'), `
    import { analyze, configure } from 'newsgist/inline';
    import wasm from 'newsgist/newsgist.wasm';
    configure({ wasm });
    globalThis.analyze = analyze;
  `);
  await bundle({
    absWorkingDir: folder, entryPoints: ['entry.js'], outfile: path.join(folder, 'bundle.js'), bundle: true,
    format: 'esm', loader: { '.wasm': 'binary' },
  });
  const { url, requests } = await serve(folder, {
    pages: { '/bundle.html': '<!doctype html><title>bundle</title><script type="module" src="bundle.js"></script>' },
  });
  const page = await openPage(`${url}bundle.html`);
  await page.waitForFunction(() => globalThis.analyze);
  const [, text] = articles[0];
  assert.deepEqual(await page.evaluate((text) => analyze(text), text), native[0]);
  assert.deepEqual(requests.filter((name) => name !== '/favicon.ico'), ['/bundle.html', '/bundle.js']);
});

test('the inline variant takes a module, bytes, data: addresses and promises, and says what is missing', async () => {
  const folder = project();
  const { url } = await serve(folder, { pages: { '/empty.html': '<!doctype html><title>empty</title>' } });
  const page = await openPage(`${url}empty.html`);
  const outcomes = await page.evaluate(async (text) => {
    const bytes = await (await fetch('/node_modules/newsgist/newsgist_bg.wasm')).arrayBuffer();
    const reader = new FileReader();
    reader.readAsDataURL(new Blob([bytes], { type: 'application/wasm' }));
    await new Promise((resolve) => { reader.onload = resolve; });
    const sources = [undefined, bytes, new Uint8Array(bytes), WebAssembly.compile(bytes), reader.result, 'nonsense'];
    const outcomes = [];
    for (const [at, wasm] of sources.entries()) {
      const { analyze, configure } = await import(`/node_modules/newsgist/inline.js?${at}`);
      configure({ wasm });
      outcomes.push(await analyze(text).then(({ schema }) => schema, (error) => error.message));
    }
    return outcomes;
  }, articles[0][1]);
  assert.deepEqual(outcomes.slice(1, 5), [1, 1, 1, 1]);
  assert.match(outcomes[0], /call configure\(\{ wasm \}\)/);
  assert.match(outcomes[5], /data: address/);
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
