"""`sources.toml`: good files are understood, bad ones explained in one line that says what is allowed."""

from pathlib import Path

import pytest

from sources.errors import ConfigError
from sources.settings import Settings, load, parse


def test_without_a_file_sample_and_inbox_are_on(tmp_path: Path) -> None:
    settings = load(tmp_path / "sources.toml")
    assert settings == Settings()
    assert settings.sample.enabled
    assert settings.inbox.enabled
    assert settings.inbox.path == "inbox"
    assert settings.source == ()


def test_all_keys(tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_bytes(
        b'\xef\xbb\xbf[sample]\nenabled = false\n[inbox]\nenabled = false\npath = "drop"\n'
        b'[[source]]\nname = "press-desk"\nkind = "folder"\npath = "/srv/press"\nenabled = false\n'
    )
    settings = load(path)
    assert not settings.sample.enabled
    assert (settings.inbox.enabled, settings.inbox.path) == (False, "drop")
    [source] = settings.source
    assert (source.name, source.kind, source.path, source.enabled) == ("press-desk", "folder", "/srv/press", False)


_FOLDER = b'[[source]]\nname = "a"\nkind = "folder"\npath = "x"\n'


@pytest.mark.parametrize(
    ("content", "place", "said"),
    [
        (b"[sampel]\nenabled = true", "sampel", "did you mean sample?"),
        (b"[sample]\nenable = true", "[sample] enable", "did you mean enabled?"),
        (b'[sample]\nenabled = "no"', "[sample] enabled", "'no'"),
        (b'[inbox]\npath = ""', "[inbox] path", "at least 1"),
        (b'[inbox]\npath = "a\\u0000b"', "[inbox] path", "will not do"),
        (b'[[source]]\nname = "a"\nkind = "foldr"\npath = "x"', '[[source]] "a" kind', "did you mean folder?"),
        (b'[[source]]\nkind = "folder"\npath = "x"', "[[source]] number 1 name", "missing"),
        (b'[[source]]\nname = "A b"\nkind = "folder"\npath = "x"', '[[source]] "A b" name', "pattern"),
        (_FOLDER + b'url = "x"', '[[source]] "a" url', "allowed: enabled, kind, name, path"),
        (_FOLDER + _FOLDER, "[[source]] name", "used twice"),
        (_FOLDER.replace(b'"a"', b'"inbox"'), "[[source]] name", "reserved"),
        (b"source = 3", "source", "3"),
        (b'[source]\nname = "a"', "source", "[[source]]"),
        (b"sample = 1", "sample", "1"),
        (b"[sample]\nenabled = ", "", "line 2"),
        (b"\xff\xfe", "", "UTF-8"),
        (b"a = " + b"[" * 100_000, "", "not TOML"),
    ],
)
def test_faults_are_explained_in_one_line(content: bytes, place: str, said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse(content)
    message = str(caught.value)
    assert "\n" not in message
    assert caught.value.location.startswith("sources.toml")
    assert place in caught.value.location
    assert said in message


def test_a_folder_where_the_file_belongs(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="directory"):
        load(tmp_path)
