// Highlights on the host's page, by the CSS Custom Highlight API: ranges beside the DOM, which stays as it is.

/** Attribute tokens, each with the look of its highlight. Colour and kind of line, so that colour is not alone. */
export const KINDS = {
  people: 'solid',
  organizations: 'double',
  places: 'dotted',
  figures: 'dashed',
};

/** Mid tones, which stand out from light and from dark pages. */
export const COLORS = { people: '#3b7ddd', organizations: '#9a5fd6', places: '#15936b', figures: '#c2710c' };

/** A point that is hovered, and a place that was jumped to: above the others. */
const MARKED = { point: 1, flash: 2 };

const isSupported = typeof globalThis.Highlight === 'function' && globalThis.CSS?.highlights !== undefined;

/** How many elements use the sheet in a document or shadow root. */
const users = new WeakMap();
let sheet;

/** The ranges of all elements, by highlight: elements share the page's highlights. */
const shared = new Map();

/** One element's highlights in one article. */
export class Highlights {
  #root;

  /** @param {Document | ShadowRoot} root - where the article's styles come from. */
  constructor(root) {
    this.#root = root;
    if (isSupported) {
      adopt(root);
    }
  }

  /** Shows these places and no others of that name. */
  show(name, places) {
    if (!isSupported) {
      return;
    }
    if (!shared.has(name)) {
      shared.set(name, new Map());
    }
    const owners = shared.get(name);
    const ranges = places.filter(Boolean).map((place) => new StaticRange(place));
    if (ranges.length === 0 && !owners.has(this)) {
      return;
    }
    if (ranges.length > 0) {
      owners.set(this, ranges);
    } else {
      owners.delete(this);
    }
    // A new one, filled before it is used: browsers look at the page anew for each range put into one in use.
    const highlight = new Highlight();
    highlight.priority = MARKED[name] ?? 0;
    owners.forEach((own) => own.forEach((range) => highlight.add(range)));
    CSS.highlights.set(`newsgist-${name}`, highlight);
  }

  /** Takes all of them away, and the styles with the last element's. */
  remove() {
    if (isSupported) {
      [...shared.keys()].forEach((name) => this.show(name, []));
      release(this.#root);
    }
  }
}

function adopt(root) {
  const count = users.get(root) ?? 0;
  users.set(root, count + 1);
  if (count === 0) {
    sheet ??= makeSheet();
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
}

function release(root) {
  const count = users.get(root) - 1;
  users.set(root, count);
  if (count === 0) {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  }
}

/** In a layer, so that any rule of the page for the same highlight wins. */
function makeSheet() {
  const made = new CSSStyleSheet();
  const kinds = Object.entries(KINDS).map(([kind, line]) => {
    const color = `var(--newsgist-${kind}, ${COLORS[kind]})`;
    return `::highlight(newsgist-${kind}) {
      background-color: color-mix(in srgb, ${color} 13%, transparent);
      text-decoration: underline ${line} ${color} 2px;
    }`;
  });
  made.replaceSync(`@layer newsgist {
    ${kinds.join('\n')}
    ::highlight(newsgist-point) { background-color: color-mix(in srgb, var(--newsgist-accent, #d99a00) 22%, transparent); }
    ::highlight(newsgist-flash) { background-color: color-mix(in srgb, var(--newsgist-accent, #d99a00) 45%, transparent); }
  }`);
  return made;
}
