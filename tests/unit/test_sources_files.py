"""Every format gives its articles; what is wrong with one item is a reject with its reason, and the rest goes on."""

import csv
import datetime as dt
import io
import json
import random
import tracemalloc
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources import folder
from sources.article import Article, Reject
from sources.streams import ITEM_BYTES

TODAY = dt.date(2024, 5, 1)
TEXT = "The two agencies signed a memorandum on a ground station. " * 5


def read(path: Path) -> list[Article | Reject]:
    [found] = [found for found in folder.scan(path.parent, False, 0.0) if found.path.name == path.name]
    return list(folder.read(found, "inbox", TODAY))


def written(folder_path: Path, name: str, content: bytes | str) -> list[Article | Reject]:
    path = folder_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read(path)


def reasons(items: list[Article | Reject]) -> list[str]:
    return [item.reason if isinstance(item, Reject) else "read" for item in items]


def jsonl(*records: object) -> str:
    return "\n".join(json.dumps(record) for record in records)


FULL = {
    "id": 7,
    "url": "https://www.skypost.example/a/?utm_source=x",
    "title": "A station for two'; DROP TABLE articles; --",
    "published": "2024-03-09T23:00:00Z",
    "source": "SkyPost",
    "text": TEXT,
    "byline": "Jane Doe",
    "language": "en",
    "rating": 5,
}


def check_full(item: Article | Reject) -> None:
    assert isinstance(item, Article)
    assert (item.title, item.published, item.source) == (FULL["title"], "2024-03-09", "SkyPost")
    assert (item.url, item.source_article_id) == ("https://www.skypost.example/a", "7")
    assert (item.byline, item.language, item.text) == ("Jane Doe", "en", TEXT)
    assert not item.is_date_doubtful


@pytest.mark.parametrize("ending", ["jsonl", "ndjson", "csv", "CSV", "parquet"])
def test_a_record_is_the_same_in_every_format(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"articles [1]*.{ending}"
    if ending.lower() == "csv":
        out = io.StringIO()
        writer = csv.DictWriter(out, FULL)
        writer.writeheader()
        writer.writerow(FULL)
        path.write_text(out.getvalue(), "utf-8")
    elif ending == "parquet":
        lines = tmp_path / "a.tmp"
        lines.write_text(jsonl(FULL))
        copied = f"copy (select * from read_json('{lines}')) to '{tmp_path / 'b.tmp'}' (format parquet)"  # noqa: S608
        duckdb.connect().execute(copied)
        (tmp_path / "b.tmp").rename(path)
    else:
        path.write_text(jsonl(FULL))
    [item] = read(path)
    check_full(item)


def test_bad_lines_are_rejected_and_the_rest_is_read(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": 1, "text": TEXT}),
        "",
        '{"id": 2, "title": "no text"}',
        '{"id": 3, "text": "   "}',
        '{"id": 4, "text": ["a", "b"]}',
        '["text"]',
        '{"id": 5, "text": "cut in the mid',
        "[" * 100_000,
        json.dumps({"id": 6, "text": TEXT}),
    ]
    items = written(tmp_path, "a.jsonl", "\n".join(lines))
    assert reasons(items) == ["read", *["no text"] * 3, *["not JSON"] * 3, "read"]
    rejects = [item for item in items if isinstance(item, Reject)]
    assert rejects[0].locator == "a.jsonl:3"
    assert rejects[0].fields == {"id": "2", "title": "no text"}


def test_a_byte_order_mark_and_utf_16_do_not_matter(tmp_path: Path) -> None:
    content = jsonl({"text": "Genève " + TEXT}, {"text": TEXT})
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le"):
        items = written(tmp_path, "a.jsonl", content.encode(encoding))
        assert [item.text[:6] for item in items if isinstance(item, Article)] == ["Genève", "The tw"]


def test_lines_of_other_encodings_are_decoded_one_by_one(tmp_path: Path) -> None:
    lines = [f'{{"text": "Genève {TEXT}"}}'.encode(encoding) for encoding in ("utf-8", "latin-1")]
    items = written(tmp_path, "a.jsonl", b"\n".join(lines))
    assert [item.text[:6] for item in items if isinstance(item, Article)] == ["Genève", "Genève"]


@pytest.mark.parametrize("ending", ["jsonl", "csv"])
def test_a_line_of_50_mb_is_rejected_without_being_held(tmp_path: Path, ending: str) -> None:
    good = {"jsonl": json.dumps({"text": TEXT}), "csv": f'1,"{TEXT}"'}[ending].encode()
    path = tmp_path / f"a.{ending}"
    with path.open("wb") as file:
        file.write(b"id,text\n" if ending == "csv" else b"")
        file.write(good + b"\n")
        file.write(b'2,"' if ending == "csv" else b'{"text": "')
        for _ in range(50):
            file.write(b"a" * 2**20)
        file.write(b'"\n' if ending == "csv" else b'"}\n')
        file.write(good + b"\n")
    tracemalloc.start()
    items = read(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert reasons(items) == ["read", "line too long", "read"]
    assert peak < 3 * ITEM_BYTES


def test_a_table_with_bad_rows(tmp_path: Path) -> None:
    content = f'Published;Text;ID\n2024-01-02;"{TEXT}\nSecond; paragraph";1\n;;2\n'
    content += f";{TEXT};3;one too many\n2024-01-04;{TEXT};4\n"
    items = written(tmp_path, "a.csv", content)
    assert reasons(items) == ["read", "no text", "bad row", "read"]
    first = items[0]
    assert isinstance(first, Article)
    assert first.text.endswith("\nSecond; paragraph")


def test_a_quoted_field_without_end_is_bounded(tmp_path: Path) -> None:
    filler = (TEXT + "\n") * (ITEM_BYTES // len(TEXT) + 10)
    items = written(tmp_path, "a.csv", f'id,text\n1,{TEXT}\n2,"never closed {filler}')
    assert reasons(items)[:2] == ["read", "line too long"]


def test_a_long_line_within_a_quoted_field_takes_its_row_alone(tmp_path: Path) -> None:
    long_line = "b" * (ITEM_BYTES + 100)
    items = written(tmp_path, "a.csv", f'id,text\n1,"start\n{long_line}\nend"\n2,"{long_line}\nend"\n3,{TEXT}\n')
    assert reasons(items) == ["line too long", "line too long", "read"]


@pytest.mark.parametrize("name", ["a.csv", "a.parquet"])
def test_a_table_without_text_column(tmp_path: Path, name: str) -> None:
    if name.endswith("csv"):
        [item] = written(tmp_path, name, "id,body\n1,abc\n")
    else:
        duckdb.connect().execute(f"copy (select 1 as id, 'abc' as body) to '{tmp_path / name}'")
        [item] = read(tmp_path / name)
    assert isinstance(item, Reject)
    assert item.reason == "no text"
    assert "body" in item.detail


@pytest.mark.parametrize("ending", ["txt", "md", "html", "htm", "jsonl", "csv"])
def test_empty_and_random_files(tmp_path: Path, ending: str) -> None:
    noise = random.Random(3).randbytes(200_000)  # noqa: S311 (test data)
    assert reasons(written(tmp_path, f"a.{ending}", b"")) == ["empty"]
    assert reasons(written(tmp_path, f"b.{ending}", b" \r\n\n ")) == ["empty"]
    assert reasons(written(tmp_path, f"c.{ending}", noise)) == ["not text"]


@pytest.mark.parametrize("content", [b"", b"PAR1 half written", random.Random(3).randbytes(9000)])  # noqa: S311
def test_what_is_no_parquet(tmp_path: Path, content: bytes) -> None:
    items = written(tmp_path, "a.parquet", content)
    assert reasons(items) == ["empty" if not content else "not Parquet"]


@pytest.mark.parametrize("name", ["a.docx", "a.docx", "noending", "a.jsonl.bak"])
def test_an_unknown_ending(tmp_path: Path, name: str) -> None:
    assert reasons(written(tmp_path, name, b"abc")) == ["unknown ending"]


def test_an_article_of_more_than_10_mb(tmp_path: Path) -> None:
    assert reasons(written(tmp_path, "a.txt", b"abc " * (ITEM_BYTES // 4 + 1))) == ["too large"]


def test_names_too_long_to_be_any_are_cut_and_noted(tmp_path: Path) -> None:
    record = {"text": TEXT, "source": "Daily " * 9000, "title": "T" * 1001, "byline": "Ann"}
    [item] = written(tmp_path, "a.jsonl", jsonl(record))
    assert isinstance(item, Article)
    assert (len(item.source or ""), len(item.title or ""), item.byline) == (299, 1000, "Ann")
    assert item.notes == (
        "title cut at 1000 of its 1001 characters", "source cut at 300 of its 54000 characters",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("published", "day", "is_doubtful", "notes"),
    [
        ("2024-05-03", "2024-05-03", False, 0),
        ("2024-05-04", "2024-05-04", True, 0),
        ("2099-01-01", "2099-01-01", True, 0),
        ("soon", None, False, 1),
        ("2021-02-30", None, False, 1),
        (None, None, False, 0),
        ("", None, False, 0),
        (1615334399, "2021-03-09", False, 0),
    ],
)
def test_publication_days(tmp_path: Path, published: object, day: str | None, is_doubtful: bool, notes: int) -> None:
    [item] = written(tmp_path, "a.jsonl", jsonl({"text": TEXT, "published": published}))
    assert isinstance(item, Article)
    assert (item.published, item.is_date_doubtful, len(item.notes)) == (day, is_doubtful, notes)


def test_nul_surrogates_and_controls_leave_a_text_that_can_be_stored_at_its_offsets(tmp_path: Path) -> None:
    given_text = "A\u0000B\ud800C\r\n" + TEXT
    [item] = written(tmp_path, "a.jsonl", jsonl({"text": given_text, "title": "a\u0000b"}))
    assert isinstance(item, Article)
    assert len(item.text) == len(given_text)
    assert item.text.startswith("A B\ufffdC \n")
    assert item.title == "a b"
    item.text.encode("utf-8")


def test_a_text_page_is_stored_whole(tmp_path: Path) -> None:
    page = f"Orbit Times\nA new station for two\nBy Jane Doe\nMarch 3, 2021\n\n{TEXT}\n\nRelated\nSubscribe now"
    [item] = written(tmp_path, "a.txt", page)
    assert isinstance(item, Article)
    assert item.text == page
    assert (item.title, item.source, item.published) == ("A new station for two", "Orbit Times", "2021-03-03")


@given(st.lists(st.one_of(st.text(), st.binary().map(repr), st.just('{"text": "abc"}')), max_size=8))
def test_each_line_that_is_not_blank_gives_one_item(lines: list[str]) -> None:
    from sources import jsonl as reader
    from sources.records import Reading

    data = b"\n".join(line.replace("\n", " ").encode("utf-8", "replace") for line in lines)
    data = b'{"text": "first"}\n' + data
    items = list(reader.read(io.BytesIO(data), Reading("inbox", "a.jsonl", "", TODAY)))
    assert len(items) == sum(bool(line.strip()) for line in data.split(b"\n"))
