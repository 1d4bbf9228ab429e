"""When two claims tell of one joint undertaking.

Belongs here: the comparable form of a cooperation claim, the keys under which two are brought together, and the rule.
Does not belong here: grouping by the rule's verdicts (`cluster`).
"""

from collections.abc import Hashable

from transforms.resolve.dates import Interval, distance, interval, month
from transforms.resolve.mentions import POSITION, Mention, Node
from transforms.resolve.names import Name, Relation, relate, thing
from transforms.resolve.traits import ANY, of_words
from transforms.resolve.verdicts import APART, CONFLICT, WEAK

_AT = POSITION["cooperation"]
_TYPE, _PARTIES, _SUBJECT, _START = (_AT[name] for name in ("type", "parties", "subject", "start"))

#: Types that tell the same undertaking in other words.
CLASSES = {"constellation": "joint_mission"}
#: Of these the series says as much as its member: a service is not one of each craft.
SERVICES = frozenset({"data_sharing", "ground_station", "emergency_service"})
#: Days within which crews of one craft or station, which fly there again and again, are one.
CREW_DAYS = 180


class Cooperation(Node):
    """An undertaking as told."""

    __slots__ = ("parties", "subject", "type", "when")

    def __init__(self, mention: Mention) -> None:
        super().__init__()
        cells = mention.cells
        self.type: str = CLASSES.get(cells[_TYPE]) or cells[_TYPE]
        self.parties = frozenset(cells[_PARTIES])
        self.subject: Name | None = thing(cells[_SUBJECT]) if cells[_SUBJECT] else None
        self.when: Interval | None = None
        if self.type == "crew" and not (self.subject and self.subject.mark):
            self.when = interval(cells[_START]) or interval(month(mention.published))


def signature(mention: Mention) -> Hashable:
    """What is compared: claims equal in it are one node."""
    cells = mention.cells
    told = cells[_START] if interval(cells[_START]) else month(mention.published)
    dated = told if cells[_TYPE] == "crew" else None
    return CLASSES.get(cells[_TYPE], cells[_TYPE]), frozenset(cells[_PARTIES]), cells[_SUBJECT], dated


def shared_keys(node: Cooperation) -> list[Hashable]:
    """The same subject whoever takes part, or the same parties and a word of the subject."""
    if node.subject is None:
        return [(node.type, node.parties)]
    name = node.subject
    keys: list[Hashable] = [(node.type, name.core), (node.type, name.key), (node.type, name.initials)]
    return keys + [(node.type, node.parties, word) for word in {name.base, *name.words}]


def asked_keys(node: Cooperation) -> list[Hashable]:
    """None beyond the shared ones."""
    return []


def offered_keys(node: Cooperation) -> list[Hashable]:
    """None beyond the shared ones."""
    return []


def rank(node: Cooperation) -> int:
    """The more parties it names, the more it tells."""
    return len(node.parties)


def traits(_node: Cooperation, _key: Hashable) -> int:
    """None is asked for: no key is."""
    return ANY


def shared_traits(node: Cooperation) -> int:
    """Its parties: no two undertakings are one that have none in common, or name none."""
    return of_words(node.parties) or ANY


def verdict(a: Cooperation, b: Cooperation) -> int:
    """Whether two tellings are of one undertaking."""
    if a.type != b.type or (a.when and b.when and distance(a.when, b.when) > CREW_DAYS):
        return CONFLICT
    if a.subject is None or b.subject is None:
        return 40 if a.subject is b.subject and a.parties == b.parties else CONFLICT
    about = relate(a.subject, b.subject)
    if about < Relation.SERIES or (about is Relation.SERIES and a.type not in SERVICES):
        return CONFLICT
    if a.parties == b.parties:
        return 50 + 10 * about
    if about is not Relation.SAME or not a.parties & b.parties:
        return CONFLICT
    if a.type == "satellite_export" and a.subject.mark:
        return 45
    few, many = sorted((a.parties, b.parties), key=len)
    return WEAK if few < many and 2 * len(few) > len(many) else APART
