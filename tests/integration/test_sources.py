"""Configured sources from end to end: asked when due, killed and gone on with, withdrawn, kept, rebuilt offline."""

import json
import os
import shutil
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.integration.command import contents, rows, spacepact, start, write_articles
from tests.unit.nasty_server import Server, running
from tests.unit.source_run import RUSSIAN, item, page, rss

PAGES = 24
STORY = (
    "France and Italy signed a memorandum of understanding on satellite navigation on March {day}, 2021, in Rome. "
    "The space agencies CNES and ASI will share data of story {number}. "
    "India launched the Amazonia-1 satellite for Brazil on a PSLV rocket on February 28, 2021. "
)


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as up:
        up.robots = (200, b"User-agent: *\nDisallow: /private\n")
        for number in range(PAGES):
            up.publish(f"/s/{number}", page(f"Story {number}", STORY.format(day=number % 9 + 1, number=number)))
        up.publish("/feed.xml", rss(*(item(f"/s/{number}", f"Story {number}") for number in range(PAGES))))
        yield up


def configure(home: Path, *sources: str) -> Path:
    """A home without the sample that reads these sources."""
    home.mkdir(parents=True, exist_ok=True)
    (home / "sources.toml").write_text("[sample]\nenabled = false\n" + "".join(sources), encoding="utf-8")
    return home


def feed(server: Server, path: str = "/feed.xml", name: str = "paper", pause: float = 0.0) -> str:
    return (
        f'[[source]]\nname = "{name}"\nkind = "feed"\nurl = "{server.root}{path}"\n'
        f"allow_private = true\nseconds_between_requests = {pause}\n"
    )


def archive(path: Path) -> str:
    return f'[[source]]\nname = "attic"\nkind = "archive"\npath = "{path}"\n'


def refreshed(home: Path, *arguments: str) -> dict[str, Any]:
    """Refresh, and return the run's record."""
    record: dict[str, Any] = json.loads(spacepact(home, "refresh", "--json", *arguments).stdout.splitlines()[-1])
    return record


def let_days_pass(home: Path, days: int) -> None:
    """Put all that the home noted of its sources so many days back."""
    with duckdb.connect(str(home / "state" / "store.duckdb")) as con:
        for table in ("source_pages", "source_states"):
            query = "select column_name from duckdb_columns() where table_name = ? and data_type = 'TIMESTAMP'"
            for (column,) in con.execute(query, [table]).fetchall():
                con.execute(f"update {table} set {column} = {column} - to_days(?)", [days])  # noqa: S608
    (home / "state" / "sources.json").unlink()


def test_a_source_is_asked_when_due_and_an_unchanged_one_publishes_nothing(home: Path, server: Server) -> None:
    configure(home, feed(server))
    first = refreshed(home)
    told = first["sources"]["paper"]
    assert (told["new"], told["changed"], told["rejected"], told["fault"]) == (PAGES, 0, {}, None)
    assert told["requests"] == PAGES + 2  # the feed and robots.txt
    assert told["received_bytes"] > 1000

    published = (home / "warehouse.duckdb").resolve()
    before = published.read_bytes()
    asked = len(server.asked)
    assert "next source due" in spacepact(home, "refresh").stdout
    assert len(server.asked) == asked

    again = refreshed(home, "--source", "paper")
    assert len(server.asked) == asked + PAGES + 2  # named by a person: its young pages too, each for a 304
    assert again["sources"]["paper"]["new"] == again["sources"]["paper"]["changed"] == 0
    assert (home / "warehouse.duckdb").resolve() == published
    assert published.read_bytes() == before
    status = json.loads(spacepact(home, "status", "--json").stdout)
    assert {one["source_name"]: one["request_count"] for one in status["sources"]} == {"inbox": 0, "paper": PAGES + 2}


def test_one_failing_source_stops_no_other_and_tells_what_and_when(home: Path, server: Server) -> None:
    server.publish("/broken.xml", "this is no feed")
    server.publish("/private/feed.xml", rss(item("/s/1")))
    missing = feed(server, "/nowhere.xml", "missing")
    broken, denied = feed(server, "/broken.xml", "broken"), feed(server, "/private/feed.xml", "denied")
    configure(home, missing, broken, denied, archive(home / "no-such-folder"), feed(server))
    record = refreshed(home)
    assert record["sources"]["paper"]["new"] == PAGES
    assert set(record["failures"]) == {"missing", "broken", "denied", "attic"}
    assert "robots.txt" in record["failures"]["denied"]
    asked = len(server.asked)
    assert refreshed(home)["run_id"] == ""  # none of them is due again
    assert len(server.asked) == asked
    shown = spacepact(home, "status").stdout
    assert "404" in shown
    states = rows(
        home, "select source_name, failures, next_try_at > succeeded_at from metrics.source_states order by 1"
    )
    assert ("broken", 1, None) in states
    assert ("paper", 0, True) in states


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """A slow site and a large archive, and what a refresh that nobody kills makes of them."""
    folder = tmp_path_factory.mktemp("slow")
    stories = [
        {"id": f"a{number}", "title": f"Note {number}", "published": "2021-03-09", "source": "Attic", "text": text}
        for number, text in enumerate([*[f"Rain fell on hill {n} of the county." for n in range(500)], STORY])
    ]
    write_articles(folder / "attic" / "all.jsonl", stories)
    with running() as up:
        for number in range(PAGES):
            up.publish(f"/s/{number}", page(f"Story {number}", STORY.format(day=number % 9 + 1, number=number)))
        up.publish("/feed.xml", rss(*(item(f"/s/{number}", f"Story {number}") for number in range(PAGES))))
        sources = (feed(up, pause=0.1), archive(folder / "attic"))
        home = configure(folder / "home", *sources)
        began = time.monotonic()
        refreshed(home)
        yield {"sources": sources, "content": contents(home), "seconds": time.monotonic() - began, "server": up}


@pytest.mark.parametrize("point", range(4))
def test_a_refresh_killed_while_it_reads_goes_on_where_it_stopped(
    undisturbed: dict[str, Any], tmp_path: Path, point: int
) -> None:
    home = configure(tmp_path / "home", *undisturbed["sources"])
    server: Server = undisturbed["server"]
    server.asked.clear()
    process = start(home, "refresh")
    time.sleep(undisturbed["seconds"] * (0.15 + 0.12 * point))
    process.send_signal(signal.SIGKILL)
    process.communicate()
    asked = {path for path in server.asked if path.startswith("/s/")}
    server.asked.clear()
    record = refreshed(home)
    assert contents(home) == undisturbed["content"]
    assert record["failures"] == {}
    stored = rows(home, "select count(*) from core.dim_articles")[0][0]
    assert stored == PAGES + 501
    asked_again = [path for path in server.asked if path.startswith("/s/")]
    assert len(asked_again) == len(set(asked_again))
    assert len(asked & set(asked_again)) <= 1  # the page that was under way


def test_a_changed_article_is_a_new_version_and_facts_follow(home: Path, server: Server) -> None:
    configure(home, feed(server))
    refreshed(home)
    server.publish(
        "/s/3", page("Story 3", STORY.format(day=4, number=3).replace("France and Italy", "Japan and Chile"))
    )
    let_days_pass(home, 2)
    record = refreshed(home)
    assert (record["sources"]["paper"]["new"], record["sources"]["paper"]["changed"]) == (0, 1)
    assert rows(home, "select version_count from core.dim_articles where title = 'Story 3'") == [(2,)]
    assert rows(home, "select count(*) from core.bridge_agreement_parties where party_code = 'CHL'") == [(1,)]


def test_gone_is_withdrawn_missing_only_after_a_day_and_absence_means_nothing(home: Path, server: Server) -> None:
    configure(home, feed(server))
    refreshed(home)
    server.publish("/s/1", status=410)
    server.publish("/s/2", status=404)
    server.publish("/feed.xml", rss(item("/s/0", "Story 0")))
    let_days_pass(home, 2)
    withdrawn = "select title, withdrawn_reason from core.dim_articles where is_withdrawn order by 1"
    assert refreshed(home)["counts"]["articles_withdrawn"] == 1
    assert rows(home, withdrawn) == [("Story 1", "its address answers 410 (gone)")]
    let_days_pass(home, 2)
    refreshed(home)
    assert [title for title, _ in rows(home, withdrawn)] == ["Story 1", "Story 2"]
    behind = "select count(*) from core.fact_evidence join core.dim_articles using (article_id) where is_withdrawn"
    assert rows(home, behind) == [(0,)]
    assert rows(home, "select sum(seen) from metrics.source_coverage") == [(PAGES - 2,)]

    server.publish("/s/1", page("Story 1", STORY.format(day=2, number=1)))
    server.publish("/feed.xml", rss(item("/s/1", "Story 1, corrected")))
    let_days_pass(home, 1)
    refreshed(home)
    assert [title for title, _ in rows(home, withdrawn)] == ["Story 2"]


def test_everything_is_made_again_offline(home: Path, server: Server) -> None:
    configure(home, feed(server))
    refreshed(home)
    server.publish("/s/4", page("Story 4", STORY.format(day=7, number=44)))
    let_days_pass(home, 2)
    refreshed(home)
    before = contents(home)
    assert ("Story 4", 2) in rows(home, "select title, version_count from core.dim_articles")
    asked = len(server.asked)

    refreshed(home, "--rebuild")
    assert contents(home) == before
    for lost in (home / "state").glob("store.duckdb*"):
        lost.unlink()
    (home / "state" / "sources.json").unlink()
    record = refreshed(home, "--rebuild")
    assert record["failures"] == {}
    assert contents(home) == before
    assert len(server.asked) == asked


def test_text_that_is_not_english_is_kept_marked_and_not_read(home: Path) -> None:
    configure(home)
    french = (
        "La France et l'Italie ont signé un mémorandum d'entente sur la navigation par satellite le 9 mars 2021, "
        "ont annoncé les deux agences spatiales. Le CNES et l'ASI partageront leurs données."
    )
    articles = [
        {"id": "ru", "title": "Roscosmos", "published": "2021-03-09", "source": "TASS", "text": RUSSIAN * 3},
        {"id": "fr", "title": "Accord", "published": "2021-03-09", "source": "AFP", "text": french * 3},
        {
            "id": "en",
            "title": "Deal",
            "published": "2021-03-09",
            "source": "AFP",
            "text": STORY.format(day=9, number=1),
        },
    ]
    write_articles(home / "inbox" / "all.jsonl", articles)
    os.utime(home / "inbox" / "all.jsonl", (1_600_000_000, 1_600_000_000))
    refreshed(home)
    assert rows(home, "select title, language from core.dim_articles order by 1") == [
        ("Accord", "fr"),
        ("Deal", "en"),
        ("Roscosmos", "ru"),
    ]
    telling = "select distinct language from core.fact_evidence join core.dim_articles using (article_id)"
    assert rows(home, telling) == [("en",)]
    assert rows(home, "select sum(other_language) from metrics.source_coverage") == [(2,)]
    assert "2 not in English" in spacepact(home, "status").stdout


def test_one_wire_story_on_ten_sites_is_one_source(home: Path) -> None:
    configure(home)
    text = "\n\n".join(STORY.format(day=9, number=number) for number in range(6))
    sites = [
        {
            "url": f"https://site{number}.example.org/story",
            "title": f"Deal, as site {number} has it",
            "published": f"2021-03-{10 + number}",
            "source": f"Site {number}",
            "text": f"{text}\n\nSite {number} is read by many.",
        }
        for number in range(10)
    ]
    own = {"url": "https://other.example.org/1", "title": "Deal", "published": "2021-03-10", "source": "Other Paper"}
    own["text"] = (
        "On March 9, 2021 the memorandum of understanding on satellite navigation of France and Italy was signed."
    )
    write_articles(home / "inbox" / "all.jsonl", [*sites, own])
    os.utime(home / "inbox" / "all.jsonl", (1_600_000_000, 1_600_000_000))
    refreshed(home)
    assert rows(home, "select count(distinct origin_group) from core.dim_articles") == [(2,)]
    assert rows(home, "select duplicate_reason, count(*) from core.dim_articles group by 1 order by 1 nulls first") == [
        (None, 2),
        ("near copy", 9),
    ]
    launched = "select article_count, source_count from core.fact_launches"
    assert rows(home, launched) == [(10, 1)]


def test_a_home_of_the_last_release_keeps_its_inbox_and_gains_the_rest(home: Path, tmp_path: Path) -> None:
    configure(home)
    write_articles(home / "inbox" / "all.jsonl", [{"id": "a", "title": "A", "published": "2021-03-09", "text": STORY}])
    os.utime(home / "inbox" / "all.jsonl", (1_600_000_000, 1_600_000_000))
    refreshed(home)
    before = contents(home)
    with duckdb.connect(str(home / "state" / "store.duckdb")) as con:
        for table in ("source_states", "source_pages", "compared_texts", "text_buckets", "near_copies", "withdrawals"):
            con.execute(f"drop table {table}")
        con.execute("alter table article_versions drop column withdrawn_reason")
        con.execute("alter table article_sources drop column copy_of")
    (home / "state" / "sources.json").unlink()
    assert refreshed(home)["counts"]["articles_new"] == 0
    assert contents(home) == before


def test_an_unknown_source_is_named_with_those_that_there_are(home: Path, server: Server) -> None:
    configure(home, feed(server))
    done = spacepact(home, "refresh", "--source", "papper", check=False)
    assert done.returncode == 1
    assert done.stderr.strip() == "spacepact: papper: no such source is switched on; there are: inbox, paper"
    shutil.rmtree(home)
