"""docs/catalogues.md tells what the code does, and its examples work."""

import re
from pathlib import Path

from sources import settings
from sources.settings_kinds import KINDS
from tests.unit.star_builder import REFRESHED_AT
from tests.unit.star_fixture import star
from warehouse.metrics import build_metrics
from warehouse.tables.precision import MISMATCHES

PAGE = Path(__file__).parents[2].joinpath("docs", "catalogues.md").read_text("utf-8")


def examples(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def test_the_settings_are_valid_and_show_every_kind() -> None:
    (text,) = examples("toml")
    shown = {source.kind for source in settings.parse(text.encode()).source}
    assert shown == {name for name, kind in KINDS.items() if kind.is_reference}
    assert shown == set(re.findall(r"^\| `(\w+)` \|", PAGE.split("## What is read")[1].split("\n## ")[0], re.MULTILINE))


def test_the_queries_run() -> None:
    with star() as con:
        build_metrics(con, number=1, refreshed_at=REFRESHED_AT, has_real_source=True)
        results = [con.execute(query).fetchall() for query in examples("sql")]
    assert len(results) == 2
    assert results[1]


def test_every_mismatch_is_told() -> None:
    rows = re.findall(r"^\| (`[^|]+`) \|", PAGE.split("## What is measured")[1], re.MULTILINE)
    assert [name for row in rows for name in re.findall(r"`(\w+)`", row)] == list(MISMATCHES)
