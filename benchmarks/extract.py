"""How fast extraction is: at start-up, by processes, beside spaCy's tokeniser, beside a bare dictionary pass.

Run: python -m benchmarks.extract. Two sets of articles, all different from each other, are measured side by side:
`space` holds nothing but articles about space (the bundled sample, and the gold sets where SPACEPACT_EVAL names their
folder), the hardest that extraction can meet; `archive` is the mix that a newsroom keeps (`benchmarks.archive` tells
what is in it and why).
"""

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import ahocorasick

from benchmarks.archive import ABOUT, archive
from benchmarks.corpus import write_corpus
from benchmarks.process import SPACEPACT, measure
from sources.article import Article
from sources.sample import articles as sample_articles
from transforms import lexicons
from transforms.extract import extract

ROUNDS = 3
ARCHIVE = 5_000
MADE = 5_000
MANY = 4 * ARCHIVE


def corpus() -> list[Article]:
    """Different articles about space, each once."""
    found = list(sample_articles())
    folder = os.environ.get("SPACEPACT_EVAL")
    for path in sorted(Path(folder).glob("*.gold.jsonl")) if folder else ():
        if path.name.startswith(("wires", "pairs")):
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found.append(Article(text=row["text"], title=row["title"], published=row["published"]))
    return found


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def against_others(name: str, texts: list[Article]) -> None:
    """Characters a second on one core, extraction beside two that do less: medians of rounds taken in turn."""
    import spacy  # here, for a process started by a large one would be measured as large as that

    characters = sum(len(article.text) for article in texts)
    extract(replace(texts[0], text="A satellite was launched into orbit: warm up."))
    automaton = ahocorasick.Automaton()
    for surface in lexicons.surface_forms():
        automaton.add_word(surface.text.lower(), len(surface.text))
    automaton.make_automaton()
    lowered = [article.text.lower() for article in texts]

    def with_spacy() -> None:
        nlp = spacy.blank("en")
        nlp.add_pipe("sentencizer")
        for document in nlp.pipe(article.text for article in texts):
            list(document.sents)

    works: dict[str, Callable[[], object]] = {
        "spacepact extract": lambda: [extract(article) for article in texts],
        "spaCy tokeniser + sentencizer": with_spacy,
        "pyahocorasick, same names": lambda: [list(automaton.iter(text)) for text in lowered],
    }
    taken: dict[str, list[float]] = {work: [] for work in works}
    for _ in range(ROUNDS):
        for work, run in works.items():
            taken[work].append(_seconds(run))
    own = statistics.median(taken["spacepact extract"])
    print(f"\n{name:<32} {'Mchar/s':>8} {'we are':>8}   ({len(texts):,} articles, {characters:,} characters, one core)")
    for work, rounds in taken.items():
        seconds = statistics.median(rounds)
        print(f"{work:<32} {characters / seconds / 1e6:>8.2f} {seconds / own:>7.2f}x")


def _write(path: Path, articles: Iterable[Article]) -> None:
    with path.open("w", encoding="utf-8") as stream:
        for number, article in enumerate(articles):
            row = {"id": f"a{number}", "title": article.title, "published": article.published, "text": article.text}
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")


def by_processes(folder: Path) -> None:
    """The command on many articles with one process and with two, and on four times as many."""
    space, few, many = folder / "space.jsonl", folder / "few.jsonl", folder / "many.jsonl"
    write_corpus(space, MADE)
    _write(few, archive(ARCHIVE))
    _write(many, archive(MANY))
    print(f"\n{'spacepact extract':<32} {'art/s':>8} {'wall s':>8} {'cpu s':>8} {'MiB':>6} {'gain':>6}")
    for name, path, count in (("space", space, MADE), ("archive", few, ARCHIVE), ("archive", many, MANY)):
        alone = 0.0
        for jobs in (1, 2):
            run = measure([SPACEPACT, "extract", "--jobs", str(jobs), str(path)])
            alone = alone or run.wall
            words = f"{count:,} of {name}, --jobs {jobs}"
            print(f"{words:<32} {count / run.wall:>8.0f} {run.wall:>8.2f} {run.cpu:>8.2f} {run.peak_mib:>6.0f}"
                  f" {alone / run.wall:>5.2f}x")  # fmt: skip


def start_up(folder: Path) -> None:
    """One article from a cold start, beside importing pandas."""
    path = folder / "one.jsonl"
    write_corpus(path, 1)
    runs = [(measure([SPACEPACT, "extract", str(path)]).wall, measure([sys.executable, "-c", "import pandas"]).wall)
            for _ in range(2 * ROUNDS)]  # fmt: skip
    print(f"\n{'start-up':<32} {'wall s':>8}")
    for place, name in enumerate(("spacepact extract, 1 article", "python -c import pandas")):
        print(f"{name:<32} {statistics.median(run[place] for run in runs):>8.2f}")


def main() -> None:
    """All of them."""
    with tempfile.TemporaryDirectory(prefix="spacepact-bench-") as folder:
        start_up(Path(folder))
        by_processes(Path(folder))
    against_others("space", corpus())
    against_others(f"archive ({ABOUT} in 100 about space)", list(archive(ARCHIVE)))


if __name__ == "__main__":
    main()
