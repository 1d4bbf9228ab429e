"""Two addresses of one article are one article; two articles never become one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.article import Article
from sources.identity import canonical_url, url_key


@pytest.mark.parametrize(
    ("given_url", "canonical"),
    [
        ("HTTPS://Example.ORG:443/News/A?utm_source=x#top", "https://example.org/News/A"),
        ("http://example.org:80", "http://example.org/"),
        ("http://example.org:8080/a/", "http://example.org:8080/a"),
        ("https://example.org/a?id=7&fbclid=Z&gclid=Y", "https://example.org/a?id=7"),
        ("https://m.example.org/a", "https://example.org/a"),
        ("https://en.m.wikipedia.org/wiki/ILRS", "https://en.wikipedia.org/wiki/ILRS"),
        ("https://en.m.m.example.org/a", "https://en.example.org/a"),
        ("https://example.org/story/amp/", "https://example.org/story"),
        ("https://example.org/story?amp=1", "https://example.org/story"),
        ("https://example.org/story?outputType=amp&p=2", "https://example.org/story?p=2"),
        ("https://example-org.cdn.ampproject.org/c/s/example.org/story", "https://example.org/story"),
        ("https://www.google.com/amp/s/www.example.org/story/amp/", "https://www.example.org/story"),
        ("https://www.bing.com/amp/s/example.org/story?utm_source=b", "https://example.org/story"),
        ("https://www.google.com/search?q=amp", "https://www.google.com/search?q=amp"),
        ("https://example.org/story.amp.html", "https://example.org/story.html"),
        ("https://example.org/story.amp", "https://example.org/story"),
        ("https://wap.example.org/a?isappinstalled=0&_ga=1.2", "https://example.org/a"),
        ("https://example.org/a?guccounter=1&guce_referrer=x&__twitter_impression=true", "https://example.org/a"),
        ("  https://example.org/a b  ", "https://example.org/a%20b"),
        ("https://user:secret@example.org/a", "https://example.org/a"),
        ("http://[::1]:80/a", "http://[::1]/a"),
    ],
)
def test_canonical_form(given_url: str, canonical: str) -> None:
    assert canonical_url(given_url) == canonical


@pytest.mark.parametrize(
    "text", ["", "example.org/a", "ftp://example.org/a", "javascript:alert(1)", "http://", "http://a:b:c/", "/a"]
)
def test_what_is_no_web_address_has_no_canonical_form(text: str) -> None:
    assert canonical_url(text) is None


def test_scheme_and_www_do_not_make_another_article() -> None:
    one = Article(text="a", url="http://www.example.org/a?b=1&c=2")
    other = Article(text="b", url="https://example.org/a?c=2&b=1")
    assert one.article_id == other.article_id


def test_path_case_and_parameters_do_make_another_article() -> None:
    urls = ["https://e.org/a", "https://e.org/A", "https://e.org/a?id=1", "https://e.org/a?id=2", "https://e.org/"]
    assert len({Article(text="", url=url).article_id for url in urls}) == len(urls)


_urls = st.one_of(
    st.text(),
    st.builds("http{}://{}/{}?{}".format, st.sampled_from(["", "s"]), st.text(), st.text(), st.text()),
    st.from_regex(
        r"https?://(m\.|amp\.|www\.|[a-z]\.)*[a-z]{1,5}\.[a-z]{2}(:\d{1,5})?(/(amp|[a-zA-Z%é ])*)*(\?\w=\w)?"
    ),
)


@given(_urls)
def test_never_raises_and_is_idempotent(url: str) -> None:
    canonical = canonical_url(url)
    if canonical is not None:
        assert canonical_url(canonical) == canonical
        assert url_key(canonical) == url_key(url)


@given(st.permutations(["utm_source=a", "id=1", "fbclid=b", "gclid=c", "utm_Medium=d"]))
def test_order_of_tracking_parameters_is_irrelevant(parameters: list[str]) -> None:
    assert canonical_url("https://e.org/a?" + "&".join(parameters)) == "https://e.org/a?id=1"
