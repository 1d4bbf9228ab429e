"""Partners given as examples: `with countries such as A and B`, `with agencies, including those of C`.

Belongs here: whether a party stands in such a list. Does not belong here: partners behind `with` itself (`parties`).
"""

import re

from transforms.extract.agreements.triggers import Trigger
from transforms.text.items import Item
from transforms.text.roles import Role

#: From `with` over a plural without a name to what opens the list.
_OPENED = re.compile(
    r"\bwith (?:[\w’'-]+ ){0,7}?(?:countries|nations|states|agencies|partners|organi[sz]ations|institutions|institutes"
    r"|companies|firms|bodies|governments|universities|operators)(?: [a-z]+){0,3}?,? (?:such as|including|like) ",
    re.I,
)


def is_example(role: Role, trigger: Trigger) -> bool:
    """Whether the party stands in a list of examples of those with whom the document is."""
    sentence, items = trigger.sentence, trigger.items
    found = list(_OPENED.finditer(sentence.part.text, sentence.start, role.mention.start))
    if not found:
        return False
    start, opened = found[-1].span()
    if any(mention.is_party and start < mention.start < opened for mention in sentence.mentions):
        return False
    between = [item for item in items[: role.index] if item.start >= opened]
    return all(_is_of_list(items, item) for item in between)


def _is_of_list(items: list[Item], item: Item) -> bool:
    """Whether the item can stand in a list of parties with their names in brackets."""
    marks = item.kind in ("comma", "open", "close", "poss", "name")
    return marks or item.mention is not None or bool(item.classes & {"conj", "det"}) or item.low == "of"
