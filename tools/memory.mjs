// What memory the engine takes in WebAssembly, by the size of its memory after reading one text of some length:
// `make package`, then `node tools/memory.mjs`. WebAssembly's memory never shrinks, so each length has a process.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const pkg = process.env.PKG ?? path.join(root, 'pkg', 'newsgist');
const MB = 1e6;

/** News of so many bytes: the sample articles, one after the other. */
function news(bytes) {
  const folder = path.join(root, 'seeds', 'articles');
  const all = fs.readdirSync(folder).sort().map((name) => fs.readFileSync(path.join(folder, name), 'utf8')).join('\n\n');
  return all.repeat(Math.ceil(bytes / all.length)).slice(0, bytes);
}

const TEXTS = {
  'no text': () => '',
  'news, 10 kB': () => news(0.01 * MB),
  'news, 100 kB': () => news(0.1 * MB),
  'news, 1 MB': () => news(MB),
  'news, 4 MB': () => news(4 * MB),
  'news, 10 MB': () => news(10 * MB),
  'one line of 10 MB without a full stop': () => 'word '.repeat(2 * MB),
  'digits only, 1 MB': () => '1'.repeat(MB),
  'a figure in every other byte, 1 MB': () => '1-'.repeat(MB / 2),
  'a million quotation marks': () => '"'.repeat(MB),
  'a line for every word, 1 MB': () => 'x\n'.repeat(MB / 2),
};

const name = process.argv[2];
if (name) {
  const { initSync, analyze } = await import(path.join(pkg, 'newsgist.js'));
  const { memory } = initSync({ module: fs.readFileSync(path.join(pkg, 'newsgist_bg.wasm')) });
  const text = TEXTS[name]();
  const digest = analyze(text, 'plain', '{}');
  console.log(JSON.stringify({ bytes: Buffer.byteLength(text), memory: memory.buffer.byteLength, digest: digest.length }));
} else {
  console.log('| text | memory, MB | digest as JSON, MB | bytes of memory a byte of text |\n|---|---|---|---|');
  for (const name of Object.keys(TEXTS)) {
    let row;
    try {
      const { bytes, memory, digest } = JSON.parse(execFileSync(process.execPath, [fileURLToPath(import.meta.url), name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
      row = `${(memory / MB).toFixed(1)} | ${(digest / MB).toFixed(1)} | ${bytes ? Math.round(memory / bytes) : ''}`;
    } catch {
      row = 'does not end well | |';
    }
    console.log(`| ${name} | ${row} |`);
  }
}
