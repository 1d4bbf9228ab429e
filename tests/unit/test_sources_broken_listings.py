"""A feed or sitemap that breaks off: what is whole in it is read, nothing is invented, and it is no success."""

import gzip
from collections.abc import Iterator

import pytest

from sources.errors import TransientSourceError
from sources.feeds import parse_feed
from sources.sitemaps import parse_sitemap
from tests.unit import nasty_server
from tests.unit.source_run import Run, item, page, rss, web

WHOLE = rss(item("/a", "A"), item("/b/2021", "B"))


@pytest.fixture
def server() -> Iterator[nasty_server.Server]:
    with nasty_server.running() as running:
        yield running


@pytest.mark.parametrize("at", range(WHOLE.index("<item>"), len(WHOLE)))
def test_wherever_a_feed_breaks_off_each_entry_is_whole_or_left_out(at: int) -> None:
    feed = parse_feed(WHOLE[:at].encode(), "https://a.org/feed")
    addresses = [entry.url for entry in feed.entries]
    assert addresses in ([], ["https://a.org/a"], ["https://a.org/a", "https://a.org/b/2021"])
    assert feed.is_whole == (WHOLE[:at].count("</rss") == 1)


@pytest.mark.parametrize(
    ("text", "is_whole"),
    [
        (WHOLE, True),
        (WHOLE + "\n<!-- made by a machine -->\n", True),
        (WHOLE + "<script>track()</script>", True),
        (WHOLE.replace("<title>A</title>", "<title>A & B < C</title>"), True),
        (WHOLE.replace("<title>A</title>", "<title>A</b></title>"), True),
        (WHOLE.replace("<title>A</title>", "<description><![CDATA[half</description>"), False),
        (WHOLE.replace("</item>", "</item></channel></rss>", 1), False),
        (WHOLE.replace("<title>A</title>", "<title>A & B</title><description><![CDATA[<item>]]></description>"), True),
        (WHOLE.replace("<title>A</title>", "<b>" * 600 + "A" + "</b>" * 600), False),
        ("<feed xmlns='http://www.w3.org/2005/Atom'/>", True),
        ("<feed xmlns='http://www.w3.org/2005/Atom'>", False),
        ("<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:id>x</a:id></a:entry></a:feed>", True),
    ],
)
def test_a_feed_with_a_slip_is_whole_and_one_without_an_end_is_not(text: str, is_whole: bool) -> None:
    assert parse_feed(text.encode(), "https://a.org/feed").is_whole == is_whole


def sitemap(*paths: str) -> str:
    return f"<urlset>{''.join(f'<url><loc>{path}</loc></url>' for path in paths)}</urlset>"


def test_a_packed_sitemap_that_is_cut_is_not_whole() -> None:
    text = sitemap(*(f"https://a.org/{number * 7919 % 100003}" for number in range(5000))).encode()
    packed = gzip.compress(text)
    found = parse_sitemap(packed[: len(packed) // 2], "https://a.org/s.xml.gz")
    assert not found.is_whole
    assert 100 < len(found.pages) < 5000
    assert parse_sitemap(packed, "https://a.org/s.xml.gz").is_whole


def test_a_cut_feed_is_a_passing_fault_and_asked_in_full_again(server: nasty_server.Server) -> None:
    server.publish("/feed", WHOLE[: WHOLE.index("/b/2021") + 4])
    for path, title in (("/a", "A"), ("/b/2", "wrong"), ("/b/2021", "B")):
        server.publish(path, page(title))
    run = Run(web("feed", server.root + "/feed"))
    run.go()
    assert run.titles == ["A"]
    assert isinstance(run.fault, TransientSourceError)
    assert "/feed: it breaks off before its end" in str(run.fault)
    run.go(days=0.1)
    assert isinstance(run.fault, TransientSourceError)  # it says the same, and is no success all the same
    server.publish("/feed", WHOLE)
    run.go(days=0.1)
    assert (run.titles, run.fault) == (["A", "B"], None)
    assert run.reasons == []


def test_a_cut_sitemap_stops_neither_what_it_names_nor_its_neighbours(server: nasty_server.Server) -> None:
    children = "".join(f"<sitemap><loc>/s{number}.xml</loc></sitemap>" for number in (1, 2))
    server.publish("/index.xml", f"<sitemapindex>{children}")
    server.publish("/s1.xml", sitemap("/a", "/b")[:-20])
    server.publish("/s2.xml", sitemap("/c"))
    for path in ("/a", "/b", "/c"):
        server.publish(path, page(path[1:].upper()))
    run = Run(web("sitemap", server.root + "/index.xml"))
    run.go()
    assert sorted(filter(None, run.titles)) == ["A", "C"]
    assert "/index.xml: it breaks off" in str(run.fault)
    server.publish("/index.xml", f"<sitemapindex>{children}</sitemapindex>")
    run.go(days=0.1)
    assert "/s1.xml: it breaks off" in str(run.fault)
    server.publish("/s1.xml", sitemap("/a", "/b"))
    run.go(days=0.1)
    assert (sorted(filter(None, run.titles)), run.fault) == (["A", "B", "C"], None)
