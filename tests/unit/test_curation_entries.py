"""What an entry of an override file may say, and what a person is told where it will not do."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.curation import Entry, Unread, entry
from transforms.curation.columns import ADDED, COLUMNS
from warehouse.schema import Table
from warehouse.tables.bridges import BRIDGES
from warehouse.tables.curation import ACTIONS, STATUSES
from warehouse.tables.facts import FACT_AGREEMENTS, FACT_COOPERATIONS, FACT_LAUNCHES
from warehouse.tables.reports import FACT_REPORTED_TOTALS
from warehouse.tables.review import DOUBTS

SET = {
    "action": "set", "fact": "agr_1", "anchor": "clm_1", "column": "signed_date", "value": "2021-03-09",
    "author": "Ann", "date": "2026-11-22", "reason": "The communiqué.",
}  # fmt: skip
TABLES: dict[str, Table] = {
    "agreement": FACT_AGREEMENTS, "launch": FACT_LAUNCHES, "cooperation": FACT_COOPERATIONS,
    "total": FACT_REPORTED_TOTALS,
}  # fmt: skip
#: Columns that stand in a bridge, or are told of a member's role.
OF_BRIDGES = {column.name for bridge in BRIDGES for column in bridge.columns} | {"supplier"}


def read(**changed: Any) -> Entry:
    found = entry("a.toml", 1, {**SET, **changed})
    assert isinstance(found, Entry), found
    return found


def problem(**changed: Any) -> str:
    fields = {key: value for key, value in {**SET, **changed}.items() if value is not None}
    found = entry("a.toml", 1, fields, today=date(2026, 11, 22))
    assert isinstance(found, Unread), found
    assert "\n" not in found.problem
    return found.problem


def test_a_good_entry_is_read() -> None:
    found = read()
    assert (found.kind, found.column, found.value) == ("agreement", "signed_date", "2021-03-09")
    assert found.made == "2026-11-22"
    assert found.override_id.startswith("ovr_")
    assert read(reason="Another.").override_id != found.override_id


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"action": "sett"}, "did you mean set?"),
        ({"action": None}, "action is missing"),
        ({"colum": "x"}, "did you mean column?"),
        ({"anchor": None}, "anchor is missing: set needs"),
        ({"reason": None}, "reason is missing"),
        ({"reason": "  "}, "reason is empty: write a text in one line"),
        ({"author": ""}, "author is empty: write a text in one line"),
        ({"source": "\x07"}, "source: '\\x07' will not do: a text in one line"),
        ({"value": "2199-01-01"}, "signed_date: '2199-01-01' lies outside the years 1900 to 2100"),
        ({"value": "0021"}, "outside the years"),
        ({"value": "2026-12-09"}, "lies after 2026-11-22, the day of the entry; a day to come is a planned_date"),
        ({"fact": "lch_1", "column": "flown_date", "value": "2027"}, "a day to come is a planned_date_latest"),
        ({"fact": "tot_1", "column": "value", "value": "1e30"}, "write a number above 0 and up to"),
        ({"date": "2099-01-01"}, "date 2099-01-01 has not come yet"),
        ({"fact": "agreement 1"}, "write it like agr_"),
        ({"anchor": "agr_1"}, "write it like clm_"),
        ({"column": "signed_dat"}, "did you mean signed_date?"),
        ({"column": "confidence"}, "column 'confidence' of an agreement cannot be set: one of agreement_type"),
        ({"value": "9 March 2021"}, "write 2021-03-09, 2021-03 or 2021"),
        ({"value": "2021-02-30"}, "is no date"),
        ({"value": True}, "write a text, a date or a number"),
        ({"value": ["2021"]}, "holds one value"),
        ({"column": "status", "value": "sined"}, "did you mean signed?"),
        ({"column": "party_code", "value": ["CHN", "Russia"]}, "write its code, RUS"),
        ({"column": "party_code", "value": ["CHN", "CHM"]}, "is no code of a country or body"),
        ({"column": "party_code", "value": ["CHN"]}, "at least 2 are needed"),
        ({"fact": "lch_1", "column": "vehicle_id", "value": "falcon-99"}, "did you mean falcon-9"),
        ({"fact": "tot_1", "column": "value", "value": "many"}, "write a number above 0"),
        ({"date": "yesterday"}, "write 2026-11-22"),
        ({"action": "clear", "column": "status", "value": None}, "cannot be emptied"),
        ({"action": "merge", "column": None, "value": None, "other": "lch_1", "other_anchor": "clm_2"}, "another kind"),
        ({"action": "merge", "column": None, "value": None, "other": "agr_1", "other_anchor": "clm_1"}, "name two"),
        ({"action": "split", "column": None, "value": None, "claims": []}, "list of claim ids"),
        ({"action": "confirm", "column": None, "value": None, "doubt": "conflikt"}, "did you mean conflict?"),
        (
            {"action": "confirm", "column": None, "value": None, "fact": None, "anchor": None, "doubt": "undated"},
            "fact is missing",
        ),
    ],
)  # fmt: skip
def test_what_will_not_do_is_told_with_what_would(changed: dict[str, Any], told: str) -> None:
    assert told in problem(**changed)


@pytest.mark.parametrize("given", ["Proton-Y", "zol-1", "l-1"])
def test_nothing_is_suggested_that_is_another_thing(given: str) -> None:
    told = problem(fact="lch_1", column="spacecraft_id", value=given)
    assert "did you mean" not in told
    assert "for a new one write prov_" in told


def test_a_plan_may_lie_ahead_and_the_day_of_an_entry_may_be_any_without_a_clock() -> None:
    assert read(column="planned_date", value="2031").value == "2031"
    assert read(date="9999-12-31", value="2026").made == "9999-12-31"


def test_names_of_listed_things_become_ids() -> None:
    found = read(fact="lch_1", column="vehicle_id", value="Long March 3B")
    assert found.value == "long-march-3b"
    assert read(fact="lch_1", column="spacecraft_id", value="prov_new-sat").value == ("prov_new-sat",)


def test_an_added_fact_tells_what_a_fact_needs() -> None:
    base = {key: SET[key] for key in ("author", "date", "reason")}
    added = {**base, "action": "add", "kind": "agreement", "name": "mou-2019"}
    cells = {"agreement_type": "mou", "status": "signed", "party_code": ["ITA", "ARE"]}
    found = entry("a.toml", 1, {**added, "cells": cells})
    assert isinstance(found, Entry)
    assert dict(found.cells)["party_code"] == ("ARE", "ITA")
    for less in cells:
        part = entry("a.toml", 1, {**added, "cells": {key: value for key, value in cells.items() if key != less}})
        assert isinstance(part, Unread)
        assert f"cells has no {less}" in part.problem
    total = entry("a.toml", 1, {**added, "kind": "total", "cells": cells})
    assert isinstance(total, Unread)
    assert "cannot be added" in total.problem


def test_the_times_of_two_zones_sort_as_they_were_made() -> None:
    early, late = read(date="2026-11-22T10:00:00+02:00"), read(date="2026-11-22T09:30:00")
    assert early.made == "2026-11-22T08:00:00"
    assert early.age < late.age


@given(st.dictionaries(st.sampled_from([*SET, "claims", "other", "cells", "doubt", "kind"]),
                       st.one_of(st.text(max_size=20), st.integers(), st.none(), st.lists(st.text(max_size=5))),
                       max_size=9))  # fmt: skip
def test_no_entry_raises(fields: dict[str, Any]) -> None:
    assert isinstance(entry("a.toml", 1, fields), Entry | Unread)


@pytest.mark.parametrize("kind", list(COLUMNS))
def test_what_can_be_set_is_what_is_published(kind: str) -> None:
    columns = {column.name: column for column in TABLES[kind].columns}
    for name, spec in COLUMNS[kind].items():  # type: ignore[index]
        assert name in columns or name in OF_BRIDGES, name
        allowed = getattr(spec.check, "allowed", None)
        if name in columns and columns[name].values:
            assert allowed == columns[name].values, name


def test_the_tables_know_the_words_of_the_entries() -> None:
    from transforms.curation.entries import DOUBTS as OF_ENTRIES
    from transforms.curation.entries import KEYS
    from transforms.curation.records import Status

    assert tuple(KEYS) == ACTIONS
    assert OF_ENTRIES == DOUBTS
    assert Status.__args__ == STATUSES  # type: ignore[attr-defined]
    assert set(ADDED) < set(COLUMNS)
