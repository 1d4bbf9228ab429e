"""An article opened for reading: its title and text, their sentences, and what is known about the whole.

Belongs here: the lazily computed view that all frames read from. Does not belong here: what one sentence says
(`transforms.text.sentence`), or any frame.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sources.article import Article
from transforms.claim import Part as PartName
from transforms.lexicons import Surface
from transforms.text import acronyms, layout, sentences, times
from transforms.text.fold import match_fold
from transforms.text.lazy import lazy
from transforms.text.matcher import find
from transforms.text.mentions import Mention, as_of
from transforms.text.sentence import Sentence

#: In so short a text one strong word says what it is about.
_SHORT = 400


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
