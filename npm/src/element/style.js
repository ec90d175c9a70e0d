// The element's look. Every colour is a custom property; light and dark follow the page's own `color-scheme`, or
// `theme`. A constructable style sheet, since a strict Content-Security-Policy blocks style attributes and elements.

import { COLORS, KINDS } from './highlights.js';

const CSS_TEXT = `
:host {
  display: block;
  container-type: inline-size;
  --ink: var(--newsgist-color, light-dark(#1c2230, #e8eaf0));
  --quiet: var(--newsgist-muted, light-dark(#565f73, #a6aec0));
  --paper: var(--newsgist-background, light-dark(#fbfbfd, #171a21));
  --raised: var(--newsgist-raised, light-dark(#ffffff, #1f232c));
  --line: var(--newsgist-border, light-dark(#dfe2ea, #343a47));
  --accent: var(--newsgist-accent, light-dark(#b45309, #f0b45b));
  --round: var(--newsgist-radius, 12px);
}
:host([hidden]) { display: none; }
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }
.card {
  box-sizing: border-box;
  padding: clamp(1rem, 4cqi, 1.6rem);
  border: 1px solid var(--line);
  border-radius: var(--round);
  background: var(--paper);
  color: var(--ink);
  font-family: var(--newsgist-font, inherit);
  line-height: 1.5;
}
.card[hidden], slot[hidden], [hidden] { display: none; }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .5rem 1rem; }
header slot[name="heading"] { flex: 1; }
h2, ::slotted([slot="heading"]) { flex: 1; margin: 0; font-size: 1.2rem; line-height: 1.25; letter-spacing: -.01em; }
h3 { margin: 0 0 .5rem; font-size: .95rem; }
h4 { margin: .6rem 0 .3rem; font-size: .8rem; font-weight: 600; color: var(--quiet); }
p { margin: 0; }
section { margin-top: 1.25rem; }
section + section { padding-top: 1.1rem; border-top: 1px solid var(--line); }
ol, ul { margin: 0; padding: 0; list-style: none; }
.points ol { counter-reset: point; display: grid; gap: .35rem; margin-inline: -.6rem; }
.points li { counter-increment: point; }
button {
  all: unset;
  box-sizing: border-box;
  cursor: pointer;
  border-radius: 8px;
  font: inherit;
  color: inherit;
}
button:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.points button {
  display: grid;
  grid-template-columns: 1.6rem 1fr;
  width: 100%;
  padding: .45rem .6rem;
  text-wrap: pretty;
}
.points button::before {
  content: counter(point);
  color: var(--accent);
  font-weight: 700;
  font-variant-numeric: tabular-nums;
}
.points button:hover, .grid button:hover { background: color-mix(in srgb, var(--accent) 12%, transparent); }
.points p { font-size: 1.05rem; text-wrap: pretty; }
.quiet { color: var(--quiet); }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr)); gap: .4rem; }
.grid button {
  width: 100%;
  height: 100%;
  padding: .45rem .65rem;
  border: 1px solid var(--line);
  background: var(--raised);
}
.value { display: block; font-weight: 700; font-variant-numeric: tabular-nums; }
.grid .quiet { font-size: .88rem; }
.chips { display: flex; flex-wrap: wrap; gap: .4rem; }
.chip {
  padding: .15rem .65rem .2rem;
  border: 1px solid var(--line);
  border-radius: 999px;
  background: var(--raised);
  text-decoration: underline 2px var(--hue, transparent);
  text-underline-offset: .25em;
}
.chip:hover { background: color-mix(in srgb, var(--hue, var(--accent)) 16%, var(--raised)); }
.chip .quiet { font-size: .8em; font-variant-numeric: tabular-nums; }
.role { display: inline-block; margin-inline-start: .45em; font-size: .85em; color: var(--quiet); text-decoration: none; }
.plain { display: grid; gap: .5rem; }
.plain p.quiet { font-size: .88rem; text-wrap: pretty; }
blockquote { margin: 0; padding-inline-start: .8rem; border-inline-start: 3px solid var(--line); }
blockquote footer { font-size: .9rem; }
summary { cursor: pointer; margin-block: .5rem; color: var(--quiet); font-size: .9rem; width: fit-content; border-radius: 4px; }
.status { color: var(--quiet); }
.status:not(:empty) { margin-top: .9rem; }
.note { margin-top: 1.25rem; font-size: .8rem; color: var(--quiet); }
.unseen {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
${Object.entries(KINDS).map(([kind, line]) => `.${kind} { --hue: var(--newsgist-${kind}, ${COLORS[kind]}); text-decoration-style: ${line}; }`).join('\n')}
@media (prefers-contrast: more) {
  :host { --quiet: var(--ink); --line: var(--ink); }
}
@media print {
  .card { border: 0; padding: 0; }
  details::details-content { content-visibility: visible; }
}
`;

let sheet;

/** The one sheet of all elements. */
export function styleSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS_TEXT);
  }
  return sheet;
}
