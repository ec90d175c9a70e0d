/** The number in the middle. */
export const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** Words of texts, as a reader counts them: what stands between spaces. */
export const words = (texts) => texts.reduce((sum, text) => sum + text.split(/\s+/).filter(Boolean).length, 0);

/** 1,234,567; small numbers keep three figures. */
export const number = (value) => value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);

/** A row of a Markdown table. */
export const row = (cells) => `| ${cells.join(' | ')} |`;

/** A Markdown table; all columns but the first are numbers. */
export const table = (head, rows) =>
  [row(head), row(head.map((_, column) => column ? '---:' : '---')), ...rows.map(row)].join('\n');
