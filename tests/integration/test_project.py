"""The project as a whole: its wheel, its graph, its documentation, and that a run on the sample stays offline."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import click
import pytest

from orchestration.cli import COMMANDS, group
from orchestration.definitions import defs
from tests.integration.command import environment, rows, spacepact

ROOT = Path(__file__).parents[2]
GRAPH = Path(__file__).with_name("graph.txt")
DEVELOPMENT = ("hypothesis", "mypy", "pytest", "ruff", "selenium", "spacy")

#: Put on the path as sitecustomize: any connection but to this machine ends the process.
OFFLINE = """
import socket
def connect(self, address, real=socket.socket.connect):
    if self.family != socket.AF_UNIX and not str(address[0]).startswith(("127.", "::1", "localhost")):
        import os, sys
        print("connection to", address, file=sys.stderr, flush=True)
        os._exit(77)
    return real(self, address)
def getaddrinfo(host, *more, real=socket.getaddrinfo, **named):
    if host not in (None, "", "localhost", "127.0.0.1", "::1"):
        import os, sys
        print("look-up of", host, file=sys.stderr, flush=True)
        os._exit(77)
    return real(host, *more, **named)
socket.socket.connect = connect
socket.getaddrinfo = getaddrinfo
"""


def test_the_wheel_works_from_any_folder(home: Path, tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "dist")],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = (tmp_path / "dist").iterdir()
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")  # noqa: S202 - our own wheel
    program = (
        "import sys, orchestration; assert orchestration.__file__.startswith(sys.argv[1]), orchestration.__file__\n"
        "from orchestration.cli import main; main(['refresh'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "site")],
        cwd=tmp_path,
        env=environment(home, PYTHONPATH=str(tmp_path / "site")),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert rows(home, "select count(*) > 60 from core.dim_articles") == [(True,)]


def test_a_run_on_the_sample_sends_nothing_to_the_network(home: Path, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(OFFLINE, encoding="utf-8")
    guard = environment(home, PYTHONPATH=str(tmp_path))
    probe = [sys.executable, "-c", "import socket; socket.create_connection(('192.0.2.1', 80), 1)"]
    assert subprocess.run(probe, env=guard, capture_output=True, check=False).returncode == 77
    spacepact(home, "refresh", PYTHONPATH=str(tmp_path))


def test_commands_start_without_development_packages(tmp_path: Path) -> None:
    for name in DEVELOPMENT:
        (tmp_path / f"{name}.py").write_text("raise ImportError('a development package')", encoding="utf-8")
    for command in COMMANDS:
        spacepact(tmp_path / "home", command, "--help", PYTHONPATH=str(tmp_path))
    spacepact(tmp_path / "home", "extract", os.devnull, check=False, PYTHONPATH=str(tmp_path))


def test_dagster_finds_the_definitions() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("dg")), "check", "defs"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def graph() -> str:
    """The asset graph as text: a change of it shows as a difference of this file."""
    found = defs()
    assets = found.resolve_asset_graph()
    lines = []
    for key in sorted(assets.get_all_asset_keys(), key=lambda key: key.path):
        node = assets.get(key)
        lines.append(f"{key.to_user_string()}  [{node.group_name}]  {', '.join(sorted(node.kinds))}")
        lines += [f"    reads {parent.to_user_string()}" for parent in sorted(node.parent_keys, key=lambda k: k.path)]
        lines += [f"    check {check.name}" for check in sorted(node.check_keys, key=lambda c: c.name)]
    for schedule in sorted(found.schedules or (), key=lambda s: s.name):
        lines.append(f"schedule {schedule.name}  {schedule.cron_schedule}  {schedule.execution_timezone}")
    lines += [f"sensor {sensor.name}" for sensor in sorted(found.sensors or (), key=lambda s: s.name)]
    return "\n".join(lines) + "\n"


def test_the_graph_is_as_written_down() -> None:
    assert graph() == GRAPH.read_text(encoding="utf-8"), "write it anew: python -m tests.integration.test_project"


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_and_option_is_documented(name: str) -> None:
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    command = group.get_command(click.Context(group), name)
    assert command is not None
    assert command.help
    assert f"`spacepact {name}`" in text
    if name in ("refresh", "extract", "review"):
        options = [opt for p in command.params if isinstance(p, click.Option) for opt in p.opts if opt != "--help"]
        assert [option for option in options if f"`{option}" not in text] == []


def test_the_readme_shows_the_two_commands_and_every_table_it_queries() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make run" in text
    assert "make test" in text


if __name__ == "__main__":
    os.environ["SPACEPACT_HOME"] = str(GRAPH.with_name("no-home"))  # without a sources.toml
    GRAPH.write_text(graph(), encoding="utf-8")
