"""A catalogue through the command: loaded, unchanged, of another form, removed; the rest of the refresh goes on."""

from pathlib import Path

import pytest

from tests.integration.command import rows, spacepact
from tests.unit.catalogue_files import LOG, log_line

SETTINGS = """
[[source]]
name = "launch-log"
kind = "launchlog"
path = "log.txt"
every = "0m"
"""
#: A launch of the bundled sample, as a catalogue would have it, with another outcome.
KNOWN = log_line(
    "2018-076", "2018 Oct  8 0221:28", "2018-076A", "SAOCOM 1A", "", "S43641", "Falcon 9", "", "VS       SLC4E", "F"
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    found = tmp_path / "home"
    found.mkdir()
    (found / "sources.toml").write_text(SETTINGS, encoding="utf-8")
    (found / "log.txt").write_text(LOG + KNOWN + "\n" + KNOWN.replace("2018", "1957") + "\n", encoding="utf-8")
    return found


def test_a_catalogue_comes_stays_while_it_is_damaged_and_goes(home: Path) -> None:
    done = spacepact(home, "refresh")
    assert "launches judged by a catalogue" in done.stdout
    assert rows(home, "select catalogue, launch_count, satellite_count, rejected_count from core.catalogues") == [
        ("launch-log", 4, 4, 1)
    ]
    mismatches = (
        "select mismatch, catalogue_value from metrics.launch_mismatches where catalogue_id = 'launch-log:2018-076'"
    )
    assert rows(home, mismatches) == [("failure_told_as_success", "failure")]
    assert "in core.catalogue_launches" in spacepact(home, "explain", "launch-log:2018-076").stdout
    published = rows(home, "select number from metrics.published_version")

    log = home / "log.txt"
    good = log.read_text(encoding="utf-8")
    log.write_text(good.replace("SATCAT", "Number"), encoding="utf-8")
    done = spacepact(home, "refresh", check=False)
    assert "no column named SATCAT" in done.stdout + done.stderr
    assert rows(home, "select launch_count from core.catalogues") == [(4,)]
    assert rows(home, "select number from metrics.published_version") == published

    (home / "sources.toml").write_text("", encoding="utf-8")
    spacepact(home, "refresh")
    assert rows(home, "select * from core.catalogues") == []
    assert rows(home, "select * from metrics.launch_judgements") == []
    assert rows(home, "select catalogue_id from core.fact_launches where catalogue_id is not null") == []

    log.write_text(good, encoding="utf-8")
    (home / "sources.toml").write_text(SETTINGS, encoding="utf-8")
    spacepact(home, "refresh")
    assert rows(home, "select launch_count from core.catalogues") == [(4,)]
