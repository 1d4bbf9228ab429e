"""The text layer of PDFs, in the inbox and behind an address; what has none is told, and nothing can hold us."""

import datetime as dt
import sys
import time
from pathlib import Path

import pytest

from sources import folder, pdf
from sources.article import Article, Reject
from sources.errors import UnreadableError
from sources.records import Reading
from tests.unit import nasty_server
from tests.unit.pdf_file import pdf as made
from tests.unit.source_run import Run, item, rss, web

TODAY = dt.date(2021, 3, 10)
PAGE = [
    "Memorandum of Understanding",
    "Geneva, 9 March 2021",
    "The space agencies of Norland and Sudland, called the parties, have agreed to build",
    "an Earth observation satellite together, and to launch it from the site of Norland in",
    "the year 2024 at the latest.",
    "Article 2",
    "Data are exchanged without cost, and personnel of one party may work with the other",
    "for the time of the project.",
]


def read(data: bytes) -> Article:
    return pdf.from_bytes(data, Reading("inbox", "a.pdf", "hash", TODAY))


def test_lines_become_paragraphs() -> None:
    article = read(made(PAGE))
    assert article.text.split("\n") == [
        "Memorandum of Understanding",
        "Geneva, 9 March 2021",
        " ".join(PAGE[2:5]),
        "Article 2",
        " ".join(PAGE[6:]),
    ]
    assert article.title == "Memorandum of Understanding"
    assert article.language == "en"


@pytest.mark.parametrize(
    ("title", "taken"),
    [
        ("Agreement on a Lunar Station", "Agreement on a Lunar Station"),
        ("Microsoft Word - mou_final3.doc", "Memorandum of Understanding"),
        ("untitled", "Memorandum of Understanding"),
        ("", "Memorandum of Understanding"),
    ],
)
def test_its_title_where_that_is_one(title: str, taken: str) -> None:
    assert read(made(PAGE, title=title)).title == taken


def test_what_stands_above_its_headline_is_no_outlet() -> None:
    article = read(made(["MEMORANDUM", "Space Cooperation between Chile and Peru", "Lima, 9 March 2021", *PAGE[2:]]))
    assert article.source is None


def test_running_heads_and_page_numbers_are_no_text() -> None:
    pages = [
        ["Treaty Series, volume 9", *(f"{line} ({number})" for line in PAGE), f"- {number} -"] for number in range(1, 6)
    ]
    text = read(made(*pages)).text
    assert "Treaty Series" not in text
    assert "- 3 -" not in text
    assert text.count("Earth observation satellite") == 5


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"no document", "not PDF"),
        (b"%PDF-1.7\n" + b"\x00" * 500, "not PDF"),
        (made(PAGE)[:300], "not PDF"),
        (made(PAGE, is_locked=True), "encrypted"),
        (made([], [], []), "no text layer"),
        (b"%PDF-" + b"a" * (10 << 20), "too large"),
    ],
)
def test_what_cannot_be_read_is_a_reject(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "a.pdf").write_bytes(data)
    [found] = folder.scan(tmp_path, watched=False, now=time.time())
    [one] = folder.read(found, "inbox", TODAY)
    assert isinstance(one, Reject)
    assert one.reason == reason
    assert "\n" not in one.detail


def test_a_reader_that_takes_too_long_or_dies_costs_one_file(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(pdf, "_SECONDS", 0.001)
        with pytest.raises(UnreadableError, match="too large"):
            read(made(PAGE))
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(UnreadableError, match="its reader ended with 1"):
        read(made(PAGE))


def test_a_damaged_page_is_left_out_with_a_note() -> None:
    data = made(PAGE, PAGE, ["The last page, with its own sentence on the ground station and on the data."])
    at = data.index(b"/Type /Page ", data.index(b"/Type /Page ") + 1)
    article = read(data[:at] + b"/Type /Nope " + data[at + 12 :])
    assert "The last page" in article.text
    assert article.text.count("Earth observation") == 1
    assert article.notes == ("1 of 3 pages are damaged and were left out",)


def test_more_pages_than_are_read_are_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    article = read(made(*([line + str(number) for line in PAGE] for number in range(501))))
    assert article.notes == ("only the first 500 of 501 pages were read",)


@pytest.mark.parametrize("content_type", ["application/pdf", "application/octet-stream", "text/html"])
def test_behind_an_address(content_type: str) -> None:
    with nasty_server.running() as server:
        server.publish("/mou.pdf", made(PAGE), Content_Type=content_type)
        server.publish("/feed", rss(item("/mou.pdf", "Told by the feed")))
        run = Run(web("feed", server.root + "/feed"))
        run.go()
        [article] = run.stored
        assert "Earth observation" in article.text
        assert (article.url, article.published) == (server.root + "/mou.pdf", "2021-03-09")
