// What the built files weigh: raw, with gzip and with brotli; and what each part of the engine's wasm is for.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Bytes raw, with gzip and with brotli, as a web server would send them. */
function weights(bytes) {
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return [bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes, { params }).length];
}

const sum = (rows) => rows.reduce((sum, row) => sum.map((value, at) => value + row[at]), [0, 0, 0]);

/** The files of a folder that are wanted, each compressed by itself. */
function files(folder, wanted) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name)).filter(wanted);
  return sum(names.map((name) => weights(readFileSync(name))));
}

/** The sections of a wasm module: name and bytes. */
function* sections(wasm) {
  const names = ['custom', 'type', 'import', 'function', 'table', 'memory', 'global', 'export', 'start', 'element', 'code', 'data', 'data count'];
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = wasm[at];
      at += 1;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  while (at < wasm.length) {
    const name = names[wasm[at]];
    at += 1;
    const length = number();
    yield [name, wasm.subarray(at, at + length)];
    at += length;
  }
}

/** Page, engine and package, as rows of weights. */
export function sizes() {
  const dist = process.env.DIST ?? join(root, 'dist');
  const isEngine = (name) => /[/\\]worker[_.][^/\\]*$/.test(name);
  const rows = {
    'page: HTML, CSS, JS, wasm': files(dist, (name) => /\.(html|css|js|wasm)$/.test(name) && !isEngine(name)),
    'engine: the worker’s JS and wasm, with all models': files(dist, isEngine),
  };
  const packed = join(root, 'pkg/newsgist');
  if (existsSync(packed)) {
    rows['npm package: `newsgist_bg.wasm`'] = files(packed, (name) => name.endsWith('_bg.wasm'));
    rows['npm package: its modules'] = files(packed, (name) => name.endsWith('.js'));
  }
  return rows;
}

/** What the engine's wasm is made of. The parts are compressed one by one, so that their sum is not quite the whole. */
export function parts() {
  const wasm = readFileSync(join(process.env.DIST ?? join(root, 'dist'), 'worker_bg.wasm'));
  const found = Object.fromEntries(sections(wasm));
  const models = {
    'names: clusters, lists, weights (`src/name/names.bin`)': 'src/name/names.bin',
    'ranker: stems and three forests (`src/rank/model.bin`)': 'src/rank/model.bin',
    'word lists, units, parts of speech (`src/lexicon/data.bin`)': 'src/lexicon/data.bin',
    'sources of quotes (`src/quote/source.bin`)': 'src/quote/source.bin',
  };
  const rows = { 'code': weights(found.code) };
  const all = Object.entries(models).map(([what, file]) => {
    rows[what] = weights(readFileSync(join(root, file)));
    return rows[what];
  });
  // wasm-opt leaves out long runs of zeros, so that the models do not lie in the data as they are.
  const known = sum(all);
  rows['strings and tables of the code'] = weights(found.data).map((value, at) => value - known[at]);
  return rows;
}
