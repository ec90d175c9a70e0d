// `<news-gist>`: shows what an article on the page says, and marks in the article where it says it.

import { analyze, readText } from '../api.js';
import { call } from '../engine.js';
import { settings } from '../host.js';
import { verify } from '../verify.js';
import { ArticleText } from './article-text.js';
import { h } from './dom.js';
import { Highlights, KINDS } from './highlights.js';
import { PANELS } from './panels.js';
import { styleSheet } from './style.js';

const ATTRIBUTES = ['for', 'type', 'length', 'highlight', 'panels', 'theme', 'wasm-url'];
const HEADINGS = { 'key-points': 'Key points', tldr: 'In short', teaser: 'Teaser', headline: 'Headline' };
const POINTS = { short: 3, medium: 5, long: 7 };
const STATES = ['loading', 'ready', 'empty', 'error'];
const DEFAULT_PANELS = 'points figures actors quotes';
const NOTE = 'Sentences copied from the article by a program in your browser; nothing was sent anywhere.';
const MESSAGES = {
  loading: 'Reading the article …',
  ready: '',
  empty: 'There is no article to read here yet.',
  error: 'The article could not be read.',
};

/** A host that renders step by step is read once it pauses, in milliseconds. */
const PAUSE = 150;
/** How long a place that was jumped to is marked, in milliseconds. */
const FLASH = 1800;

/** On a server there is no such class; importing the module there must do no harm. */
const Base = globalThis.HTMLElement ?? class {};

export class NewsGist extends Base {
  static observedAttributes = ATTRIBUTES;

  #internals;
  #parts;
  /** What was given by property; at most one of them is set. */
  #given = {};
  /** What is shown: `{ digest, text, summary, article }`. */
  #shown;
  /** The work in hand. */
  #work;
  #isScheduled = false;
  #highlights;
  #observer;
  #timers = {};
  /** Which mention of an actor was jumped to last. */
  #visited = new Map();
  #wasReady = false;

  constructor() {
    super();
    this.#internals = this.attachInternals();
    const root = this.#internals.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [styleSheet()];
    this.#parts = build();
    root.replaceChildren(this.#parts.card, this.#parts.slot);
  }

  connectedCallback() {
    for (const name of ['for', 'type', 'length', 'highlight', 'panels', 'theme', 'wasmUrl', 'text', 'html', 'digest']) {
      upgrade(this, name);
    }
    this.#schedule();
  }

  disconnectedCallback() {
    this.#stop();
  }

  attributeChangedCallback(name, before, after) {
    if (before !== after) {
      this.#schedule();
    }
  }

  get text() {
    return this.#given.text ?? this.#shown?.text ?? null;
  }

  set text(text) {
    this.#give({ text });
  }

  get html() {
    return this.#given.html ?? null;
  }

  set html(html) {
    this.#give({ html });
  }

  get digest() {
    return this.#given.digest ?? this.#shown?.digest ?? null;
  }

  set digest(digest) {
    this.#give({ digest });
  }

  #give(given) {
    const [[name, value]] = Object.entries(given);
    this.#given = value === null || value === undefined ? {} : { [name]: name === 'digest' ? value : String(value) };
    this.#schedule();
  }

  /** Once for all changes of a task. */
  #schedule() {
    if (this.isConnected && !this.#isScheduled) {
      this.#isScheduled = true;
      queueMicrotask(() => {
        this.#isScheduled = false;
        if (this.isConnected) {
          this.#update();
        }
      });
    }
  }

  async #update() {
    this.#work?.abort();
    const work = (this.#work = new AbortController());
    const source = this.#observeSource();
    this.#parts.slot.hidden = source !== this;
    const article = source && new ArticleText(source);
    try {
      if (this.wasmUrl) {
        settings.wasmUrl = new URL(this.wasmUrl, document.baseURI);
      }
      const shown = await this.#read(article, work.signal);
      if (!work.signal.aborted) {
        this.#show(shown && { ...shown, article });
      }
    } catch (error) {
      if (!work.signal.aborted) {
        this.#setState('error');
        this.#dispatch('newsgist-error', { error });
      }
    }
  }

  /** The digest of what was given, or of the article on the page. */
  async #read(article, signal) {
    const given = this.#given;
    if (given.digest) {
      return { digest: given.digest, text: article && isOf(given.digest, article.text) ? article.text : null };
    }
    const input = given.html ?? given.text ?? article?.text ?? '';
    const format = given.html === undefined ? 'plain' : 'html';
    if (input.trim() === '') {
      return undefined;
    }
    const wanted = [input, format, this.type, this.length].join('\n');
    if (this.#shown?.wanted === wanted) {
      return this.#shown;
    }
    this.#setState('loading');
    const text = format === 'html' ? await readText(input, { format, signal }) : input;
    const digest = await analyze(input, { format, points: POINTS[this.length], signal });
    const summary = this.type === 'key-points'
      ? undefined
      : await call('summarize', [text, this.type, this.length, 'plain-text', ''], signal);
    return { wanted, digest, text, summary };
  }

  #show(shown) {
    const before = this.#shown;
    this.#shown = shown;
    this.#visited.clear();
    if (!shown) {
      this.#parts.panels.replaceChildren();
      this.#mark();
      this.#setState('empty');
      return;
    }
    const actions = {
      point: (point, index, isHover) => (isHover ? this.#hover(point) : this.#activatePoint(point, index)),
      leave: () => this.#highlights?.show('point', []),
      figure: (figure, index) => this.#activateFigure(figure, index),
      actor: (actor) => this.#activateActor(actor),
    };
    const names = this.panels.split(/\s+/).filter((name) => Object.hasOwn(PANELS, name));
    const panels = names.map((name) => PANELS[name](shown.digest, actions, shown)).filter(Boolean);
    this.#parts.panels.replaceChildren(...panels);
    this.#parts.heading.textContent = HEADINGS[shown.summary === undefined ? 'key-points' : this.type];
    this.#mark();
    this.#setState(shown.digest.sentences.length > 0 ? 'ready' : 'empty');
    if (!this.#wasReady) {
      this.#wasReady = true;
      this.#dispatch('newsgist-ready');
    }
    if (before?.digest !== shown.digest) {
      this.#dispatch('newsgist-digest', { digest: shown.digest, text: shown.text });
    }
  }

  /** Marks the article, where it stands on the page and the digest is of it. */
  #mark() {
    this.#highlights?.remove();
    this.#highlights = undefined;
    const { article, digest } = this.#shown ?? {};
    if (!article || !isOf(digest, article.text)) {
      return;
    }
    this.#highlights = new Highlights(this.#source()?.getRootNode() ?? document);
    const wanted = this.highlight.split(/\s+/);
    const spans = {
      people: mentions(digest, 'person'),
      organizations: mentions(digest, 'organization'),
      places: mentions(digest, 'place'),
      figures: digest.figures,
    };
    for (const kind of Object.keys(KINDS)) {
      const places = wanted.includes(kind) ? spans[kind].map(({ start, end }) => article.place(start, end)) : [];
      this.#highlights.show(kind, places);
    }
  }

  /** The part of the page that is read: `for`, or what stands in the default slot. */
  #source() {
    const given = Object.keys(this.#given)[0];
    if (given === 'text' || given === 'html') {
      return undefined;
    }
    if (this.for) {
      return this.getRootNode().getElementById?.(this.for) ?? document.getElementById(this.for) ?? undefined;
    }
    return this;
  }

  /** Finds the source, and reads it again after the host has changed it. */
  #observeSource() {
    const source = this.#source();
    this.#observer?.disconnect();
    this.#observer = new MutationObserver(() => {
      clearTimeout(this.#timers.pause);
      this.#timers.pause = setTimeout(() => this.#schedule(), PAUSE);
    });
    const changes = { childList: true, subtree: true, characterData: true };
    if (source) {
      this.#observer.observe(source, changes);
    } else if (this.for) {
      // The article may come later: further down in the page, or when a framework renders it.
      this.#observer.observe(this.getRootNode(), { childList: true, subtree: true, attributeFilter: ['id'] });
    }
    return source;
  }

  #stop() {
    this.#work?.abort();
    this.#observer?.disconnect();
    this.#highlights?.remove();
    this.#highlights = undefined;
    Object.values(this.#timers).forEach(clearTimeout);
  }

  #hover(point) {
    this.#highlights?.show('point', this.#places(point.pieces));
  }

  #activatePoint(point, index) {
    if (this.#dispatch('newsgist-point-activate', { point, index }, true)) {
      this.#jump(point.pieces.find((piece) => 'start' in piece) ?? point, this.#places(point.pieces));
    }
  }

  #activateFigure(figure, index) {
    this.#dispatch('newsgist-figure-activate', { figure, index });
    this.#jump(figure, this.#places([figure]));
  }

  /** Goes from mention to mention. */
  #activateActor(actor) {
    const nth = this.#visited.get(actor.id) ?? 0;
    this.#visited.set(actor.id, (nth + 1) % Math.max(1, actor.mentions.length));
    const mention = actor.mentions[nth];
    this.#dispatch('newsgist-actor-activate', { actor, mention });
    if (mention) {
      this.#jump(mention, this.#places([mention]));
    }
  }

  /** Places on the page, where the digest is of what stands there. */
  #places(spans) {
    const article = this.#highlights && this.#shown?.article;
    return article ? spans.filter((span) => 'start' in span).map(({ start, end }) => article.place(start, end)) : [];
  }

  #jump(span, places) {
    const [place] = places;
    if (!place) {
      return;
    }
    const reduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const range = document.createRange();
    range.setStart(place.startContainer, place.startOffset);
    range.setEnd(place.endContainer, place.endOffset);
    const { top } = range.getBoundingClientRect();
    const block = place.startContainer.parentElement;
    if (top < 0 || top > innerHeight * 0.8) {
      block.scrollIntoView({ block: 'center', behavior: reduced ? 'instant' : 'smooth' });
    }
    this.#highlights.show('flash', places);
    clearTimeout(this.#timers.flash);
    this.#timers.flash = setTimeout(() => this.#highlights?.show('flash', []), FLASH);
  }

  #setState(state) {
    for (const name of STATES) {
      this.#toggleState(name, name === state);
    }
    const notices = state === 'ready' ? this.#shown.digest.notices : [];
    this.#parts.status.textContent = [MESSAGES[state], ...notices.map((notice) => notice.message)].join(' ').trim();
    this.#parts.panels.hidden = state === 'error' || state === 'empty';
    this.#parts.note.hidden = state !== 'ready';
    this.#parts.card.setAttribute('aria-busy', String(state === 'loading'));
  }

  #toggleState(name, on) {
    try {
      this.#internals.states[on ? 'add' : 'delete'](name);
    } catch {
      // Browsers before the standard know dashed names only, and some none at all: styling is all that is lost.
    }
  }

  #dispatch(type, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, cancelable, detail }));
  }
}

/** Properties that reflect attributes: name, attribute, and what holds where it is missing or unknown. */
for (const [property, attribute, read] of [
  ['for', 'for', (value) => value ?? ''],
  ['type', 'type', (value) => (Object.hasOwn(HEADINGS, value) ? value : 'key-points')],
  ['length', 'length', (value) => (Object.hasOwn(POINTS, value) ? value : 'medium')],
  ['highlight', 'highlight', (value) => value ?? Object.keys(KINDS).join(' ')],
  ['panels', 'panels', (value) => value ?? DEFAULT_PANELS],
  ['theme', 'theme', (value) => (['light', 'dark'].includes(value) ? value : 'auto')],
  ['wasmUrl', 'wasm-url', (value) => value ?? ''],
]) {
  Object.defineProperty(NewsGist.prototype, property, {
    get() {
      return read(this.getAttribute(attribute) ?? undefined);
    },
    set(value) {
      if (value === null || value === undefined) {
        this.removeAttribute(attribute);
      } else {
        this.setAttribute(attribute, String(value));
      }
    },
    enumerable: true,
    configurable: true,
  });
}

/** A property that was set before the element's class was there would hide the class's own. */
function upgrade(element, name) {
  if (Object.hasOwn(element, name)) {
    const value = element[name];
    delete element[name];
    element[name] = value;
  }
}

/** The element's own parts, once. */
function build() {
  const status = h('p', { part: 'status', class: 'status', role: 'status' });
  const panels = h('div', { part: 'panels' });
  const note = h('p', { part: 'note', class: 'note', hidden: true }, NOTE);
  const heading = h('h2', { part: 'heading' }, HEADINGS['key-points']);
  const header = h('header', { part: 'header' },
    h('slot', { name: 'heading' }, heading),
    h('slot', { name: 'actions' }));
  // A group, no landmark: a page may hold many, and landmarks would need names of their own.
  const label = 'What this article says';
  const card = h('div', { part: 'card', class: 'card', role: 'group', 'aria-label': label }, header, status, panels, note);
  return { card, heading, status, panels, note, slot: h('slot') };
}

function mentions(digest, kind) {
  return digest.actors
    .filter((actor) => actor.kind === kind)
    .flatMap((actor) => actor.mentions.filter((mention) => mention.form !== 'pronoun'));
}

/** Whether a digest, perhaps one that was made elsewhere, is of this very text. */
function isOf(digest, text) {
  try {
    verify(digest, text);
    return true;
  } catch {
    return false;
  }
}
