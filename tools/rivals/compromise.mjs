// Labels texts with the names that compromise sees in them, in the form of tools/rivals/spacy_names.py.
//
//   npm install compromise
//   node tools/rivals/compromise.mjs target/rivals/SET.jsonl target/rivals/SET.compromise.jsonl
import { readFileSync, writeFileSync } from 'node:fs'
import nlp from 'compromise'

const [source, target] = process.argv.slice(2)
const lines = readFileSync(source, 'utf8').trim().split('\n').map((line) => {
  const { text } = JSON.parse(line)
  const doc = nlp(text)
  const labels = []
  for (const [kind, found] of [['PERSON', doc.people()], ['ORG', doc.organizations()], ['GPE', doc.places()]]) {
    for (const { terms } of found.json({ offset: true, terms: { offset: true } })) {
      if (!terms?.length) continue
      const start = terms[0].offset.start
      const last = terms[terms.length - 1]
      const end = last.offset.start + last.text.length
      const bytes = (at) => Buffer.byteLength(text.slice(0, at))
      labels.push([bytes(start), bytes(end), kind])
    }
  }
  labels.sort((a, b) => a[0] - b[0])
  return JSON.stringify({ text, labels: [labels] })
})
writeFileSync(target, lines.join('\n') + '\n')
