"""A store that is lost: all that was published comes back from what lies beside it, asking nobody."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.command import contents, rows, spacepact, write_articles
from tests.integration.test_sources import STORY, archive, configure, feed, let_days_pass, refreshed
from tests.unit.catalogue_files import GCAT_ORGS_COLUMNS, LOG, gcat
from tests.unit.nasty_server import Server, running
from tests.unit.source_run import item, page, rss

PAGES = 5
ORGS = gcat(
    GCAT_ORGS_COLUMNS,
    {
        "Code": "CASC",
        "StateCode": "CN",
        "Type": "LA",
        "Class": "B",
        "Name": "China Aerospace",
        "UName": "China Aerospace",
    },
    {"Code": "ASI", "StateCode": "I", "Type": "CY", "Class": "C", "Name": "Agenzia", "UName": "Agenzia"},
)


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as up:
        for number in range(PAGES):
            up.publish(f"/s/{number}", page(f"Story {number}", STORY.format(day=number + 1, number=number)))
        up.publish("/feed.xml", rss(*(item(f"/s/{number}", f"Story {number}") for number in range(PAGES))))
        up.publish("/launchlog.txt", LOG)
        yield up


def catalogue(server: Server) -> str:
    place = f'url = "{server.root}/launchlog.txt"\nallow_private = true\nseconds_between_requests = 0\n'
    return f'[[source]]\nname = "flights"\nkind = "launchlog"\n{place}'


def write_all(home: Path, server: Server) -> Path:
    """A home that reads a feed, an archive, a catalogue of the web, one of a file, and the inbox."""
    notes = [{"id": f"a{n}", "title": f"Note {n}", "text": f"Rain fell on hill {n} of the county."} for n in range(4)]
    write_articles(home / "attic" / "all.jsonl", [*notes, {"id": "s", "title": "Old", "text": STORY}])
    (home / "orgs.tsv").write_text(ORGS, encoding="utf-8")
    write_articles(home / "inbox" / "own.jsonl", [{"id": "own", "title": "Own", "text": STORY + "An own note."}])
    orgs = '[[source]]\nname = "gcat"\nkind = "gcat"\norgs = "orgs.tsv"\n'
    return configure(home, feed(server), archive(home / "attic"), catalogue(server), orgs)


def lose_store(home: Path) -> None:
    """The file alone: what is noted beside it for readers stays."""
    for lost in (home / "state").glob("store.duckdb*"):
        lost.unlink()


SEEN = "select title, fetched_at from core.dim_articles where origin = 'paper' order by 1"


def test_all_comes_back_offline_and_what_was_withdrawn_stays_withdrawn(home: Path, server: Server) -> None:
    write_all(home, server)
    time.sleep(2.1)  # the inbox lets a file rest
    refreshed(home)
    server.publish("/s/1", status=410)
    let_days_pass(home, 2)
    assert refreshed(home)["counts"]["articles_withdrawn"] == 1
    before, seen = contents(home), rows(home, SEEN)
    assert len(before["core.catalogue_organizations"]) > 1
    assert len(before["core.catalogue_launches"]) > 1
    asked = len(server.asked)

    assert refreshed(home, "--rebuild")["failures"] == {}
    assert contents(home) == before
    lose_store(home)
    record = refreshed(home, "--rebuild")
    assert record["failures"] == {}
    assert contents(home) == before
    assert rows(home, SEEN) == seen
    assert len(server.asked) == asked
    shown = spacepact(home, "status").stdout
    assert all(name in shown for name in ("paper", "attic", "flights", "gcat"))

    lose_store(home)
    record = refreshed(home)  # not asked to rebuild: the same, and hosts are asked for news
    assert contents(home) == before
    assert {name: told["new"] for name, told in record["sources"].items()}["paper"] == PAGES  # to this store
    assert record["sources"]["paper"]["received_bytes"] < 2_000  # the feed; its pages answer 304
