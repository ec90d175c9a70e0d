// Writes THIRD-PARTY.txt: what the page, the package and the command line are made of besides this project, with the
// licences of each. `--check` writes nothing and says whether the file is up to date, and whether every licence is one
// that we accept (deny.toml has the same list). Reads what cargo and npm have fetched, and asks no network.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = path.join(root, 'THIRD-PARTY.txt');

/** Licences that ask for no more than to be named, the ones we would rather be under first. */
const ACCEPTED = ['MIT', 'Apache-2.0', 'Unicode-3.0', 'BSD-3-Clause', 'BSD-2-Clause', 'ISC', 'Zlib', 'BSL-1.0', '0BSD', 'CC0-1.0', 'Unlicense'];
/** Tools may ask for more, since nothing of them is handed on. */
const TOOLS_TOO = ['MPL-2.0', 'BlueOak-1.0.0', 'CC-BY-4.0', 'CC-BY-3.0', 'Python-2.0', 'LGPL-3.0-or-later', 'W3C', 'MIT-0', 'WTFPL'];

/** The licences of an SPDX expression under which we take a package; undefined where we accept none. */
function choose(expression, accepted) {
  const options = expression.replace(/[()]/g, ' ').replaceAll('/', ' OR ').split(/\sOR\s/).map((option) => (
    option.trim().split(/\sAND\s/).map((one) => one.trim().replace(/ WITH .*/, ''))));
  const rank = (names) => Math.max(...names.map((name) => accepted.indexOf(name)));
  // "(A OR B) AND C" is read as "A" or "B AND C": C is named in any case, since it is looked for in the whole.
  const all = [...expression.matchAll(/AND ([\w.-]+)(?!.*\()/g)].map(([, name]) => name);
  return options.map((names) => [...new Set([...names, ...all])])
    .filter((names) => names.every((name) => accepted.includes(name)))
    .sort((one, other) => rank(one) - rank(other))[0];
}

/** Packages that cargo links into what we hand on: `[name, package]`, in order. */
function crates() {
  const found = new Map();
  for (const [features, platform] of [['ui,worker,js', 'wasm32-unknown-unknown'], ['cli', 'x86_64-unknown-linux-gnu']]) {
    const { packages, resolve } = JSON.parse(execFileSync('cargo', ['metadata', '--format-version=1', '--locked', '--offline',
      '--features', features, '--filter-platform', platform], { cwd: root, maxBuffer: 1 << 28 }));
    const byId = new Map(packages.map((one) => [one.id, one]));
    const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
    const seen = new Set([resolve.root]);
    const queue = [resolve.root];
    while (queue.length > 0) {
      for (const { pkg, dep_kinds: kinds } of nodes.get(queue.pop()).deps) {
        const isMacro = byId.get(pkg).targets.some(({ kind }) => kind.includes('proc-macro'));
        if (seen.has(pkg) || isMacro || kinds.every(({ kind }) => kind !== null)) continue;
        seen.add(pkg);
        queue.push(pkg);
        found.set(`${byId.get(pkg).name} ${byId.get(pkg).version}`, byId.get(pkg));
      }
    }
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1));
}

/** The texts of a package's licences, under the licences that we take it by. */
function texts(one, taken) {
  const folder = path.dirname(one.manifest_path);
  const names = fs.readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice|unlicense)/i.test(name)).sort();
  const fits = (name) => taken.some((licence) => name.toLowerCase().includes(licence.split('-')[0].toLowerCase()));
  const chosen = names.filter(fits).length > 0 ? names.filter(fits) : names;
  return chosen.filter((name) => fs.statSync(path.join(folder, name)).isFile())
    .map((name) => fs.readFileSync(path.join(folder, name), 'utf8').replace(/\r\n/g, '\n').replace(/[ \t]+$/gm, '').trim());
}

/** Rows `[what, licence]` of the tables in the models' cards, and the headers of the lists that are not ours. */
function data() {
  const seeds = path.join(root, 'seeds');
  const rows = [];
  for (const name of fs.readdirSync(seeds).filter((name) => /^MODEL-.*\.md$/.test(name)).sort()) {
    let isTable = false;
    for (const line of fs.readFileSync(path.join(seeds, name), 'utf8').split('\n')) {
      const cells = line.split('|').slice(1, -1).map((cell) => cell.trim().replaceAll('`', ''));
      if (cells.length < 2) isTable = false;
      else if (/^licence/.test(cells.at(-1))) isTable = true;
      else if (isTable && !/^-+$/.test(cells[0])) rows.push([cells[0], cells.at(-1)]);
    }
  }
  const lists = fs.readdirSync(path.join(seeds, 'lists'), { recursive: true });
  for (const name of lists.filter((name) => /\.(txt|tsv)$/.test(name)).sort()) {
    const licence = /^# .*Licence: (.*)$/m.exec(fs.readFileSync(path.join(seeds, 'lists', name), 'utf8'))?.[1];
    if (licence && !licence.startsWith('plain facts')) rows.push([`list ${name}`, licence.replace(/\.$/, '')]);
  }
  return rows;
}

/** What npm installs for building and testing: `[name and version, licence]`. Nothing of it is handed on. */
function tools() {
  const { packages } = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages).filter(([where]) => where !== '')
    .map(([where, { version, license }]) => [`${where.replace(/^.*node_modules\//, '')} ${version}`, license ?? 'none stated']);
}

const refused = [];
const linked = crates();
/** Text of a licence → the packages that have it word for word. */
const owners = new Map();
const list = linked.map(([name, one]) => {
  const taken = choose(one.license ?? '', ACCEPTED);
  if (!taken) refused.push(`${name}: ${one.license}`);
  for (const text of texts(one, taken ?? [])) owners.set(text, [...(owners.get(text) ?? []), name]);
  return `  ${name}: ${one.license}${one.repository ? `, ${one.repository}` : ''}`;
});
const licences = new Map();
for (const [name, licence] of tools()) {
  if (!choose(licence, [...ACCEPTED, ...TOOLS_TOO])) refused.push(`${name}: ${licence}`);
  licences.set(licence, (licences.get(licence) ?? 0) + 1);
}
const counted = [...licences].sort(([one], [other]) => (one < other ? -1 : 1)).map(([licence, count]) => `  ${licence}: ${count}`);

const text = `Newsgist is under MIT or Apache-2.0, at your choice. This is what it is made of besides.
Made by tools/third-party.mjs; do not edit.

RUST PACKAGES that are compiled into the page, the npm package or the command line, and the licences they offer

  The Rust standard library: MIT OR Apache-2.0, https://github.com/rust-lang/rust
${list.join('\n')}

DATA that lists and models were made from; no text of it is held, but the entries of the lists (seeds/MODEL-*.md)

${data().map(([what, licence]) => `  ${what}: ${licence}`).join('\n')}

TOOLS of npm that build and test it; nothing of them is handed on. Licence: number of packages

${counted.join('\n')}

TEXTS of the licences of the Rust packages
${[...owners].map(([text, names]) => `\n${'='.repeat(78)}\n${names.join(', ')}\n\n${text}\n`).join('')}`;

if (refused.length > 0) {
  console.error(`These licences are not accepted:\n  ${refused.join('\n  ')}`);
  process.exitCode = 1;
}
if (!process.argv.includes('--check')) {
  fs.writeFileSync(file, text);
  console.log(`THIRD-PARTY.txt: ${linked.length} Rust packages, ${owners.size} licence texts, ${text.length} bytes`);
} else if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) {
  console.error('THIRD-PARTY.txt is not up to date: run node tools/third-party.mjs');
  process.exitCode = 1;
}
