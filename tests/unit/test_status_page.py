"""`spacepact status` at the width of a terminal: what is wrong comes first, times read well, no line pads another."""

import datetime as dt
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from orchestration import source_list, source_table, status_page
from orchestration.commands import status as status_command
from orchestration.source_list import Listed, listed
from orchestration.status_page import Standing
from warehouse.check_results import FailedCheck, Held
from warehouse.corrections import Fared
from warehouse.read import Status
from warehouse.rejects import RejectCount
from warehouse.source_states import Kept, SourceRow

NOW = dt.datetime.fromisoformat("2026-11-23T08:00:00")
LONG = "https://a.example/feed: HTTP 503: " + "it is busy and says so at length, " * 20


class Terminal(io.StringIO):
    """A stream that takes itself for a terminal."""

    def isatty(self) -> bool:
        return True


def source(name: str, kind: str = "feed", elsewhere: int = 0, articles: int = 12, **given: Any) -> Listed:
    values = {"asked_at": NOW, "succeeded_at": NOW, "next_try_at": NOW + dt.timedelta(hours=1), **given}
    return listed(SourceRow(name, kind, True, "", 3600)._replace(**values), "", Kept(articles, elsewhere))


SOURCES = [
    source("a-newspaper-with-a-name-of-its-own", "spaceflight_news"),
    source("late", next_try_at=NOW - dt.timedelta(days=3)),
    source("attic", "archive", every_seconds=None, next_try_at=NOW),
    source("broken", fault=LONG, failure_count=3, succeeded_at=None, next_try_at=NOW + dt.timedelta(days=2)),
    source("mirror", articles=0, elsewhere=12),
    source("inbox", "inbox", next_try_at=None, every_seconds=None),
]


def standing(**given: Any) -> Standing:
    rows = {f"core.table_{number}_of_some_length": number * 1000 for number in range(40)}
    rejects = [RejectCount("late", "HTTP 404", 3)]
    failed = [FailedCheck("likely_years", "core.fact_launches", "warn", 2, "launch_id lch_1; year 1923 " * 9, "x")]
    values: dict[str, Any] = {
        "home": Path("/home/ann/news"),
        "found": Status(7, NOW, NOW.date(), rows, {}),
        "last": {"started_at": "2026-11-23T07:59:00Z", "counts": {"articles_new": 3}, "published_number": 7},
        "sources": SOURCES,
        "problem": "",
        "rejects": rejects,
        "corrected": Fared({}, []),
        "checked": Held(131, failed),
    }
    return Standing(**values | given)


def shown(monkeypatch: pytest.MonkeyPatch, width: int, what: Standing) -> str:
    """What a terminal of that width shows."""
    out = Terminal()
    monkeypatch.setattr("sys.stdout", out)
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setattr(status_page, "now", lambda: NOW)
    status_page.show(what)
    return re.sub(r"\x1b\[[0-9;]*m", "", out.getvalue())


@pytest.mark.parametrize("width", [80, 100, 120])
def test_sources_come_before_the_tables_and_fit_the_terminal(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    lines = shown(monkeypatch, width, standing()).splitlines()
    head = next(number for number, line in enumerate(lines) if line.startswith("source "))
    assert head < 15
    table = lines[head : head + 1 + len(SOURCES)]
    assert max(len(line.rstrip()) for line in table) <= width
    assert not [line for line in lines if line.startswith("-- row")]
    assert [line.split()[0] for line in table[2:]] == ["late", "attic", "broken", "mirror", "inbox"]
    assert any("table_39_of_some_length" in line for line in lines[head + 8 :])


def test_what_is_overdue_is_due_now_and_not_in_the_past() -> None:
    rows = source_table.table(SOURCES, {}, {"late": 3}, NOW, 80)
    cells = {row[0]: dict(zip(rows.columns, row, strict=True)) for row in rows.rows}
    assert cells["late"]["next"] == "due now"
    assert cells["late"]["rejects"] == 3
    assert cells["attic"]["next"] == "on change"
    assert cells["broken"]["next"] == "25 Nov"
    assert cells["broken"]["read"] == "never"
    assert cells["broken"]["how it does"] == "failed 3 times"
    assert cells["mirror"]["next"] == "09:00"
    assert cells["inbox"]["next"] == "each run"
    young = source("young", succeeded_at=None, deferred_count=1, deferred_because="1 page: it broke off")
    rows = source_table.table([young], {}, {}, NOW, 80)
    assert dict(zip(rows.columns, rows.rows[0], strict=True))["read"] == "in part"
    full = source_table.table(SOURCES, {}, {}, NOW, 200)
    assert [row[full.columns.index("next")] for row in full.rows][0] == "2026-11-23 09:00"


def test_a_long_fault_is_shortened_with_where_to_see_it_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(monkeypatch, 80, standing())
    assert "broken: https://a.example/feed: HTTP 503" in text
    assert LONG not in text
    assert "In full: spacepact status --json" in text
    assert "mirror: 12 articles that it brings are kept under another source" in text


def test_checks_rejects_and_a_broken_list_of_sources_are_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(monkeypatch, 80, standing(problem="sources.toml: [sampel]: unknown key"))
    beginning = text[: text.index("Sources:")]
    assert "131 ran, 1 with rows at fault" in beginning
    assert "3 items: 3 HTTP 404" in beginning
    assert "sources.toml: [sampel]: unknown key" in beginning
    assert "The list: spacepact status --rejects" in text
    assert "likely_years  warn, 2 rows of core.fact_launches" in text
    assert "select query from metrics.check_results where check_name = 'likely_years'" in text


def test_what_the_last_look_found_wrong_is_told_until_the_source_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    last = {"started_at": "2026-11-23T09:00:00Z", "failures": {"inbox": "no such folder"}}
    text = shown(monkeypatch, 80, standing(last=last))
    assert "inbox: no such folder" in text
    assert "2 failing" in text
    mended = [*SOURCES[:-1], source("inbox", "inbox", asked_at=NOW + dt.timedelta(hours=2))]
    assert "no such folder" not in shown(monkeypatch, 80, standing(last=last, sources=mended))


def test_what_was_read_alone_and_not_published_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    later = source("paper", asked_at=NOW + dt.timedelta(minutes=5), new_count=2)
    text = shown(monkeypatch, 80, standing(sources=[*SOURCES, later]))
    assert "Not published   what was read since from paper; spacepact refresh publishes it" in text
    assert "Not published" not in shown(monkeypatch, 80, standing())


def test_a_list_of_sources_of_the_last_release_is_understood(tmp_path: Path) -> None:
    source_list.save(tmp_path / "sources.json", {"a": SourceRow("a", "feed", True, "", 60)}, {})
    told = json.loads((tmp_path / "sources.json").read_text())
    for row in told["sources"]:
        del row["articles"], row["articles_elsewhere"]
    (tmp_path / "sources.json").write_text(json.dumps(told))
    assert source_list.load(tmp_path / "sources.json")["a"].articles == 0


def test_help_tells_how_to_list_what_cannot_be_read() -> None:
    assert "--rejects" in CliRunner().invoke(status_command.command, ["--help"]).output
