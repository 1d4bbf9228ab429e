"""The quotes kept by claim follow the store, whatever happened to either file."""

from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

from sources.article import Article
from tests.unit.store_fixture import AT, agreement, article, claim, lexicon_rows, lexicon_settle, load_claims, rows
from transforms.resolve import redo, resolve
from warehouse import build, quotes, resolution, store
from warehouse.connect import discard, reading, writing
from warehouse.resolution import Rules


@pytest.fixture
def home(tmp_path: Path) -> Path:
    path = tmp_path / "store.duckdb"
    tell(path, *map(one, range(5)))
    quotes.settle(path)
    return path


def one(number: int, words: str = "They signed it today.", **given: Any) -> Article:
    return article(f"{words} {number}", url=f"https://example.org/{number}", **given)


def tell(path: Path, *told: Article, rules: str = "r1") -> None:
    """Articles come, each with a claim, and are extracted."""
    with store.writing_store(path) as con:
        store.ingest(con, list(told), [], AT)
        lexicon_settle(con)
        said = [
            claim("agreement", 5, **agreement(signed="2021-03")),
            claim("launch", 12, status="planned", date="2022"),
        ]
        load_claims(con, {a.article_id: said for a in told}, rules)


def kept(path: Path) -> list[tuple[Any, ...]]:
    """What the file of quotes holds, by claim."""
    with reading(quotes.beside(path)) as con:
        query = (
            "select * exclude (claim_key) from core.claims inner join core.claim_quotes using (claim_key) order by all"
        )
        return rows(con, query)


def anew(path: Path) -> list[tuple[Any, ...]]:
    """What it would hold if it were made from the store as it is."""
    other = path.parent / "other" / path.name
    other.parent.mkdir(exist_ok=True)
    copyfile(path, other)
    discard(quotes.beside(other))
    quotes.settle(other)
    return kept(other)


def test_it_holds_the_words_of_every_claim_in_their_order(home: Path) -> None:
    with reading(quotes.beside(home)) as con:
        keys = [key for (key,) in rows(con, "select claim_key from core.claim_quotes")]
        columns = rows(con, "select distinct column_name from core.claim_quotes order by 1")
    assert keys == sorted(keys)
    assert len(set(keys)) == 10
    assert columns == [(n,) for n in ("agreement_type", "party_code", "planned_date_latest", "signed_date", "status")]


def test_where_nothing_is_new_neither_file_changes(home: Path) -> None:
    files = (home, quotes.beside(home))
    before = [(path.read_bytes(), path.stat().st_mtime_ns) for path in files]
    quotes.settle(home)
    assert [(path.read_bytes(), path.stat().st_mtime_ns) for path in files] == before


def test_what_is_new_is_added_and_what_is_gone_goes(home: Path) -> None:
    tell(home, one(7))
    quotes.settle(home)
    assert kept(home) == anew(home)
    tell(home, rules="r2")  # nothing new; all are read under other rules, and claim nothing
    quotes.settle(home)
    assert kept(home) == anew(home) == []


def test_an_edited_article_has_its_later_words(home: Path) -> None:
    tell(home, one(1, "Yesterday they signed."))
    quotes.settle(home)
    assert kept(home) == anew(home)
    assert any("Yesterday" in str(row) for row in kept(home))


@pytest.mark.parametrize("damage", ["missing", "torn", "other tables", "other store", "half empty", "no number"])
def test_what_does_not_fit_the_store_is_made_anew(home: Path, damage: str) -> None:
    path = quotes.beside(home)
    if damage == "missing":
        path.unlink()
    elif damage == "torn":
        path.write_bytes(path.read_bytes()[:20_000])
    elif damage == "other tables":
        with writing(path) as con:
            con.execute("update shape set shape = 'of an earlier release'")
    elif damage == "other store":
        other = home.parent / "elsewhere" / home.name
        tell(other, *(one(number) for number in range(20, 25)))
        copyfile(quotes.settle(other), path)
    elif damage == "half empty":
        with writing(path) as con:
            con.execute("delete from core.claims where claim_key in (select min(claim_key) from core.claims)")
    else:
        with writing(home) as con:
            con.execute("update claims set claim_key = null where claim_key in (select max(claim_key) from claims)")
    quotes.settle(home)
    assert kept(home) == anew(home)


def test_a_store_that_is_set_back_numbers_no_claim_twice(home: Path) -> None:
    back_up = home.with_name("back-up")
    copyfile(home, back_up)
    tell(home, one(7))
    quotes.settle(home)
    copyfile(back_up, home)
    tell(home, one(8))
    quotes.settle(home)
    assert kept(home) == anew(home)


def test_what_tells_of_no_published_fact_cannot_be_read(home: Path) -> None:
    tell(home, one(1, "Yesterday they signed."))
    with store.writing_store(home) as con:
        con.execute("update article_versions set is_withdrawn = true where url like '%/2'")
        lexicon_settle(con, is_full=True)
        resolution.update_facts(con, Rules(resolve, redo, "rules"), AT, is_full=True)
    with build.building(home.with_name("build.duckdb"), home, lexicon_rows()) as made:
        build.fill_core(made)
        sentences = {words for (words,) in rows(made.con, "select sentence from core.claim_quotes")}
        held = rows(made.con, "select count(*), count(distinct article_id) from core.claims")
        own = "database_name = current_database() and schema_name = 'main'"
        tables = rows(made.con, f"select table_name from duckdb_tables() where {own}")  # noqa: S608
    assert sentences == {"Yesterday they signed. 1", *(f"They signed it today. {number}" for number in (0, 3, 4))}
    assert (held, tables) == ([(8, 4)], [])


def test_a_store_of_an_earlier_release_is_taken_over(home: Path) -> None:
    before = kept(home)
    discard(quotes.beside(home))
    with writing(home) as con:
        con.execute("alter table claims drop column claim_key")
        con.execute("alter table fact_members drop column is_first_plan")
        con.execute("create table chosen_values as select 'clm_1' as claim_id")
        con.execute("delete from resolution_basis")
        con.execute("insert into resolution_basis values ('rules', ?, null)", [AT])
    quotes.settle(home)
    assert kept(home) == before
    with reading(home) as con:
        assert rows(con, "select table_name from duckdb_tables() where table_name = 'chosen_values'") == []
        assert resolution.is_other_basis(con, "rules")
