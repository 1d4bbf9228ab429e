"""`docs/sources.md` tells what the code does: every reason of a reject, every ending, every key."""

import ast
import re
from pathlib import Path

from sources import folder, settings

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "sources.md").read_text("utf-8")


def _reasons_in_code() -> set[str]:
    found = set()
    for path in (ROOT / "sources").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "UnreadableError":
                reason = node.args[0]
                if isinstance(reason, ast.Constant):
                    found.add(str(reason.value))
    return found


def test_every_reason_is_documented_and_exists() -> None:
    table = PAGE.split("## Reasons of a reject")[1]
    rows = re.findall(r"^\| (`[^|]+`) \|", table, re.MULTILINE)
    assert {reason for row in rows for reason in re.findall(r"`([^`]+)`", row)} == _reasons_in_code()


def test_every_ending_is_documented() -> None:
    table = PAGE.split("## Files")[1].split("## ")[0]
    assert set(re.findall(r"`(\.[a-z]+)`", table)) - {".part", ".tmp"} == set(folder._READERS)


def test_the_example_is_a_valid_file() -> None:
    example = re.search(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    assert example
    assert len(settings.parse(example[1].encode()).source) == 1
