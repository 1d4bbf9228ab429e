"""Names of things: what a name has in common with another writing of it, and when two names can mean one thing.

Belongs here: the parts of a name (base, designation, words), its id in the lexicons or a provisional one, and the
relation of two names. Does not belong here: parties (codes already), or what a relation means for a kind of fact.
"""

import csv
import re
from enum import IntEnum
from functools import cache, lru_cache
from pathlib import Path

from transforms import lexicons
from transforms.lexicons import Dimension


class Relation(IntEnum):
    """How two names of things relate; from what parts them to what joins them."""

    CONFLICT = 0  # both are proper names, of different things
    UNLIKE = 1  # two descriptions without a word in common
    NEUTRAL = 2  # one is missing, or one is a name and the other a description
    SERIES = 3  # the series and a member of it, a programme and its craft
    OVERLAP = 4  # descriptions that share what matters
    SAME = 5


_WORD = re.compile(r"[a-z]+|\d+[a-z]*")
_DESIGNATION = re.compile(
    r"^(?P<base>.*?[a-z].*?)(?:[\s\-./]*(?P<number>\d[\d\s\-./]*[a-z]{0,2}\d*)|[\s\-./]+(?P<code>[a-z]{1,2}\d+[a-z]?))$"
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11,
          "xii": 12}  # fmt: skip
_ROMAN_END = re.compile(r"(?<=[A-Za-z])[ -]([IVX]{1,4})$")
_SLUG = re.compile(r"[^a-z0-9]+|(?<=[a-z])(?=\d)")
_MIN_LONG_WORD = 8
_MIN_SHARED = 0.5
_MIN_INITIALS = 3


@cache
def generic_words() -> frozenset[str]:
    """Words that tell nothing apart, from `words.tsv`."""
    with Path(__file__).with_name("words.tsv").open(encoding="utf-8", newline="") as file:
        return frozenset(row["word"] for row in csv.DictReader(file, delimiter="\t"))


@cache
def place_words() -> frozenset[str]:
    """Words of country names and adjectives: of a joint thing they name its owners, which are compared as parties."""
    words: set[str] = set()
    for row in lexicons.countries():
        for name in (row.country_name, *(n.text for n in (*row.demonyms, *row.aliases))):
            found = _WORD.findall(lexicons.fold(name).lower())
            if len(found) == 1:
                words.add(stem(found[0]))
    return frozenset(words)


def stem(word: str) -> str:
    """A word without the endings that its noun and adjective differ in."""
    for ending in ("ographic", "ography"):
        if word.endswith(ending):
            return word.removesuffix(ending) + "ogr"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


class Name:
    """A name taken apart; one object for each text and dimension, so that identity is equality.

    Attributes:
        text: as worded.
        id: of the lexicon row, or None.
        base, mark: `cbers` and `4a` of CBERS-4A; `mark` is empty where there is no number.
        core: what is compared first: the row, or base and mark.
        words: stems of the words that tell something.
        is_proper: a name rather than a description.
        is_series: names a series, or a craft that flies again and again.
    """

    __slots__ = ("base", "base_id", "core", "id", "initials", "is_proper", "is_series", "key", "mark", "owner", "text",
                 "words")  # fmt: skip

    def __init__(self, text: str, dimensions: tuple[Dimension, ...]) -> None:
        self.text = text
        plain = _ROMAN_END.sub(lambda m: f"-{_ROMAN.get(m[1].lower(), m[1])}", lexicons.fold(text).strip())
        lower = plain.lower()
        self.key = lexicons.key(plain)
        match = _DESIGNATION.match(lower)
        base, mark = (match["base"], match["number"] or match["code"]) if match else (lower, "")
        self.mark = re.sub(r"[^a-z0-9]", "", mark)
        self.id = self._find(plain, dimensions)
        self.base_id = self._find(base, dimensions) if mark else self.id
        self.base = self.base_id or lexicons.key(base)
        listed = self.id is not None and self.id != self.base_id
        self.core: tuple[str, ...] = (self.id,) if self.id and (listed or not mark) else (self.base, self.mark)
        found = [stem(word) for word in _WORD.findall(lower)]
        self.words = frozenset(found) - generic_words()
        self.initials = "".join(word[0] for word in _WORD.findall(lower) if word not in ("the", "of", "for", "and"))
        capital = any(char.isupper() or char.isdigit() for char in plain)
        self.is_proper = self.id is not None or (capital and bool(self.words))
        craft = _craft().get(self.id or "")
        self.is_series = bool(craft and craft[0] and (listed or not mark))
        self.owner = craft[1] if craft else (_craft().get(self.base_id or "") or (False, None))[1]

    @property
    def handles(self) -> set[str]:
        """Words of which two names have one in common where one is the other, its series, or its programme."""
        short = {self.initials} if len(self.initials) >= _MIN_INITIALS else set()
        return {self.key, self.base, *self.words, *short, *filter(None, (self.id, self.owner))}

    @staticmethod
    def _find(text: str, dimensions: tuple[Dimension, ...]) -> str | None:
        for dimension in dimensions:
            found = lexicons.lookup(dimension, text)
            if found:
                return found
        return None


@cache
def _craft() -> dict[str, tuple[bool, str | None]]:
    """Of each listed spacecraft: whether it is a series or flies again, and the programme it belongs to."""
    again = ("series", "capsule", "cargo", "shuttle", "constellation")
    return {
        row.spacecraft_id: (row.is_series or row.spacecraft_type in again, row.programme_id)
        for row in lexicons.spacecraft()
    }


@cache
def thing(text: str) -> Name:
    """A programme, mission, spacecraft or standing agreement, as agreements and undertakings name it."""
    return Name(text, ("instruments", "programmes", "spacecraft"))


@cache
def craft(text: str) -> Name:
    """A spacecraft, as launches name it."""
    return Name(text, ("spacecraft",))


@cache
def rocket(text: str) -> Name:
    """A launch vehicle."""
    return Name(text, ("vehicles",))


@cache
def site(text: str) -> Name:
    """A launch centre."""
    return Name(text, ("sites",))


def slug(text: str) -> str:
    """A name as an id: `angosat-3` for Angosat 3, ANGOSAT-3 and AngoSat3."""
    return _SLUG.sub("-", lexicons.fold(text).lower()).strip("-") or "unnamed"


def identify(dimension: Dimension, text: str) -> str:
    """The id of a named member of a dimension; provisional where no lexicon holds the name."""
    return lexicons.lookup(dimension, text) or f"prov_{slug(text)}"


@lru_cache(maxsize=1 << 16)
def relate(a: Name | None, b: Name | None) -> Relation:
    """How two names of programmes, missions or spacecraft relate."""
    if a is None or b is None:
        return Relation.NEUTRAL
    if a is b or a.key == b.key or a.core == b.core or _is_initials(a, b) or _is_initials(b, a):
        return Relation.SAME
    if a.base == b.base:
        return Relation.CONFLICT if a.mark and b.mark else Relation.SERIES
    if a.owner and a.owner == b.id or b.owner and b.owner == a.id:
        return Relation.SERIES
    return _relate_words(a, b)


def _is_initials(short: Name, long: Name) -> bool:
    """True for CBERS and China-Brazil Earth Resources Satellite."""
    return _MIN_INITIALS <= len(short.key) <= 8 and short.key == long.initials and not short.mark


def _numbers(words: frozenset[str]) -> bool:
    """True where a number is among them."""
    return any(word[0].isdigit() for word in words)


def _relate_words(a: Name, b: Name) -> Relation:
    if not a.words or not b.words:
        return Relation.NEUTRAL
    one, two = a.words - place_words() or a.words, b.words - place_words() or b.words
    if one == two:
        return Relation.OVERLAP
    shared, smaller = one & two, min(len(one), len(two))
    if len(shared) == smaller and not _numbers(one ^ two):
        return Relation.OVERLAP
    if len(shared) == smaller:
        return Relation.CONFLICT if _numbers(one) and _numbers(two) else Relation.SERIES
    if len(shared) / smaller >= _MIN_SHARED and any(len(word) >= _MIN_LONG_WORD for word in shared):
        return Relation.OVERLAP
    if a.is_proper and b.is_proper:
        return Relation.CONFLICT
    return Relation.NEUTRAL if a.is_proper or b.is_proper else Relation.UNLIKE


@lru_cache(maxsize=1 << 16)
def vehicles_agree(a: Name | None, b: Name | None) -> bool | None:
    """True for two writings of one rocket, False for two rockets, None where one is not named.

    One may tell more than the other: Long March, Long March 3B, Long March 3B/E; PSLV, PSLV-C37.
    """
    if a is None or b is None:
        return None
    if a.key == b.key or a.core == b.core:
        return True
    short, long = sorted((_vehicle_key(a), _vehicle_key(b)), key=len)
    return long.startswith(short) and not (short[-1:].isdigit() and long[len(short) : len(short) + 1].isdigit())


def _vehicle_key(name: Name) -> str:
    """The lexicon's standard name where there is one (CZ-3B: `longmarch3b`), else its own letters and digits."""
    standard = _vehicle_names().get(name.id or "") or _vehicle_names().get(name.base_id or "", "")
    if standard and name.id is None:
        standard += name.mark
    words = [word for word in _WORD.findall(standard or lexicons.fold(name.text).lower())]
    return "".join(word for word in words if word not in generic_words())


@cache
def rocket_stem(name: Name) -> str:
    """The beginning that all writings of a rocket share: a key to find them by."""
    return _vehicle_key(name)[:4]


@cache
def _vehicle_names() -> dict[str, str]:
    return {row.vehicle_id: lexicons.fold(row.vehicle_name).lower() for row in lexicons.vehicles()}


@lru_cache(maxsize=1 << 16)
def sites_agree(a: Name | None, b: Name | None) -> bool | None:
    """True for two writings of one launch centre, None where one is not named or nothing can be told."""
    if a is None or b is None:
        return None
    if a.core == b.core or a.words and b.words and (a.words <= b.words or b.words <= a.words):
        return True
    return False if a.id and b.id else None
