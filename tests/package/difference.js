// Whether two values are the same data, and digests what their JSON says: in Node and on pages.

/**
 * Where they differ in what they are, in their prototypes, in their fields or the order of these; undefined where they
 * do not. It sees what JSON cannot say: undefined, BigInt, Map.
 */
export function difference(found, expected, at = 'it') {
  if (!isObject(expected) || !isObject(found)) {
    return Object.is(found, expected) ? undefined : `${at}: ${String(found)}, not ${String(expected)}`;
  }
  if (Object.getPrototypeOf(found) !== Object.getPrototypeOf(expected)) {
    return `${at}: the prototype`;
  }
  const [foundKeys, expectedKeys] = [found, expected].map((value) => Reflect.ownKeys(value).join(' '));
  if (foundKeys !== expectedKeys) {
    return `${at}: ${foundKeys}, not ${expectedKeys}`;
  }
  for (const key of Reflect.ownKeys(expected)) {
    const deeper = difference(found[key], expected[key], `${at}.${key}`);
    if (deeper) {
      return deeper;
    }
  }
  return undefined;
}

function isObject(value) {
  return typeof value === 'object' && value !== null;
}

/**
 * Reads the cases of tests/parity/cases.rs, each a line of JSON with the native digest: the first whose digest is
 * another object, or how many there are.
 */
export async function compare(analyze, lines) {
  for (const [at, line] of lines.entries()) {
    const { asked: { text, format, options }, digest } = JSON.parse(line);
    const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== null));
    const different = difference(await analyze(text, { format, ...given }), digest);
    if (different) {
      return { at, different };
    }
  }
  return { count: lines.length };
}
