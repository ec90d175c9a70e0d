// The dictionaries of `Summarizer`, read as Web IDL reads them: members in its order, each converted to its type.

const TYPES = ['tldr', 'teaser', 'key-points', 'headline'];
const FORMATS = ['plain-text', 'markdown'];
const LENGTHS = ['short', 'medium', 'long'];
const PREFERENCES = ['auto', 'speed', 'capability'];

/** `SummarizerCreateCoreOptions`, with canonical languages. */
export function readCoreOptions(value) {
  return canonical(core(dictionary(value)));
}

/**
 * `SummarizerCreateOptions` as given. Its languages are looked at later, in `canonical`: the draft looks at the
 * signal first.
 */
export function readCreateOptions(value) {
  const options = dictionary(value);
  const read = core(options);
  const monitor = member(options, 'monitor', callback);
  const sharedContext = member(options, 'sharedContext', string) ?? '';
  const signal = member(options, 'signal', abortSignal);
  return { ...read, monitor, sharedContext, signal };
}

/** `SummarizerSummarizeOptions`. */
export function readSummarizeOptions(value) {
  const options = dictionary(value);
  return { context: member(options, 'context', string) ?? '', signal: member(options, 'signal', abortSignal) };
}

/** The same options, language tags made canonical; a RangeError for a malformed one. */
export function canonical(options) {
  const list = (tags) => (tags === null ? null : Object.freeze([...new Set(tags.map(canonicalTag))]));
  return {
    ...options,
    expectedContextLanguages: list(options.expectedContextLanguages),
    expectedInputLanguages: list(options.expectedInputLanguages),
    outputLanguage: options.outputLanguage === null ? null : canonicalTag(options.outputLanguage),
  };
}

/** Tags seen before: pages ask for availability by the thousand, and browsers take their time to read a tag. */
const known = new Map();

function canonicalTag(tag) {
  let canonical = known.get(tag);
  if (canonical === undefined) {
    [canonical] = Intl.getCanonicalLocales(tag);
    if (known.size >= 100) {
      known.clear();
    }
    known.set(tag, canonical);
  }
  return canonical;
}

/** Whether all languages asked for are English, of whatever region or script. */
export function isEnglish({ expectedInputLanguages, expectedContextLanguages, outputLanguage }) {
  const tags = [...(expectedInputLanguages ?? []), ...(expectedContextLanguages ?? []), outputLanguage ?? 'en'];
  return tags.every((tag) => tag === 'en' || tag.startsWith('en-'));
}

function core(options) {
  return {
    expectedContextLanguages: member(options, 'expectedContextLanguages', strings) ?? null,
    expectedInputLanguages: member(options, 'expectedInputLanguages', strings) ?? null,
    format: member(options, 'format', oneOf(FORMATS)) ?? 'markdown',
    length: member(options, 'length', oneOf(LENGTHS)) ?? 'short',
    outputLanguage: member(options, 'outputLanguage', string) ?? null,
    preference: member(options, 'preference', oneOf(PREFERENCES)) ?? 'auto',
    type: member(options, 'type', oneOf(TYPES)) ?? 'key-points',
  };
}

function dictionary(value) {
  if (value === undefined || value === null) {
    return {};
  }
  if (typeof value !== 'object' && typeof value !== 'function') {
    throw new TypeError('The options are no object.');
  }
  return value;
}

/** A member converted, or undefined where it is not given. */
function member(options, name, convert) {
  const value = options[name];
  return value === undefined ? undefined : convert(value, name);
}

function string(value) {
  // A template throws on symbols, as Web IDL does; String(value) would not.
  return `${value}`;
}

function strings(value, name) {
  if ((typeof value !== 'object' && typeof value !== 'function') || typeof value?.[Symbol.iterator] !== 'function') {
    throw new TypeError(`${name} is no sequence.`);
  }
  return Array.from(value, string);
}

function oneOf(values) {
  return (value, name) => {
    const text = string(value);
    if (!values.includes(text)) {
      throw new TypeError(`${name}: ${JSON.stringify(text)} is none of ${values.join(', ')}.`);
    }
    return text;
  };
}

function callback(value, name) {
  if (typeof value !== 'function') {
    throw new TypeError(`${name} is no function.`);
  }
  return value;
}

const isAborted = Object.getOwnPropertyDescriptor(AbortSignal.prototype, 'aborted').get;

function abortSignal(value, name) {
  try {
    isAborted.call(value);
  } catch {
    throw new TypeError(`${name} is no AbortSignal.`);
  }
  return value;
}
