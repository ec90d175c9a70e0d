// The reading page's own worker: it is handed the page's own messages, and what it posts is kept here. So a turn holds
// all that the worker does for the page (reading the request, the whole analysis, writing the digest as JSON and as
// Markdown), and nothing of the way between page and worker.
import { taker } from './turn.js';

let reply;
self.postMessage = (message) => { reply = message; };
// A file of dist/, beside the folder of the bench; no part of its bundle. It waits for the page's word on the program, and
// fetches the program itself where there is none.
const loaded = import(new URL('../worker_loader.js', import.meta.url).href);
while (!self.onmessage) await new Promise((resolve) => { setTimeout(resolve); });
self.onmessage(new MessageEvent('message'));
await loaded;
const hear = self.onmessage;
self.onmessage = null;

let id = 0;
taker((text) => {
  id += 1;
  hear(new MessageEvent('message', { data: `read ${id} markdown 5 -\n${text}` }));
  if (!reply.startsWith(`{"done":{"id":${id},`)) throw new Error(reply.slice(0, 200));
});
