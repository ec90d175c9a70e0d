// What the tests of the package share: the packed tarball, projects that install it, pages, and the native engine.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { PATIENCE } from '../patience.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));
/** The package as it is packed, in a folder. */
export const packed = path.join(root, 'pkg', 'newsgist');

/** INTERFACES' policy: the strictest that a page with wasm can have, and Trusted Types. */
export const STRICT_CSP = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'", "worker-src 'self'",
  "style-src 'self'", "img-src 'self' data:", "require-trusted-types-for 'script'", 'trusted-types newsgist',
].join('; ');

/** The one tarball in pkg/. */
export function tarball() {
  const names = fs.readdirSync(path.join(root, 'pkg')).filter((name) => name.endsWith('.tgz'));
  if (names.length !== 1) {
    throw new Error('There is no tarball in pkg/: run `make package` first.');
  }
  return path.join(root, 'pkg', names[0]);
}

/** A copy of a folder, outside the repository, with the tarball installed as anybody would. */
export function project(from) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'newsgist-'));
  after(() => fs.rmSync(folder, { recursive: true, force: true }));
  if (from) {
    fs.cpSync(path.join(root, from), folder, { recursive: true });
  }
  const file = path.join(folder, 'package.json');
  const description = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : { private: true, type: 'module' };
  // What else it depends on is not this package's to install.
  fs.writeFileSync(file, JSON.stringify({ ...description, dependencies: {}, devDependencies: {} }));
  run(folder, 'npm', 'install', '--offline', '--no-audit', '--no-fund', '--silent', tarball());
  return folder;
}

/** Runs a program and gives what it prints. */
export function run(cwd, command, ...args) {
  return execFileSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['pipe', 'pipe', 'inherit'] });
}

/** The sample articles: `[name, text]`. */
export function samples() {
  const folder = path.join(root, 'seeds', 'articles');
  return fs.readdirSync(folder).sort().map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]);
}

/** What the native engine says of texts, offsets in UTF-16. */
export function nativeDigests(texts, options = []) {
  const lines = texts.map((text, id) => JSON.stringify({ id, text })).join('\n');
  const out = execFileSync('cargo', ['run', '--quiet', '--features', 'cli', '--bin', 'newsgist-cli', '--', '--jsonl', '--offsets', 'utf16', ...options],
    { cwd: root, input: lines, encoding: 'utf8', maxBuffer: 1 << 28 });
  return out.trim().split('\n').map((line) => JSON.parse(line).digest);
}

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css',
  '.wasm': 'application/wasm', '.json': 'application/json', '.idl': 'text/plain',
};

/**
 * Serves a folder, or several, the first that has the file; `pages` are paths with contents of their own. Ends with
 * the tests.
 *
 * @returns {Promise<{ url: string, requests: string[] }>}
 */
export async function serve(folders, { csp, pages = {} } = {}) {
  const requests = [];
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url, 'http://localhost').pathname).replace(/\/$/, '/index.html');
    requests.push(name);
    const file = [folders].flat().map((folder) => path.join(folder, name)).find((file) => fs.existsSync(file));
    if (csp) {
      response.setHeader('content-security-policy', csp);
    }
    if (!file && pages[name] === undefined) {
      response.writeHead(name === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    response.setHeader('content-type', TYPES[path.extname(name)] ?? 'application/octet-stream');
    response.end(pages[name] ?? fs.readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${server.address().port}/`, requests };
}

let browser;
// Here, outside of any test: it lives until all of a file's are done.
after(() => browser?.close());

/** A page of headless Chromium; `problems` gathers its errors. */
export async function openPage(url, options = {}) {
  if (!browser) {
    const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--no-first-run'];
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args, timeout: PATIENCE });
  }
  const page = await browser.newPage(options);
  page.setDefaultTimeout(PATIENCE);
  page.problems = [];
  page.on('pageerror', (error) => page.problems.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      page.problems.push(message.text());
    }
  });
  if (url) {
    await page.goto(url);
  }
  return page;
}
