// Where the engine runs: in a worker; on the main thread where a page forbids workers, and in Node and Deno.

import { startWith } from './engine.js';
import { isServer, readFile } from './files.js';
import { workerPlace } from './worker-place.js';

/** What `configure` has set. */
export const settings = { wasmUrl: undefined, worker: undefined };

startWith(async () => {
  const url = settings.wasmUrl ?? new URL('newsgist_bg.wasm', import.meta.url);
  const worker = startWorker();
  // Whatever stops the worker (a policy, another origin, an old browser), the main thread may still do.
  return (worker && (await workerPlace(worker, String(url)).catch(() => undefined))) || herePlace(url);
});

/** A worker, or nothing where there can be none. */
function startWorker() {
  const { worker } = settings;
  if (worker === false || (typeof globalThis.Worker !== 'function' && !worker) || isServer()) {
    return undefined;
  }
  try {
    if (worker) {
      return worker();
    }
    // Bundlers know this very form. Its `Worker` is the page's own, behind a Trusted Types policy where there are any.
    const Worker = TrustedWorker;
    return new Worker(new URL('./worker.js', import.meta.url), { type: 'module', name: 'newsgist' });
  } catch {
    return undefined;
  }
}

let policy;

/** @returns {Worker} */
function TrustedWorker(url, options) {
  const address = String(url);
  if (globalThis.trustedTypes) {
    policy ??= globalThis.trustedTypes.createPolicy('newsgist', {
      createScriptURL(wanted) {
        if (wanted !== address) {
          throw new TypeError('The policy newsgist is for its own worker only.');
        }
        return wanted;
      },
    });
    return new globalThis.Worker(policy.createScriptURL(address), options);
  }
  return new globalThis.Worker(address, options);
}

/** The engine in this very thread. */
async function herePlace(url) {
  const glue = await import('./newsgist.js');
  const bytes = readFile(new URL(url, import.meta.url));
  if (bytes) {
    glue.initSync({ module: bytes });
  } else {
    await glue.default({ module_or_path: url });
  }
  return { call: async (name, args) => glue[name](...args) };
}
