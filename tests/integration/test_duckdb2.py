"""The warehouse under DuckDB 2: its own tests, run against that client in an environment of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WANTED = "duckdb>=2,<3"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with DuckDB 2 alone, to be put before the one that is installed."""
    if not os.environ.get("SPACEPACT_DUCKDB2"):
        pytest.skip("set SPACEPACT_DUCKDB2=1 to fetch DuckDB 2 and test with it")
    folder = tmp_path_factory.mktemp("duckdb2")
    uv = shutil.which("uv")
    install = [uv, "pip", "install", "--python", sys.executable] if uv else [sys.executable, "-m", "pip", "install"]
    subprocess.run([*install, "--quiet", "--no-deps", "--target", str(folder), WANTED], check=True)
    return folder


def run(client: Path, *arguments: str) -> str:
    paths = os.pathsep.join([str(client), str(ROOT)])
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": paths, "SPACEPACT_DUCKDB2": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


def test_the_newer_client_is_the_one_tested(client):
    assert run(client, "-c", "import duckdb; print(duckdb.__version__)").startswith("2.")


def test_the_warehouse_works_with_duckdb_2(client):
    tests = sorted(str(path) for path in (ROOT / "tests" / "unit").glob("test_warehouse_*.py"))
    assert " passed" in run(client, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *tests)


def test_each_major_reads_what_the_other_published(client, tmp_path):
    made = "from pathlib import Path; from tests.unit.store_fixture import World; World(Path({!r})).publish()"
    read = "from pathlib import Path; from warehouse.read import status; print(status(Path({!r})).number)"
    newer, older = str(tmp_path / "newer"), str(tmp_path / "older")
    run(client, "-c", made.format(newer))
    subprocess.run([sys.executable, "-c", made.format(older)], cwd=ROOT, check=True)
    assert run(client, "-c", read.format(older)) == "1\n"
    seen = subprocess.run([sys.executable, "-c", read.format(newer)], cwd=ROOT, check=True, capture_output=True)
    assert seen.stdout == b"1\n"
