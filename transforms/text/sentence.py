"""A sentence opened for reading: its items, names, times and numbers, and what its words say of it.

Belongs here: the lazily computed view of one sentence. Does not belong here: parts and the whole article
(`transforms.text.document`), or any frame.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from transforms.text import acronyms, numbers, strangers, times
from transforms.text.items import Item, cut
from transforms.text.lazy import lazy
from transforms.text.matcher import Hit
from transforms.text.mentions import Mention
from transforms.text.names import join, settle_acronyms, settle_dashes
from transforms.text.roles import Structure, analyse
from transforms.text.times import TimeExpression

if TYPE_CHECKING:
    from transforms.text.document import Part

#: What `that` points back to before a time: `that day`, `that spring`.
_SPANS = frozenset(
    {"day", "week", "weekend", "month", "year", "spring", "summer", "autumn", "fall", "winter", "quarter"}
)


class Sentence:
    """A sentence of a part.

    Attributes:
        index: its place in the part, from 0. `paragraph`: the paragraph's place, from 0.
        hits: names and cue words within it.
    """

    def __init__(self, part: "Part", index: int, paragraph: int, start: int, end: int, hits: list[Hit]) -> None:
        self.part = part
        self.index = index
        self.paragraph = paragraph
        self.start = start
        self.end = end
        self.hits = hits

    def __repr__(self) -> str:
        return f"Sentence({self.text!r})"

    @property
    def text(self) -> str:
        """Its words."""
        return self.part.text[self.start : self.end]

    @lazy
    def items(self) -> list[Item]:
        """Names, cue words, other words and marks, in order."""
        items = cut(self.part.text, self.start, self.end, self.hits, self.part.document.day)
        joined = join(self.part.text, items)
        settle_acronyms(joined)
        settle_dashes(joined)
        joined = strangers.settle(self.part.text, joined)
        acronyms.settle_points(joined)
        if self.part.document.acronyms:
            acronyms.settle(joined, self.part.document.acronyms)
        return joined

    @lazy
    def lows(self) -> frozenset[str]:
        """The words of its items, lower case, each once."""
        return frozenset([item.low for item in self.items])

    def with_cue(self, label: str) -> list[int]:
        """Indices of the items that play this role."""
        if label not in self.labels:
            return []
        return [at for at, item in enumerate(self.items) if item.cues and item.cue(label) is not None]

    @lazy
    def structure(self) -> Structure:
        """The parts that its parties play, and its clauses."""
        return analyse(self.items)

    @lazy
    def mentions(self) -> list[Mention]:
        """The names in it, blockers left out."""
        return [i.mention for i in self.items if i.mention is not None and i.mention.category != "blocker"]

    @lazy
    def parties(self) -> list[Mention]:
        """The names that stand for a party and whose code is known."""
        return [m for m in self.mentions if m.is_party and m.codes]

    @lazy
    def times(self) -> list[TimeExpression]:
        """Time expressions, open ones as in a past tense."""
        found: list[TimeExpression] = []
        document, anchor = self.part.document, None
        windows = self._windows()
        if windows:
            anchor = self._anchor()
        for start, end in windows:
            found += times.find(self.part.text, start, end, document.reference, anchor)
            anchor = next((t.value for t in reversed(found) if t.value), anchor)
        return found

    @lazy
    def plain_times(self) -> list[TimeExpression]:
        """Time expressions that need no sentence before this one."""
        reference = self.part.document.reference
        return [t for start, end in self._windows() for t in times.find(self.part.text, start, end, reference)]

    def _windows(self) -> list[tuple[int, int]]:
        """The stretches of the sentence in which a time expression can stand."""
        words = [(hit.start, hit.end) for hit in self.hits if hit.entry.is_time]
        return times.windows(self.part.text, self.start, self.end, words) if words else []

    @lazy
    def numbers(self) -> list[numbers.Number]:
        """Numbers, counts and ordinals."""
        return numbers.find(self.items)

    @lazy
    def is_space(self) -> bool:
        """Whether it speaks of space: by a strong word, or by a weak one in an article about space."""
        if self.is_strong:
            return True
        return self.part.document.is_about_space and any(hit.entry.is_weak for hit in self.hits)

    @lazy
    def is_strong(self) -> bool:
        """Whether a word or name in it speaks of space by itself."""
        return any([hit.entry.is_space for hit in self.hits])

    @lazy
    def labels(self) -> frozenset[str]:
        """The roles in frames that words of it can play."""
        return frozenset([label for hit in self.hits for label in hit.entry.labels])

    @lazy
    def words(self) -> frozenset[str]:
        """Its folded words, each once: what to ask before a pattern is run, or items are gone through."""
        return frozenset(self.part.folded[self.start : self.end].split())

    @property
    def previous(self) -> "Sentence | None":
        """The sentence before it in the part."""
        return self.part.sentences[self.index - 1] if self.index else None

    @property
    def following(self) -> "Sentence | None":
        """The sentence after it in the part."""
        after = self.index + 1
        return self.part.sentences[after] if after < len(self.part.sentences) else None

    def has(self, label: str) -> bool:
        """Whether some words of it play this role in a frame."""
        return label in self.labels

    def says(self, pattern: re.Pattern[str]) -> bool:
        """Whether the pattern is found in its folded words: in small letters, marks as spaces."""
        return pattern.search(self.part.folded, self.start, self.end) is not None

    def before(self) -> Iterator["Sentence"]:
        """The sentences before it, nearest first."""
        for index in range(self.index - 1, -1, -1):
            yield self.part.sentences[index]

    def _anchor(self) -> str | None:
        """The last date told before this sentence, where it is needed (`the same day`, `a year later`)."""
        low = self.text
        points = any(word in low for word in ("same", "later", "earlier", "following", "previous", "before"))
        if not points and ("that " not in low or _SPANS.isdisjoint(self.words)):
            return None
        least = len("2031-05-03") if "same day" in low or "that day" in low else 0  # a day is meant
        for sentence in self.before():
            if self.index - sentence.index > 3:
                return None
            dates = [time.value for time in sentence.plain_times if time.value and len(time.value) >= least]
            if dates:
                return dates[-1]
        return None
