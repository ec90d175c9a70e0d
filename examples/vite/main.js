import { analyze, toJSON, verify } from 'newsgist';
import 'newsgist/element';

const article = document.querySelector('#article');
const gist = document.querySelector('#gist');
let work = new AbortController();

article.addEventListener('input', async () => {
  // Only the newest text counts.
  work.abort();
  work = new AbortController();
  const { signal } = work;
  try {
    const digest = await analyze(article.value, { signal });
    verify(digest, article.value);
    gist.digest = digest;
    document.querySelector('#digest').textContent = await toJSON(digest);
  } catch (error) {
    if (!signal.aborted) {
      throw error;
    }
  }
});
