// The `Summarizer` of the W3C Writing Assistance APIs, draft of August 2026, extractive: its answers are sentences of
// the input. The order of the steps is the draft's; what a class of JavaScript does otherwise than an interface of
// Web IDL (enumerable members, checks of arguments, who may construct) is put right at the end of each class.

import { call, load } from './engine.js';
import { makeMonitor, progress } from './create-monitor.js';
import { readCoreOptions, readCreateOptions, readSummarizeOptions, canonical, isEnglish } from './summarizer-options.js';
import { quotaExceeded } from './quota.js';
import { asInterface, need, task, withAbort } from './web-idl.js';

/** UTF-16 code units that one summary may read: input, context and shared context together. */
const QUOTA = 1_000_000;

/** Whoever has it may construct a `Summarizer`; only `create` has. */
const KEY = Symbol('Summarizer');

export class Summarizer {
  /** The options it was created with. */
  #options;
  /** Aborted when it is destroyed. */
  #destroyed = new AbortController();

  constructor() {
    if (arguments[0] !== KEY) {
      throw new TypeError('Illegal constructor');
    }
    this.#options = arguments[1];
  }

  static async availability(options = {}) {
    needDocument();
    return isEnglish(readCoreOptions(options)) ? 'available' : 'unavailable';
  }

  static async create(options = {}) {
    const read = readCreateOptions(options);
    needDocument();
    if (read.signal?.aborted) {
      throw read.signal.reason;
    }
    const { signal, monitor: callback, ...kept } = canonical(read);
    const monitor = callback && makeMonitor();
    // In this very task: who listens from here on misses nothing, and an error of theirs rejects the promise.
    callback?.call(undefined, monitor);
    return withAbort([signal], async (unwanted) => {
      const tell = (loaded) => monitor && !unwanted.aborted && progress(monitor, loaded);
      await task();
      if (!isEnglish(kept)) {
        throw new DOMException('Newsgist summarizes English only.', 'NotSupportedError');
      }
      const length = kept.sharedContext.length;
      if (length > QUOTA) {
        throw quotaExceeded('The shared context is too long.', length, QUOTA);
      }
      tell(0);
      await load().catch((error) => {
        throw new DOMException(`The engine could not be loaded: ${error.message}`, 'NetworkError');
      });
      // Who aborts on hearing of the end must find the promise open: it is settled one task later.
      await task();
      tell(1);
      await task();
      const summarizer = new Summarizer(KEY, kept);
      signal?.addEventListener('abort', () => summarizer.#destroy(signal.reason), { once: true });
      return summarizer;
    });
  }

  async summarize(input, options = {}) {
    const { lines } = this.#call(arguments, input, options);
    return (await lines()).join('');
  }

  summarizeStreaming(input, options = {}) {
    const { signals, lines } = this.#call(arguments, input, options);
    const aborted = signals.find((signal) => signal.aborted);
    if (aborted) {
      throw aborted.reason;
    }
    const cancelled = new AbortController();
    const forget = new AbortController();
    let rest;
    return new ReadableStream({
      start(controller) {
        for (const signal of signals) {
          const onabort = () => controller.error(signal.reason);
          signal.addEventListener('abort', onabort, { once: true, signal: forget.signal });
        }
        rest = lines(cancelled.signal);
        rest.catch((error) => controller.error(error));
      },
      // Chunk by chunk as they are read, so that an abort in between still reaches the reader.
      async pull(controller) {
        const left = await rest;
        if (left.length > 0) {
          controller.enqueue(left.shift());
        }
        if (left.length === 0) {
          forget.abort();
          controller.close();
        }
      },
      cancel(reason) {
        forget.abort();
        cancelled.abort(reason);
      },
    }, { highWaterMark: 0 });
  }

  async measureInputUsage(input, options = {}) {
    const { signals, usage } = this.#call(arguments, input, options);
    return withAbort(signals, async () => {
      await task();
      return usage;
    });
  }

  get sharedContext() {
    return this.#options.sharedContext;
  }

  get type() {
    return this.#options.type;
  }

  get format() {
    return this.#options.format;
  }

  get length() {
    return this.#options.length;
  }

  get preference() {
    return this.#options.preference;
  }

  get expectedInputLanguages() {
    return this.#options.expectedInputLanguages;
  }

  get expectedContextLanguages() {
    return this.#options.expectedContextLanguages;
  }

  get outputLanguage() {
    return this.#options.outputLanguage;
  }

  get inputQuota() {
    this.#options;
    return QUOTA;
  }

  destroy() {
    this.#destroy(new DOMException('The summarizer was destroyed.', 'AbortError'));
  }

  #destroy(reason) {
    this.#destroyed.abort(reason);
  }

  /** Reads the arguments of a method that takes an input; `lines` then does the work, in chunks that join to all. */
  #call(given, input, options) {
    const { type, length, format, sharedContext } = this.#options;
    need(given, 1, 'Summarizer');
    const text = `${input}`;
    const { context, signal } = readSummarizeOptions(options);
    needDocument();
    const signals = [this.#destroyed.signal, signal].filter(Boolean);
    const usage = text.length + context.length + sharedContext.length;
    const lines = (cancelled) => withAbort([...signals, cancelled], async (unwanted) => {
      await task();
      if (usage > QUOTA) {
        throw quotaExceeded('The input is too long.', usage, QUOTA);
      }
      const bias = [sharedContext, context].join('\n').trim();
      const summary = await call('summarize', [text, type, length, format, bias], unwanted);
      // In a later task, so that an abort on the answer's heels still counts: withAbort looks at the signals again.
      await task();
      return summary.split(/(?<=\n)/).filter(Boolean);
    });
    return { signals, usage, lines };
  }
}

asInterface(Summarizer, 'Summarizer');

/** A document that has been taken off its page answers nothing. */
function needDocument() {
  if (globalThis.document?.defaultView === null) {
    throw new DOMException('The document is not active.', 'InvalidStateError');
  }
}
