"""The README's commands do what it shows: each `$ spacepact …` is run on the sample and its output compared.

`python -m tests.integration.test_readme` writes the shown output anew.
"""

import re
import shlex
import tempfile
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from tests.fixtures.readme import README, queries
from tests.integration.command import spacepact

pytestmark = pytest.mark.xdist_group("readme")
#: A command line within a fenced block, and the lines that it is shown to print.
COMMAND = re.compile(r"^\$ (?P<line>(?:make run|spacepact )[^\n]*)\n(?P<output>.*?)(?=^\$ |^```)", re.M | re.S)
#: The time of a refresh, which is another at each run.
TIME = re.compile(r"\b\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\b")


def shown(text: str) -> list[tuple[str, str]]:
    """Commands and what the README shows of their output."""
    return [(found["line"], found["output"].strip("\n")) for found in COMMAND.finditer(text)]


def printed(home: Path, line: str) -> str:
    """What a command prints, the home named as the README names it; of a long output the first lines."""
    arguments = ["refresh"] if line == "make run" else shlex.split(line)[1:]
    limit = 0
    if "|" in arguments:  # `| head -N`
        limit = int(arguments[-1].lstrip("-"))
        arguments = arguments[: arguments.index("|")]
    output = spacepact(home, *arguments).stdout.replace(str(home), "data")
    lines = [part.rstrip() for part in output.splitlines()]
    return "\n".join(lines[:limit] if limit else lines).strip("\n")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A home with the sample, and what making it printed."""
    home = tmp_path_factory.mktemp("readme") / "data"
    return home, printed(home, "make run")


def test_each_command_prints_what_is_shown(sample: tuple[Path, str]) -> None:
    home, made = sample
    commands = shown(README.read_text(encoding="utf-8"))
    assert commands[0][0] == "make run"
    assert len(commands) > 3
    for line, output in commands:
        found = made if line == "make run" else printed(home, line)
        assert TIME.sub("(time)", found) == TIME.sub("(time)", output), line


def test_each_query_runs(sample: tuple[Path, str]) -> None:
    home, _ = sample
    connection = duckdb.connect(str(home / "warehouse.duckdb"), read_only=True)
    for query in queries():
        assert connection.execute(query).fetchall(), query
    connection.close()


def rewrite(text: str, output_of: Callable[[str], str]) -> str:
    """The README with the output of every command as it is now; an empty line parts it from the next command."""

    def block(found: re.Match[str]) -> str:
        end = "" if text.startswith("```", found.end()) else "\n"
        return f"$ {found['line']}\n{output_of(found['line'])}\n{end}"

    return COMMAND.sub(block, text)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "data"
        README.write_text(
            rewrite(README.read_text(encoding="utf-8"), lambda line: printed(home, line)), encoding="utf-8"
        )
