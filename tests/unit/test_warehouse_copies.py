"""One story on many sites is one source, whatever the order, the batches and the interruptions in which it arrives."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sources import sample, similarity
from sources.article import Article
from tests.unit.store_fixture import AT, article, rows, settle
from transforms import lexicons
from warehouse import copies, store
from warehouse.connect import Connection
from warehouse.speakers import settle_speakers

TIERS = {outlet.source_id: int(outlet.source_tier) for outlet in lexicons.outlets()}
STORIES = sorted((one.text for one in sample.articles()), key=len)[-3:]


@pytest.fixture
def con(tmp_path: Path):
    with store.writing_store(tmp_path / "store.duckdb") as opened:
        yield opened


def compare(con: Connection, method: str = similarity.METHOD) -> int:
    """Compare all texts that wait; returns how many there were."""
    count = 0
    copies.forget_other_methods(con, method)
    for texts in copies.waiting_texts(con, method):
        sketches = similarity.sketches([text.text for text in texts])
        sketched = [copies.Sketched(text.text_hash, *its) for text, its in zip(texts, sketches, strict=True)]
        copies.load_compared(con, sketched, method, similarity.likely, similarity.copies)
        count += len(texts)
    copies.settle_stories(con, lambda pairs: similarity.clusters(similarity.Copies(*pair) for pair in pairs))
    settle(con)
    return count


def sources_of(con: Connection) -> dict[str, tuple[str, str | None, str | None]]:
    """Origin group, original and reason of each article, by its address."""
    query = """
        select versions.url, origin_group, originals.url, copy_reason
        from article_sources join article_versions as versions using (article_id)
        left join article_versions as originals on originals.article_id = copy_of
    """
    return {row[0]: row[1:] for row in rows(con, query)}


def reprint(number: int, story: int = 0, **given: Any) -> Article:
    """A story on a site of its own, with a line of that site added."""
    text = f"{STORIES[story]}\n\nThis story first ran on site {number} of the exchange, read by many there."
    return article(text, **{"url": f"https://site{number}.org/s{story}", "source": f"Site {number}", **given})


def ingest(con: Connection, articles: Iterable[Article]) -> None:
    store.ingest(con, articles, [], AT)


def test_one_wire_story_on_ten_sites_is_one_source(con: Connection) -> None:
    sites = [reprint(number, published=f"2021-03-{10 + number}") for number in range(10)]
    wire = reprint(99, published="2021-03-09", source="Xinhua", title="The wire itself")
    crediting = reprint(50, published="2021-03-30", credited_source="Xinhua")
    ingest(con, [*sites, wire, crediting, reprint(7, story=1)])
    assert compare(con) == 13
    told = sources_of(con)
    other = told.pop("https://site7.org/s1")
    assert {group for group, _, _ in told.values()} == {"xinhua"}
    assert told["https://site99.org/s0"][1:] == (None, None)
    assert told["https://site3.org/s0"][1:] == ("https://site99.org/s0", "near copy")
    assert told["https://site50.org/s0"][1:] == ("https://site99.org/s0", "credited wire")
    assert other == ("prov_site-7", None, None)


def test_near_copies_speak_and_the_same_text_does_not(con: Connection) -> None:
    ingest(con, [reprint(1), reprint(2), article(reprint(2).text, url="https://site3.org/s0", published="2021-04-01")])
    compare(con)
    query = "select count(*), count(*) filter (where is_speaking), count(distinct origin_group) from article_sources"
    assert rows(con, query) == [(3, 2, 2)]  # the silent one still bears its own outlet


def test_a_story_that_changes_into_another_is_a_copy_no_longer(con: Connection) -> None:
    ingest(con, [reprint(1), reprint(2)])
    compare(con)
    assert {group for group, _, _ in sources_of(con).values()} == {"prov_site-1"}
    ingest(con, [reprint(2, story=1, url="https://site2.org/s0")])
    compare(con)
    query = "select origin_group from article_sources order by 1"
    assert rows(con, query) == [("prov_site-1",), ("prov_site-2",)]


def test_what_was_compared_is_not_compared_again(con: Connection) -> None:
    ingest(con, [reprint(number) for number in range(3)])
    assert compare(con) == 3
    ingest(con, [reprint(number) for number in range(4)])
    assert compare(con) == 1
    assert len(rows(con, "select * from near_copies")) == 6


def test_another_method_compares_all_texts_anew(con: Connection) -> None:
    ingest(con, [reprint(number) for number in range(3)])
    compare(con)
    assert compare(con, "other") == 3
    assert rows(con, "select distinct method from compared_texts") == [("other",)]


def test_a_story_copied_very_often_is_one_source(con: Connection) -> None:
    for part in range(0, 60, 20):
        ingest(con, [reprint(number) for number in range(part, part + 20)])
        compare(con)
    assert len({group for group, _, _ in sources_of(con).values()}) == 1


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(24)), cuts=st.sets(st.integers(1, 23), max_size=3))
def test_order_and_batches_of_arrival_make_no_difference(
    tmp_path_factory: Any, order: list[int], cuts: set[int]
) -> None:
    articles = [reprint(number, story=number % 3, published=f"2021-03-{1 + number:02}") for number in range(24)]
    folder = tmp_path_factory.mktemp("order")
    with store.writing_store(folder / "at-once.duckdb") as con:
        ingest(con, articles)
        compare(con)
        expected = sources_of(con)
    bounds = [0, *sorted(cuts), 24]
    with store.writing_store(folder / "in-parts.duckdb") as con:
        for start, end in zip(bounds, bounds[1:], strict=False):
            ingest(con, [articles[place] for place in order[start:end]])
            compare(con)
        assert sources_of(con) == expected
    assert len({group for group, _, _ in expected.values()}) == 3


def test_the_original_is_the_wire_then_the_best_tier_then_the_first(con: Connection) -> None:
    early = reprint(1, published="2021-03-01")
    best = reprint(2, published="2021-03-05", source="SpaceNews")
    ingest(con, [early, best, reprint(3, published="2021-03-02")])
    compare(con)
    assert {told[1] for told in sources_of(con).values()} == {None, best.url}
    assert {told[0] for told in sources_of(con).values()} == {"spacenews"}
    wire = reprint(4, published="2021-03-09", source="Xinhua")
    ingest(con, [wire, reprint(5, published="2021-03-02", credited_source="Xinhua")])
    compare(con)
    assert {told[1] for told in sources_of(con).values()} == {None, wire.url}
    assert {told[0] for told in sources_of(con).values()} == {"xinhua"}


def speaking(con: Connection) -> str:
    """The address of the article that speaks for the one text that there is."""
    settle_speakers(con, lambda name: lexicons.lookup("outlets", name), TIERS)
    query = "select url from article_versions where is_current and not is_withdrawn and duplicate_of is null"
    ((url,),) = rows(con, query)
    return str(url)


@pytest.mark.parametrize("turned", [False, True])
def test_the_same_text_is_told_by_its_original(con: Connection, turned: bool) -> None:
    def same(name: str, **given: Any) -> Article:
        return article(STORIES[0], url=f"https://{name}.org/1", **{"source": f"Site {name}", "title": name, **given})

    first = [same("a", published="2021-03-01"), same("b", published="2021-03-02")]
    ingest(con, first[::-1] if turned else first)
    assert speaking(con) == "https://a.org/1"
    better = [same("c", published="2021-03-07", source="SpaceNews"), same("d", published=None, source="SpaceNews")]
    ingest(con, better[::-1] if turned else better)
    assert speaking(con) == "https://c.org/1"
    wire = [same("e", published="2021-03-09", source="Xinhua"), same("f", credited_source="Xinhua")]
    ingest(con, wire[::-1] if turned else wire)
    assert speaking(con) == "https://e.org/1"
    assert settle_speakers(con, lambda name: lexicons.lookup("outlets", name), TIERS) == 0
