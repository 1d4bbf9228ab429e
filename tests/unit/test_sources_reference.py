"""Reading catalogues: columns by name, dates as vague as they are, and what cannot be read kept with its reason."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.article import Reject
from sources.errors import LayoutError
from sources.reference import PARTS, CatalogueLaunch, CatalogueOrganization, CatalogueSatellite, CatalogueSite, read
from sources.reference.iso_countries import countries
from sources.reference.vague import UNKNOWN, vague_date
from tests.unit.catalogue_files import (
    FLIGHT,
    GCAT_LAUNCH_COLUMNS,
    GCAT_ORGS_COLUMNS,
    GCAT_SATCAT_COLUMNS,
    GCAT_SITES_COLUMNS,
    LOG,
    UCS,
    gcat,
    log_line,
)

PART = {part.name: part for parts in PARTS.values() for part in parts}


def items(part: str, text: str) -> list[object]:
    return list(read(PART[part], text.encode(), "mine", part))


@pytest.mark.parametrize(
    ("text", "first", "last", "precision", "is_doubtful", "time"),
    [
        ("2016 Jun  8 2355:57?", "2016-06-08", "2016-06-08", "day", True, "23:55:57"),
        ("2016 Jun  8 2355", "2016-06-08", "2016-06-08", "day", False, "23:55:00"),
        ("2016 Jun  8 23h", "2016-06-08", "2016-06-08", "day", False, None),
        ("2016 Jun  8.5", "2016-06-08", "2016-06-08", "day", False, None),
        ("2016 Feb", "2016-02-01", "2016-02-29", "month", False, None),
        ("2016 Feb ?", "2016-02-01", "2016-02-29", "month", True, None),
        ("2016 Q2", "2016-04-01", "2016-06-30", "quarter", False, None),
        ("2016?", "2016-01-01", "2016-12-31", "year", True, None),
        ("1960s", "1960-01-01", "1969-12-31", "decade", False, None),
        ("1960s?", "1960-01-01", "1969-12-31", "decade", True, None),
        ("19C", "1801-01-01", "1900-12-31", "century", False, None),
    ],
)
def test_a_vague_date_is_the_days_that_it_leaves_open(
    text: str, first: str, last: str, precision: str, is_doubtful: bool, time: str | None
) -> None:
    found = vague_date(text)
    assert (found.first, found.last, found.precision, found.is_doubtful) == (first, last, precision, is_doubtful)
    assert found.time == time


@pytest.mark.parametrize("text", ["", "-", "*", "?", " - "])
def test_no_date_is_unknown(text: str) -> None:
    assert vague_date(text) == UNKNOWN


@pytest.mark.parametrize("text", ["2016 Foo", "2016 Feb 30", "soon", "2016-06-08", "2016 Q5", "99999", "0"])
def test_what_is_no_vague_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        vague_date(text)


@given(st.dates(min_value=dt.date(1000, 1, 1)), st.booleans())
def test_each_day_is_read_as_itself(day: dt.date, is_doubtful: bool) -> None:
    found = vague_date(f"{day.year} {day:%b} {day.day:2d}{'?' * is_doubtful}")
    assert (found.first, found.last, found.precision, found.is_doubtful) == (str(day), str(day), "day", is_doubtful)


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        found = vague_date(text)
    except ValueError:
        return
    assert (found.first is None) == (found.precision == "unknown")
    assert found.first is None or found.last is not None and found.first <= found.last


def test_a_launch_of_gcat() -> None:
    suborbital = FLIGHT | {"Launch_Tag": "2031-S01", "Launch_Code": "SS"}
    failed = FLIGHT | {"Launch_Tag": "2031-F01", "Launch_Code": "OF", "Launch_Date": "2031 Q2", "Platform": "L-1011"}
    first, second = items("launch", gcat(GCAT_LAUNCH_COLUMNS, FLIGHT, suborbital, failed))
    assert first == CatalogueLaunch(
        own_id="2031-007",
        designation="2031-007",
        launched=vague_date("2031 Feb  3 0413:12"),
        launched_at="2031-02-03T04:13:12",
        vehicle_name="Chang Zheng 2D",
        flight_number="Y77",
        site_code="JQ",
        site_name="Jiuquan",
        provider_name="CASC",
        outcome="success",
        outcome_as_given="OS",
        payload_names=("Testsat-1", "Companion"),
        launch_service="CO/OG",
    )
    assert isinstance(second, CatalogueLaunch)
    assert (second.designation, second.outcome, second.launched.precision) == (None, "failure", "quarter")
    assert (second.launched_at, second.site_name) == (None, "L-1011 Stargazer")


def test_columns_are_found_by_name_whatever_their_order() -> None:
    columns = ["#Notes", *reversed([name.lstrip("#") for name in GCAT_LAUNCH_COLUMNS if name != "Notes"]), "New"]
    assert items("launch", gcat(columns, FLIGHT)) == items("launch", gcat(GCAT_LAUNCH_COLUMNS, FLIGHT))


@pytest.mark.parametrize(
    ("part", "text", "problem"),
    [
        (
            "launch",
            gcat(GCAT_LAUNCH_COLUMNS, FLIGHT).replace("Launch_Date", "LaunchDate"),
            r"mine launch: no column named Launch_Date \(is it LaunchDate now\?\)",
        ),
        ("orgs", gcat([c for c in GCAT_ORGS_COLUMNS if c != "StateCode"]), "no column named StateCode"),
        ("launchlog", LOG.replace("SATCAT", "Number"), "no column named SATCAT"),
        ("launchlog", "<html>moved</html>", "no column named Launch"),
        ("ucs", UCS.replace("Operator/Owner,Users", "Owner,Users"), "no column named Operator/Owner"),
        ("ucs", UCS.replace("Users,Purpose", "Purpose,Purpose"), "no column named Users"),
        ("ucs", UCS.replace("Comments,,Source", "Users,,Source"), "column Users stands 2 times"),
        ("ucs", "", "no column named"),
        ("sites", "\x00\x01\x02\x03" * 200, "not text"),
    ],
)
def test_a_document_of_another_form_is_refused_whole(part: str, text: str, problem: str) -> None:
    with pytest.raises(LayoutError, match=problem) as caught:
        items(part, text)
    assert "what was read last stays" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_rows_that_hold_nothing_are_rejects_with_place_and_reason() -> None:
    rows = [FLIGHT, FLIGHT | {"Launch_Tag": "-"}, FLIGHT | {"Launch_Tag": "2031-008", "Launch_Date": "soon"}, FLIGHT]
    text = gcat(GCAT_LAUNCH_COLUMNS, *rows) + "\t" * 40 + "x\n"
    first, *rejects = items("launch", text)
    assert isinstance(first, CatalogueLaunch)
    found = [(r.locator, r.reason) for r in rejects if isinstance(r, Reject)]
    assert found == [("launch:4", "no id"), ("launch:5", "bad date"), ("launch", "id twice"), ("launch:7", "bad row")]
    assert len({r.content_hash for r in rejects if isinstance(r, Reject)}) == 4


def test_a_document_of_nothing_but_faults_is_refused() -> None:
    rows = [FLIGHT | {"Launch_Tag": f"2031-{n}", "Launch_Date": "soon"} for n in range(1001)]
    with pytest.raises(LayoutError, match="more than 1000 rows"):
        items("launch", gcat(GCAT_LAUNCH_COLUMNS, *rows))


def test_satellites_of_gcat_are_its_payloads() -> None:
    craft = {
        "JCAT": "S99001", "Satcat": "99001", "Piece": "2031-007A", "Type": "P  A", "Name": "Testsat-1",
        "PLName": "TS 1", "LDate": "2031 Feb  3", "DDate": "2040?", "Owner": "XYZ", "State": "SU/US", "Mass": "12.5",
        "AltNames": "First, TS 1",
    }  # fmt: skip
    stage = craft | {"JCAT": "S99002", "Type": "R2"}
    (found,) = items("satcat", gcat(GCAT_SATCAT_COLUMNS, craft, stage))
    assert isinstance(found, CatalogueSatellite)
    assert (found.own_id, found.norad, found.cospar, found.mass_kg) == ("S99001", 99001, "2031-007A", 12.5)
    assert found.other_names == ("TS 1", "First")
    assert found.owner_countries == ("SUN", "USA")
    assert (found.ended.first, found.ended.is_doubtful) == ("2040-01-01", True)


def test_organisations_and_sites_of_gcat_with_their_states() -> None:
    agency = {"Code": "XYZ", "UCode": "XY", "StateCode": "J", "Type": "O/PL", "Class": "C", "TStart": "1990 Oct?",
              "TStop": "*", "Name": "Uchu", "EName": "Space", "Longitude": "  139.7", "Latitude": "bad"}  # fmt: skip
    (found,) = items("orgs", gcat(GCAT_ORGS_COLUMNS, agency))
    assert isinstance(found, CatalogueOrganization)
    assert (found.country_code, found.sector, found.kinds) == ("JPN", "civil", ("O", "PL"))
    assert (found.longitude, found.latitude, found.existed_to) == (139.7, None, UNKNOWN)
    site = {"Site": "GIK-5", "UCode": "GIK-5", "StateCode": "RU", "ShortName": "GIK-5 -", "Name": "Baykonur",
            "Longitude": "63.3", "Latitude": "900"}  # fmt: skip
    (place,) = items("sites", gcat(GCAT_SITES_COLUMNS, site))
    assert isinstance(place, CatalogueSite)
    assert (place.longitude, place.latitude) == (63.3, None)  # no place lies at 900 degrees north
    assert (place.common_name, place.country_code, place.short_name) == ("Baikonur", "RUS", "GIK-5")


def test_the_launch_log_with_its_further_payloads() -> None:
    first, second, launch, lost, failure = items("launchlog", LOG)
    assert isinstance(launch, CatalogueLaunch)
    assert launch.own_id == "2031-007"
    assert launch.payload_names == ("Testsat-1", "TS No. 1", "Companion")
    assert (launch.site_code, launch.site_name, launch.outcome) == ("JQ", "Jiuquan", "success")
    assert isinstance(first, CatalogueSatellite)
    assert isinstance(second, CatalogueSatellite)
    assert (first.other_names, first.norad, second.name, second.vehicle_name) == (
        ("TS No. 1",), 99001, "Companion", "Chang Zheng 2D",
    )  # fmt: skip
    assert isinstance(failure, CatalogueLaunch)
    assert (failure.launched.precision, failure.site_name) == ("month", "L-1011 Stargazer")
    assert isinstance(lost, CatalogueSatellite)
    assert lost.norad is None


def test_a_further_payload_without_its_launch_is_a_reject() -> None:
    head, marks, *rest = LOG.split("\n")
    orphan = "\n".join([head, marks, log_line("", "", "2031-006B", "Orphan", "", "S99000"), *rest])
    found = items("launchlog", orphan)
    assert isinstance(found[0], Reject)
    assert len(found) == 6


def test_the_ucs_database_with_joint_owners_and_stray_columns() -> None:
    first, second, stray, wrong = items("ucs", UCS)
    assert isinstance(first, CatalogueSatellite)
    assert (first.name, first.other_names) == ("Testsat-1", ("Testsat 1", "TS 1", "First Test"))
    assert (first.owner_countries, first.maker_countries, first.registry_countries) == (
        ("China", "Brazil"), ("France", "UK"), (),
    )  # fmt: skip
    assert (first.mass_kg, first.launched.first, first.owner_name) == (1250.0, "2031-02-03", "Test, Inc.")
    assert isinstance(second, CatalogueSatellite)
    assert (first.own_id, second.own_id) == ("2031-007A", "2031-007A Testsat-2")
    assert isinstance(stray, Reject)
    assert isinstance(wrong, Reject)
    assert (stray.reason, wrong.reason) == ("no id", "bad date")


@pytest.mark.parametrize("mark", ["\x0b", "\x0c", "\x85", "\u2028"])
def test_only_a_line_feed_ends_a_row(mark: str) -> None:
    found = items("ucs", UCS.replace("Test, Inc.", f"Test,{mark}Inc."))
    assert len(found) == len(items("ucs", UCS))
    assert isinstance(found[0], CatalogueSatellite)
    assert found[0].owner_name == "Test, Inc."


@given(st.text(alphabet="\t\n#-Oa1 /,\"'", max_size=200), st.sampled_from(sorted(PART)))
def test_no_text_behind_a_good_header_breaks_a_reader(text: str, part: str) -> None:
    head = {
        "launch": gcat(GCAT_LAUNCH_COLUMNS), "satcat": gcat(GCAT_SATCAT_COLUMNS), "orgs": gcat(GCAT_ORGS_COLUMNS),
        "sites": gcat(GCAT_SITES_COLUMNS), "launchlog": LOG, "ucs": UCS,
    }[part]  # fmt: skip
    assert len(items(part, head + text)) >= len(items(part, head)) - 1


def test_the_countries_of_iso() -> None:
    found = {country.own_id: country for country in countries()}
    assert (found["CHN"].alpha_2, found["CHN"].numeric, found["CHN"].name) == ("CN", "156", "China")
    assert len(found) > 240
