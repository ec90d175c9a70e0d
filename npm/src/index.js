// newsgist: the engine in a worker, fetched when it is first needed.

import { settings } from './host.js';

export * from './api.js';
export { Summarizer } from './summarizer.js';
export { CreateMonitor } from './create-monitor.js';
export { QuotaExceededError } from './quota.js';

/**
 * Says where things are, before the engine is first used: `wasmUrl`, and `worker`, a function that makes one, or
 * `false` for none.
 */
export function configure({ wasmUrl, worker } = {}) {
  if (wasmUrl !== undefined) {
    settings.wasmUrl = new URL(wasmUrl, globalThis.document?.baseURI ?? import.meta.url);
  }
  if (worker !== undefined) {
    settings.worker = worker;
  }
}
