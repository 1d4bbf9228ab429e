"""Whatever a server sends, a page is an article or a reject with its reason; what is remembered is read back whole."""

import datetime as dt
import fnmatch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sources.article import Article, Reject
from sources.hints import Hints, hints_of
from sources.kinds.files import _matches
from sources.pages import read_page
from sources.state import cursor_of, cursor_text
from sources.steps import RawPage
from tests.unit import nasty_server
from tests.unit.pdf_file import pdf
from tests.unit.source_run import SENTENCES, Run, item, page, rss, web

NOW = dt.datetime.fromisoformat("2021-03-10T12:00:00")


def raw(body: bytes, content_type: str = "text/html", status: int = 200, hints: str = "", final: str = "") -> RawPage:
    url = "https://skypost.example/news/a"
    return RawPage("skypost", url, final or url, status, content_type, None, None, None, body, hints, NOW)


_TYPES = st.sampled_from(["", "text/html", "text/plain", "application/xml", "image/png", "application/octet-stream"])
_BODIES = st.one_of(
    st.binary(max_size=400),
    st.text(max_size=400).map(str.encode),
    st.builds(
        lambda start, body, end: (start + body + end).encode(errors="surrogatepass"),
        st.sampled_from(["<html><body><p>", "<?xml version='1.0'?>", "<article>", "﻿<!DOCTYPE html>", ""]),
        st.text(max_size=400),
        st.sampled_from(["</p></body></html>", "<script>", "", "\0"]),
    ),
)
_HINTS = st.one_of(
    st.text(max_size=50),
    st.builds(Hints, title=st.text(), content=st.text(), is_fallback=st.booleans()).map(Hints.text),
)


@given(_BODIES, _TYPES, st.sampled_from([0, 200, 403, 404]), _HINTS)
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_page_is_an_article_or_a_reject_and_always_the_same(
    body: bytes, content_type: str, status: int, hints: str
) -> None:
    one = raw(body, content_type, status, hints)
    read = read_page(one)
    assert read == read_page(one)
    if isinstance(read, Article):
        assert read.text.strip()
        assert "\0" not in read.text
    else:
        assert read.reason
        assert "\n" not in read.detail


@pytest.mark.parametrize(
    ("content_type", "body", "found"),
    [
        ("text/html", page("A").encode(), "article"),
        ("", page("A").encode(), "article"),
        ("", b"  <!DOCTYPE HTML>" + page("A").encode(), "article"),
        ("application/xhtml+xml", page("A").encode(), "article"),
        ("text/plain", " ".join(SENTENCES).encode(), "article"),
        ("application/octet-stream", pdf(list(SENTENCES)), "article"),
        ("image/jpeg", b"\xff\xd8\xff", "unknown type"),
        ("video/mp4", b"\0" * 99, "unknown type"),
        ("application/json", b'{"text": "x"}', "unknown type"),
        ("text/html", b"", "empty"),
        ("text/plain", b"\xef\xbb\xbf \n", "empty"),
    ],
)
def test_the_reader_goes_by_what_a_page_is(content_type: str, body: bytes, found: str) -> None:
    read = read_page(raw(body, content_type))
    assert (read.reason if isinstance(read, Reject) else "article") == found


def test_a_page_that_leads_to_the_front_page_is_no_article() -> None:
    read = read_page(raw(page("Front").encode(), final="https://www.skypost.example/"))
    assert isinstance(read, Reject)
    assert read.reason == "moved"
    assert isinstance(read_page(raw(page("A").encode(), final="https://skypost.example/news/a-new-name")), Article)


@given(
    st.builds(
        Hints, title=st.text(max_size=99), content=st.text(), entry_id=st.text(max_size=99), is_whole=st.booleans()
    )
)
def test_hints_are_read_back_as_they_were_written(hints: Hints) -> None:
    back = hints_of(hints.text())
    for name in ("title", "content", "entry_id"):
        assert getattr(back, name) == (getattr(hints, name) or None)
    assert back.is_whole == hints.is_whole


@given(st.dictionaries(st.text(), st.text()))
def test_cursors_are_read_back_as_they_were_written(fields: dict[str, str]) -> None:
    assert cursor_of(cursor_text(fields)) == fields


@pytest.mark.parametrize("text", ["", "[]", "3", "{", "null"])
def test_what_is_no_cursor_and_no_hint_is_nothing(text: str) -> None:
    assert cursor_of(text) == {}
    assert hints_of(text) == Hints()


@given(st.text(alphabet="ab*?.[]!-/", max_size=8), st.text(alphabet="ab.-/", max_size=5))
def test_a_pattern_without_stars_for_folders_fits_as_many_parts_as_it_has(pattern: str, name: str) -> None:
    parts, wanted = name.split("/"), pattern.split("/")
    fits = _matches(parts, wanted)
    if "**" not in wanted:
        assert fits == (len(parts) == len(wanted) and all(map(fnmatch.fnmatchcase, parts, wanted)))
    assert _matches(["any", "where", *parts], ["**", *wanted]) or not fits


def test_hosts_are_asked_by_turns() -> None:
    with nasty_server.running() as one, nasty_server.running() as other:
        for server in (one, other):
            for number in range(3):
                server.publish(f"/{number}", page(f"Story {number}"))
        links = [f"{server.root}/{number}" for server in (one, other) for number in range(3)]
        one.publish("/feed", rss(*(item(link, link) for link in links)))
        run = Run(web("feed", one.root + "/feed"))
        run.go()
        hosts = [article.url.split("/")[2] for article in run.stored if article.url]
        assert hosts == [hosts[0], hosts[1]] * 3
        assert hosts[0] != hosts[1]
