"""What a refresh costs: seconds by stage, articles a second, peak memory, sizes; then 100 new articles on top.

Run: python -m benchmarks.refresh [COUNT …] (default: the sample, and 10,000 articles made from it).
"""

import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.corpus import write_corpus
from benchmarks.process import SPACEPACT, Measured, measure
from orchestration.progress import STAGES

NEW_ARTICLES = 100


def main(counts: list[int]) -> None:
    """Measure each size in a home of its own and print one table."""
    print(
        f"{'refresh':<24} {'articles':>8} "
        + " ".join(f"{stage:>8}" for stage in STAGES)
        + f" {'wall s':>8} {'art/s':>7} {'MiB':>6} {'store MB':>9} {'publ. MB':>9}"
    )
    for count in counts:
        folder = Path(tempfile.mkdtemp(prefix="spacepact-bench-"))
        try:
            _one_size(folder, count)
        finally:
            shutil.rmtree(folder)


def _one_size(folder: Path, count: int) -> None:
    home = folder / "home"
    inbox = folder / "articles"
    inbox.mkdir()
    arguments = [SPACEPACT, "refresh", "--json"]
    if count:
        home.mkdir()
        (home / "sources.toml").write_text("[sample]\nenabled = false\n", encoding="utf-8")
        write_corpus(inbox / "made.jsonl", count)
        arguments += ["--inbox", str(inbox)]
    _row(f"{count:,} made articles" if count else "the sample", home, measure(arguments, home))
    more = folder / "more"
    more.mkdir()
    write_corpus(more / "more.jsonl", NEW_ARTICLES, seed=2)
    _row(
        f"  {NEW_ARTICLES} new ones on top",
        home,
        measure([SPACEPACT, "refresh", "--json", "--inbox", str(more)], home),
    )
    _row("  nothing new", home, measure([SPACEPACT, "refresh", "--json"], home))


def _row(name: str, home: Path, measured: Measured) -> None:
    record: dict[str, Any] = json.loads(measured.output.splitlines()[-1])
    seconds = record["seconds"]
    articles = record["counts"].get("articles_new", 0)
    store = (home / "state" / "store.duckdb").stat().st_size / 1e6
    published = (home / "warehouse.duckdb").stat().st_size / 1e6
    print(
        f"{name:<24} {articles:>8,} "
        + " ".join(f"{seconds.get(stage, 0):>8.2f}" for stage in STAGES)
        + f" {measured.wall:>8.2f} {articles / measured.wall:>7.0f} {measured.peak_mib:>6.0f}"
        f" {store:>9.1f} {published:>9.1f}",
        flush=True,
    )


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or [0, 10_000])
