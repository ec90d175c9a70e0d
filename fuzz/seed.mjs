// Writes the corpora that fuzzing starts from, into the folders of the targets below fuzz/corpus: pieces of the sample
// articles, the big list of naughty strings, and every input that once found a fault (fuzz/regressions).
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const articles = path.join(here, '../seeds/articles');
const naughty = createRequire(import.meta.url)('big-list-of-naughty-strings');

/** Short inputs run fastest: a sentence or two at a time. */
const LONGEST = 240;
const pieces = fs.readdirSync(articles).sort().flatMap((name) => {
  const text = fs.readFileSync(path.join(articles, name), 'utf8');
  return text.split(/\n\n+/).flatMap((block) => block.match(/[^]{1,240}(?:\s|$)/g) ?? []);
}).filter((piece) => piece.length <= LONGEST);

const html = (text) => `<h2>${text.slice(0, 20)}</h2><p>${text.replace(/ (\w+) /, ' <a href="x" title=\'>\'>$1</a> &amp; ')}<br><ul><li>${text.slice(-30)}</ul><!-- x -->`;
const line = (text, at) => JSON.stringify(at % 3 ? { id: at, text } : { id: `${at}`, text, title: text.slice(0, 12), date: '2025-05-18' });
const digest = (text, at) => JSON.stringify({
  schema: 1, language: 'en', title: at % 2 ? text : null,
  sentences: [{ start: 0, end: text.length, paragraph: 0, salience: 0.5 }],
  keyPoints: [{ sentence: 0, start: 0, end: text.length, text, rank: 1, pieces: [{ start: 0, end: 9 }, { insert: '[A]', actor: 0 }], actors: [0], figures: [0], why: ['x'] }],
  actors: [{ id: 0, kind: ['person', 'organization', 'place', 'group'][at % 4], name: text, role: at % 2 ? text : null, aliases: [text], salience: 1, mentions: [{ start: 0, end: 3, text, form: 'name' }] }],
  figures: [{ start: 0, end: 4, text, kind: 'count', value: -1e300 * at, min: null, max: 2.5, unit: text, currency: null, counts: { text, start: 0, end: 2 }, change: '~', iso: text, sentence: 0 }],
  quotes: [{ start: 0, end: 9, text, speaker: at % 3, speakerText: text, cue: 'said', direct: at % 2 === 0 }],
  timeline: [{ start: 0, end: 9, text, iso: null, sentence: 0 }], notices: [{ code: 'short', message: text }],
});

const TARGETS = {
  plain: (text) => text,
  markdown: (text) => text,
  html: (text, at) => (at % 2 ? html(text) : text),
  json_lines: line,
  digest_json: (text, at) => (at % 8 ? null : digest(text.slice(0, 30), at)),
};

for (const [target, shape] of Object.entries(TARGETS)) {
  const folder = path.join(here, 'corpus', target);
  fs.mkdirSync(folder, { recursive: true });
  [...pieces, ...naughty].forEach((text, at) => {
    const seed = shape(text, at);
    if (seed) fs.writeFileSync(path.join(folder, createHash('sha1').update(seed).digest('hex')), seed);
  });
  const found = path.join(here, 'regressions', target);
  if (fs.existsSync(found)) fs.cpSync(found, folder, { recursive: true });
}
