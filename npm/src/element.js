// Defines `<news-gist>`.

import { NewsGist } from './element/news-gist.js';

export { NewsGist };

if (globalThis.customElements && !customElements.get('news-gist')) {
  customElements.define('news-gist', NewsGist);
}
