// `analyze` and the engine behind it: options, aborting, and workers that end.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import test from 'node:test';
import { until } from '../patience.mjs';
import { nativeDigests, openPage, project, root, samples, serve } from './helpers.mjs';

const modules = path.join(project(), 'node_modules');
const newsgist = await import(path.join(modules, 'newsgist', 'index.js'));
const { analyze, readText, toCSV, toJSON, toJSONLD, toMarkdown, toText, verify } = newsgist;
const { url } = await serve(modules, { pages: { '/empty.html': '<!doctype html><title>empty</title>' } });

const TEXT = 'The council of Ostrel voted on Monday to close the bridge. Mayor Ana Prisk said that 41 cables are old. '
  + 'Some 27,000 people cross it each day. Two ferries will run every ten minutes.';

test('every option reaches the engine', async () => {
  assert.equal((await analyze(TEXT, { points: 2 })).keyPoints.length, 2);
  assert.equal((await analyze(TEXT, { points: 0 })).keyPoints.length, 0);
  assert.equal((await analyze(TEXT, { share: 0.25 })).keyPoints.length, 1);
  assert.equal((await analyze(TEXT, { title: 'A bridge' })).title, 'A bridge');
  assert.equal((await analyze(TEXT, { title: 'A \ud83d bridge "🙂"' })).title, 'A \ufffd bridge "🙂"');
  const monday = (digest) => digest.figures.find((figure) => figure.text === 'Monday').iso;
  assert.equal(monday(await analyze(TEXT, { publishedAt: '2026-05-13' })), '2026-05-11');
  assert.equal(monday(await analyze(TEXT, { publishedAt: '2026-05-13T20:00:00Z' })), '2026-05-11');
  assert.equal(monday(await analyze(TEXT, { publishedAt: new Date(2026, 4, 13) })), '2026-05-11');
  assert.equal((await analyze('# A bridge\n\nIt will close on Monday.', { format: 'markdown' })).title, 'A bridge');
  await analyze(TEXT, { points: undefined, title: undefined, signal: undefined });
});

test('what options say wrongly is rejected', async () => {
  for (const [input, options, type] of [
    [5, {}, TypeError], [undefined, {}, TypeError], [TEXT, 'html', TypeError], [TEXT, null, TypeError],
    [TEXT, { format: 'pdf' }, TypeError], [TEXT, { points: -1 }, RangeError], [TEXT, { points: 1.5 }, RangeError],
    [TEXT, { publishedAt: 'Monday' }, RangeError], [TEXT, { publishedAt: '2026-13-01' }, RangeError],
    [TEXT, { publishedAt: '2026-02-30' }, RangeError],
    [TEXT, { publishedAt: new Date(NaN) }, RangeError], [TEXT, { share: 'half' }, RangeError],
  ]) {
    await assert.rejects(analyze(input, options), type, JSON.stringify([input, options]));
  }
});

test('offsets are UTF-16, also behind signs of four bytes and lone surrogates', async () => {
  for (const text of [`🙂 ${TEXT}`, `é漢🙂 ${TEXT} 🙂`, `\ud83d ${TEXT}`, `${TEXT} \udc00`]) {
    const digest = await analyze(text);
    verify(digest, text);
    assert.ok(digest.figures.length > 0);
  }
  const markup = '<h1>Über 🙂</h1><p>Mayor Ana Prisk said on Monday that 41 caf&eacute;s will close.</p>';
  verify(await analyze(markup, { format: 'html' }), await readText(markup, { format: 'html' }));
});

test('options beyond their ends are taken at their ends', async () => {
  for (const [given, end] of [[{ points: 2 ** 53 }, { points: 50 }], [{ share: Infinity }, { share: 1 }], [{ share: -3 }, { share: 0 }]]) {
    assert.deepEqual(await analyze(TEXT, given), await analyze(TEXT, end));
  }
});

test('hostile strings: a digest that says only what is there, and every export of it', async () => {
  const naughty = createRequire(import.meta.url)('big-list-of-naughty-strings');
  assert.ok(naughty.length > 300);
  const halves = ['\ud83d', '\udc00', '\ud83d\ud83d', '\udc00\ud83d', 'a\ud83db', '\ufeff\ud83d'];
  for (const string of [...naughty, ...halves]) {
    for (const format of ['plain', 'html']) {
      const text = `Mayor Jane Doe of Kelso said on Monday that ${string} cost $3 million. “${string},” she said.`;
      const digest = await analyze(text, { format, title: string, context: string });
      verify(digest, await readText(text, { format }));
      assert.equal(digest.title, string.replace(/\p{Surrogate}/gu, '\ufffd'));
      for (const write of [toCSV, toJSONLD, toMarkdown, toText]) {
        assert.equal(typeof await write(digest), 'string');
      }
    }
  }
});

// Texts of other people, where they are beside the project: read at run time, and never kept.
const stories = path.join(process.env.NEWSGIST_DATA ?? path.join(root, '../shared/data'), 'summaries/sum_cnn_dev.jsonl');
test('digests of stories beside the project are the native ones, byte for byte', { skip: !fs.existsSync(stories) && `${stories} is not there` }, async () => {
  const texts = fs.readFileSync(stories, 'utf8').split('\n').slice(0, 300).filter(Boolean).map((line) => JSON.parse(line).text);
  const native = nativeDigests(texts);
  for (const [index, text] of texts.entries()) {
    assert.equal(JSON.stringify(await analyze(text)), JSON.stringify(native[index]), `story ${index}`);
  }
  console.log(`${texts.length} stories`);
});

test('verify throws on every kind of span that is no part of the text', async () => {
  const [, article] = samples()[0];
  const digest = await analyze(article);
  verify(digest, article);
  assert.throws(() => verify({ schema: 2 }, article), TypeError);
  assert.throws(() => verify(digest, article.slice(0, 100)), RangeError);
  const spoilt = (change) => {
    const copy = structuredClone(digest);
    change(copy);
    return copy;
  };
  for (const change of [
    (digest) => (digest.keyPoints[0].text = 'No such thing was said.'),
    (digest) => (digest.keyPoints[0].pieces[0].start += 3),
    (digest) => (digest.actors[0].mentions[0].text += 's'),
    (digest) => (digest.figures[0].start -= 1),
    (digest) => (digest.figures.find((figure) => figure.counts).counts.text = 'apples'),
    (digest) => (digest.quotes[0].end += 1),
    (digest) => (digest.timeline[0].text = 'never'),
    (digest) => (digest.sentences.at(-1).end = article.length + 1),
    (digest) => (digest.sentences[0].start = 0.5),
  ]) {
    assert.throws(() => verify(spoilt(change), article), Error, String(change));
  }
});

test('the exporters give what the command line gives', async () => {
  const { execFileSync } = await import('node:child_process');
  const [, article] = samples()[1];
  const digest = await analyze(article);
  // From standard input it reads plain text, as `analyze` does.
  const native = (format) => execFileSync('cargo', ['run', '--quiet', '--features', 'cli', '--bin', 'newsgist-cli', '--', '--format', format,
    '--offsets', 'utf16'], { cwd: root, input: article, encoding: 'utf8' });
  assert.equal(await toMarkdown(digest), native('markdown'));
  assert.equal(await toText(digest), native('text'));
  assert.equal(`${await toJSON(digest)}\n`, native('json'));
  assert.equal(`${await toJSONLD(digest)}\n`, native('jsonld'));
  assert.equal(await toCSV(digest), native('csv'));
  assert.deepEqual(nativeDigests([article])[0], digest);
  for (const bad of [null, undefined, {}, analyze(article), { ...digest, schema: 'one' }, { ...digest, figures: [{}] }]) {
    await assert.rejects(toMarkdown(bad), Error);
  }
});

test('an abort rejects with its own reason, at once, and the next call is answered', async () => {
  const page = await openPage(`${url}empty.html`);
  const outcome = await page.evaluate(async (text) => {
    const { analyze } = await import('/newsgist/index.js');
    await analyze(text);
    const reason = new Error('the reader left');
    const long = text.repeat(60_000);
    const controller = new AbortController();
    const aborted = analyze(long, { signal: controller.signal }).catch((error) => error === reason);
    const waiting = new AbortController();
    const queued = analyze(text, { signal: waiting.signal }).catch((error) => error);
    const behind = analyze(text);
    waiting.abort('never mind');
    setTimeout(() => controller.abort(reason), 20);
    return { aborted: await aborted, queued: await queued, points: (await behind).keyPoints.length };
  }, TEXT);
  assert.deepEqual([outcome.aborted, outcome.queued, outcome.points > 0], [true, 'never mind', true]);
  // A busy worker is ended from outside; the browser may take a moment to say so.
  await until(() => page.workers().length === 1, 'the worker that was stopped is gone');
});

test('a worker that ends while nobody waits is replaced', async () => {
  const page = await openPage(`${url}empty.html`);
  const counts = await page.evaluate(async (text) => {
    const { analyze, configure } = await import('/newsgist/index.js');
    const workers = [];
    configure({ worker: () => {
      workers.push(new Worker('/newsgist/worker.js', { type: 'module' }));
      return workers.at(-1);
    } });
    const first = await analyze(text);
    workers[0].dispatchEvent(new ErrorEvent('error', { message: 'crashed' }));
    const second = await analyze(text);
    return [workers.length, first.keyPoints.length === second.keyPoints.length];
  }, TEXT);
  assert.deepEqual(counts, [2, true]);
});

test('configure({ worker: false }) and preload()', async () => {
  const page = await openPage(`${url}empty.html`);
  const points = await page.evaluate(async (text) => {
    const { analyze, configure, preload } = await import('/newsgist/index.js');
    configure({ worker: false });
    await preload();
    return (await analyze(text, { points: 2 })).keyPoints.length;
  }, TEXT);
  assert.equal(points, 2);
  assert.equal(page.workers().length, 0);
});
