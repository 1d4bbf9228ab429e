"""What every test gets: a home of its own, and the folders of other people's articles where they are at hand."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# How long a machine takes to think of an example decides no test.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home in a temporary folder: no test can touch a real one."""
    folder = tmp_path / "home"
    monkeypatch.setenv("SPACEPACT_HOME", str(folder))
    monkeypatch.setenv("DAGSTER_HOME", str(folder / "dagster"))
    return folder


def pytest_make_parametrize_id(config: pytest.Config, val: object, argname: str) -> str | None:
    """Bytes are named by their argument and place.

    Packed ones hold the second in which they were packed: workers that collect at different seconds would not agree on
    the name of a test.
    """
    return argname if isinstance(val, bytes) else None


def _folder(variable: str) -> Path:
    folder = os.environ.get(variable)
    if not folder:
        pytest.skip(f"{variable} names no folder of other people's articles or files")
    return Path(folder)


@pytest.fixture(scope="session")
def eval_folder() -> Path:
    """Gold sets on other people's articles."""
    return _folder("SPACEPACT_EVAL")


@pytest.fixture(scope="session")
def reference_folder() -> Path:
    """Real reference files."""
    return _folder("SPACEPACT_REFERENCE")
