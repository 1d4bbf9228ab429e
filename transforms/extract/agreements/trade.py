"""Who buys and who sells in an order that a verb tells.

Belongs here: the order itself, and its two sides by the parts that the parties play. Does not belong here: sides that
the sentence leaves out, and what becomes of the order (`orders`).
"""

from typing import NamedTuple

from transforms.extract.agreements.parties import antecedent
from transforms.extract.agreements.triggers import DOCUMENT
from transforms.text import words
from transforms.text.items import Item
from transforms.text.roles import Role, Structure
from transforms.text.sentence import Sentence
from transforms.text.verbs import VerbGroup

_NEAR = 8
#: What is awarded, where no contract is named.
_WORK = frozenset({"launch", "launches", "construction", "building", "manufacture", "development", "job"})
LABELS = ("agreement.order", "agreement.sell", "agreement.select")
_WHEN = frozenset(
    {"in", "on", "last", "this", "early", "late", "up", *words.word_set("roles.months"), "year", "month", "week"}
)


class Order(NamedTuple):
    """A verb of trade at item `verb` and what it is about at item `thing`."""

    sentence: Sentence
    structure: Structure
    verb: int
    act: str
    group: VerbGroup
    status: str
    thing: int


def sides(order: Order) -> tuple[list[Role], list[Role]]:
    """The roles of the buyer and of the supplier."""
    passive = order.group.is_passive
    subject, source, goal = list[Role](), list[Role](), list[Role]()
    target = [role for role in order.structure.roles if _is_carrier(order, role)]
    for role in _acting(order):
        if role.governor == "subject" and role.index < order.group.first:
            subject.append(role)
        elif role.governor == "by" and passive and role.index - order.verb < _NEAR:
            source.append(role)
        elif role.index > order.verb and _is_source(role, order):
            target.append(role)
        elif role.index > order.verb and (role.governor == "to" or _is_object(order, role)):
            goal.append(role)
    relative = antecedent(order.structure, order.sentence.items, order.group.first)
    if relative is not None and not passive and not subject:
        subject = [relative]
    if order.act == "order":
        return (source if passive else subject), (target or _hired(subject if passive else goal))
    if order.act == "sell":
        return goal, (source if passive else subject)
    return (source, subject) if passive else (subject, goal[:1])


def _is_source(role: Role, order: Order) -> bool:
    """`from A`, `through A`; of a firm also `ordered at A`."""
    if role.governor == "at":
        return order.act == "order" and role.mention.category in ("organization", "unknown_organization")
    return role.governor in ("from", "with", "through", "via")


def _acting(order: Order) -> list[Role]:
    """The parties of the verb's clause that act."""
    clause, items = order.structure.clauses[order.verb], order.sentence.items
    return [
        role
        for role in order.structure.roles
        if role.clause == clause and role.acts and not (_is_rival(items, role.index) or _is_home(items, role))
    ]


def _is_home(items: list[Item], role: Role) -> bool:
    """`Europe's Astrium`: where the firm is from, which is nobody's code."""
    after = items[role.index + 1 : role.index + 2]
    return not role.mention.codes and role.mention.text == "Europe" and bool(after) and after[0].kind == "poss"


def _is_object(order: Order, role: Role) -> bool:
    return role.governor == "object" and (role.index < order.thing or order.act == "select")


def _is_carrier(order: Order, role: Role) -> bool:
    """`booked a launch on SpaceX's rocket`: whose rocket it is."""
    cue = order.sentence.items[role.index].cue("supplier")
    return (
        order.act == "order" and role.governor in ("on", "aboard", "atop") and cue is not None and cue.value == "launch"
    )


def _is_rival(items: list[Item], index: int) -> bool:
    """`Airbus rival Boeing`: the first of the two only describes the second."""
    after = [item.low for item in items[index + 1 : index + 3] if item.kind not in ("hyphen", "poss")]
    return after[:1] in (["rival"], ["competitor"])


def _hired(roles: list[Role]) -> list[Role]:
    """`contracted Boeing to build`: organisations alone can be hired."""
    return [r for r in roles if r.mention.category in ("organization", "unknown_organization")][:1]


def signs_with(items: list[Item], verb: int) -> bool:
    """`has signed with B for the launch of …`: a contract that goes unnamed."""
    if not items[verb].low.startswith("sign") or any(i.cue(DOCUMENT) for i in items[max(0, verb - 12) : verb + 16]):
        return False
    at = verb + 1
    while at < min(len(items), verb + 5) and (items[at].kind == "number" or items[at].low in _WHEN):
        at += 1
    return at < len(items) and items[at].low in ("with", "for")


def gives_work(items: list[Item], verb: int) -> bool:
    """`awarded A the launch of …`, `handed A the building of …`: a contract that goes unnamed."""
    if items[verb].cue("agreement.award") is None or any(i.cue(DOCUMENT) for i in items[max(0, verb - 8) : verb + 16]):
        return False
    at = next((i for i in range(verb + 1, min(len(items), verb + 5)) if items[i].low == "the"), None)
    return at is not None and at + 2 < len(items) and items[at + 1].low in _WORK and items[at + 2].low == "of"
