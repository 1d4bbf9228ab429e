"""Override files as people leave them: each entry by itself, whatever the others are like."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources import override_writer, overrides
from sources.errors import ConfigError

GOOD = '[[override]]\naction = "set"\nvalue = "2021-03"\n'


def entries(name: str, text: str) -> list[tuple[int, dict[str, object], str | None]]:
    return [tuple(entry) for entry in overrides.parse(name, text.encode())]  # type: ignore[misc]


def test_toml_entries_are_read_in_order() -> None:
    found = entries("a.toml", GOOD + GOOD.replace("set", "reject"))
    assert [(number, fields["action"]) for number, fields, _ in found] == [(1, "set"), (2, "reject")]


def test_one_broken_entry_leaves_the_others() -> None:
    found = entries("a.toml", GOOD + '[[override]]\naction = "oops\n' + GOOD)
    assert [(number, problem is None) for number, _, problem in found] == [(1, True), (2, False), (3, True)]
    assert "line 4 of the file" in str(found[1][2])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[override]\naction = 'set'\n", "in double brackets"),
        ("[[overide]]\naction = 'set'\n", "[[override]]"),
        ("override = [1]\n", "is no table"),
        ("= 1\n", "is not TOML"),
        ("= 1\n[[override]]\naction = 'set'\n", "above its first"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(text: str, told: str) -> None:
    assert any(told in str(problem) for _, _, problem in entries("a.toml", text))


def test_csv_has_the_same_keys() -> None:
    text = "action,fact,column,value,claims,cells\nset,agr_1,party_code,CHN|RUS,,\nsplit,agr_1,,,clm_1 | clm_2,\n"
    first, second = entries("a.csv", text)
    assert first[1] == {"action": "set", "fact": "agr_1", "column": "party_code", "value": ["CHN", "RUS"]}
    assert second[1]["claims"] == ["clm_1", "clm_2"]
    (added,) = entries("b.csv", 'action,cells\nadd,"{""status"": ""signed""}"\n')
    assert added[1]["cells"] == {"status": "signed"}
    assert "cells is not JSON" in str(entries("b.csv", "action,cells\nadd,{\n")[0][2])
    assert "more fields" in str(entries("b.csv", "action\nset,what\n")[0][2])


@given(st.binary(max_size=200), st.sampled_from(["a.toml", "a.csv"]))
def test_no_bytes_stop_the_reading(content: bytes, name: str) -> None:
    for entry in overrides.parse(name, content):
        assert isinstance(entry.fields, dict)


def test_only_finished_files_of_the_folder_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "overrides"
    folder.mkdir()
    for name in (".hidden.toml", "a.toml.part", "README.md", "a.toml"):
        (folder / name).write_text(GOOD, encoding="utf-8")
    (folder / "old.yaml").write_text("a: 1", encoding="utf-8")
    (tmp_path / "outside.toml").write_text(GOOD, encoding="utf-8")
    (folder / "link.toml").symlink_to(tmp_path / "outside.toml")
    (folder / "deeper").mkdir()
    found = {file.name: file.entries for file in overrides.read(folder)}
    assert sorted(found) == ["a.toml", "old.yaml"]
    assert "end in .toml or .csv" in str(found["old.yaml"][0].problem)
    assert set(overrides.hashes(folder)) == set(found)
    assert overrides.read(tmp_path / "none") == []


def test_a_name_of_any_bytes_can_be_shown(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/a\xff\x1b.toml", "w", encoding="utf-8") as stream:  # noqa: PTH123
        stream.write(GOOD)
    (file,) = overrides.read(tmp_path)
    assert file.name.isprintable()
    assert overrides.hashes(tmp_path) == {file.name: file.content_hash}
    file.name.encode("utf-8")


def test_a_file_too_large_is_said_and_not_read(tmp_path: Path) -> None:
    with (tmp_path / "big.toml").open("wb") as stream:
        stream.truncate((8 << 20) + 1)
    (file,) = overrides.read(tmp_path)
    assert "larger than 8 MiB" in str(file.entries[0].problem)


def test_what_is_written_reads_back(tmp_path: Path) -> None:
    fields = {"action": "set", "reason": 'He said "no",\nthen \\ left. 東京', "value": ["CHN", "RUS"]}
    path = override_writer.append(tmp_path, "Ann Õ'Neill", fields, "Is this\n[[override]] right?")
    override_writer.append(tmp_path, "Ann Õ'Neill", fields, "again")
    assert list(tmp_path.iterdir()) == [path]
    assert path.name == "ann-o-neill.toml"
    (file,) = overrides.read(tmp_path)
    expected = {**fields, "reason": 'He said "no", then \\ left. 東京'}
    assert [(entry.fields, entry.problem) for entry in file.entries] == [(expected, None)] * 2


def test_a_broken_file_is_not_written_to(tmp_path: Path) -> None:
    path = tmp_path / "ann.toml"
    path.write_text("= 1\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="not TOML"):
        override_writer.append(tmp_path, "Ann", {"action": "set"}, "")
    assert path.read_text(encoding="utf-8") == "= 1\n"
