"""Finds every known name and cue word of a text in one pass.

Belongs here: the automaton over names and cue words together, and the choice of the longest hit. Does not belong here:
which reading of an ambiguous name holds (`mentions`), or what a cue means (`transforms.extract`).
"""

from collections.abc import Iterable
from copy import copy
from itertools import takewhile
from typing import Any, NamedTuple

import ahocorasick

from transforms.lexicons import Surface, fold
from transforms.text.cues import Cue
from transforms.text.fold import match_fold
from transforms.text.mentions import preferred
from transforms.text.words import word_set

_YEARS = tuple(str(year) for year in range(1950, 2080))


#: Persons' names that only look like a state's: `Israël said so`.
_SURNAMES = word_set("matcher.surnames")
#: Writings of one name that are remembered with what they can be.
_REMEMBERED = 8


class Entry:
    """What one folded string can stand for: names, cue words, or both.

    Attributes:
        key: the folded string.
        size: its length plus one, for the way from the automaton's end index to the start.
        is_space: seen alone, it says that the text is about space.
        is_weak: a word of space that other fields use too.
        is_time: holds a word at which a time expression can stand.
        is_backdrop: a phrase that says space and no more (`remote sensing satellite`): it hides no word that says more.
        is_name: it is a name and no cue word, so that its writing decides whether it is a hit at all.
        labels: the roles that the words can play in frames.
    """

    __slots__ = ("bare", "cues", "is_backdrop", "is_name", "is_space", "is_time", "is_weak", "key", "known", "labels",
                 "size", "strong", "surfaces")  # fmt: skip

    def __init__(self, key: str, surfaces: list[Surface], cues: list[Cue]) -> None:
        self.key = key
        self.size = len(key) + 1
        self.known: dict[str, tuple[Surface, ...]] = {}
        self.is_time = False
        self.surfaces = tuple(dict.fromkeys(surfaces))
        self.bare = tuple(_bare(surface.text) for surface in self.surfaces)
        self.cues = tuple(dict.fromkeys(cues))
        self.labels = tuple(dict.fromkeys(cue.label for cue in self.cues))
        self.is_name = bool(self.surfaces) and not self.cues
        self.is_backdrop = " " in key and not surfaces and self.labels == ("space",)
        strengths = {cue.value for cue in self.cues if cue.label == "space"}
        self.is_weak = "weak" in strengths
        named = any(s.is_space and not s.is_context for s in surfaces)
        self.is_space = "strong" in strengths or (named and not self.is_weak)
        self.strong: Entry | None = None

    def in_phrase(self, phrase: "Entry") -> "Entry":
        """The same words where a phrase that they belong to speaks of space: `satellite` in `weather satellite`."""
        if self.is_space or not phrase.is_space:
            return self
        if self.strong is None:
            self.strong = copy(self)
            self.strong.is_space, self.strong.is_weak = True, False
        return self.strong

    def readings(self, written: str) -> tuple[Surface, ...]:
        """The names that these words, as written, can be, the likeliest first."""
        known = self.known.get(written)
        if known is None:
            known = self._read(written)
            if len(self.known) < _REMEMBERED:
                self.known[written] = known
        return known

    def _read(self, written: str) -> tuple[Surface, ...]:
        capital = written[:1].isupper() or written[:1].isdigit()
        plain = fold(written)
        return preferred(
            s
            for s, bare in zip(self.surfaces, self.bare, strict=True)
            if _fits(s, bare, plain, capital=capital) and not (s.category == "country" and written in _SURNAMES)
        )


def _fits(surface: Surface, bare: str, plain: str, *, capital: bool) -> bool:
    if surface.is_case_sensitive:
        return bare == plain or _as_word(bare, plain) or (" " in bare and plain == bare.upper())
    if surface.category == "organization" and capital:  # `a Surrey satellite` is not Surrey Satellite
        last = plain.rfind(" ") + 1
        return not (plain[last].islower() and bare[-len(plain) + last :][:1].isupper())
    return capital or surface.text[:1].islower()


def _as_word(bare: str, plain: str) -> bool:
    """`Suparco` for SUPARCO: a long acronym written as a word."""
    return len(bare) > 4 and plain == bare.capitalize() and bare.isupper()


def _bare(text: str) -> str:
    """The writing without marks at either end, as a hit covers it."""
    start, end = 0, len(text)
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return text[start:end]


class Hit(NamedTuple):
    """Words of a text that the automaton knows; `start` and `end` count in the text."""

    start: int
    end: int
    entry: Entry


def build(surfaces: Iterable[Surface], words: Iterable[tuple[str, Cue]], shared: frozenset[str] = frozenset()) -> Any:
    """An automaton over the folded forms of names and cue words, each between two spaces.

    A cue with a label in `shared` holds in the phrases of other frames too that contain its words.
    """
    names: dict[str, list[Surface]] = {}
    told: dict[str, list[Cue]] = {}
    for surface in surfaces:
        names.setdefault(match_fold(surface.text).strip(), []).append(surface)
    for word, cue in words:
        told.setdefault(match_fold(word).strip(), []).append(cue)
    keys = [key for key in dict.fromkeys((*names, *told, *_YEARS)) if key]
    timely = {key for key, cues in told.items() if any(cue.label == "time" for cue in cues)} | set(_YEARS)
    automaton = ahocorasick.Automaton()
    for key in keys:
        entry = Entry(key, names.get(key, []), told.get(key, []))
        entry.is_time = key in timely
        automaton.add_word(f" {key} ", entry)
    if keys:
        automaton.make_automaton()
        _inherit(automaton, [key for key in told if " " in key], shared)
    return automaton


def _inherit(automaton: Any, phrases: list[str], shared: frozenset[str]) -> None:
    """A phrase speaks of space, or of time, where a word in it does: it hides that word from the search."""
    for phrase in phrases:
        whole = automaton.get(f" {phrase} ")
        if "space.none" in whole.labels:
            continue
        for _, inner in automaton.iter(f" {phrase} "):
            whole.is_space = whole.is_space or (inner.is_space and not inner.surfaces)
            whole.is_weak = whole.is_weak or (inner.is_weak and not whole.is_space)
            whole.is_time = whole.is_time or inner.is_time
            for cue in inner.cues if not (whole.surfaces or whole.is_backdrop) else ():
                frame = cue.label.partition(".")[0]
                if cue.label in shared and not any(label.startswith(f"{frame}.") for label in whole.labels):
                    whole.cues = (*whole.cues, cue)
                    whole.labels = (*whole.labels, cue.label)


def part_of_space(automaton: Any) -> Any:
    """A small automaton of those words of a whole one that speak of space."""
    part = ahocorasick.Automaton()
    for key, entry in automaton.items():
        if entry.is_space or entry.is_weak:
            part.add_word(key, entry)
    if len(part):
        part.make_automaton()
    return part


def may_speak_of_space(texts: Iterable[str], part: Any) -> bool:
    """Whether `find` may hit, in the texts together, a strong word of space or two weak ones; if not it surely cannot.

    It costs a fraction of a search, and tells of most news that it need not be read.
    """
    weak: set[int] = set()
    for text in texts:
        for last, entry in part.iter(f" {match_fold(text)} ") if len(part) else ():
            if not entry.is_space:
                weak.add(id(entry))
            elif not entry.is_name or entry.readings(text[last - entry.size : last - 1]):
                return True
    return len(weak) > 1


def find(text: str, folded: str, automaton: Any) -> list[Hit]:
    """The hits of a text in order, the longest where they overlap; a spelling that cannot be the name is no hit."""
    hits: list[Hit] = []
    if not len(automaton):
        return hits
    reach = 0  # the end of the last hit
    for last, entry in automaton.iter(f" {folded} "):
        start, end = last - entry.size, last - 1
        if entry.is_name and not entry.readings(text[start:end]):
            continue
        if start >= reach:
            hits.append(Hit(start, end, entry))
            reach = end
        else:
            _overlap(text, hits, Hit(start, end, entry))
            reach = hits[-1].end
    return hits


def _overlap(text: str, hits: list[Hit], new: Hit) -> None:
    """Take in a hit that begins before the last one ends, or leave it."""
    start, end, entry = new
    differs = hits[-1].entry.is_backdrop != entry.is_backdrop
    if differs and _share(text, hits, new):
        return
    if differs and entry.is_backdrop and hits[-1].start < start and hits[-1].entry.is_name:
        return  # `the Chadian military` of `a Chadian military satellite`
    while hits and hits[-1].start >= start:
        hits.pop()
    if hits and hits[-1].end > start:  # they overlap in part, or the new one lies within: keep the longer
        if hits[-1].end - hits[-1].start >= end - start:
            return
        hits.pop()
    hits.append(new)


def _share(text: str, hits: list[Hit], new: Hit) -> bool:
    """Let a phrase of mere backdrop keep only the words that no telling hit within it takes; False where none is."""
    if not new.entry.is_backdrop:
        old = hits[-1]
        if old.start >= new.start or (new.entry.labels == ("space",) and not new.entry.surfaces):
            return False
        hits.pop()
        hits += _rest(text, old, new)
        return True
    inner = list(takewhile(lambda hit: hit.start >= new.start, reversed(hits)))[::-1]
    if not inner or all(hit.entry.labels == ("space",) and not hit.entry.surfaces for hit in inner):
        return False
    if hits[-len(inner) - 1 :][0].end > new.start and len(hits) > len(inner):
        return True
    left = text[new.start : inner[0].start].rstrip()
    if left:
        hits.insert(len(hits) - len(inner), Hit(new.start, new.start + len(left), new.entry))
    else:
        hits[-len(inner)] = _said_of_space(inner[0], new.entry)
    return True


def _said_of_space(hit: Hit, phrase: Entry) -> Hit:
    return Hit(hit.start, hit.end, hit.entry.in_phrase(phrase))


def _rest(text: str, old: Hit, new: Hit) -> list[Hit]:
    """A backdrop hit cut down to the words before a telling hit at its end, and that hit."""
    left = text[old.start : new.start].rstrip()
    return [Hit(old.start, old.start + len(left), old.entry), new] if left else [_said_of_space(new, old.entry)]
