"""What a source could not do is told and done later: hosts that ask for time, pages that wait, killed runs."""

import datetime as dt
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from orchestration import asking, due, host_list, source_list
from orchestration.reading import look_at_settings
from orchestration.source_assets import source_metadata
from tests.unit.nasty_server import Server, running
from tests.unit.source_run import item, rss
from tests.unit.test_orchestration_lost import PAGES, KilledError, Newsroom
from warehouse import store

HOUR = 1 / 24


@pytest.fixture
def newsroom(home: Path) -> Iterator[Newsroom]:
    with running() as server:
        yield Newsroom(home, server)


def feed(server: Server, name: str = "paper", path: str = "/feed.xml", **keys: Any) -> str:
    given = {"allow_private": "true", "seconds_between_requests": 0} | keys
    lines = "".join(f"{key} = {value}\n" for key, value in given.items())
    return f'[[source]]\nname = "{name}"\nkind = "feed"\nurl = "{server.root}{path}"\n{lines}'


def listed(newsroom: Newsroom, name: str = "paper") -> source_list.Listed:
    return source_list.load(newsroom.settings.source_list)[name]


def test_nobody_asks_a_host_that_asked_for_an_hour_in_this_run_or_the_next(newsroom: Newsroom) -> None:
    newsroom.server.publish("/other.xml", rss(*(item(f"/o/{number}") for number in range(PAGES))))
    newsroom.server.publish("/s/2", status=429, Retry_After="3600")
    with running() as elsewhere:
        elsewhere.publish("/feed.xml", rss(item("/a")))
        elsewhere.publish("/a", "<html><body><article><p>Two agencies signed a memorandum.</p></article></body></html>")
        newsroom.configure(feed(newsroom.server), feed(elsewhere, "elsewhere"))
        outcome = newsroom.read()
        assert outcome.runs["elsewhere"].new == 1
    told = outcome.runs["paper"]
    assert (told.new, told.unchanged, told.seen, told.fault) == (2, 0, 2, None)
    [(why, count)] = told.deferred.items()
    assert count == PAGES - 2
    assert "asks to be left alone until 2021-03-10 13:00" in why
    assert "HTTP 429" in why
    row = listed(newsroom)
    assert (row.deferred_count, row.succeeded_at, row.failure_count) == (PAGES - 2, None, 0)
    assert row.deferred_because and "3 pages: 127.0.0.1" in row.deferred_because
    assert source_metadata(told)["deferred"] == PAGES - 2
    [rest] = host_list.load(newsroom.settings.host_list).values()
    assert (rest.because, rest.until - newsroom.now) == ("HTTP 429", dt.timedelta(hours=1))

    newsroom.server.asked.clear()
    newsroom.tell(2, "Story 2")
    newsroom.configure(feed(newsroom.server), feed(newsroom.server, "other", "/other.xml"))
    outcome = newsroom.read(days=0.5 * HOUR, only=("paper", "other"))
    assert newsroom.server.asked == []
    assert "left alone until" in (outcome.runs["other"].fault or "")
    newsroom.lose_store()
    newsroom.read()
    assert newsroom.server.asked == []

    told = newsroom.read(days=1.1 * HOUR).runs["paper"]
    assert not told.deferred
    assert newsroom.look("select count(*) from article_versions where origin = 'paper'") == [(PAGES,)]
    assert listed(newsroom).succeeded_at is not None


def test_a_source_is_due_when_its_host_may_be_asked_again(newsroom: Newsroom) -> None:
    newsroom.server.publish("/s/2", status=503, Retry_After="1800")
    newsroom.configure(feed(newsroom.server, every='"6h"'))
    newsroom.read()
    chosen = look_at_settings(newsroom.settings)
    for minutes, names in ((29, []), (31, ["paper"])):
        at = newsroom.now + dt.timedelta(minutes=minutes)
        assert [source.name for source in due.due_sources(newsroom.settings, chosen, at)] == names


def test_a_short_wait_is_waited_and_many_short_ones_are_not(newsroom: Newsroom) -> None:
    newsroom.server.publish("/s/1", status=429, Retry_After="1")
    newsroom.configure(feed(newsroom.server))
    began = time.monotonic()
    told = newsroom.read().runs["paper"]
    assert told.new == PAGES - 1
    assert told.deferred == {"HTTP 429": 1}
    assert told.waited_seconds > 2  # twice a second, and then the other pages were asked
    assert told.seconds + told.waited_seconds < time.monotonic() - began


def test_pages_whose_turn_did_not_come_are_told(newsroom: Newsroom) -> None:
    newsroom.configure(feed(newsroom.server, pages_per_run=2))
    told = newsroom.read().runs["paper"]
    assert (told.new, told.waiting, told.unchanged, told.seen) == (2, PAGES - 2, 0, 2)
    assert listed(newsroom).waiting_count == PAGES - 2
    newsroom.server.publish("/feed.xml", rss(*(item(f"/s/{n}", f"Story {n}") for n in range(PAGES)), title="Again"))
    told = newsroom.read(days=HOUR).runs["paper"]
    assert (told.new, told.unchanged, told.seen) == (2, 2, 4)  # the fifth was not asked, so that nobody knows


def test_a_page_that_fails_is_told_as_put_off_until_it_is_had(newsroom: Newsroom) -> None:
    newsroom.server.publish("/s/2", status=500)
    newsroom.configure(feed(newsroom.server))
    assert newsroom.read().runs["paper"].deferred == {"HTTP 500": 1}
    assert listed(newsroom).succeeded_at is None
    newsroom.tell(2, "Story 2")
    told = newsroom.read(days=HOUR).runs["paper"]
    assert (told.new, told.deferred.total()) == (1, 0)
    assert listed(newsroom).succeeded_at is not None


def test_pages_that_a_killed_run_fetched_are_not_fetched_again(newsroom: Newsroom) -> None:
    newsroom.configure(feed(newsroom.server))

    def dies(*_: Any) -> None:
        raise KilledError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(asking, "_store", dies)
        patch.setattr(asking, "_MOST_SECONDS", 60.0)
        with pytest.raises(KilledError):
            newsroom.read()
    assert sum(path.startswith("/s/") for path in newsroom.server.asked) == PAGES
    newsroom.server.asked.clear()
    told = newsroom.read().runs["paper"]
    assert (told.new, newsroom.server.asked) == (PAGES, ["/robots.txt", "/feed.xml"])
    assert list((newsroom.settings.raw / "unstored").iterdir()) == []
    assert len(list(newsroom.settings.raw.glob("??/*.zst"))) == PAGES


def test_a_source_named_by_a_person_asks_its_young_pages_again_and_cheaply(newsroom: Newsroom) -> None:
    newsroom.configure(feed(newsroom.server, recheck_days=3))
    newsroom.read()
    newsroom.tell(1, "Story 1", " It was corrected within the hour.")
    newsroom.server.publish("/s/2", status=410)
    newsroom.server.publish("/feed.xml", rss(*(item(f"/s/{n}", f"Story {n}") for n in range(PAGES)), title="Again"))
    newsroom.server.asked.clear()
    told = newsroom.read(only=("paper",)).runs["paper"]
    assert (told.changed, told.withdrawn, told.unchanged, told.seen) == (1, 1, PAGES - 2, PAGES)
    assert len(newsroom.server.asked) == PAGES + 2
    assert newsroom.server.headers_of["/s/3"]["if-none-match"]
    assert newsroom.read(only=("paper",)).runs["paper"].withdrawn == 0  # still gone
    newsroom.tell(2, "Story 2")
    newsroom.server.asked.clear()
    newsroom.read(days=1.5)
    assert "/s/2" not in newsroom.server.asked  # what is gone is asked for where a person wants it
    newsroom.read(only=("paper",))
    with store.reading_store(newsroom.settings.store) as con:
        assert con.execute("select count(*) from article_versions where is_withdrawn").fetchall() == [(0,)]
    newsroom.read(days=4)
    newsroom.server.asked.clear()
    newsroom.read(only=("paper",))
    assert newsroom.server.asked == ["/robots.txt", "/feed.xml"]  # they are old news


def test_seconds_are_those_of_work_not_of_waiting(newsroom: Newsroom) -> None:
    newsroom.configure(feed(newsroom.server, seconds_between_requests=1))
    began = time.monotonic()
    told = newsroom.read().runs["paper"]
    assert told.waited_seconds > 1
    assert told.seconds + told.waited_seconds < time.monotonic() - began
    assert listed(newsroom).waited_seconds == told.waited_seconds
