"""Ids that were merged away, split off or retired by an override lead on for ever, and history follows them."""

import json
import time
from pathlib import Path
from typing import Any

import pytest

from tests.integration.history_home import OTHER, TEXT, Home
from warehouse.connect import writing
from warehouse.explain import explain


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def test_an_id_that_an_earlier_anchor_retires_is_followed(home: Home) -> None:
    stories = {name: TEXT.format(day="March 9, 2021") + f" {name}." for name in ("a", "b", "c", "d", "e", "f")}
    seen: list[str] = []
    for name, text in stories.items():
        home.tell(name, text, source=f"Outlet {name}")
        home.refresh()
        [(fact,)] = home.query("select agreement_id from core.fact_agreements")
        seen.append(fact)
    retired = set(seen) - {seen[-1]}
    assert retired, "of six anchors one sorts before an earlier one"
    found = home.query("select old_id, new_id, reason from core.id_redirects")
    assert {(old, new) for old, new, _ in found} == {(old, seen[-1]) for old in retired}
    assert {reason for _, _, reason in found} == {"earlier_anchor"}


def test_the_history_of_a_fact_goes_on_under_another_id(home: Home) -> None:
    """Articles come until one sorts before the earlier ones; it tells another day, which counts more."""
    home.tell("a", TEXT.format(day="March 9, 2021"), source="Outlet a")
    first = home.refresh()
    ((old,),) = home.query("select agreement_id from core.fact_agreements")
    for name in ("b", "c", "d", "e", "f", "g", "h"):
        home.tell(name, TEXT.format(day="March 10, 2021") + f" {name}.")
        at = home.refresh()
        ((new,),) = home.query("select agreement_id from core.fact_agreements")
        if new != old:
            break
    told = home.query("select change, fact_id, old_value, new_value from metrics.changes where column_name is null")
    assert set(told) == {
        ("appears", old, None, None), ("merged_into", old, None, new), ("merged_from", new, old, None),
    }  # fmt: skip
    days = home.query("select fact_id, old_value, new_value from metrics.changes where column_name = 'signed_date'")
    assert [(before, after) for _, before, after in days] == [("2021-03-09", "2021-03-10")]
    for asked in (old, new):
        changes = explain(home.path, asked).changes
        assert [(c.known_at, c.change, c.fact_id) for c in changes if c.column_name is None] == [
            (first, "appears", old), (at, "merged_from", new),
        ]  # fmt: skip


def test_an_id_is_followed_to_the_article_that_speaks_for_the_same_text(home: Home) -> None:
    both = TEXT.format(day="March 9, 2021") + " " + OTHER
    home.tell("later", both, published="2021-03-12")
    home.refresh()
    query = "select agreement_id, signed_date::varchar from core.fact_agreements order by 2"
    old = home.query(query)
    home.tell("earlier", both, published="2021-03-11", title="Another headline")
    home.refresh()
    new = home.query(query)
    assert {fact for fact, _ in old}.isdisjoint(fact for fact, _ in new)
    redirects = home.query("select old_id, new_id, reason from core.id_redirects")
    assert set(redirects) == {(one[0], two[0], "anchor_moved") for one, two in zip(old, new, strict=True)}
    home.withdraw("earlier")
    with writing(home.settings.store) as con:
        con.execute("update article_versions set duplicate_of = null")
    home.refresh()
    assert home.query(query) == old
    assert {(two, one) for one, two, _ in redirects} == set(home.query("select old_id, new_id from core.id_redirects"))


OVERRIDE = """
[[override]]
action = "{action}"
fact = "{fact}"
{more}
author = "Ann"
date = "2021-04-01"
reason = "Read them both."
"""


def anchor(fact: str) -> str:
    return f"clm_{fact.split('_')[1]}"


def correct(home: Home, action: str, fact: str, **more: Any) -> Path:
    path = home.path / "overrides" / "ann.toml"
    path.parent.mkdir(exist_ok=True)
    named = {"anchor": anchor(fact)} | ({"other_anchor": anchor(more["other"])} if "other" in more else {}) | more
    lines = "\n".join(f"{name} = {json.dumps(value)}" for name, value in named.items())
    path.write_text(OVERRIDE.format(action=action, fact=fact, more=lines), encoding="utf-8")
    return path


def test_ids_that_an_override_makes_or_retires_are_followed_when_it_is_gone(home: Home) -> None:
    for name in ("a", "b", "c"):
        home.tell(name, TEXT.format(day="March 9, 2021") + f" {name}.", source=f"Outlet {name}")
    home.refresh()
    ((whole,),) = home.query("select agreement_id from core.fact_agreements")
    claims = home.query(f"select claim_id from core.fact_evidence where claim_id <> '{anchor(whole)}' order by 1")  # noqa: S608
    path = correct(home, "split", whole, claims=[claims[0][0]])
    home.refresh()
    ((parted,),) = home.query(f"select agreement_id from core.fact_agreements where agreement_id <> '{whole}'")  # noqa: S608
    path.unlink()
    home.refresh()
    assert home.query("select agreement_id from core.fact_agreements") == [(whole,)]
    ((new, reason, at),) = home.query(
        f"select new_id, reason, redirected_at from core.id_redirects where old_id = '{parted}'"  # noqa: S608
    )
    assert (new, reason) == (whole, "override")
    assert explain(home.path, parted).id == whole
    changes = f"select known_at, change, new_value from metrics.changes where fact_id = '{parted}' order by 1"  # noqa: S608
    told = home.query(changes)
    assert [row[1:] for row in told] == [("appears", None), ("merged_into", whole)]
    home.settings.store.unlink()
    for name in ("a", "b", "c"):
        home.tell(name, TEXT.format(day="March 9, 2021") + f" {name}.", source=f"Outlet {name}")
    home.refresh(force=True)
    assert home.query("select old_id, new_id, redirected_at from core.id_redirects") == [(parted, whole, at)]
    assert home.query(changes) == told


def test_a_redirect_of_an_override_keeps_its_time_and_outlives_it(home: Home) -> None:
    home.tell("a", TEXT.format(day="March 9, 2021"))
    home.tell("b", TEXT.format(day="May 20, 2023"), published="2023-05-21")
    home.refresh()
    one, other = (fact for (fact,) in home.query("select agreement_id from core.fact_agreements order by 1"))
    path = correct(home, "merge", one, other=other)
    home.refresh()
    (held,) = home.query("select old_id, new_id, reason, redirected_at from core.id_redirects")
    assert {held[0], held[1]} == {one, other}
    assert held[2] == "override"
    time.sleep(1.1)
    home.refresh()
    home.refresh(force=True)
    assert home.query("select old_id, new_id, reason, redirected_at from core.id_redirects") == [held]
    path.unlink()
    home.refresh()
    assert home.query("select count(*) from core.id_redirects") == [(0,)]
    appeared = home.query(f"select change from metrics.changes where fact_id = '{held[0]}' and column_name is null")  # noqa: S608
    assert sorted(appeared) == [("appears",), ("appears",), ("merged_into",)]
