"""A newsroom's archive to measure with: everyday news, some that uses the words of space, a little that is about it.

Belongs here: the mix, and the making of everyday articles out of `archive.tsv`. Does not belong here: articles about
space (`corpus`) or those that only sound like it (`tests.fixtures.not_space`).

The mix: of 100 articles `ABOUT` tell of space cooperation and `NEAR` use its words for something else. In the one
large archive whose topics are counted, Reuters' of 1996-97 (RCV1: Lewis et al. 2004, 804,414 stories), all of science
and technology is 2,410 stories, 0.3 in 100: the mix here holds more than three times that of space alone.
How many different words there are follows that archive too: of T words about 44 T^0.49 are different (Manning et al.,
Introduction to Information Retrieval, 5.1), which is what names coined anew are needed for.
"""

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.corpus import made_articles
from sources.article import Article
from tests.fixtures.not_space import not_space

ABOUT, NEAR = 1, 9
_FILE = Path(__file__).with_suffix(".tsv")
_SLOT = re.compile(r"\{(\w+)\}")
#: A name that was coined comes again: once in so many times a new one is made.
_FRESH = 4
_COINED = ("Name", "Place", "Firm")
_FIGURES: dict[str, Callable[[random.Random], str]] = {
    "n": lambda rng: f"{rng.randint(11, 99_000):,}",
    "k": lambda rng: str(rng.randint(2, 9)),
    "pct": lambda rng: f"{rng.randint(0, 30)}.{rng.randint(0, 9)}",
    "money": lambda rng: f"{rng.choice('$€£')}{rng.randint(2, 900)} {rng.choice(['million', 'billion'])}",
    "year": lambda rng: str(rng.randint(1961, 2025)),
}


class Newsroom:
    """Writes everyday articles; the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self._rng = random.Random(seed)  # noqa: S311 - no secret
        self._themes: dict[str, list[str]] = defaultdict(list)
        self._lists: dict[str, list[str]] = {}
        self._coined: dict[str, list[str]] = {kind: [] for kind in _COINED}
        for line in _FILE.read_text(encoding="utf-8").splitlines():
            name, _, words = line.partition("\t")
            if name.startswith("@"):
                self._lists[name[1:]] = words.split(" | ")
            elif name != "theme" and not name.startswith("#"):
                self._themes[name].append(words)

    def article(self) -> Article:
        """An article on one theme, now and then with a sentence of another."""
        rng = self._rng
        theme, other = rng.sample(sorted(self._themes), 2)
        pool = self._themes[theme] * 3 + self._themes[other]
        sentences = [self._filled(rng.choice(pool)) for _ in range(rng.randint(6, 22))]
        size = rng.randint(1, 4)
        paragraphs = [" ".join(sentences[at : at + size]) for at in range(0, len(sentences), size)]
        published = f"{rng.randint(1996, 2025)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
        title = self._filled(rng.choice(self._themes[theme])).split(", ")[0].rstrip(".").strip('"')
        return Article(text="\n\n".join(paragraphs), title=title, published=published, source="Archive")

    def _filled(self, sentence: str) -> str:
        text = _SLOT.sub(lambda match: self._word(match[1]), sentence)
        return text[0].upper() + text[1:]

    def _word(self, slot: str) -> str:
        if slot in _FIGURES:
            return _FIGURES[slot](self._rng)
        if slot in _COINED:
            return self._name(slot)
        if slot == "date":
            return f"{self._word('month')} {self._rng.randint(1, 28)}"
        if slot == "People":
            return self._word("people").capitalize()
        words = self._lists[slot]
        rank = int(self._rng.expovariate(3.0) * len(words))  # some words are common, most are rare
        return words[min(rank, len(words) - 1)]

    def _name(self, kind: str) -> str:
        """A name that was coined before, or a new one."""
        rng, known = self._rng, self._coined[kind]
        if known and rng.randrange(_FRESH):
            return known[-1 - min(int(rng.expovariate(0.02)), len(known) - 1)]
        slots = ["onset", "vowel"] * rng.randint(1, 2) + ["coda"]
        stem = "".join(rng.choice(self._lists[slot]) for slot in slots).capitalize()
        known.append(stem + rng.choice(self._lists[kind]))
        return f"{self._word('first')} {known[-1]}" if kind == "Name" else known[-1]


def archive(count: int, seed: int = 1) -> Iterator[Article]:
    """That many different articles in the mix, the same for the same seed."""
    newsroom = Newsroom(seed)
    about = made_articles(count, seed)
    near = (article for _, article in not_space(per_class=1 + count * NEAR // 100, seed=seed))
    for index in range(count):
        place = index * 37 % 100  # the few, spread over the many
        if place < ABOUT:
            row = next(about)
            yield Article(text=row["text"], title=row["title"], published=row["published"], source=row["source"])
        elif place < ABOUT + NEAR:
            yield next(near)
        else:
            yield newsroom.article()
