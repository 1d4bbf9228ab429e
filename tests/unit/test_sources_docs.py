"""`docs/sources.md` tells what the code does: every reason of a reject, ending, kind and key; so does the example."""

import ast
import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from sources import folder, settings
from sources.settings_base import PagesSource, Source, WebSource
from sources.settings_kinds import KINDS, ReferenceSource

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "sources.md").read_text("utf-8")
EXAMPLE = resources.files("sources").joinpath("sources.example.toml").read_text("utf-8")


def _calls(name: str) -> Iterator[ast.Call]:
    for path in (ROOT / "sources").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
                yield node


def _reasons_in_code(name: str, argument: int) -> set[str]:
    found = {node.args[argument] for node in _calls(name) if len(node.args) > argument}
    return {str(reason.value) for reason in found if isinstance(reason, ast.Constant)}


def _section(title: str) -> str:
    return PAGE.split(f"## {title}\n")[1].split("\n## ")[0]


def _first_cells(text: str) -> set[str]:
    rows = re.findall(r"^\| (`[^|]+`[^|]*) \|", text, re.MULTILINE)
    return {word for row in rows for word in re.findall(r"`([^`]+)`", row)}


def test_every_reason_is_documented_and_exists() -> None:
    reading, fetching = _section("Reasons of a reject").split("Of pages that cannot be fetched:")
    assert _first_cells(reading) == _reasons_in_code("UnreadableError", 0)
    told = {reason for reason in _first_cells(fetching) if not reason.startswith("HTTP ")}
    assert told == _reasons_in_code("FetchError", 1) | {"unreachable"}


def test_every_ending_is_documented() -> None:
    assert {cell for cell in _first_cells(_section("Files")) if cell.startswith(".")} == set(folder._READERS)


def test_every_kind_and_key_is_documented() -> None:
    section = _section("Kinds and their keys")
    rows = dict(re.findall(r"^\| `(\w+)` \| [^|]+ \| ([^|]*)\|", section, re.MULTILINE))
    own = {kind: set(re.findall(r"`(\w+)`", keys)) for kind, keys in rows.items() if kind in KINDS}
    assert set(own) == set(KINDS)
    for kind, model in KINDS.items():
        shared = (
            PagesSource if issubclass(model, PagesSource) else WebSource if issubclass(model, WebSource) else Source
        )
        assert own[kind] == set(model.model_fields) - set(shared.model_fields), kind
    of_web, of_pages = section.split("Kinds that ask hosts")[1].split("Kinds that lead to pages")
    assert _first_cells(of_web) - {"every"} == set(WebSource.model_fields) - set(Source.model_fields)
    assert _first_cells(of_pages) == set(PagesSource.model_fields) - set(WebSource.model_fields)
    assert all(f"`{key}`" in section.split("Every source has")[1].split("|")[0] for key in Source.model_fields)


def test_the_defaults_told_are_those_of_the_code() -> None:
    section = _section("Kinds and their keys")
    of_web, of_pages = section.split("Kinds that ask hosts")[1].split("Kinds that lead to pages")
    for model, text in ((WebSource, of_web), (PagesSource, of_pages)):
        told = re.findall(r"^\| `(\w+)` \| ([^|]+) \|", text, re.MULTILINE)
        for key, value in told:
            default = model.model_fields[key].default
            assert key == "every" or value == {None: "none", False: "false"}.get(default, f"{default or 0:g}"), key
    assert WebSource.model_fields["every"].default == "1h"
    assert ReferenceSource.model_fields["every"].default == "1d"


def test_the_example_on_the_page_is_a_valid_file() -> None:
    example = re.search(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    assert example
    assert len(settings.parse(example[1].encode()).source) == 1


def test_the_example_that_is_shipped_is_valid_and_asks_nobody() -> None:
    found = settings.parse(EXAMPLE.encode())
    assert found.sample.enabled
    assert found.inbox.enabled
    assert not any(source.enabled for source in found.source)
    assert {source.kind for source in found.source} == set(KINDS)


def test_the_example_shows_every_key() -> None:
    shown = {key for entry in tomllib.loads(EXAMPLE)["source"] for key in entry}
    hidden = {"allow_private", "requests_at_once", "urls", "themes", "outlets"}
    assert {key for model in KINDS.values() for key in model.model_fields} - hidden == shown


def test_what_is_shipped_goes_into_the_wheel() -> None:
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert "sources" in wheel["packages"]
