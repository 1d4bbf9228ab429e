"""A provisional name that is another name of a listed thing gives way to it in every fact that bears it."""

from pathlib import Path
from typing import Any

import pytest

from orchestration import answers, naming
from warehouse.errors import UnknownIdError
from warehouse.explain import Explanation, FactLine, Quote


def quote(fact: str, rule: str = "launch_send") -> Quote:
    return Quote(fact, "x", None, None, "w", "w", "text", 0, 1, False, True, rule, "r1", f"clm_{fact[4:]}", "art_1")


def told(one: str, table: str, **given: Any) -> Explanation:
    empty: dict[str, Any] = {"cells": {}, "members": {}, "quotes": [], "articles": [], "facts": []}
    return Explanation(one, table, **{**empty, **given})


PAYLOADS = {"core.bridge_launch_payloads": [
    {"launch_id": "lch_1", "spacecraft_id": "prov_sat-1"}, {"launch_id": "lch_1", "spacecraft_id": "apstar-6c"},
]}  # fmt: skip
HELD = {
    "prov_kz-99": told("prov_kz-99", "core.dim_vehicles", facts=[FactLine("core.fact_launches", "lch_1")]),
    "prov_sat-1": told("prov_sat-1", "core.dim_spacecraft", facts=[
        FactLine("core.fact_launches", "lch_1"), FactLine("core.fact_launches", "lch_by-hand"),
    ]),
    "lch_1": told("lch_1", "core.fact_launches", members=PAYLOADS,
                  quotes=[quote("lch_9", "override"), quote("lch_1")]),
    "lch_by-hand": told("lch_by-hand", "core.fact_launches", members=PAYLOADS),
}  # fmt: skip


@pytest.fixture(autouse=True)
def held(monkeypatch: pytest.MonkeyPatch) -> None:
    def explain(_: Path, wanted: str) -> Explanation:
        if wanted not in HELD:
            raise UnknownIdError(wanted)
        return HELD[wanted]

    monkeypatch.setattr(naming, "explain", explain)


def test_a_cell_takes_the_listed_one() -> None:
    (fields,) = naming.renamed(Path(), "prov_kz-99", "kuaizhou-1a")
    assert fields == {"action": "set", "fact": "lch_1", "anchor": "clm_1", "column": "vehicle_id",
                      "value": "kuaizhou-1a"}  # fmt: skip
    assert answers.checked(answers.signed(fields, "Ann", "Seen.")) is None


def test_a_list_keeps_its_other_members_and_a_fact_without_a_claim_is_left() -> None:
    (fields,) = naming.renamed(Path(), "prov_sat-1", "Apstar-7")
    assert fields["value"] == ["Apstar-7", "apstar-6c"]


def test_a_name_that_is_gone_makes_no_entry() -> None:
    assert naming.renamed(Path(), "prov_gone", "apstar-7") == []
