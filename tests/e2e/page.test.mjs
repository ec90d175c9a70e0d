// The built page in headless Chromium: node --test tests/e2e/
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { PHONE, digested, launch, open, paste } from './browser.mjs';
import { serve } from './serve.mjs';

// Written for this test.
const ARTICLE = `Harbour Bridge Reopens After Repairs

The Kelso harbour bridge reopened on Monday after repairs that cost $3.2 million, Mayor Ada Lindqvist said. The bridge had been closed since March, when a cargo ship struck one of its towers.

Lindqvist told reporters that 14,000 cars a day would cross the bridge again. “We kept our promise to the town,” she said. The repairs took 120 workers almost five months.

Shop owners in Kelso welcomed the news. Peter Aldous, who runs a bakery near the bridge, said his sales had fallen by 40 percent during the summer. The Kelso Port Authority will pay for half of the work.

The port authority said that ships would have to pass the bridge at no more than six knots. A report on the accident is expected in October.`;

let browser;
let server;
before(async () => { [browser, server] = await Promise.all([launch(), serve()]); });
after(async () => { await browser?.close(); await server?.close(); });

/** Runs `steps` on a fresh page, then asserts that it made no error and asked no other origin for anything. */
async function visit(options, steps) {
  const page = await open(browser, options.server ?? server, options);
  try {
    await steps(page);
    assert.deepEqual(page.noted.foreign, [], 'requests to other origins');
    const errors = page.noted.errors.filter((error) => !options.expected?.test(error));
    assert.deepEqual(errors, [], 'errors on the page');
  } finally {
    await page.context().close();
  }
}

async function violations(page) {
  // A content script of the test, not of the page: the page's policy stays as strict as it is.
  await page.evaluate(await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8'));
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' ')}`);
}

test('a first visit shows a sample at once', () => visit({}, async (page) => {
  await digested(page);
  assert.equal(await page.locator('.points li').count(), 5);
  assert.ok(await page.locator('article mark[data-kind=person]').count() > 0);
}));

test('paste, read, click a point, see the flash, toggle a kind, change the length', () => visit({}, async (page) => {
  await digested(page);
  await paste(page, ARTICLE);
  assert.equal(await page.locator('article .title').textContent(), 'Harbour Bridge Reopens After Repairs');

  const point = page.locator('.points .point').last();
  const words = await point.textContent();
  await point.click();
  const flashed = page.locator('article [data-flash]');
  await flashed.waitFor();
  assert.ok((await flashed.textContent()).includes(words.slice(-30)), 'the sentence of the point flashes');
  await page.waitForFunction(() => {
    const { top, bottom } = document.querySelector('[data-flash]').getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });

  const mark = page.locator('article mark[data-kind=figure]').first();
  const background = () => mark.evaluate((element) => getComputedStyle(element).textDecorationLine);
  assert.equal(await background(), 'underline');
  await page.locator('.switch[data-kind=figure]').click();
  assert.equal(await page.locator('.switch[data-kind=figure]').getAttribute('aria-pressed'), 'false');
  assert.equal(await background(), 'none');

  await page.locator('.lengths button', { hasText: '3' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.points li').length === 3);
}));

test('an actor is walked through, mention by mention', () => visit({}, async (page) => {
  await digested(page);
  await paste(page, ARTICLE);
  const actor = page.locator('.actors li').filter({ hasText: 'Lindqvist' });
  await actor.locator('.name').click();
  const first = await page.locator('[data-flash]').getAttribute('id');
  await actor.getByRole('button', { name: /Next mention/ }).click();
  await page.waitForFunction((id) => document.querySelector('[data-flash]')?.id !== id, first);
  assert.match(await actor.locator('.count').textContent(), /^2 of \d+$/);
}));

test('hovering lights both sides', () => visit({}, async (page) => {
  await digested(page);
  await paste(page, ARTICLE);
  const row = page.locator('.figures tbody tr').first();
  await row.hover();
  const name = await row.getAttribute('data-target');
  await page.locator(`article mark[data-target=${name}][data-lit]`).waitFor();
  await page.locator(`article mark[data-kind=person]`).first().hover();
  await page.locator('.actors li[data-lit]').waitFor();
  assert.equal(await row.getAttribute('data-lit'), null);
}));

test('the draft survives a reload; a sample does not replace it', () => visit({}, async (page) => {
  await digested(page);
  await paste(page, ARTICLE);
  await page.reload();
  await page.locator('article').filter({ hasText: 'Lindqvist' }).waitFor();
  assert.equal(await page.locator('#article-text').inputValue(), ARTICLE);
  await page.locator('#sample').selectOption({ index: 2 });
  await page.locator('article').filter({ hasText: 'Ballintra' }).waitFor();
  assert.equal(await page.locator('#article-text').inputValue(), ARTICLE);
  await page.getByRole('button', { name: 'Show your article' }).click();
  await page.locator('article').filter({ hasText: 'Lindqvist' }).waitFor();
}));

test('markup in the text stays text', () => visit({}, async (page) => {
  await digested(page);
  const hostile = [
    '<script>window.hit = 1</script>', '<img src=x onerror="window.hit = 2">', '<svg onload="window.hit = 3">',
    '<a href="javascript:window.hit=4">link</a>', '</p></article><h1>out</h1>', '{{constructor}} ${hit} &lt;b&gt;',
  ].map((line) => `The mayor of Kelso said on Monday that ${line} was on the page.`).join('\n\n');
  await paste(page, hostile);
  assert.equal(await page.evaluate(() => window.hit), undefined);
  assert.equal(await page.locator('article script, article img, article svg, article a, article h1').count(), 0);
  assert.ok((await page.locator('article').textContent()).includes('<img src=x onerror="window.hit = 2">'));
}));

test('single keys work, and can be switched off', () => visit({}, async (page) => {
  await digested(page);
  await paste(page, ARTICLE);
  await page.locator('h1').click();
  await page.keyboard.press('j');
  await page.locator('.point[aria-current]').waitFor();
  const first = await page.locator('[data-flash]').getAttribute('id');
  await page.keyboard.press('j');
  await page.waitForFunction((id) => document.querySelector('[data-flash]')?.id !== id, first);
  await page.keyboard.press('k');
  await page.locator(`#${first}[data-flash]`).waitFor();
  await page.keyboard.press('n');
  await page.locator('.name[aria-current]').waitFor();
  await page.keyboard.press('1');
  await page.locator('.switch[data-kind=person][aria-pressed=false]').waitFor();
  await page.keyboard.press(']');
  await page.locator('.lengths button[aria-pressed=true]', { hasText: '7' }).waitFor();
  await page.keyboard.press('?');
  await page.locator('dialog[open]').waitFor();
  assert.deepEqual(await violations(page), []);
  await page.getByLabel('Single keys do this').uncheck();
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await page.locator('h1').click();
  await page.keyboard.press('2');
  await page.keyboard.press('[');
  await page.reload();
  await digested(page);
  assert.equal(await page.locator('.switch[aria-pressed=false]').count(), 1);
  assert.equal(await page.locator('.lengths button[aria-pressed=true]').textContent(), '7');
}));

test('keys go into the box while one writes there', () => visit({}, async (page) => {
  await digested(page);
  await page.locator('#article-text').pressSequentially('join 1 cup?');
  assert.equal(await page.locator('#article-text').inputValue(), 'join 1 cup?');
  assert.equal(await page.locator('dialog[open]').count(), 0);
}));

test('the digest is copied and downloaded', () => visit({ permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
  await digested(page);
  await paste(page, ARTICLE);
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /^# Harbour Bridge Reopens After Repairs\n\n## Key points\n\n\* /);
  await page.getByText('Download', { exact: true }).click();
  for (const [label, name, looks] of [
    ['Markdown', 'harbour-bridge-reopens-after-repairs.md', (text) => text === copied],
    ['Plain text', 'harbour-bridge-reopens-after-repairs.txt', (text) => text.includes('Key points')],
    ['JSON', 'harbour-bridge-reopens-after-repairs.json', (text) => JSON.parse(text).schema === 1],
    ['JSON-LD', 'harbour-bridge-reopens-after-repairs.jsonld', (text) => JSON.parse(text)['@type'] === 'NewsArticle'],
    ['Figures as CSV', 'harbour-bridge-reopens-after-repairs.csv', (text) => text.startsWith('text,kind,value')],
  ]) {
    const [download] = await Promise.all([
      page.waitForEvent('download'), page.getByRole('button', { name: label, exact: true }).click(),
    ]);
    assert.equal(download.suggestedFilename(), name);
    assert.ok(looks(await readFile(await download.path(), 'utf8')), label);
  }
}));

const PAGE = `<!doctype html><title>x</title><nav><ul><li><a href="/">World</a></li><li><a href="/">Sport</a></li></ul></nav>
<main><article><header><h1>Harbour Bridge Reopens</h1></header><p>Share</p>
<p>The <b>Kelso</b> harbour bridge <a href="/b">reopened on Monday</a> after repairs that cost $3.2 million, Mayor Ada Lindqvist said.</p>
<script>window.hit = 1</script><img src="x" onerror="window.hit = 2"><svg onload="window.hit = 3"><script>window.hit = 4</script></svg>
<p><a href="/more">Read more: The ship that struck it</a></p><h2>What comes next</h2>
<p>A report on the accident is expected in October, Lindqvist told reporters in Kelso.</p>
<aside><p>Sign up for our letter</p></aside></article></main><footer>All rights reserved</footer>`;

const PAGE_TEXT = `# Harbour Bridge Reopens

The Kelso harbour bridge reopened on Monday after repairs that cost $3.2 million, Mayor Ada Lindqvist said.

## What comes next

A report on the accident is expected in October, Lindqvist told reporters in Kelso.`;

// Chromium says so of the attributes in the parsed page, which it would not run either.
const expected = /Executing inline event handler violates/;

test('a pasted page is reduced to its article and never runs', () => visit({ expected }, async (page) => {
  await digested(page);
  await page.locator('#article-text').evaluate((area, html) => {
    const data = new DataTransfer();
    data.setData('text/html', html);
    data.setData('text/plain', 'plain');
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, PAGE);
  await page.locator('article').filter({ hasText: 'Lindqvist' }).waitFor();
  assert.equal(await page.locator('#article-text').inputValue(), PAGE_TEXT);
  assert.equal(await page.evaluate(() => window.hit), undefined);
}));

test('files are opened and dropped', () => visit({ expected }, async (page) => {
  await digested(page);
  await page.locator('#file').setInputFiles({ name: 'a.html', mimeType: 'text/html', buffer: Buffer.from(PAGE) });
  await page.locator('article').filter({ hasText: 'Lindqvist' }).waitFor();
  assert.equal(await page.locator('#article-text').inputValue(), PAGE_TEXT);
  await page.locator('#file').setInputFiles({
    name: 'b.md', mimeType: 'text/markdown', buffer: Buffer.from('# A *good* day\n\nThe [mayor](http://x.example/) of Oban, Flora Reid, spoke on Monday.'),
  });
  await page.locator('article').filter({ hasText: 'The mayor of Oban, Flora Reid, spoke' }).waitFor();
  assert.equal(await page.locator('article .title').textContent(), 'A good day');
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'c.txt', { type: 'text/plain' }));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, ARTICLE);
  await page.locator('article').filter({ hasText: 'Peter Aldous' }).waitFor();
}));

test('a text in the address is read and taken out of it', () => visit({ path: `#t=${encodeURIComponent(ARTICLE)}` }, async (page) => {
  await page.locator('article').filter({ hasText: 'Peter Aldous' }).waitFor();
  assert.equal(new URL(page.url()).hash, '');
  await page.evaluate(() => { location.hash = '#t=' + encodeURIComponent('Flora Reid of Oban spoke on Monday about the 12 boats.'); });
  await page.locator('article').filter({ hasText: 'Flora Reid' }).waitFor();
}));

test('figures are sorted', () => visit({}, async (page) => {
  await digested(page);
  await paste(page, ARTICLE);
  const values = () => page.locator('.figures tbody .value button').allTextContents();
  const before = await values();
  await page.getByRole('button', { name: 'Figure', exact: true }).click();
  await page.locator('th[aria-sort=descending]').waitFor();
  const after = await values();
  assert.notDeepEqual(after, before);
  assert.deepEqual([...after].sort(), [...before].sort());
}));

test('the theme is chosen and kept', () => visit({ colorScheme: 'light' }, async (page) => {
  await digested(page);
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.locator('#theme').selectOption('dark');
  await page.waitForFunction((light) => getComputedStyle(document.body).backgroundColor !== light, light);
  assert.deepEqual(await violations(page), []);
  await page.reload();
  await digested(page);
  assert.notEqual(await paper(), light);
}));

test('the reading of a long text can be cancelled', () => visit({}, async (page) => {
  await digested(page);
  const title = await page.locator('article .title').textContent();
  const long = Array.from({ length: 4000 }, (_, index) => `Mayor Ada Lindqvist of Kelso said on Monday that ${index} ships of 12 companies had passed the bridge, and Peter Aldous agreed with her.`).join('\n');
  // Cancelled the moment it can be, so that a fast machine does not finish first.
  await page.evaluate((text) => new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      const button = document.querySelector('.waiting button');
      if (button) {
        observer.disconnect();
        button.click();
        resolve();
      }
    }).observe(document.body, { childList: true, subtree: true });
    const area = document.querySelector('#article-text');
    area.value = text;
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }), long);
  await page.locator('.waiting').waitFor({ state: 'detached' });
  assert.equal(await page.locator('article .title').textContent(), title, 'the article before stays');
  assert.equal((await page.locator('#article-text').inputValue()).length, long.length);
  await paste(page, ARTICLE);
}));

test('a long text shows how far it is read', () => visit({}, async (page) => {
  await digested(page);
  const long = Array.from({ length: 8000 }, (_, index) => `Mayor Ada Lindqvist of Kelso said on Monday that ${index} ships had passed.`).join('\n');
  const seen = await page.evaluate((text) => new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      const value = document.querySelector('.waiting progress')?.getAttribute('value');
      if (value) {
        observer.disconnect();
        resolve(Number(value));
      }
    }).observe(document.body, { childList: true, subtree: true, attributes: true });
    const area = document.querySelector('#article-text');
    area.value = text;
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }), long);
  assert.ok(seen > 0 && seen <= 100, String(seen));
  await page.locator('.waiting').waitFor({ state: 'detached' });
}));

const release = !readFileSync(new URL('../../dist/sw.js', import.meta.url), 'utf8').includes("'newsgist-0'");
test('after the first visit the page works without a network', { skip: !release && 'dist/ is no release build, and only those are kept' }, () => visit({}, async (page) => {
  await digested(page);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) {
      await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
    }
  });
  server.broken = () => true;
  try {
    await page.context().setOffline(true);
    await page.reload();
    await digested(page);
    await paste(page, ARTICLE);
    await page.locator('#sample').selectOption({ index: 3 });
    await page.locator('article').filter({ hasText: 'Maravelle' }).waitFor();
  } finally {
    server.broken = () => false;
    await page.context().setOffline(false);
  }
}));

for (const [name, options] of [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['phone', { viewport: PHONE, isMobile: true, hasTouch: true }],
]) {
  test(`axe finds nothing: ${name}`, () => visit(options, async (page) => {
    await digested(page);
    assert.deepEqual(await violations(page), []);
    await paste(page, ARTICLE);
    assert.deepEqual(await violations(page), []);
  }));
}

test('on a phone the digest comes first and nothing sticks out', () => visit({ viewport: PHONE, isMobile: true, hasTouch: true }, async (page) => {
  await digested(page);
  const { digest, article, wide } = await page.evaluate(() => ({
    digest: document.querySelector('.digest').getBoundingClientRect().top,
    article: document.querySelector('article').getBoundingClientRect().top,
    wide: document.documentElement.scrollWidth > innerWidth,
  }));
  assert.ok(digest < article);
  assert.equal(wide, false);
}));

test('the page works in a folder of a server', async () => {
  const folder = await serve({ base: '/some/folder/' });
  try {
    await visit({ server: folder }, async (page) => {
      await digested(page);
      assert.ok(folder.requests.every((path) => path.startsWith('/some/folder/')), folder.requests.join(' '));
    });
  } finally {
    await folder.close();
  }
});

test('a worker that cannot be loaded is reported, and the text is kept', async () => {
  const lame = await serve();
  lame.broken = (path) => path.endsWith('worker_bg.wasm');
  const page = await open(browser, lame);
  try {
    await page.locator('.trouble').waitFor();
    await page.locator('#article-text').fill(ARTICLE);
    lame.broken = () => false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('article').filter({ hasText: 'Lindqvist' }).waitFor();
    assert.equal(await page.locator('#article-text').inputValue(), ARTICLE);
    assert.equal(await page.locator('.trouble').count(), 0);
  } finally {
    await page.context().close();
    await lame.close();
  }
});
