"""When a source is due, and that reading goes on where it stopped, whatever stopped it."""

import datetime as dt
import json
import os
from pathlib import Path
from typing import Any

import pytest

from orchestration import due, files, source_list
from orchestration.files import read_files
from orchestration.reading import look, look_at_settings
from orchestration.settings import Settings
from orchestration.source_runs import SourceRun, row_after
from tests.unit.store_fixture import AT, rows
from warehouse import store

FEED = '[[source]]\nname = "paper"\nkind = "feed"\nurl = "https://a.org/feed"\nevery = "2h"\n'
ARCHIVE = '[[source]]\nname = "attic"\nkind = "archive"\npath = "attic"\n'


def at_home(home: Path, text: str, only: tuple[str, ...] = ()) -> Settings:
    home.mkdir(parents=True, exist_ok=True)
    (home / "state").mkdir(exist_ok=True)
    (home / "sources.toml").write_text(text, encoding="utf-8")
    return Settings(home, None, only)


def due_after(settings: Settings, hours: float) -> list[str]:
    found = due.due_sources(settings, look_at_settings(settings), AT + dt.timedelta(hours=hours))
    return [source.name for source in found]


def note_run(settings: Settings, fault: str | None = None, retry_after: float | None = None, **given: Any) -> None:
    """Note that all sources ran at a certain time."""
    kept = {}
    stamps = {}
    for source in look_at_settings(settings).asked:
        run = SourceRun(source.name, source.kind, fault=fault, retry_after=retry_after)
        kept[source.name] = row_after(run, None, source, AT)._replace(**given)
        stamps[source.name] = due.files_stamp(settings, source)
    source_list.save(settings.source_list, kept, stamps)


def test_a_source_is_due_as_often_as_configured(home: Path) -> None:
    settings = at_home(home, FEED)
    assert due_after(settings, 0) == ["paper"]
    note_run(settings)
    assert due_after(settings, 1.9) == []
    assert due_after(settings, 2) == ["paper"]
    assert due_after(at_home(home, FEED, ("paper",)), 0) == ["paper"]
    assert due_after(at_home(home, FEED, ("inbox",)), 9) == []


def test_a_failing_source_waits_as_long_as_its_host_asks(home: Path) -> None:
    settings = at_home(home, FEED)
    note_run(settings, "HTTP 429", retry_after=5 * 3600)
    assert due_after(settings, 4.9) == []
    assert due_after(settings, 5) == ["paper"]


def test_other_settings_make_a_source_due_and_another_rhythm_does_not(home: Path) -> None:
    settings = at_home(home, FEED)
    note_run(settings)
    assert due_after(at_home(home, FEED.replace("a.org", "b.org")), 0) == ["paper"]
    assert due_after(at_home(home, FEED.replace("2h", "3h")), 2) == []
    note_run(settings, is_enabled=False)
    assert due_after(settings, 0) == ["paper"]


def test_an_archive_is_due_when_its_files_change(home: Path) -> None:
    settings = at_home(home, ARCHIVE)
    (home / "attic").mkdir()
    (home / "attic" / "a.jsonl").write_text("{}\n", encoding="utf-8")
    note_run(settings)
    assert due_after(settings, 99) == []
    (home / "attic" / "b.jsonl").write_text("{}\n", encoding="utf-8")
    assert due_after(settings, 0) == ["attic"]


def test_a_damaged_list_makes_all_due(home: Path) -> None:
    settings = at_home(home, FEED)
    settings.source_list.write_text('{"sources": [{"source_name": "pap', encoding="utf-8")
    assert due_after(settings, 0) == ["paper"]


def write_inbox(home: Path) -> None:
    """A large file with a bad line, and small ones."""
    inbox = home / "inbox"
    inbox.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps({"id": str(number), "text": f"Note {number} of the day."}) for number in range(17)]
    lines[9] = "{"
    (inbox / "big.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for number in range(5):
        (inbox / f"note{number}.txt").write_text(f"Short note {number}, kept apart.", encoding="utf-8")
    at_rest(inbox)


def at_rest(inbox: Path) -> None:
    """Have the files look as if nobody wrote to them just now."""
    for file in inbox.iterdir():
        os.utime(file, (1_600_000_000, 1_600_000_000))


class StoppedError(Exception):
    """The process ends here."""


def read_inbox(home: Path, store_path: Path, stop_after: int | None = None) -> list[tuple[Any, ...]]:
    """Read what is unread in the inbox, ending after so many batches; returns what the store holds."""
    settings = at_home(home, "[sample]\nenabled = false\n")
    told = 0

    def ingest(*given: Any, **more: Any) -> store.IngestCounts:
        nonlocal told
        if told == stop_after:
            raise StoppedError
        told += 1
        return original(*given, **more)

    original = store.ingest
    with store.writing_store(store_path) as con, pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "_MOST_ITEMS", 4)
        patch.setattr(files.store, "ingest", ingest)
        known = {place: found for (_, place), found in store.read_items(con).items()}
        unread = [item for item in look(settings).items if known.get(item.key) != item.file.content_hash]
        if stop_after is None:
            read_files(con, unread, AT, SourceRun("inbox", "inbox"))
        else:
            with pytest.raises(StoppedError):
                read_files(con, unread, AT, SourceRun("inbox", "inbox"))
        told_rows = rows(con, "select article_id, content_hash, locator, is_current from article_versions order by all")
        return told_rows + rows(con, "select locator, reason from rejects order by all")


@pytest.mark.parametrize("stop_after", range(7))
def test_reading_that_was_stopped_goes_on(home: Path, tmp_path: Path, stop_after: int) -> None:
    write_inbox(home)
    whole = read_inbox(home, tmp_path / "whole" / "store.duckdb")
    assert len(whole) == 22
    assert len(read_inbox(home, tmp_path / "parts" / "store.duckdb", stop_after)) < 22
    assert read_inbox(home, tmp_path / "parts" / "store.duckdb") == whole


def test_a_file_that_changed_meanwhile_is_read_from_its_beginning(home: Path, tmp_path: Path) -> None:
    write_inbox(home)
    path = tmp_path / "parts" / "store.duckdb"
    read_inbox(home, path, 3)
    (home / "inbox" / "big.jsonl").write_text('{"id": "0", "text": "Another note."}\n', encoding="utf-8")
    at_rest(home / "inbox")
    found = read_inbox(home, path)
    assert [row for row in found if len(row) == 2] == []
    assert sum(row[-1] for row in found if len(row) == 4 and row[2].startswith("big.jsonl:1")) >= 1
