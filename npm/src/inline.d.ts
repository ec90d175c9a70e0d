/** The same as `newsgist`, with the wasm inside: nothing is fetched and no worker is started. */
export * from './api.js';
