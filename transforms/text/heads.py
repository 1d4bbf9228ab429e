"""Parties told by the noun that heads their name: `the Academy`, `its government`, `the two firms`.

Belongs here: finding whom such a noun means, among the names told before. Does not belong here: pronouns, and nouns
for any party (`coreference`).
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from transforms.text.affiliation import affiliation
from transforms.text.mentions import Mention
from transforms.text.sentence import Sentence

#: Nouns that head the names of bodies, and stand for the whole name later on.
_HEADS = (
    r"academy|institute|commission|center|centre|board|council|foundation|laboratory|union|consortium|league|"
    r"association|society|bureau|office|university|corporation|organi[sz]ation|authority|charity|administration|secretariat"
)
_HEADED = re.compile(rf"\bthe (?:[A-Z][a-z]+ )?(?P<head>{_HEADS})\b(?! of\b)", re.I)
#: Bodies of the country, or of the firm, told of before.
_ITS = re.compile(
    r"\b(?:its|their|whose) (?:(?:own|new|national|[a-z]+) ){0,2}"
    r"(?:government|(?:space )?agency|ministry|ministries|parliament|(?:space )?office|minister|president|air force|"
    r"army|navy|armed forces|regulator|cabinet|ambassador|space chief)\b",
    re.I,
)
_ORGANIZED = frozenset({"organization", "unknown_organization"})
_STATES = frozenset({"country", "metonym"})
#: What the noun of a group tells of its members.
_KINDS = {
    "compan": _ORGANIZED,
    "firm": _ORGANIZED,
    "agenc": _ORGANIZED | {"body"},
    "space agenc": _ORGANIZED | {"body"},
    "organi": _ORGANIZED | {"body"},
    "institut": _ORGANIZED,
    "countr": _STATES,
    "nation": _STATES,
    "government": _STATES,
    "capital": _STATES,
    "state": _STATES,
    "president": _STATES,
    "minister": _STATES,
}
_FAR, _NEAR = 14, 5
#: How many characters may stand between the noun and the end of the stretch.
_GAP = 24


def by_head(sentence: Sentence, start: int, end: int, gap: int = _GAP) -> tuple[int, int, str, Mention] | None:
    """Whom `the Academy` in [start, end) means: the last name before it that the noun is a word of."""
    match = next(reversed(list(_HEADED.finditer(sentence.part.text, start, end))), None)
    if match is None or end - match.end() > gap:
        return None
    head = match["head"].lower()
    for mention in _before(sentence, match.start()):
        if head in mention.text.lower().split() or head in mention.text.lower():
            code = _code(sentence, mention)
            if code is not None:
                return match.start(), match.end(), code, mention
    return None


def by_owner(sentence: Sentence, start: int, end: int) -> tuple[int, int, str, Mention] | None:
    """Whose `its government` in [start, end) is: of the one state that the sentence before is about."""
    match = _ITS.search(sentence.part.text, start, end)
    earlier = sentence.previous
    if match is None or earlier is None or any(m.end <= match.start() for m in sentence.parties):
        return None
    told = [m for m in earlier.parties if m.category in ("country", "people", "metonym", "demonym")]
    if len({m.codes[0] for m in told}) != 1 and not (told and told[0].start - earlier.start < _NEAR):
        return None
    return match.start(), match.end(), told[0].codes[0], told[0]


def of_kind(sentence: Sentence, noun: str, size: int, before: int) -> dict[str, Mention] | None:
    """The members of `the two firms`: the firms that the nearest sentences name, where they are just so many."""
    wanted = next((kinds for stem, kinds in _KINDS.items() if noun.startswith(stem)), None)
    if wanted is None:
        return None
    found: dict[str, Mention] = {}
    for near in (sentence, *islice(sentence.before(), _NEAR)):
        if sentence.paragraph - near.paragraph > 1:
            break
        named = [m for m in near.mentions if m.category in wanted and (near is not sentence or m.end <= before)]
        for mention in named:
            code = _code(near, mention)
            if code is not None and not mention.is_doubtful:
                found.setdefault(code, mention)
        if len(found) >= size:
            break
    return found if len(found) == size else None


def _before(sentence: Sentence, end: int) -> Iterator[Mention]:
    """The bodies named before that place, nearest first."""
    yield from _bodies(m for m in reversed(sentence.mentions) if m.end <= end)
    for earlier in islice(sentence.before(), _FAR):
        yield from _bodies(reversed(earlier.mentions))
    for title in sentence.part.document.title.sentences if sentence.part.name == "text" else ():
        yield from _bodies(title.mentions)


def _bodies(mentions: Iterable[Mention]) -> Iterator[Mention]:
    for mention in mentions:
        if mention.category in _ORGANIZED or mention.category == "body":
            yield mention


def _code(sentence: Sentence, mention: Mention) -> str | None:
    """The one code of a name, its own or that of its home."""
    if mention.codes:
        return mention.codes[0] if len(mention.codes) == 1 else None
    told = affiliation(sentence, mention)
    return told.codes[0] if told is not None and len(told.codes) == 1 else None
