// Reads an article that stands on the page: its text as a reader sees it, and where in the page each part of it is.
// The page is never changed.

/** What is no part of what the article says. */
const SKIPPED = new Set([
  'SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'BUTTON', 'INPUT', 'SELECT', 'TEXTAREA', 'FORM', 'NAV', 'ASIDE', 'FOOTER',
  'FIGCAPTION', 'IFRAME', 'OBJECT', 'AUDIO', 'VIDEO', 'CANVAS', 'DIALOG', 'SVG', 'NEWS-GIST',
]);

/** Between two blocks, and within one. */
const BLANK_LINE = '\n\n';
const LINE_END = '\n';

/** The text of a part of the page, with a way back. */
export class ArticleText {
  /** The text that the engine reads. */
  text = '';
  /** Runs of it that are copied from one text node, in order: `{ at, node, from, length }`. */
  #runs = [];
  /** What is written before the next word, and the mark of the block that it opens. */
  #gap = '';
  #mark = '';

  /** @param {Element} root */
  constructor(root) {
    const parts = [];
    const writer = { length: 0, endsInSpace: true, parts };
    this.#read(root, writer, false);
    this.text = parts.join('');
  }

  /**
   * The page's range for a part of the text; null where the part is not on the page.
   *
   * @returns {{ startContainer: Text, startOffset: number, endContainer: Text, endOffset: number } | null}
   */
  place(start, end) {
    const first = this.#runs[this.#runAt(start)];
    const last = this.#runs[this.#runAt(end - 1, true)];
    if (!first || !last || end <= start) {
      return null;
    }
    return {
      startContainer: first.node,
      startOffset: first.from + Math.max(0, start - first.at),
      endContainer: last.node,
      endOffset: last.from + Math.min(last.length, end - last.at),
    };
  }

  /** The run that holds an offset; else the next one, or the one before. */
  #runAt(offset, before = false) {
    let low = 0;
    let high = this.#runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const run = this.#runs[middle];
      if (run.at + run.length <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return before && (low === this.#runs.length || this.#runs[low].at > offset) ? low - 1 : low;
  }

  #read(node, writer, keepsSpaces) {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) {
        this.#write(child, writer, keepsSpaces);
      } else if (child.nodeType === Node.ELEMENT_NODE && !isSkipped(child) && !isPart(node, child)) {
        this.#readElement(child, writer);
      }
    }
  }

  #readElement(element, writer) {
    if (element.localName === 'br') {
      this.#gap ||= LINE_END;
      return;
    }
    const { display, whiteSpace } = getComputedStyle(element);
    if (display === 'none') {
      return;
    }
    const isBlock = display !== 'contents' && !display.startsWith('inline') && !display.startsWith('ruby');
    if (isBlock) {
      this.#gap = BLANK_LINE;
      this.#mark = markOf(element) || this.#mark;
    }
    this.#read(element, writer, whiteSpace.startsWith('pre') || whiteSpace === 'break-spaces');
    if (isBlock) {
      this.#gap = BLANK_LINE;
      this.#mark = '';
    }
  }

  /** Copies a text node, runs of spaces made one as on the screen. */
  #write(node, writer, keepsSpaces) {
    const { data } = node;
    const spaces = /[ \t\n\r\f]+/g;
    let from = 0;
    while (from < data.length) {
      const found = spaces.exec(data);
      const to = found ? found.index : data.length;
      if (to > from) {
        this.#open(writer);
        this.#copy(writer, node, from, data.slice(from, to));
        writer.endsInSpace = false;
      }
      if (!found) {
        return;
      }
      if (keepsSpaces && found[0].includes('\n')) {
        this.#gap ||= found[0].split('\n').length > 2 ? BLANK_LINE : LINE_END;
      } else if (!writer.endsInSpace && !this.#gap) {
        this.#copy(writer, node, to, ' ');
        writer.endsInSpace = true;
      }
      from = to + found[0].length;
    }
  }

  /** Writes what belongs between the last word and this one. */
  #open(writer) {
    const gap = (writer.length > 0 ? this.#gap : '') + this.#mark;
    if (gap) {
      writer.parts.push(gap);
      writer.length += gap.length;
    }
    this.#gap = '';
    this.#mark = '';
  }

  #copy(writer, node, from, text) {
    const last = this.#runs.at(-1);
    if (last?.node === node && last.from + last.length === from && last.at + last.length === writer.length) {
      last.length += text.length;
    } else {
      this.#runs.push({ at: writer.length, node, from, length: text.length });
    }
    writer.parts.push(text);
    writer.length += text.length;
  }
}

function isSkipped(element) {
  return SKIPPED.has(element.tagName.toUpperCase()) || element.hidden || element.getAttribute('aria-hidden') === 'true';
}

/** What stands in the element's named slots is no part of the article in its default slot. */
function isPart(parent, child) {
  return parent.localName === 'news-gist' && child.slot !== '';
}

/** How the engine's plain text says what kind of block this is. */
function markOf(element) {
  switch (element.localName) {
    case 'h1':
      return '# ';
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return '## ';
    case 'li':
      return '- ';
    default:
      return '';
  }
}
