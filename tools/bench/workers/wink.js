// winkNLP with its whole pipeline, as its own documentation starts it; sentences and entities are read out.
import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
import { taker } from './turn.js';

const nlp = winkNLP(model);
const { its } = nlp;

taker((text) => {
  const doc = nlp.readDoc(text);
  return [doc.sentences().out(), doc.entities().out(its.detail)];
});
