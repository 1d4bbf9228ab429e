"""Countries and launch ranges that no lexicon holds, known by their shape.

Belongs here: what makes a capitalised word beside a republic, a space agency or a listed country a country, so that an
agreement with it is not lost, and what makes one a launch range. Does not belong here: names that the lexicons hold, or
institutions (`names`). A country found so has a code of its own, `prov_` and its name, and waits for a person's look.
"""

import re

from transforms.text.fold import match_fold
from transforms.text.items import Item, named
from transforms.text.mentions import Mention
from transforms.text.words import word_set

PROVISIONAL = "prov_"
_POLITIES = frozenset({"republic", "kingdom", "sultanate", "principality", "emirate"})
_AGENCY = re.compile(
    r"(?:(.+?) (?:national )?space agency|(?:national )?space agency of (?:the )?(.+))$", re.IGNORECASE
)
_ITS_AGENCY = re.compile(r"\s*(?:national )?space (?:agency|ministry|office)\b", re.IGNORECASE)
_RANGE = re.compile(
    r" (?:(?:satellite|space|rocket|orbital) )?(?:launch(?:ing)? (?:cent(?:er|re)|site|complex|base|range)|cosmodrome|"
    r"space ?port|space hub|rocket range)\b",
    re.IGNORECASE,
)
#: How names of countries end; a word of another ending is none without further words.
_ENDING = re.compile(r"[a-z]{2}(?:via|nia|ria|sia|lia|stan|land)$")
_AGENCIES = frozenset({"space agency", "national space agency"})
_JOINS = frozenset({"become", "becomes", "became", "becoming", "join", "joins", "joined", "sign", "signs", "signed"})
#: Words before `Space Agency` that are no country's name.
_NO_NATIONS = word_set("strangers.not_nations")
_STATES = frozenset({"country", "nation", "state", "member", "signatory"})
_FROM = frozenset({"from", "at", "in"})


def settle(text: str, items: list[Item]) -> list[Item]:
    """The items with unknown countries and ranges as names of their own."""
    if not any([_is_unknown(i) for i in items if i.mention is not None]) and not (items and _is_open(items[0])):
        return items
    settled: list[Item] = []
    done = 0
    for at, item in enumerate(items):
        if at < done:
            continue
        found = None
        if _is_unknown(item) or item.low in _AGENCIES or (item.mention is None and item.capital):
            found = _polity(text, items, at) or _agency(text, items, at)
            found = found or _range(text, items, at) or _nation(text, items, at)
        if found is None:
            settled.append(item)
        else:
            done, name = found
            settled.append(name)
    return settled


def code_of(name: str) -> str:
    """The provisional code of a country of that name."""
    return PROVISIONAL + re.sub(r"[^a-z0-9]+", "-", match_fold(name).lower()).strip("-")


def _is_unknown(item: Item) -> bool:
    mention = item.mention
    return mention is not None and mention.category.startswith("unknown") and not mention.codes


def _is_open(item: Item) -> bool:
    """Whether nothing but its capital is known of the word."""
    return item.kind == "word" and item.capital and not item.classes and not item.cues


def _country(text: str, start: int, end: int, name: str) -> Item:
    return named(Mention(start, end, text[start:end], (), "country", (code_of(name),)))


def _polity(text: str, items: list[Item], at: int) -> tuple[int, Item] | None:
    """`the Republic of Zorbavia`."""
    item = items[at]
    if at + 2 >= len(items) or not item.capital or item.low.rpartition(" ")[2] not in _POLITIES:
        return None
    name = items[at + 2]
    if items[at + 1].low != "of" or not (_is_unknown(item) or item.kind == "word"):
        return None
    if not _is_unknown(name) or name.mention is None or name.mention.category != "unknown":
        return None
    return at + 3, _country(text, item.start, name.end, text[name.start : name.end])


def _range(text: str, items: list[Item], at: int) -> tuple[int, Item] | None:
    """`from the Quxian launch site`."""
    item = items[at]
    if item.mention is None or item.mention.category != "unknown" or at == 0:
        return None
    before = items[at - 2] if items[at - 1].low == "the" and at > 1 else items[at - 1]
    words = _RANGE.match(text, item.end)
    if words is None or before.low not in _FROM:
        return None
    end = at + 1
    while end < len(items) and items[end].start < words.end():
        end += 1
    return end, named(Mention(item.start, words.end(), text[item.start : words.end()], ()))


def _agency(text: str, items: list[Item], at: int) -> tuple[int, Item] | None:
    """`the Zorbavian Space Agency`, `the Space Agency of Zorbavia`, and Zorbavia where its agency follows."""
    item = items[at]
    mention = item.mention
    if mention is not None and mention.category == "unknown_organization" and not mention.codes:
        written = _AGENCY.match(mention.text)
        if written and (written[1] or written[2]).lower() in _NO_NATIONS:
            return None
        return (at + 1, _body(text, item, item, written[1] or written[2])) if written else None
    following = items[at + 1 : at + 3]
    if item.low in _NO_NATIONS:
        return None
    if _is_lone(item) and following and following[0].low in _AGENCIES and following[0].capital:
        return at + 2, _body(text, item, following[0], text[item.start : item.end])
    if _is_lone(item) and following and following[0].kind == "poss" and _ITS_AGENCY.match(text, following[0].end):
        return at + 1, _country(text, item.start, item.end, item.low)
    if item.low in _AGENCIES and len(following) == 2 and following[0].low == "of" and _is_lone(following[1]):
        return at + 3, _body(text, item, following[1], text[following[1].start : following[1].end])
    return None


def _body(text: str, first: Item, last: Item, nation: str) -> Item:
    """An agency of a country by that name or adjective: Zorbavia's, be it the Zorbavian one."""
    code = code_of(nation[:-1] if nation.endswith("ian") else nation)
    return named(Mention(first.start, last.end, text[first.start : last.end], (), "unknown_organization", (code,)))


def _nation(text: str, items: list[Item], at: int) -> tuple[int, Item] | None:
    """A word that stands where countries stand, and looks like one."""
    item = items[at]
    is_one = _is_lone(item) and _ENDING.search(item.low) is not None
    if is_one and (_is_beside_country(items, at) or _accedes(items, at) or (at and items[at - 1].low == "with")):
        return at + 1, _country(text, item.start, item.end, item.low)
    return None


def _is_lone(item: Item) -> bool:
    """Whether the item is one capitalised word of which nothing is known."""
    if item.mention is None:
        return _is_open(item)
    return item.mention.category == "unknown" and not item.mention.codes and " " not in item.low


def _is_beside_country(items: list[Item], at: int) -> bool:
    """`Zorbavia and China`, `China, Zorbavia and Pakistan`."""
    for link, other in ((at + 1, at + 2), (at - 1, at - 2)):
        if 0 <= link < len(items) and 0 <= other < len(items) and items[link].low in ("and", ","):
            mention = items[other].mention
            if mention is not None and mention.category == "country":
                return True
    return False


def _accedes(items: list[Item], at: int) -> bool:
    """`Zorbavia became the 60th country to sign`, `Zorbavia signed the Artemis Accords`."""
    if at + 1 >= len(items) or items[at + 1].low not in _JOINS:
        return False
    following = items[at + 2 : at + 8]
    return any(
        item.low in _STATES or (item.mention is not None and item.mention.category == "instrument")
        for item in following
    )
