// The tarball itself: what is in it, what it weighs, and what publint and attw say of it.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { publint } from 'publint';
import { packed, root, tarball } from './helpers.mjs';

const BUDGET = 760_000;

const files = fs.readdirSync(packed, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(packed, path.join(entry.parentPath, entry.name)));

function brotli(name) {
  const bytes = fs.readFileSync(path.join(packed, name));
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
}

test(`the package is at most ${BUDGET / 1000} kB with brotli, everything included`, () => {
  const sizes = files.map((name) => [name, brotli(name)]).sort(([, a], [, b]) => b - a);
  const sum = sizes.reduce((sum, [, size]) => sum + size, 0);
  const largest = sizes.slice(0, 5).map(([name, size]) => `${name} ${(size / 1000).toFixed(1)}`).join(', ');
  console.log(`package: ${(sum / 1000).toFixed(1)} kB (${largest})`);
  assert.ok(sum <= BUDGET, `${sum} bytes`);
});

test('every module has what it imports, every entry its types, and no path of the machine is in it', () => {
  const { exports } = JSON.parse(fs.readFileSync(path.join(packed, 'package.json'), 'utf8'));
  assert.deepEqual(Object.keys(exports),
    ['.', './polyfill', './element', './worker', './inline', './newsgist.wasm', './package.json']);
  for (const entry of Object.values(exports)) {
    const names = typeof entry === 'string' ? [entry] : Object.values(entry);
    names.forEach((name) => assert.ok(files.includes(path.normalize(name)), name));
    assert.ok(typeof entry === 'string' || Object.keys(entry)[0] === 'types', 'types first');
  }
  for (const name of files.filter((name) => /\.(js|d\.ts)$/.test(name))) {
    const text = fs.readFileSync(path.join(packed, name), 'utf8');
    for (const [, wanted] of text.matchAll(/(?:from|import)\s*\(?'(\.[^']+)'/g)) {
      const target = path.normalize(path.join(path.dirname(name), wanted));
      const source = name.endsWith('.d.ts') ? target.replace(/\.js$/, '.d.ts') : target;
      assert.ok(files.includes(source), `${name} imports ${wanted}`);
    }
  }
  for (const name of files) {
    const bytes = fs.readFileSync(path.join(packed, name));
    for (const where of [root, `${os.homedir()}/`]) {
      assert.ok(!bytes.includes(where), `${name} names ${where}`);
    }
  }
});

test('publint finds nothing', async () => {
  const { messages } = await publint({ pkgDir: packed, strict: true });
  assert.deepEqual(messages, []);
});

test('attw finds nothing', () => {
  const attw = path.join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');
  const { status, stdout } = spawnSync('node', [attw, tarball(), '--profile', 'esm-only', '--format', 'ascii',
    '--exclude-entrypoints', './newsgist.wasm', './package.json'], { encoding: 'utf8' });
  assert.equal(status, 0, stdout);
});
