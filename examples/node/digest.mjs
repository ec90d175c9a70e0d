// Prints the digest of a text file: node digest.mjs ARTICLE.txt
import { readFile } from 'node:fs/promises';
import { analyze, toJSON, verify } from 'newsgist';

const [, , path] = process.argv;
if (!path) {
  console.error('node digest.mjs ARTICLE.txt');
  process.exit(2);
}
const text = await readFile(path, 'utf8');
const digest = await analyze(text);
verify(digest, text);
console.log(await toJSON(digest));
