// Ways in: the clipboard, files, the address, other apps, a bookmark. Whatever comes in is text and stays text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ARTICLE } from './article.mjs';
import { digested, paste } from './browser.mjs';
import { server, visit } from './visit.mjs';

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

test('pasted HTML never runs, and leaves nothing but words', () => visit({ expected: /Executing inline event handler violates|violates the following Content Security Policy|Refused to/ }, async (page) => {
  await digested(page);
  for (const [index, html] of [
    '<p>WORDS</p><script>window.hit = 1</script>',
    '<p>WORDS<img src=x onerror="window.hit = 1"></p>',
    '<svg><animate onbegin="window.hit = 1" attributeName=x dur=1s></svg><p>WORDS</p>',
    '<p>WORDS</p><iframe srcdoc="<script>parent.hit = 1</script>"></iframe>',
    '<p><a href="javascript:window.hit=1">WORDS</a> and more words, said the mayor of the town.</p>',
    '<math><mtext><table><mglyph><style><img src=x onerror="window.hit = 1"></style></table></mtext></math><p>WORDS</p>',
    '<p>WORDS</p><object data="data:text/html,<script>parent.hit=1</script>"></object><embed src="data:text/html,x">',
    '<p>WORDS</p><form><input autofocus onfocus="window.hit = 1"></form><details open ontoggle="window.hit = 1">x</details>',
    '<base href="https://elsewhere.example/"><p>WORDS</p><link rel=stylesheet href="//elsewhere.example/x.css"><style>@import "//elsewhere.example/y.css"</style>',
    '<meta http-equiv=refresh content="0;url=//elsewhere.example/"><p>WORDS</p><img src="//elsewhere.example/pixel.gif">',
    '<template><script>window.hit = 1</script></template><p>WORDS</p><noscript><img src=x onerror="window.hit=1"></noscript>',
    '<p>WORDS</p><video><source onerror="window.hit = 1"></video><audio src=x onerror="window.hit = 1">',
  ].entries()) {
    const words = `On day ${index} the mayor of Kelso, Ada Lindqvist, spoke to 40 people.`;
    await page.locator('#article-text').evaluate((area, html) => {
      area.select();
      const data = new DataTransfer();
      data.setData('text/html', html);
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, html.replace('WORDS', words));
    await page.locator('article').filter({ hasText: words.slice(0, 30) }).waitFor();
    assert.equal(await page.locator('article :is(script, img, svg, iframe, object, embed, a, form, style, base, link, meta)').count(), 0, html);
  }
  assert.equal(await page.evaluate(() => window.hit), undefined);
}));

test('a text that another app shares is read', () => visit({}, async (page) => {
  await digested(page);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) {
      await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
    }
  });
  // As the system does it: a form is sent to the manifest's share_target, from outside of any page.
  const { share_target: target } = JSON.parse(await (await fetch(`${server.url}manifest.webmanifest`)).text());
  const outside = await page.context().newPage();
  await outside.goto('about:blank');
  await outside.setContent(`<form method="${target.method}" enctype="${target.enctype}" action="${new URL(target.action, server.url)}">
    <input name="${target.params.title}"><textarea name="${target.params.text}"></textarea></form>`);
  await outside.locator('input').fill('Bridge reopens');
  await outside.locator('textarea').fill('Mayor Ada Lindqvist of Kelso said on Monday that 14,000 cars + 3 buses pass each day.');
  await outside.locator('form').evaluate((form) => form.submit());
  await outside.locator('article').filter({ hasText: '14,000 cars + 3 buses' }).waitFor();
  assert.equal(await outside.locator('#article-text').inputValue(),
    'Bridge reopens\n\nMayor Ada Lindqvist of Kelso said on Monday that 14,000 cars + 3 buses pass each day.');
  assert.deepEqual(server.requests.filter((path) => path.includes('share')), [], 'the text went to no server');
}));

test('the bookmark opens the page with the article of another', () => visit({}, async (page) => {
  await digested(page);
  await page.getByRole('button', { name: 'Help' }).click();
  const bookmark = await page.locator('dialog code').textContent();
  assert.match(bookmark, /^javascript:/);
  const other = await page.context().newPage();
  await other.goto('about:blank');
  await other.setContent(`<nav>Menu</nav><article>${ARTICLE.split('\n\n').map((words) => `<p>${words}</p>`).join('')}</article>`);
  const [opened] = await Promise.all([
    page.context().waitForEvent('page'),
    other.evaluate((code) => { (0, eval)(code); }, decodeURIComponent(bookmark.replace(/^javascript:/, ''))),
  ]);
  await opened.locator('article').filter({ hasText: 'Peter Aldous' }).waitFor();
  assert.doesNotMatch(await opened.locator('#article-text').inputValue(), /Menu/);
}));

/** Lets something arrive on the page as the browser does: `kind` is `paste` or `drop`. */
const arrive = (page, selector, kind, contents) => page.locator(selector).first().evaluate((element, { kind, contents }) => {
  const data = new DataTransfer();
  for (const [type, words] of Object.entries(contents)) {
    if (type === 'file') data.items.add(new File([new Uint8Array(words.bytes)], words.name));
    else data.setData(type, words);
  }
  const options = { bubbles: true, cancelable: true };
  const event = kind === 'paste' ? new ClipboardEvent('paste', { ...options, clipboardData: data }) : new DragEvent(kind, { ...options, dataTransfer: data });
  return element.dispatchEvent(event);
}, { kind, contents });

test('what is pasted anywhere is read; what is moved within the box is the browser’s business', () => visit({ expected }, async (page) => {
  await digested(page);
  await arrive(page, 'h1', 'paste', { 'text/html': PAGE, 'text/plain': 'plain' });
  await page.locator('article').filter({ hasText: 'Lindqvist' }).waitFor();
  assert.equal(await page.locator('#article-text').inputValue(), PAGE_TEXT);
  assert.equal(await arrive(page, '#article-text', 'drop', { 'text/plain': 'The' }), true, 'left to the browser');
  assert.equal(await page.locator('#article-text').inputValue(), PAGE_TEXT);
  await arrive(page, 'article', 'dragover', { 'text/plain': 'The' });
  assert.equal(await page.locator('html[data-dragged]').count(), 1, 'the page says that it takes it');
  assert.equal(await arrive(page, 'article', 'drop', { 'text/plain': 'Flora Reid of Oban spoke on Monday.' }), false);
  await page.locator('article').filter({ hasText: 'Flora Reid' }).waitFor();
  assert.equal(await page.locator('html[data-dragged]').count(), 0);
}));

test('files are read however their letters are written down, and one that holds no text is refused', () => visit({}, async (page) => {
  await digested(page);
  const words = 'Mayor René Clément said “no” on Monday – at 40 cafés.';
  const windows = { '“': 0x93, '”': 0x94, '–': 0x96 };
  for (const [name, bytes] of [
    ['utf-8', Buffer.from(words)],
    ['utf-8 with its mark', Buffer.from(`\ufeff${words}`)],
    ['utf-16', Buffer.from(`\ufeff${words}`, 'utf16le')],
    ['windows-1252', Buffer.from(Array.from(words, (letter) => windows[letter] ?? letter.charCodeAt(0)))],
  ]) {
    await page.locator('#file').setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('Nothing yet.') });
    await page.locator('article').filter({ hasText: 'Nothing yet' }).waitFor();
    await page.locator('#file').setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: bytes });
    await page.locator('article').filter({ hasText: 'Clément' }).waitFor();
    assert.equal(await page.locator('#article-text').inputValue(), words, name);
  }
  await page.locator('#file').setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 7]) });
  assert.match(await page.locator('.trouble p').textContent(), /holds no plain text/);
  assert.equal(await page.locator('#article-text').inputValue(), words);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.locator('.trouble').waitFor({ state: 'detached' });
}));

test('an address alone is answered with what to do instead', () => visit({}, async (page) => {
  await digested(page);
  await page.locator('#article-text').fill('https://news.example/2026/05/bridge');
  assert.match(await page.locator('.paste .notice').textContent(), /fetches nothing/);
  const wide = await page.evaluate(() => document.querySelector('.digest').scrollWidth > document.querySelector('.digest').clientWidth);
  assert.equal(wide, false, 'a long word sticks out of nothing');
  await paste(page, ARTICLE);
  assert.equal(await page.locator('.paste .notice').count(), 0);
}));
