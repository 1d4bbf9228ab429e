"""Reading archives: articles a second and peak memory of a Parquet archive of two sizes, and of a web archive.

Run: python -m benchmarks.archives [COUNT …] (default: 10,000 and 100,000 articles; a tenth of the first as web pages).
Reading alone is measured: storing, comparing with what is there and telling languages, without extraction.
"""

import io
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from benchmarks.corpus import mixed_articles, write_corpus

_SOURCE = '[sample]\nenabled = false\n[[source]]\nname = "archive"\nkind = "archive"\npath = "{path}"\n'


def main(counts: list[int]) -> None:
    """Make and read each archive in a home and a process of its own, and print one table."""
    print(
        f"{'archive':<28} {'articles':>8} {'MB':>7} {'read s':>8} {'art/s':>7} "
        f"{'compare s':>9} {'art/s':>7} {'MiB':>6} {'store MB':>9}"
    )
    web = max(1, counts[0] // 10)
    for name, count, make in (
        (f"WARC of {web:,} pages", web, write_web_archive),
        *((f"Parquet of {count:,}", count, write_parquet) for count in counts),
    ):
        folder = Path(tempfile.mkdtemp(prefix="spacepact-bench-"))
        try:
            _one(name, folder, count, make)
        finally:
            shutil.rmtree(folder)


def _one(name: str, folder: Path, count: int, make: Callable[[Path, int], Path]) -> None:
    path = make(folder, count)
    home = folder / "home"
    home.mkdir()
    (home / "sources.toml").write_text(_SOURCE.format(path=path), encoding="utf-8")
    arguments = [sys.executable, "-m", "benchmarks.archives", "--read"]
    done = subprocess.run(
        arguments, env=dict(os.environ) | {"SPACEPACT_HOME": str(home)}, capture_output=True, text=True, check=True
    )
    articles, read, compare, peak = map(float, done.stdout.split())
    print(
        f"{name:<28} {articles:>8,.0f} {path.stat().st_size / 1e6:>7.1f} {read:>8.2f} {articles / read:>7.0f} "
        f"{compare:>9.2f} {articles / compare:>7.0f} {peak:>6.0f} "
        f"{(home / 'state' / 'store.duckdb').stat().st_size / 1e6:>9.1f}",
        flush=True,
    )


def _read() -> None:
    """Read the home's archive in this process, and print articles, seconds of reading and comparing, peak MiB."""
    from datetime import UTC, datetime

    from orchestration.home import prepare
    from orchestration.read_stage import read_sources
    from orchestration.run_record import RunRecord
    from orchestration.settings import Settings
    from orchestration.stages import compare_texts

    settings = Settings.from_environment()
    prepare(settings)
    record = RunRecord("", datetime.now(UTC))
    began = time.monotonic()
    read_sources(settings, record)
    read = time.monotonic() - began
    compare_texts(settings, record)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(record.counts["articles_new"], read, time.monotonic() - began - read, peak)


def write_parquet(folder: Path, count: int) -> Path:
    """That many made articles as one Parquet file.

    Its row groups are small, as in archives that are meant to be streamed: of a file in one group, whoever reads it
    must unpack pages of up to 100 MB.
    """
    lines, path = folder / "made.jsonl", folder / "made.parquet"
    write_corpus(lines, count, make=mixed_articles)
    with duckdb.connect() as con:
        rows = f"from read_json('{lines}', format = 'newline_delimited')"
        con.execute(f"copy ({rows}) to '{path}' (compression zstd, row_group_size 10_000)")
    lines.unlink()
    return path


def write_web_archive(folder: Path, count: int) -> Path:
    """That many made articles as the pages of a web archive."""
    path = folder / "made.warc.gz"
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for number, article in enumerate(mixed_articles(count)):
            paragraphs = "".join(f"<p>{part}</p>" for part in article["text"].split("\n\n"))
            page = (
                f"<html lang=en><head><title>{article['title']}</title></head><body><nav><a href=/>Home</a></nav>"
                f"<article><h1>{article['title']}</h1><time>{article['published']}</time>{paragraphs}</article></body></html>"
            )
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            url = f"https://archive.example.org/{number}"
            writer.write_record(
                writer.create_warc_record(url, "response", io.BytesIO(page.encode()), http_headers=headers)
            )
    return path


if __name__ == "__main__":
    if sys.argv[1:] == ["--read"]:
        _read()
    else:
        main([int(count) for count in sys.argv[1:]] or [10_000, 100_000])
