"""Versions of all that decides a warehouse's content beside the articles.

Belongs here: naming those versions. Does not belong here: computing that of the rules (`transforms.version`).
"""

from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable

from sources import sample
from sources.article import stable_hash
from transforms.version import rules_version
from warehouse import resolution


@cache
def versions() -> dict[str, str]:
    """By name: rules of extraction (lexicons too), resolution and curation, tables and SQL, sample, program."""
    return {
        "rules": rules_version(),
        "resolution": _content(resources.files("transforms") / "resolve")[:12],
        "curation": _content(resources.files("transforms") / "curation")[:12],
        "warehouse": _content(resources.files("warehouse"))[:12],
        "sample": sample.content_hash()[:12],
        "program": metadata.version("spacepact"),
    }


@cache
def resolution_basis() -> str:
    """Versions of what turns claims into facts; DuckDB's too, whose hashes tell which claims have changed."""
    return "-".join((versions()["rules"], versions()["resolution"], metadata.version("duckdb"), resolution.BOOKKEEPING))


def _content(folder: Traversable) -> str:
    """Hash of all code, SQL and word lists below a package, whatever order the file system lists it in."""
    parts = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and not entry.name.startswith("_"):
            parts += [entry.name, _content(entry)]
        elif entry.name.endswith((".py", ".sql", ".tsv")):
            parts += [entry.name, entry.read_text(encoding="utf-8")]
    return stable_hash(*parts)
