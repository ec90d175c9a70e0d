// How much the page does, counted and not timed, so that it holds on a machine that has much else to do: a cold load, and
// a text of 5,000 words that is drawn with 2,000 highlights, typed beside, toggled and scrolled. `make bench` has the times.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digested } from './browser.mjs';
import { counting, done, traced } from './counting.mjs';
import { LONG, drawn, pasteLong } from './long-article.mjs';
import { server, visit } from './visit.mjs';

/** No task may touch more nodes. The article and its digest have some 7,000. */
const MOST = 1500;

const start = (page) => page.evaluate(() => globalThis.work.start());
const frames = (page) => page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));

/** A page with the long article, drawn. */
const beside = (steps) => () => visit({ prepare: counting }, async (page) => {
  await digested(page);
  await pasteLong(page);
  const { words, marks } = await drawn(page);
  assert.ok(words > 5000 && marks > 2000, `${words} words, ${marks} marks`);
  await frames(page);
  await start(page);
  await steps(page);
});

test('a cold load fetches each file once, asks the worker once, and draws the points before the article', async () => {
  const before = server.requests.length;
  await visit({ prepare: counting, serviceWorkers: 'block' }, async (page) => {
    await digested(page);
    // Browsers fetch the icon for themselves, too.
    const requests = server.requests.slice(before).filter((path) => !path.endsWith('.svg')).sort();
    assert.deepEqual(requests, [...new Set(requests)]);
    assert.equal(requests.filter((path) => path.endsWith('.wasm')).length, 2);
    const { asked, tasks } = await done(page);
    assert.equal(asked, 1);
    const first = tasks.find(({ points }) => points > 0);
    assert.equal(first.article, false, 'the article is drawn in a later task');
    assert.ok(tasks.every(({ nodes }) => nodes <= MOST), String(tasks.map(({ nodes }) => nodes)));
  });
});

test('a long article is drawn in many small tasks, and what happens meanwhile has its turn between them', () => visit({ prepare: counting }, async (page) => {
  await digested(page);
  await start(page);
  // A key is pressed as soon as the first part of the article is there.
  await page.evaluate(() => {
    const area = document.querySelector('#article-text');
    globalThis.work.ontask = () => {
      if (!document.querySelector('article').textContent.startsWith('Ada Lindqvist')) return;
      delete globalThis.work.ontask;
      const first = globalThis.work.tasks.length;
      setTimeout(() => { globalThis.work.between = globalThis.work.tasks.length - first; });
    };
    area.focus();
  });
  await pasteLong(page);
  const { marks } = await drawn(page);
  const { asked, tasks, inArticle } = await done(page);
  assert.equal(asked, 1);
  assert.ok(inArticle > 2 * marks, `${inArticle} nodes for ${marks} marks`);
  assert.ok(tasks.every(({ nodes }) => nodes <= MOST), `nodes a task: ${tasks.map(({ nodes }) => nodes)}`);
  const between = await page.evaluate(() => globalThis.work.between);
  assert.ok(between <= 2, `${between} parts were drawn before the key had its turn`);
}));

test('a key beside 2,000 highlights touches none of them, lays nothing out but the box, and asks for nothing', beside(async (page) => {
  await page.evaluate(() => {
    const area = document.querySelector('#article-text');
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
    globalThis.work.hold();
  });
  await frames(page);
  await start(page);
  const keys = ['Enter', 'Enter', ...'Rain fell on Oban.'];
  const { styled, laidOut } = await traced(page, async () => {
    for (const key of keys) {
      await page.keyboard.press(key);
      await frames(page);
    }
  });
  assert.equal(await page.locator('#article-text').inputValue(), `${LONG}\n\nRain fell on Oban.`);
  const { asked, saved, nodes } = await done(page);
  assert.deepEqual({ asked, saved, nodes }, { asked: 0, saved: 0, nodes: 0 });
  assert.ok(Math.max(...laidOut) < 60, `laid out: ${laidOut}`);
  assert.ok(Math.max(...styled) < 60, `styled: ${styled}`);

  // The pause after the last of them.
  await page.evaluate(() => globalThis.work.release());
  await page.locator('article p', { hasText: 'Rain fell on Oban.' }).waitFor();
  await digested(page);
  const after = await done(page);
  assert.deepEqual([after.asked, after.saved], [1, 1], 'all keys are read and saved at once');
  assert.ok(after.inArticle < 600, `a new paragraph touches ${after.inArticle} nodes of the article`);
  assert.ok(after.tasks.every(({ nodes }) => nodes <= MOST), String(after.tasks.map(({ nodes }) => nodes)));
}));

test('a toggle changes a few attributes and no mark', beside(async (page) => {
  const kinds = await page.locator('.switch').evaluateAll((list) => list.map((button) => button.dataset.kind));
  for (const kind of [...kinds, ...kinds]) {
    await start(page);
    const { styled } = await traced(page, async () => {
      await page.locator(`.switch[data-kind=${kind}]`).evaluate((button) => button.click());
      await frames(page);
    });
    const { asked, nodes, inArticle } = await done(page);
    assert.deepEqual({ asked, inArticle }, { asked: 0, inArticle: 0 });
    assert.ok(nodes < 10, `${nodes} nodes`);
    const all = await page.locator('*').count();
    const most = styled.reduce((sum, count) => sum + count, 0);
    assert.ok(most < all / 2, `${most} of ${all} elements were styled: only what is near the screen should be`);
  }
}));

test('scrolling changes nothing, and lays each part of the article out once', beside(async (page) => {
  const total = await page.evaluate(() => {
    let nodes = 0;
    for (const walker = document.createTreeWalker(document.querySelector('article')); walker.nextNode();) nodes += 1;
    return nodes;
  });
  const { laidOut } = await traced(page, () => page.evaluate(async () => {
    for (let at = scrollY; at <= scrollY; at += 120) {
      scrollBy(0, 120);
      await new Promise(requestAnimationFrame);
    }
  }));
  const { asked, nodes } = await done(page);
  assert.deepEqual({ asked, nodes }, { asked: 0, nodes: 0 });
  const sum = laidOut.reduce((sum, count) => sum + count, 0);
  assert.ok(sum < 2 * total, `${sum} objects were laid out for ${total} nodes`);
  assert.ok(Math.max(...laidOut) < total / 2, `in one frame: ${Math.max(...laidOut)} of ${total}`);
}));
