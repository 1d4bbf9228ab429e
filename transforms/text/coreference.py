"""Words that point back to parties named before: `the two sides`, `both agencies`, `the company`, `it`.

Belongs here: finding the parties meant. Does not belong here: coreference of documents and craft, which each kind of
fact does by its own words.
"""

import re
from itertools import islice
from typing import NamedTuple

from transforms.text import heads
from transforms.text.affiliation import affiliation
from transforms.text.items import Item
from transforms.text.mentions import Mention
from transforms.text.sentence import Sentence

_WHO = (
    "side|countr(?:y|ie)|nation|agenc(?:y|ie)|government|part(?:y|ie)|bod(?:y|ie)|compan(?:y|ie)|partner|"
    "organi[sz]ation|state|neighbou?r|firm|institution|institute|capital|space agenc(?:y|ie)|space bod(?:y|ie)|"
    "leader|president|minister|space organi[sz]ation|kingdom|republic|operator|power"
)
_GROUP = re.compile(
    rf"\b(?:(?:the|these|our|those)\s+(?P<count>two|three|four|five|six|seven|eight)\s+(?:\w+\s+)?(?:{_WHO})s\b"
    rf"|the\s+(?P<bare>two|three|four|five|six|seven|eight)(?=\s+(?:signed|agreed|have|had|will|also|are|were|said|inked|concluded|initialled|struck|reached|announced|plan|would|are)\b)"
    rf"|both\s+(?:the\s+)?(?P<both>(?:\w+\s+)?(?:{_WHO})s?)\b|(?P<each>the\s+(?:parties|pair|duo|trio|sides|partners)\b|each\s+other|bilateral))",
    re.I,
)
#: Words of which one stands in every such group.
_GROUPS = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "both", "parties", "pair", "duo", "trio",
                     "sides", "partners", "other", "bilateral"})  # fmt: skip
_SINGLE = re.compile(
    r"\b(?:it|they|(?P<person>s?he)|the\s+(?:(?!first|second|third|last|next|host|other|only|new|same)[A-Z]?[a-z]+(?:-[a-z]+)?\s+)?(?P<kind>company|firm|operator|agency|country|nation|ministry|government|organi[sz]ation|"
    r"institute|university|kingdom|republic|startup|start-up|manufacturer|contractor|island|authority|bank)|(?:my|his|her|our|their)\s+(?P<own>country|nation))\b",
    re.I,
)
_PAIR = re.compile(
    r"\bthe\s+(?P<which>former|latter)\b(?!\s+(?:Soviet|Yugoslav|president|head|chief|minister)\b)", re.I
)
_NATIONS = frozenset({"country", "people", "metonym", "demonym"})
_WANTED = {kind: _NATIONS for kind in ("country", "nation", "kingdom", "republic", "island")}
#: Words that mean a firm, and the names that can be one.
_FIRMS = frozenset({"company", "firm", "startup", "start-up", "manufacturer", "contractor"})
_ORGANIZED = frozenset({"organization", "unknown_organization"})
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_FAR, _NEAR = 12, 4
_OFFICES = frozenset(
    {
        "minister",
        "president",
        "premier",
        "chief",
        "head",
        "director",
        "chairman",
        "administrator",
        "ambassador",
        "chairwoman",
    }
)


class Reference(NamedTuple):
    """Words at [start, end) that stand for these parties, named by these mentions before."""

    start: int
    end: int
    codes: tuple[str, ...]
    mentions: tuple[Mention, ...]


def _distinct(mentions: list[Mention]) -> dict[str, Mention]:
    found: dict[str, Mention] = {}
    for mention in mentions:
        if len(mention.codes) == 1 and not mention.is_doubtful:
            found.setdefault(mention.codes[0], mention)
    return found


def group(sentence: Sentence) -> Reference | None:
    """The group that the sentence points back to, with exactly as many members as it says."""
    if _GROUPS.isdisjoint(sentence.words):
        return None
    match = _GROUP.search(sentence.part.text, sentence.start, sentence.end)
    if match is None:
        return None
    count = match["count"] or match["bare"] or ("three" if (match["each"] or "").lower() == "the trio" else None)
    size = _COUNTS[count.lower()] if count else 2
    noun = match[0].lower().split()[-1 if not match["bare"] else 0]
    typed = heads.of_kind(sentence, noun, size, match.start()) if match["count"] or match["both"] else None
    if typed is not None:
        return Reference(match.start(), match.end(), tuple(typed), tuple(typed.values()))
    before_here = [m for m in sentence.parties if m.end <= match.start()]
    found = _distinct(before_here)
    if len(found) != size:
        found = _look_back(sentence, size, found)
    if len(found) != size and size > 2 and "countr" in match[0].lower():
        found = _nations(sentence, size)  # `the BRICS (A, B, C, D and E) … the five countries`
    if len(found) != size:
        return None
    return Reference(match.start(), match.end(), tuple(found), tuple(found.values()))


def _look_back(sentence: Sentence, size: int, here: dict[str, Mention]) -> dict[str, Mention]:
    """The parties meant.

    Those of a sentence of the paragraph that names just so many; else the one that the paragraph names and the
    article's main party; else, of the sentences further off that name just so many, the best-known ones.
    """
    earlier = list(islice(sentence.before(), _FAR))
    near = [s for s in earlier if s.paragraph == sentence.paragraph]
    far = [s for s in earlier if s.paragraph != sentence.paragraph]
    if sentence.part.name == "text":
        far += sentence.part.document.title.sentences
    exact = _exact(near, size, here)
    if exact:
        return exact[0]
    known = dict(here)
    for candidate in near:
        for code, mention in _distinct(candidate.parties).items():
            known.setdefault(code, mention)
    salience = sentence.part.document.salience
    if size == 2 and len(known) == 1:
        for code, (_, mention, _part) in salience.items():
            if code not in known:
                return known | {code: mention}
    if len(known) == size:
        return known
    exact = _exact(far, size, here)
    if exact:
        return max(exact, key=lambda found: sum(salience[code][0] for code in found if code in salience))
    return known


def _nations(sentence: Sentence, size: int) -> dict[str, Mention]:
    """Of the sentences before the nearest that names just so many states, whatever bodies it names beside them."""
    for earlier in islice(sentence.before(), _FAR):
        found = _distinct([m for m in earlier.parties if m.category == "country"])
        if len(found) == size:
            return found
    return {}


def _exact(candidates: list[Sentence], size: int, here: dict[str, Mention]) -> list[dict[str, Mention]]:
    """The parties of each sentence that names just so many, those of `here` among them."""
    return [d for s in candidates if len(d := _distinct(s.parties)) == size and set(here) <= set(d)]


def single(sentence: Sentence, start: int, end: int, *, nation: bool = False) -> Reference | None:
    """The party that a lone word (`it`, `the company`) in [start, end) points back to: the last one in front.

    With `nation`, only a country can be meant.
    """
    match = _SINGLE.search(sentence.part.text, start, end)
    headed = None if nation else heads.by_owner(sentence, start, end) or heads.by_head(sentence, start, end)
    if headed is not None:
        first, last, code, mention = headed
        return Reference(first, last, (code,), (mention,))
    if match is None:
        return _of_pair(sentence, start, end)
    if match["person"]:
        return _person(sentence, match.start(), match.end())
    kind = (match["kind"] or match["own"] or "").lower()
    wanted = _NATIONS if nation else _WANTED.get(kind)
    before = [m for m in sentence.mentions if m.end <= match.start() and (m.is_party or m.category == "unknown")][:1]
    if before and not before[0].codes:  # a name that only the article may place
        told = affiliation(sentence, before[0]) if wanted is None else None
        return Reference(match.start(), match.end(), told.codes[:1], (before[0],)) if told else None
    found = _last(sentence, before, wanted, is_firm=kind in _FIRMS)
    return Reference(match.start(), match.end(), found.codes[:1], (found,)) if found is not None else None


def headed(sentence: Sentence, end: int) -> tuple[int, int, str, Mention] | None:
    """Whom `the institute` in front of that place means."""
    return heads.by_head(sentence, sentence.start, end, end - sentence.start)


def _of_pair(sentence: Sentence, start: int, end: int) -> Reference | None:
    """`the former`, `the latter`: of the two parties that the last sentence names side by side."""
    match = _PAIR.search(sentence.part.text, start, end)
    if match is None:
        return None
    for earlier in islice(sentence.before(), 2):
        items = earlier.items
        for at, item in enumerate(items):
            if item.mention is None or not item.mention.is_party or len(item.mention.codes) != 1:
                continue
            members = [items[index].mention for index in listed(items, at)]
            named = [m for m in members if m is not None and len(m.codes) == 1]
            if len(named) == 2 and named[0].id != named[1].id:
                chosen = named[0] if match["which"].lower() == "former" else named[1]
                return Reference(match.start(), match.end(), chosen.codes, (chosen,))
    return None


def _last(
    sentence: Sentence, before: list[Mention], wanted: frozenset[str] | None, *, is_firm: bool = False
) -> Mention | None:
    """The last party of such a kind: before the word, in the sentences before, else the article's main one."""
    candidates = list(before)
    if is_firm and not before:
        firm = next((firms[0] for told in islice(sentence.before(), _NEAR) if (firms := _firms(told))), None)
        if firm is not None:
            return firm
    for earlier in sentence.before():
        if sentence.index - earlier.index > (1 if wanted is None else 2):
            break
        candidates += ((_firms(earlier) if is_firm else []) or earlier.parties)[:1]
    if wanted is None:
        return candidates[0] if candidates else None
    candidates += [mention for _, mention, _where in sentence.part.document.salience.values()]
    return next((mention for mention in candidates if mention.category in wanted), None)


def _firms(earlier: Sentence) -> list[Mention]:
    """The firms of a sentence: those that act in it first."""
    acting = [role.mention for role in earlier.structure.roles if role.governor == "subject" and role.acts]
    return [m for m in (*acting, *earlier.parties) if m.category in _ORGANIZED and m.codes]


def _person(sentence: Sentence, start: int, end: int) -> Reference | None:
    """`he`, `she`: the one of the sentence before, if the article tells the nation: `a Chilean tycoon, Juan Soto`."""
    earlier = sentence.previous
    if earlier is None:
        return None
    for mention in earlier.mentions:
        told = affiliation(earlier, mention) if mention.category == "unknown" and " " in mention.text else None
        if told is not None:
            return Reference(start, end, told.codes[:1], (mention,))
    return _official(earlier, start, end)


def _official(earlier: Sentence, start: int, end: int) -> Reference | None:
    """`Oman's minister flew in. He …`: the one who heads the sentence before, by office."""
    items = earlier.items
    for at, item in enumerate(items[:4]):
        if item.mention is None or not item.mention.is_party or len(item.mention.codes) != 1:
            continue
        behind = items[at + 1 : at + 5]
        if any(near.low in _OFFICES for near in behind):
            return Reference(start, end, item.mention.codes[:1], (item.mention,))
        return None
    return None


def listed(items: list[Item], at: int) -> list[int]:
    """Indices of the parties in the coordinated list that begins at item `at`: `A, the B of C, D and E`.

    Only names joined by commas and conjunctions belong; words that describe a name (`the`, `its partner`) may stand
    before it.
    """
    members = [at]
    index = at + 1
    while index < len(items):
        gap = index
        joined = False
        while gap < len(items) and gap - index < 5 and items[gap].mention is None:
            item = items[gap]
            joined = joined or item.kind == "comma" or "conj" in item.classes
            is_link = item.kind in ("comma", "poss") or "conj" in item.classes or "det" in item.classes
            if not is_link and (not joined or item.classes):
                return members
            gap += 1
        if gap >= len(items) or items[gap].mention is None or not joined:
            return members
        mention = items[gap].mention
        if mention is not None and mention.is_party:
            members.append(gap)
        else:
            return members
        index = gap + 1
    return members
