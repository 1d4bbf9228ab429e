"""Corrections in the store: what they name is found, what they make is kept, and what they changed is told."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.unit.store_fixture import AT, World, article, claim, rows
from transforms.curation import Entry, curate, entry
from warehouse import curation, store
from warehouse.connect import Connection

PACT: dict[str, Any] = {"parties": ("CHN", "RUS"), "type": "mou", "status": "signed", "signed": "2021-03-09"}


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def correction(fact: str, anchor: str, **changed: Any) -> Entry:
    fields = {
        "action": "set", "fact": fact, "anchor": anchor, "column": "signed_date", "value": "2021-03",
        "author": "Ann", "date": "2026-11-22", "reason": "Seen.",
    } | changed  # fmt: skip
    found = entry("ann.toml", 1, {key: value for key, value in fields.items() if value is not None})
    assert isinstance(found, Entry), found
    return found


@contextmanager
def corrected(world: World, *entries: Entry) -> Iterator[Connection]:
    """The store after a refresh with these corrections."""
    with store.writing_store(world.store) as con:
        curated = curate(entries, curation.named_outcome(con, entries))
        curation.load_curated(con, curated, [("ann.toml", "h1")], AT)
        yield con


def touched(con: Connection) -> set[str]:
    return {fact for (fact,) in con.execute("select fact_id from curated_touched").fetchall()}


def test_a_fact_is_found_by_id_by_its_redirect_and_by_its_anchor(world: World) -> None:
    anchor = world.tell(article("One."), claim("agreement", **PACT))
    fact = world.fact("agreement", anchor, **PACT)
    world.fill_store()
    with store.writing_store(world.store) as con:
        for old, new in (("agr_older", "agr_old"), ("agr_old", fact)):
            con.execute("insert into redirect_steps values (?, ?, 'merge', now())", [old, new])
        for named, claimed in ((fact, "clm_none"), ("agr_older", "clm_none"), ("agr_none", anchor[0])):
            outcome = curation.named_outcome(con, [correction(named, claimed)])
            assert list(outcome.facts) == [fact], named
        assert curation.named_outcome(con, [correction("agr_none", "clm_none")]).facts == {}


def test_facts_on_which_other_corrections_bear_than_before_are_told(world: World) -> None:
    anchor = world.tell(article("One."), claim("agreement", **PACT))
    fact = world.fact("agreement", anchor, **PACT)
    world.fill_store()
    made = correction(fact, anchor[0])
    now = set()
    with corrected(world, made) as con:
        now = touched(con)
        assert fact in now
        con.execute("delete from curated_touched")
    with corrected(world, made) as con:
        assert touched(con) == set()
    with corrected(world) as con:
        assert touched(con) == now
        assert curation.read_files(con) == {"ann.toml": "h1"}
        assert rows(con, "select count(*) from curated_facts") == [(0,)]


def rename(con: Connection, fact: str) -> None:
    """Give the only fact another id, as resolution does where another claim comes first."""
    for table in ("resolved_facts", "fact_members", "fact_cells"):
        con.execute(f"update {table} set fact_id = ?", [fact])  # noqa: S608


@pytest.mark.parametrize("cause", ["article", "withdrawal"])
def test_an_id_that_articles_moved_is_not_told_as_a_correction(world: World, cause: str) -> None:
    [anchor] = world.tell(article("One."), claim("agreement", **PACT))
    world.fact("agreement", [anchor], **PACT)
    world.fill_store()
    fact = anchor.replace("clm_", "agr_")
    made = correction(fact, anchor)
    with store.writing_store(world.store) as con:
        rename(con, fact)
    with corrected(world, made) as con:
        con.execute("delete from curated_touched")
        rename(con, "agr_moved")
        con.execute("insert into changed_facts values ('agr_moved', ?)", [cause])
    with corrected(world, made) as con:
        assert touched(con) == set()
        assert set(rows(con, "select fact_id, cause from changed_facts")) == {(fact, cause), ("agr_moved", cause)}


def test_an_unread_entry_keeps_what_it_says(world: World) -> None:
    world.fill_store()
    with store.writing_store(world.store) as con:
        bad = [
            entry("ann.toml", 1, {"action": "set", "fact": "agr_1", "nonsense": 1, "reason": "half \ud800"}),
            entry("b.toml", 0, {}, "is bad"),
        ]
        counts = curation.load_curated(con, curate(bad, curation.named_outcome(con, bad)), [], AT)
        assert counts == curation.OverrideCounts(invalid=2)
        told = "select file_name, entry_number, action, named_id, status, problem is not null from overrides order by 1"
        assert rows(con, told) == [
            ("ann.toml", 1, "set", "agr_1", "invalid", True), ("b.toml", 0, None, None, "invalid", True),
        ]  # fmt: skip


def test_a_private_site_that_carries_a_state_wire_is_no_free_source(world: World) -> None:
    text = "China and Russia signed a memorandum of understanding on a moon base on March 9 after long talks."
    state = article(text, source="Xinhua", url="https://a.example/1", published="2021-03-10")
    private = article(text, source="SpaceNews", url="https://b.example/1", published="2021-03-09")
    free = article("SpaceNews reports a deal of its own.", source="SpaceNews", url="https://c.example/2")
    agency = article("NASA tells of its deal.", source="NASA", url="https://d.example/3")
    first = world.tell(private, claim("agreement", **PACT))
    world.tell(state, claim("agreement", **PACT))
    copied = world.fact("agreement", first, **PACT)
    other = {**PACT, "parties": ("BRA", "CHN")}
    own = world.fact("agreement", world.tell(free, claim("agreement", **other)), **other)
    usa = {**PACT, "parties": ("BRA", "USA")}
    released = world.fact("agreement", world.tell(agency, claim("agreement", **usa)), **usa)
    with world.star() as made:
        found = dict(rows(made.con, "select agreement_id, only_state_media from core.fact_agreements"))
        speaking = dict(rows(made.con, "select source_id, duplicate_of is null from core.dim_articles"))
    assert set(speaking.values()) == {True, False}, "one of the two is the other's copy"
    assert found == {copied: True, own: False, released: True}


def test_an_article_is_withdrawn_by_a_person_and_shown_so(world: World) -> None:
    anchor = world.tell(article("One."), claim("agreement", **PACT))
    world.fact("agreement", anchor, **PACT)
    world.fill_store()
    with store.writing_store(world.store) as con:
        ((told,),) = rows(con, "select article_id from claims")
    found = entry(
        "ann.toml", 1, {"action": "withdraw", "article": told, "author": "A", "date": "2026", "reason": "No."}
    )
    assert not isinstance(found, Entry)  # a year is no day
    fields = {"action": "withdraw", "article": told, "author": "A", "date": "2026-11-22", "reason": "No."}
    hoax = entry("ann.toml", 1, fields)
    assert isinstance(hoax, Entry)
    with corrected(world, hoax) as con:
        assert rows(con, "select action, other_id, status from overrides") == [("withdraw", told, "applied")]
        assert rows(con, "select count(*) from curated_facts where is_standing") == [(0,)]
        assert len(touched(con)) == 1
    with world.star() as made:
        assert rows(made.con, "select count(*) from core.fact_agreements") == [(0,)]
        shown = "select is_withdrawn, withdrawn_reason from core.dim_articles"
        assert rows(made.con, shown) == [(True, "override")]
