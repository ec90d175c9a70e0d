/** `Summarizer` of the W3C Writing Assistance APIs. The types agree with those of `@types/dom-chromium-ai`. */

export type Availability = 'unavailable' | 'downloadable' | 'downloading' | 'available';
export type SummarizerType = 'tldr' | 'teaser' | 'key-points' | 'headline';
export type SummarizerFormat = 'plain-text' | 'markdown';
export type SummarizerLength = 'short' | 'medium' | 'long';
export type PerformancePreference = 'auto' | 'speed' | 'capability';

export interface SummarizerCreateCoreOptions {
  type?: SummarizerType;
  format?: SummarizerFormat;
  length?: SummarizerLength;
  preference?: PerformancePreference;
  expectedInputLanguages?: ReadonlyArray<string>;
  expectedContextLanguages?: ReadonlyArray<string>;
  outputLanguage?: string;
}

export interface SummarizerCreateOptions extends SummarizerCreateCoreOptions {
  signal?: AbortSignal;
  monitor?: (monitor: CreateMonitor) => void;
  sharedContext?: string;
}

export interface SummarizerSummarizeOptions {
  signal?: AbortSignal;
  context?: string;
}

/** Made by {@link Summarizer.create}; its constructor throws. */
export abstract class Summarizer {
  static create(options?: SummarizerCreateOptions): Promise<Summarizer>;
  /** Answers without loading anything. */
  static availability(options?: SummarizerCreateCoreOptions): Promise<Availability>;

  summarize(input: string, options?: SummarizerSummarizeOptions): Promise<string>;
  /** A chunk for each line. */
  summarizeStreaming(input: string, options?: SummarizerSummarizeOptions): ReadableStream<string>;
  measureInputUsage(input: string, options?: SummarizerSummarizeOptions): Promise<number>;
  destroy(): void;

  readonly sharedContext: string;
  readonly type: SummarizerType;
  readonly format: SummarizerFormat;
  readonly length: SummarizerLength;
  readonly preference: PerformancePreference;
  /** Null where it was not given; the type follows `@types/dom-chromium-ai`. */
  readonly expectedInputLanguages?: ReadonlyArray<string>;
  /** Null where it was not given. */
  readonly expectedContextLanguages?: ReadonlyArray<string>;
  /** Null where it was not given. */
  readonly outputLanguage?: string;
  /** UTF-16 code units. */
  readonly inputQuota: number;
}

interface CreateMonitorEventMap {
  downloadprogress: ProgressEvent;
}

/** Given to `monitor`; tells how the engine's loading goes on. */
export abstract class CreateMonitor extends EventTarget {
  ondownloadprogress: ((this: CreateMonitor, event: ProgressEvent) => any) | null;

  addEventListener<K extends keyof CreateMonitorEventMap>(
    type: K,
    listener: (this: CreateMonitor, event: CreateMonitorEventMap[K]) => any,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof CreateMonitorEventMap>(
    type: K,
    listener: (this: CreateMonitor, event: CreateMonitorEventMap[K]) => any,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** What an input longer than `inputQuota` rejects with; the browser's own class where it has one. */
export class QuotaExceededError extends DOMException {
  constructor(message?: string, options?: { quota?: number; requested?: number });
  readonly quota: number | null;
  readonly requested: number | null;
}
