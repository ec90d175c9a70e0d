// The main way through the built page in Firefox and in WebKit: paste, read, click a point, toggle a kind, export.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { inOtherBrowsers } from '../browsers/others.mjs';
import { until as holds } from '../patience.mjs';
import { ARTICLE } from './article.mjs';
import { serve } from './serve.mjs';

const server = await serve();
after(() => server.close());

/** Waits until one of these questions is answered with yes; says which, where it never is. */
function until(page, expression) {
  return holds(() => page.evaluate(async (expression) => {
    // The page's own policy forbids to make functions from text: these are the questions that the tests ask.
    const questions = {
      'a digest is shown': () => document.querySelector('.desk[aria-busy="false"] .points li'),
      'the article is shown': () => document.querySelector('article')?.textContent.includes('Lindqvist')
        && document.querySelector('.desk[aria-busy="false"]'),
      'the scrolling ends with a flashing sentence in sight': () => {
        const box = document.querySelector('article [data-flash]')?.getBoundingClientRect();
        const isAtRest = globalThis.lastScroll === scrollY;
        globalThis.lastScroll = scrollY;
        return isAtRest && box && box.top >= 0 && box.bottom <= innerHeight;
      },
      'figures are hidden': () => getComputedStyle(document.querySelector('mark[data-kind=figure]')).textDecorationLine === 'none',
      'a file was made': () => globalThis.made,
      'three points are shown': () => document.querySelectorAll('.points li').length === 3,
    };
    return Boolean(questions[expression]());
  }, expression), expression);
}

inOtherBrowsers((name, page) => {
  test(`${name}: paste, read, click a point, toggle a kind, change the length, export`, async () => {
    await page().goto(server.url);
    await until(page(), 'a digest is shown');
    await page().evaluate(async (text) => {
      globalThis.problems = [];
      addEventListener('error', (event) => globalThis.problems.push(event.message));
      addEventListener('securitypolicyviolation', (event) => globalThis.problems.push(event.violatedDirective));
      const area = document.querySelector('#article-text');
      const data = new DataTransfer();
      data.setData('text/plain', text);
      data.setData('text/html', text.split('\n\n').map((paragraph) => `<p>${paragraph}</p>`).join(''));
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      area.focus();
      if (area.dispatchEvent(event)) {
        // A browser whose made-up events carry no data pastes the text itself.
        area.value = text;
        area.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
    }, ARTICLE);
    await until(page(), 'the article is shown');

    await page().click('.points li:last-child .point');
    await until(page(), 'the scrolling ends with a flashing sentence in sight');
    await page().click('.switch[data-kind=figure]');
    await until(page(), 'figures are hidden');
    await page().click('.lengths button:nth-child(2)');
    await until(page(), 'three points are shown');

    await page().evaluate(async () => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        blob.text().then((text) => { globalThis.made = { type: blob.type, text }; });
        return make.call(URL, blob);
      };
    });
    await page().click('.take-along summary');
    await page().click('.forms button:nth-child(3)');
    await until(page(), 'a file was made');
    const { type, text, problems } = await page().evaluate(async () => ({ ...globalThis.made, problems: globalThis.problems }));
    assert.match(type, /^application\/json/);
    assert.deepEqual([JSON.parse(text).schema, JSON.parse(text).keyPoints.length], [1, 3]);
    assert.deepEqual(problems, []);
  });
});
