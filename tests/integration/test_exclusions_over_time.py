"""What one fact does to another (counted or not, and why) is the same whether articles come bit by bit or at once."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.resolve_world import world
from tests.unit.store_fixture import AT, RULES, lexicon_rows
from tests.unit.test_warehouse_resolution import tell, told_by, update
from transforms.resolve import SourcedClaim
from warehouse import build, history, store

pytestmark = pytest.mark.xdist_group("exclusions")

SAID = "select agreement_id, counts_in_totals, exclusion_reason, quality_score from core.fact_agreements order by all"
HELD = """
    select agreement_id, counts_in_totals, exclusion_reason from core.history_agreements where known_to is null
    order by all
"""


def star(home: Path, number: int) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """What the facts say and what the history holds of them, after a refresh; the history goes on from the last."""
    past = home / "history.duckdb"
    history.prepare(past)
    published = home / f"published-{number}.duckdb"
    with build.building(published, home / "store.duckdb", lexicon_rows()) as made:
        build.fill_core(made)
        history.write_next(made.con, past, history.commit_time(past, AT), RULES)
        said, held = made.con.execute(SAID).fetchall(), made.con.execute(HELD).fetchall()
    history.carry_forward(past, published, home / "store.duckdb", RULES)
    with store.writing_store(home / "store.duckdb") as con:
        history.forget_changes(con)
    return said, held


def vaguer(one: SourcedClaim, rng: random.Random) -> SourcedClaim:
    """The claim; some of them told without day and programme, as ended, or as a framework."""
    told = rng.choice([{}, {}, {"signed": None, "programme": None}, {"status": "ended"}, {"type": "framework"}])
    return replace(one, claim=replace(one.claim, cells={**one.claim.cells, **told}))


@pytest.mark.parametrize("seed", [3, 11])
def test_increments_leave_what_a_whole_reading_would(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311
    claimed = [telling.claim for telling in world(seed, events=25) if telling.claim.claim.kind == "agreement"]
    told = told_by([vaguer(one, rng) for one in claimed])
    names = sorted(told)
    rng.shuffle(names)
    (tmp_path / "bits").mkdir()
    (tmp_path / "whole").mkdir()
    said: list[tuple[object, ...]] = []
    for number, start in enumerate(range(0, len(names), len(names) // 3 + 1)):
        with store.writing_store(tmp_path / "bits" / "store.duckdb") as con:
            tell(con, {name: told[name] for name in names[start : start + len(names) // 3 + 1]})
            update(con)
        said, held = star(tmp_path / "bits", number)
        assert held == [row[:3] for row in said]
    with store.writing_store(tmp_path / "whole" / "store.duckdb") as con:
        tell(con, told)
        update(con, anew=True)
    assert star(tmp_path / "whole", 0)[0] == said
    assert {reason for _, _, reason, _ in said} >= {None, "planned", "possible_repeat"}
