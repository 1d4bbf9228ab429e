"""What cannot be read can be looked up, and leaves the list when it is mended, changed, gone or switched off."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from orchestration import newness, publishing, reject_list
from orchestration.commands import status as status_command
from orchestration.read_stage import read_sources
from orchestration.run_record import RunRecord
from orchestration.settings import Settings
from warehouse import rejects

NO_SAMPLE = "[sample]\nenabled = false\n"
ATTIC = NO_SAMPLE + '[[source]]\nname = "attic"\nkind = "archive"\npath = "attic"\n'


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    home = tmp_path / "home"
    for folder in ("state", "inbox", "attic", "overrides"):
        (home / folder).mkdir(parents=True)
    return Settings(home)


def write(path: Path, *lines: str) -> None:
    """A file that nobody is writing to any more."""
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    size = path.stat().st_size
    os.utime(path, (1_600_000_000 + size, 1_600_000_000 + size))


def read(settings: Settings, text: str = NO_SAMPLE) -> list[tuple[str, str, str]]:
    """Read all sources; source, place and reason of what cannot be read then."""
    (settings.home / "sources.toml").write_text(text, encoding="utf-8")
    record = RunRecord("run", datetime.now(UTC))
    read_sources(settings, record)
    publishing._note_inputs(settings)
    found = rejects.listed(settings.rejects_file, settings.home)
    assert (
        sum(record.rejects.values()) == len(found) == sum(reject_list.by_reason(reject_list.count(settings)).values())
    )
    return sorted((one.source_name, one.place, one.reason) for one in found)


def good(number: int) -> str:
    return json.dumps({"id": str(number), "text": f"Note {number} of the day."})


def test_rows_of_an_archive_that_changed_are_listed_as_it_is_now(settings: Settings) -> None:
    write(settings.home / "attic" / "a.jsonl", good(1), "{", '{"id": "2"}')
    write(settings.home / "attic" / "b.jsonl", "[")
    assert read(settings, ATTIC) == [
        ("attic", "a.jsonl:2", "not JSON"),
        ("attic", "a.jsonl:3", "no text"),
        ("attic", "b.jsonl:1", "not JSON"),
    ]
    write(settings.home / "attic" / "a.jsonl", good(1), good(2), good(3), "{")
    assert read(settings, ATTIC) == [("attic", "a.jsonl:4", "not JSON"), ("attic", "b.jsonl:1", "not JSON")]
    (settings.home / "attic" / "b.jsonl").unlink()
    assert read(settings, ATTIC) == [("attic", "a.jsonl:4", "not JSON")]
    write(settings.home / "attic" / "b.jsonl", "[")
    assert ("attic", "b.jsonl:1", "not JSON") in read(settings, ATTIC)
    assert read(settings) == []  # a source that is off has nothing to mend
    assert len(read(settings, ATTIC)) == 2


def test_a_link_in_an_archive_is_a_reject_until_the_file_itself_lies_there(settings: Settings) -> None:
    (settings.home / "attic" / "a.jsonl").symlink_to(settings.home / "sources.toml")
    assert read(settings, ATTIC) == [("attic", "a.jsonl", "link out of the folder")]
    (settings.home / "attic" / "a.jsonl").unlink()
    write(settings.home / "attic" / "a.jsonl", good(1))
    assert read(settings, ATTIC) == []


def test_a_bad_file_that_is_taken_out_of_the_inbox_leaves_the_list(settings: Settings) -> None:
    write(settings.inbox / "a.jsonl", good(1), "{")
    write(settings.inbox / "b.bin", "abc")
    assert len(read(settings)) == 2
    (settings.inbox / "b.bin").unlink()
    found = newness.whats_new(settings).reason or ""
    assert "1 file with rejects gone" in found
    assert read(settings) == [("inbox", "a.jsonl:2", "not JSON")]
    assert "rejects" not in (newness.whats_new(settings).reason or "")
    write(settings.inbox / "b.bin", "abc")
    assert len(read(settings)) == 2


def test_a_file_that_moves_is_listed_where_it_lies(settings: Settings) -> None:
    write(settings.inbox / "a.jsonl", good(1), "{")
    read(settings)
    (settings.inbox / "a.jsonl").rename(settings.inbox / "c.jsonl")
    assert read(settings) == [("inbox", "c.jsonl:2", "not JSON")]


def asked(settings: Settings, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> Any:
    monkeypatch.setenv("SPACEPACT_HOME", str(settings.home))
    return CliRunner().invoke(status_command.command, arguments, catch_exceptions=False)


def test_status_lists_them_for_a_person_and_for_a_program(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [good(number) if number % 2 else "{" for number in range(6)]
    write(settings.home / "attic" / "a.jsonl", *lines)
    write(settings.inbox / "bad.bin", "abc\x1b[2J")
    read(settings, ATTIC)
    shown = asked(settings, monkeypatch, "--rejects").output
    assert "4 items: 3 not JSON, 1 unknown ending" in shown
    assert "a.jsonl:3" in shown
    assert "each line must be one whole JSON object" in shown
    assert "\x1b" not in shown
    assert "2 more: --limit 0" in asked(settings, monkeypatch, "--rejects", "--limit", "2").output
    told = json.loads(asked(settings, monkeypatch, "--rejects", "--source", "inbox", "--json").output)
    assert told["by_reason"] == {"unknown ending": 1}
    (one,) = told["rejects"]
    assert (one["source_name"], one["place"], one["first_seen_at"][-1]) == ("inbox", "bad.bin", "Z")


def test_a_home_without_the_list_and_without_a_warehouse_says_what_to_do(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    from warehouse.errors import NoWarehouseError

    with pytest.raises(NoWarehouseError, match="run `spacepact refresh`"):
        asked(settings, monkeypatch, "--rejects")
