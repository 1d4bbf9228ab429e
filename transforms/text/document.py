"""An article opened for reading: its parts, their sentences, and what is known about each.

Belongs here: the lazily computed view that all frames read from. Does not belong here: any frame.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sources.article import Article
from transforms.claim import Part as PartName
from transforms.lexicons import Surface
from transforms.text import acronyms, layout, numbers, sentences, strangers, times
from transforms.text.fold import match_fold
from transforms.text.items import Item, cut
from transforms.text.lazy import lazy
from transforms.text.matcher import Hit, find
from transforms.text.mentions import Mention, as_of
from transforms.text.names import join, settle_acronyms, settle_dashes
from transforms.text.roles import Structure, analyse
from transforms.text.times import TimeExpression

#: What `that` points back to before a time: `that day`, `that spring`.
_SPANS = frozenset(
    {"day", "week", "weekend", "month", "year", "spring", "summer", "autumn", "fall", "winter", "quarter"}
)
#: In so short a text one strong word says what it is about.
_SHORT = 400


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


class Part:
    """The title or the text of an article.

    Attributes:
        folded: the text as it was searched (`fold`), of the same offsets.
        hits: names and cue words, in order.
    """

    def __init__(self, document: "Document", name: PartName, text: str, machine: Any) -> None:
        self.document = document
        self.name = name
        self.text = text
        self.folded = match_fold(text)
        self.hits = find(text, self.folded, machine)

    @lazy
    def layout(self) -> layout.Layout:
        """Which paragraphs are the article."""
        if self.name == "title":
            return layout.Layout(((0, len(self.text)),) if self.text.strip() else (), None)
        return layout.read(self.text, self.document.article.title)

    @lazy
    def sentences(self) -> list[Sentence]:
        """The sentences of the article's paragraphs, in order."""
        found: list[Sentence] = []
        starts = [hit.start for hit in self.hits]
        for paragraph, (begin, stop) in enumerate(self.layout.paragraphs):
            for start, end in sentences.split(self.text, begin, stop):
                first = sentences.position(starts, start - 1) + 1
                last = sentences.position(starts, end - 1) + 1
                hits = [hit for hit in self.hits[first:last] if hit.end <= end]
                found.append(Sentence(self, len(found), paragraph, start, end, hits))
        return found

    @lazy
    def _by_label(self) -> dict[str, list[int]]:
        """Indices of the sentences in which some word plays a role, by role."""
        found: dict[str, list[int]] = {}
        for sentence in self.sentences:
            for label in sentence.labels:
                found.setdefault(label, []).append(sentence.index)
        return found

    def sentences_with(self, labels: Iterable[str]) -> list[Sentence]:
        """The sentences in which some word plays one of these roles, in order."""
        indices = {index for label in labels for index in self._by_label.get(label, ())}
        return [self.sentences[index] for index in sorted(indices)]


class Document:
    """An article with the automaton's hits, everything else read when asked for."""

    def __init__(self, article: Article, machine: Any) -> None:
        self.article = article
        self.title = Part(self, "title", article.title or "", machine)
        self.body = Part(self, "text", article.text, machine)

    @property
    def parts(self) -> tuple[Part, Part]:
        """Title and text."""
        return self.title, self.body

    @lazy
    def acronyms(self) -> dict[str, tuple[Surface, ...]]:
        """The short names that it defines for itself."""
        return acronyms.defined(self.body.text, self.body.hits)

    @lazy
    def strong_words(self) -> int:
        """How many words and names of the article speak of space where they stand."""
        return sum([hit.entry.is_space for part in self.parts for hit in part.hits])

    @lazy
    def space_words(self) -> int:
        """The weight of all words of space; 0 where there is but a stray weak one."""
        weak = {id(hit.entry) for part in self.parts for hit in part.hits if hit.entry.is_weak}
        return 2 * self.strong_words + len(weak) if self.strong_words or len(weak) > 1 else 0

    @lazy
    def is_about_space(self) -> bool:
        """Whether space is the article's subject, not a word in passing."""
        if any(hit.entry.is_space for hit in self.title.hits):
            return True
        size = len(self.article.text) + len(self.article.title or "")
        least = max(2 if size < _SHORT else 3, size // 600) if self.strong_words else 5
        return self.space_words >= least

    @lazy
    def salience(self) -> dict[str, tuple[int, Mention, PartName]]:
        """How often each party is named (three times over in the title), with its first mention; most often first."""
        counted: dict[str, tuple[int, Mention, PartName]] = {}
        for part in self.parts:
            weight = 3 if part.name == "title" else 1
            for hit in part.hits:
                if not hit.entry.surfaces or not self._is_body(part, hit.start):
                    continue
                words = part.text[hit.start : hit.end]
                readings = hit.entry.readings(words)
                if not readings:
                    continue
                mention = as_of(hit.start, hit.end, words, readings, self.day)
                if mention.is_party and not mention.is_doubtful:
                    for code in mention.codes:
                        count, first, where = counted.get(code, (0, mention, part.name))
                        counted[code] = (count + weight, first, where)
        return dict(sorted(counted.items(), key=lambda pair: -pair[1][0]))

    def _is_body(self, part: Part, offset: int) -> bool:
        paragraphs = part.layout.paragraphs
        at = bisect_right(paragraphs, (offset, len(part.text) + 1)) - 1
        return at >= 0 and offset < paragraphs[at][1]

    @lazy
    def reference(self) -> times.Reference:
        """The day relative dates count from."""
        if self.article.published and not self.article.is_date_doubtful:
            try:
                return times.Reference(date.fromisoformat(self.article.published[:10]))
            except ValueError:
                pass
        line = self.body.layout.dateline
        if line and line.year and line.month and line.day:
            found = times.find(f"{line.month} {line.day}, {line.year}", 0, 40, times.Reference(None))
            if found and found[0].value and len(found[0].value) == 10:
                return times.Reference(date.fromisoformat(found[0].value), "dateline")
        return times.Reference(None)

    @lazy
    def day(self) -> str | None:
        """The reference day in ISO form."""
        return self.reference.day.isoformat() if self.reference.day else None

    def close(self) -> None:
        """Let go of what was read, so that its memory is free at once: it goes round in a circle."""
        for part in self.parts:
            part.__dict__.clear()
        self.__dict__.clear()

    @property
    def sentences(self) -> Iterator[Sentence]:
        """All sentences, the title's first."""
        for part in self.parts:
            yield from part.sentences
