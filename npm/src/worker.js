// The engine in a worker. The page says where the wasm is, hears `ready`, and then sends one call at a time.

import init, * as engine from './newsgist.js';

const CALLS = new Set(['analyze', 'readText', 'exportDigest', 'summarize']);

globalThis.addEventListener('message', async ({ data }) => {
  try {
    if (data.start !== undefined) {
      await init({ module_or_path: data.start });
      postMessage({ ready: true });
    } else if (CALLS.has(data.name)) {
      postMessage({ value: engine[data.name](...data.args) });
    }
  } catch (error) {
    // After a trap the engine's memory is not to be trusted; any other error is an answer.
    const fatal = data.start !== undefined || error instanceof WebAssembly.RuntimeError;
    postMessage({ error: { name: error.name, message: error.message }, fatal });
  }
});
