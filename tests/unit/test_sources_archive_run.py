"""Archives and folders as configured sources: columns by their names, each file once, on from where a run stopped."""

import gzip
import json
import os
from pathlib import Path

import pytest

from sources import archive, webpage
from tests.unit.source_run import KilledError, Run
from tests.unit.test_sources_archive import HTML, page, warc

TEXT = "The two agencies signed a memorandum on a ground station near the equator, the ministry said."


def settings(path: str, *more: str, kind: str = "archive") -> str:
    return "\n".join(["[[source]]", 'name = "old-news"', f'kind = "{kind}"', f'path = "{path}"', *more])


def lines(*numbers: int, text: str = TEXT) -> bytes:
    return b"".join(json.dumps({"id": str(number), "text": f"{text} {number}"}).encode() + b"\n" for number in numbers)


def ids(run: Run) -> list[str | None]:
    return [article.source_article_id for article in run.stored]


def test_a_folder_of_archives_each_file_once(tmp_path: Path) -> None:
    (tmp_path / "news" / "2020").mkdir(parents=True)
    (tmp_path / "news" / "2020" / "b.jsonl.gz").write_bytes(gzip.compress(lines(3, 4)))
    (tmp_path / "news" / "a.csv").write_text(f'id,text\n1,"{TEXT}"\n2,"{TEXT}"\n')
    (tmp_path / "news" / ".hidden.jsonl").write_bytes(lines(9))
    (tmp_path / "news" / "read.me").write_text("not an archive")
    run = Run(settings("news"), home=tmp_path)
    run.go()
    assert ids(run) == ["3", "4", "1", "2"]
    assert run.reasons == ["unknown ending"]
    run.reasons.clear()
    run.go()
    assert len(run.stored) == 4
    (tmp_path / "news" / "a.csv").write_text(f'id,text\n1,"{TEXT}"\n2,"{TEXT}"\n5,"{TEXT}"\n')
    run.go()
    assert ids(run)[4:] == ["1", "2", "5"]


def test_a_file_that_was_only_touched_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines(1))
    run = Run(settings("a.jsonl"), home=tmp_path)
    run.go()
    os.utime(tmp_path / "a.jsonl", (1, 1))
    monkeypatch.setattr(archive, "read", None)
    [step] = run.go()
    assert step.items == ()


@pytest.mark.parametrize(
    ("path", "more", "found"),
    [
        ("*.jsonl", (), ["1"]),
        ("20*/*.jsonl", (), ["2", "3"]),
        (".", ('pattern = "2020/*"',), ["2"]),
        (".", ('pattern = "**/[ab].jsonl"',), ["2", "3", "1"]),
        (".", ('pattern = "202[!0]/?.jsonl"',), ["3"]),
    ],
)
def test_patterns(tmp_path: Path, path: str, more: tuple[str, ...], found: list[str]) -> None:
    for number, name in enumerate(("a.jsonl", "2020/b.jsonl", "2021/a.jsonl"), start=1):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(lines(number))
    run = Run(settings(path, *more), home=tmp_path)
    run.go()
    assert ids(run) == found


FIELDS = 'fields = { text = "Body", published = "pub_date", title = "head" }'


def test_columns_go_by_the_names_given(tmp_path: Path) -> None:
    header = "text,head,pub_date,body\n"
    (tmp_path / "a.csv").write_text(header + f"not this,A station,2021-03-09,{TEXT.replace(',', '')}\n")
    record = {"Body": TEXT, "head": "A station", "pub_date": "9 March 2021", "text": "not this"}
    (tmp_path / "b.jsonl").write_text(json.dumps(record) + "\n")
    run = Run(settings(".", FIELDS, 'outlet = "Skypost"', 'language = "en"'), home=tmp_path)
    run.go()
    assert [(one.title, one.published, one.source) for one in run.stored] == [
        ("A station", "2021-03-09", "Skypost"),
        ("A station", "2021-03-09", "Skypost"),
    ]
    assert all("memorandum" in one.text for one in run.stored)


def test_columns_of_parquet_by_the_names_given(tmp_path: Path) -> None:
    import duckdb

    duckdb.sql(f"copy (select '{TEXT}' as body, 'no' as text, 'H' as head, date '2021-03-09' as pub_date) "  # noqa: S608
               f"to '{tmp_path}/a.parquet'")  # fmt: skip
    run = Run(settings("a.parquet", FIELDS), home=tmp_path)
    run.go()
    [article] = run.stored
    assert (article.text, article.title, article.published) == (TEXT, "H", "2021-03-09")


def test_a_renamed_column_stops_the_source_and_leaves_what_was_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"Body,pub_date,head\n{TEXT.replace(',', '')},2021-03-09,A\n")
    run = Run(settings(".", FIELDS), home=tmp_path)
    run.go()
    (tmp_path / "a.csv").write_text("Content,pub_date,head\nanother text,2021-03-09,A\n")
    (tmp_path / "b.csv").write_text(f"Body,pub_date,head\n{TEXT.replace(',', '')} More.,2021-03-09,B\n")
    for _ in range(2):
        run.go()
        assert "a.csv: no column named Body among: content, pub_date, head" in str(run.fault)
    assert [article.title for article in run.stored] == ["A", "B"]
    assert not run.rejects


@pytest.mark.parametrize("kill_after", [1, 2, 3])
def test_a_long_file_goes_on_where_it_was_killed(tmp_path: Path, kill_after: int) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines(*range(1700)))
    run = Run(settings("a.jsonl"), home=tmp_path)
    with pytest.raises(KilledError):
        run.go(kill_after)
    assert len(run.stored) == 500 * kill_after
    run.go()
    assert ids(run) == [str(number) for number in range(1700)]
    assert run.cursor == ""


def test_a_file_that_changed_while_half_read_begins_anew(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines(*range(1200)))
    run = Run(settings("a.jsonl"), home=tmp_path)
    with pytest.raises(KilledError):
        run.go(1)
    (tmp_path / "a.jsonl").write_bytes(lines(5000, *range(1200)))
    run.go()
    assert set(ids(run)) == {"5000", *map(str, range(1200))}


def test_what_does_not_exist(tmp_path: Path) -> None:
    run = Run(settings("nowhere"), home=tmp_path)
    run.go()
    assert "no such file or folder" in str(run.fault)


def test_links_do_not_lead_out(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "secret.jsonl").write_bytes(lines(1))
    (tmp_path / "in" / "a.jsonl").symlink_to(tmp_path / "secret.jsonl")
    run = Run(settings("in"), home=tmp_path)
    run.go()
    assert (ids(run), run.reasons) == ([], ["link out of the folder"])


def test_a_folder_as_a_source(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_bytes(b"")
    run = Run(settings(".", kind="folder"), home=tmp_path)
    run.go()
    run.go()
    assert (len(run.stored), run.reasons) == (1, ["empty"])


def test_pages_of_a_web_archive_are_read_the_fast_way_where_that_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webpage, "careful", lambda html, tree: f"With care: {TEXT}")
    (tmp_path / "a.warc").write_bytes(warc(("https://skypost.example/a", "200 OK", HTML, page(3 * f"{TEXT} "))))
    slow, fast = Run(settings("a.warc"), home=tmp_path), Run(settings("a.warc", 'main_text = "quick"'), home=tmp_path)
    slow.go()
    fast.go()
    assert [article.text for article in slow.stored] == [f"With care: {TEXT}"]
    assert [article.text for article in fast.stored] == [(3 * f"{TEXT} ").strip()]
