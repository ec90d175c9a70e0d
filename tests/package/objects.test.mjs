// Digests are objects: what reading their JSON gives, however they have come, in Node and in Chromium
// (browsers.test.mjs: in the others), for the texts of tests/parity.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { compare, difference } from './difference.js';
import { openPage, project, root, samples, serve } from './helpers.mjs';

const folder = project();
const modules = path.join(folder, 'node_modules');
const { analyze, toCSV, toJSON, toJSONLD, toMarkdown, toText } = await import(path.join(modules, 'newsgist/index.js'));
const inline = await import(path.join(modules, 'newsgist/inline.js'));

const cases = path.join(folder, 'cases.jsonl');
execFileSync('cargo', ['test', '--quiet', '--test', 'parity', '--', '--ignored', '--exact', 'cases_are_written'],
  { cwd: root, env: { ...process.env, NEWSGIST_CASES: cases }, stdio: ['ignore', 'ignore', 'inherit'] });

const { url } = await serve([modules, folder, path.join(root, 'tests/package')],
  { pages: { '/empty.html': '<!doctype html><title>empty</title>' } });

const lines = fs.readFileSync(cases, 'utf8').trim().split('\n');
assert.ok(lines.length > 500, `${lines.length} cases`);

for (const [what, read] of [['', analyze], [', with the inline variant', inline.analyze]]) {
  test(`in Node${what}, digests are what their JSON says`, async () => {
    assert.deepEqual(await compare(read, lines), { count: lines.length });
  });
}

for (const [where, configuration, workers] of [['from a worker', {}, 1], ['on the main thread', { worker: false }, 0]]) {
  test(`in Chromium, ${where}, digests are what their JSON says`, async () => {
    const page = await openPage(`${url}empty.html`);
    const outcome = await page.evaluate(async (configuration) => {
      const { analyze, configure } = await import('/newsgist/index.js');
      const { compare } = await import('/difference.js');
      configure(configuration);
      return compare(analyze, (await (await fetch('/cases.jsonl')).text()).trim().split('\n'));
    }, configuration);
    assert.deepEqual(outcome, { count: lines.length });
    assert.equal(page.workers().length, workers);
    assert.deepEqual(page.problems, []);
  });
}

test('the difference between two values is seen, also where JSON does not say it', () => {
  const digest = { a: 1, b: [null, { c: 'd' }] };
  assert.equal(difference(structuredClone(digest), digest), undefined);
  for (const other of [
    { a: 1 }, { b: digest.b, a: 1 }, { a: 1n, b: digest.b }, { a: '1', b: digest.b }, { a: 1, b: [undefined, { c: 'd' }] },
    { a: 1, b: [null, {}] }, { a: 1, b: [null, new Map([['c', 'd']])] }, { ...digest, level: undefined }, null, new Map(),
  ]) {
    assert.ok(difference(other, digest), String(other));
  }
});

test('exports take a digest of which a framework has made proxies, or in which a field is undefined', async () => {
  const [, text] = samples()[0];
  const page = await openPage(`${url}empty.html`);
  const [watched, plain] = await page.evaluate(async (text) => {
    const newsgist = await import('/newsgist/index.js');
    const watch = (value) => (typeof value === 'object' && value !== null
      ? new Proxy(value, { get: (target, key) => watch(target[key]) }) : value);
    const digest = await newsgist.analyze(text);
    const written = (digest) => Promise.all(['toMarkdown', 'toText', 'toJSONLD', 'toCSV', 'toJSON'].map((name) => newsgist[name](digest)));
    return [await written(watch(digest)), await written(digest)];
  }, text);
  assert.deepEqual(watched, plain);
  const digest = await analyze(text);
  const loose = { ...digest, figures: digest.figures.map((figure) => ({ ...figure, level: figure.level })) };
  for (const write of [toMarkdown, toText, toJSONLD, toCSV, toJSON]) {
    assert.equal(await write(loose), await write(digest), write.name);
  }
});

test('a wrong option is named, also where it comes to the engine itself', async () => {
  for (const [options, message] of [
    [{ points: -1 }, /points/], [{ share: 'half' }, /share/], [{ publishedAt: 'Monday' }, /publishedAt/], [{ format: 'pdf' }, /format/],
  ]) {
    await assert.rejects(analyze('Rain fell on Ostrel all day.', options), message);
  }
  const engine = await import(path.join(modules, 'newsgist/newsgist.js'));
  engine.initSync({ module: fs.readFileSync(path.join(modules, 'newsgist/newsgist_bg.wasm')) });
  for (const [options, message] of [
    [{ points: 1.5 }, /^options\.points: /], [{ points: 'many' }, /^options\.points: /], [{ share: 'half' }, /^options\.share: /],
    [{ title: 7 }, /^options\.title: /], [{ publishedAt: '2026-02-30' }, /^options\.publishedAt: /], [undefined, /^options: /],
  ]) {
    assert.throws(() => engine.analyze('Rain fell on Ostrel all day.', 'plain', options), { name: 'Error', message });
  }
  assert.throws(() => engine.exportDigest({ schema: 1 }, 'csv'), { name: 'Error', message: /^digest: missing field/ });
});
