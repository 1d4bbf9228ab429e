"""Reads the lexicon files: one cached function for each table.

Belongs here: turning the tab-separated files of `data/` into records, with an error that names file and line.
Does not belong here: what the records hold (`rows`) or checks across tables (the unit tests).
"""

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from transforms.lexicons.rows import (
    Blocker,
    Body,
    Country,
    Instrument,
    Membership,
    Name,
    Names,
    Organization,
    Outlet,
    Place,
    Programme,
    RelationWords,
    Site,
    Spacecraft,
    Vehicle,
)

DATA = Path(__file__).with_name("data")
LIST_SEPARATOR = " | "

Row = TypeVar("Row")


class LexiconError(ValueError):
    """A lexicon file that cannot be read as its table."""


_MARKS = {"?": (True, False, False), "=": (False, True, False), "~": (False, False, True)}


def parse_name(text: str) -> Name:
    """A listed name with its marker taken off."""
    marks = _MARKS.get(text[0])
    return Name(text) if marks is None else Name(text[1:], *marks)


def parse_list(cell: str) -> tuple[str, ...]:
    """The members of a list cell."""
    if not cell:
        return ()
    if f" {cell} ".find("  ") >= 0 or " | | " in f" {cell} ":
        raise ValueError(f"a list has an empty or padded member: {cell!r}")
    return tuple(cell.split(LIST_SEPARATOR))


def parse_names(cell: str) -> Names:
    """The names of a list cell."""
    return tuple([parse_name(text) for text in parse_list(cell)])


def parse_flag(cell: str) -> bool:
    """A 0/1 cell; empty is 0."""
    if cell not in ("", "0", "1"):
        raise ValueError(f"a flag must be 0, 1 or empty, not {cell!r}")
    return cell == "1"


def parse_text(cell: str) -> str:
    """A cell that must not be empty."""
    if not cell:
        raise ValueError("a required cell is empty")
    return cell


PARSERS: dict[Any, Callable[[str], Any]] = {
    str: parse_text,
    str | None: lambda cell: cell or None,
    bool: parse_flag,
    tuple[str, ...]: parse_list,
    Names: parse_names,
}


def read(path: Path, row_type: type[Row]) -> tuple[Row, ...]:
    """All rows of one file; its header must be the fields of `row_type`, in their order."""
    columns = fields(row_type)  # type: ignore[arg-type]
    parsers = [PARSERS[column.type] for column in columns]
    expected = "\t".join(column.name for column in columns)
    rows, header = [], None
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if not line or line.startswith("#"):
            continue
        if header is None:
            header = line
            if header != expected:
                raise LexiconError(f"{path.name}:{number}: the columns must be {expected!r}")
            continue
        cells = line.split("\t")
        if len(cells) != len(parsers):
            raise LexiconError(f"{path.name}:{number}: {len(cells)} cells, {len(parsers)} columns; check the tabs")
        try:
            rows.append(row_type(*[parse(cell) for parse, cell in zip(parsers, cells, strict=True)]))
        except ValueError as error:
            raise LexiconError(f"{path.name}:{number}: {error}") from error
    return tuple(rows)


@cache
def countries() -> tuple[Country, ...]:
    """Countries, dependent territories with a code of their own, and former states."""
    return read(DATA / "countries.tsv", Country)


@cache
def places() -> tuple[Place, ...]:
    """States, provinces and cities."""
    return read(DATA / "places.tsv", Place)


@cache
def bodies() -> tuple[Body, ...]:
    """Bodies of several countries."""
    return read(DATA / "bodies.tsv", Body)


@cache
def memberships() -> tuple[Membership, ...]:
    """Members of those bodies."""
    return read(DATA / "memberships.tsv", Membership)


@cache
def organizations() -> tuple[Organization, ...]:
    """Agencies, ministries, firms, universities."""
    return read(DATA / "organizations.tsv", Organization)


@cache
def instruments() -> tuple[Instrument, ...]:
    """Standing agreements."""
    return read(DATA / "instruments.tsv", Instrument)


@cache
def outlets() -> tuple[Outlet, ...]:
    """Publishers of news."""
    return read(DATA / "outlets.tsv", Outlet)


@cache
def vehicles() -> tuple[Vehicle, ...]:
    """Launch vehicles."""
    return read(DATA / "vehicles.tsv", Vehicle)


@cache
def sites() -> tuple[Site, ...]:
    """Launch sites."""
    return read(DATA / "sites.tsv", Site)


@cache
def spacecraft() -> tuple[Spacecraft, ...]:
    """Spacecraft and series."""
    return read(DATA / "spacecraft.tsv", Spacecraft)


@cache
def programmes() -> tuple[Programme, ...]:
    """Programmes."""
    return read(DATA / "programmes.tsv", Programme)


@cache
def blockers() -> tuple[Blocker, ...]:
    """Phrases that contain a name without being it."""
    return read(DATA / "blockers.tsv", Blocker)


@cache
def relation_words() -> tuple[RelationWords, ...]:
    """Phrases that tell how one agreement stands to an earlier one."""
    return read(DATA / "relation_words.tsv", RelationWords)
