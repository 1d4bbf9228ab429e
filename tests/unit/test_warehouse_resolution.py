"""Facts in the store stay what a full resolution would make of it, whatever comes, changes and goes, in any order."""

import random
import shutil
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from sources.article import Article
from tests.unit.resolve_claims import claim_sets
from tests.unit.resolve_world import world
from tests.unit.store_fixture import AT, lexicon_settle, load_claims, rows
from transforms.claim import Claim
from transforms.resolve import SourcedClaim, redo, resolve
from transforms.resolve.records import Resolution
from warehouse import parts, resolution, store
from warehouse.connect import Connection
from warehouse.resolution import Rules, Touched

RULES = Rules(resolve, redo, "rules-1")
TABLES = ("resolved_facts", "fact_members", "fact_cells", "unchosen_values", "provisional_members", "reviews",
          "article_sources", "source_names")  # fmt: skip


def told_by(
    sourced: list[SourcedClaim], version: int = 0, outlet: str = "Xinhua"
) -> dict[str, tuple[Article, list[Claim]]]:
    """The articles that make these claims; another version is another text."""
    found: dict[str, tuple[Article, list[Claim]]] = {}
    for one in sourced:
        article = Article(
            text=f"{one.article_id} version {version}", title="T", published=one.published,
            url=f"https://example.org/{one.article_id}", source=outlet,
        )  # fmt: skip
        found.setdefault(one.article_id, (article, []))[1].append(one.claim)
    return found


def update(con: Connection, *, anew: bool = False, rules: Rules = RULES) -> Touched:
    anew = anew or resolution.is_other_basis(con, rules.basis)
    lexicon_settle(con, is_full=anew)
    return resolution.update_facts(con, rules, AT, is_full=anew)


def tell(con: Connection, told: dict[str, tuple[Article, list[Claim]]], rules_version: str = "r1") -> None:
    [(read,)] = rows(con, "select count(*) from article_versions")
    store.ingest(con, [article for article, _ in told.values()], [], AT + timedelta(minutes=read))
    load_claims(con, {article.article_id: claimed for article, claimed in told.values()}, rules_version)


def held(con: Connection) -> dict[str, list[tuple[Any, ...]]]:
    said = "select columns(lambda name: name <> 'block')"
    found = {table: rows(con, f"{said} from {table} order by all") for table in TABLES}  # noqa: S608
    found["blocks"] = rows(
        con, "select list(claim_id order by claim_id) as claims from resolved_claims group by block order by all"
    )
    found["keys"] = rows(
        con,
        "select min(claim_id), role, key, tellings, traits from block_keys join "
        "(select block, min(claim_id) as claim_id from resolved_claims group by block) using (block) "
        "group by block, role, key, tellings, traits order by all",
    )
    return found


def assert_as_if_made_anew(con: Connection) -> None:
    incremental = held(con)
    con.execute("begin")
    try:
        con.execute("create or replace temp table kept_marks as from article_marks")
        con.execute("commit")
        update(con, anew=True)
        whole = held(con)
    finally:
        con.execute("delete from article_marks; insert into article_marks from kept_marks")
    for table in incremental:
        assert incremental[table] == whole[table], table


@pytest.fixture
def con(tmp_path: Path) -> Iterator[Connection]:
    with store.writing_store(tmp_path / "store.duckdb") as opened:
        yield opened


@settings(max_examples=25, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(claimed=claim_sets(max_size=30), data=st.data())
def test_any_batches_versions_and_withdrawals_give_the_facts_of_what_stands(
    tmp_path_factory: pytest.TempPathFactory, claimed: list[SourcedClaim], data: st.DataObject
) -> None:
    with store.writing_store(tmp_path_factory.mktemp("store") / "store.duckdb") as con:
        articles = sorted({one.article_id for one in claimed})
        for step in range(data.draw(st.integers(2, 4))):
            chosen = data.draw(st.lists(st.sampled_from(articles), min_size=1, max_size=5, unique=True))
            kept = data.draw(st.lists(st.sampled_from(claimed), max_size=12, unique_by=lambda one: one.claim_id))
            outlet = data.draw(st.sampled_from(["Xinhua", "Reuters", "The Wanderer"]))
            bring_back(con)
            tell(con, told_by([one for one in kept if one.article_id in chosen], step % 2, outlet))
            gone = data.draw(st.lists(st.sampled_from(articles), max_size=2))
            for article in gone:
                withdraw(con, article)
            update(con)
        assert_as_if_made_anew(con)


def test_a_world_told_bit_by_bit(con: Connection) -> None:
    rng = random.Random(2)  # noqa: S311
    told = told_by([telling.claim for telling in world(4, events=40)])
    names = sorted(told)
    rng.shuffle(names)
    for start in range(0, len(names), 120):
        tell(con, {name: told[name] for name in names[start : start + 120]})
        update(con)
    assert_as_if_made_anew(con)


@pytest.mark.parametrize(
    "shift",
    [
        "update resolved_claims set place = (place + 7) % (select count(*) from claims)",
        "update resolved_claims set place = null",
        "update resolution_basis set settled_until = null",
        "update unsettled_articles set sequence = null",
        "update unsettled_articles set sequence = 1",
    ],
)
def test_what_is_not_where_it_was_noted_is_found_all_the_same(con: Connection, shift: str) -> None:
    told = told_by([telling.claim for telling in world(4, events=40)])
    names = sorted(told)
    for start in range(0, len(names), 80):
        tell(con, {name: told[name] for name in names[start : start + 80]})
        con.execute(shift)
        update(con)
    assert_as_if_made_anew(con)


def test_a_run_that_dies_between_sources_and_facts_is_made_good(tmp_path: Path, con: Connection) -> None:
    told = told_by([telling.claim for telling in world(4, events=20)])
    names = sorted(told)
    tell(con, {name: told[name] for name in names[:100]})
    update(con)
    tell(con, {name: told[name] for name in names[100:120]})
    lexicon_settle(con)
    con.execute("checkpoint")
    shutil.copy(tmp_path / "store.duckdb", tmp_path / "left.duckdb")
    with store.writing_store(tmp_path / "left.duckdb") as left:
        tell(left, {name: told[name] for name in names[120:]})
        update(left)
        assert_as_if_made_anew(left)


def test_a_name_that_no_article_bears_any_more_is_forgotten(con: Connection) -> None:
    told = [telling.claim for telling in world(4, events=20)]
    tell(con, told_by(told[4:]))
    update(con)
    for outlet in ("The Wanderer", "The Traveller"):
        tell(con, told_by(told[:4], 1, outlet))
        update(con)
    assert {name for (name,) in rows(con, "select name from source_names")} == {"Xinhua", "The Traveller"}


def test_one_new_article_touches_what_it_concerns_alone(con: Connection) -> None:
    told = told_by([telling.claim for telling in world(4, events=30)])
    tell(con, told)
    assert update(con).is_full
    again = update(con)
    assert (again.is_full, again.claims, again.made) == (False, 0, frozenset())
    copy = next(one for _, (_, [one]) in told.items() if one.kind == "launch")
    tell(con, {"news": (Article(text="news", source="Reuters", published="2014-01-01"), [copy])})
    touched = update(con)
    assert touched.claims == 1
    assert 1 <= len(touched.made) <= 3
    causes = dict(rows(con, "from changed_facts"))
    assert {causes[fact] for fact in touched.made} == {"article"}


def test_other_rules_make_everything_anew(con: Connection) -> None:
    tell(con, told_by([telling.claim for telling in world(4, events=5)]))
    update(con)
    assert update(con, rules=RULES._replace(basis="rules-2")).is_full


def launch(at: int = 0, **cells: Any) -> Claim:
    told = {
        "status": "success",
        "date": "2020-01-05",
        "vehicle": "Falcon 9",
        "payloads": ("Plover-7",),
        "customers": (),
    }
    return Claim("launch", told | cells, {}, "test.rule", 0.9, ("text", at))


def story(name: str, *claimed: Claim, text: str = "one") -> dict[str, tuple[Article, list[Claim]]]:
    article = Article(
        text=f"{name} {text}", url=f"https://example.org/{name}", source="Reuters", published="2020-01-06"
    )
    return {name: (article, list(claimed))}


def ids(con: Connection) -> list[str]:
    return [fact for (fact,) in rows(con, "select fact_id from resolved_facts order by all")]


def withdraw(con: Connection, name: str) -> None:
    con.execute(
        "insert into withdrawals select distinct article_id, 'gone', ?::timestamp from article_versions where url = ? "
        "and article_id not in (select article_id from withdrawals)",
        [AT, f"https://example.org/{name}"],
    )
    store.settle(con, "select article_id from withdrawals")


def bring_back(con: Connection) -> None:
    con.execute("create or replace temp table back as select article_id from withdrawals")
    con.execute("delete from withdrawals")
    store.settle(con, "from back")


def test_an_earlier_anchor_a_merge_and_a_withdrawal_leave_redirects(con: Connection) -> None:
    early, *_, late = sorted(
        (f"story{number}" for number in range(6)), key=lambda name: story(name)[name][0].article_id
    )
    tell(con, story(late, launch()))
    update(con)
    [old] = ids(con)
    tell(con, story(early, launch()))
    update(con)
    [new] = ids(con)
    assert rows(con, "select old_id, new_id, reason from redirect_steps") == [(old, new, "earlier_anchor")]
    withdraw(con, early)
    update(con)
    assert ids(con) == [old]
    assert rows(con, "select old_id, new_id, reason from redirect_steps where old_id = ?", new) == [
        (new, old, "anchor_withdrawn")
    ]
    assert dict(rows(con, "from changed_facts"))[old] == "withdrawal"


def test_an_anchor_that_moves_within_its_article_is_followed(con: Connection) -> None:
    tell(con, story("one", launch(), launch(payloads=("Heron-1",), at=50)))
    update(con)
    before = ids(con)
    plover, heron = launch(at=17), launch(payloads=("Heron-1",), at=80)
    tell(con, story("one", plover, heron, text="with words put before"))
    update(con)
    after = ids(con)
    assert not set(before) & set(after)
    steps = rows(con, "select old_id, new_id, reason from redirect_steps")
    assert {old for old, _, _ in steps} == set(before)
    assert {new for _, new, _ in steps} == set(after)
    assert {reason for _, _, reason in steps} == {"anchor_moved"}
    craft = dict(rows(con, "select fact_id, value from fact_cells where column_name = 'payloads'"))
    assert len(craft) == 2


def test_two_facts_that_a_third_report_joins_leave_one_id(con: Connection) -> None:
    tell(con, story("plain", launch(payloads=("Plover-7",), vehicle=None)))
    tell(con, story("other", launch(payloads=("Heron-8",), vehicle=None)))
    update(con)
    two = ids(con)
    assert len(two) == 2
    tell(con, story("both", launch(payloads=("Heron-8", "Plover-7"), vehicle=None)))
    update(con)
    [one] = ids(con)
    steps = {old: (new, reason) for old, new, reason in rows(con, "select old_id, new_id, reason from redirect_steps")}
    assert set(steps) == set(two) - {one}
    assert {new for new, _ in steps.values()} == {one}


def test_a_second_process_comes_to_the_same_facts(con: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    tell(con, told_by([telling.claim for telling in world(5, events=30)]))
    update(con, anew=True)
    alone = held(con)
    monkeypatch.setattr(parts, "SHARED_FROM", 1)
    update(con, anew=True)
    assert held(con) == alone


def test_what_stops_the_second_process_shows_in_the_first(con: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    tell(con, told_by([telling.claim for telling in world(5, events=30)]))
    monkeypatch.setattr(parts, "SHARED_FROM", 1)
    with pytest.raises(RuntimeError, match="launches cannot be resolved"):
        update(con, anew=True, rules=Rules(_stops_at_launches, redo, "rules-1"))
    update(con, anew=True)
    assert_as_if_made_anew(con)


def _stops_at_launches(claims: Iterable[SourcedClaim]) -> Resolution:
    told = list(claims)
    if any(one.claim.kind == "launch" for one in told):
        raise RuntimeError("launches cannot be resolved")
    return resolve(told)
