"""A failing source is red in Dagster without stopping the others, and one run alone says that nothing is published."""

import datetime as dt
from pathlib import Path

import dagster as dg
import pytest

from orchestration.settings import Settings
from orchestration.source_assets import CHECK, source_check, source_check_specs, source_metadata, source_specs
from orchestration.source_runs import SourceRun, row_after
from sources.errors import SourceError, TransientSourceError
from sources.settings import parse

NOW = dt.datetime.fromisoformat("2026-11-23T08:00:00")
[PAPER] = parse(b'[[source]]\nname = "paper"\nkind = "feed"\nurl = "https://a.example/feed"').source


def ended(fault: Exception | None, failures: int = 0) -> SourceRun:
    """A run that ended, after so many that failed."""
    run = SourceRun("paper", "feed")
    run.end(fault)
    before = row_after(SourceRun("paper", "feed"), None, PAPER, NOW)._replace(failure_count=failures)
    row_after(run, before, PAPER, NOW)
    return run


@pytest.mark.parametrize(
    ("fault", "failures", "passed", "severity"),
    [
        (None, 5, True, dg.AssetCheckSeverity.ERROR),
        (SourceError("no such folder"), 0, False, dg.AssetCheckSeverity.ERROR),
        (TransientSourceError("HTTP 503"), 0, False, dg.AssetCheckSeverity.WARN),
        (TransientSourceError("HTTP 503"), 1, False, dg.AssetCheckSeverity.WARN),
        (TransientSourceError("HTTP 503"), 2, False, dg.AssetCheckSeverity.ERROR),
    ],
)
def test_a_fault_is_red_and_a_passing_one_yellow_until_it_lasts(
    fault: Exception | None, failures: int, passed: bool, severity: dg.AssetCheckSeverity
) -> None:
    result = source_check(ended(fault, failures))
    assert (result.passed, result.severity) == (passed, severity)
    if fault is not None:
        assert str(fault) in str(result.description)
        assert result.metadata["failures_in_a_row"].value == failures + 1
        assert "2026-11-23" in str(result.metadata["next_try"].value)


def test_every_source_has_the_check_and_none_of_them_blocks(tmp_path: Path) -> None:
    home = Settings(tmp_path)
    home.sources_file.write_text('[[source]]\nname = "paper"\nkind = "feed"\nurl = "https://a.example/feed"\n')
    specs = source_check_specs(source_specs(home.sources_file))
    assert {(spec.asset_key.path[-1], spec.name) for spec in specs} == {
        (name, CHECK) for name in ("sample", "inbox", "paper")
    }
    assert not any(spec.blocking for spec in specs)
    home.sources_file.write_text("[sampel]\n")
    assert source_check_specs(source_specs(home.sources_file)) == []


def test_a_source_read_alone_says_what_to_run_next() -> None:
    told = source_metadata(ended(None), is_alone=True)["published"]
    assert told.startswith("not yet")
    assert "spacepact refresh" in told
    assert "published" not in source_metadata(ended(None))
