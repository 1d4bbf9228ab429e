"""`sources.toml`: good files are understood, bad ones explained in one line that says what is allowed."""

import datetime as dt
from pathlib import Path

import pytest

from sources.errors import ConfigError
from sources.settings import Settings, load, parse
from sources.settings_kinds import FolderSource


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
    assert isinstance(source, FolderSource)
    assert (source.name, source.kind, source.path, source.enabled) == ("press-desk", "folder", "/srv/press", False)


_FEED = b'[[source]]\nname = "a"\nkind = "feed"\nurl = "https://x.example/feed"\n'


def _kind(kind: str, *lines: str) -> bytes:
    return "\n".join(["[[source]]", 'name = "a"', f'kind = "{kind}"', *lines]).encode()


_FOLDER = b'[[source]]\nname = "a"\nkind = "folder"\npath = "x"\n'


@pytest.mark.parametrize(
    ("content", "place", "said"),
    [
        (b"[sampel]\nenabled = true", "sampel", "did you mean sample?"),
        (b"[sample]\nenable = true", "[sample] enable", "did you mean enabled?"),
        (b'[sample]\nenabled = "no"', "[sample] enabled", "'no'"),
        (b'[inbox]\npath = ""', "[inbox] path", "not be empty"),
        (b'[inbox]\npath = "a\\u0000b"', "[inbox] path", "no control character"),
        (b'[[source]]\nname = "a"\nkind = "foldr"\npath = "x"', '[[source]] "a" kind', "did you mean folder?"),
        (b'[[source]]\nkind = "folder"\npath = "x"', "[[source]] number 1 name", "missing"),
        (
            b'[[source]]\nname = "A b"\nkind = "folder"\npath = "x"',
            '[[source]] "A b" name',
            "small letters, digits, - and _, a letter first, such as esa-news",
        ),
        (_FOLDER + b'url = "x"', '[[source]] "a" url', "allowed: enabled, every, kind, name, path"),
        (_FEED + b'evry = "1h"', '[[source]] "a" evry', "did you mean every?"),
        (_FEED + b'every = "1w"', '[[source]] "a" every', "a number with m, h or d"),
        (_FEED + b'content = "pages"', '[[source]] "a" content', "did you mean page? allowed: page or feed"),
        (_FEED + b"recheck_days = -1", '[[source]] "a" recheck_days', "it should be 0 or more"),
        (_FEED + b'contact = "me"', '[[source]] "a" contact', "mail address"),
        (_FEED.replace(b"https:", b"ftp:"), '[[source]] "a" url', "http://"),
        (_FEED.replace(b"x.example", b"me:secret@x.example"), '[[source]] "a" url', "without a user name"),
        (b'[[source]]\nname = "a"\npath = "x"', '[[source]] "a" kind', "missing; add this key; allowed: folder, feed"),
        (_kind("page"), '[[source]] "a"', "give url for one page, or urls"),
        (_kind("page", 'urls = ["https://x.example/", "b"]'), '[[source]] "a" urls.1', "'b' will not do"),
        (_kind("gdelt", 'path = "x"'), '[[source]] "a"', "give hosts, words or themes"),
        (_kind("gdelt", 'hosts = ["x"]'), '[[source]] "a"', "give path for files of your own, or url"),
        (_kind("gcat"), '[[source]] "a"', "at least one of launch, orgs, sites, satcat"),
        (_kind("ucs", 'path = "x"', 'url = "https://x.example/"'), '[[source]] "a"', "give path"),
        (_kind("archive", 'path = "x"', 'fields = { txt = "a" }'), '[[source]] "a" fields', "txt is no field"),
        (_kind("archive", 'path = "x"', 'pattern = "../*"'), '[[source]] "a" pattern', "within the folder"),
        (
            _kind("sitemap", 'url = "https://x.example/"', 'since = "soon"'),
            '[[source]] "a" since',
            "a day such as 2024-03-31, without quotes",
        ),
        (_kind("launch_library", "calls_per_hour = 0"), '[[source]] "a" calls_per_hour', "it should be 1 or more"),
        (_FEED.replace(b"url", b"ulr"), '[[source]] "a" ulr', "unknown key; did you mean url? allowed: allow_private"),
        (_FEED + b'allow_private = "yes"', '[[source]] "a" allow_private', "true or false, without quotes"),
        (_FEED + b'recheck_days = "3"', '[[source]] "a" recheck_days', "a whole number, without quotes"),
        (_FEED + b'language = "EN"', '[[source]] "a" language', "two or three small letters, such as en"),
        (_FEED.replace(b'"https://x.example/feed"', b"3"), '[[source]] "a" url', "text in quotes"),
        (_kind("sitemap", 'url = "https://x.example/"', 'include = "x"'), '[[source]] "a" include', '["one", "two"]'),
        (_kind("page", "urls = []"), '[[source]] "a" urls', "at least 1"),
        (_FEED + b"evry = 3\n" + _kind("foldr"), "evry", '(1 more fault: [[source]] "a" kind)'),
        (_kind("rss", 'url = "https://x.example/"'), '[[source]] "a" kind', "did you mean feed?"),
        (b"source = [1]", "[[source]] number 1", "should be a table"),
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
    assert "^" not in message
    assert caught.value.location.startswith("sources.toml")
    assert place in caught.value.location
    assert said in message


def test_a_folder_where_the_file_belongs(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="directory"):
        load(tmp_path)


def test_an_interval() -> None:
    [source] = parse(_FEED + b'every = "90m"').source
    assert source.interval == dt.timedelta(minutes=90)


def test_how_often_by_default() -> None:
    kinds = ("feed", 'url = "https://x.example/"'), ("folder", 'path = "x"'), ("iso_countries",), ("launch_library",)
    found = [parse(_kind(*kind)).source[0] for kind in kinds]
    assert [source.every for source in found] == ["1h", "0m", "1d", "1d"]
    assert [source.is_reference for source in found] == [False, False, True, True]
    assert [source.is_web for source in found] == [True, False, False, True]
