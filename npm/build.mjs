// Builds the package: `make package`, or `node npm/build.mjs [PROFILE]` with its tools on the path. Leaves the folder pkg/newsgist and the tarball beside it.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = path.join(root, 'pkg', 'newsgist');
const profile = process.argv[2] ?? 'engine';
const target = path.join(process.env.CARGO_TARGET_DIR ?? path.join(root, 'target'), 'wasm32-unknown-unknown', profile);

/** Runs a program in the repository's root; what it prints on standard error is shown. */
function run(command, ...args) {
  return execFileSync(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });
}

fs.rmSync(path.join(root, 'pkg'), { recursive: true, force: true });
fs.mkdirSync(out, { recursive: true });

// The one crate type that is needed here: beside an rlib, Cargo leaves out what link-time optimisation saves.
run('cargo', 'rustc', '--quiet', '--profile', profile, '--lib', '--crate-type', 'cdylib', '--target', 'wasm32-unknown-unknown', '--features', 'js',
  // The package holds more than the engine, and has to do with less inlining: 8 kB less, a twentieth slower.
  // Optimised for size, too: with the grammar it would be nine kilobytes over its budget.
  '--', '-C', 'llvm-args=-inline-threshold=10', '-C', 'opt-level=z');
run('wasm-bindgen', '--target', 'web', '--out-dir', out, '--out-name', 'newsgist', '--no-typescript',
  '--omit-default-module-path', path.join(target, 'newsgist.wasm'));
const wasm = path.join(out, 'newsgist_bg.wasm');
// What rustc takes for granted, and nothing newer: browsers of the last years have all of it.
const features = ['bulk-memory', 'mutable-globals', 'nontrapping-float-to-int', 'reference-types', 'sign-ext', 'multivalue', 'simd'];
// A flat form, in which it finds more to share, and back again: half a percent smaller, and as fast. What has one caller stays
// a function of its own: put together, most of the analysis is one of 217 kB, which a browser needs a tenth of a second to
// compile when it is first called, and compiles badly.
run('wasm-opt', '--flatten', '--rereloop', '-Oz', '-Oz', '-Oz', '--one-caller-inline-max-function-size=1', ...features.map((name) => `--enable-${name}`), '--strip-debug', '--strip-producers',
  '--strip-target-features', wasm, '-o', wasm);

// The modules as they are, and their types.
fs.cpSync(path.join(root, 'npm/src'), out, { recursive: true });
for (const name of ['npm/package.json', 'npm/README.md', 'npm/bin.mjs', 'LICENSE-MIT', 'LICENSE-APACHE', 'THIRD-PARTY.txt']) {
  fs.copyFileSync(path.join(root, name), path.join(out, path.basename(name)));
}
// The terms of the Apache License stand in a file of their own, and need not stand in this one twice more.
const terms = /1\. Definitions\.[^]*?END OF TERMS AND CONDITIONS/g;
const plain = (text) => text.replace(/\s+/g, ' ');
const licences = path.join(out, 'THIRD-PARTY.txt');
const [apache] = plain(fs.readFileSync(path.join(root, 'LICENSE-APACHE'), 'utf8')).match(terms);
fs.writeFileSync(licences, fs.readFileSync(licences, 'utf8').replace(terms, (found) =>
  plain(found) === apache ? '(The terms are those in LICENSE-APACHE, beside this file.)' : found));

// The worker is one file, so that a bundler that copies it as it is does no harm; so is the inline variant, which
// `npx newsgist inline` puts the wasm into.
for (const name of ['worker.js', 'inline.js']) {
  await build({
    absWorkingDir: root,
    entryPoints: [path.join(out, name)],
    outfile: path.join(out, name),
    allowOverwrite: true,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    // Whoever asks the interface for its name gets the one it exports.
    keepNames: name === 'inline.js',
    legalComments: 'none',
  });
}

// The others one by one; their names stay, since interfaces are asked for theirs, and bundlers look for
// `new Worker(new URL(…))` word for word.
for (const entry of fs.readdirSync(out, { recursive: true })) {
  const file = path.join(out, entry);
  if (entry.endsWith('.js') && !['worker.js', 'inline.js'].includes(entry)) {
    const code = fs.readFileSync(file, 'utf8');
    const short = await transform(code, { minifyWhitespace: true, minifySyntax: entry !== 'host.js', format: 'esm', legalComments: 'none' });
    fs.writeFileSync(file, short.code);
  }
}

const [{ filename, files }] = JSON.parse(run('npm', 'pack', '--json', '--pack-destination', path.join(root, 'pkg'), out));
console.log(`pkg/${filename}: ${files.length} files`);
