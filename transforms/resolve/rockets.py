"""Names of rockets: which one is meant, and when two writings can mean one.

Belongs here: what sets rockets apart from other named things: their makers, families and flights. Does not belong here:
names in general (`names`), the id of a rocket (`identities`).
"""

from functools import cache, lru_cache

from transforms import lexicons
from transforms.resolve.names import WORD, Name, generic_words

_MOST_MAKER_WORDS = 3


@cache
def rocket(text: str) -> Name:
    """A launch vehicle, whoever is said to make or fly it."""
    return Name(without_maker(text), ("vehicles",))


@cache
def without_maker(text: str) -> str:
    """The rocket in `Sea Launch Zenit-3SL`, `Boeing Delta II`, `Chinese Long March 3B`; other names as they are."""
    words = text.split()
    for first in range(1, min(len(words), _MOST_MAKER_WORDS + 1)):
        maker, rest = " ".join(words[:first]), " ".join(words[first:])
        named = maker.removesuffix("'s").removesuffix("’s")
        if maker in _demonyms() or lexicons.lookup("organizations", named) or lexicons.lookup("countries", named):
            known = Name(rest, ("vehicles",))
            if known.id or known.base_id:
                return rest
    return text


@cache
def _demonyms() -> frozenset[str]:
    """Adjectives of nations, and `European`."""
    named = [row.demonyms for row in lexicons.countries()] + [row.demonyms for row in lexicons.bodies()]
    return frozenset(name.text for names in named for name in names)


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
    words = [word for word in WORD.findall(standard or lexicons.fold(name.text).lower())]
    return "".join(word for word in words if word not in generic_words())


@cache
def rocket_stem(name: Name) -> str:
    """The beginning that all writings of a rocket share: a key to find them by."""
    return _vehicle_key(name)[:4]


@cache
def _vehicle_names() -> dict[str, str]:
    return {row.vehicle_id: lexicons.fold(row.vehicle_name).lower() for row in lexicons.vehicles()}
