"""Names beyond the lexicons, known by their shape: numbered spacecraft, capitalised runs.

Belongs here: joining the items of a sentence into such names. Does not belong here: names that the lexicons hold, or
what makes an institution (`institutions`).
"""

import re
from functools import lru_cache

from transforms.text.institutions import institutions, is_capital_word
from transforms.text.items import Item, named
from transforms.text.mentions import PARTIES, Mention
from transforms.text.national import national
from transforms.text.words import word_set

#: What may follow a name to tell one of a series: `-3`, ` 5A`, `-C37`, ` B2`, ` 1-02`, `-Q`, ` XI`, ` IIIC`, ` – B`; no
#: count, time or year.
_DESIGNATION = re.compile(
    r"(?:(?!\W?\d+(?:st|nd|rd|th)\b))(?:[-–] ?(?:[A-Z]{1,3}-?)?(?!(?:19|20)\d\d\b)"
    r"\d{1,4}[A-Za-z]{0,2}(?: 0\d|-[A-Z0-9]{1,3})?"
    r"|-[A-Z]{1,4}\d{0,3}[A-Z]?|\d{1,3}[A-Z]?(?:-\d[A-Z]?)?"
    r"| (?:[A-Z]{1,2}-?)?(?!(?:19|20)\d\d\b)\d{1,4}[A-Za-z]{0,2}(?:-[A-Z0-9]{1,3})?(?! (?:more |new |small |other )?"
    r"(?:satellites|spacecraft|missions|launches|flights|[Ss]oyuz|years|months|days|people|countr"
    r"|crafts|million|billion|percent))| [-–] [A-Z](?!\w)| [IVX]{1,4}[A-F]?)"
    r"\+?(?![\w%]|:\d|[.,]\d)"
)
_CRAFT_WORD = re.compile(r"(?:sat|star|net|lite|nimiq|sputnik)$")
_SMALL = re.compile(r" \d{1,2}[A-Z]?")
#: A word that is no everyday one, even at the head of a sentence: `MicroDragon`, `SVOM`.
_COINED = re.compile(r"[a-z][A-Z]|[A-Z]{3}")
#: Words that are numbered without being a craft.
_COUNTED = word_set("names.counted")
#: Words that name nothing when they stand alone, be they written with a capital.
_COMMON = word_set("names.common")
#: Last words of firms of the trade that are everyday words of space.
_TAILS = word_set("names.tails")
_ROMAN = re.compile(r"(?=.)x{0,3}(?:ix|iv|v?i{0,3})[a-f]?")


def _numbered(text: str, items: list[Item], at: int) -> tuple[int, Item] | None:
    """A capitalised word or series with its designation: `AngoSat-3`, `Optus B2`, `GSLV-F16`, `DirecTV 1-R`."""
    first = items[at]
    end = at
    while end + 1 < len(items) and is_capital_word(items[end + 1]) and items[end].kind == "word":
        end += 1
    match = _DESIGNATION.match(text, items[end].end)
    if match is None or not (
        _takes(text, items[at], items[end], match[0][0]) or _is_plain_number(items, at, end, match[0])
    ):
        return None
    last = match.end()
    while end + 1 < len(items) and items[end + 1].start < last:
        end += 1
    known = first.mention.readings if first.mention else ()
    readings = tuple(s for s in known if s.is_series or s.category not in PARTIES)
    return end + 1, named(Mention(first.start, last, text[first.start : last], readings, "unknown_craft"))


def _takes(text: str, first: Item, last: Item, joint: str) -> bool:
    """Whether such a name takes a designation joined to it like this: by a hyphen, a space, or nothing (`CAS500-1`)."""
    if joint.isdigit():
        return first.mention is None and last.end - last.start <= 4 and text[last.start : last.end].isupper()
    if joint == " " and last is not first and last.cue("launch.craft") is not None:
        return True  # `Technology Demonstrator 9`
    return joint != " " or first.mention is not None or _CRAFT_WORD.search(last.low) is not None


def _is_plain_number(items: list[Item], first: int, last: int, designation: str) -> bool:
    """Whether an unknown word with a small number is a name: `Morelos 3`, `Agila 2 of the Philippines`."""
    item = items[last]
    after = items[last + 2] if last + 2 < len(items) else None
    is_craft = after is not None and after.cue("launch.craft") is not None and first > 0  # `the LEO 3 satellite`
    if not _SMALL.fullmatch(designation) or item.cues or items[first].mention is not None:
        return False
    if item.low.endswith(("ly", "ing")) or item.low in _COUNTED or len(item.low) < (3 if is_craft else 4):
        return False
    return first > 0 or after is None or bool(after.classes & {"be", "have", "modal"}) or after.low in (",", "of", "(")


def _run(text: str, items: list[Item], at: int) -> tuple[int, Item] | None:
    """A run of capitalised words that nothing else knows; of a lone one at the head of a sentence see `_is_name`."""
    end = at
    while end < len(items) and is_capital_word(items[end]) and not items[end].cues:
        end += 1
    if end == at:
        return None
    category = "unknown"
    if end < len(items) and _is_tail(items, end):
        end, category = end + 1, "unknown_organization"
    if end == at + 1 and (items[at].low in _COMMON or (at == 0 and not _is_name(text, items))):
        return None
    start, stop = items[at].start, items[end - 1].end
    return end, named(Mention(start, stop, text[start:stop], (), category))


def _is_tail(items: list[Item], at: int) -> bool:
    """`Kaamos Space`, `Lumen Photonics`: a last word that firms of the trade have, in a sentence of small letters."""
    item = items[at]
    if not item.capital or item.low not in _TAILS or (at + 1 < len(items) and items[at + 1].capital):
        return False
    plain = [other.capital for other in items if other.kind == "word" and not other.classes]
    return plain.count(True) * 2 <= len(plain)


def _is_name(text: str, items: list[Item]) -> bool:
    """Whether the lone capitalised word at the head of a sentence is a name.

    It is coined, or stands within another sentence with its capital, or is explained behind a comma.
    """
    first = items[0]
    if _COINED.search(text, first.start, first.end):
        return True
    if len(first.low) < 4 or first.low.endswith(("ing", "ly", "ed")):
        return False
    if len(items) > 2 and items[1].kind == "comma" and items[2].low in ("a", "an", "which", "based"):
        return True
    return _stands_inside(text, text[first.start : first.end])


@lru_cache(maxsize=64)
def _stands_inside(text: str, word: str) -> bool:
    """Whether the word stands within a sentence of the text with its capital; asked again where many begin with it."""
    at = text.find(f" {word}")
    while at >= 0:
        if (
            at
            and (text[at - 1].islower() or text[at - 1] == ",")
            and not text[at + len(word) + 1 : at + len(word) + 2].isalnum()
        ):
            return True
        at = text.find(f" {word}", at + 1)
    return False


_SURNAMES = word_set("names.surnames")
_THINGS = frozenset({"vehicle", "vehicle_family", "spacecraft", "programme", "site"})


def _demote(items: list[Item]) -> None:
    """Take the reading from a doubtful name of a thing that stands in a longer capitalised run: `Galaxy Note`."""
    for index, item in enumerate(items):
        mention = item.mention
        if mention is None:
            continue
        if mention.category == "country" and item.low in _SURNAMES:
            if any(is_capital_word(other) and not other.cues for other in items[max(0, index - 1) : index]):
                item.mention = Mention(mention.start, mention.end, mention.text, ())
            continue
        if not mention.is_doubtful or mention.category not in _THINGS:
            continue
        after = items[index + 1] if index + 1 < len(items) else None
        before = items[index - 1] if index > 1 else None
        if after is not None and after.capital and _ROMAN.fullmatch(after.low):
            continue  # `Galaxy XI`
        if any(other is not None and is_capital_word(other) and not other.cues for other in (after, before)):
            item.mention = Mention(mention.start, mention.end, mention.text, ())


def join(text: str, items: list[Item]) -> list[Item]:
    """The items with institutions, numbered craft and other capitalised runs as single names."""
    _demote(items)
    known = institutions(text, items)
    joined: list[Item] = []
    done = 0
    for at, item in enumerate(items):
        if at < done:
            continue
        found = known.get(at) if known else None
        if found is None and item.mention is not None:
            found = _numbered(text, items, at) if _is_series(item.mention, item.low) else national(text, items, at)
        elif found is None and item.capital and is_capital_word(item):
            found = _numbered(text, items, at) or _run(text, items, at)
        if found is None:
            joined.append(item)
        else:
            done, name = found
            joined.append(_with_first(text, joined, name))
    return joined


def _with_first(text: str, joined: list[Item], name: Item) -> Item:
    """`the Science and Technology Satellite-2C`: the craft with the word that `and` joins to its first, taken back."""
    mention = name.mention
    if mention is None or mention.category != "unknown_craft" or " " not in mention.text or len(joined) < 3:
        return name
    article, first, link = joined[-3:]
    is_lone = first.mention is not None and first.mention.category == "unknown" and " " not in first.mention.text
    if not is_lone or link.low != "and" or "det" not in article.classes:
        return name
    del joined[-2:]
    return named(Mention(first.start, name.end, text[first.start : name.end], mention.readings, mention.category))


def _is_series(mention: Mention, low: str) -> bool:
    for surface in mention.readings:
        if surface.is_series or surface.category in ("programme", "spacecraft"):
            return True
    return mention.category in ("body", "organization") and _CRAFT_WORD.search(low) is not None


def settle_dashes(items: list[Item]) -> None:
    """`the Canada–Luxembourg memorandum`: a dash without spaces between two names joins them."""
    for index, item in enumerate(items[1:-1], start=1):
        if item.kind == "dash":
            before, after = items[index - 1], items[index + 1]
            is_tight = before.end == item.start and item.end == after.start
            if is_tight and before.mention is not None and after.mention is not None:
                item.kind = "hyphen"


def _is_of_firm(items: list[Item], at: int) -> bool:
    """`JSC Alatau Space`, `Alatau Space JSC`: the form of a joint-stock company, not a centre of NASA's."""
    before, after = items[at - 1] if at else None, items[at + 1] if at + 1 < len(items) else None
    return (after is not None and after.capital) or (before is not None and before.mention is not None)


def settle_acronyms(items: list[Item]) -> None:
    """Give an organisation the country that stands behind it: `SSC of Sweden` is not the American one."""
    for index, item in enumerate(items):
        mention = item.mention
        if mention is None or mention.category != "organization":
            continue
        if mention.text == "JSC" and _is_of_firm(items, index):
            item.mention = None
            continue
        if index + 2 >= len(items):
            break
        after = index + 3 if items[index + 2].low == "the" and index + 3 < len(items) else index + 2
        nation = items[after].mention
        if items[index + 1].low == "of" and nation is not None and nation.category == "country":
            mention.codes = nation.codes
