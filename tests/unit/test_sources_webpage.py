"""Saved HTML pages: the article's text and fields, never scripts, menus or styles."""

import datetime as dt

import pytest
from selectolax.lexbor import LexborHTMLParser

from sources.article import Article
from sources.errors import UnreadableError
from sources.maintext import fast, quick, visible
from sources.records import Reading
from sources.webpage import from_bytes

READING = Reading("inbox", "a.html", "", dt.date(2024, 5, 1))
PARAGRAPHS = "".join(
    f"<p>The two agencies signed memorandum number {number} on a ground station near the equator, the ministry said in "
    "a statement, and the first antenna is to be delivered before the rains set in.</p>"
    for number in range(6)
)


def page(head: str = "", body: str = f"<article>{PARAGRAPHS}</article>", language: str = "en-GB") -> bytes:
    return f'<!doctype html><html lang="{language}"><head>{head}</head><body>{body}</body></html>'.encode()


def article(data: bytes, **given: str) -> Article:
    return from_bytes(data, READING, **given)


def test_text_without_scripts_styles_and_menus() -> None:
    body = (
        "<nav><a href='/'>Home</a> <a href='/about'>About the outlet</a></nav><script>var secret = 'code';</script>"
        f"<style>p {{ color: red }}</style><article><h1>A station for two</h1>{PARAGRAPHS}"
        "<script>document.write('evil')</script></article><footer>Copyright of everybody</footer>"
    )
    text = article(page(body=body)).text
    assert "memorandum number 5" in text
    for unwanted in ("secret", "evil", "color", "About the outlet", "Copyright"):
        assert unwanted not in text


def test_fields_from_linked_data() -> None:
    data = (
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"],'
        '"headline": "A station for two", "datePublished": "2024-03-09T23:00:00-05:00",'
        '"author": [{"name": "Jane Doe"}, {"name": "Wu Li"}], "publisher": {"name": "SkyPost"}, "inLanguage": "en-US"}'
        "]}"
        "</script>"
    )
    found = article(page(data))
    assert (found.title, found.published, found.byline) == ("A station for two", "2024-03-09", "Jane Doe, Wu Li")
    assert (found.source, found.language) == ("SkyPost", "en")


def test_fields_from_meta_elements_and_canonical_address() -> None:
    head = (
        '<title>A station for two | SkyPost</title><meta property="og:site_name" content="SkyPost">'
        '<meta property="article:published_time" content="2024-03-09"><meta name="author" content="Jane Doe">'
        '<link rel="canonical" href="https://www.skypost.example/a?utm_source=x">'
    )
    found = article(page(head))
    assert (found.title, found.source, found.byline) == ("A station for two", "SkyPost", "Jane Doe")
    assert (found.published, found.language) == ("2024-03-09", "en")
    assert found.url == "https://www.skypost.example/a"


def test_a_canonical_address_of_the_whole_site_is_no_identity() -> None:
    assert article(page('<link rel="canonical" href="https://skypost.example/">')).url is None


def test_a_relative_canonical_address_counts_from_the_page() -> None:
    found = article(page('<link rel="canonical" href="/a">'), url="https://skypost.example/b?x=1")
    assert found.url == "https://skypost.example/a"


def test_a_page_cannot_pass_for_another_outlets_page() -> None:
    found = article(page('<link rel="canonical" href="https://other.example/a">'), url="https://skypost.example/b")
    assert found.url == "https://skypost.example/b"


@pytest.mark.parametrize("tag", ["div", "x-y", "font"])
def test_bottomless_markup_is_refused_at_once(tag: str) -> None:
    with pytest.raises(UnreadableError, match="too large"):
        article(f"<{tag}>".encode() * 100_000 + PARAGRAPHS.encode())


def test_a_very_long_page_is_read_in_seconds() -> None:
    many = "".join(f"<p>Paragraph {number} on a ground station near the equator.</p>" for number in range(80_000))
    assert "Paragraph 79999 " in article(page(body=many)).text


def test_plain_reading_breaks_lines_at_blocks_only() -> None:
    html = "<nav>Menu</nav><div>The <b>two</b> agencies <a href='/x'>signed</a> it.<p>Then<br>they left.</div>"
    assert visible(LexborHTMLParser(html)) == "The two agencies signed it.\nThen\nthey left."


def test_an_old_page_without_markup_is_read_by_what_it_shows() -> None:
    body = f"<p>by Staff Writers for Harbour News</p><p>Nairobi, Kenya (HBN) Apr 24, 2023</p>{PARAGRAPHS}"
    found = article(page(body=f"<div>{body}</div>"))
    assert (found.published, found.credited_source) == ("2023-04-24", "Harbour News")


@pytest.mark.parametrize(
    ("charset", "word"),
    [("windows-1251", "Роскосмос"), ("iso-8859-1", "Genève"), ("utf-16", "Genève"), ("utf-8", "Genève")],
)
def test_charsets(charset: str, word: str) -> None:
    html = page(f'<meta charset="{charset}">', f"<article><p>{word} agrees.</p>{PARAGRAPHS}</article>").decode()
    assert word in article(html.encode(charset)).text


def test_broken_markup_is_read_as_far_as_it_goes() -> None:
    assert "memorandum number 0" in article(page()[:700] + b"<di").text
    assert "memorandum number 5" in article(b"<p>" * 3000 + PARAGRAPHS.encode()).text


@pytest.mark.parametrize("body", ["", "<script>var a = 1</script>", "<!-- nothing -->"])
def test_a_page_without_text(body: str) -> None:
    with pytest.raises(UnreadableError, match="no text"):
        article(page(body=body))


def test_a_date_ahead_is_doubtful_and_a_bad_one_left_open() -> None:
    meta = '<meta name="date" content="{}">'
    assert article(page(meta.format("2099-01-01"))).is_date_doubtful
    assert article(page(meta.format("whenever"))).published is None


@pytest.mark.parametrize("name", ["comments", "related-stories", "sidebar", "newsletter"])
def test_the_fast_way_finds_the_article_among_its_frame(name: str) -> None:
    other = "<p>Another reader wrote at great length about everything under the sun, and then some more.</p>"
    body = f"<div class='head'><ul><li><a href='/'>Home</a></li></ul></div><div class='story'>{PARAGRAPHS}</div>"
    text = fast(LexborHTMLParser(page(body=f"{body}<div id='{name}'>{other * 3}</div>")))
    assert text.count("memorandum number") == 6
    assert "reader" not in text
    assert "Home" not in text


def test_the_fast_way_reads_paragraphs_made_of_div_elements() -> None:
    body = "<div class='story'>" + PARAGRAPHS.replace("<p>", "<div>").replace("</p>", "</div>") + "</div>"
    assert fast(LexborHTMLParser(page(body=body))).count("memorandum number") == 6


def test_where_the_fast_way_finds_nothing_the_careful_one_is_taken() -> None:
    html = page(body="<span>The two agencies signed a memorandum.</span>").decode()
    assert "signed a memorandum" in quick(html, LexborHTMLParser(html))
