import type { Digest } from './digest.js';

export type * from './digest.js';
export * from './summarizer.js';

/** How an input is written. */
export type InputFormat = 'plain' | 'markdown' | 'html';

export interface ReadOptions {
  /** How the input is written; `plain` unless told. */
  format?: InputFormat;
  /** Aborting it rejects with its reason. */
  signal?: AbortSignal;
}

export interface AnalyzeOptions extends ReadOptions {
  /** How many key points: 0 to 50, or `auto`, which is three to five, as the article deserves, and the default. */
  points?: number | 'auto';
  /** Key points as a share of the sentences, 0 to 1; takes the place of `points`. */
  share?: number;
  /** The title, where it is no part of the input. */
  title?: string;
  /** The day of publication (`2026-05-18`), which resolves "Thursday" and "last month"; a page's own unless told. */
  publishedAt?: string | Date;
  /** Words that the reader cares about: they weigh on the choice of points and never appear by themselves. */
  context?: string;
}

/**
 * Reads an article. Never rejects because of what the article says: odd input gives a smaller digest and notices.
 * Offsets count in the input; for Markdown and HTML in what {@link readText} gives.
 */
export function analyze(input: string, options?: AnalyzeOptions): Promise<Digest>;

/**
 * The text of a Markdown or HTML input, without its markup. Of a page only the article is read: its title first, captions
 * and bylines where they stand.
 */
export function readText(input: string, options?: ReadOptions): Promise<string>;

/** Throws unless every span of the digest is a part of the text. */
export function verify(digest: Digest, text: string): void;

/** A page of Markdown. */
export function toMarkdown(digest: Digest): Promise<string>;
/** A page of plain text. */
export function toText(digest: Digest): Promise<string>;
/** One line of JSON. */
export function toJSON(digest: Digest): Promise<string>;
/** schema.org: a `NewsArticle` with what it is about, whom it mentions and whom it quotes. */
export function toJSONLD(digest: Digest): Promise<string>;
/** The figures as CSV, one a line. */
export function toCSV(digest: Digest): Promise<string>;

/** Loads the engine ahead of its first use. */
export function preload(): Promise<void>;

export interface Configuration {
  /** Where `newsgist_bg.wasm` is, if not beside the modules. */
  wasmUrl?: string | URL;
  /** Makes the worker from the module `newsgist/worker`; `false`: run on the main thread. */
  worker?: (() => Worker) | false;
}

/** Says where things are. To be called before the engine is first used. */
export function configure(configuration: Configuration): void;
