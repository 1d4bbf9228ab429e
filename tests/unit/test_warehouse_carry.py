"""A version that carries the published one on holds what a version made anew would hold, whatever happened."""

import random
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

from sources.article import Article
from tests.unit.store_fixture import AT, article, claim, lexicon_rows, lexicon_settle, load_claims
from transforms.claim import Claim
from transforms.resolve import redo, resolve
from warehouse import build, carry, history, metrics, resolution, store
from warehouse.carry import Standing
from warehouse.connect import Connection
from warehouse.resolution import Rules
from warehouse.tables import CORE_TABLES

RULES = Rules(resolve, redo, "rules-1")
PARTIES = ("CHN", "FRA", "BRA", "RUS", "ESA")


class Home:
    """A store, and versions made from it."""

    def __init__(self, folder: Path) -> None:
        self.store, self.past, self.folder, self.number = folder / "store.duckdb", folder / "past.duckdb", folder, 0
        history.prepare(self.past)

    def update(self, *, anew: bool = False) -> None:
        with store.writing_store(self.store) as con:
            anew = anew or resolution.is_other_basis(con, RULES.basis)
            lexicon_settle(con, is_full=anew)
            resolution.update_facts(con, RULES, AT, is_full=anew)

    def build(self, standing: Standing | None) -> tuple[bool, dict[str, list[tuple[Any, ...]]]]:
        """Make the next version; returns whether it carries on another one, and the rows of its tables."""
        with build.building(self.folder / "build.duckdb", self.store, lexicon_rows(), standing) as made:
            build.fill_core(made)
            if standing or not self.number:  # what is going to be published
                history.write_next(made.con, self.past, AT, "basis-1")
                metrics.build_metrics(made.con, number=self.number + 1, refreshed_at=AT, has_real_source=True)
                metrics.create_macros(made.con)
            tables = [table.qualified for table in CORE_TABLES]
            said = {name: made.con.execute(f"select * from {name} order by all").fetchall() for name in tables}  # noqa: S608
            return made.is_carried, said

    def publish(self) -> Standing:
        self.number += 1
        path = self.folder / f"warehouse-{self.number}.duckdb"
        copyfile(self.folder / "build.duckdb", path)
        with store.writing_store(self.store) as con:
            history.forget_changes(con, self.number, "basis-1")
        return Standing(path, self.number, "basis-1")


def words(number: int, version: int) -> str:
    return f"{number} version {version} " + "told in words " * 5


def some_article(rng: random.Random, number: int, version: int) -> tuple[Article, list[Claim]]:
    told = article(
        words(number, version),
        url=f"https://example.org/{number}",
        published=f"2021-03-{1 + number % 28:02}",
        source="SpaceNews",
    )
    claims = []
    for place in range(rng.randrange(3)):
        parties = tuple(sorted(rng.sample(PARTIES, 2)))
        if rng.random() < 0.5:
            cells: dict[str, Any] = {"type": "mou", "signed": rng.choice(["2021-03-09", "2021-03", None])}
            claims.append(claim("agreement", place * 7, parties=parties, status="signed", **cells))
        else:
            cells = {"status": rng.choice(["planned", "success"]), "payloads": (f"Sat-{rng.randrange(9)}",)}
            claims.append(claim("launch", place * 7, date=rng.choice(["2021-04-01", "2021-05"]), **cells))
    return told, claims


def change(con: Connection, rng: random.Random) -> None:
    """Some articles come, are edited, repeated by other outlets or withdrawn, or stand again."""
    numbers = rng.sample(range(60), rng.randrange(1, 4))
    told = [some_article(rng, number, rng.randrange(2)) for number in numbers]
    store.ingest(con, [one for one, _ in told], [], AT)
    load_claims(con, {one.article_id: claims for one, claims in told})
    repeated = [(number, words(number, 0)) for number in rng.sample(range(60), 20)]
    outlets = ("Xinhua", "Via Satellite")
    store.ingest(
        con,
        [
            article(
                text,
                url=f"https://example.com/{n}",
                source=rng.choice(outlets),
                published=f"2021-02-{rng.randrange(1, 29):02}",
            )
            for n, text in repeated
        ],
        [],
        AT,
    )
    if rng.random() < 0.4:
        con.execute("delete from withdrawals")
        gone = "select distinct article_id, 'gone', ?::timestamp from article_versions where hash(article_id) % 40 = ?"
        con.execute(f"insert into withdrawals {gone}", [AT, rng.randrange(40)])
        store.settle(con, "select distinct article_id from article_versions")


@pytest.mark.parametrize("seed", range(2))
def test_a_version_that_is_carried_on_is_that_made_anew(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carry, "MOST_CHANGED", 9.0)
    monkeypatch.setattr(resolution, "MOST_CHANGED", 9.0)
    rng = random.Random(seed)  # noqa: S311
    home = Home(tmp_path)
    with store.writing_store(home.store) as con:
        told = [some_article(rng, number, 0) for number in range(60)]
        store.ingest(con, [one for one, _ in told], [], AT)
        load_claims(con, {one.article_id: claims for one, claims in told})
    home.update()
    home.build(None)
    carried = 0
    for _ in range(3):
        standing = home.publish()
        for _ in range(rng.randrange(1, 3)):
            with store.writing_store(home.store) as con:
                change(con, rng)
            home.update()
        _, anew = home.build(None)
        is_carried, said = home.build(standing)
        carried += is_carried
        assert said == anew
    assert carried == 3


def test_nothing_is_carried_where_the_notes_do_not_fit(tmp_path: Path) -> None:
    home = Home(tmp_path)
    told, claims = article("words and words"), [claim("agreement", parties=("BRA", "CHN"), type="mou", status="signed")]
    with store.writing_store(home.store) as con:
        store.ingest(con, [told], [], AT)
        load_claims(con, {told.article_id: claims})
    home.update()
    home.build(None)
    standing = home.publish()
    assert carry.is_known(home.store, standing)
    assert not carry.is_known(home.store, standing._replace(number=standing.number + 1))
    assert not carry.is_known(home.store, standing._replace(basis="basis-2"))
    with store.writing_store(home.store) as con:
        con.execute("update resolution_basis set resolved_whole_at = resolved_whole_at + interval 1 day")
    assert not carry.is_known(home.store, standing)
