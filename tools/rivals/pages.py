"""Reads pages with four extractors of Python: rivals of `docs/accuracy/pages.md`.

Writes JSON lines, one a page and rival: {"rival", "page", "text", "title", "author", "day"}.

    python -m venv VENV && VENV/bin/pip install trafilatura resiliparse readability-lxml newspaper4k lxml_html_clean
    VENV/bin/python tools/rivals/pages.py ../shared/data/pages/readability target/rivals/pages-py.jsonl
"""

import importlib.metadata
import json
import pathlib
import sys

import lxml.html
import newspaper
import readability
import resiliparse.extract.html2text
import trafilatura


def by_trafilatura(source: str) -> dict:
    found = trafilatura.bare_extraction(source, include_comments=False, with_metadata=True)
    if found is None:
        return {"text": ""}
    found = found.as_dict() if hasattr(found, "as_dict") else found
    return {"text": found["text"] or "", "title": found["title"], "author": found["author"], "day": found["date"]}


def by_resiliparse(source: str) -> dict:
    extract = resiliparse.extract.html2text.extract_plain_text
    return {"text": extract(source, main_content=True, alt_texts=False, links=False, list_bullets=False)}


def by_readability_lxml(source: str) -> dict:
    document = readability.Document(source)
    summary = lxml.html.fromstring(document.summary())
    text = "\n".join(part for part in summary.itertext() if part.strip())
    return {"text": text, "title": document.short_title()}


def by_newspaper(source: str) -> dict:
    article = newspaper.article("https://example.org/", input_html=source)
    day = article.publish_date.date().isoformat() if hasattr(article.publish_date, "date") else None
    return {"text": article.text, "title": article.title, "author": ", ".join(article.authors) or None, "day": day}


RIVALS = {
    "trafilatura": by_trafilatura,
    "resiliparse": by_resiliparse,
    "readability-lxml": by_readability_lxml,
    "newspaper4k": by_newspaper,
}


def main() -> None:
    folder, target = map(pathlib.Path, sys.argv[1:])
    target.parent.mkdir(parents=True, exist_ok=True)
    with open(target, "w", encoding="utf-8") as out:
        for name, rival in RIVALS.items():
            named = f"{name} {importlib.metadata.version(name)}"
            for page in sorted(folder.glob("*/source.html")):
                source = page.read_text(encoding="utf-8", errors="replace")
                try:
                    found = rival(source)
                except (Exception, SystemExit) as error:  # whatever a library does with an odd page
                    print(f"{name}: {page.parent.name}: {error}", file=sys.stderr)
                    found = {"text": ""}
                out.write(json.dumps({"rival": named, "page": page.parent.name} | found) + "\n")


main()
