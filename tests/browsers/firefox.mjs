// Firefox by WebDriver BiDi.

import puppeteer from 'puppeteer-core';
import { PATIENCE } from '../patience.mjs';

/** A page of headless Firefox, with what the tests need of it. */
export async function openFirefox(program) {
  const args = ['--width=1200', '--height=900'];
  const patience = { timeout: PATIENCE, protocolTimeout: PATIENCE };
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: program, headless: true, args, ...patience });
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.setViewport({ width: 1200, height: 900 });
  return {
    goto: (url) => page.goto(url),
    evaluate: (...args) => page.evaluate(...args),
    click: (selector) => page.click(selector),
    close: () => browser.close(),
  };
}
