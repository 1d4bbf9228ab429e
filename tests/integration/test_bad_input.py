"""Whatever lies in the inbox, the rest goes through; whatever is configured wrongly is said in one line."""

import json
import os
import re
import time
from pathlib import Path

import pytest

from tests.integration.command import rows, spacepact, start, without_sample, write_articles

GOOD = {
    "id": "good",
    "title": "Japan and India sign lunar accord",
    "published": "2020-03-04",
    "source": "Test Wire",
    "text": "TOKYO, March 4 -- Japan's JAXA and the Indian Space Research Organisation signed a memorandum of "
    "understanding on lunar exploration on Wednesday.",
}
HTML = """<!doctype html><html><head><title>Norway joins</title><script>alert('x')</script></head>
<body><nav>Home</nav><article><h1>Norway joins</h1><p>OSLO, May 15, 2025. Norway signed the Artemis Accords on
Thursday at a ceremony in Oslo, becoming the 55th country to do so.</p><p>The minister of trade and industry signed for
the government, and the head of the Norwegian Space Agency attended together with officials of NASA.</p>
<script>document.write('Mars signed the Artemis Accords')</script></article></body></html>"""


def test_bad_items_are_kept_with_a_reason_and_the_rest_goes_through(home: Path, tmp_path: Path) -> None:
    without_sample(home)
    drop = tmp_path / "drop"
    write_articles(drop / "good.jsonl", [GOOD])
    (drop / "empty.txt").write_bytes(b"")
    (drop / "random.txt").write_bytes(os.urandom(4096))
    (drop / "unknown.xyz").write_bytes(b"what is this")
    (drop / "half.jsonl").write_text(json.dumps(GOOD | {"id": "half"})[:60], encoding="utf-8")
    (drop / "no-text.jsonl").write_text('{"id": "a", "title": "Only a title"}\n', encoding="utf-8")
    (drop / "page.html").write_text(HTML, encoding="utf-8")
    (drop / "latin.txt").write_bytes("Une fusée décolle de Kourou\n\nLa mission a réussi.".encode("latin-1"))
    write_articles(drop / "late.jsonl", [GOOD | {"id": "late", "published": "2099-01-01"}])
    write_articles(drop / "sql.jsonl", [GOOD | {"id": "sql", "title": "x'; DROP TABLE core.fact_agreements; --"}])
    with (drop / "long.jsonl").open("wb") as stream:
        stream.write(b'{"id": "long", "text": "' + b"x" * 50_000_000 + b'"}\n')
        stream.write(json.dumps(GOOD | {"id": "after"}).encode() + b"\n")

    spacepact(home, "refresh", "--inbox", str(drop))

    titles = [title for (title,) in rows(home, "select title from core.dim_articles")]
    assert "x'; DROP TABLE core.fact_agreements; --" in titles
    assert rows(home, "select count(*) from core.dim_articles where source_article_id = 'after'") == [(1,)]
    assert rows(home, "select count(*) from core.fact_agreements")[0][0] >= 2
    assert not [t for t in titles if "Mars" in (t or "")]
    assert rows(home, "select count(*) from core.bridge_agreement_parties where party_code = 'NOR'") == [(1,)]

    status = spacepact(home, "status").stdout
    for reason in ("empty", "not text", "unknown ending", "not JSON", "no text", "line too long"):
        assert re.search(rf"{reason}\s+1\b", status), f"{reason} is not counted in:\n{status}"


def test_a_bad_file_left_in_the_inbox_is_not_news(home: Path) -> None:
    spacepact(home, "refresh")
    (home / "inbox" / "empty.txt").write_bytes(b"")
    os.utime(home / "inbox" / "empty.txt", (1_600_000_000, 1_600_000_000))
    link = (home / "warehouse.duckdb").readlink()
    done = spacepact(home, "refresh")
    assert (home / "warehouse.duckdb").readlink() == link, "rejects alone do not publish"
    assert "asset check" not in done.stderr, "what Dagster makes of the stages left out is no news to a user"
    assert "Nothing new" in spacepact(home, "refresh").stdout


def test_a_file_still_being_written_waits(home: Path) -> None:
    without_sample(home)
    write_articles(home / "inbox" / "fresh.jsonl", [GOOD])
    write_articles(home / "inbox" / "download.jsonl.part", [GOOD | {"id": "part"}])
    process = start(home, "refresh")
    while process.poll() is None:  # somebody goes on writing it
        os.utime(home / "inbox" / "fresh.jsonl")
        time.sleep(0.1)
    assert process.returncode == 0, process.communicate()
    assert rows(home, "select count(*) from core.dim_articles") == [(0,)]
    os.utime(home / "inbox" / "fresh.jsonl", (1_600_000_000, 1_600_000_000))
    spacepact(home, "refresh")
    assert rows(home, "select source_article_id from core.dim_articles") == [("good",)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[sample\nenabled = 1", "sources.toml"),
        ("[sample]\nenabeld = false", "enabled"),
        ("[sample]\nenabled = 'perhaps'", "enabled"),
    ],
)
def test_a_broken_configuration_is_one_clear_line(home: Path, text: str, said: str) -> None:
    home.mkdir()
    (home / "sources.toml").write_text(text, encoding="utf-8")
    done = spacepact(home, "refresh", check=False)
    assert done.returncode == 1
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_an_unwritable_home_is_one_clear_line() -> None:
    done = spacepact(Path("/proc"), "refresh", check=False)  # a folder in which not even root can make one
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "/proc" in done.stderr
    assert "SPACEPACT_HOME" in done.stderr


def test_a_home_that_cannot_be_made_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    done = spacepact(tmp_path / "file" / "home", "refresh", check=False)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "SPACEPACT_HOME" in done.stderr


@pytest.mark.parametrize("arguments", [["refresh", "--inbox", "/nowhere"], ["extract", "/nowhere/a.jsonl"]])
def test_a_missing_file_is_one_clear_line(home: Path, arguments: list[str]) -> None:
    done = spacepact(home, *arguments, check=False)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "/nowhere" in done.stderr
