"""A sentence as a row of items: names, cue words, and the plain words and marks between them.

Belongs here: cutting a sentence into items and joining capitalised words to names. Does not belong here: what a name
stands for (`mentions`), or what a cue means (`transforms.extract`).
"""

import re

from transforms.text.closed import CLASSES, NONE
from transforms.text.cues import Cue
from transforms.text.matcher import Hit
from transforms.text.mentions import Mention, as_of

#: A word (group 1), a number (group 2), a possessive or a mark.
_PIECE = re.compile(
    r"([^\W\d_]+(?:['’.](?!s\b)[^\W\d_]+)*)|(\d[\d,.]*\d(?:st|nd|rd|th)?|\d+(?:st|nd|rd|th)?)|['’]s\b|[^\w\s]|\w+"
)
_MARKS = {",": "comma", ";": "semicolon", ":": "colon", "(": "open", ")": "close", "-": "hyphen", "–": "dash",
          "—": "dash", "--": "dash", "'s": "poss", "’s": "poss", '"': "quote", "“": "quote", "”": "quote",
          "‘": "quote", "’": "quote", "'": "quote", ".": "stop"}  # fmt: skip

#: What is known of a written word: its lower case, whether it begins with a capital, its closed classes.
Form = tuple[str, bool, frozenset[str]]
#: A piece of what stands between two spaces: where it begins and ends, its kind, its form.
Piece = tuple[int, int, str, str, bool, frozenset[str]]

#: Words of a language come again and again: what is known of them is kept, as much as memory should hold.
_FORMS: dict[str, Form] = {}
_TOKENS: dict[str, tuple[Piece, ...]] = {}
_REMEMBERED = 20_000
_LONG = 40


class Item:
    """One unit of a sentence.

    Attributes:
        start, end: offsets in the part.
        kind: `word`, `name` (a mention), `number`, or a mark: `comma`, `poss`, `open`, …
        low: the words, lower case, as they are written.
        capital: begins with a capital letter, be it the second one (`nCube`).
        classes: closed classes of the word (`prep`, `det`, `be`, …), else empty.
        cues: what frames know the words by.
        mention: the name, where the item is one.
    """

    __slots__ = ("capital", "classes", "cues", "end", "kind", "low", "mention", "start")

    def __init__(self, start: int, end: int, kind: str, low: str, capital: bool, classes: frozenset[str],
                 cues: tuple[Cue, ...] = (), mention: Mention | None = None) -> None:  # fmt: skip
        self.start = start
        self.end = end
        self.kind = kind
        self.low = low
        self.capital = capital
        self.classes = classes
        self.cues = cues
        self.mention = mention

    def __repr__(self) -> str:
        return f"{self.kind}:{self.low}"

    def cue(self, label: str) -> Cue | None:
        """What this item is to a frame's role, or None."""
        for cue in self.cues:
            if cue[0] == label:
                return cue
        return None

    @property
    def codes(self) -> tuple[str, ...]:
        """Party codes of the mention, if any."""
        return self.mention.codes if self.mention else ()


def named(mention: Mention) -> Item:
    """The item of a name."""
    low, capital, _ = _FORMS.get(mention.text) or _form(mention.text)
    return Item(mention.start, mention.end, "name", low, capital, NONE, (), mention)


def _form(written: str) -> Form:
    low = written.lower().replace("’", "'")
    is_coined = len(written) > 3 and written[1:2].isupper() and written[2:3].islower()  # `nCube`
    form = low, is_coined or written[:1].isupper(), CLASSES.get(low, NONE)
    if len(written) <= _LONG:
        if len(_FORMS) >= _REMEMBERED:
            _FORMS.clear()
        _FORMS[written] = form
    return form


def _pieces(token: str) -> tuple[Piece, ...]:
    found = []
    for match in _PIECE.finditer(token):
        written, group = match[0], match.lastindex
        kind = "word" if group == 1 else "number" if group == 2 else _MARKS.get(written, "mark")
        low, capital, classes = _FORMS.get(written) or _form(written)
        found.append((match.start(), match.end(), kind, low, capital, classes if kind == "word" else NONE))
    pieces = tuple(found)
    if len(token) <= _LONG:
        if len(_TOKENS) >= _REMEMBERED:
            _TOKENS.clear()
        _TOKENS[token] = pieces
    return pieces


def cut(text: str, start: int, end: int, hits: list[Hit], day: str | None) -> list[Item]:
    """The items of the sentence [start, end) in an article of that day, unknown names not yet joined."""
    items: list[Item] = []
    at = start
    for hit in hits:
        first, last, entry = hit
        if at < first and not (first - at == 1 and text[at] == " "):
            _plain(text, at, first, items)
        written = text[first:last]
        readings = entry.readings(written) if entry.surfaces else ()
        if readings and text.startswith(("$", ".$"), last):
            readings = ()  # `U.S.$500 million` names no party
        if last < end and text[last] == "." and "." in written:  # the last point of `U.S.`
            last += 1
            written = text[first:last]
        at = last
        low, capital, classes = _FORMS.get(written) or _form(written)
        if readings:
            mention = as_of(first, last, written, readings, day)
            items.append(Item(first, last, "name", low, capital, classes, entry.cues, mention))
        elif written.isdigit():
            items.append(Item(first, last, "number", low, capital, NONE, entry.cues))
        else:
            items.append(Item(first, last, "word", low, capital, classes, entry.cues))
    if at < end:
        _plain(text, at, end, items)
    for item in items[:-3]:
        if item.kind == "stop":
            item.kind = "point"  # of an abbreviation
    return items


def _plain(text: str, at: int, end: int, items: list[Item]) -> None:
    """Append the items of a stretch without hits; no item reaches over a space."""
    for token in text[at:end].split(" "):
        if token:
            for first, last, kind, low, capital, classes in _TOKENS.get(token) or _pieces(token):
                items.append(Item(at + first, at + last, kind, low, capital, classes))
        at += len(token) + 1
