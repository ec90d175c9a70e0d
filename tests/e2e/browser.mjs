// Chromium, kept quiet; every page notes its errors and every request that leaves for another origin.
import { chromium } from 'playwright-core';
import { PATIENCE } from '../patience.mjs';

export const DESK = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    timeout: PATIENCE,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--no-first-run'],
  });
}

/** Opens the page; `path` is put behind the server's address. */
export async function open(browser, server, { path = '', prepare, ...options } = {}) {
  const context = await browser.newContext({ viewport: DESK, bypassCSP: false, ...options });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  if (prepare) await page.addInitScript(prepare);
  const noted = { errors: [], foreign: [] };
  page.on('pageerror', (error) => noted.errors.push(String(error)));
  page.on('console', (message) => { if (message.type() === 'error') noted.errors.push(message.text()); });
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(server.origin) && !/^(blob|data):/.test(url)) noted.foreign.push(url);
  });
  await page.goto(server.url + path);
  return Object.assign(page, { noted });
}

/** Waits until a digest is shown and nothing is being read. */
export async function digested(page) {
  await page.locator('.desk[aria-busy="false"] .points li').first().waitFor();
}

/** Puts a text into the box and waits for its digest. */
export async function paste(page, text) {
  await page.locator('#article-text').fill(text);
  const start = text.trim().split(/\s+/).slice(0, 3).join(' ');
  await page.locator('article').filter({ hasText: start }).waitFor();
  await digested(page);
}
