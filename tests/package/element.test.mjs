// `<news-gist>` on pages as they are: with a framework, twice, taken away and put back, without JavaScript, under the
// strict policy, and for people who use assistive technology.

import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { openPage, project, root, serve, STRICT_CSP } from './helpers.mjs';

const STORY = `
  <h1>Harbour bridge to close for nine months</h1>
  <p class="byline" hidden="">By a reporter</p>
  <p>The port city of <b>Ostrel</b> will close its harbour bridge for nine months, Mayor Ana <i>Prisk</i> announced on
    Tuesday. The repairs will cost €41 million.</p>
  <p>“Every week that we wait makes it dearer,” Prisk told reporters. Engineers of the Harbour Authority found cracks in
    18 of the 64 cables last autumn.<template>notAWord</template></p>
  <ul><li>Some 27,000 people cross the bridge each day, the authority said.</li></ul>
  <p>Shopkeepers on the north bank expect to lose up to 20% of their custom, their head, Jon Marek, told the city.</p>`;

const OTHER = `
  <p>Talvik Rovers beat Lundmark 3-1 on Saturday in front of 8,200 people. Striker Ida Holm scored twice in the first
    half. Coach Per Aune praised her after the match.</p>
  <p>Lundmark have now lost five matches in a row. Their captain, Siri Moe, said that the club needs a new plan.</p>`;

const page = (body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
  <meta name="viewport" content="width=device-width">
  <link rel="stylesheet" href="/page.css"><script type="module" src="/page.js"></script></head><body><main>${body}</main></body></html>`;

const pages = {
  '/page.js': "import '/newsgist/element.js'; globalThis.events = []; "
    + "for (const name of ['ready', 'digest', 'point-activate', 'actor-activate', 'figure-activate', 'error']) "
    + "document.addEventListener(`newsgist-${name}`, (event) => events.push(event));",
  '/page.css': ':root { color-scheme: light dark; } main { max-width: 40rem; margin: auto; }',
  '/for.html': page(`<news-gist for="story"><p>Key points need JavaScript.</p></news-gist><article id="story">${STORY}</article>`),
  '/inside.html': page(`<news-gist><h2 slot="heading">What happened</h2><button slot="actions">Share</button>${STORY}</news-gist>`),
  '/twice.html': page(`<news-gist for="one"></news-gist><article id="one">${STORY}</article>
    <news-gist for="two" length="short"></news-gist><article id="two">${OTHER}</article>`),
  '/empty.html': page(''),
  '/framework.html': page('<div id="app"></div>'),
};

const modules = path.join(project(), 'node_modules');
const folders = [modules, path.join(root, 'node_modules')];
const { url, requests } = await serve(folders, { pages });
const strict = await serve(folders, { pages, csp: STRICT_CSP });

/** Opens a page and waits until its elements show a digest. */
async function open(name, options) {
  const page = await openPage(url + name, options);
  await ready(page);
  return page;
}

const ready = (page) => page.waitForFunction(() => {
  const elements = [...document.querySelectorAll('news-gist')];
  return elements.length > 0 && elements.every((element) => element.matches(':state(ready)'));
});

/** The words that a highlight covers, on the whole page. */
const highlighted = (page, name) => page.evaluate((name) => {
  const words = [...(CSS.highlights.get(`newsgist-${name}`) ?? [])].map((range) => {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live.toString().replace(/\s+/g, ' ');
  });
  return words.sort();
}, name);

const texts = (page, selector) => page.locator(`news-gist ${selector}`).allInnerTexts();

test('it shows the digest, marks the article, and leaves the host’s DOM alone', async () => {
  const page = await open('for.html');
  const html = await page.$eval('#story', (story) => story.innerHTML);
  assert.equal(html, STORY, 'as it was written');
  const points = await texts(page, '[part=point-button]');
  assert.ok(points.length >= 3 && points.length <= 5, points.join('\n'));
  const people = await highlighted(page, 'people');
  assert.ok(people.includes('Ana Prisk'), `a name over two elements: ${people}`);
  const figures = await highlighted(page, 'figures');
  assert.ok(figures.includes('27,000') && figures.includes('€41 million'), String(figures));
  assert.ok(!(await page.$eval('news-gist', (gist) => gist.text)).match(/notAWord|By a reporter/));
  assert.equal(await page.isVisible('text=Key points need JavaScript.'), false);
  assert.deepEqual(await page.evaluate(() => events.map((event) => [event.type, event.composed, event.bubbles])),
    [['newsgist-ready', true, true], ['newsgist-digest', true, true]]);
  assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 1);
  assert.deepEqual(page.problems, []);
});

test('an article inside the element is shown, read and marked; slots hold what they should', async () => {
  const page = await open('inside.html');
  assert.ok(await page.isVisible('text=Shopkeepers on the north bank >> nth=-1'));
  assert.ok(await page.isVisible('h2:text("What happened")'));
  assert.ok(await page.isVisible('button:text("Share")'));
  const text = await page.$eval('news-gist', (gist) => gist.text);
  assert.match(text, /^# Harbour bridge/);
  assert.doesNotMatch(text, /What happened|Share/);
  assert.ok((await highlighted(page, 'people')).includes('Ana Prisk'));
});

test('two on one page share the worker and keep their highlights apart', async () => {
  const page = await open('twice.html');
  assert.equal(page.workers().length, 1);
  const both = await highlighted(page, 'people');
  assert.ok(both.includes('Ana Prisk') && both.some((name) => /Holm/.test(name)), String(both));
  assert.equal(await page.locator('news-gist >> nth=1 >> [part=point-button]').count(), 3);
  await page.evaluate(() => document.querySelector('news-gist').remove());
  const one = await highlighted(page, 'people');
  assert.ok(!one.includes('Ana Prisk') && one.some((name) => /Holm/.test(name)), String(one));
  assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 1);
});

test('removed it takes everything with it; put back, or moved, it is as before', async () => {
  const page = await open('for.html');
  const before = [await highlighted(page, 'figures'), await texts(page, '[part=point-button]')];
  await page.evaluate(() => {
    globalThis.gist = document.querySelector('news-gist');
    gist.remove();
  });
  assert.deepEqual(await highlighted(page, 'figures'), []);
  assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 0);
  await page.evaluate(() => document.querySelector('main').append(gist));
  await page.waitForFunction(() => CSS.highlights.get('newsgist-figures').size > 0);
  await page.evaluate(() => document.querySelector('main').prepend(gist));
  await page.waitForFunction(() => CSS.highlights.get('newsgist-figures').size > 0);
  assert.deepEqual([await highlighted(page, 'figures'), await texts(page, '[part=point-button]')], before);
  assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 1);
  assert.equal(await page.evaluate(() => events.length), 2, 'the digest was not made again');
  assert.equal(await page.evaluate(() => gist.shadowRoot.querySelectorAll('.card').length), 1);
  assert.deepEqual(page.problems, []);
});

test('beside a framework: its renderings go on, and the digest follows', async () => {
  const page = await openPage(`${url}framework.html`);
  await page.evaluate(async ([first, second]) => {
    const { h, render } = await import('/preact/dist/preact.module.js');
    const Story = ({ sentences }) => h('article', { id: 'story' }, sentences.map((text) => h('p', { key: text }, text)));
    globalThis.show = (sentences) => render(
      h('main', null, h('news-gist', { for: 'story', length: 'short' }), h(Story, { sentences })), document.querySelector('#app'));
    globalThis.sentences = [first, second];
    show([first]);
  }, [
    'The council of Ostrel voted on Monday to close the harbour bridge for nine months, Mayor Ana Prisk said.',
    'Striker Ida Holm scored 14 goals for Talvik Rovers last season and now moves to Lundmark.',
  ]);
  await ready(page);
  assert.deepEqual(await texts(page, '[part=point-button]'), [await page.evaluate(() => sentences[0])]);
  await page.evaluate(() => show([sentences[1], sentences[0]]));
  await page.waitForFunction(() => document.querySelector('news-gist').digest.keyPoints.length === 2);
  const both = await highlighted(page, 'figures');
  assert.ok(both.includes('14') && both.includes('nine months'), String(both));
  await page.evaluate(() => show([sentences[1]]));
  await page.waitForFunction(() => document.querySelector('news-gist').digest.keyPoints.length === 1);
  assert.equal(await page.innerText('#story'), await page.evaluate(() => sentences[1]));
  await page.evaluate(() => show([]));
  await page.waitForFunction(() => document.querySelector('news-gist').matches(':state(empty)'));
  assert.deepEqual(await highlighted(page, 'people'), []);
  assert.deepEqual(page.problems, []);
});

test('the article may come later, or be another', async () => {
  const page = await openPage(`${url}empty.html`);
  await page.evaluate(() => document.querySelector('main').append(Object.assign(document.createElement('news-gist'), { for: 'late' })));
  await page.waitForFunction(() => document.querySelector('news-gist').matches(':state(empty)'));
  await page.evaluate((html) => {
    const late = document.createElement('article');
    late.innerHTML = html;
    document.querySelector('main').append(late);
    late.id = 'late';
  }, OTHER);
  await ready(page);
  assert.ok((await texts(page, '[part=point-button]')).some((text) => text.includes('Rovers')));
});

test('without JavaScript the fallback shows, and an article inside too', async () => {
  const withFor = await openPage(`${url}for.html`, { javaScriptEnabled: false });
  assert.ok(await withFor.isVisible('text=Key points need JavaScript.'));
  const inside = await openPage(`${url}inside.html`, { javaScriptEnabled: false });
  assert.ok(await inside.isVisible('text=Shopkeepers on the north bank'));
});

test('under the strict Content-Security-Policy and Trusted Types nothing is refused', async () => {
  for (const name of ['for.html', 'inside.html', 'twice.html']) {
    const page = await openPage(strict.url + name);
    await ready(page);
    assert.ok((await highlighted(page, 'people')).includes('Ana Prisk'));
    assert.equal(page.workers().length, 1);
    await page.click('news-gist [part=point-button]');
    const radius = await page.$eval('news-gist', (gist) => getComputedStyle(gist.shadowRoot.querySelector('.card')).borderTopLeftRadius);
    assert.equal(radius, '12px', 'its styles apply');
    assert.deepEqual(page.problems, []);
  }
});

for (const colorScheme of ['light', 'dark']) {
  for (const width of [360, 1100]) {
    test(`axe finds nothing: ${colorScheme}, ${width} pixels`, async () => {
      for (const name of ['for.html', 'inside.html', 'twice.html']) {
        const page = await open(name, { colorScheme, viewport: { width, height: 800 } });
        await page.evaluate(() => document.querySelectorAll('news-gist').forEach((gist) => {
          gist.panels = 'points figures actors quotes timeline';
        }));
        await page.waitForSelector('news-gist [part~=timeline]');
        await page.addScriptTag({ path: path.join(root, 'node_modules/axe-core/axe.min.js') });
        const violations = await page.evaluate(async () => {
          const { violations } = await axe.run({ include: ['news-gist'] });
          return violations.map(({ id, nodes }) => [id, nodes.map((node) => `${node.target} ${node.failureSummary}`)]);
        });
        assert.deepEqual(violations, []);
      }
    });
  }
}

test('a point scrolls to its sentence and marks it, by mouse and by keyboard, unless the page forbids', async () => {
  const page = await open('for.html', { viewport: { width: 800, height: 300 }, reducedMotion: 'reduce' });
  const last = page.locator('news-gist [part=point-button]').last();
  await last.focus();
  assert.equal((await highlighted(page, 'point')).length, 1, 'focus shows where it stands');
  const before = await page.evaluate(() => scrollY);
  await page.keyboard.press('Enter');
  assert.ok(await page.evaluate(() => scrollY) > before);
  const [flashed] = await highlighted(page, 'flash');
  assert.equal(flashed, await last.innerText());
  const detail = await page.evaluate(() => {
    const { type, cancelable, detail } = events.at(-1);
    return { type, cancelable, text: detail.point.text, index: typeof detail.index };
  });
  assert.deepEqual(detail, { type: 'newsgist-point-activate', cancelable: true, text: await last.innerText(), index: 'number' });
  await page.waitForFunction(() => CSS.highlights.get('newsgist-flash').size === 0);
  await page.evaluate(() => {
    scrollTo(0, 0);
    document.addEventListener('newsgist-point-activate', (event) => event.preventDefault());
  });
  await page.evaluate(() => document.querySelector('news-gist').shadowRoot.querySelectorAll('.points button')[0].click());
  assert.deepEqual(await highlighted(page, 'flash'), []);
});

test('an actor goes from mention to mention, a figure to its place', async () => {
  const page = await open('for.html', { reducedMotion: 'reduce' });
  const prisk = page.locator('news-gist [part~=actor-people]', { hasText: 'Prisk' });
  await prisk.click();
  assert.deepEqual(await highlighted(page, 'flash'), ['Ana Prisk']);
  await prisk.click();
  assert.deepEqual(await highlighted(page, 'flash'), ['Prisk']);
  await page.locator('news-gist [part=figure-button]', { hasText: '27,000' }).click();
  assert.deepEqual(await highlighted(page, 'flash'), ['27,000']);
  assert.deepEqual(await page.evaluate(() => events.slice(2).map(({ type, detail }) => [type, detail.actor?.name ?? detail.figure.text])), [
    ['newsgist-actor-activate', 'Ana Prisk'], ['newsgist-actor-activate', 'Ana Prisk'], ['newsgist-figure-activate', '27,000'],
  ]);
});

test('attributes and properties reflect each other, and change what is shown', async () => {
  const page = await open('for.html');
  const defaults = await page.$eval('news-gist', (gist) => [gist.for, gist.type, gist.length, gist.highlight, gist.panels, gist.theme, gist.wasmUrl]);
  assert.deepEqual(defaults, ['story', 'key-points', 'medium', 'people organizations places figures', 'points figures actors quotes', 'auto', '']);
  await page.$eval('news-gist', (gist) => {
    gist.highlight = 'figures';
    gist.setAttribute('panels', 'quotes points nonsense');
    gist.theme = 'dark';
    gist.length = 'short';
  });
  await page.waitForFunction(() => document.querySelector('news-gist').digest.keyPoints.length === 3);
  assert.deepEqual(await highlighted(page, 'people'), []);
  assert.ok((await highlighted(page, 'figures')).length > 0);
  assert.deepEqual(await page.$eval('news-gist', (gist) => [...gist.shadowRoot.querySelectorAll('section')].map((section) => section.className)), ['quotes', 'points']);
  assert.equal(await page.$eval('news-gist', (gist) => getComputedStyle(gist).colorScheme), 'dark');
  await page.$eval('news-gist', (gist) => gist.setAttribute('highlight', 'none'));
  await page.waitForFunction(() => CSS.highlights.get('newsgist-figures').size === 0);
  await page.$eval('news-gist', (gist) => {
    gist.type = 'headline';
    gist.removeAttribute('panels');
  });
  await page.waitForSelector('news-gist [part=summary]');
  assert.equal(await page.innerText('news-gist [part=summary]'), 'Harbour bridge to close for nine months');
  assert.equal(await page.innerText('news-gist h2'), 'Headline');
});

test('text, html and digest are properties, also when set before the element is defined', async () => {
  const page = await openPage();
  await page.route('**/page.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.goto(`${url}empty.html`);
  await page.evaluate(() => {
    globalThis.gist = document.createElement('news-gist');
    gist.text = 'Ana Prisk, the mayor, said on Monday that 41 cables will be replaced.';
    gist.length = 'short';
    document.querySelector('main').append(gist);
  });
  await page.evaluate(() => import('/newsgist/element.js'));
  await ready(page);
  assert.equal(await page.evaluate(() => gist.getAttribute('length')), 'short');
  assert.equal((await texts(page, '[part=point-button]')).length, 1);
  await page.evaluate(() => {
    gist.html = '<p>Ida Holm scored <b>14 goals</b> for Talvik Rovers last season.</p>';
  });
  await page.waitForFunction(() => gist.digest?.keyPoints[0]?.text.includes('Holm'));
  assert.equal(await page.evaluate(() => gist.text.trim()), 'Ida Holm scored 14 goals for Talvik Rovers last season.');
  await page.evaluate(() => {
    gist.text = null;
  });
  await page.waitForFunction(() => gist.matches(':state(empty)'));
  assert.deepEqual(page.problems, []);
});

test('a digest that was made elsewhere is shown, and marked, without the engine', async () => {
  const first = await open('for.html');
  const digest = await first.$eval('news-gist', (gist) => gist.digest);
  const page = await openPage();
  await page.route('**/page.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.goto(`${url}for.html`);
  requests.length = 0;
  await page.evaluate(async (digest) => {
    document.querySelector('news-gist').digest = digest;
    await import('/newsgist/element.js');
  }, digest);
  await ready(page);
  assert.deepEqual(await highlighted(page, 'people'), await highlighted(first, 'people'));
  assert.deepEqual(requests.filter((name) => /worker\.js|newsgist\.js|wasm/.test(name)), []);
});

test('where the engine cannot be loaded, it says so, and wasm-url can say where it is', async () => {
  const page = await openPage(`${url}empty.html`);
  await page.evaluate((html) => {
    document.querySelector('main').innerHTML = `<news-gist wasm-url="/nowhere.wasm">${html}</news-gist>`;
  }, OTHER);
  await page.waitForFunction(() => document.querySelector('news-gist').matches(':state(error)'));
  assert.equal(await page.innerText('news-gist [role=status]'), 'The article could not be read.');
  assert.equal(await page.evaluate(() => events.at(-1).type), 'newsgist-error');
  await page.evaluate(() => document.querySelector('news-gist').setAttribute('wasm-url', '/newsgist/newsgist_bg.wasm'));
  await ready(page);
});

test('a long article is read node by node, once, and marked without a look at the page', async () => {
  const page = await open('for.html');
  const work = await page.evaluate(async (html) => {
    document.querySelector('#story').innerHTML = html.repeat(150);
    await new Promise((resolve) => document.addEventListener('newsgist-digest', resolve, { once: true }));
    const { Highlights } = await import('/newsgist/element/highlights.js');
    const { ArticleText } = await import('/newsgist/element/article-text.js');
    const gist = document.querySelector('news-gist');
    const story = document.querySelector('#story');
    const spans = gist.digest.figures.concat(gist.digest.actors.flatMap((actor) => actor.mentions));
    const counts = { nodes: 0, styles: 0, ranges: 0, sets: 0, inUse: 0 };
    /** Counts the calls of a function or getter; `is` says which ones. */
    const count = (owner, name, what, is = () => true) => {
      const { get, value } = Object.getOwnPropertyDescriptor(owner, name);
      const counted = function (...args) {
        counts[what] += is(this) ? 1 : 0;
        return (get ?? value).apply(this, args);
      };
      Object.defineProperty(owner, name, get ? { get: counted, configurable: true } : { value: counted, writable: true, configurable: true });
    };
    count(CharacterData.prototype, 'data', 'nodes');
    count(globalThis, 'getComputedStyle', 'styles');
    for (const name of ['getBoundingClientRect', 'getClientRects']) count(Element.prototype, name, 'styles');
    count(HighlightRegistry.prototype, 'set', 'sets');
    // Each range that is put into a highlight in use is a look at the whole page.
    count(Highlight.prototype, 'add', 'inUse', (highlight) => [...CSS.highlights.values()].includes(highlight));
    globalThis.StaticRange = new Proxy(StaticRange, {
      construct(type, args) {
        counts.ranges += 1;
        return new type(...args);
      },
    });
    const changes = new MutationObserver(() => {});
    changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const article = new ArticleText(story);
    const read = { ...counts };
    new Highlights(document).show('figures', spans.map(({ start, end }) => article.place(start, end)));
    const walker = document.createTreeWalker(story, NodeFilter.SHOW_TEXT);
    let nodes = 0;
    while (walker.nextNode()) nodes += 1;
    return {
      read, marked: counts, nodes, spans: spans.length, elements: story.querySelectorAll('*').length,
      changes: changes.takeRecords().length, same: article.text === gist.text,
    };
  }, STORY);
  assert.ok(work.same && work.spans > 1500, `${work.spans} spans`);
  assert.ok(work.read.nodes <= work.nodes && work.read.styles <= work.elements, JSON.stringify(work));
  const { nodes, styles } = work.read;
  assert.deepEqual(work.marked, { nodes, styles, ranges: work.spans, sets: 1, inUse: 0 });
  assert.equal(work.changes, 0);
});
