"""Which parts each kind of catalogue has, and the reader of each part.

Belongs here: the list, and reading one document into records and rejects. Does not belong here: where a document lies
(`loading`) or its format (the module of the catalogue).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sources.article import Reject, stable_hash
from sources.decode import decode_lines
from sources.errors import LayoutError, UnreadableError
from sources.reference import gcat, launchlog, ucs
from sources.reference.records import CatalogueRecord

RecordReader = Callable[[str, str], Iterator[CatalogueRecord | tuple[int, UnreadableError]]]

_MOST_REJECTS = 1_000


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a catalogue.

    Attributes:
        name: by which `sources.toml` names it, or the kind where there is but one.
        tables: what it holds: launches, satellites, organizations, sites.
        limit_bytes: a larger document is refused.
    """

    name: str
    tables: tuple[str, ...]
    read: RecordReader
    limit_bytes: int


_MB = 1024 * 1024

PARTS: dict[str, tuple[Part, ...]] = {
    "gcat": (
        Part("launch", ("launches",), gcat.launches, 64 * _MB),
        Part("satcat", ("satellites",), gcat.satellites, 128 * _MB),
        Part("orgs", ("organizations",), gcat.organizations, 16 * _MB),
        Part("sites", ("sites",), gcat.sites, 16 * _MB),
    ),
    "launchlog": (Part("launchlog", ("launches", "satellites"), launchlog.read, 64 * _MB),),
    "ucs": (Part("ucs", ("satellites",), ucs.read, 64 * _MB),),
}


def read(part: Part, data: bytes, origin: str, locator: str) -> Iterator[CatalogueRecord | Reject]:
    """Records of a document in its order, and a reject for each row that holds none or repeats an id.

    Args:
        part: what the document is.
        data: its bytes.
        origin: name of the configured source.
        locator: where it was found; a label.

    Raises:
        LayoutError: a column is gone, renamed or doubled, or the document is no text: nothing of it counts.
    """
    where = origin if part.name in (origin, *PARTS) else f"{origin} {part.name}"
    try:
        text = decode_lines(data)
    except UnreadableError as error:
        raise LayoutError(where, f"{error.reason} ({error.detail})") from None
    seen: set[tuple[type, str]] = set()
    rejected = 0
    for found in part.read(text, where):
        if not isinstance(found, tuple):
            key = (type(found), found.own_id)
            if key not in seen:
                seen.add(key)
                yield found
                continue
            found = (0, UnreadableError("id twice", f"{found.own_id} stands twice; the first one counts"))
        rejected += 1
        if rejected > _MOST_REJECTS:
            raise LayoutError(where, f"more than {_MOST_REJECTS} rows cannot be read, the last: {found[1]}")
        yield reject(found, origin, locator)


def reject(found: tuple[int, UnreadableError], origin: str, locator: str) -> Reject:
    """A row that holds no record, as a reject."""
    number, error = found
    place = f"{locator}:{number}" if number else locator
    return Reject(origin, place, error.reason, error.detail, stable_hash(place, error.reason, error.detail), {})
