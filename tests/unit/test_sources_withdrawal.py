"""When an article counts as withdrawn: its own address says so, never because a listing or a server fell silent."""

from collections.abc import Iterator

import pytest

from sources.pages import read_page
from tests.unit import nasty_server
from tests.unit.source_run import SENTENCES, Run, item, page, rss, web


@pytest.fixture
def server() -> Iterator[nasty_server.Server]:
    with nasty_server.running() as running:
        yield running


@pytest.fixture
def run(server: nasty_server.Server) -> Run:
    server.publish("/feed", rss(item("/a", "A")))
    server.publish("/a", page("A"))
    run = Run(web("feed", server.root + "/feed"))
    run.go()
    assert len(run.stored) == 1
    return run


def test_gone_withdraws_at_once_and_is_not_asked_again(server: nasty_server.Server, run: Run) -> None:
    server.publish("/a", status=410)
    run.go(days=1)
    assert run.withdrawn == list(run.articles)
    for _ in range(3):
        run.go(days=1)
    assert server.times["/a"] == 2
    assert not run.rejects


def test_not_found_withdraws_on_the_second_day(server: nasty_server.Server, run: Run) -> None:
    server.publish("/a", status=404)
    run.go(days=1)
    run.go(days=0.5)
    assert not run.withdrawn
    run.go(days=0.5)
    assert run.withdrawn == list(run.articles)


def test_not_found_once_and_there_again(server: nasty_server.Server, run: Run) -> None:
    server.publish("/a", status=404)
    run.go(days=1)
    server.publish("/a", page("A"))
    run.go(days=1)
    server.publish("/a", status=404)
    run.go(days=1)
    assert not run.withdrawn
    run.go(days=1)
    assert len(run.withdrawn) == 1


@pytest.mark.parametrize("status", [401, 403, 429, 451, 500, 503])
def test_other_answers_withdraw_nothing(server: nasty_server.Server, run: Run, status: int) -> None:
    server.publish("/a", status=status)
    for _ in range(4):
        run.go(days=1)
    assert not run.withdrawn
    assert not run.rejects


def test_a_page_that_is_no_article_any_more_is_told_and_the_article_stands(
    server: nasty_server.Server, run: Run
) -> None:
    server.publish("/a", status=302, Location="/")
    server.publish("/", page("Front page", "Something else altogether. " * 30))
    run.go(days=1)
    assert run.reasons == ["moved"]
    assert [read_page(raw) for raw in run.raws.values()] == run.stored
    assert not run.withdrawn
    assert [article.title for article in run.articles.values()] == ["A"]


def test_robots_that_forbid_later_withdraw_nothing(server: nasty_server.Server, run: Run) -> None:
    server.robots = (200, b"User-agent: *\nDisallow: /a\n")
    run.go(days=1)
    assert server.times["/a"] == 1
    assert not run.withdrawn
    assert not run.rejects


def test_what_was_withdrawn_stands_again_when_its_feed_names_it_and_it_answers(
    server: nasty_server.Server, run: Run
) -> None:
    server.publish("/a", status=410)
    run.go(days=1)
    server.publish("/a", page("A"))
    server.publish("/feed", rss(item("/a", "A, again")))
    run.go(days=1)
    assert len(run.stored) == 2
    assert run.stored[0].content_hash == run.stored[1].content_hash


def test_another_address_that_is_gone_says_nothing_of_the_article(server: nasty_server.Server) -> None:
    canonical = f'<link rel="canonical" href="{server.root}/own">'
    server.publish("/feed", rss(item("/short?x=1", "A")))
    server.publish("/short?x=1", page("A", " ".join(SENTENCES), canonical))
    server.publish("/own", page("A", " ".join(SENTENCES), canonical))
    run = Run(web("feed", server.root + "/feed"))
    run.go()
    assert run.stored[0].url == server.root + "/own"
    server.publish("/short?x=1", status=410)
    run.go(days=1)
    run.go(days=1)
    assert not run.withdrawn
    assert server.times["/own"] == 1
    server.publish("/own", status=410)
    run.go(days=1)
    assert run.withdrawn == list(run.articles)
