"""Sitemaps, single pages and the Spaceflight News API: what is asked for, and only that."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.unit import nasty_server
from tests.unit.source_run import RUSSIAN, KilledError, Run, page, web


@pytest.fixture
def server() -> Iterator[nasty_server.Server]:
    with nasty_server.running() as running:
        yield running


def sitemap(*entries: tuple[str, str | None], kind: str = "urlset", more: str = "") -> str:
    """A sitemap, or an index, of addresses with their last change."""
    child = "url" if kind == "urlset" else "sitemap"
    parts = [
        f"<{child}><loc>{loc}</loc>{f'<lastmod>{changed}</lastmod>' if changed else ''}{more}</{child}>"
        for loc, changed in entries
    ]
    return f"<{kind} xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{''.join(parts)}</{kind}>"


def test_an_index_leads_to_sitemaps_and_pages_and_only_what_changed_is_asked(server: nasty_server.Server) -> None:
    for name in ("a", "b", "c"):
        server.publish(f"/{name}", page(name))
    server.publish("/index", sitemap(("{root}/one", "2021-03-01"), ("{root}/two", None), kind="sitemapindex"))
    server.publish("/one", sitemap(("{root}/a", "2021-03-01"), ("/b", None)))
    server.publish("/two", sitemap(("{root}/c", None)))
    run = Run(web("sitemap", server.root + "/index"))
    run.go()
    assert sorted(map(str, run.titles)) == ["a", "b", "c"]
    server.asked.clear()
    run.go(days=0.1)
    assert server.asked == ["/robots.txt", "/index", "/two"]  # the other one is as old as it was
    server.publish("/index", sitemap(("{root}/one", "2021-03-09"), ("{root}/two", None), kind="sitemapindex"))
    server.publish("/one", sitemap(("{root}/a", "2021-03-09"), ("/b", None)))
    server.publish("/a", page("a", "The text was corrected: no memorandum was signed, the ministry said on Tuesday."))
    run.go(days=0.1)
    assert run.titles[3:] == ["a"]
    assert server.times["/b"] == 1


def test_a_sitemap_that_fails_stops_no_other_and_is_asked_again(server: nasty_server.Server) -> None:
    server.publish("/a", page("a"))
    server.publish("/b", page("b"))
    index = sitemap(*((f"{{root}}/{name}", "2021-03-01") for name in ("bad", "one", "two")), kind="sitemapindex")
    server.publish("/index", index)
    server.publish("/bad", "<html>no sitemap</html>")
    server.publish("/one", status=500)
    server.publish("/two", sitemap(("/b", None)))
    run = Run(web("sitemap", server.root + "/index"))
    run.go()
    assert run.titles == ["b"]
    assert "HTTP 500" in str(run.fault)
    [reject] = run.rejects
    assert (reject.reason, "not a sitemap" in reject.detail) == ("bad entry", True)
    server.publish("/bad", sitemap())
    server.publish("/one", sitemap(("/a", None)))
    run.go(days=0.1)
    assert run.titles == ["b", "a"]
    assert run.fault is None


def test_a_dead_sitemap_that_an_index_names_makes_no_fault_of_the_source(server: nasty_server.Server) -> None:
    server.publish("/b", page("b"))
    index = sitemap(("{root}/gone", "2021-03-01"), ("{root}/two", None), kind="sitemapindex")
    server.publish("/index", index)
    server.publish("/two", sitemap(("/b", None)))
    run = Run(web("sitemap", server.root + "/index"))
    run.go()
    assert (run.titles, run.fault) == (["b"], None)
    [reject] = run.rejects
    assert (reject.reason, "/gone" in reject.detail) == ("bad entry", True)


def test_a_news_sitemap_tells_title_day_and_language(server: nasty_server.Server) -> None:
    news = (
        "<n:news xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'><n:publication><n:name>Skypost</n:name>"
        "<n:language>en</n:language></n:publication><n:publication_date>2021-03-09T10:00:00Z</n:publication_date>"
        "<n:title>Told by the sitemap</n:title></n:news>"
    )
    server.publish("/sitemap", sitemap(("/a", None), more=news))
    server.publish("/a", page("").replace("<title></title>", "").replace("<h1></h1>", ""))
    run = Run(web("sitemap", server.root + "/sitemap", outlet="The Skypost"))
    run.go()
    [article] = run.stored
    assert (article.title, article.published, article.source) == ("Told by the sitemap", "2021-03-09", "The Skypost")


def test_only_wanted_pages_are_asked(server: nasty_server.Server) -> None:
    entries = [("/news/a", "2021-03-01"), ("/news/old", "2019-03-01"), ("/tag/b", None), ("/news/video/c", None)]
    server.publish("/sitemap", sitemap(*entries))
    server.publish("/news/a", page("a"))
    keys = 'include = ["/news/"]\nexclude = ["/video/"]\nsince = 2021-01-01'
    run = Run(web("sitemap", server.root + "/sitemap") + "\n" + keys)
    run.go()
    assert {path for path in server.times if path != "/sitemap"} == {"/robots.txt", "/news/a"}


def test_a_sitemap_that_calls_every_page_new_each_time_has_none_asked_for_it(server: nasty_server.Server) -> None:
    names = [f"/n{number}" for number in range(25)]
    for name in names:
        server.publish(name, page(name))
    server.publish("/sitemap", sitemap(*((name, "2021-03-01T00:00:00Z") for name in names)))
    run = Run(web("sitemap", server.root + "/sitemap"))
    run.go()
    server.publish("/sitemap", sitemap(*((name, "2021-03-01T01:00:00Z") for name in [*names, "/late"])))
    server.publish("/late", page("Late"))
    run.go(days=0.05)
    assert len(run.stored) == 26
    assert sum(server.times[name] for name in names) == 25
    run.go(days=1)
    assert sum(server.times[name] for name in names) == 50


def test_a_packed_sitemap_that_grew_beyond_measure(server: nasty_server.Server) -> None:
    server.publish("/sitemap", server.bomb, Content_Type="application/gzip")
    run = Run(web("sitemap", server.root + "/sitemap"))
    run.go()
    assert "too large" in str(run.fault)


def test_single_pages(server: nasty_server.Server) -> None:
    server.publish("/a", page("a"))
    server.publish("/b", page("b", RUSSIAN))
    run = Run(web("page", "x").replace('url = "x"', f'urls = ["{server.root}/a", "{server.root}/b"]'))
    run.go()
    assert run.titles == ["a", "b"]
    assert [article.language for article in run.stored] == ["en", "ru"]
    server.asked.clear()
    run.go(days=0.5)
    assert not server.asked
    run.go(days=0.5)
    assert server.asked == ["/robots.txt", "/a", "/b"]
    assert len(run.stored) == 2


class Api:
    """The API: articles by id, answered in the order of their changes."""

    def __init__(self, server: nasty_server.Server) -> None:
        self.articles: dict[int, dict[str, Any]] = {}
        self.queries: list[dict[str, list[str]]] = []
        self.answers_all = False
        server.answering["/v4/articles/"] = self.answer

    def put(self, number: int, changed: str, url: str, **fields: object) -> None:
        """An article that is new or changed."""
        self.articles[number] = {
            "id": number,
            "title": f"Story {number}",
            "authors": [{"name": "A. Writer"}],
            "url": url,
            "news_site": "Skypost",
            "summary": f"The agencies agreed on station {number}, in two sentences that stand for the story itself.",
            "published_at": "2021-03-09T10:00:00Z",
            "updated_at": changed,
            "launches": [],
        } | fields

    def answer(self, path: str) -> bytes:
        """A page of results."""
        query = parse_qs(urlsplit(path).query)
        self.queries.append(query)
        since = "" if self.answers_all else query["updated_at_gte"][0]
        found = sorted(
            (article for article in self.articles.values() if article["updated_at"] >= since),
            key=lambda article: (article["updated_at"], article["id"]),
        )
        start = int(query.get("offset", ["0"])[0])
        results = found[start : start + int(query["limit"][0])]
        return json.dumps({"count": len(found), "next": None, "results": results}).encode()


@pytest.fixture
def api(server: nasty_server.Server) -> Api:
    return Api(server)


@pytest.fixture
def news(server: nasty_server.Server) -> Run:
    return Run(web("spaceflight_news", server.root + "/v4/articles/"))


def test_the_api_leads_to_pages_or_its_summary_stands_for_them(
    server: nasty_server.Server, api: Api, news: Run
) -> None:
    server.robots = (200, b"User-agent: *\nDisallow: /private/\n")
    server.publish("/a", page("Told by the page"))
    api.put(1, "2021-03-09T10:00:00Z", server.root + "/a")
    api.put(2, "2021-03-09T11:00:00Z", server.root + "/private/page")
    api.put(3, "2021-03-09T12:00:00Z", server.root + "/forbidden")
    api.put(4, "2021-03-09T13:00:00Z", "no address")
    news.go()
    by_id = {article.source_article_id: article for article in news.stored}
    assert by_id["1"].title == "Told by the page"
    assert by_id["1"].source == "Skypost"
    assert by_id["2"].text.startswith("The agencies agreed on station 2")
    assert (by_id["2"].title, by_id["2"].byline, by_id["2"].published) == ("Story 2", "A. Writer", "2021-03-09")
    assert by_id["2"].notes == ("the summary of its listing; the page itself: robots",)
    assert by_id["3"].notes == ("the summary of its listing; the page itself: HTTP 403",)
    assert by_id["3"].url == server.root + "/forbidden"
    assert news.reasons == ["bad entry"]


def test_the_api_is_asked_for_what_changed_since(server: nasty_server.Server, api: Api, news: Run) -> None:
    for number in range(250):
        api.put(number, f"2021-03-09T{number // 60:02}:{number % 60:02}:00Z", f"{server.root}/private/{number}")
    server.robots = (200, b"User-agent: *\nDisallow: /private/\n")
    news.go()
    assert len(news.stored) == 250
    assert len(api.queries) == 3
    assert api.queries[0]["updated_at_gte"] == ["2021-02-08T00:00:00Z"]
    assert all(query["ordering"] == ["updated_at"] for query in api.queries)
    api.put(
        7, "2021-03-10T00:00:00Z", server.root + "/private/7", summary="Corrected: no station was agreed on at all."
    )
    news.go(days=0.1)
    assert len(api.queries) == 4
    assert len(news.stored) == 251
    assert "Corrected" in news.stored[-1].text


def test_many_changes_of_one_moment_are_all_seen(server: nasty_server.Server, api: Api, news: Run) -> None:
    server.robots = (200, b"User-agent: *\nDisallow: /private/\n")
    for number in range(350):
        api.put(number, "2021-03-09T10:00:00Z", f"{server.root}/private/{number}")
    api.put(999, "2021-03-09T10:00:01Z", server.root + "/private/999")
    news.go()
    assert len(news.articles) == 351


def test_the_api_goes_on_where_it_was_killed(server: nasty_server.Server, api: Api, news: Run) -> None:
    server.robots = (200, b"User-agent: *\nDisallow: /private/\n")
    for number in range(250):
        api.put(number, f"2021-03-09T{number // 60:02}:{number % 60:02}:00Z", f"{server.root}/private/{number}")
    with pytest.raises(KilledError):
        news.go(kill_after=2)
    news.go()
    assert api.queries[-1]["updated_at_gte"] == ["2021-03-09T03:18:00Z"]
    assert len(news.stored) == len(news.articles) == 250


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"updated_at": None}, "no time"),
        ({"url": ...}, "no field url"),
        ({"summary": ...}, "no field summary"),
        ({"updated_at": "yesterday"}, "no time"),
    ],
)
def test_another_form_of_the_api_stops_the_source(
    server: nasty_server.Server, api: Api, news: Run, change: dict[str, object], said: str
) -> None:
    api.put(1, "2021-03-09T10:00:00Z", server.root + "/a")
    name, value = next(iter(change.items()))
    api.answers_all = True
    if value is ...:
        del api.articles[1][name]
    else:
        api.articles[1][name] = value
    if value is None:
        server.answering["/v4/articles/"] = lambda path: json.dumps({"results": list(api.articles.values())}).encode()
    news.go()
    assert said in str(news.fault)
    assert not news.stored
    assert not news.cursor


def test_an_api_that_does_not_keep_to_the_time_asked_for(server: nasty_server.Server, api: Api, news: Run) -> None:
    api.answers_all = True
    api.put(1, "2011-03-09T10:00:00Z", server.root + "/a")
    news.go()
    assert "updated_at_gte is not understood" in str(news.fault)


@pytest.mark.parametrize("body", [b"<html>", b"[]", b'{"results": 3}', b'{"detail": "throttled"}'])
def test_no_api_at_all(server: nasty_server.Server, news: Run, body: bytes) -> None:
    server.publish("/v4/articles/", body)
    news.go()
    assert "version 4" in str(news.fault)
