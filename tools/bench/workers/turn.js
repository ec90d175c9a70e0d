// What the three workers of the bench share: a turn reads all texts, again and again, until enough time has passed.

/** Posts `ready`, then answers `{ texts, least }` with the milliseconds of the mean pass, in the worker's own time. */
export function taker(read) {
  self.addEventListener('message', ({ data: { texts, least } }) => {
    const start = performance.now();
    let passes = 0;
    let now;
    do {
      texts.forEach(read);
      passes += 1;
      now = performance.now();
    } while (now - start < least);
    tell({ pass: (now - start) / passes, passes });
  });
  tell({ ready: true });
}

// Newsgist's worker answers through the global `postMessage`, which its bench takes away.
const post = self.postMessage.bind(self);
const tell = (message) => post(message);
