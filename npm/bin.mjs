#!/usr/bin/env node
// `npx newsgist inline FILE.js`: writes newsgist/inline with its wasm inside, as one module without imports.

import fs from 'node:fs';
import { gzipSync } from 'node:zlib';

const [command, file, ...rest] = process.argv.slice(2);
if (command !== 'inline' || !file || rest.length > 0) {
  console.error('npx newsgist inline FILE.js    writes the package as one module, with the wasm inside');
  process.exit(2);
}
const read = (name) => fs.readFileSync(new URL(name, import.meta.url));
const wasm = gzipSync(read('newsgist_bg.wasm'), { level: 9 }).toString('base64');
const text = `const NEWSGIST_WASM="data:application/gzip;base64,${wasm}";\n${read('inline.js')}`;
try {
  fs.writeFileSync(file, text);
} catch (error) {
  console.error(`${file} cannot be written: ${error.message}`);
  process.exit(1);
}
console.log(`${file}: ${Math.round(text.length / 1000)} kB`);
