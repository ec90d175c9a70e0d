// What an embedder calls: from a text to a digest, and from a digest to other people's forms.

import { call, load } from './engine.js';
import { verify } from './verify.js';

export { verify };

const FORMATS = ['plain', 'markdown', 'html'];
/** The engine gives no more. */
const MOST_POINTS = 50;

/** The engine's options: how each is read. */
const OPTIONS = { points: count, share: part, title: string, publishedAt: day, context: string };

export async function analyze(input, options = {}) {
  const { signal, format = 'plain' } = readOptions(options);
  signal?.throwIfAborted();
  const given = Object.keys(OPTIONS).filter((name) => options[name] !== undefined);
  const engineOptions = Object.fromEntries(given.map((name) => [name, OPTIONS[name](options[name])]));
  return call('analyze', [text(input), oneOf(FORMATS, format), engineOptions], signal);
}

export async function readText(input, options = {}) {
  const { signal, format = 'plain' } = readOptions(options);
  signal?.throwIfAborted();
  return call('readText', [text(input), oneOf(FORMATS, format)], signal);
}

export async function preload() {
  await load();
}

export const toMarkdown = exporter('markdown');
export const toText = exporter('text');
export const toJSONLD = exporter('jsonld');
export const toCSV = exporter('csv');

export async function toJSON(digest) {
  return JSON.stringify(digest);
}

function exporter(form) {
  return async (digest) => {
    if (digest?.schema !== 1) {
      throw new TypeError('newsgist writes digests of schema 1, which analyze() gives a promise of.');
    }
    return call('exportDigest', [plain(digest), form]);
  };
}

function readOptions(options) {
  if (options === null || typeof options !== 'object') {
    throw new TypeError('The options of newsgist are an object.');
  }
  return options;
}

function text(input) {
  if (typeof input !== 'string') {
    throw new TypeError('newsgist reads a string.');
  }
  return input;
}

/** A digest as plain data: the proxies that frameworks put around objects cannot be posted to a worker. */
function plain(digest) {
  return JSON.parse(JSON.stringify(digest));
}

function string(value) {
  return `${value}`;
}

function oneOf(values, value) {
  if (!values.includes(value)) {
    throw new TypeError(`The format ${JSON.stringify(value)} is none of ${values.join(', ')}.`);
  }
  return value;
}

function count(points) {
  if (points === 'auto') {
    return points;
  }
  const number = Number(points);
  if (!Number.isInteger(number) || number < 0) {
    throw new RangeError('The number of points is a whole number, 0 or more, or "auto".');
  }
  return Math.min(number, MOST_POINTS);
}

function part(share) {
  const number = Number(share);
  if (Number.isNaN(number)) {
    throw new RangeError('The share of sentences is a number, 0 to 1.');
  }
  return Math.min(Math.max(number, 0), 1);
}

/** A day as YYYY-MM-DD; a `Date` counts in the reader's own time zone. */
function day(value) {
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) {
      throw new RangeError('publishedAt is no valid date.');
    }
    const parts = [value.getFullYear(), value.getMonth() + 1, value.getDate()];
    return parts.map((part, at) => String(part).padStart(at ? 2 : 4, '0')).join('-');
  }
  const match = /^(\d{4}-\d{2}-\d{2})(?:T.*)?$/.exec(value);
  // A day that is not in its month becomes another one.
  const time = Date.parse(match?.[1]);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== match[1]) {
    throw new RangeError(`publishedAt ${JSON.stringify(value)} is no day like 2026-05-18.`);
  }
  return match[1];
}
