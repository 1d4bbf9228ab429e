"""A sentence as a row of items: names, cue words, and the plain words and marks between them.

Belongs here: cutting a sentence into items and joining capitalised words to names. Does not belong here: what a name
stands for (`mentions`), or what a cue means (`transforms.extract`).
"""

import re

from transforms.text.closed import CLASSES, NONE
from transforms.text.cues import Cue
from transforms.text.matcher import Entry, Hit
from transforms.text.mentions import Mention

#: A word (group 1), a number (group 2), a possessive or a mark.
_PIECE = re.compile(
    r"([^\W\d_]+(?:['’.](?!s\b)[^\W\d_]+)*)|(\d[\d,.]*\d(?:st|nd|rd|th)?|\d+(?:st|nd|rd|th)?)|['’]s\b|[^\w\s]|\w+"
)
_MARKS = {",": "comma", ";": "semicolon", ":": "colon", "(": "open", ")": "close", "-": "hyphen", "–": "dash",
          "—": "dash", "--": "dash", "'s": "poss", "’s": "poss", '"': "quote", "“": "quote", "”": "quote",
          "‘": "quote", "’": "quote", "'": "quote", ".": "stop"}  # fmt: skip


#: What is known of a written word: its lower case, whether it begins with a capital, its closed classes.
_FORMS: dict[str, tuple[str, bool, frozenset[str]]] = {}
_REMEMBERED = 20_000


def _learn(written: str) -> tuple[str, bool, frozenset[str]]:
    if len(_FORMS) >= _REMEMBERED:
        _FORMS.clear()
    low = written.lower().replace("’", "'")
    _FORMS[written] = form = (low, written[:1].isupper(), CLASSES.get(low, NONE))
    return form


class Item:
    """One unit of a sentence.

    Attributes:
        start, end: offsets in the part.
        low: the words, lower case, as they are written.
        kind: `word`, `name` (a mention), `number`, or a mark: `comma`, `poss`, `open`, …
        classes: closed classes of the word (`prep`, `det`, `be`, …), else empty.
        cues: what frames know the words by.
        mention: the name, where the item is one.
        capital: begins with a capital letter.
    """

    __slots__ = ("capital", "classes", "cues", "end", "kind", "low", "mention", "start")

    def __init__(self, start: int, end: int, written: str, kind: str, cues: tuple[Cue, ...] = ()) -> None:
        self.start = start
        self.end = end
        self.kind = kind
        self.cues = cues
        self.mention: Mention | None = None
        self.low, self.capital, classes = _FORMS.get(written) or _learn(written)
        self.classes = classes if kind == "word" else NONE

    def __repr__(self) -> str:
        return f"{self.kind}:{self.low}"

    def cue(self, label: str) -> Cue | None:
        """What this item is to a frame's role, or None."""
        for cue in self.cues:
            if cue.label == label:
                return cue
        return None

    @property
    def codes(self) -> tuple[str, ...]:
        """Party codes of the mention, if any."""
        return self.mention.codes if self.mention else ()


#: The pieces of a stretch of text, by its words: start and end in it, the words, their kind.
_STRETCHES: dict[str, tuple[tuple[int, int, str, str], ...]] = {}
_LONG = 48


def _pieces(stretch: str) -> tuple[tuple[int, int, str, str], ...]:
    found = []
    for match in _PIECE.finditer(stretch):
        written, group = match[0], match.lastindex
        kind = "word" if group == 1 else "number" if group == 2 else _MARKS.get(written, "mark")
        found.append((match.start(), match.end(), written, kind))
    pieces = tuple(found)
    if len(stretch) <= _LONG:
        if len(_STRETCHES) >= _REMEMBERED:
            _STRETCHES.clear()
        _STRETCHES[stretch] = pieces
    return pieces


def _plain(text: str, start: int, end: int, items: list[Item]) -> None:
    """Append the items of a stretch without hits."""
    stretch = text[start:end]
    for first, last, written, kind in _STRETCHES.get(stretch) or _pieces(stretch):
        items.append(Item(start + first, start + last, written, kind))


def cut(text: str, start: int, end: int, hits: list[Hit]) -> list[Item]:
    """The items of the sentence [start, end), names not yet joined or read."""
    items: list[Item] = []
    at = start
    for hit in hits:
        if at < hit.start and not (hit.start - at == 1 and text[at] == " "):
            _plain(text, at, hit.start, items)
        entry: Entry = hit.entry
        written = text[hit.start : hit.end]
        readings = entry.readings(written) if entry.surfaces else ()
        at = hit.end + ("." in written and hit.end < end and text[hit.end] == ".")  # the last point of `U.S.`
        kind = "number" if written.isdigit() else "word"
        item = Item(hit.start, at, text[hit.start : at], kind, entry.cues)
        if readings:
            item.mention = Mention(hit.start, at, text[hit.start : at], readings)
            item.kind = "name"
        items.append(item)
    if at < end:
        _plain(text, at, end, items)
    for item in items[:-3]:
        if item.kind == "stop":
            item.kind = "point"  # of an abbreviation
    return items
