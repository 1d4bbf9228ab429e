"""Which launch of a catalogue a launch of ours is: tolerant of what differs in the telling, and one to one."""

import datetime as dt
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.resolve.catalogue import ListedLaunch, Match, ToldLaunch, match
from transforms.resolve.catalogue_names import member

DAY = dt.date(2017, 10, 9)


def told(fact_id: str = "lch_a", day: dt.date = DAY, last: dt.date | None = None, **values: object) -> ToldLaunch:
    return ToldLaunch(fact_id, day, last or day, **values)  # type: ignore[arg-type]


def listed(own_id: str = "2017-060", day: dt.date = DAY, **values: object) -> ListedLaunch:
    return ListedLaunch(own_id, day, day, **values)  # type: ignore[arg-type]


def only(ours: ToldLaunch, *theirs: ListedLaunch) -> Match | None:
    found = match([ours], theirs)
    return found[0] if found else None


def days(number: int) -> dt.timedelta:
    return dt.timedelta(days=number)


def test_names_written_otherwise_are_the_same_launch() -> None:
    found = only(
        told(vehicle="Long March 2D", site="Jiuquan Satellite Launch Centre", payloads=("VRSS-2",)),
        listed(vehicle="Chang Zheng 2D", site="Jiuquan", payloads=("Antonio Jose de Sucre", "VRSS 2")),
    )
    assert found == Match("lch_a", "2017-060", True, None, "payload, rocket, site, day", 0, True, True)


@pytest.mark.parametrize("shift", [-1, 1])
def test_a_day_of_another_time_zone_is_the_same_launch_without_any_name_of_a_payload(shift: int) -> None:
    found = only(
        told(day=DAY + days(shift), vehicle="PSLV", site="Sriharikota"), listed(vehicle="PSLV-XL", site="Sriharikota")
    )
    assert found is not None
    assert (found.is_match, found.days_apart) == (True, shift)


def test_a_wrong_day_is_found_by_its_payload_and_told() -> None:
    found = only(told(day=DAY + days(12), payloads=("VRSS-2",)), listed(payloads=("VRSS-2",)))
    assert found is not None
    assert found.days_apart == 12


def test_a_payload_that_flew_on_another_launch_is_not_matched_by_the_rocket_of_the_day() -> None:
    right = told("lch_a", DAY, vehicle="Falcon 9", site="Kennedy Space Center", payloads=("BulgariaSat-1",))
    again = told("lch_b", DAY + days(2), vehicle="Falcon 9", payloads=("BulgariaSat-1",))
    theirs = listed("2017-038", vehicle="Falcon 9", payloads=("BulgariaSat-1",))
    other = listed("2017-039", DAY + days(2), vehicle="Falcon 9", payloads=("Iridium 113",))
    found = match([right, again], [theirs, other])
    assert [(one.own_id, one.is_match, one.taken_by) for one in found] == [
        ("2017-038", True, None),
        ("2017-038", False, "lch_a"),
    ]
    far = listed("2016-038", DAY - days(300), vehicle="Proton-M", payloads=("BulgariaSat-1",))
    assert only(again, far, other) is None


def test_a_wrong_year_is_found_only_where_nothing_else_speaks_against_it() -> None:
    theirs = listed(vehicle="Chang Zheng 2D", payloads=("VRSS-2",))
    assert only(told(day=DAY + days(365), vehicle="Long March 2D", payloads=("VRSS-2",)), theirs)
    assert not only(told(day=DAY + days(365), vehicle="Falcon 9", payloads=("VRSS-2",)), theirs)
    assert not only(told(day=DAY + days(1500), vehicle="Long March 2D", payloads=("VRSS-2",)), theirs)


def test_a_member_of_a_series_is_not_found_on_another_day() -> None:
    assert not only(told(day=DAY + days(20), payloads=("Starlink",)), listed(payloads=("Starlink",)))


def test_another_rocket_is_told() -> None:
    found = only(
        told(vehicle="Long March 3B", payloads=("VRSS-2",)), listed(vehicle="Chang Zheng 2D", payloads=("VRSS-2",))
    )
    assert found is not None
    assert found.is_same_vehicle is False


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("Zenit", "Zenit-3SLBF"), ("Long March 3B", "Chang Zheng 3B/YZ-1"), ("Atlas", "Atlas SLV-3 Agena D")],
)
def test_a_family_or_an_upper_stage_is_no_other_rocket(ours: str, theirs: str) -> None:
    found = only(told(vehicle=ours, payloads=("VRSS-2",)), listed(vehicle=theirs, payloads=("VRSS-2",)))
    assert found is not None
    assert found.is_same_vehicle is True


def test_a_rocket_that_nobody_lists_is_no_contradiction() -> None:
    found = only(
        told(vehicle="Skyward 9", payloads=("VRSS-2",)), listed(vehicle="Chang Zheng 2D", payloads=("VRSS-2",))
    )
    assert found is not None
    assert found.is_same_vehicle is None


def test_the_same_day_alone_is_no_match() -> None:
    assert not only(told(), listed())
    assert not only(told(payloads=("Nayif-1",)), listed(payloads=("Cartosat-2D",)))
    assert not only(
        told(vehicle="PSLV", site="Sriharikota"), listed(vehicle="Falcon 9", site="Cape Canaveral", payloads=("X-1",))
    )


def test_a_month_is_matched_by_payload_alone() -> None:
    month = {"day": dt.date(2017, 10, 1), "last": dt.date(2017, 10, 31)}
    found = only(told(**month, payloads=("VRSS-2",)), listed(payloads=("VRSS-2",)))
    assert found is not None
    assert found.days_apart == 0
    assert not only(told(**month, vehicle="Long March 2D", site="Jiuquan"), listed(vehicle="Chang Zheng 2D"))


def test_the_second_fact_of_one_launch_is_told_twice() -> None:
    ours = [
        told("lch_b", vehicle="Long March 2D", site="Jiuquan", payloads=("VRSS-2",)),
        told("lch_a", day=DAY + days(1), payloads=("VRSS-2",)),
    ]
    first, second = match(ours, [listed(vehicle="Chang Zheng 2D", site="Jiuquan", payloads=("VRSS-2",))])
    assert (first.fact_id, first.is_match, first.taken_by) == ("lch_a", False, "lch_b")
    assert (second.fact_id, second.is_match) == ("lch_b", True)


def test_two_flights_of_one_day_go_to_the_right_facts() -> None:
    ours = [told("lch_a", vehicle="Falcon 9", payloads=("Nayif-1",)), told("lch_b", vehicle="Falcon 9")]
    theirs = [
        listed("1", vehicle="Falcon 9", site="Vandenberg", payloads=("Starlink",)),
        listed("2", vehicle="Falcon 9", site="Cape Canaveral", payloads=("Nayif-1",)),
    ]
    assert [(m.fact_id, m.own_id) for m in match(ours, theirs)] == [("lch_a", "2"), ("lch_b", "1")]


NAMES = st.sampled_from([(), ("VRSS-2",), ("Nayif-1",), ("Starlink",), ("VRSS-2", "Nayif-1")])
VEHICLES = st.sampled_from([None, "Long March 2D", "PSLV", "Falcon 9"])
SITES = st.sampled_from([None, "Jiuquan", "Sriharikota"])
SHIFTS = st.integers(-3, 3)
LAUNCHES = st.lists(st.tuples(SHIFTS, VEHICLES, SITES, NAMES), max_size=8)


@given(LAUNCHES, LAUNCHES, st.integers())
def test_matches_are_one_to_one_and_independent_of_order(
    ours: list[tuple[int, str | None, str | None, tuple[str, ...]]],
    theirs: list[tuple[int, str | None, str | None, tuple[str, ...]]],
    seed: int,
) -> None:
    facts = [
        told(f"lch_{n}", DAY + days(shift), vehicle=v, site=s, payloads=p) for n, (shift, v, s, p) in enumerate(ours)
    ]
    entries = [
        listed(f"{n}", DAY + days(shift), vehicle=v, site=s, payloads=p) for n, (shift, v, s, p) in enumerate(theirs)
    ]
    found = match(facts, entries)
    matched = [m.own_id for m in found if m.is_match]
    assert len(matched) == len(set(matched))
    assert len({m.fact_id for m in found}) == len(found)
    assert all(m.taken_by in {n.fact_id for n in found if n.is_match} for m in found if not m.is_match)
    Random(seed).shuffle(facts)  # noqa: S311
    Random(seed).shuffle(entries)  # noqa: S311
    assert match(facts, entries) == found


def test_names_of_catalogues_mean_our_members_only_where_that_is_sure() -> None:
    assert member("parties", "South Korea", ()) == "KOR"
    assert member("parties", "Multinational", ()) is None
    assert member("organizations", "National Aeronautics and Space Administration (NASA)", ()) == "nasa"
    assert member("vehicles", "Chang Zheng 3B/YZ-1", ()) == "long-march-3b"
    assert member("vehicles", "Atlas SLV-3 Agena D", ()) is None
    assert member("launch_sites", "Jiuquan Satellite Launch Center, People's Republic of China", ()) == "jiuquan"
    assert member("spacecraft", "VRSS 2", ()) == "vrss-2"
    assert member("spacecraft", "Starlink", ()) is None
    assert member("spacecraft", "Komsat-9", {"prov_komsat-9"}) == "prov_komsat-9"
    assert member("spacecraft", "Hopeful", {"prov_hopeful"}) is None
