// newsgist from a wasm that the program holds: nothing is fetched and no worker is started. For bundles and pages of
// one file, and for hosts that serve scripts only. The package has the engine once, so this module is without it; a
// bundler, or `npx newsgist inline`, brings the two together.

import { startWith } from './engine.js';
import { readFile } from './files.js';
import * as glue from './newsgist.js';

export * from './api.js';
export { Summarizer } from './summarizer.js';
export { CreateMonitor } from './create-monitor.js';
export { QuotaExceededError } from './quota.js';

/** The wasm; in a file made by `npx newsgist inline` it stands above all this, as a data: address. */
let wasm = typeof NEWSGIST_WASM === 'string' ? NEWSGIST_WASM : undefined;

startWith(async () => {
  const given = (await wasm) ?? readFile(new URL('newsgist_bg.wasm', import.meta.url));
  if (given === undefined) {
    throw new Error('newsgist/inline needs its wasm: call configure({ wasm }) with a module, its bytes or a data: address.');
  }
  glue.initSync({ module: await compiled(given) });
  return { call: async (name, args) => glue[name](...args) };
});

/** Takes the wasm: a module, its bytes, a data: address (gzip is told by its media type), or a promise of one. */
export function configure(configuration = {}) {
  if (configuration.wasm !== undefined) {
    ({ wasm } = configuration);
  }
}

async function compiled(given) {
  if (given instanceof WebAssembly.Module) {
    return given;
  }
  return WebAssembly.compile(typeof given === 'string' ? await decoded(given) : given);
}

/** The bytes of a data: address. Not by fetch, which a Content-Security-Policy may forbid. */
async function decoded(address) {
  const [, type, base64] = /^data:([^;,]*);base64,(.*)$/s.exec(address) ?? [];
  if (base64 === undefined) {
    throw new TypeError('The wasm of newsgist/inline is no data: address in base64.');
  }
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  if (type !== 'application/gzip') {
    return bytes;
  }
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}
