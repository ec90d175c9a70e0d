// The built page in headless Chromium: node --test tests/e2e/
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { ARTICLE } from './article.mjs';
import { PHONE, digested, paste } from './browser.mjs';
import { serve } from './serve.mjs';
import { server, violations, visit } from './visit.mjs';

test('a first visit shows a sample at once', () => visit({}, async (page) => {
  await digested(page);
  const points = await page.locator('.points li').count();
  assert.ok(points >= 3 && points <= 5, `${points}`);
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

const release = !readFileSync(new URL('../../dist/sw.js', import.meta.url), 'utf8').includes("'newsgist-0'");
test('after the first visit the page works without a network', { skip: !release && 'dist/ is no release build, and only those are kept' }, () => visit({ permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
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
    await page.locator('.points .point').last().click();
    await page.locator('article [data-flash]').waitFor();
    await page.locator('.switch[data-kind=figure]').click();
    await page.locator('.lengths button', { hasText: '3' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.points li').length === 3);
    await page.getByRole('button', { name: 'Figure', exact: true }).click();
    await page.locator('th[aria-sort=descending]').waitFor();
    const [csv] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV', exact: true }).click()]);
    assert.match(await readFile(await csv.path(), 'utf8'), /^text,kind,value/);
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    await page.locator('#file').setInputFiles({
      name: 'b.html', mimeType: 'text/html', buffer: Buffer.from('<article><p>The mayor of Oban, Flora Reid, spoke on Monday.</p></article>'),
    });
    await page.locator('article').filter({ hasText: 'Flora Reid' }).waitFor();
    await page.locator('#theme').selectOption('dark');
    await page.getByRole('button', { name: 'Help' }).click();
    await page.locator('dialog[open]').waitFor();
    await page.keyboard.press('Escape');
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
  test(`axe finds nothing: ${name}, with a digest, every fold, the help, a hint and no text at all`, () => visit(options, async (page) => {
    const check = async (what) => assert.deepEqual(await violations(page), [], what);
    await digested(page);
    await check('a sample');
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
    await check('every fold open');
    await page.getByRole('button', { name: 'Help' }).click();
    await page.locator('dialog[open]').waitFor();
    await check('help');
    await page.keyboard.press('Escape');
    await paste(page, ARTICLE);
    await page.locator('.actors .name').first().click();
    await check('an article, and a mention that flashes');
    await page.locator('#article-text').fill('https://news.example/a');
    await page.locator('.paste .notice').waitFor();
    await check('a hint');
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.locator('.blank').waitFor();
    await check('no text');
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

test('with the keyboard alone: to the text, a point, a figure, an actor, a download', () => visit({}, async (page) => {
  await digested(page);
  /** Presses Tab until the focus is where it should be. */
  const tabTo = async (selector, most = 60) => {
    for (let press = 0; press < most; press += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
    }
    assert.fail(`${selector} is not reached`);
  };
  await tabTo('#article-text', 3);
  // Three who appear together, so that there is a graph whatever the model thinks of the bridge.
  await page.keyboard.insertText(`${ARTICLE}\n\nAda Lindqvist later met Peter Aldous and Maria Gomez in London.`);
  await page.locator('article').filter({ hasText: 'Lindqvist' }).waitFor();
  await digested(page);
  const flashes = (id) => page.waitForFunction((id) => document.querySelector('[data-flash]')?.id.startsWith(id), id);
  await tabTo('.take-along summary');
  await page.keyboard.press('Enter');
  await tabTo('.forms button', 3);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  assert.match(download.suggestedFilename(), /\.md$/);
  await tabTo('.point');
  await page.keyboard.press('Enter');
  await flashes('s');
  await tabTo('.figures td button');
  await page.keyboard.press('Enter');
  await flashes('m');
  await tabTo('.actors .name');
  await page.keyboard.press('Space');
  await page.locator('.name[aria-current]').waitFor();
  await tabTo('.node');
  await page.keyboard.press('Enter');
  await tabTo('.switch');
  await page.keyboard.press('Enter');
  await page.locator('.switch[aria-pressed=false]').waitFor();
  assert.equal(await page.locator('mark[tabindex]').count(), 0, 'marks are no stops');
}));

test('copying is in sight from the start, and stays so', () => visit({}, async (page) => {
  await digested(page);
  const copy = page.getByRole('button', { name: 'Copy as Markdown' });
  const isInSight = () => copy.evaluate((button) => {
    const { top, bottom } = button.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight && document.elementFromPoint(button.getBoundingClientRect().left + 5, (top + bottom) / 2) === button;
  });
  assert.ok(await isInSight());
  await page.locator('.digest').evaluate((digest) => digest.scrollTo(0, 400));
  assert.ok(await isInSight());
  await page.evaluate(() => scrollTo(0, 600));
  assert.ok(await isInSight());
}));

test('the figures are a table to take along, and a name put in for a pronoun is told apart', () => visit({}, async (page) => {
  await digested(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV', exact: true }).click()]);
  assert.match(download.suggestedFilename(), /\.csv$/);
  await paste(page, 'Mayor Ada Lindqvist of Kelso spoke on Monday. She said that the bridge had cost $3.2 million and that 14,000 cars pass it each day.');
  await page.locator('.lengths button').last().click();
  const put = page.locator('.points .put-in');
  await put.first().waitFor();
  assert.match(await put.first().textContent(), /^\[.*Lindqvist.*\]$/);
}));

test('what is cleared comes back; where there is no text, the page says what to do', () => visit({}, async (page) => {
  await digested(page);
  await paste(page, ARTICLE);
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.getByRole('heading', { name: 'Nothing to read yet' }).waitFor();
  assert.equal(await page.locator('.points, .legend, .take-along').count(), 0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.locator('article').filter({ hasText: 'Lindqvist' }).waitFor();
  assert.equal(await page.locator('#article-text').inputValue(), ARTICLE);
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.getByRole('button', { name: 'Read a sample' }).click();
  await digested(page);
  assert.equal(await page.locator('.kicker').count(), 1, 'a sample is called one');
}));

test('from the head of the digest to each of its parts, and the article stays where it is', () => visit({}, async (page) => {
  await digested(page);
  const ways = page.locator('.contents .way:visible');
  assert.ok(await ways.count() >= 5);
  for (const way of await ways.all()) {
    await way.click();
    await page.waitForFunction(() => {
      const heading = document.activeElement;
      const head = document.querySelector('.take-along').getBoundingClientRect();
      const { top, bottom } = heading.getBoundingClientRect();
      return /-heading$/.test(heading.id) && top >= head.bottom && bottom <= innerHeight;
    });
    assert.equal(await page.evaluate(() => scrollY), 0);
  }
}));

test('on a phone one goes from the digest to the article and back', () => visit({ viewport: PHONE, isMobile: true, hasTouch: true }, async (page) => {
  await digested(page);
  const isAtTop = (selector) => page.waitForFunction((selector) => {
    const { top } = document.querySelector(selector).getBoundingClientRect();
    return top >= 0 && top < innerHeight / 3;
  }, selector);
  await page.getByRole('button', { name: 'Article', exact: true }).click();
  await isAtTop('article');
  await page.getByRole('button', { name: '↑ Digest' }).click();
  await isAtTop('#points-heading');
}));

test('a page without TLS copies too', () => visit({
  prepare: () => Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined }),
}, async (page) => {
  await digested(page);
  await paste(page, ARTICLE);
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  await page.locator('#article-text').press('Control+A');
  await page.locator('#article-text').press('Control+V');
  assert.match(await page.locator('#article-text').inputValue(), /^# Harbour Bridge Reopens After Repairs\n\n## Key points\n\n\* /);
}));

test('forced colours keep the lines, each kind its own; less motion means none', () => visit({ forcedColors: 'active', reducedMotion: 'reduce' }, async (page) => {
  await digested(page);
  const lines = await page.locator('.switch').evaluateAll((list) => list.map((button) => {
    const { textDecorationLine, textDecorationStyle, textDecorationThickness } = getComputedStyle(button.querySelector('.swatch'));
    return `${textDecorationLine} ${textDecorationStyle} ${textDecorationThickness}`;
  }));
  assert.ok(lines.length >= 6 && lines.every((line) => line.startsWith('underline')), String(lines));
  assert.equal(new Set(lines).size, lines.length, String(lines));
  await page.locator('.points .point').last().click();
  const flash = await page.locator('[data-flash]').evaluate((element) => getComputedStyle(element).animationName);
  assert.equal(flash, 'none');
}));

test('print holds digest and article whole, and no controls', () => visit({}, async (page) => {
  await digested(page);
  await page.emulateMedia({ media: 'print' });
  for (const selector of ['.points', '.figures', '.actors', '.quotes', '.timeline', 'article']) {
    assert.ok(await page.locator(selector).isVisible(), selector);
  }
  for (const selector of ['#article-text', '#sample', '.take-along', '.legend', '.lengths']) {
    assert.equal(await page.locator(selector).isVisible(), false, selector);
  }
  assert.ok(await page.locator('.actors details li').first().isVisible(), 'what is folded is printed');
}));
