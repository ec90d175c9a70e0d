// The examples of docs/api.md and of the package's README, run as they stand: what a comment says is what is printed.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { project, root, run } from './helpers.mjs';

const folder = project();

for (const document of ['docs/api.md', 'npm/README.md']) {
  const lines = fs.readFileSync(path.join(root, document), 'utf8').split('\n');
  let example;
  lines.forEach((line, at) => {
    if (line === '```js') {
      example = { at: at + 2, code: [] };
    } else if (line === '```' && example) {
      const { at, code } = example;
      example = undefined;
      test(`${document}, line ${at}`, () => {
        fs.writeFileSync(path.join(folder, 'example.mjs'), code.join('\n'));
        const printed = new Set(run(folder, 'node', 'example.mjs').split('\n').map((line) => line.trim()));
        for (const expected of code.map(printedLine).filter(Boolean)) {
          assert.ok(printed.has(expected), `${JSON.stringify(expected)} is not printed, ${JSON.stringify([...printed])} is`);
        }
      });
    } else {
      example?.code.push(line);
    }
  });
}

/** What the comment of a printing line, or a comment below it, says is printed. */
function printedLine(line, at, code) {
  const below = /^\/\/ (.*)$/.exec(line);
  if (below) {
    return code[at - 1]?.includes('console.log') ? below[1] : undefined;
  }
  return /console\.log\(.*\/\/ (.*)$/.exec(line)?.[1];
}
