"""Which files of a folder are read, which wait, which are refused; nothing outside it is ever touched."""

import datetime as dt
import os
import time
from pathlib import Path

import pytest

from sources import folder
from sources.article import Article, Reject
from sources.errors import SourceError

TODAY = dt.date(2024, 5, 1)


def put(path: Path, text: str = "A text on a ground station.", age: float = 100.0, now: float = 1000.0) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    os.utime(path, (now - age, now - age))
    return path


def locators(root: Path, watched: bool = False) -> list[str]:
    return [found.locator for found in folder.scan(root, watched, now=1000.0)]


def test_recursive_in_order_without_unfinished_and_hidden_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "B.md", ".hidden.txt", ".git/x.txt", "d.txt.part", "e.TMP"):
        put(tmp_path / name)
    assert locators(tmp_path) == ["B.md", "a/b/c.txt", "a/z.txt", "b.txt"]


def test_a_file_just_changed_waits_in_the_watched_folder_only(tmp_path: Path) -> None:
    put(tmp_path / "new.txt", age=1.5)
    put(tmp_path / "old.txt", age=2.5)
    watched = {found.locator: found for found in folder.scan(tmp_path, True, now=1000.0)}
    assert watched["new.txt"].is_waiting
    assert list(folder.read(watched["new.txt"], "inbox", TODAY)) == []
    assert not watched["old.txt"].is_waiting
    assert not any(found.is_waiting for found in folder.scan(tmp_path, False, now=1000.0))


def test_same_bytes_same_hash_whatever_name_and_time(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", age=50)
    put(tmp_path / "b.txt", age=70)
    put(tmp_path / "c.txt", text="Another text.")
    first, second, third = folder.scan(tmp_path, False, now=1000.0)
    assert first.content_hash == second.content_hash != third.content_hash


def test_a_file_at_rest_is_read_once_and_again_when_it_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counting(path: Path) -> str:
        read.append(path.name)
        return path.read_text()

    monkeypatch.setattr(folder, "hash_file", counting)
    later = time.time() + 60
    path = tmp_path / "a.txt"
    path.write_text("one")
    assert [found.content_hash for _ in range(3) for found in folder.scan(tmp_path, False, later)] == ["one"] * 3
    assert read == ["a.txt"]
    time.sleep(0.02)
    path.write_text("two")
    assert [found.content_hash for found in folder.scan(tmp_path, False, later)] == ["two"]
    assert [found.content_hash for _ in range(2) for found in folder.scan(tmp_path, False, time.time())] == ["two"] * 2


def test_links_that_lead_out_are_refused_and_never_read(tmp_path: Path) -> None:
    outside = put(tmp_path / "outside" / "secret.txt", "A secret.")
    inbox = tmp_path / "inbox"
    put(inbox / "real.txt")
    (inbox / "file.txt").symlink_to(outside)
    (inbox / "folder").symlink_to(outside.parent)
    (inbox / "same.txt").symlink_to(inbox / "real.txt")
    (inbox / "loop").symlink_to(inbox)
    (inbox / "dangling.txt").symlink_to(tmp_path / "nowhere")
    items = [item for found in folder.scan(inbox, False, now=1000.0) for item in folder.read(found, "inbox", TODAY)]
    refused = {item.locator: item.reason for item in items if isinstance(item, Reject)}
    assert refused == dict.fromkeys(("dangling.txt", "file.txt", "folder"), "link out of the folder")
    assert [item.locator for item in items if isinstance(item, Article)] == ["real.txt"]


def test_a_folder_given_by_a_link_is_read(tmp_path: Path) -> None:
    put(tmp_path / "real" / "a.txt")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert locators(tmp_path / "link") == ["a.txt"]


def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    [found] = folder.scan(tmp_path, False, now=1000.0)
    [item] = folder.read(found, "inbox", TODAY)
    assert isinstance(item, Reject)
    assert item.reason == "not a file"


def test_what_may_not_be_opened_is_a_reject(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "a.txt")
    put(tmp_path / "b.txt")
    real_open = os.open

    def refusing(path: Path, *arguments: int) -> int:
        if Path(path).name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return real_open(path, *arguments)

    monkeypatch.setattr(os, "open", refusing)
    items = [item for found in folder.scan(tmp_path, False, now=1000.0) for item in folder.read(found, "inbox", TODAY)]
    assert [item.reason for item in items if isinstance(item, Reject)] == ["unreadable"]
    assert [item.locator for item in items if isinstance(item, Article)] == ["b.txt"]


def test_a_file_that_goes_between_look_and_reading_is_a_reject(tmp_path: Path) -> None:
    path = put(tmp_path / "a.txt")
    [found] = folder.scan(tmp_path, False, now=1000.0)
    path.unlink()
    [item] = folder.read(found, "inbox", TODAY)
    assert isinstance(item, Reject)
    assert item.reason == "unreadable"


def test_a_name_that_is_no_text_can_be_reported(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("A text.")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    [found] = folder.scan(tmp_path, False, now=1000.0)
    found.locator.encode("utf-8")
    [item] = folder.read(found, "inbox", TODAY)
    assert isinstance(item, Article)


def test_a_fault_of_a_library_takes_one_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "a.txt")

    def broken(*_: object) -> None:
        raise MemoryError("out of\nmemory")

    monkeypatch.setattr("sources.textpage.read", broken)
    [found] = folder.scan(tmp_path, False, now=1000.0)
    [item] = folder.read(found, "inbox", TODAY)
    assert isinstance(item, Reject)
    assert (item.reason, item.detail) == ("unreadable", "MemoryError: out of")


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such folder; create it"):
        list(folder.scan(tmp_path / "nowhere", False, now=0.0))
