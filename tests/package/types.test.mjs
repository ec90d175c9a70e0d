// The types, as a strict TypeScript project sees them.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import test from 'node:test';
import { nativeDigests, project, root, samples } from './helpers.mjs';

const USAGE = `
import { Summarizer as Ours, analyze, verify, toCSV, configure, QuotaExceededError, type Digest } from 'newsgist';
import { analyze as inlineAnalyze, configure as inlineConfigure, Summarizer as Inline } from 'newsgist/inline';
import { installed, native } from 'newsgist/polyfill';
import { NewsGist } from 'newsgist/element';

// Our class is theirs: the class itself, and what it creates.
const theirs: typeof Summarizer = Ours;
async function use(): Promise<void> {
  const one: Summarizer = await Ours.create({ type: 'tldr', monitor(m) { m.addEventListener('downloadprogress', (e) => e.loaded); } });
  const two: Summarizer = await theirs.create({ expectedInputLanguages: ['en'] as const });
  const text: string = await one.summarize('text', { context: 'more', signal: AbortSignal.timeout(1) });
  const stream: ReadableStream<string> = two.summarizeStreaming(text);
  const digest: Digest = await analyze(text, { points: 3, publishedAt: new Date(), format: 'html' });
  verify(digest, text);
  const csv: string = await toCSV(await inlineAnalyze(text));
  for (const point of digest.keyPoints) {
    for (const piece of point.pieces) {
      const shown: string | number = 'insert' in piece ? piece.insert : piece.start;
    }
  }
  configure({ worker: () => new Worker('worker.js', { type: 'module' }), wasmUrl: 'newsgist_bg.wasm' });
  inlineConfigure({ wasm: WebAssembly.compile(new Uint8Array()) });
  const same2: typeof Ours = Inline;
  const requested: number | null = new QuotaExceededError('', { requested: 1 }).requested;
  const isOurs: boolean = installed;
  const gist = document.createElement('news-gist');
  const same: NewsGist = gist;
  gist.length = 'short';
  gist.addEventListener('newsgist-point-activate', (event) => event.detail.point.text.length);

  // @ts-expect-error: no such type
  await Ours.create({ type: 'tl;dr' });
  // @ts-expect-error: made by create() only
  new Ours();
  // @ts-expect-error: read-only
  one.type = 'tldr';
  // @ts-expect-error: a digest has no such part
  digest.keypoints;
  void [stream, csv, requested, isOurs, same, same2, native];
}
void use;
`;

/** What tsc says of a strict project of one file; nothing where it accepts it. */
function complaints(folder, name, text, options) {
  fs.writeFileSync(path.join(folder, name), text);
  fs.writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({
    compilerOptions: {
      strict: true, noEmit: true, skipLibCheck: false, target: 'es2022', lib: ['es2023', 'dom', 'dom.iterable'],
      types: ['dom-chromium-ai'], typeRoots: [path.join(root, 'node_modules/@types')], ...options,
    },
    files: [name],
  }));
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync('node', [tsc, '--project', folder], { encoding: 'utf8' });
  return stdout || (status === 0 ? '' : `status ${status}`);
}

for (const [module, moduleResolution] of [['esnext', 'bundler'], ['nodenext', 'nodenext']]) {
  test(`tsc --strict accepts the package, and our class as that of @types/dom-chromium-ai (${moduleResolution})`, () => {
    assert.equal(complaints(project(), 'usage.ts', USAGE, { module, moduleResolution }), '');
  });
}

test('digests of the samples have the fields that digest.d.ts says, no others, and null only where it says so', () => {
  const folder = project();
  const digests = nativeDigests(samples().map(([, text]) => text));
  // In a literal tsc refuses a field that the type does not have.
  const literal = (value) => `import type { Digest } from 'newsgist';\nexport const digests: Digest[] = ${JSON.stringify(value)};\n`;
  const say = (value) => complaints(folder, 'digests.ts', literal(value),
    { module: 'esnext', moduleResolution: 'bundler', exactOptionalPropertyTypes: true });
  assert.equal(say(digests), '');
  const [digest] = digests;
  for (const [other, complaint] of [
    [{ ...digest, timeline: [{ ...digest.timeline[0], weekday: 1 }] }, /weekday/],
    [{ ...digest, language: null }, /null/],
    [{ ...digest, notices: undefined }, /notices/],
    [{ ...digest, figures: [{ ...digest.figures[0], level: false }] }, /false/],
  ]) {
    assert.match(say([other]), complaint);
  }
});
