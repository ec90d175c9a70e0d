// `QuotaExceededError`: the browser's own class where it has one that tells requested and quota.

const Native = globalThis.QuotaExceededError;

class Own extends DOMException {
  #quota;
  #requested;

  constructor(message = '', { quota = null, requested = null } = {}) {
    super(message, 'QuotaExceededError');
    this.#quota = quota;
    this.#requested = requested;
  }

  get quota() {
    return this.#quota;
  }

  get requested() {
    return this.#requested;
  }
}
Object.defineProperty(Own, 'name', { value: 'QuotaExceededError' });

export const QuotaExceededError = typeof Native === 'function' && 'requested' in Native.prototype ? Native : Own;

/** The error for so many units where at most `quota` are read. */
export function quotaExceeded(message, requested, quota) {
  return new QuotaExceededError(`${message} ${requested} units were given, ${quota} are read.`, { requested, quota });
}
