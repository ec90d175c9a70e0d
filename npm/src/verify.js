// Whether a digest says only what its text says.

/**
 * Checks every span of a digest against the text it was made from, and throws on the first that is not a part of it.
 * For a digest of HTML or Markdown, the text is that of `readText`.
 */
export function verify(digest, text) {
  if (digest?.schema !== 1) {
    throw new TypeError('verify checks digests of schema 1.');
  }
  // The engine reads a lone surrogate as U+FFFD.
  const source = text.replace(/\p{Surrogate}/gu, '\ufffd');
  const within = (where, { start, end }) => {
    if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= source.length)) {
      throw new RangeError(`${where}: ${start} to ${end} does not lie in the text.`);
    }
    return source.slice(start, end);
  };
  const copied = (where, span) => {
    const found = within(where, span);
    if (found !== span.text) {
      throw new Error(`${where}: ${JSON.stringify(span.text)} is not at ${span.start}, ${JSON.stringify(found)} is.`);
    }
  };
  digest.sentences.forEach((sentence, at) => within(`sentences[${at}]`, sentence));
  digest.keyPoints.forEach((point, at) => keyPoint(`keyPoints[${at}]`, point, within));
  digest.actors.forEach((actor, at) =>
    actor.mentions.forEach((mention, nth) => copied(`actors[${at}].mentions[${nth}]`, mention)));
  digest.figures.forEach((figure, at) => {
    copied(`figures[${at}]`, figure);
    if (figure.counts) {
      copied(`figures[${at}].counts`, figure.counts);
    }
  });
  digest.quotes.forEach((quote, at) => copied(`quotes[${at}]`, quote));
  digest.timeline.forEach((moment, at) => copied(`timeline[${at}]`, moment));
}

/** A point's text is its pieces in order; spaces apart, and the first letter may be a capital. */
function keyPoint(where, point, within) {
  within(where, point);
  const pieces = point.pieces.map((piece, nth) => piece.insert ?? within(`${where}.pieces[${nth}]`, piece));
  if (letters(pieces.join('')) !== letters(point.text)) {
    throw new Error(`${where}: ${JSON.stringify(point.text)} is not what its pieces say: ${JSON.stringify(pieces)}.`);
  }
}

/** Without spaces; the first character in lower case. */
function letters(text) {
  const [first = '', ...rest] = text.replace(/\s+/gu, '');
  return first.toLowerCase() + rest.join('');
}
