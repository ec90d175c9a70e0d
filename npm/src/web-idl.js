// What interfaces of Web IDL do and classes of JavaScript do not.

/** Makes the members enumerable and names the class in `Object.prototype.toString`. */
export function asInterface(type, name) {
  for (const owner of [type, type.prototype]) {
    for (const key of Object.getOwnPropertyNames(owner)) {
      const member = Object.getOwnPropertyDescriptor(owner, key);
      const isMember = member.configurable && key !== 'constructor' && !(owner === type && ['name', 'length'].includes(key));
      if (isMember) {
        Object.defineProperty(owner, key, { ...member, enumerable: true });
      }
    }
  }
  Object.defineProperty(type.prototype, Symbol.toStringTag, { value: name, configurable: true });
}

/** Throws unless so many arguments were given. */
export function need(given, count, what) {
  if (given.length < count) {
    throw new TypeError(`${what}: ${count} argument required, but only ${given.length} present.`);
  }
}

/** Waits for a later task. */
export function task() {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/**
 * Does the work unless one of the signals is aborted before it is done; then rejects with that signal's reason, at
 * once. The work is given a signal that says when it is no longer wanted.
 *
 * @param {(AbortSignal | undefined)[]} signals
 * @param {(unwanted: AbortSignal) => Promise<unknown>} work
 */
export function withAbort(signals, work) {
  return new Promise((resolve, reject) => {
    const done = new AbortController();
    const settle = (how, value) => {
      how(value);
      done.abort();
    };
    for (const signal of signals) {
      if (signal?.aborted) {
        settle(reject, signal.reason);
        return;
      }
      signal?.addEventListener('abort', () => settle(reject, signal.reason), { signal: done.signal });
    }
    work(done.signal).then((value) => settle(resolve, value), (error) => settle(reject, error));
  });
}
