"""docs/curation.md tells what the code does: its examples read well, its lists are whole."""

import re
from pathlib import Path

import pytest

from sources import overrides
from transforms.curation import Entry, entry
from transforms.curation.columns import ADDED, COLUMNS
from transforms.curation.entries import DOUBTS, KEYS
from warehouse.statements import statement

PAGE = (Path(__file__).parents[2] / "docs" / "curation.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```(toml|csv)\n(.*?)```", PAGE, re.DOTALL)


def cells_of(row: str) -> set[str]:
    """The code words of a line of a Markdown table."""
    (line,) = [line for line in PAGE.splitlines() if line.startswith(row)]
    return set(re.findall(r"`(\w+)`", line.removeprefix(row)))


@pytest.mark.parametrize(("form", "text"), EXAMPLES)
def test_examples_read_well(form: str, text: str) -> None:
    read = overrides.parse(f"example.{form}", text.encode())
    assert read
    for raw in read:
        found = entry("example", raw.number, raw.fields, raw.problem)
        assert isinstance(found, Entry), found


def test_every_action_is_told_with_the_keys_that_it_needs() -> None:
    for action, (needed, _) in KEYS.items():
        told = cells_of(f"| `{action}` |") | {"fact", "anchor"}
        assert set(needed) <= told | ({"kind", "name", "cells"} if action == "add" else set())


@pytest.mark.parametrize("kind", list(COLUMNS))
def test_every_column_is_told(kind: str) -> None:
    assert cells_of(f"| {kind} |") == set(COLUMNS[kind])  # type: ignore[index]


def test_what_an_added_fact_needs_is_told() -> None:
    told = " ".join(PAGE.split())
    assert "An agreement needs `agreement_type`, `status` and `party_code`" in told
    assert ADDED["agreement"] == ("agreement_type", "status", "party_code")
    assert "a launch `status`; an undertaking `cooperation_type` and `party_code`" in told
    assert (ADDED["launch"], ADDED["cooperation"]) == (("status",), ("cooperation_type", "party_code"))


def test_every_doubt_and_the_formula_are_told() -> None:
    for doubt in DOUBTS:
        cells_of(f"| `{doubt}` |")
    assert "doubt_score × log2(1 + moves)" in PAGE
    assert "round(doubt_score * log2(1 + moves), 4) as score" in statement("metrics", "review_queue")
    assert "confidence < 0.7" in statement("metrics", "review_queue")
