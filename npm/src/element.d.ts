import type { Actor, Digest, Figure, KeyPoint, Mention } from './digest.js';
import type { SummarizerLength, SummarizerType } from './summarizer.js';

/** `<news-gist>`: shows what an article on the page says, and marks in the article where it says it. */
export class NewsGist extends HTMLElement {
  /** Id of the article on the page; without it, what stands inside the element is read. */
  for: string;
  /** `key-points` unless told. */
  type: SummarizerType;
  /** `medium` unless told: 5 key points; `short` 3, `long` 7. */
  length: SummarizerLength;
  /** What is marked in the article, separated by spaces: `people organizations places figures` (all), or `none`. */
  highlight: string;
  /** What is shown, separated by spaces: `points figures actors quotes` unless told, and `timeline`. */
  panels: string;
  /** `auto` (the page's own color-scheme), `light` or `dark`. */
  theme: string;
  /** Where `newsgist_bg.wasm` is, if not beside the modules. */
  wasmUrl: string;
  /** Plain text to read in place of the page's; null for none. */
  text: string | null;
  /** HTML to read in place of the page's; null for none. */
  html: string | null;
  /** A digest to show, made elsewhere; the one that is shown, where none was set. */
  digest: Digest | null;

  addEventListener<K extends keyof NewsGistEventMap>(
    type: K,
    listener: (this: NewsGist, event: NewsGistEventMap[K]) => any,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** The element's events: they bubble, and leave shadow trees. */
export interface NewsGistEventMap extends HTMLElementEventMap {
  /** The first digest is shown. */
  'newsgist-ready': CustomEvent<null>;
  /** A digest is shown. */
  'newsgist-digest': CustomEvent<{ digest: Digest; text: string | null }>;
  /** A key point was activated; unless it is cancelled, the article scrolls there. */
  'newsgist-point-activate': CustomEvent<{ point: KeyPoint; index: number }>;
  'newsgist-actor-activate': CustomEvent<{ actor: Actor; mention: Mention | undefined }>;
  'newsgist-figure-activate': CustomEvent<{ figure: Figure; index: number }>;
  'newsgist-error': CustomEvent<{ error: unknown }>;
}

declare global {
  interface HTMLElementTagNameMap {
    'news-gist': NewsGist;
  }
}
