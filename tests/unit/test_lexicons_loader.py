"""The loader of the lexicons: files to records, folding, variants, and what loading costs.

Belongs here: the machinery. Does not belong here: what the files hold (`test_lexicons`, `test_lexicons_space`).
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.lexicons import LexiconError, fold, variants
from transforms.lexicons.rows import Site
from transforms.lexicons.tables import read


def sites_file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "sites.tsv"
    path.write_text(text, encoding="utf-8")
    return path


HEADER = "launch_site_id\tlaunch_site_name\tcountry_code\taliases\n"


def test_marks_are_read(tmp_path: Path) -> None:
    (site,) = read(sites_file(tmp_path, f"# note\n{HEADER}x\tX\tCHN\t?Start | =XL | ~Site, X | Port X\n"), Site)
    assert [tuple(name) for name in site.aliases] == [
        ("Start", True, False, False),
        ("XL", False, True, False),
        ("Site, X", False, False, True),
        ("Port X", False, False, False),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{HEADER}x\tX\tCHN\n", "sites.tsv:2: 3 cells, 4 columns"),
        (f"{HEADER}x\t\tCHN\t\n", "sites.tsv:2: a required cell is empty"),
        (f"{HEADER}x\tX\tCHN\ta |  | b\n", "sites.tsv:2: a list has an empty or padded member"),
        ("name\tcountry\n", "sites.tsv:1: the columns must be"),
    ],
)
def test_a_broken_file_is_named_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(LexiconError, match=re.escape(told)):
        read(sites_file(tmp_path, text), Site)


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("CZ-3B", {"CZ-3B", "CZ 3B", "CZ3B"}),
        ("Larsen & Toubro", {"Larsen & Toubro", "Larsen and Toubro"}),
        ("Türksat", {"Turksat"}),
        ("Alcatel-Lucent", {"Alcatel-Lucent", "Alcatel Lucent"}),
    ],
)
def test_variants_are_generated(name: str, written: set[str]) -> None:
    assert set(variants(name)) == written


def test_loading_takes_no_time_and_no_pandas() -> None:
    code = (
        "import sys, time; start = time.process_time(); from transforms import lexicons;"
        "n = sum(1 for _ in lexicons.surface_forms()); used = time.process_time() - start;"
        "assert n > 10_000, n; assert 'pandas' not in sys.modules and 'dagster' not in sys.modules; print(used)"
    )
    runs = [float(subprocess.check_output([sys.executable, "-c", code], text=True)) for _ in range(3)]
    assert min(runs) < 0.3  # 0.1 s on an idle core of 2024
