// Keeps the page for when there is no network. Everything is kept on the first visit and served from there; a new
// build has another number below, and with it the browser fetches everything anew.
const BUILD = 'newsgist-0';
const FILES = [
  './', 'style.css', 'boot.js', 'app.js', 'app_bg.wasm', 'worker.js', 'worker_loader.js', 'worker_bg.wasm', 'icon.svg',
  'manifest.webmanifest', 'THIRD-PARTY.txt',
];
const SAMPLES = [
  'articles/01-rome-talks.md',
  'articles/02-ballintra-results.md',
  'articles/03-rate-decision.md',
  'articles/04-meridian-cup-final.md',
  'articles/05-deep-reef.md',
  'articles/06-san-alipio-floods.md',
  'articles/07-deshmukh-mill.md',
  'articles/08-electric-buses.md',
  'articles/09-piano-rebuilder.md',
  'articles/10-telvana-outage-live.md',
];

self.addEventListener('install', (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(BUILD);
    // Past the browser's own cache, which may hold files of the build before.
    await cache.addAll([...FILES, ...SAMPLES].map((file) => new Request(file, { cache: 'reload' })));
    await self.skipWaiting();
  })());
});

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith('newsgist-') && name !== BUILD).map((name) => caches.delete(name)));
    await self.clients.claim();
  })());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === 'POST' && url.pathname.endsWith('/share')) {
    event.respondWith(shared(request));
  } else if (request.method === 'GET') {
    event.respondWith(kept(request));
  }
});

async function kept(request) {
  const cache = await caches.open(BUILD);
  const found = await cache.match(request.mode === 'navigate' ? './' : request, { ignoreSearch: true });
  return found ?? fetch(request);
}

// Another app shares a text: it goes behind the '#', and so to no server.
async function shared(request) {
  const form = await request.formData();
  // Many apps share a headline and an address only: the page then says that it fetches nothing.
  const text = [form.get('title'), form.get('text') || form.get('url')].filter(Boolean).join('\n\n');
  return Response.redirect(`./#t=${encodeURIComponent(text)}`, 303);
}
