"""A feed, run after run: every article once, each change once, nothing lost whatever the feed or the pages do."""

import dataclasses
from collections.abc import Iterator

import pytest

from sources.pages import read_page
from sources.steps import Left
from tests.unit import nasty_server
from tests.unit.source_run import RUSSIAN, SENTENCES, KilledError, Run, item, page, rss, web


@pytest.fixture
def server() -> Iterator[nasty_server.Server]:
    with nasty_server.running() as running:
        yield running


@pytest.fixture
def run(server: nasty_server.Server) -> Run:
    return Run(web("feed", server.root + "/feed"))


def test_entries_become_articles_with_text_and_day(server: nasty_server.Server, run: Run) -> None:
    server.publish("/feed", rss(item("/a?utm_source=rss", "From the feed")), Content_Type="application/rss+xml")
    server.publish("/a?utm_source=rss", page("Station agreed", head='<meta property="og:site_name" content="Skypost">'))
    steps = run.go()
    [article] = run.stored
    assert article.title == "Station agreed"
    assert SENTENCES[0] in article.text
    assert "Home Sport" not in article.text
    assert (article.published, article.source, article.language) == ("2021-03-09", "Skypost", "en")
    assert article.url == server.root + "/a"
    assert (article.origin, article.locator) == ("skypost", server.root + "/a?utm_source=rss")
    assert run.fault is None
    assert [step.waiting for step in steps] == [1, 0, 0]
    assert run.spent.requests == 3
    assert run.spent.received_bytes > 500


def test_what_the_page_does_not_tell_comes_from_the_feed(server: nasty_server.Server, run: Run) -> None:
    server.publish("/feed", rss(item("/a", "Told by the feed", more="<dc:creator xmlns:dc='d'>A. Writer</dc:creator>")))
    server.publish("/a", f"<html><body><article><p>{' '.join(SENTENCES)}</p></article></body></html>")
    run.go()
    [article] = run.stored
    assert (article.title, article.byline) == ("Told by the feed", "A. Writer")


def test_nothing_new_costs_one_request(server: nasty_server.Server, run: Run) -> None:
    server.publish("/feed", rss(item("/a"), item("/b")))
    server.publish("/a", page("A"))
    server.publish("/b", page("B"))
    run.go()
    server.asked.clear()
    [step, last] = run.go(days=0.1)
    assert server.asked == ["/robots.txt", "/feed"]
    assert not step.items
    assert last.left == Left()
    assert len(run.stored) == 2


def test_a_page_is_asked_again_once_a_day_while_it_is_young(server: nasty_server.Server, run: Run) -> None:
    server.publish("/feed", rss(item("/a")))
    server.publish("/a", page("A"))
    run.go()
    for _ in range(20):
        run.go(days=1)
        run.go()
    assert server.times["/a"] == 1 + 14
    assert len(run.stored) == 1
    assert len(run.raws) == 1


def test_a_corrected_article_is_a_new_version(server: nasty_server.Server, run: Run) -> None:
    server.publish("/feed", rss(item("/a")))
    server.publish("/a", page("A"))
    run.go()
    server.publish("/a", page("A", " ".join(SENTENCES) + " A third agency joined later."))
    run.go(days=1)
    first, second = run.stored
    assert first.article_id == second.article_id
    assert first.content_hash != second.content_hash


def test_a_page_whose_frame_changes_is_no_new_version(server: nasty_server.Server, run: Run) -> None:
    server.publish("/feed", rss(item("/a")))
    server.publish("/a", page("A"))
    run.go()
    server.publish("/a", page("A").replace("Home Sport", "Home Sport Weather"))
    steps = run.go(days=1)
    assert len(run.stored) == 1
    assert [len(step.same) for step in steps if step.same] == [1]


def test_a_feed_that_tells_of_a_change_has_its_page_asked_at_once(server: nasty_server.Server, run: Run) -> None:
    server.publish("/feed", rss(item("/a", "Old headline")))
    server.publish("/a", page("Old headline"))
    run.go()
    server.publish("/feed", rss(item("/a", "New headline")))
    server.publish("/a", page("New headline"))
    run.go(days=0.05)
    assert run.titles == ["Old headline", "New headline"]


def test_a_feed_that_goes_backwards_and_forgets_costs_nothing(server: nasty_server.Server, run: Run) -> None:
    for name in "abc":
        server.publish(f"/{name}", page(name))
    orders = ("abc", "a", "ba", "c", "", "cab")
    for order in orders:
        server.publish("/feed", rss(*(item(f"/{name}", name) for name in order)))
        run.go(days=0.01)
    assert sorted(map(str, run.titles)) == ["a", "b", "c"]
    assert not run.withdrawn
    assert not run.rejects
    assert [server.times[f"/{name}"] for name in "abc"] == [1, 1, 1]


def test_duplicate_ids_and_entries_without_address_are_told(server: nasty_server.Server, run: Run) -> None:
    twice = item("/a", "One") + item("/a", "Two")
    server.publish("/feed", rss(twice, "<item><title>No address</title></item>", item("mailto:x@y.example", "Mail")))
    server.publish("/a", page("One"))
    run.go()
    run.go(days=0.1)
    assert run.titles == ["One"]
    assert run.reasons == ["bad entry"] * 3


def test_a_feed_that_carries_its_articles(server: nasty_server.Server) -> None:
    run = Run(web("feed", server.root + "/feed", content="feed"))
    body = f"<description><![CDATA[<p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p><script>x()</script>]]></description>"
    no_link = f"<item><guid isPermaLink='false'>n-7</guid><title>N</title>{body}</item>"
    server.publish("/feed", rss(item("/a", "A", more=body), no_link))
    run.go()
    first, second = run.stored
    assert first.text.split("\n") == list(SENTENCES[:2])
    assert (first.url, second.url) == (server.root + "/a", None)
    assert (second.source_article_id, second.source) == ("n-7", "Skypost")
    assert set(server.times) == {"/robots.txt", "/feed"}
    server.publish("/feed", rss(item("/a", "A", more=body.replace("memorandum", "treaty"))))
    run.go(days=0.1)
    assert "treaty" in run.articles[first.article_id].text
    assert len(run.stored) == 3


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/missing", "HTTP 404"),
        ("/fails", "HTTP 503"),
        ("/truncated", "RemoteProtocolError"),
        ("/stalls", "Timeout"),
        ("/bomb", "too large"),
        ("/loop", "too many redirects"),
        ("/page", "not a feed"),
        ("/no-xml", "not XML"),
        ("/laughs", "not a feed"),
    ],
)
def test_a_feed_at_fault_is_a_fault_of_the_source(server: nasty_server.Server, path: str, said: str) -> None:
    server.publish("/no-xml", "this is no feed at all")
    entities = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 9))
    server.publish("/laughs", f"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY l0 'ha'>{entities}]><x>&l8;</x>")
    run = Run(web("feed", server.root + path))
    run.go()
    assert said in str(run.fault)
    assert path in str(run.fault)
    assert "\n" not in str(run.fault)
    assert not run.stored


def test_what_waits_is_read_though_the_feed_fails(server: nasty_server.Server, run: Run) -> None:
    server.publish("/feed", rss(item("/a"), item("/b")))
    server.publish("/a", page("A"))
    server.publish("/b", b"", 503)
    run.go()
    server.publish("/feed", b"", 500)
    server.publish("/b", page("B"))
    run.go(days=1)
    assert "HTTP 500" in str(run.fault)
    assert run.titles == ["A", "B"]


def test_faults_of_pages_stop_nothing_and_lose_nothing(server: nasty_server.Server, run: Run) -> None:
    server.robots = (200, b"User-agent: *\nDisallow: /private/\n")
    paths = (
        "/gone", "/missing", "/forbidden", "/private/page", "/bomb", "/loop", "/to-file", "/brotli", "/blank", "/frame",
        "/to-front", "/binary", "/huge-title", "/wrong-charset", "/fails-once", "/busy-once", "/good",
    )  # fmt: skip
    server.publish("/blank", "  \n ")
    server.publish("/frame", "<html><body><script>show()</script></body></html>")
    server.publish("/to-front", b"", 302, Location="/")
    server.publish("/", page("Front page"))
    server.publish("/binary", b"\x00\x01\x02\xff" * 500)
    server.publish("/huge-title", page("T" * 10_000_000))
    server.publish("/wrong-charset", page("Ж", RUSSIAN).encode("cp1251"))
    server.publish("/good", page("Good"))
    server.publish("/feed", rss(*(item(path, path) for path in paths)))
    run.go()
    assert run.fault is None
    by_path = {reject.locator.removeprefix(server.root): reject.reason for reject in run.rejects}
    assert by_path == {
        "/gone": "HTTP 410",
        "/missing": "HTTP 404",
        "/forbidden": "HTTP 403",
        "/private/page": "robots",
        "/bomb": "too large",
        "/loop": "too many redirects",
        "/to-file": "address",
        "/brotli": "encoding",
        "/blank": "empty",
        "/frame": "no text",
        "/to-front": "moved",
        "/binary": "not text",
        "/huge-title": "too large",
    }
    texts = {article.locator.removeprefix(server.root): article for article in run.stored}
    assert set(texts) == {"/wrong-charset", "/fails-once", "/busy-once", "/good"}
    assert "Роскосмос" in texts["/wrong-charset"].text
    assert texts["/wrong-charset"].language == "ru"
    assert not run.withdrawn


def test_a_rejected_page_is_asked_again_a_day_later(server: nasty_server.Server, run: Run) -> None:
    server.publish("/feed", rss(item("/a")))
    server.publish("/a", b"", 403)
    run.go()
    run.go(days=0.5)
    assert (server.times["/a"], run.reasons) == (1, ["HTTP 403"])
    server.publish("/a", page("Opened"))
    run.go(days=0.6)
    assert run.titles == ["Opened"]


def test_a_page_that_never_answers_is_told_in_the_end(server: nasty_server.Server, run: Run) -> None:
    server.publish("/feed", rss(item("/a")))
    server.publish("/a", b"", 503)
    for _ in range(12):
        run.go(days=1)
    assert run.reasons == ["unreachable"]
    server.publish("/a", page("At last"))
    run.go(days=1)
    assert run.titles == ["At last"]


def test_a_change_that_is_told_is_read_though_the_page_fails_and_is_old(server: nasty_server.Server, run: Run) -> None:
    server.publish("/feed", rss(item("/a", "Old")))
    server.publish("/a", page("Old"))
    run.go()
    server.publish("/feed", rss(item("/a", "New")))
    server.publish("/a", b"", 503)
    run.go(days=90)
    server.publish("/a", page("New"))
    run.go(days=0.1)
    assert run.titles == ["Old", "New"]


def test_pages_of_a_host_that_is_down_wait_for_as_long_as_it_takes(server: nasty_server.Server, run: Run) -> None:
    with nasty_server.running() as other:
        other.robots = (503, b"")
        links = [f"{other.root}/{number}" for number in range(6)]
        for number in range(6):
            other.publish(f"/{number}", page(f"Story {number}"))
        server.publish("/feed", rss(*(item(link, link) for link in links)))
        for _ in range(5):
            run.go(days=1)
        server.publish("/feed", rss())  # the feed has forgotten them
        assert not run.stored
        assert not run.rejects
        other.robots = (404, b"")
        run.go(days=1)
    assert sorted(map(str, run.titles)) == [f"Story {number}" for number in range(6)]


def test_killed_at_any_step_it_goes_on_and_loses_nothing(server: nasty_server.Server) -> None:
    names = [f"n{number}" for number in range(4)]
    server.publish("/feed", rss(*(item(f"/{name}", name) for name in names)))
    for name in names:
        server.publish(f"/{name}", page(name))
    whole = len(Run(web("feed", server.root + "/feed")).go())
    assert whole == 6
    for first in range(whole):
        for second in range(whole - first):
            run = Run(web("feed", server.root + "/feed"))
            for kill_after in (first, second):
                with pytest.raises(KilledError):
                    run.go(kill_after)
            run.go()
            assert sorted(map(str, run.titles)) == names
            assert not run.rejects


def test_no_more_pages_in_a_run_than_asked_for(server: nasty_server.Server) -> None:
    run = Run(web("feed", server.root + "/feed", pages_per_run=2))
    server.publish("/feed", rss(*(item(f"/{name}", name) for name in "abcde")))
    for name in "abcde":
        server.publish(f"/{name}", page(name))
    counts = []
    for _ in range(4):
        run.go()
        counts.append(len(run.stored))
    assert counts == [2, 4, 5, 5]


def test_what_is_kept_raw_gives_the_same_articles_again(server: nasty_server.Server, run: Run) -> None:
    server.publish("/feed", rss(item("/a", "A"), item("/b", "B")))
    server.publish("/a", page("A"))
    server.publish("/b", page("Ж", RUSSIAN).encode("cp1251"), Content_Type="text/html")
    run.go()
    again = [read_page(raw) for raw in run.raws.values()]
    assert again == run.stored
    assert all(
        dataclasses.asdict(one) == dataclasses.asdict(other) for one, other in zip(again, run.stored, strict=True)
    )


def test_private_addresses_are_refused_unless_allowed(server: nasty_server.Server) -> None:
    server.publish("/feed", rss(item("/a")))
    run = Run(web("feed", server.root + "/feed").replace("allow_private = true", ""))
    run.go()
    assert "private address" in str(run.fault)
    assert not server.asked
