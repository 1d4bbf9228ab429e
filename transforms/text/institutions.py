"""Names of institutions, known by their shape: `the Ghana Space Science and Technology Institute`.

Belongs here: which words beside a head (`institute`, `ministry`) are its name. Does not belong here: any other name
that no lexicon holds (`names`).
"""

from transforms.text.items import Item, named
from transforms.text.mentions import Mention
from transforms.text.words import word_set

#: Words that make a capitalised run an organisation; with `of`-complements where such a body takes them.
_HEADS = word_set("institutions.heads")
_TAKES_OF = word_set("institutions.takes_of")
_LINKS = word_set("institutions.links")
_NATIONAL = word_set("institutions.national")
#: Capitalised words that are no part of a name though they may stand beside one.
_TITLES = word_set("institutions.titles")
_LIMITED = frozenset({"pty", "pvt", "proprietary", "private", "co", "pte"})


def is_capital_word(item: Item) -> bool:
    """A capitalised word of no closed class that may be part of a name."""
    return item.capital and item.kind == "word" and not item.classes and item.low not in _TITLES


def _joins(item: Item) -> bool:
    """Whether the item can be part of an institution's name."""
    if item.kind == "name" and item.mention is not None:
        return item.mention.category in _NATIONAL or not item.mention.is_party
    return (
        item.kind == "word"
        and item.capital
        and item.low not in _TITLES
        and not (item.classes and item.low not in ("first", "new"))
    )


def _left(items: list[Item], head: int) -> int:
    """Index where the institution's name with this head begins."""
    at = head
    while at > 0:
        before = items[at - 1]
        if _joins(before):
            at -= 1
        elif at > 1 and before.kind in ("point", "close") and items[at - 2].low in _LIMITED:
            at -= 3 if before.kind == "close" and at > 2 else 1  # `Skyvane (Pty) Ltd`, `Dhara Imaging Pvt. Ltd.`
        elif before.low in ("and", "&") and at > 1 and _joins(items[at - 2]) and items[at - 2].mention is None:
            if not _has_head(items, at - 2) and items[at].mention is None:
                at -= 2
            else:
                break
        else:
            break
    if items[at].start == items[0].start and items[at].classes:
        at += 1
    return at


def _has_head(items: list[Item], at: int) -> bool:
    return items[at].low in _HEADS


def _right(items: list[Item], head: int) -> int:
    """Index after the institution's name with this head: `… of Science and Technology of Laos`."""
    at = head + 1
    while (
        at < len(items) and items[at].low in ("inc", "ltd", "limited", "corp", "co", "llc", "plc") and items[at].capital
    ):
        at += 1
    if items[head].low not in _TAKES_OF:
        return at
    while at < len(items):
        link = at
        while link < len(items) and items[link].low in _LINKS and link - at < 2:
            link += 1
        if link == at or link >= len(items) or not _joins(items[link]):
            break
        if items[at].low in ("and", "&") and (items[link].mention is not None or _names_other(items, link)):
            break
        while link < len(items) and _joins(items[link]):
            link += 1
        at = link
    return at


def _names_other(items: list[Item], at: int) -> bool:
    """Whether the capitalised run at this index has a head, and so is another institution."""
    while at < len(items) and _joins(items[at]):
        if items[at].low in _HEADS:
            return True
        at += 1
    return False


def _institution(text: str, items: list[Item], head: int) -> tuple[int, int, Item] | None:
    start, end = _left(items, head), _right(items, head)
    if end - start < 2:
        return None
    inside = [item.mention for item in items[start:end] if item.mention is not None]
    codes = tuple(dict.fromkeys(code for m in inside if m.category in _NATIONAL for code in m.codes))
    if len(codes) > 1:
        return None
    first, last = items[start].start, items[end - 1].end
    return start, end, named(Mention(first, last, text[first:last], (), "unknown_organization", codes))


def institutions(text: str, items: list[Item]) -> dict[int, tuple[int, Item]]:
    """Index of the first item of each institution's name, with the index after it and the joined item."""
    found: dict[int, tuple[int, Item]] = {}
    done = 0
    for head, item in enumerate(items):
        if head >= done and item.capital and item.kind == "word" and item.low in _HEADS:
            institution = _institution(text, items, head)
            if institution and institution[0] >= done:
                start, done, name = institution
                found[start] = (done, name)
    return found
