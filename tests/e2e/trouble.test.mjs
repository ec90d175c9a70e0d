// What the page does where things go wrong, or take long: a clear word, and no text lost.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { ARTICLE } from './article.mjs';
import { until } from '../patience.mjs';
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
    const asked = lame.requests.length;
    await page.locator('#article-text').fill(ARTICLE);
    // The page tries by itself when the typing pauses, and reports once more.
    await until(() => lame.requests.slice(asked).some(lame.broken), 'another attempt');
    await page.locator('.trouble').waitFor();
    lame.broken = () => false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('article').filter({ hasText: 'Lindqvist' }).waitFor();
    assert.equal(await page.locator('#article-text').inputValue(), ARTICLE);
    assert.equal(await page.locator('.trouble').count(), 0);
  });
}));

test('where the worker is missing, that is reported, and the text is kept', () => withServer({}, async (lame) => {
  lame.broken = (path) => path.endsWith('/worker_loader.js');
  await visit({ server: lame, expected: /404/ }, async (page) => {
    await page.locator('.trouble').waitFor();
    assert.match(await page.locator('.trouble p').textContent(), /^The reading engine stopped.*Your text is still here\.$/);
    assert.deepEqual(await violations(page), []);
    await page.locator('#article-text').fill(ARTICLE);
    lame.broken = () => false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('article').filter({ hasText: 'Lindqvist' }).waitFor();
    assert.equal(await page.locator('#article-text').inputValue(), ARTICLE);
  });
}));

for (const program of ['app.js', 'app_bg.wasm']) {
  test(`where ${program} is missing, the page says so`, () => withServer({}, async (lame) => {
    lame.broken = (path) => path.endsWith(`/${program}`);
    await visit({ server: lame, expected: /404|Failed to fetch|preload/ }, async (page) => {
      await page.locator('#app .notice').waitFor();
      assert.match(await page.locator('#app .notice').textContent(), /^Newsgist reads articles with a program in WebAssembly/);
      assert.deepEqual(await violations(page), []);
    });
  }));
}

test('a worker that is killed in the middle of reading without a word can be cancelled, and the text is kept', () => withServer({}, async (lame) => {
  // The first worker ends itself as it reports its progress, as if the system had ended it: no event tells of that.
  let served = 0;
  lame.changed = async (path, file) => {
    if (!path.endsWith('/worker_loader.js') || served++ > 0) return undefined;
    return `${await readFile(file, 'utf8')}
      const post = self.postMessage.bind(self);
      let dead = false;
      self.postMessage = (message) => {
        dead ||= message.includes('"progress"');
        if (dead) self.close();
        else post(message);
      };`;
  };
  await visit({ server: lame }, async (page) => {
    await digested(page);
    const title = await page.locator('article .title').textContent();
    const long = sentences(3000, (index) => `Mayor Ada Lindqvist of Kelso said on Monday that ${index} ships had passed the bridge.`);
    const [worker] = page.workers();
    const end = new Promise((resolve) => { worker.once('close', resolve); });
    await write(page, long);
    await end;
    // Nothing comes of it, however long one waits.
    assert.equal(await page.locator('.waiting button').count(), 1);
    await page.locator('.waiting button').evaluate((button) => button.click());
    await page.locator('.waiting').waitFor({ state: 'detached' });
    assert.equal(await page.locator('article .title').textContent(), title, 'the article before stays');
    assert.equal((await page.locator('#article-text').inputValue()).length, long.length);
    await paste(page, ARTICLE);
  });
}));

test('a worker that crashes in the middle of reading is reported and replaced, and the text is kept', () => withServer({}, async (lame) => {
  // The first worker's program, and no other's, is torn down from within: what it is told by the browser when it
  // reports its progress is an error that no code of its own can catch.
  let served = 0;
  lame.changed = async (path, file) => {
    if (!path.endsWith('/worker_loader.js') || served++ > 0) return undefined;
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

for (const [what, prepare, expected] of [
  ['no service worker', () => delete Navigator.prototype.serviceWorker],
  ['a service worker that may not be registered', () => { ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('denied', 'SecurityError')); }],
  ['no caches', () => delete globalThis.caches],
  ['a database that throws', () => Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('closed', 'SecurityError'); } })],
]) {
  test(`with ${what} the page works`, () => visit({ prepare, expected }, async (page) => {
    await digested(page);
    await paste(page, ARTICLE);
    await page.reload();
    await page.locator('article').filter({ hasText: 'Lindqvist' }).waitFor();
    assert.equal(await page.locator('#article-text').inputValue(), ARTICLE);
  }));
}

test('where the service worker’s script is missing, or its cache is full, the page works', () => withServer({}, async (lame) => {
  lame.broken = (path) => path.endsWith('/sw.js');
  await visit({ server: lame, expected: /404|sw\.js/ }, async (page) => {
    await digested(page);
    lame.broken = () => false;
    // It gets its script and finds no room for what it is to keep.
    lame.changed = async (path, file) => (path.endsWith('/sw.js')
      ? `Cache.prototype.addAll = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));\n${await readFile(file, 'utf8')}`
      : undefined);
    await page.reload();
    await digested(page);
    await paste(page, ARTICLE);
  });
}));

test('lone surrogates are shown as what cannot be read, and every highlight stays in its place', () => visit({}, async (page) => {
  await digested(page);
  await write(page, `\ud83d Mayor Ada Lindqvist \udc00of Kelso said on Monday \ud83d\ud83d that 🙂 41 ships had passed.\udfff`);
  await page.locator('article').filter({ hasText: 'Lindqvist' }).waitFor();
  await digested(page);
  assert.ok((await page.locator('article').textContent()).includes('\ufffd Mayor Ada Lindqvist \ufffdof Kelso said on Monday \ufffd\ufffd that 🙂 41 ships had passed.\ufffd'));
  assert.equal(await page.locator('article mark[data-kind=figure]', { hasText: /^41/ }).count(), 1);
}));

test('the big list of naughty strings is text and stays text', () => visit({ expected: /Executing inline event handler violates|violates the following Content Security Policy|Refused to|parser/ }, async (page) => {
  await digested(page);
  page.on('dialog', () => assert.fail('a script has run'));
  const strings = createRequire(import.meta.url)('big-list-of-naughty-strings').filter((string) => string.trim());
  assert.ok(strings.length > 300);
  const told = (string, index) => `On day ${index} Mayor Ada Lindqvist of Kelso said that ${string} was written there.`;
  // Whatever ends a line makes a paragraph.
  const words = (text) => text.replace(/[\s\u0000]+/gu, '');
  for (let first = 0; first < strings.length; first += 40) {
    const text = strings.slice(first, first + 40).map((string, index) => told(string, first + index)).join('\n\n');
    await write(page, text);
    await page.locator('article').filter({ hasText: `On day ${first} Mayor` }).waitFor();
    await digested(page);
    const shown = words(await page.locator('article').textContent());
    // The box itself makes of a carriage return a line's end.
    const missing = (await page.locator('#article-text').inputValue()).split('On day ').map(words).filter((part) => !shown.includes(part));
    assert.deepEqual(missing, []);
    assert.equal(await page.locator('article :is(script, img, svg, iframe, object, embed, a, form, style)').count(), 0);
  }
  // And as pages that are pasted.
  for (const string of strings) {
    await page.locator('#article-text').evaluate((area, html) => {
      const data = new DataTransfer();
      data.setData('text/html', html);
      data.setData('text/plain', 'plain');
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, `<p>${told(string, 0)}</p>`);
  }
  await paste(page, ARTICLE);
}));

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
