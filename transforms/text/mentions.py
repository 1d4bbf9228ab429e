"""A name in a text: what it can stand for, and which parties.

Belongs here: the record, and the choice between the readings of one name. Does not belong here: finding names
(`matcher`, `names`).
"""

from collections.abc import Iterable

from transforms.lexicons import Surface

#: Categories that can act: sign, buy, launch, host.
PARTIES = frozenset(
    {
        "country",
        "demonym",
        "people",
        "metonym",
        "prefix",
        "body",
        "body_demonym",
        "organization",
        "unknown_organization",
    }
)
#: Of two readings of one name, the one earlier here is the main one.
_ORDER = ("blocker", "country", "body", "organization", "instrument", "vehicle", "spacecraft", "programme", "site",
          "vehicle_family", "demonym", "body_demonym", "people", "prefix", "metonym", "outlet", "place")  # fmt: skip
_UNION_ENDS = "1991-12-26"
_RANK = {category: rank for rank, category in enumerate(_ORDER)}


class Mention:
    """A name at a place in a text.

    Attributes:
        start, end, text: the words, in offsets of the part.
        readings: what the lexicons know it as, main reading first (`preferred`); empty for a name known by its shape.
        category: of the main reading; `unknown` or `unknown_organization` for a name known by its shape.
        id: the main reading's row, or None.
        codes: party codes; for a thing, its owner's or provider's.
        is_doubtful: an everyday word or ambiguous name: take it only where something else speaks for it.
        is_load: whether it can be the payload of a launch, once that was asked (`launches.craft`).
    """

    __slots__ = ("category", "codes", "end", "id", "is_doubtful", "is_load", "readings", "start", "text")

    def __init__(self, start: int, end: int, text: str, readings: tuple[Surface, ...], category: str = "unknown",
                 codes: tuple[str, ...] = ()) -> None:  # fmt: skip
        self.start = start
        self.end = end
        self.text = text
        self.readings = readings
        self.is_load: bool | None = None
        self.category: str
        self.id: str | None
        if readings:
            _, self.category, self.id, self.codes, _, self.is_doubtful, *_ = readings[0]
        else:
            self.category, self.id, self.codes, self.is_doubtful = category, None, codes, False

    def __repr__(self) -> str:
        return f"{self.text!r}<{self.category} {'/'.join(self.codes)}{'?' if self.is_doubtful else ''}>"

    @property
    def is_party(self) -> bool:
        """Whether it names one that can act."""
        return self.category in PARTIES

    def reading(self, *categories: str) -> Surface | None:
        """The best reading in one of these categories, or None."""
        for surface in self.readings:
            if surface.category in categories:
                return surface
        return None


def historic(mention: Mention, day: str | None) -> Mention:
    """The mention as of an article's day: what Russia's bodies did before 1991-12-26 the Soviet Union did."""
    if day is not None and day < _UNION_ENDS and mention.codes == ("RUS",):
        mention.codes = ("SUN",)
    return mention


def as_of(start: int, end: int, text: str, readings: tuple[Surface, ...], day: str | None) -> Mention:
    """The mention of a name of the lexicons in an article of that day."""
    mention = Mention(start, end, text, readings if len(readings) == 1 else valid(readings, day))
    return mention if day is None or day >= _UNION_ENDS else historic(mention, day)


def preferred(readings: Iterable[Surface]) -> tuple[Surface, ...]:
    """The readings of a name, the main one first."""
    return tuple(sorted(readings, key=_preference))


def _preference(surface: Surface) -> tuple[bool, int, str]:
    return surface.is_context, _RANK.get(surface.category, 99), surface.id


def valid(readings: tuple[Surface, ...], day: str | None) -> tuple[Surface, ...]:
    """The readings whose row existed on that (partial) day, or exists still; all of them where none did."""
    if len(readings) < 2:
        return readings
    if day is None:
        kept = tuple(s for s in readings if not s.valid_to)
    else:
        kept = tuple(s for s in readings if (s.valid_from or "")[: len(day)] <= day
                     and (not s.valid_to or s.valid_to >= day[: len(s.valid_to)]))  # fmt: skip
    return kept or readings
