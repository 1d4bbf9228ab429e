"""Columns that are gone are all named, each with a sensible guess of what it is called now."""

import datetime as dt

import pytest

from sources.errors import ColumnError, LayoutError
from sources.records import Reading
from sources.reference.gcat import ORGS_COLUMNS
from sources.reference.table import require
from sources.renamed import likely


@pytest.mark.parametrize(
    ("missing", "present", "found"),
    [
        (["Launch_Date"], ["LaunchDate", "Launch_Site2"], {"Launch_Date": "LaunchDate"}),
        (["Owner", "SatOwner"], ["sat owner"], {"SatOwner": "sat owner"}),
        (["Name", "Type"], ["FullName", "Kind"], {"Name": "FullName"}),
        (["NORAD Number"], ["NORAD No."], {"NORAD Number": "NORAD No."}),
        (["Users"], ["Purpose", "__"], {}),
    ],
)
def test_what_a_name_has_become(missing: list[str], present: list[str], found: dict[str, str]) -> None:
    assert likely(missing, present) == found


def test_all_missing_columns_are_named_and_one_of_its_own_is_no_guess() -> None:
    names = [name for name in ORGS_COLUMNS if name not in ("Code", "TStart")] + ["T_Start", "Extra"]
    with pytest.raises(LayoutError) as caught:
        require(names, ORGS_COLUMNS, "gcat orgs")
    assert str(caught.value).startswith(
        "gcat orgs: no column named Code, TStart (is it T_Start now?); it has besides Extra; what was read last stays"
    )


def test_a_page_in_the_place_of_a_catalogue_is_not_told_column_by_column() -> None:
    with pytest.raises(LayoutError, match="no column named Code, nor any other of the 16 that belong there"):
        require(["<html>"], ORGS_COLUMNS, "gcat orgs")


def test_an_archive_with_other_names() -> None:
    given = {"text": "Bodytext", "title": "Headline"}
    reading = Reading("old", "a.csv", "h", dt.date(2021, 3, 9), given)
    with pytest.raises(ColumnError, match=r"named Bodytext \(is it body_text now\?\), Headline among: "):
        reading.renamed(["body_text", "pub_date"])


def test_an_archive_without_text_is_told_which_column_may_hold_it() -> None:
    plain = Reading("old", "a.csv", "h", dt.date(2021, 3, 9))
    with pytest.raises(
        ColumnError, match=r'no column named text \(is it body\? then give fields = { text = "body" }\)'
    ):
        plain.renamed(["title", "body"])
