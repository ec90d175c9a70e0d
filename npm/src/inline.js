// newsgist with the wasm inside: nothing is fetched and no worker is started. For pages of one file, and for hosts
// that serve scripts only.

import packed from './newsgist_bg.wasm.gz';
import { startWith } from './engine.js';

export * from './api.js';
export { Summarizer } from './summarizer.js';
export { CreateMonitor } from './create-monitor.js';
export { QuotaExceededError } from './quota.js';
import * as glue from './newsgist.js';

startWith(async () => {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  const bytes = await new Response(stream).arrayBuffer();
  glue.initSync({ module: await WebAssembly.compile(bytes) });
  return { call: async (name, args) => glue[name](...args) };
});

/** Takes what the other variant takes; there is nothing to find here. */
export function configure() {}
