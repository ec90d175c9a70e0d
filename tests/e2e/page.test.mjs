// The built page in headless Chromium: node --test tests/e2e/
import assert from 'node:assert/strict';
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
    assert.deepEqual(page.noted.errors, [], 'errors on the page');
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
