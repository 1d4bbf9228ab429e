"""A value of the past is traced like one of today: the words behind it stay when nobody tells it any more."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.integration.command import spacepact
from tests.integration.history_home import OTHER, TEXT, Home
from warehouse.explain import explain


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def only(home: Home) -> str:
    ((found,),) = home.query("select agreement_id from core.fact_agreements")
    return str(found)


def lost(home: Home) -> list[tuple[Any, ...]]:
    return home.query(
        "select fact_id, column_name, claimed_value, sentence, known_to from core.history_evidence order by all"
    )


def test_a_day_that_was_corrected_keeps_its_sentence(home: Home) -> None:
    home.tell("story", TEXT.format(day="March 9, 2021"))
    home.refresh()
    assert lost(home) == []
    home.tell("story", TEXT.format(day="March 10, 2021"))
    at = home.refresh()
    pact = only(home)
    assert lost(home) == [(pact, "signed_date", "2021-03-09", TEXT.format(day="March 9, 2021"), at)]
    told = home.query(
        f"select claimed_value, known_to from evidence_for('{pact}') where column_name = 'signed_date'"  # noqa: S608
    )
    assert told == [("2021-03-10", None), ("2021-03-09", at)]
    assert [(q.claimed_value, q.known_to) for q in explain(home.path, pact).past] == [("2021-03-09", at)]


def test_a_withdrawn_fact_is_explained_by_the_sentence_that_told_it(home: Home) -> None:
    home.tell("story", TEXT.format(day="March 9, 2021"))
    home.tell("other", OTHER)
    home.refresh()
    ((pact,),) = home.query("select agreement_id from core.fact_agreements where signed_date = '2021-03-09'")
    home.withdraw("story")
    at = home.refresh()
    told = home.query(f"select distinct sentence, known_to, source_name from evidence_for('{pact}')")  # noqa: S608
    assert told == [(TEXT.format(day="March 9, 2021"), at, "Reuters")]
    shown = spacepact(home.path, "explain", pact).stdout
    assert TEXT.format(day="March 9, 2021") in shown
    assert "https://example.org/story" in shown
    record = json.loads(spacepact(home.path, "explain", pact, "--json").stdout)
    assert {quote["column_name"] for quote in record["past"]} >= {"party_code", "signed_date", "agreement_type"}
    claim = record["past"][0]["claim_id"]
    assert [(fact.table, fact.fact_id) for fact in explain(home.path, claim).facts] == [
        ("core.history_agreements", pact)
    ]
    home.tell("third", OTHER + " More.")
    home.refresh()
    assert {known_to for *_, known_to in lost(home)} == {at}, "it is kept from version to version"


def test_a_rejected_fact_keeps_its_words_and_a_restored_history_too(home: Home) -> None:
    home.tell("story", TEXT.format(day="March 9, 2021"))
    home.refresh()
    pact = only(home)
    claim = home.query("select min(claim_id) from core.fact_evidence")[0][0]
    entry = {"action": "reject", "fact": pact, "anchor": claim, "author": "Ann", "date": "2026-11-22", "reason": "No."}
    lines = "".join(f"{key} = {json.dumps(value)}\n" for key, value in entry.items())
    (home.path / "overrides" / "ann.toml").write_text(f"[[override]]\n{lines}", encoding="utf-8")
    home.refresh()
    before = lost(home)
    assert {column for _, column, *_ in before} >= {"party_code", "signed_date", "agreement_type"}
    assert "A person" not in explain(home.path, pact).past[0].sentence
    home.settings.history.unlink()
    home.settings.store.unlink()
    home.tell("other", OTHER)
    home.refresh()
    assert [row for row in lost(home) if row[0] == pact] == before


def test_an_id_that_another_took_over_has_lost_nothing_that_is_still_told(home: Home) -> None:
    home.tell("a", TEXT.format(day="March 9, 2021"), source="Outlet a")
    home.refresh()
    old = only(home)
    for name in ("b", "c", "d", "e", "f", "g", "h"):
        home.tell(name, TEXT.format(day="March 9, 2021") + f" {name}.", source=f"Outlet {name}")
        home.refresh()
    assert only(home) != old, "of eight anchors one sorts before the first"
    assert lost(home) == []
