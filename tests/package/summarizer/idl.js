// `Summarizer` and `CreateMonitor` against their Web IDL, by the harness of web-platform-tests.

import { Summarizer } from '/newsgist/polyfill.js';

promise_test(async () => {
  const idl = await (await fetch('/writing-assistance-apis.idl')).text();
  const harness = new IdlArray();
  const wanted = (name) => name === 'Summarizer' || name === 'CreateMonitor';
  for (const part of WebIDL2.parse(idl)) {
    // Writer and Rewriter are other people's; their dictionaries and enums do no harm.
    const isOther = part.type === 'interface' && !wanted(part.name);
    if (!isOther && !(part.type === 'includes' && !wanted(part.target))) {
      harness.add_idls(WebIDL2.write([part]));
    }
  }
  harness.add_untested_idls('[Exposed=*] interface EventTarget {}; [Exposed=*] interface AbortSignal : EventTarget {};'
    + '[Exposed=*] interface ReadableStream {}; [LegacyTreatNonObjectAsNull] callback EventHandlerNonNull = any (any event);'
    + 'typedef EventHandlerNonNull? EventHandler;');
  globalThis.summarizer = await Summarizer.create({
    monitor(monitor) {
      globalThis.monitor = monitor;
    },
  });
  harness.add_objects({ Summarizer: ['summarizer'], CreateMonitor: ['monitor'] });
  harness.test();
}, 'the IDL is read');
