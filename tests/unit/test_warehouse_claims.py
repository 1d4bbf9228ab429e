"""Claims in the store: extracted once, replaced when the rules change, handed on with their sources."""

from pathlib import Path

import pytest

from tests.unit.store_fixture import AT, RULES, article, claim, load_claims, rows, settle
from transforms.claim import Claim, Span
from warehouse import claims, resolved, store


@pytest.fixture
def con(tmp_path: Path):
    with store.writing_store(tmp_path / "store.duckdb") as opened:
        yield opened


def test_a_version_is_extracted_once_for_a_rules_version(con):
    one = article("one")
    store.ingest(con, [one, article("one", url="https://b.org/copy", published="2022-01-01")], [], AT)
    assert claims.waiting_count(con, RULES) == 1
    load_claims(con, {one.article_id: [claim("agreement", status="signed")]})
    assert claims.waiting_count(con, RULES) == 0
    assert claims.waiting_count(con, "r2") == 1


def test_new_rules_replace_what_the_old_ones_found(con):
    one = article("The words of it", url="https://a.org/1")
    store.ingest(con, [one], [], AT)
    load_claims(con, {one.article_id: [claim("agreement", 0, status="signed"), claim("launch", 4, site="Kourou")]})
    load_claims(con, {one.article_id: [claim("agreement", 4, status="planned")]}, rules="r2")
    assert rows(con, "select kind, rules_version from claims") == [("agreement", "r2")]
    assert rows(con, "select claimed_value, quote from claim_cells") == [("planned", "words")]


def test_claims_of_an_old_version_do_not_count(con):
    old, new = article("old text", url="https://a.org/1"), article("new text", url="https://a.org/1")
    store.ingest(con, [old], [], AT)
    load_claims(con, {old.article_id: [claim("agreement", status="signed")]})
    store.ingest(con, [new], [], AT)
    load_claims(con, {old.article_id: [claim("agreement", status="ended")]})
    settle(con)
    assert [one.claim.cells for one in claims.sourced_claims(con)] == [{"status": "ended"}]
    store.ingest(con, [old], [], AT)
    assert claims.waiting_count(con, RULES) == 0
    settle(con)
    assert [one.claim.cells for one in claims.sourced_claims(con)] == [{"status": "signed"}]


def test_quotes_are_the_words_at_the_offsets(con):
    text = "🚀 Zürich — “São Tomé” signed"
    one = article(text, title="Tïtle 🚀 x")
    spans = {"programme": (Span("text", 2, 8, "Zürich"), Span("title", 6, 7, "rocket", inferred=True))}
    store.ingest(con, [one], [], AT)
    load_claims(con, {one.article_id: [Claim("agreement", {"programme": "Zürich"}, spans, "r", 0.5)]})
    query = "select quote, char_start, char_end, text_part, is_inferred from claim_cells order by text_part"
    assert rows(con, query) == [("Zürich", 2, 8, "text", False), ("🚀", 6, 7, "title", True)]


def test_a_claim_comes_back_as_it_was_found(con):
    one = article("text", credited_source="AFP", is_date_doubtful=True)
    told = claim("launch", payloads=("B", "A"), date="2021-03", customers=(), vehicle=None)
    store.ingest(con, [one], [], AT)
    load_claims(con, {one.article_id: [told]})
    settle(con)
    [found] = claims.sourced_claims(con)
    assert found.claim.cells == dict(told.cells)
    assert found.claim.anchor == told.anchor
    assert found.claim_id == claims.claim_id(one.article_id, told)
    assert (found.source_id, found.published, found.is_sample) == ("xinhua", None, False)


def test_claims_that_share_an_anchor_are_kept_apart(con):
    one = article("text")
    store.ingest(con, [one], [], AT)
    assert load_claims(con, {one.article_id: [claim("total", value=1), claim("total", value=2)]}) == 2
    assert rows(con, "select count(distinct claim_id) from claims") == [(2,)]


def test_a_credited_wire_and_its_carriers_are_one_source(con):
    carriers = [article("a", credited_source="Xinhua", source="Blog A"), article("b", source="Xinhua")]
    lone = [article("c", source=None), article("d", source=None), article("e", source="Blog A")]
    store.ingest(con, carriers + lone, [], AT)
    assert settle(con) == 1
    groups = dict(rows(con, "select text, origin_group from article_sources join article_versions using (article_id)"))
    assert groups == {"a": "xinhua", "b": "xinhua", "c": "unknown", "d": "unknown", "e": "prov_blog-a"}


def test_outlets_of_the_sample_are_not_the_real_ones(con):
    store.ingest(con, [article("a", origin="sample"), article("b")], [], AT)
    settle(con)
    query = "select source_id, is_sample from article_sources order by 2"
    assert rows(con, query) == [("xinhua", False), ("sample-xinhua", True)]


@pytest.mark.parametrize(("name", "slug"), [("Le Monde – Été", "le-monde-ete"), ("新华社", resolved.slug("新华社"))])
def test_slugs_are_plain(name, slug):
    assert resolved.slug(name) == slug
    assert slug.isascii()
    assert slug
