// What the built files may weigh, with brotli: DESIGN's budgets. They break the build.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';

const dist = process.env.DIST ?? 'dist';
const kB = 1000;

/** All files below a folder, as paths relative to it. */
function files(folder, prefix = '') {
  return fs.readdirSync(path.join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(prefix, entry.name);
    return entry.isDirectory() ? files(folder, name) : [name];
  });
}

function brotli(name) {
  const bytes = fs.readFileSync(path.join(dist, name));
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
}

const isEngine = (name) => /^worker[_.]/.test(name);
const isPage = (name) => !isEngine(name) && /\.(html|css|js|wasm)$/.test(name);

for (const [what, belongs, budget] of [
  ['page: HTML, CSS, JS and wasm', isPage, 170 * kB],
  ['engine: the worker with all models', isEngine, 700 * kB],
]) {
  test(`${what}: at most ${budget / kB} kB with brotli`, () => {
    const parts = files(dist).filter(belongs).map((name) => [name, brotli(name)]);
    assert.ok(parts.some(([name]) => name.endsWith('.wasm')), `no wasm of it in ${dist}/`);
    const sum = parts.reduce((sum, [, size]) => sum + size, 0);
    const list = parts.map(([name, size]) => `${name} ${(size / kB).toFixed(1)}`).join(', ');
    console.log(`${what}: ${(sum / kB).toFixed(1)} kB (${list})`);
    assert.ok(sum <= budget, `${(sum / kB).toFixed(1)} kB is over the budget of ${budget / kB} kB: ${list}`);
  });
}
