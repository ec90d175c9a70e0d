// What the page does where things go wrong, or take long: a clear word, and no text lost.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { ARTICLE } from './article.mjs';
import { digested, paste } from './browser.mjs';
import { POLICY, serve } from './serve.mjs';
import { server, violations, visit, write } from './visit.mjs';

/** A server of its own for tests that break it. */
async function withServer(options, steps) {
  const own = await serve(options);
  try {
    await steps(own);
  } finally {
    await own.close();
  }
}

const sentences = (count, sentence) => Array.from({ length: count }, (_, index) => sentence(index)).join('\n');

test('a worker that cannot be loaded is reported, and the text is kept', () => withServer({}, async (lame) => {
  lame.broken = (path) => path.endsWith('worker_bg.wasm');
  await visit({ server: lame, expected: /404/ }, async (page) => {
    await page.locator('.trouble').waitFor();
    await page.locator('#article-text').fill(ARTICLE);
    lame.broken = () => false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('article').filter({ hasText: 'Lindqvist' }).waitFor();
    assert.equal(await page.locator('#article-text').inputValue(), ARTICLE);
    assert.equal(await page.locator('.trouble').count(), 0);
  });
}));

test('a worker that crashes in the middle of reading is reported and replaced, and the text is kept', () => withServer({}, async (lame) => {
  // The first worker's program, and no other's, is torn down from within: what it is told by the browser when it
  // reports its progress is an error that no code of its own can catch.
  let served = 0;
  lame.changed = async (path, file) => {
    if (!path.endsWith('/worker.js') || served++ > 0) return undefined;
    const program = await readFile(file, 'utf8');
    const changed = program.replace(/(try\s*\{\s*return \w+\.apply\(this,\s*\w+\);?\s*\}\s*catch\s*\((\w+)\)\s*\{)/, '$1 throw $2;');
    assert.notEqual(changed, program, 'the place is found');
    return `${changed}
      const post = self.postMessage.bind(self);
      self.postMessage = (message) => {
        if (message.includes('"progress"')) throw new Error('out of memory, says the test');
        post(message);
      };`;
  };
  await visit({ server: lame }, async (page) => {
    await digested(page);
    const long = sentences(3000, (index) => `Mayor Ada Lindqvist of Kelso said on Monday that ${index} ships had passed the bridge.`);
    await write(page, long);
    await page.locator('.trouble').waitFor();
    assert.match(await page.locator('.trouble p').textContent(), /^The reading engine stopped: .*out of memory.*\. Your text is still here\.$/);
    assert.deepEqual(await violations(page), []);
    assert.equal((await page.locator('#article-text').inputValue()).length, long.length);
    assert.equal(await page.locator('.waiting').count(), 0);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('article').filter({ hasText: 'Lindqvist' }).waitFor();
    assert.equal((await page.locator('#article-text').inputValue()).length, long.length);
    await paste(page, ARTICLE);
  });
}));

for (const [what, prepare] of [
  ['closed to the page', () => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('closed', 'SecurityError'); } })],
  ['full', () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }],
]) {
  test(`where the browser’s storage is ${what}, the page works and says that the text is not kept`, () => visit({ prepare }, async (page) => {
    await digested(page);
    assert.equal(await page.locator('.paste .notice').count(), 0, 'nothing is lost yet');
    await paste(page, ARTICLE);
    assert.match(await page.locator('.paste .notice').textContent(), /not kept for your next visit/);
    assert.deepEqual(await violations(page), []);
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.locator('.paste .notice').waitFor({ state: 'detached' });
  }));
}

test('a text too long to be kept does not bring an older one back', () => visit({}, async (page) => {
  await digested(page);
  await paste(page, ARTICLE);
  await write(page, sentences(30_000, (index) => `Mayor Flora Reid of Oban said on Monday that ${index} ships had passed the bridge.`));
  await page.locator('.paste .notice').waitFor();
  await page.reload();
  await digested(page);
  assert.equal(await page.locator('#article-text').inputValue(), '');
}));

test('where the policy forbids WebAssembly, the page says so', () => withServer({ policy: POLICY.replace(" 'wasm-unsafe-eval'", '') }, (strict) => (
  visit({ server: strict, expected: /WebAssembly|wasm|Content Security Policy/ }, async (page) => {
    await page.locator('#app .notice').waitFor();
    assert.match(await page.locator('#app .notice').textContent(), /^Newsgist reads articles with a program in WebAssembly, and this browser or the policy of this page did not let it start/);
    assert.deepEqual(await violations(page), []);
  }))));

test('without JavaScript the page says what it needs', () => visit({ javaScriptEnabled: false }, async (page) => {
  assert.ok(await page.locator('noscript p', { hasText: 'Please allow JavaScript for this page.' }).isVisible());
}));

test('Trusted Types are enforced on the page, in its worker and in its service worker, and nothing breaks them', () => visit({}, async (page) => {
  await digested(page);
  assert.equal(server.requests.filter((path) => path.endsWith('worker_bg.wasm')).length > 0, true);
  const refused = await page.evaluate(() => {
    const attempts = [
      () => { document.createElement('p').innerHTML = '<b>x</b>'; },
      () => new Worker('boot.js'),
      () => trustedTypes.createPolicy('another', {}),
      () => trustedTypes.createPolicy('newsgist', {}),
    ];
    return attempts.map((attempt) => { try { attempt(); return 'done'; } catch (error) { return error.name; } });
  });
  assert.deepEqual(refused, ['TypeError', 'TypeError', 'TypeError', 'TypeError']);
  page.noted.errors.splice(0);
}));

test('the reading of a long text can be cancelled', () => visit({}, async (page) => {
  await digested(page);
  const title = await page.locator('article .title').textContent();
  const long = sentences(8000, (index) => `Mayor Ada Lindqvist of Kelso said on Monday that ${index} ships of 12 companies had passed the bridge, and Peter Aldous agreed with her.`);
  assert.ok(long.length > 1_000_000);
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
  const long = sentences(14_000, (index) => `Mayor Ada Lindqvist of Kelso said on Monday that ${index} ships had passed.`);
  assert.ok(long.length > 1_000_000);
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
