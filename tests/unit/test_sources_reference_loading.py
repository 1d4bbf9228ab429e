"""A configured catalogue, from files and from the web: whole, as it was, changed, of another form, or not to be had."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sources import runner
from sources.errors import LayoutError, NotAskedError, SourceError, TransientSourceError
from sources.hosts import Hosts
from sources.reference import loading
from sources.reference.loading import Load, forgotten, load
from sources.settings_kinds import (
    GcatSource,
    IsoCountriesSource,
    LaunchLibrarySource,
    LaunchlogSource,
    Source,
    UcsSource,
)
from sources.state import SourceState, cursor_of
from tests.unit import nasty_server
from tests.unit.catalogue_files import FLIGHT, GCAT_LAUNCH_COLUMNS, GCAT_ORGS_COLUMNS, LOG, UCS, gcat
from tests.unit.test_sources_launch_library import Api, entry

NOW = dt.datetime(2031, 2, 3, 5, 0)  # noqa: DTZ001
ORGS = gcat(GCAT_ORGS_COLUMNS, {"Code": "XYZ", "Name": "Uchu", "StateCode": "J"})


@pytest.fixture
def server() -> Iterator[nasty_server.Server]:
    with nasty_server.running() as running:
        yield running


def collect(source: Source, state: SourceState, home: Path) -> list[Load]:
    return list(running(source, state, home))


def running(source: Source, state: SourceState, home: Path) -> Iterator[Load]:
    with runner.fetcher_for(source, Hosts()) as fetcher:
        fetcher.limits = replace(fetcher.limits, tries=1, host_interval=0.0)
        yield from load(source, state, fetcher, home, lambda: NOW)


def after(state: SourceState, loads: list[Load]) -> SourceState:
    """The state once these loads are stored."""
    pages = dict(state.pages) | {one.page.key: one.page for one in loads if one.page}
    cursors = [one.cursor for one in loads if one.cursor is not None]
    return SourceState(cursors[-1] if cursors else state.cursor, pages)


def test_a_file_is_read_whole_and_once(tmp_path: Path) -> None:
    (tmp_path / "log.txt").write_text(LOG)
    source = LaunchlogSource(name="log", kind="launchlog", path="log.txt")
    (first,) = collect(source, SourceState(), tmp_path)
    assert (first.tables, first.is_replacement, len(first.records)) == (("launches", "satellites"), True, 5)
    state = after(SourceState(), [first])
    (second,) = collect(source, state, tmp_path)
    assert (second.is_unchanged, second.records) == (True, ())
    (tmp_path / "log.txt").write_text(LOG.replace("Companion", "Comrade"))
    (third,) = collect(source, state, tmp_path)
    assert len(third.records) == 5


def test_another_version_of_the_readers_reads_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ucs.csv").write_text(UCS)
    source = UcsSource(name="ucs", kind="ucs", path="ucs.csv")
    state = after(SourceState(), collect(source, SourceState(), tmp_path))
    monkeypatch.setattr(loading, "reader_version", lambda: "another")
    (found,) = collect(source, state, tmp_path)
    assert (found.is_unchanged, len(found.records), len(found.rejects)) == (False, 2, 2)


def test_one_part_of_another_form_stops_no_other(tmp_path: Path) -> None:
    changed = gcat(GCAT_LAUNCH_COLUMNS, FLIGHT).replace("Launch_Tag", "Tag")
    (tmp_path / "launch.tsv").write_text(changed)
    (tmp_path / "orgs.tsv").write_text(ORGS)
    source = GcatSource(name="gcat", kind="gcat", launch="launch.tsv", orgs="orgs.tsv")
    loads = running(source, SourceState(), tmp_path)
    good = next(loads)
    assert (good.part, len(good.records)) == ("orgs", 1)
    with pytest.raises(LayoutError, match="gcat launch: no column named Launch_Tag"):
        next(loads)
    assert "launch" not in cursor_of(good.cursor or "")


def test_a_missing_file_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="gone.txt") as caught:
        collect(LaunchlogSource(name="log", kind="launchlog", path="gone.txt"), SourceState(), tmp_path)
    assert "\n" not in str(caught.value)


def test_an_address_that_did_not_change_costs_no_bytes(server: nasty_server.Server, tmp_path: Path) -> None:
    server.publish("/orgs.tsv", ORGS)
    source = GcatSource(name="gcat", kind="gcat", orgs=f"{server.root}/orgs.tsv", allow_private=True)
    first = collect(source, SourceState(), tmp_path)
    assert len(first[0].records) == 1
    state = after(SourceState(), first)
    assert collect(source, state, tmp_path)[0].is_unchanged
    assert "if-none-match" in server.headers_of["/orgs.tsv"]
    server.publish("/orgs.tsv", ORGS.replace("Uchu", "Sora"))
    assert not collect(source, state, tmp_path)[0].is_unchanged


def test_a_fault_that_may_pass_is_told_from_one_that_will_not(server: nasty_server.Server, tmp_path: Path) -> None:
    server.publish("/busy.tsv", status=503)
    server.publish("/gone.tsv", status=404)
    busy = GcatSource(name="gcat", kind="gcat", orgs=f"{server.root}/busy.tsv", allow_private=True)
    with pytest.raises(TransientSourceError):
        collect(busy, SourceState(), tmp_path)
    gone = GcatSource(name="gcat", kind="gcat", orgs=f"{server.root}/gone.tsv", allow_private=True)
    with pytest.raises(SourceError, match="404"):
        collect(gone, SourceState(), tmp_path)


def test_launch_library_keeps_within_its_calls_over_runs(server: nasty_server.Server, tmp_path: Path) -> None:
    api = Api([entry(n) for n in range(350)])
    server.answering["/launches/"] = lambda path: api.ask(path)[0]
    url = f"{server.root}/launches/"
    source = LaunchLibrarySource(name="ll", kind="launch_library", url=url, allow_private=True, calls_per_hour=4)
    first = collect(source, SourceState(), tmp_path)
    assert sum(len(one.records) for one in first) == 300
    assert not any(one.is_whole or one.is_replacement for one in first)
    assert [one.is_unchanged for one in first] == [True, False] * 3
    assert len(server.asked) == 4
    state = after(SourceState(), first)
    with pytest.raises(NotAskedError, match="the 4 calls of this hour are made; again at"):
        collect(source, state, tmp_path)
    assert len(server.asked) == 4
    assert len(cursor_of(forgotten(state.cursor))["calls"].split()) == 4
    assert cursor_of(forgotten(state.cursor))["since"] == ""


def test_launch_library_of_another_form_loses_nothing(server: nasty_server.Server, tmp_path: Path) -> None:
    server.publish(
        "/launches/", json.dumps({"results": [{}], "next": None, "count": 1}), Content_Type="application/json"
    )
    url = f"{server.root}/launches/"
    source = LaunchLibrarySource(name="ll", kind="launch_library", url=url, allow_private=True)
    loads = running(source, SourceState(), tmp_path)
    counted = next(loads)
    assert counted.is_unchanged
    assert cursor_of(counted.cursor or "")["calls"]
    with pytest.raises(LayoutError, match="ll: no field named"):
        next(loads)


def test_the_countries_of_iso_are_loaded_once(tmp_path: Path) -> None:
    source = IsoCountriesSource(name="iso", kind="iso_countries")
    first = collect(source, SourceState(), tmp_path)
    assert len(first[0].records) > 240
    assert collect(source, after(SourceState(), first), tmp_path)[0].is_unchanged
