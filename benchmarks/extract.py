"""How fast extraction is: beside spaCy's tokeniser, beside a bare dictionary pass, by processes, and at start-up.

Run: python -m benchmarks.extract. The articles are the bundled sample and, where SPACEPACT_EVAL names a folder, the
gold sets there: each text once, so that no cache of words helps anyone.
"""

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import ahocorasick
import spacy

from benchmarks.corpus import write_corpus
from benchmarks.process import SPACEPACT, measure
from sources.article import Article
from sources.sample import articles as sample_articles
from transforms import lexicons
from transforms.extract import extract

ROUNDS = 5
MADE = 6_000


def corpus() -> list[Article]:
    """Different articles, each once."""
    found = list(sample_articles())
    folder = os.environ.get("SPACEPACT_EVAL")
    for path in sorted(Path(folder).glob("*.gold.jsonl")) if folder else ():
        if path.name.startswith(("wires", "pairs")):
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found.append(Article(text=row["text"], title=row["title"], published=row["published"]))
    return found


def median_seconds(work: Callable[[], object]) -> float:
    """Median of several rounds, in processor seconds."""
    seconds = []
    for _ in range(ROUNDS):
        began = time.process_time()
        work()
        seconds.append(time.process_time() - began)
    return statistics.median(seconds)


def against_others() -> None:
    """Characters a second on one core, extraction beside two that do less."""
    texts = corpus()
    characters = sum(len(article.text) for article in texts)
    extract(replace(texts[0], text="warm up"))

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

    rows = {
        "spacepact extract": median_seconds(lambda: [extract(article) for article in texts]),
        "spaCy tokeniser + sentencizer": median_seconds(with_spacy),
        "pyahocorasick, same names": median_seconds(lambda: [list(automaton.iter(text)) for text in lowered]),
    }
    own = rows["spacepact extract"]
    print(f"{'one core':<30} {'Mchar/s':>8} {'ratio':>7}   ({len(texts)} articles, {characters:,} characters)")
    for name, seconds in rows.items():
        print(f"{name:<30} {characters / seconds / 1e6:>8.2f} {seconds / own:>7.2f}")


def by_processes(folder: Path) -> None:
    """The command on many articles with one process and with two."""
    path = folder / "made.jsonl"
    write_corpus(path, MADE)
    print(f"\n{'spacepact extract':<30} {'art/s':>8} {'wall s':>7} {'MiB':>6}")
    for name, arguments in (("--jobs 1", ["1"]), ("--jobs 2", ["2"])):
        run = measure([SPACEPACT, "extract", "--jobs", *arguments, str(path)])
        print(f"{MADE:,} articles {name:<16} {MADE / run.wall:>8.0f} {run.wall:>7.2f} {run.peak_mib:>6.0f}")


def start_up(folder: Path) -> None:
    """One article from a cold start, beside importing pandas."""
    path = folder / "one.jsonl"
    write_corpus(path, 1)
    own = statistics.median(measure([SPACEPACT, "extract", str(path)]).wall for _ in range(ROUNDS))
    pandas = statistics.median(measure([sys.executable, "-c", "import pandas"]).wall for _ in range(ROUNDS))
    print(f"\n{'start-up':<30} {'wall s':>8}")
    print(f"{'spacepact extract, 1 article':<30} {own:>8.2f}")
    print(f"{'python -c import pandas':<30} {pandas:>8.2f}")


def main() -> None:
    """All three."""
    against_others()
    with tempfile.TemporaryDirectory(prefix="spacepact-bench-") as folder:
        by_processes(Path(folder))
        start_up(Path(folder))


if __name__ == "__main__":
    main()
