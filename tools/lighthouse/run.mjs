// Lighthouse on the built page: `make lighthouse`. Writes the summary to docs/lighthouse.md.

import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launch as launchChrome } from 'chrome-launcher';
import lighthouse, { defaultConfig, desktopConfig } from 'lighthouse';
import { serve } from '../../tests/e2e/serve.mjs';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const METRICS = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift', 'speed-index'];
/** Of so many runs the one in the middle counts, as Lighthouse's authors advise: machines have other things to do. */
const RUNS = 3;

const server = await serve({ compressed: true });
const chrome = await launchChrome({
  chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
});

async function measured(config) {
  const results = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { lhr } = await lighthouse(server.url, { port: chrome.port, onlyCategories: CATEGORIES, logLevel: 'error' }, config);
    results.push(lhr);
  }
  return results.sort((a, b) => a.categories.performance.score - b.categories.performance.score)[Math.floor(RUNS / 2)];
}

/** Lighthouse makes the machine four times slower for a phone; one that is no faster than a phone is left as it is. */
const asPhone = (cpuSlowdownMultiplier) => {
  const { throttling, ...settings } = defaultConfig.settings ?? {};
  return { extends: 'lighthouse:default', settings: { ...settings, throttling: { rttMs: 150, throughputKbps: 1638.4, ...throttling, cpuSlowdownMultiplier } } };
};

const forms = {
  desktop: await measured(desktopConfig),
  'phone, this machine’s processor': await measured(asPhone(1)),
  'phone, a quarter of it': await measured(asPhone(4)),
};
chrome.kill();
await server.close();

const { lighthouseVersion, environment } = forms.desktop;
const row = (cells) => `| ${cells.join(' | ')} |`;
const lines = [
  '# Lighthouse on the built page', '',
  `Written by \`make lighthouse\`: Lighthouse ${lighthouseVersion}, the run in the middle of ${RUNS}, against \`dist/\` served from`,
  'this machine with gzip. Desktop and phone have Lighthouse’s usual networks. Its usual phone has a quarter of the',
  `processor; the benchmark index of this machine was ${environment.benchmarkIndex.toFixed(0)} at the time, and Lighthouse counts 125 to 800 as a phone's own.`, '',
  row(['', ...CATEGORIES.map((name) => name.replace('-', ' '))]),
  row(['---', ...CATEGORIES.map(() => '---')]),
  ...Object.entries(forms).map(([form, { categories }]) => row([form, ...CATEGORIES.map((name) => Math.round(categories[name].score * 100))])),
  '', row(['', ...METRICS.map((name) => name.replaceAll('-', ' '))]), row(['---', ...METRICS.map(() => '---')]),
  ...Object.entries(forms).map(([form, { audits }]) => row([form, ...METRICS.map((name) => audits[name].displayValue)])), '',
];
for (const [form, { audits, categories }] of Object.entries(forms)) {
  const weighed = new Set(CATEGORIES.flatMap((name) => categories[name].auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id)));
  const failed = Object.values(audits).filter(({ id, score }) => weighed.has(id) && score !== null && score < 0.9);
  failed.forEach(({ id, title, displayValue = '' }) => lines.push(`- ${form}: ${id}: ${title} ${displayValue}`));
}
console.log(lines.join('\n'));
console.error(environment.hostUserAgent);
if (process.argv[2] !== '--dry') await writeFile(fileURLToPath(new URL('../../docs/lighthouse.md', import.meta.url)), `${lines.join('\n').trim()}\n`);
