"""Google's own ROUGE of the points that `train accuracy points` scored, and by how much the engine's differs at the most.

    python -m venv VENV && VENV/bin/pip install rouge-score==0.1.2
    VENV/bin/python tools/rivals/rouge.py target/rivals/rouge.jsonl
"""

import json
import sys

from rouge_score import rouge_scorer

MEASURES = ["rouge1", "rouge2", "rougeLsum"]


def main() -> None:
    scorer = rouge_scorer.RougeScorer(MEASURES, use_stemmer=True)
    stories = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
    sums, largest = [0.0] * 3, [0.0] * 3
    for story in stories:
        # Sentence by sentence, as the package's summary-level ROUGE-L wants its texts.
        scores = scorer.score("\n".join(story["summary"]), "\n".join(story["points"]))
        for at, measure in enumerate(MEASURES):
            value = scores[measure].fmeasure
            sums[at] += value
            largest[at] = max(largest[at], abs(value - story["rouge"][at]))
    for measure, total, difference in zip(MEASURES, sums, largest):
        print(f"{measure} {100 * total / len(stories):.2f}, largest difference {difference:.6f}, {len(stories)} stories")


if __name__ == "__main__":
    main()
