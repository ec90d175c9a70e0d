// `CreateMonitor` of the Writing Assistance APIs: tells how the engine's loading goes on.

import { asInterface } from './web-idl.js';

const KEY = Symbol('CreateMonitor');

export class CreateMonitor extends EventTarget {
  /** The event handler, as `ondownloadprogress` gives it back. */
  #handler = null;
  #listens = false;

  constructor() {
    if (arguments[0] !== KEY) {
      throw new TypeError('Illegal constructor');
    }
    super();
  }

  /** For `create` only; taken off the class below. */
  static make() {
    return new CreateMonitor(KEY);
  }

  get ondownloadprogress() {
    return this.#handler;
  }

  set ondownloadprogress(value) {
    this.#handler;
    const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
    this.#handler = isObject ? value : null;
    if (isObject && !this.#listens) {
      this.#listens = true;
      // Registered once, with the first handler, and kept: its place among the listeners does not change.
      this.addEventListener('downloadprogress', (event) => {
        if (typeof this.#handler === 'function' && this.#handler.call(this, event) === false) {
          event.preventDefault();
        }
      });
    }
  }
}

/** Makes a monitor. */
export const makeMonitor = CreateMonitor.make;
delete CreateMonitor.make;
asInterface(CreateMonitor, 'CreateMonitor');

/** Tells that so much is loaded: 0 to 1. */
export function progress(monitor, loaded) {
  monitor.dispatchEvent(new ProgressEvent('downloadprogress', { lengthComputable: true, loaded, total: 1 }));
}

/** The browser's own, or as much of it as is needed where there is none (Node). */
const ProgressEvent = globalThis.ProgressEvent ?? class ProgressEvent extends Event {
  constructor(type, { lengthComputable, loaded, total }) {
    super(type);
    Object.assign(this, { lengthComputable, loaded, total });
  }
};
