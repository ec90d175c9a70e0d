import { measureInBrowser } from './browser.mjs';
console.log(JSON.stringify(await measureInBrowser(), null, 1));
