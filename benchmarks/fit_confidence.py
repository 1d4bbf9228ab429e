"""Fits the weights of `transforms/extract/confidence.tsv` to the gold sets, and prints what they make of them.

    python -m benchmarks.fit_confidence [--dir DIR] [--write]

Logistic regression with a pull towards zero, so that a feature seen a few times says little. Belongs here: the fit.
Does not belong here: applying the weights (`transforms.extract.confidence`).
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import exp
from pathlib import Path
from typing import Any

from benchmarks.gold import SCORE, article, folder, load
from transforms.claim import FIELDS
from transforms.extract import MODULES, confidence
from transforms.extract.vocabulary import machine
from transforms.text.document import Document

Example = tuple[frozenset[str], bool]
TABLE = Path(confidence.__file__).with_name("confidence.tsv")
_PULL, _STEPS, _RATE, _LEAST = 1.5, 1500, 0.02, 4
#: What rules do on stories that nobody has read while writing them is worse than on those that somebody has.
CAUTION = {"agreement": 1.4, "launch": 1.4, "cooperation": 1.3, "total": 1.9}


def examples(rows: list[dict[str, Any]]) -> dict[str, list[Example]]:
    """By kind: the features of each fact found that gold asks for or denies, and whether it is right."""
    found: dict[str, list[Example]] = defaultdict(list)
    for row in rows:
        document = Document(article(row), machine())
        if not document.space_words:
            continue
        for module in MODULES:
            drafts = list(module.settle(document, list(module.find(document))))
            for kind, features, right in _judged(row, drafts):
                found[kind].append((features, right))
    return found


def _judged(row: dict[str, Any], drafts: list[Any]) -> Iterator[tuple[str, frozenset[str], bool]]:
    if not drafts:
        return
    kind = drafts[0].kind
    facts = [fact for fact in row["facts"] if fact["kind"] == kind]
    mine = [{name: draft.get(name) for name in FIELDS[draft.kind]} for draft in drafts]
    partner = {j: facts[i] for i, j in SCORE.pair(kind, facts, mine)}
    for j, draft in enumerate(drafts):
        if not (j in partner and partner[j].get("optional")):
            yield kind, frozenset({"bias", f"rule:{draft.rule}", *draft.features}), j in partner


def fit(seen: list[Example]) -> dict[str, float]:
    """Weights of the features that occur often enough, by gradient descent from zero."""
    counts = Counter(feature for features, _ in seen for feature in features)
    names = sorted(name for name, n in counts.items() if n >= _LEAST)
    weights = dict.fromkeys(names, 0.0)
    known = [([name for name in sorted(features) if name in weights], right) for features, right in seen]
    for _ in range(_STEPS):
        slope = {name: -_PULL * (weight if name != "bias" else 0.0) for name, weight in weights.items()}
        for features, right in known:
            miss = right - 1 / (1 + exp(-sum(weights[name] for name in features)))
            for name in features:
                slope[name] += miss
        for name in names:
            weights[name] += _RATE * slope[name] * 10 / max(10, counts[name])
    return {name: round(weight, 2) for name, weight in weights.items() if abs(weight) >= 0.01}


def main() -> None:
    """Read the options, fit, print, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dir", type=Path, default=folder())
    parser.add_argument("--write", action="store_true", help=f"replace {TABLE.name}")
    args = parser.parse_args()
    paths = [path for path in sorted(args.dir.glob("*.gold.jsonl")) if path.name != "pairs.gold.jsonl"]
    by_kind = examples([row for path in paths for row in load(path)])
    lines = ["# Weights of what speaks for or against a claim, fitted by benchmarks/fit_confidence.py.",
             "kind\tfeature\tweight"]  # fmt: skip
    for kind in sorted(by_kind):
        weights = fit(by_kind[kind])
        weights["bias"] = round(weights.get("bias", 0.0) - CAUTION[kind], 2)
        right = sum(ok for _, ok in by_kind[kind])
        print(f"{kind}: {len(by_kind[kind])} facts, {right} right, {len(weights)} weights")
        lines += [f"{kind}\t{name}\t{weight}" for name, weight in sorted(weights.items())]
    if args.write:
        TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"wrote {TABLE.name}")


if __name__ == "__main__":
    main()
