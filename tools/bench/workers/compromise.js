// compromise in full; people, organisations and places are read out.
import nlp from 'compromise';
import { taker } from './turn.js';

taker((text) => {
  const doc = nlp(text);
  return [doc.people(), doc.organizations(), doc.places()].map((found) => found.json({ offset: true }));
});
