// A static server on this machine, as strict as a careful web host would be.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';

const TYPES = {
  '.css': 'text/css', '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json',
  '.md': 'text/markdown', '.svg': 'image/svg+xml', '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json', '.png': 'image/png',
};

// What INTERFACES asks of a page that embeds Newsgist; the reading page lives under the same, and says so itself in a
// release build.
export const POLICY = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'", "worker-src 'self'",
  "style-src 'self'", "img-src 'self' data:", "manifest-src 'self'", "base-uri 'self'", "form-action 'none'",
  "require-trusted-types-for 'script'", 'trusted-types newsgist',
].join('; ');

/** Serves `dist/` below `base`; `broken` answers some paths with an error, `changed` gives others another text. */
export async function serve({ base = '/', compressed = false, policy = POLICY, dist = process.env.DIST ?? fileURLToPath(new URL('../../dist', import.meta.url)) } = {}) {
  const state = { broken: () => false, changed: () => undefined, requests: [] };
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    state.requests.push(path);
    const name = path.startsWith(base) ? path.slice(base.length) || 'index.html' : null;
    const file = name === null ? null : join(dist, normalize(`/${decodeURIComponent(name)}`));
    const found = file && !state.broken(path) && (await stat(file).catch(() => null))?.isFile();
    response.setHeader('content-security-policy', policy);
    response.setHeader('cache-control', 'no-cache');
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(file)] ?? 'text/plain';
    // WebAssembly is compiled while it arrives only where its type stands alone.
    response.setHeader('content-type', /wasm|png/.test(type) ? type : `${type}; charset=utf-8`);
    const changed = await state.changed(path, file);
    if (changed !== undefined) {
      response.end(changed);
      return;
    }
    if (compressed) {
      response.setHeader('content-encoding', 'gzip');
      createReadStream(file).pipe(createGzip()).pipe(response);
      return;
    }
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return Object.assign(state, { origin, url: origin + base, close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); }) });
}
