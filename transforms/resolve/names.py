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


WORD = re.compile(r"[a-z]+|\d+[a-z]*")
_DESIGNATION = re.compile(
    r"^(?P<base>.*?[a-z].*?)(?:[\s\-./]*(?P<number>\d[\d\s\-./]*[a-z]{0,2}\d*)|[\s\-./]+(?P<code>[a-z]{1,2}\d+[a-z]?))$"
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11,
          "xii": 12}  # fmt: skip
_ROMAN_END = re.compile(r"(?<=[A-Za-z])[ -]([IVX]{1,4})$")
_SPELT = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_WORD_END = re.compile(rf"(?<=[A-Za-z])[ -]({'|'.join(_SPELT)})$", re.I)
#: The letter of a designation parted from its number: GSLV D-3.
_PARTED = re.compile(r"(?<= )([A-Z])-(\d{1,3})$")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
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
            found = WORD.findall(lexicons.fold(name).lower())
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
        plain = numbered(_without_owner(text) if "spacecraft" in dimensions else text)
        lower = plain.lower()
        self.key = lexicons.key(plain)
        match = _DESIGNATION.match(lower)
        base, mark = (match["base"], match["number"] or match["code"]) if match else (lower, "")
        self.mark = _mark(mark)
        self.base_id = self._find(base, dimensions) if mark else None
        self.id = self._find(plain, dimensions)
        if mark and self.id is None and "spacecraft" in dimensions:
            self.id = _member(self.base_id, base, self.mark)
        self.base_id = self.base_id if mark else self.id
        self.base = self.base_id or lexicons.key(base)
        listed = self.id is not None and self.id != self.base_id
        self.core: tuple[str, ...] = (self.id,) if self.id and (listed or not mark) else (self.base, self.mark)
        found = [stem(word) for word in WORD.findall(lower)]
        self.words = frozenset(found) - generic_words()
        self.initials = "".join(word[0] for word in WORD.findall(lower) if word not in ("the", "of", "for", "and"))
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


def numbered(text: str) -> str:
    """A name with its number in digits: Shenzhou-6 for Shenzhou VI, Challenge-1 for Challenge One."""
    plain = _ROMAN_END.sub(lambda m: f"-{_ROMAN.get(m[1].lower(), m[1])}", lexicons.fold(text).strip())
    plain = _WORD_END.sub(lambda m: f"-{_SPELT.index(m[1].lower()) + 1}", plain)
    return joined(_THOUSANDS.sub("", plain))


def _without_owner(text: str) -> str:
    """Crew-8 for SpaceX Crew-8: an unlisted craft without the name of its operator; a firm's own series keeps it."""
    owner, _, rest = text.partition(" ")
    if not rest[:1].isupper() or not any(char.isdigit() for char in rest) or lexicons.lookup("spacecraft", text):
        return text
    is_series = lexicons.lookup("spacecraft", owner) or lexicons.lookup("programmes", owner)
    return rest if lexicons.lookup("organizations", owner) and not is_series else text


def joined(text: str) -> str:
    """A name with the letter of its designation beside the number: GSLV D3 for GSLV D-3."""
    return _PARTED.sub(r"\1\2", text)


def _mark(number: str) -> str:
    """A designation without what writings differ in: `4` of CBERS-04, `3-2` of Ziyuan-3 02, `4a` of CBERS-4 A."""
    joined = re.sub(r"(?<=\d)[^a-z0-9]+(?=\d)", "-", number)
    return _ZEROS.sub("", re.sub(r"[^a-z0-9-]", "", joined).strip("-"))


@cache
def _craft() -> dict[str, tuple[bool, str | None]]:
    """Of each listed spacecraft: whether it is a series or flies again, and the programme it belongs to."""
    again = ("series", "capsule", "cargo", "shuttle", "constellation")
    return {
        row.spacecraft_id: (row.is_series or row.spacecraft_type in again, row.programme_id)
        for row in lexicons.spacecraft()
    }


def _member(series: str | None, base: str, mark: str) -> str | None:
    """The listed craft of a series that has this number, however the series is written here."""
    spelt = _SPELT[int(mark) - 1] if mark.isdigit() and 0 < int(mark) <= len(_SPELT) else mark
    found = lexicons.lookup("spacecraft", f"{base} {mark}") or lexicons.lookup("spacecraft", f"{base} {spelt}")
    return found or next((row for row in (f"{series}-{mark}", f"{series}{mark}") if series and row in _craft()), None)


@cache
def thing(text: str) -> Name:
    """A programme, mission, spacecraft or standing agreement, as agreements and undertakings name it."""
    return Name(text, ("instruments", "programmes", "spacecraft"))


@cache
def craft(text: str) -> Name:
    """A spacecraft, as launches name it."""
    return Name(text, ("spacecraft",))


@cache
def site(text: str) -> Name:
    """A launch centre."""
    return Name(text, ("sites",))


def slug(text: str) -> str:
    """A name as an id: `angosat-3` for Angosat 3, ANGOSAT-3 and AngoSat3."""
    return _SLUG.sub("-", lexicons.fold(text).lower()).strip("-") or "unnamed"


def identify(dimension: Dimension, text: str) -> str:
    """The id of a named member of a dimension; provisional, one for all writings, where no lexicon holds the name."""
    known = lexicons.lookup(dimension, text)
    if known is None and dimension == "spacecraft":
        known, text = craft(text).id, _without_owner(text)
    return known or unlisted_id(text)


def unlisted_id(text: str) -> str:
    """The provisional id of a name."""
    return f"prov_{slug(_ZEROS.sub('', numbered(text)))}"


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
def sites_agree(a: Name | None, b: Name | None) -> bool | None:
    """True for two writings of one launch centre, None where one is not named or nothing can be told."""
    if a is None or b is None:
        return None
    if a.core == b.core or a.words and b.words and (a.words <= b.words or b.words <= a.words):
        return True
    return False if a.id and b.id else None
