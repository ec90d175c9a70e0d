// Starts the page. A file of its own, since a strict Content-Security-Policy allows no script within the page; and
// what Trusted Types guard stands here, so that the policy covers these few lines and nothing else.
const own = (name) => new URL(name, document.baseURI).href;
const scripts = ['worker_loader.js', 'sw.js'].map(own);
let policy;
try {
  policy = globalThis.trustedTypes?.createPolicy('newsgist', {
    createScriptURL(url) {
      if (!scripts.includes(url)) throw new TypeError(`${url} is no script of this page.`);
      return url;
    },
  });
} catch {
  // A host with policies of its own, and perhaps without the duty to use them.
}
const script = (name) => policy ? policy.createScriptURL(own(name)) : own(name);
// The worker's program is compiled while the worker is being made, and once for all workers.
const program = globalThis.WebAssembly?.compileStreaming?.(fetch(own('worker_bg.wasm'))).catch(() => undefined);
const start = () => {
  const worker = new Worker(script('worker_loader.js'), { type: 'module' });
  Promise.resolve(program).then((module) => worker.postMessage(module));
  return worker;
};

// The first worker loads beside the page's program, not after it; what it says meanwhile is said again later.
const said = [];
let first;
try {
  first = start();
  first.onmessage = first.onerror = (event) => said.push(event);
} catch {
  // The program will try again, and tell.
}

globalThis.newsgist = {
  worker() {
    const worker = first ?? start();
    first = undefined;
    queueMicrotask(() => said.splice(0).forEach((event) => worker.dispatchEvent(new event.constructor(event.type, event))));
    return worker;
  },
  async copy(text) {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
      return;
    }
    // A page without TLS has no clipboard of its own, and copies what is selected.
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    const isDone = document.execCommand('copy');
    area.remove();
    if (!isDone) throw new Error('no clipboard');
  },
  // As the file's first bytes say; as UTF-8, also where a few bytes are broken; as a page declares; else as Windows has
  // written English for thirty years.
  async read(file) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const decode = (name, fatal) => new TextDecoder(name, { fatal }).decode(bytes);
    const marks = { '255,254': 'utf-16le', '254,255': 'utf-16be' };
    const mark = marks[bytes.subarray(0, 2)];
    const isPage = /\.x?html?$/i.test(file.name);
    const head = isPage ? new TextDecoder('latin1').decode(bytes.subarray(0, 8192)) : '';
    const declared = /<meta[^>]+charset\s*=\s*["']?\s*([^\s"';\/>]+)/i.exec(head)?.[1];
    try {
      const text = decode(mark ?? 'utf-8', true);
      // Bytes that are all ASCII are UTF-8 too, and may be letters of Japan all the same.
      if (mark || !declared || !/^iso-2022|^hz/i.test(declared)) return text;
    } catch {
      // Not UTF-8, or not quite.
    }
    const text = decode('utf-8', false);
    const broken = text.split('\ufffd').length - 1;
    const fits = broken <= text.replace(/[\0-\x7f\ufffd]/g, '').length;
    try {
      return decode(declared && !/^utf-?16/i.test(declared) ? declared : fits ? 'utf-8' : 'windows-1252', false);
    } catch {
      // A declaration that no browser knows.
      return fits ? text : decode('windows-1252', false);
    }
  },
  keep: () => navigator.serviceWorker?.register(script('sw.js')).catch(() => {}),
};

try {
  // This script does not wait for the page's words and styles, so that the worker begins at once; the program does.
  if (document.readyState === 'loading') {
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
  }
  const { default: init } = await import('./app.js');
  await init({ module_or_path: new URL('./app_bg.wasm', import.meta.url) });
} catch (error) {
  const note = document.createElement('p');
  note.className = 'notice';
  note.setAttribute('role', 'alert');
  note.textContent = 'Newsgist reads articles with a program in WebAssembly, and this browser or the policy of this page '
    + `did not let it start. (${error.message})`;
  document.querySelector('#app').replaceChildren(note);
}
