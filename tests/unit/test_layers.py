"""Data flows one way: each package imports only what the design allows, and Dagster stays in `orchestration`."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("sources", "transforms", "warehouse", "orchestration")

#: What a package may import of the others: module prefixes.
ALLOWED = {
    "sources": (),
    "transforms": ("sources.article",),
    "warehouse": ("transforms.claim", "transforms.resolve.records", "transforms.curation.records", "sources.article"),
    "orchestration": ("sources", "transforms", "warehouse"),
}

MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Absolute names of all modules that a file imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_follow_the_flow(path: Path) -> None:
    package = path.relative_to(ROOT).parts[0]
    for name in imports(path):
        top = name.split(".")[0]
        if top in PACKAGES and top != package:
            assert name.startswith(ALLOWED[package]), f"{package} must not import {name}"
        if top.startswith("dagster"):
            assert package == "orchestration", f"{package} must not import {name}"
        if top in ("duckdb", "pandas"):
            assert package != "transforms", f"transforms must not import {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_each_module_says_what_belongs_in_it(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), f"{path} has no charter"
