"""How probable it is that a claim is right: the sum of its features' weights, made a probability.

Belongs here: applying the table `confidence.tsv`. Does not belong here: fitting it (`benchmarks/fit_confidence.py`).
"""

from collections.abc import Iterable
from functools import cache
from math import exp
from pathlib import Path

_TABLE = Path(__file__).with_name("confidence.tsv")
_HEADER = "kind\tfeature\tweight"


@cache
def weights() -> dict[tuple[str, str], float]:
    """Weight of each (kind, feature); the feature `bias` applies to all, a rule is the feature `rule:NAME`."""
    table: dict[tuple[str, str], float] = {}
    if not _TABLE.exists():
        return table
    lines = [line for line in _TABLE.read_text(encoding="utf-8").split("\n") if line and line[0] != "#"]
    if lines[0] != _HEADER:
        raise ValueError(f"{_TABLE.name}: the first line must be {_HEADER!r}")
    for line in lines[1:]:
        kind, feature, weight = line.split("\t")
        table[kind, feature] = float(weight)
    return table


def probability(kind: str, rule: str, features: Iterable[str]) -> float:
    """Between 0.01 and 0.99, rounded so that it prints the same everywhere; 0.5 for a kind without weights."""
    table = weights()
    total = table.get((kind, "bias"), 0.0) + table.get((kind, f"rule:{rule}"), 0.0)
    total += sum(table.get((kind, feature), 0.0) for feature in sorted(features))
    return round(min(0.99, max(0.01, 1 / (1 + exp(-total)))), 3)
