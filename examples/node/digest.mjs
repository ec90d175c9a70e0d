// Prints the digest of a text file: node digest.mjs ARTICLE.txt
import { readFile } from 'node:fs/promises';
import { analyze, toJSON, verify } from 'newsgist';

const text = await readFile(process.argv[2], 'utf8');
const digest = await analyze(text);
verify(digest, text);
console.log(await toJSON(digest));
