"""A refresh killed at any moment leaves the published version whole, and the next one ends as if undisturbed."""

import json
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import duckdb
import pytest

from sources.sample import articles as sample_articles
from tests.integration.command import contents, rows, spacepact, start, without_sample, write_articles

POINTS = 20


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """A home with work done and work left to do, what an undisturbed refresh makes of it, and how long that takes."""
    folder = tmp_path_factory.mktemp("begun")
    home = without_sample(folder / "home")
    plain = [
        {"id": a.source_article_id, "title": a.title, "published": a.published, "source": a.source, "text": a.text}
        for a in sample_articles()
    ]
    write_articles(home / "inbox" / "first.jsonl", plain[:40])
    spacepact(home, "refresh")
    write_articles(home / "inbox" / "second.jsonl", plain[40:])
    write_articles(home / "inbox" / "third.jsonl", [{"id": "no-text", "title": "A story without its text"}])
    time.sleep(2.1)  # a file just written waits
    undisturbed = folder / "undisturbed"
    shutil.copytree(home, undisturbed, symlinks=True)
    began = time.monotonic()
    spacepact(undisturbed, "refresh")
    return {"home": home, "seconds": time.monotonic() - began, "contents": contents(undisturbed)}


@pytest.mark.parametrize("point", range(POINTS))
def test_killed_refresh_is_made_good(begun: dict[str, Any], tmp_path: Path, point: int) -> None:
    home = tmp_path / "home"
    shutil.copytree(begun["home"], home, symlinks=True)
    before = contents(home)
    process = start(home, "refresh")
    time.sleep(begun["seconds"] * (0.15 + 0.85 * point / POINTS))
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert contents(home) in (before, begun["contents"])
    began = time.monotonic()
    spacepact(home, "refresh")
    assert time.monotonic() - began < 60
    assert contents(home) == begun["contents"]


def test_readers_never_fail_while_a_refresh_runs(begun: dict[str, Any], tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(begun["home"], home, symlinks=True)
    stop = tmp_path / "stop"
    reader = subprocess.Popen(
        [sys.executable, __file__, str(home), str(stop)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    for number in range(3):
        write_articles(
            tmp_path / f"drop{number}" / "a.jsonl",
            [{"id": f"d{number}", "title": "Note", "published": "2020-01-01", "text": f"ISRO launched PSLV {number}."}],
        )
        spacepact(home, "refresh", "--inbox", str(tmp_path / f"drop{number}"))
    stop.touch()
    output, errors = reader.communicate(timeout=60)
    assert reader.returncode == 0, errors
    seen = json.loads(output)
    assert seen["rounds"] > 20
    assert seen["newest"] > seen["oldest"]
    assert seen["newest"] == rows(home, "select number from metrics.published_version")[0][0]


def _read_again_and_again(home: Path, stop: Path) -> None:
    """Open, query and close the published file until told to stop; fail on any error, step back or broken reference."""
    versions = []
    while True:
        last = stop.exists()
        connection = duckdb.connect(str(home / "warehouse.duckdb"), read_only=True)
        versions.append(connection.execute("select number from metrics.published_version").fetchone()[0])  # type: ignore[index]
        assert versions == sorted(versions), versions
        broken = connection.execute(
            """
            select count(*) from core.bridge_agreement_parties
            where agreement_id not in (select agreement_id from core.fact_agreements)
                or party_code not in (select party_code from core.dim_parties)
            """
        ).fetchone()
        doubled = connection.execute(
            "select count(*) - count(distinct agreement_id) from core.fact_agreements"
        ).fetchone()
        assert (broken, doubled) == ((0,), (0,))
        connection.close()
        if last:
            break
    print(json.dumps({"rounds": len(versions), "oldest": versions[0], "newest": versions[-1]}))


if __name__ == "__main__":
    _read_again_and_again(Path(sys.argv[1]), Path(sys.argv[2]))
