"""What a run counts adds up: each page, row or entry once, under what became of it, for every kind of source."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.asking import ask
from orchestration.reading import look_at_settings
from orchestration.settings import Settings
from orchestration.source_runs import SourceRun
from sources.article import Reject
from sources.state import PageState
from sources.steps import Step
from tests.unit.nasty_server import Server, running
from tests.unit.source_run import item, page, rss
from tests.unit.store_fixture import AT, article
from warehouse import source_states, store
from warehouse.store import IngestCounts

KEYS = [f"page:{name}" for name in "abcdef"]


class World:
    """A home with its store and a web site, in which time passes."""

    def __init__(self, home: Path, server: Server) -> None:
        self.home, self.server = home, server
        self.now = dt.datetime.fromisoformat("2021-03-10T12:00:00")
        (home / "state").mkdir(parents=True)

    def run(self, *tables: str, days: float = 0) -> dict[str, SourceRun]:
        """Ask all sources of these tables; what each counted."""
        self.now += dt.timedelta(days=days)
        text = "[sample]\nenabled = false\n" + "\n".join(tables)
        (self.home / "sources.toml").write_text(text, encoding="utf-8")
        settings = Settings(self.home)
        with store.writing_store(settings.store) as con:
            runs = list(ask(settings, con, list(look_at_settings(settings).asked), lambda: self.now))
            kept = source_states.kept(con)
        for run in runs:
            run.articles, run.articles_elsewhere = kept.get(run.name, source_states.Kept())
        return {run.name: run for run in runs}

    def web(self, name: str, kind: str, path: str, *more: str) -> str:
        """The settings of a source of this site."""
        lines = (f'name = "{name}"', f'kind = "{kind}"', f'url = "{self.server.root}{path}"', "allow_private = true")
        return "\n".join(["[[source]]", *lines, "seconds_between_requests = 0", *more])


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as up:
        for name in "abcd":
            up.publish(f"/{name}", page(f"Story {name}", f"The agencies met in hall {name} of the city. " * 9))
        yield up


@pytest.fixture
def world(tmp_path: Path, server: Server) -> World:
    return World(tmp_path / "home", server)


def told(run: SourceRun) -> tuple[int, ...]:
    """Seen, new, changed, unchanged, rejected, withdrawn."""
    return (run.seen, run.new, run.changed, run.unchanged, run.rejected.total(), run.withdrawn)


def sitemap(*paths: str) -> str:
    return f"<urlset>{''.join(f'<url><loc>{path}</loc></url>' for path in paths)}</urlset>"


@pytest.mark.parametrize("kind", ["feed", "sitemap", "page"])
def test_a_page_counts_once_whatever_its_listing_and_itself_say(world: World, server: Server, kind: str) -> None:
    def offer(*paths: str) -> str:
        body = rss(*map(item, paths)) if kind == "feed" else sitemap(*paths)
        server.publish("/list", body + f"<!-- {len(server.asked)} -->")
        if kind == "page":
            addresses = ", ".join(f'"{server.root}{path}"' for path in paths)
            return world.web("paper", "page", "", f"urls = [{addresses}]").replace(f'url = "{server.root}"\n', "")
        return world.web("paper", kind, "/list")

    server.publish("/d", status=403)
    assert told(world.run(offer("/a", "/b", "/c", "/d"))["paper"]) == (4, 3, 0, 0, 1, 0)
    assert told(world.run(offer("/a", "/b", "/c", "/d"), days=0.1)["paper"]) == (4, 0, 0, 4, 0, 0)
    server.publish("/a", status=410)
    server.publish("/b", page("Story b", "The agencies met again, this time in the mountains. " * 9))
    assert told(world.run(offer("/a", "/b", "/c", "/d"), days=2)["paper"]) == (4, 0, 1, 1, 1, 1)


def test_a_feed_that_says_the_same_brings_nothing_to_count(world: World, server: Server) -> None:
    server.publish("/list", rss(item("/a"), item("/b")))
    feed = world.web("paper", "feed", "/list")
    assert told(world.run(feed)["paper"]) == (2, 2, 0, 0, 0, 0)
    assert told(world.run(feed, days=0.1)["paper"]) == (0, 0, 0, 0, 0, 0)


def test_pages_that_wait_are_not_seen_yet(world: World, server: Server) -> None:
    server.publish("/list", rss(*map(item, ("/a", "/b", "/c"))))
    feed = world.web("paper", "feed", "/list", "pages_per_run = 2")
    assert told(world.run(feed)["paper"]) == (2, 2, 0, 0, 0, 0)
    assert told(world.run(feed)["paper"])[:2] == (1, 1)


def test_bad_entries_of_a_listing_are_rejects_and_add_up(world: World, server: Server) -> None:
    server.publish("/list", rss(item("/a"), "<item><title>no address</title></item>"))
    assert told(world.run(world.web("paper", "feed", "/list"))["paper"]) == (2, 1, 0, 0, 1, 0)


def test_a_listing_of_what_another_source_keeps_does_not_look_empty(world: World, server: Server) -> None:
    server.publish("/first", rss(item("/a"), item("/b"), item("/c")))
    first = world.web("first", "feed", "/first")
    world.run(first)
    server.publish("/second", rss(item("/a"), item("/b")))
    second = world.web("second", "feed", "/second")
    for _ in range(2):  # and it still says so when nothing is new
        runs = world.run(first, second, days=0.1)
        assert (runs["second"].articles, runs["second"].articles_elsewhere) == (0, 2)
        assert (runs["first"].articles, runs["first"].articles_elsewhere) == (3, 0)


def test_an_archive_counts_its_rows(world: World) -> None:
    lines = [json.dumps({"id": str(number), "text": f"Note {number} of the day."}) for number in range(5)]
    file = world.home / "attic.jsonl"
    file.write_text("\n".join([*lines, lines[0], "{", '{"id": "9"}']) + "\n", encoding="utf-8")
    attic = '[[source]]\nname = "attic"\nkind = "archive"\npath = "attic.jsonl"'
    assert told(world.run(attic)["attic"]) == (8, 5, 0, 1, 2, 0)
    assert told(world.run(attic)["attic"]) == (0, 0, 0, 0, 0, 0)
    lines[0] = json.dumps({"id": "0", "text": "Another note."})
    file.write_text("\n".join([*lines, '{"id": "9"}']) + "\n", encoding="utf-8")
    assert told(world.run(attic)["attic"]) == (6, 0, 1, 4, 1, 0)


def test_a_catalogue_counts_its_rows(world: World) -> None:
    assert told(world.run('[[source]]\nname = "iso"\nkind = "iso_countries"')["iso"])[:2] == (249, 249)
    assert told(world.run('[[source]]\nname = "iso"\nkind = "iso_countries"')["iso"])[0] in (0, 249)


def state(key: str) -> PageState:
    return PageState(key, "https://a.org/" + key[5:], "page", "read", AT)


STEPS: dict[str, Any] = {
    "offered": lambda keys: Step(same=tuple(keys)),
    "as it was": lambda keys: Step(pages=(state(keys[0]),), same=(keys[0],)),
    "read": lambda keys: Step(items=(article("x", url=state(keys[0]).url),), pages=(state(keys[0]),)),
    "rejected": lambda keys: Step(
        items=(Reject("p", state(keys[0]).url, "no text", "none", "h"),), pages=(state(keys[0]),)
    ),
    "gone": lambda keys: Step(pages=(state(keys[0]),), withdrawn=("art_1",)),
}


@given(
    st.lists(st.tuples(st.sampled_from([*STEPS]), st.lists(st.sampled_from(KEYS), min_size=1, unique=True))),
    st.data(),
)
def test_whatever_happens_to_pages_each_is_seen_once(told_steps: list[tuple[str, list[str]]], data: Any) -> None:
    ended: set[str] = set()
    steps = []
    for what, keys in told_steps:
        if what not in ("offered", "as it was") and keys[0] in ended:
            continue  # a page is asked once in a run
        steps.append(STEPS[what](keys))
        ended |= {keys[0]} if what not in ("offered", "as it was") else set()
    run = SourceRun("p", "feed")
    for step in steps:
        articles = sum(not isinstance(one, Reject) for one in step.items)
        new = data.draw(st.integers(0, articles))
        run.take([step], IngestCounts(articles, new, 0, 0))
    named = {key for step in steps for key in step.same} | ended
    assert run.seen == len(named)
    assert run.seen == run.new + run.changed + run.unchanged + run.rejected.total() + run.withdrawn
