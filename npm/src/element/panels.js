// The panels of a digest, as elements. They know nothing of the page: what is activated goes to `actions`.

import { h } from './dom.js';

/** What is shown at once; the rest is folded away. */
const SHOWN = 8;

const ACTOR_HEADINGS = [
  ['person', 'People', 'people'],
  ['organization', 'Organisations', 'organizations'],
  ['place', 'Places', 'places'],
  ['group', 'Groups', 'groups'],
];

/** What stands for the lead of a figure ("about", "risen to") on the screen; the words themselves are the digest's. */
const SIGNS = { '~': '≈', '<': '≤', '>': '≥', up: '↑', down: '↓' };

/** Panels by the tokens of the attribute `panels`; each gives an element, or nothing where there is nothing to show. */
export const PANELS = {
  points(digest, actions, { summary }) {
    if (summary !== undefined) {
      return summary && h('section', { part: 'section points', class: 'points' }, h('p', { part: 'summary' }, summary));
    }
    if (digest.keyPoints.length === 0) {
      return undefined;
    }
    const items = digest.keyPoints.map((point, index) =>
      h('li', { part: 'point' },
        h('button', {
          type: 'button',
          part: 'point-button',
          title: point.why.join(', '),
          onclick: () => actions.point(point, index),
          onpointerenter: () => actions.point(point, index, true),
          onpointerleave: () => actions.leave(),
          onfocus: () => actions.point(point, index, true),
          onblur: () => actions.leave(),
        }, point.text)));
    return h('section', { part: 'section points', class: 'points' }, h('ol', { role: 'list', 'aria-label': 'Key points' }, items));
  },

  figures(digest, actions) {
    // A figure that the article repeats is shown once; dates have a panel of their own.
    const seen = new Set();
    const facts = new Map(digest.facts.map((fact) => [fact.figures[0], fact]));
    const figures = digest.figures.map((figure, index) => ({ figure, index, fact: facts.get(index) })).filter(({ figure, fact }) => {
      const key = [figure.text, figure.counts?.text, figure.change, figure.level].join('|').toLowerCase();
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew && fact?.weight > 0;
    });
    const rows = figures.map(({ figure, index, fact }) => {
      const others = fact.figures.slice(1).map((other) => {
        const lead = other === fact.from ? 'from ' : other === fact.to ? 'to ' : '';
        return `(${lead}${digest.figures[other].text})`;
      });
      const told = [fact.what?.text, fact.happened?.text, ...others].filter(Boolean).join(' ');
      const to = figure.lead.endsWith(' to') ? ' to' : '';
      const sign = figure.change in SIGNS ? SIGNS[figure.change] + to : figure.lead;
      return h('li', { part: 'figure' },
        h('button', { type: 'button', part: 'figure-button', onclick: () => actions.figure(figure, index) },
          h('span', { part: 'figure-value', class: 'value' },
            sign && h('span', { 'aria-hidden': 'true' }, `${sign} `),
            figure.lead && h('span', { class: 'unseen' }, `${figure.lead} `),
            oneLine(figure.text)),
          told && h('span', { part: 'figure-counts', class: 'quiet' }, ` ${oneLine(told)}`)));
    });
    return section('By the numbers', 'figures', rows.length > 0 && folded(rows, 'grid'));
  },

  actors(digest, actions) {
    const groups = ACTOR_HEADINGS.map(([kind, heading, token]) => {
      const chips = digest.actors.filter((actor) => actor.kind === kind).map((actor) =>
        h('li', {},
          h('button', {
            type: 'button', part: `actor actor-${token}`, class: `chip ${token}`, onclick: () => actions.actor(actor),
          },
          actor.name,
          actor.mentions.length > 1 && h('span', { class: 'quiet' }, ` ${actor.mentions.length}`),
          actor.mentions.length > 1 && h('span', { class: 'unseen' }, ' mentions'),
          actor.role && h('span', { part: 'actor-role', class: 'role' }, oneLine(actor.role)))));
      return chips.length > 0 && h('div', { class: 'group' }, h('h4', { part: 'subheading' }, heading), folded(chips, 'chips'));
    });
    return section('Who and where', 'actors', groups.some(Boolean) && groups);
  },

  quotes(digest) {
    const quotes = digest.quotes.map((quote) => {
      const speaker = digest.actors[quote.speaker]?.name ?? quote.speakerText;
      const text = oneLine(quote.text);
      return h('li', {},
        h('blockquote', { part: 'quote' },
          h('p', {}, quote.direct && !/^[“"‘']/.test(text) ? `“${text}”` : text),
          speaker && h('footer', { class: 'quiet' }, `— ${speaker}`)));
    });
    return section('Quotes', 'quotes', quotes.length > 0 && folded(quotes, 'plain'));
  },

  timeline(digest, actions, { text }) {
    // A day that a sentence names twice happened once.
    const isNew = ({ sentence, text }, at) => {
      const before = digest.timeline[at - 1];
      return before?.sentence !== sentence || before.text !== text;
    };
    const moments = digest.timeline.filter(isNew).map((moment) => {
      const { start, end } = digest.sentences[moment.sentence] ?? {};
      return h('li', { part: 'moment' },
        h('b', {}, oneLine(moment.text)),
        /^\d/.test(moment.iso ?? '') && h('span', { class: 'quiet' }, ` ${moment.iso.replace(/T[A-Z].*/, '')}`),
        text && h('p', { part: 'moment-sentence', class: 'quiet' }, oneLine(text.slice(start, end))));
    });
    return section('Timeline', 'timeline', moments.length > 0 && folded(moments, 'plain'));
  },
};

function section(heading, name, content) {
  return content && h('section', { part: `section ${name}`, class: name },
    h('h3', { part: 'section-heading' }, heading), content);
}

/** A list; of a long one the end is folded away. */
function folded(items, look) {
  const list = (part) => h('ul', { class: look, role: 'list' }, part);
  if (items.length <= SHOWN + 1) {
    return list(items);
  }
  const rest = items.slice(SHOWN);
  return [
    list(items.slice(0, SHOWN)),
    h('details', {}, h('summary', { part: 'more' }, `${rest.length} more`), list(rest)),
  ];
}

function oneLine(text) {
  return text.replace(/\s+/g, ' ').trim();
}
