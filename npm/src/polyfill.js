// Installs `Summarizer` as the global where the browser has none, or has one that cannot be used here.

import { Summarizer } from './summarizer.js';
import { CreateMonitor } from './create-monitor.js';
import './host.js';

export { Summarizer };

/** The browser's own class, whether or not ours took its place; undefined where there is none. */
export const native = globalThis.Summarizer;

/** A browser that has not answered by then keeps its own class: a page cannot wait for it. */
const PATIENCE = 2000;

/** Whether the global is now ours. */
export const installed = native === undefined || (await isUnavailable());

if (installed) {
  install('Summarizer', Summarizer);
  // Also where the browser has one of its own: the two belong together.
  install('CreateMonitor', CreateMonitor);
}

async function isUnavailable() {
  let timer;
  const patience = new Promise((resolve) => {
    timer = setTimeout(resolve, PATIENCE, 'unknown');
  });
  // English, since a model for other languages only would be of no use to who asks for ours.
  const answer = Promise.resolve(native.availability?.({ outputLanguage: 'en' })).catch(() => 'unavailable');
  const availability = await Promise.race([answer, patience]);
  clearTimeout(timer);
  return availability === undefined || availability === 'unavailable';
}

/** Properties of the global are as for any interface: writable, configurable, not enumerable. */
function install(name, value) {
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
}
