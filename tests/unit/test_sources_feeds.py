"""Feeds and sitemaps, sound and broken: every entry once, dates as written, nothing expanded or loaded."""

import gzip
import json
import time
import tracemalloc
import zlib
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.errors import UnreadableError
from sources.feeds import Entry, parse_feed
from sources.sitemaps import parse_sitemap

URL = "https://skypost.example/feeds/all.xml"
BOMB = (
    '<!DOCTYPE x [<!ENTITY a "boom">'
    + "".join(
        f'<!ENTITY {after} "{("&" + before + ";") * 40}">' for before, after in zip("abcdef", "bcdefg", strict=True)
    )
    + "]>"
)
XXE = '<!DOCTYPE x [<!ENTITY g SYSTEM "file:///etc/passwd">]>'


def rss(items: str, head: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom">'
        f"<channel><title>SkyPost</title><link>https://skypost.example/</link><language>en-us</language>{items}"
        "</channel></rss>"
    ).encode()


RSS_ITEM = (
    "<item><title>Pact &amp;amp; &lt;i&gt;station&lt;/i&gt;</title><link>/a?utm_source=rss#top</link>"
    '<guid isPermaLink="false">7</guid><pubDate>Tue, 09 Mar 2021 23:10:00 -0500</pubDate>'
    "<dc:creator>Jane Doe</dc:creator>"
    "<description>Short</description><content:encoded><![CDATA[<p>Longer text</p>]]></content:encoded></item>"
)
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://skypost.example/">
<title>SkyPost</title><entry><title type="html">Pact &amp;amp; &lt;i&gt;station&lt;/i&gt;</title>
<link rel="self" href="https://api.skypost.example/7"/><link href="a?utm_source=rss#top"/><id>7</id>
<updated>2021-03-11T00:00:00Z</updated><published>2021-03-09T23:10:00-05:00</published>
<author><name>Jane Doe</name></author><summary>Short</summary>
<content type="html">&lt;p&gt;Longer text&lt;/p&gt;</content>
</entry></feed>"""
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>SkyPost</title><dc:language>en</dc:language></channel>
<item><title>Pact &amp; station</title><link>https://skypost.example/a?utm_source=rss</link><dc:date>2021-03-09</dc:date>
<dc:creator>Jane Doe</dc:creator><description>&lt;p&gt;Longer text&lt;/p&gt;</description></item></rdf:RDF>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "SkyPost",
        "language": "en-US",
        "items": [
            {
                "id": 7,
                "url": "/a?utm_source=rss",
                "title": "Pact & station",
                "date_published": "2021-03-09T23:10:00-05:00",
                "authors": [{"name": "Jane Doe"}],
                "content_html": "<p>Longer text</p>",
            }
        ],
    }
).encode()


@pytest.mark.parametrize("data", [rss(RSS_ITEM), ATOM, RDF, JSON, b"\n\xef\xbb\xbf" + JSON, b"\n " + rss(RSS_ITEM)])
def test_every_kind_of_feed_says_the_same(data: bytes) -> None:
    feed = parse_feed(data, URL)
    assert (feed.title, feed.language, feed.problems) == ("SkyPost", "en", ())
    [entry] = feed.entries
    assert (entry.changed is not None) == (data == ATOM)
    assert replace(entry, changed=None) == Entry(
        url="https://skypost.example/a?utm_source=rss",
        entry_id=None if data == RDF else "7",
        title="Pact & station",
        published="2021-03-09",
        byline="Jane Doe",
        content="<p>Longer text</p>",
    )


def test_a_date_that_names_no_day_is_left_open() -> None:
    [entry] = parse_feed(rss("<item><link>/a</link><pubDate>Monday</pubDate></item>"), URL).entries
    assert entry.published is None


def test_repeated_entries_are_taken_once_and_conflicting_ones_told() -> None:
    items = RSS_ITEM + RSS_ITEM + "<item><guid isPermaLink='false'>x</guid><title>One</title></item>"
    items += "<item><guid isPermaLink='false'>x</guid><title>Other</title></item><item><title>Nameless</title></item>"
    feed = parse_feed(rss(items), URL)
    assert [entry.title for entry in feed.entries] == ["Pact & station", "One"]
    assert len(feed.problems) == 2


def test_a_permanent_guid_stands_in_for_a_link() -> None:
    [entry] = parse_feed(rss("<item><guid>https://skypost.example/p/1</guid></item>"), URL).entries
    assert entry.url == "https://skypost.example/p/1"


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "http://[::1", "ftp://e.org/a"])
def test_links_that_are_no_web_address_are_not_taken(link: str) -> None:
    items = f"<item><guid isPermaLink='false'>x</guid><link>{link}</link></item>"
    assert [entry.url for entry in parse_feed(rss(items), URL).entries] == [None]


def test_a_cut_feed_gives_the_entries_before_the_cut() -> None:
    items = "".join(f"<item><link>/{number}</link><title>Title {number}</title></item>" for number in range(50))
    data = rss(items)
    feed = parse_feed(data[: len(data) // 2], URL)
    assert 20 < len(feed.entries) < 30


def test_controls_and_open_ampersands_do_not_stop_a_feed() -> None:
    items = "<item><link>/a</link><title>A \x0b B & C &nbsp; D</title></item><item><link>/b</link></item>"
    assert len(parse_feed(rss(items), URL).entries) == 2


@pytest.mark.parametrize(("declared", "real"), [("UTF-8", "latin-1"), ("ISO-8859-1", "utf-8"), ("KOI8-R", "utf-8")])
def test_a_wrong_declaration_of_encoding(declared: str, real: str) -> None:
    text = rss("<item><link>/a</link><title>Agence à Genève</title></item>").decode().replace("UTF-8", declared)
    [entry] = parse_feed(text.encode(real), URL).entries
    assert entry.title == "Agence à Genève"


@pytest.mark.parametrize(
    ("parse", "document"),
    [
        (parse_feed, lambda head: rss("<item><link>/a</link><title>T &g;</title></item>", head)),
        (
            parse_sitemap,
            lambda head: f"{head}<urlset><url><loc>/a</loc><news><title>T &g;</title></news></url></urlset>".encode(),
        ),
    ],
)
@pytest.mark.parametrize("head", [BOMB, XXE])
def test_entities_are_neither_expanded_nor_loaded(
    parse: Callable[[bytes, str], object], document: Callable[[str], bytes], head: str
) -> None:
    started = time.monotonic()
    tracemalloc.start()
    try:
        result = repr(parse(document(head), URL))
    except UnreadableError as error:
        result = str(error)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "boom" not in result
    assert "root:" not in result
    assert peak < 2**22
    assert time.monotonic() - started < 2


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"<html><body>Not found</body></html>", "not a feed"),
        (b'{"items": []}', "not a feed"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": 3}', "not a feed"),
        (b'{"items": [', "not a feed"),
        (b"no markup at all", "not XML"),
        (bytes(range(256)) * 9, "not text"),
    ],
)
def test_what_is_no_feed(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        parse_feed(data, URL)
    assert caught.value.reason == reason


def test_a_title_of_megabytes_harms_nobody() -> None:
    feed = parse_feed(
        rss(f"<item><link>/a</link><title>{'t' * 3_000_000}</title></item><item><link>/b</link></item>"), URL
    )
    assert len(feed.entries) == 2


@given(st.binary() | st.text().map(str.encode) | st.text().map(lambda text: rss(f"<item>{text}</item>")))
def test_a_feed_is_read_or_refused(data: bytes) -> None:
    for parse in (parse_feed, parse_sitemap):
        try:
            parse(data, URL)
        except UnreadableError as error:
            assert "\n" not in str(error)


SITEMAP = b"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://skypost.example/a/</loc><lastmod>2021-03-09T10:00:00Z</lastmod></url>
<url><loc> https://skypost.example/b?utm_source=x </loc><news:news><news:publication><news:name>SkyPost</news:name>
<news:language>en</news:language></news:publication><news:publication_date>2021-03-09T23:00:00-05:00</news:publication_date>
<news:title>Pact &amp;amp; station</news:title></news:news></url>
<url><loc>http://www.skypost.example/a</loc></url><url><loc>mailto:desk@skypost.example</loc></url><url/></urlset>"""


@pytest.mark.parametrize("data", [SITEMAP, gzip.compress(SITEMAP)])
def test_pages_of_a_sitemap(data: bytes) -> None:
    sitemap = parse_sitemap(data, URL)
    plain, news = sitemap.pages
    assert (plain.url, plain.modified, plain.published) == ("https://skypost.example/a/", "2021-03-09T10:00:00Z", None)
    assert news.url == "https://skypost.example/b?utm_source=x"
    assert (news.published, news.title, news.language) == ("2021-03-09", "Pact & station", "en")
    assert len(sitemap.problems) == 2


def test_an_index_names_sitemaps() -> None:
    data = b"<sitemapindex><sitemap><loc>/news.xml</loc><lastmod>2021-03-09</lastmod></sitemap></sitemapindex>"
    [sitemap] = parse_sitemap(data, URL).sitemaps
    assert (sitemap.url, sitemap.modified) == ("https://skypost.example/news.xml", "2021-03-09")


def test_a_packed_bomb_is_stopped() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    data = b"".join(packer.compress(b" " * 2**20) for _ in range(100)) + packer.flush()
    with pytest.raises(UnreadableError, match="too large"):
        parse_sitemap(data, URL)
