// A text of some 5,000 words that gets some 2,000 highlights, and ways to bring it onto the page.

const NAMES = ['Ada Lindqvist', 'Peter Aldous', 'Flora Reid', 'Oban', 'Kelso', 'Norway', 'Britain', 'France'];
const sentence = (index) => `${NAMES[index % 3]} and ${NAMES[(index + 1) % 3]} said in ${NAMES[3 + index % 5]} on Monday that `
  + `${100 + index} ships with $${index + 1} million in goods passed ${NAMES[3 + (index + 2) % 5]} in May.`;

export const BLOCKS = 63;
const paragraphs = Array.from({ length: BLOCKS }, (_, block) =>
  Array.from({ length: 4 }, (_, index) => sentence(block * 4 + index)).join(' '));
export const LONG = paragraphs.join('\n\n');
const HTML = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('');

/** Pastes it as a page is pasted: it is read at once, and not when the typing pauses. */
export const pasteLong = (page) => page.evaluate((html) => {
  const data = new DataTransfer();
  data.setData('text/html', html);
  document.querySelector('#article-text').dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}, HTML);

/** Waits until it is drawn whole, and gives its words and marks. */
export async function drawn(page) {
  await page.waitForFunction((blocks) => document.querySelectorAll('article p').length === blocks
    && document.querySelector('.desk[aria-busy="false"]'), BLOCKS);
  return page.evaluate(() => ({
    words: document.querySelector('article').textContent.split(/\s+/).length,
    marks: document.querySelectorAll('article mark').length,
  }));
}
