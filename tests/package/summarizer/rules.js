// The rules of `Summarizer`, each a test in the style of web-platform-tests; run in pages by summarizer.test.mjs.
// The words are our own.

import { Summarizer, QuotaExceededError } from '/newsgist/index.js';

const TEXT = `The council of Ostrel voted on Monday to close the harbour bridge for nine months. The repairs will cost
41 million euros. Mayor Ana Prisk said that every week of waiting made them dearer. Engineers found cracks in 18 of the
64 cables last autumn. Some 27,000 people cross the bridge each day. Two ferries will run every ten minutes. The railway
has promised four more trains an hour. Shopkeepers on the north bank expect to lose a fifth of their custom.`;

const create = (options) => Summarizer.create(options);
const summarize = async (options, text = TEXT) => (await create(options)).summarize(text);
const sentences = (text) => text.split(/(?<=\.)\s+/);
const words = (text) => text.split(/\s+/);
const task = () => new Promise((resolve) => setTimeout(resolve));
const read = async (stream) => {
  const chunks = [];
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) {
      return chunks;
    }
    chunks.push(value);
  }
};

/* What is asked for. */

promise_test(async () => {
  const summarizer = await create();
  assert_equals(summarizer.type, 'key-points');
  assert_equals(summarizer.format, 'markdown');
  assert_equals(summarizer.length, 'short');
  assert_equals(summarizer.preference, 'auto');
  assert_equals(summarizer.sharedContext, '');
  assert_equals(summarizer.expectedInputLanguages, null);
  assert_equals(summarizer.expectedContextLanguages, null);
  assert_equals(summarizer.outputLanguage, null);
  assert_equals(summarizer.inputQuota, 1_000_000);
  assert_equals(Object.prototype.toString.call(summarizer), '[object Summarizer]');
}, 'create() without options has the defaults');

promise_test(async () => {
  const given = {
    type: 'teaser', format: 'plain-text', length: 'long', preference: 'capability', sharedContext: 'for sailors',
    expectedInputLanguages: ['EN-gb', 'en'], expectedContextLanguages: ['en-latn-US'], outputLanguage: 'EN',
  };
  const summarizer = await create(given);
  for (const name of ['type', 'format', 'length', 'preference', 'sharedContext']) {
    assert_equals(summarizer[name], given[name], name);
  }
  assert_array_equals(summarizer.expectedInputLanguages, ['en-GB', 'en']);
  assert_array_equals(summarizer.expectedContextLanguages, ['en-Latn-US']);
  assert_equals(summarizer.outputLanguage, 'en');
  assert_true(Object.isFrozen(summarizer.expectedInputLanguages));
  assert_equals(summarizer.expectedInputLanguages, summarizer.expectedInputLanguages, 'the same array each time');
}, 'each option is an attribute; language tags are canonical');

for (const [length, count] of [['short', 3], ['medium', 5], ['long', 7]]) {
  promise_test(async () => {
    const lines = (await summarize({ length })).split('\n');
    assert_equals(lines.length, count);
    lines.forEach((line) => assert_true(line.startsWith('* '), line));
  }, `key-points, ${length}: ${count} bullets in Markdown`);

  promise_test(async () => {
    const lines = (await summarize({ length, format: 'plain-text' })).split('\n');
    assert_equals(lines.length, count);
    const all = TEXT.replace(/\s+/g, ' ');
    lines.forEach((line) => assert_true(all.includes(line), `copied from the text: ${line}`));
  }, `key-points, ${length}, plain text: one point a line, copied from the text`);
}

for (const type of ['tldr', 'teaser']) {
  for (const [length, most] of [['short', 1], ['medium', 3], ['long', 5]]) {
    promise_test(async () => {
      const text = await summarize({ type, length, format: 'plain-text' });
      assert_between_inclusive(sentences(text).length, 1, most);
      assert_false(text.includes('\n'));
    }, `${type}, ${length}: at most ${most} sentences`);
  }
}

for (const [length, most] of [['short', 12], ['medium', 17], ['long', 22]]) {
  promise_test(async () => {
    const long = `${'The council of the old port city of Ostrel voted late on Monday, after nine hours of angry debate, '
      + 'to close its harbour bridge for nine months and to spend 41 million euros on new cables for it'}.`;
    const text = await summarize({ type: 'headline', length, format: 'plain-text' }, long);
    assert_between_inclusive(words(text).length, 4, most);
    assert_false(/[.,;:]$/.test(text), text);
  }, `headline, ${length}: at most ${most} words`);
}

promise_test(async () => {
  const text = 'The *star* of the show sold 5_000_000 <b>records</b> in `1999`, her label said on Friday in London.';
  const line = await summarize({}, text);
  assert_true(line.includes('\\*star\\*'), line);
  assert_true(line.includes('5\\_000\\_000'), line);
  assert_true(line.includes('\\<b>'), line);
  assert_true(line.includes('\\`1999\\`'), line);
  const plain = await summarize({ format: 'plain-text' }, text);
  assert_equals(plain, text);
}, 'characters that mean something in Markdown are escaped; plain text is left alone');

promise_test(async () => {
  const summarizer = await create();
  for (const text of ['', ' ', '\n\t \u00a0']) {
    assert_equals(await summarizer.summarize(text), '');
    assert_array_equals(await read(summarizer.summarizeStreaming(text)), []);
  }
}, 'blank input gives the empty string, and a stream without chunks');

for (const type of ['key-points', 'tldr', 'teaser', 'headline']) {
  promise_test(async () => {
    for (const text of ['Please write a sentence in English.', 'Rain', '!!! ???', '# Title', 'He did.', '\ud800']) {
      assert_greater_than((await summarize({ type }, text)).length, 0, text);
    }
  }, `${type}: one sentence, or less, gives a summary that is not empty`);
}

promise_test(async () => {
  const options = { format: 'plain-text', type: 'tldr' };
  const all = TEXT.replace(/\s+/g, ' ');
  const plain = await create(options);
  for (const context of ['zebra quorum', 'The railway and its trains']) {
    const summary = await plain.summarize(TEXT, { context });
    assert_true(all.includes(summary), `copied: ${summary}`);
    assert_false(/zebra|quorum/.test(summary));
    const shared = await create({ ...options, sharedContext: context });
    assert_equals(await shared.summarize(TEXT), summary, 'shared or not, it weighs the same');
  }
}, 'context never adds words');

promise_test(async () => {
  const summarizer = await create({ format: 'plain-text', length: 'short' });
  const plain = await summarizer.summarize(TEXT);
  // Whatever the engine chooses by itself: who asks in the very words of a sentence that it passed over gets that one.
  const passedOver = TEXT.split(/(?<=\.)\s+/).filter((sentence) => !plain.includes(sentence.trim()));
  assert_greater_than(passedOver.length, 0);
  const chosen = [];
  for (const context of passedOver) {
    if ((await summarizer.summarize(TEXT, { context })).includes(context.trim())) {
      chosen.push(context);
    }
  }
  assert_greater_than(chosen.length * 2, passedOver.length, `chosen: ${chosen.join(' | ')} of ${passedOver.join(' | ')}`);
}, 'context biases the choice');

promise_test(async () => {
  const summarizer = await create();
  const whole = await summarizer.summarize(TEXT);
  const chunks = await read(summarizer.summarizeStreaming(TEXT));
  assert_equals(chunks.join(''), whole);
  assert_equals(chunks.length, 3);
}, 'a stream brings the same summary, a point a chunk');

promise_test(async () => {
  const summarizer = await create();
  const [one, two, three] = await Promise.all([
    summarizer.summarize(TEXT), summarizer.summarize('Rain fell on Ostrel.'), summarizer.summarize(TEXT),
  ]);
  assert_equals(one, three);
  assert_not_equals(one, two);
}, 'concurrent calls keep apart');

/* Languages. */

promise_test(async (t) => {
  for (const tag of ['e', 'Latn', 'enLatnGBfonipa', '11', 'en_Latn', 'en-Lat', 'en-A999', '', 'en-abc-invalid']) {
    for (const options of [{ outputLanguage: tag }, { expectedInputLanguages: [tag] }, { expectedContextLanguages: ['en', tag] }]) {
      await promise_rejects_js(t, RangeError, Summarizer.availability(options), tag);
      await promise_rejects_js(t, RangeError, create(options), tag);
    }
  }
}, 'a malformed language tag is a RangeError');

promise_test(async (t) => {
  for (const tag of ['de', 'es-419', 'zh-Hant', 'enm-GB']) {
    for (const options of [{ outputLanguage: tag }, { expectedInputLanguages: ['en', tag] }, { expectedContextLanguages: [tag] }]) {
      assert_equals(await Summarizer.availability(options), 'unavailable', tag);
      await promise_rejects_dom(t, 'NotSupportedError', create(options), tag);
    }
  }
}, 'a language other than English is unavailable, and create() rejects with NotSupportedError');

promise_test(async () => {
  for (const tag of ['en', 'EN', 'en-Latn', 'en-lATN-gb', 'en-fonipa-scouse', 'en-x-private', 'en-u-ca-gregory']) {
    assert_equals(await Summarizer.availability({ outputLanguage: tag, expectedInputLanguages: [tag] }), 'available', tag);
    await create({ expectedContextLanguages: [tag] });
  }
  assert_equals(await Summarizer.availability({ expectedInputLanguages: [] }), 'available');
}, 'English of any region and script is available');

promise_test(async () => {
  const values = {
    type: [undefined, 'tldr', 'teaser', 'key-points', 'headline'],
    format: [undefined, 'plain-text', 'markdown'],
    length: [undefined, 'short', 'medium', 'long'],
    expectedInputLanguages: [[], ['en'], ['es'], ['ja', 'fr']],
    expectedContextLanguages: [[], ['en'], ['es'], ['ja', 'fr']],
    outputLanguage: [undefined, 'en', 'es', 'ja', 'fr'],
  };
  const all = Object.entries(values).reduce(
    (some, [name, list]) => some.flatMap((options) => list.map((value) => ({ ...options, [name]: value }))), [{}]);
  assert_equals(all.length, 4800);
  const answers = { available: 0, unavailable: 0 };
  // Work is counted, not timed: reading a language tag is what takes a browser long, and a task is what others wait for.
  const { getCanonicalLocales } = Intl;
  const work = { tags: 0, tasks: 0 };
  Intl.getCanonicalLocales = (tag) => {
    work.tags += 1;
    return getCanonicalLocales(tag);
  };
  setTimeout(() => { work.tasks += 1; });
  for (const options of all) {
    answers[await Summarizer.availability(options)] += 1;
  }
  Intl.getCanonicalLocales = getCanonicalLocales;
  assert_less_than_equal(work.tags, 4, 'each tag is read once');
  assert_equals(work.tasks, 0, 'no answer waits for a task');
  assert_equals(answers.available, 5 * 3 * 4 * 2 * 2 * 2);
  assert_equals(answers.unavailable, 4800 - answers.available);
}, 'availability() is cheap: 4,800 combinations');

/* Aborting. */

const reasons = () => [[undefined, 'AbortError'], [new Error('mine'), undefined], [null, undefined], ['text', undefined]];

for (const [what, method] of [
  ['create()', (signal) => create({ signal })],
  ['summarize()', async (signal) => (await created).summarize(TEXT, { signal })],
  ['measureInputUsage()', async (signal) => (await created).measureInputUsage(TEXT, { signal })],
]) {
  promise_test(async (t) => {
    for (const [reason, name] of reasons()) {
      for (const wait of ['before', 'now', 'next task']) {
        const controller = new AbortController();
        if (wait === 'before') {
          controller.abort(reason);
        }
        const promise = method(controller.signal);
        if (wait === 'next task') {
          // The handler is there before the abort, as with any awaited promise.
          promise.catch(() => {});
          setTimeout(() => controller.abort(reason));
          const outcome = await promise.then(() => 'done', (error) => error);
          assert_true(outcome === 'done' || outcome === controller.signal.reason, `${outcome}`);
          continue;
        }
        controller.abort(reason);
        await (name ? promise_rejects_dom(t, name, promise) : promise_rejects_exactly(t, controller.signal.reason, promise));
      }
    }
  }, `${what}: an aborted signal rejects with its own reason`);
}
const created = create();

promise_test(async (t) => {
  const summarizer = await create();
  for (const reason of [undefined, new Error('mine')]) {
    const controller = new AbortController();
    const stream = summarizer.summarizeStreaming(TEXT, { signal: controller.signal });
    controller.abort(reason);
    await promise_rejects_exactly(t, controller.signal.reason, stream.pipeTo(new WritableStream()));
    assert_throws_exactly(controller.signal.reason,
      () => summarizer.summarizeStreaming(TEXT, { signal: controller.signal }), 'thrown at once');
  }
  assert_greater_than((await summarizer.summarize(TEXT)).length, 0, 'still usable');
}, 'summarizeStreaming(): an abort errors the stream; an aborted signal throws synchronously');

promise_test(async (t) => {
  const summarizer = await create();
  const controller = new AbortController();
  const reader = summarizer.summarizeStreaming(TEXT, { signal: controller.signal }).getReader();
  assert_false((await reader.read()).done);
  const reason = new Error('half way');
  controller.abort(reason);
  await promise_rejects_exactly(t, reason, reader.read());
  await promise_rejects_exactly(t, reason, reader.closed);
}, 'summarizeStreaming(): an abort between two chunks reaches the reader');

promise_test(async () => {
  const summarizer = await create();
  const controller = new AbortController();
  const chunks = await read(summarizer.summarizeStreaming(TEXT, { signal: controller.signal }));
  controller.abort();
  assert_equals(chunks.length, 3);
}, 'summarizeStreaming(): an abort after the end does nothing');

promise_test(async () => {
  const summarizer = await create();
  const reader = summarizer.summarizeStreaming(TEXT).getReader();
  await reader.read();
  await reader.cancel('enough');
  assert_true((await reader.read()).done);
}, 'summarizeStreaming(): a reader may stop');

promise_test(async (t) => {
  const controller = new AbortController();
  const summarizer = await create({ signal: controller.signal });
  const reason = new Error('closing down');
  const pending = [summarizer.summarize(TEXT), summarizer.measureInputUsage(TEXT)];
  const stream = summarizer.summarizeStreaming(TEXT);
  controller.abort(reason);
  for (const promise of [...pending, summarizer.summarize(TEXT), summarizer.measureInputUsage(TEXT)]) {
    await promise_rejects_exactly(t, reason, promise);
  }
  await promise_rejects_exactly(t, reason, stream.getReader().read());
  assert_throws_exactly(reason, () => summarizer.summarizeStreaming(TEXT));
}, "aborting create()'s signal after creation destroys the object, with its reason");

promise_test(async (t) => {
  const summarizer = await create();
  const pending = [summarizer.summarize(TEXT), summarizer.measureInputUsage(TEXT)];
  const stream = summarizer.summarizeStreaming(TEXT);
  assert_equals(summarizer.destroy(), undefined);
  summarizer.destroy();
  for (const promise of [...pending, summarizer.summarize(TEXT), summarizer.measureInputUsage(TEXT)]) {
    await promise_rejects_dom(t, 'AbortError', promise);
  }
  await promise_rejects_dom(t, 'AbortError', stream.pipeTo(new WritableStream()));
  assert_throws_dom('AbortError', () => summarizer.summarizeStreaming(TEXT));
  assert_equals(summarizer.type, 'key-points', 'attributes stay');
}, 'destroy() rejects what is pending with AbortError and errors open streams');

/* The quota. */

promise_test(async () => {
  const summarizer = await create({ sharedContext: 'ab' });
  const usage = await summarizer.measureInputUsage('four', { context: 'xyz' });
  assert_equals(usage, 9);
  assert_true(Number.isFinite(summarizer.inputQuota));
}, 'usage counts UTF-16 units of input, context and shared context');

promise_test(async (t) => {
  const summarizer = await create();
  const text = 'x'.repeat(summarizer.inputQuota + 1);
  for (const promise of [summarizer.summarize(text), read(summarizer.summarizeStreaming(text)),
    create({ sharedContext: text })]) {
    const error = await promise.then(() => undefined, (error) => error);
    assert_equals(error?.name, 'QuotaExceededError');
    assert_true(error instanceof DOMException);
    assert_true(error instanceof QuotaExceededError);
    assert_equals(error.requested, summarizer.inputQuota + 1);
    assert_equals(error.quota, summarizer.inputQuota);
  }
  assert_equals(await summarizer.measureInputUsage(text), summarizer.inputQuota + 1, 'measuring is free');
}, 'too much is a QuotaExceededError that tells requested and quota');

/* The monitor. */

promise_test(async () => {
  let isSynchronous = true;
  let given;
  const promise = create({ monitor(...args) {
    assert_true(isSynchronous);
    assert_equals(this, undefined);
    given = args;
  } });
  isSynchronous = false;
  assert_equals(given.length, 1);
  assert_true(given[0] instanceof EventTarget);
  assert_equals(Object.prototype.toString.call(given[0]), '[object CreateMonitor]');
  await promise;
}, 'monitor is called within create(), with a CreateMonitor');

promise_test(async (t) => {
  const error = new Error('mine');
  const promise = create({ monitor(monitor) {
    monitor.addEventListener('downloadprogress', t.unreached_func('no events after an exception'));
    throw error;
  } });
  await promise_rejects_exactly(t, error, promise);
  await task();
}, "monitor's exception rejects create()");

promise_test(async () => {
  const events = [];
  let isCreated = false;
  await create({ monitor(monitor) {
    monitor.addEventListener('downloadprogress', (event) => {
      assert_false(isCreated, 'not after create() has resolved');
      events.push(event);
    });
  } });
  isCreated = true;
  await task();
  await task();
  assert_greater_than_equal(events.length, 2);
  assert_equals(events[0].loaded, 0);
  assert_equals(events.at(-1).loaded, 1);
  events.forEach((event, at) => {
    assert_true(event instanceof ProgressEvent);
    assert_true(event.isTrusted === false && event.lengthComputable);
    assert_equals(event.total, 1);
    assert_equals(event.loaded % (1 / 0x10000), 0);
    assert_true(at === 0 || event.loaded > events[at - 1].loaded, 'strictly rising');
  });
}, 'downloadprogress: at least two events, from 0 to 1, strictly rising');

for (const at of [0, 1]) {
  promise_test(async (t) => {
    const controller = new AbortController();
    const reason = new Error('mine');
    let isAborted = false;
    const promise = create({ signal: controller.signal, monitor(monitor) {
      monitor.ondownloadprogress = async ({ loaded }) => {
        assert_false(isAborted, 'no events after the abort');
        if (loaded === at) {
          await Promise.resolve();
          isAborted = true;
          controller.abort(reason);
        }
      };
    } });
    await promise_rejects_exactly(t, reason, promise);
    await task();
    await task();
  }, `an abort on hearing of ${at} rejects create(), and ends the events`);
}

promise_test(async () => {
  let monitor;
  await create({ monitor(given) {
    monitor = given;
  } });
  assert_equals(monitor.ondownloadprogress, null);
  const calls = [];
  const handler = () => calls.push('handler');
  monitor.ondownloadprogress = handler;
  monitor.addEventListener('downloadprogress', () => calls.push('listener'));
  assert_equals(monitor.ondownloadprogress, handler);
  monitor.dispatchEvent(new Event('downloadprogress'));
  assert_array_equals(calls, ['handler', 'listener']);
  monitor.ondownloadprogress = 5;
  assert_equals(monitor.ondownloadprogress, null);
  monitor.dispatchEvent(new Event('downloadprogress'));
  assert_array_equals(calls, ['handler', 'listener', 'listener']);
  assert_throws_js(TypeError, () => new monitor.constructor());
}, 'ondownloadprogress is an event handler');

/* Web IDL. */

test(() => {
  assert_equals(Summarizer.length, 0);
  assert_equals(Summarizer.create.length, 0);
  assert_equals(Summarizer.availability.length, 0);
  assert_equals(Summarizer.prototype.summarize.length, 1);
  assert_equals(Summarizer.prototype.summarizeStreaming.length, 1);
  assert_equals(Summarizer.prototype.measureInputUsage.length, 1);
  assert_throws_js(TypeError, () => new Summarizer());
  assert_throws_js(TypeError, () => Summarizer());
  const names = [];
  for (const name in Summarizer.prototype) {
    names.push(name);
  }
  assert_equals(names.length, 13, names.join(' '));
  assert_array_equals(Object.keys(Summarizer).sort(), ['availability', 'create']);
}, 'lengths, enumerable members, no constructor');

promise_test(async (t) => {
  const summarizer = await create();
  for (const promise of [
    summarizer.summarize(), summarizer.measureInputUsage(), summarizer.summarize(Symbol()),
    summarizer.summarize('x', 5), summarizer.summarize('x', { signal: {} }), summarizer.summarize('x', { signal: null }),
    Summarizer.prototype.summarize.call({}, 'x'), Summarizer.prototype.measureInputUsage.call(undefined, 'x'),
    create(5), create({ type: 'tl;dr' }), create({ format: null }), create({ length: 'SHORT' }), create({ preference: 1 }),
    create({ expectedInputLanguages: 'en' }), create({ expectedInputLanguages: null }), create({ monitor: null }),
    create({ monitor: {} }), create({ signal: 'now' }), create({ sharedContext: Symbol() }),
    Summarizer.availability('en'), Summarizer.availability({ type: '' }),
  ]) {
    await promise_rejects_js(t, TypeError, promise);
  }
}, 'promise methods reject with TypeError where an argument is missing or of the wrong type');

promise_test(async () => {
  const summarizer = await create();
  assert_throws_js(TypeError, () => summarizer.summarizeStreaming());
  assert_throws_js(TypeError, () => summarizer.summarizeStreaming('x', 'y'));
  assert_throws_js(TypeError, () => summarizer.summarizeStreaming(Symbol()));
  assert_throws_js(TypeError, () => Summarizer.prototype.summarizeStreaming.call({}, 'x'));
  assert_throws_js(TypeError, () => Summarizer.prototype.destroy.call({}));
}, 'summarizeStreaming() and destroy() throw');

test(() => {
  for (const name of ['sharedContext', 'type', 'format', 'length', 'preference', 'expectedInputLanguages',
    'expectedContextLanguages', 'outputLanguage', 'inputQuota']) {
    assert_throws_js(TypeError, () => Summarizer.prototype[name], name);
  }
}, 'getters throw on the prototype');

promise_test(async () => {
  const order = [];
  const options = new Proxy({}, { get: (_, name) => void order.push(name) });
  await create(options);
  assert_array_equals(order, ['expectedContextLanguages', 'expectedInputLanguages', 'format', 'length', 'outputLanguage',
    'preference', 'type', 'monitor', 'sharedContext', 'signal']);
  await create(undefined);
  await create(null);
  const summarizer = await create({ type: { toString: () => 'tldr' }, expectedInputLanguages: new Set(['en']) });
  assert_equals(summarizer.type, 'tldr');
  assert_array_equals(summarizer.expectedInputLanguages, ['en']);
}, 'options are read as Web IDL reads a dictionary');

promise_test(async (t) => {
  const controller = new AbortController();
  controller.abort();
  await promise_rejects_dom(t, 'AbortError', create({ signal: controller.signal, outputLanguage: 'not_a_tag',
    monitor: t.unreached_func('no monitor') }));
}, 'an aborted signal comes before a malformed tag and before the monitor');

promise_test(async () => {
  const { create, availability } = Summarizer;
  assert_equals(await availability(), 'available');
  assert_true((await create()) instanceof Summarizer);
}, 'static methods need no this');
