"""Which unknown names are persons', by what is said beside them.

Belongs here: speakers, office holders, members of a crew. Does not belong here: crews of
the launch itself (`people`).
"""

from transforms.extract.launches.items import item_at, lows, word_set
from transforms.text.items import Item

_OFFICES = frozenset(
    ["president", "chairman", "director", "chief", "minister", "head", "manager", "founder", "spokesman", "professor"]
)
_POSTS = frozenset(["captain", "commander", "engineer", "cosmonaut", "astronaut", "pilot", "veteran", "skipper"])
CREW = word_set("crew_words")


def is_person(items: list[Item], at: int) -> bool:
    """Whether the unknown name is a person's: `said Ana Soto`, `Ana Soto, president of`."""
    mention, before = items[at].mention, item_at(items, at - 1)
    if mention is None or mention.category != "unknown":
        return False
    behind = lows(items, at + 1, at + 4)
    if behind[:2] in ([",", "the"], [",", "a"]) and not _POSTS.isdisjoint(behind[2:]):
        return True  # `Soto, the captain, …`
    if " " not in mention.text:
        return False
    if before is not None and before.low in ("said", "says", "told", "added"):
        return True
    if any(item.low.removesuffix("s") in CREW for item in items[max(0, at - 3) : at]):
        return True  # `cosmonauts Bo Brook and Ann Archer`
    if before is not None and before.kind == "poss" and any(item.low.rstrip("s") in CREW for item in items[:at]):
        return True  # `cosmonaut Oleg Ivanov and Japan's Koichi Tanaka`
    after = items[at + 1 : at + 6]
    return len(after) > 1 and after[0].kind == "comma" and any(item.low in _OFFICES for item in after[1:])
