"""A store that is lost, or a process that is killed: what comes back from what lies beside the store, asking nobody."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from orchestration import read_stage
from orchestration.read_stage import Outcome, read_sources
from orchestration.run_record import RunRecord
from orchestration.settings import Settings
from tests.unit.catalogue_files import GCAT_ORGS_COLUMNS, LOG, gcat
from tests.unit.nasty_server import Server, running
from tests.unit.source_run import item, page, rss
from tests.unit.store_fixture import rows
from tests.unit.test_sources_launch_library import Api, entry
from warehouse import store

PAGES = 5
START = dt.datetime.fromisoformat("2021-03-10T12:00:00")
ORGS = gcat(
    GCAT_ORGS_COLUMNS,
    {"Code": "CASC", "StateCode": "CN", "Type": "LA", "Class": "B", "Name": "China Aerospace"},
    {"Code": "ASI", "StateCode": "I", "Type": "CY", "Class": "C", "Name": "Agenzia"},
)


class Newsroom:
    """A home and a server, and time that passes when it is told to."""

    def __init__(self, home: Path, server: Server) -> None:
        self.settings = Settings(home)
        self.server = server
        self.now = START
        self.record = RunRecord("", START.replace(tzinfo=dt.UTC))
        for number in range(PAGES):
            self.tell(number, f"Story {number}")
        server.publish("/feed.xml", rss(*(item(f"/s/{number}", f"Story {number}") for number in range(PAGES))))
        server.publish("/log.txt", LOG)
        (home / "attic").mkdir(parents=True)
        lines = [json.dumps({"id": f"a{n}", "title": f"Note {n}", "text": f"Rain fell on hill {n}."}) for n in range(7)]
        (home / "attic" / "all.jsonl").write_text("\n".join(lines), encoding="utf-8")
        (home / "orgs.tsv").write_text(ORGS, encoding="utf-8")
        web = "allow_private = true\nseconds_between_requests = 0\n"
        self.configure(
            f'[[source]]\nname = "paper"\nkind = "feed"\nurl = "{server.root}/feed.xml"\n{web}',
            '[[source]]\nname = "attic"\nkind = "archive"\npath = "attic"\n',
            f'[[source]]\nname = "flights"\nkind = "launchlog"\nurl = "{server.root}/log.txt"\n{web}',
            '[[source]]\nname = "gcat"\nkind = "gcat"\norgs = "orgs.tsv"\n',
        )

    def configure(self, *sources: str) -> None:
        """Read these sources."""
        file = self.settings.home / "sources.toml"
        file.write_text("[sample]\nenabled = false\n" + "".join(sources), encoding="utf-8")

    def tell(self, number: int, title: str, more: str = "") -> None:
        """Have a page tell a story."""
        text = f"The two agencies signed memorandum {number} on a ground station near the equator.{more}"
        self.server.publish(f"/s/{number}", page(title, text))

    def read(self, *, days: float = 0.0, rebuild: bool = False, only: tuple[str, ...] = ()) -> Outcome:
        """Let time pass, and run the first stage of a refresh."""
        self.now += dt.timedelta(days=days, seconds=1)
        self.record = RunRecord("", START.replace(tzinfo=dt.UTC))
        settings = Settings(self.settings.home, None, only)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(read_stage, "now", lambda: self.now)
            return read_sources(settings, self.record, rebuild=rebuild)

    def lose_store(self) -> None:
        """The file alone: what is noted beside it stays."""
        for lost in self.settings.state.glob("store.duckdb*"):
            lost.unlink()

    def look(self, query: str) -> list[tuple[Any, ...]]:
        """Rows of the store."""
        with store.reading_store(self.settings.store) as con:
            return rows(con, query)

    @property
    def held(self) -> list[list[tuple[Any, ...]]]:
        """All that the store holds of what was read."""
        versions = "article_id, content_hash, origin, first_seen_at, is_current, is_withdrawn, withdrawn_reason"
        queries = (
            f"select {versions} from article_versions where origin = 'paper' order by all",  # noqa: S608
            "select article_id, content_hash, locator from article_versions where origin = 'attic' order by all",
            "from withdrawals order by all",
            "select catalogue, designation, launched_at from catalogue_launches order by all",
            "select catalogue, count(*) from catalogue_organizations group by all order by all",
        )
        return [self.look(query) for query in queries]


@pytest.fixture
def newsroom(home: Path) -> Iterator[Newsroom]:
    with running() as server:
        yield Newsroom(home, server)


def read_for_days(newsroom: Newsroom) -> list[list[tuple[Any, ...]]]:
    """A corrected page, and a withdrawn one."""
    newsroom.read()
    newsroom.tell(2, "Story 2", " It was renewed since.")
    newsroom.server.publish("/s/1", status=410)
    newsroom.read(days=2)
    held = newsroom.held
    assert [len(found) for found in held] == [PAGES + 1, 7, 1, len(held[3]), 1]
    assert held[3]
    newsroom.server.asked.clear()
    return held


def test_a_rebuild_of_a_lost_store_asks_nobody_and_withdrawn_stays_withdrawn(newsroom: Newsroom) -> None:
    held = read_for_days(newsroom)
    newsroom.read(days=1, rebuild=True)
    assert newsroom.held == held
    newsroom.lose_store()
    newsroom.read(days=1, rebuild=True)
    assert newsroom.held == held
    assert newsroom.record.failures == {}
    assert newsroom.server.asked == []
    assert newsroom.look("select source_name from source_states where is_enabled order by 1") == [
        ("attic",), ("flights",), ("gcat",), ("inbox",), ("paper",)
    ]  # fmt: skip


def test_a_refresh_after_a_loss_asks_for_news_at_the_price_of_news(newsroom: Newsroom) -> None:
    held = read_for_days(newsroom)
    newsroom.lose_store()
    told = newsroom.read().runs["paper"]
    assert newsroom.held == held
    assert (told.new, told.changed, told.fault) == (PAGES, 1, None)  # new to this store, from the kept pages
    assert told.received_bytes < 2_000  # the feed alone: its pages answer 304
    newsroom.server.publish("/s/3", status=410)
    newsroom.read(days=2)
    assert newsroom.record.counts["articles_withdrawn"] == 1


def test_what_returned_does_not_go_again_with_the_store(newsroom: Newsroom) -> None:
    read_for_days(newsroom)
    newsroom.tell(1, "Story 1, corrected")
    newsroom.server.publish("/feed.xml", rss(item("/s/1", "Story 1, corrected")))
    newsroom.read(days=1)
    assert newsroom.held[2] == []
    newsroom.lose_store()
    newsroom.read(rebuild=True)
    assert newsroom.held[2] == []
    assert newsroom.look("select count(*) from article_versions where is_withdrawn") == [(0,)]


def test_what_cannot_be_made_again_is_told_by_source(newsroom: Newsroom) -> None:
    newsroom.read()
    for kept in sorted(newsroom.settings.raw.rglob("*.zst")):
        kept.unlink()
    newsroom.lose_store()
    newsroom.read(rebuild=True)
    assert newsroom.record.failures["paper"].startswith("no page of it is kept")
    assert "/log.txt: not kept" in newsroom.record.failures["flights"]
    assert set(newsroom.record.failures) == {"paper", "flights"}
    assert newsroom.read().runs["paper"].new == PAGES


@pytest.mark.parametrize("stop_after", range(3))
def test_a_rebuild_that_is_killed_is_gone_on_with(newsroom: Newsroom, stop_after: int) -> None:
    held = read_for_days(newsroom)
    newsroom.lose_store()
    told = 0

    def dies(self: Any, *_: Any) -> None:
        nonlocal told
        told += 1
        if told > stop_after:
            raise KilledError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("orchestration.source_runs.SourceRun.count", dies)
        with pytest.raises(KilledError):
            newsroom.read(rebuild=True)
    newsroom.read()
    assert newsroom.held == held


def test_an_api_of_few_calls_is_made_again_from_its_answers_and_its_calls_still_count(newsroom: Newsroom) -> None:
    api = Api([entry(number) for number in range(250)])
    newsroom.server.answering["/launches/"] = lambda path: api.ask(path)[0]
    place = f'url = "{newsroom.server.root}/launches/"\nallow_private = true\nseconds_between_requests = 0\n'
    newsroom.configure(f'[[source]]\nname = "library"\nkind = "launch_library"\ncalls_per_hour = 5\n{place}')
    told = newsroom.read().runs["library"]
    assert (told.new, told.requests, told.waiting) == (250, 4, 0)
    newsroom.lose_store()
    newsroom.server.asked.clear()
    newsroom.read(rebuild=True)
    assert newsroom.look("select count(*) from catalogue_launches") == [(250,)]
    assert newsroom.server.asked == []
    told = newsroom.read(only=("library",)).runs["library"]
    assert told.requests == 2  # the three kept answers were calls of this hour too
    assert "calls of this hour are made" in (newsroom.read(only=("library",)).runs["library"].fault or "")
    api.entries.append(entry(300))
    told = newsroom.read(days=0.05, only=("library",)).runs["library"]
    assert told.new == 1
    assert newsroom.look("select count(*) from catalogue_launches") == [(251,)]


class KilledError(BaseException):
    """The process ends here."""
