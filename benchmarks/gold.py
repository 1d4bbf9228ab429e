"""Scores the extractor on the gold sets: by kind and field, by confidence bin, and rule by rule.

    python -m benchmarks.gold [SET ...] [--dir DIR] [--errors [KIND]] [--calibration] [--rules | --rule NAME]

The sets are looked for in DIR, else in the folder that SPACEPACT_EVAL names, else in tests/gold.
Belongs here: running and counting. Does not belong here: what agrees with gold (`tests/gold/score.py`).
"""

import argparse
import importlib.util
import json
import os
from collections import Counter, defaultdict
from collections.abc import Collection
from pathlib import Path
from types import ModuleType
from typing import Any

from sources.article import Article
from transforms.extract import extract, rules

ROOT = Path(__file__).resolve().parent.parent
BINS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 1.01)

Gold = list[dict[str, Any]]
Found = dict[str, list[dict[str, Any]]]


def scorer() -> ModuleType:
    """The scoring program beside the gold sets, as a module."""
    spec = importlib.util.spec_from_file_location("score", ROOT / "tests" / "gold" / "score.py")
    assert spec and spec.loader  # noqa: S101
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCORE = scorer()


def folder() -> Path:
    """Where the gold sets are."""
    return Path(os.environ.get("SPACEPACT_EVAL") or ROOT / "tests" / "gold")


def load(path: Path) -> Gold:
    """The articles of a gold set."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def article(row: dict[str, Any]) -> Article:
    """A gold row as an article."""
    return Article(text=row["text"], title=row.get("title"), published=row.get("published"),
                   source=row.get("source"), url=row.get("url"), source_article_id=row["id"])  # fmt: skip


def predict(gold: Gold, without: Collection[str] = ()) -> Found:
    """The facts found in each article, as they would be printed."""
    return {row["id"]: [c.to_json() for c in extract(article(row), without)] for row in gold}


def report(name: str, gold: Gold, found: Found) -> dict[str, float]:
    """Print a set's figures; returns F1 by kind."""
    counts, fields, _ = SCORE.score(gold, found)
    figures: dict[str, float] = {}
    for kind in SCORE.KINDS:
        p, r, f = SCORE.prf(counts[kind])
        if f is None:
            continue
        figures[kind] = f
        shares = []
        for field in SCORE.FIELDS[kind]:
            right, wrong = fields[kind][field, True], fields[kind][field, False]
            if right + wrong:
                shares.append(f"{field} {right / (right + wrong):.2f}")
        c = counts[kind]
        print(f"{name:11} {kind:11} P {p:.3f} R {r:.3f} F1 {f:.3f}  tp {c['tp']:3} fp {c['fp']:3} "
              f"fn {c['fn']:3}   {'  '.join(shares)}")  # fmt: skip
    return figures


def judged(gold: Gold, found: Found) -> list[tuple[dict[str, Any], bool]]:
    """Each found fact that gold asks for or denies, with whether it matches; optional ones are left out."""
    verdicts = []
    for row in gold:
        for kind in SCORE.KINDS:
            facts = [f for f in row["facts"] if f["kind"] == kind]
            mine = [f for f in found.get(row["id"], []) if f["kind"] == kind]
            partner = {j: facts[i] for i, j in SCORE.pair(kind, facts, mine)}
            for j, fact in enumerate(mine):
                if not (j in partner and partner[j].get("optional")):
                    verdicts.append((fact, j in partner))
    return verdicts


def calibration(gold: Gold, found: Found) -> None:
    """Print how many facts of each confidence bin are right."""
    table: dict[tuple[str, int], Counter[bool]] = defaultdict(Counter)
    for fact, right in judged(gold, found):
        index = max(i for i, low in enumerate(BINS) if fact["confidence"] >= low)
        for kind in (fact["kind"], "all"):
            table[kind, index][right] += 1
    print(
        f"{'':12}" + "".join(f"{low:>6.1f}-{min(high, 1):.1f}    " for low, high in zip(BINS, BINS[1:], strict=False))
    )
    for kind in (*SCORE.KINDS, "all"):
        cells = []
        for index in range(len(BINS) - 1):
            seen = table[kind, index]
            n = seen[True] + seen[False]
            cells.append(f"{seen[True] / n:>5.2f} of {n:<4}" if n else f"{'-':>13}")
        print(f"{kind:12}" + " ".join(cells))


def by_rule(gold: Gold, names: Collection[str]) -> None:
    """Print for each rule what it found, right and wrong, and what each kind's F1 loses without it."""
    found = predict(gold)
    counted: dict[str, Counter[bool]] = defaultdict(Counter)
    for fact, right in judged(gold, found):
        counted[fact["rule"]][right] += 1
    base = {k: SCORE.prf(c)[2] for k, c in SCORE.score(gold, found)[0].items()}
    print(f"{'rule':32} right wrong   F1 gained by it")
    for name in names:
        other = SCORE.score(gold, predict(gold, {name}))[0]
        gains = [f"{kind} {base[kind] - (SCORE.prf(other[kind])[2] or 0):+.4f}" for kind in base
                 if base[kind] is not None and abs(base[kind] - (SCORE.prf(other[kind])[2] or 0)) > 1e-6]  # fmt: skip
        print(f"{name:32} {counted[name][True]:5} {counted[name][False]:5}   {'  '.join(gains) or '0'}")


def show_errors(gold: Gold, found: Found, kind: str) -> None:
    """Print each miss, false fact and wrong field of a kind (or of all)."""
    for what, article_id, its_kind, right, mine in SCORE.score(gold, found)[2]:
        if kind not in ("all", its_kind):
            continue
        brief = {k: v for k, v in (mine or {}).items() if k != "evidence" and v not in (None, [])}
        print(f"{what:16} {article_id} {its_kind}\n    gold {json.dumps(right, ensure_ascii=False)}"
              f"\n    mine {json.dumps(brief, ensure_ascii=False)}")  # fmt: skip


def main() -> None:
    """Read the options and print what they ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", help="names of sets, such as wires; all that are found without")
    parser.add_argument("--dir", type=Path, default=folder())
    parser.add_argument("--errors", nargs="?", const="all", help="list the errors of a kind, or of all")
    parser.add_argument("--calibration", action="store_true")
    parser.add_argument("--rules", action="store_true", help="gain and loss of every rule")
    parser.add_argument("--rule", action="append", default=[], help="gain and loss of one rule")
    args = parser.parse_args()
    paths = sorted(args.dir.glob("*.gold.jsonl"))
    sets = {p.name.split(".")[0]: load(p) for p in paths if p.name != "pairs.gold.jsonl"}
    chosen = {name: gold for name, gold in sets.items() if gold and (not args.sets or name in args.sets)}
    if not chosen:
        parser.error(f"no gold sets in {args.dir}: name a folder with --dir or SPACEPACT_EVAL")
    together = [row for gold in chosen.values() for row in gold]
    if args.rules or args.rule:
        by_rule(together, args.rule or rules())
        return
    found = predict(together)
    for name, gold in chosen.items():
        report(name, gold, found)
    report("all", together, found)
    if args.calibration:
        calibration(together, found)
    if args.errors:
        show_errors(together, found, args.errors)


if __name__ == "__main__":
    main()
