"""A name in a text: what it can stand for, and which parties.

Belongs here: the record, and the choice between the readings of one name. Does not belong here: finding names
(`matcher`, `names`).
"""

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
        readings: what the lexicons know it as, main reading first; empty for a name known by its shape alone.
        category: of the main reading; `unknown` or `unknown_organization` for a name known by its shape.
        id: the main reading's row, or None.
        codes: party codes; for a thing, its owner's or provider's.
        is_doubtful: an everyday word or ambiguous name: take it only where something else speaks for it.
    """

    __slots__ = ("category", "codes", "end", "id", "is_doubtful", "readings", "start", "text")

    def __init__(self, start: int, end: int, text: str, readings: tuple[Surface, ...], category: str = "unknown",
                 codes: tuple[str, ...] = ()) -> None:  # fmt: skip
        self.start = start
        self.end = end
        self.text = text
        self.readings = readings if len(readings) == 1 else tuple(sorted(readings, key=_preference))
        main = self.readings[0] if readings else None
        self.category: str = main.category if main else category
        self.id = main.id if main else None
        self.codes = main.party_codes if main else codes
        self.is_doubtful = main.is_context if main else False

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
