"""Bytes in every usual encoding give their text; bytes that are none are refused."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.decode import decode, tidy
from sources.errors import UnreadableError

_FRENCH = "L’Agence spatiale européenne a signé un accord à Genève, a déclaré le ministère. " * 5
_RUSSIAN = "Роскосмос и Китайская национальная космическая администрация подписали меморандум о сотрудничестве. " * 5
_CHINESE = "中国国家航天局与俄罗斯国家航天集团公司签署了关于合作建设国际月球科研站的谅解备忘录。" * 5


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (_FRENCH, "utf-8"),
        (_FRENCH, "utf-8-sig"),
        (_FRENCH, "utf-16"),
        (_FRENCH, "utf-16-le"),
        (_FRENCH, "utf-16-be"),
        (_FRENCH, "utf-32"),
        (_FRENCH, "cp1252"),
        (_FRENCH.replace("’", "'"), "latin-1"),
        (_RUSSIAN, "utf-8"),
        (_RUSSIAN, "cp1251"),
        (_CHINESE, "utf-8"),
        (_CHINESE, "gb18030"),
    ],
)
def test_encoding_is_found(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_declared_encoding_decides_where_the_bytes_leave_it_open() -> None:
    text = "Полёт к Луне"
    assert decode(text.encode("koi8-r"), declared="koi8-r") == text
    assert decode(_FRENCH.encode(), declared="iso-8859-1") == _FRENCH
    assert decode(_FRENCH.encode("cp1252"), declared="no-such-encoding") == _FRENCH


def test_a_text_cut_within_a_character_keeps_the_rest() -> None:
    data = _RUSSIAN.encode()
    assert decode(data[:-1]).startswith(_RUSSIAN[:-3])


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("size", [64, 1000, 300_000])
def test_random_bytes_are_no_text(seed: int, size: int) -> None:
    with pytest.raises(UnreadableError, match="not text"):
        decode(random.Random(seed).randbytes(size))  # noqa: S311 (test data)


@pytest.mark.parametrize(
    "data", [b"\x00" * 500, b"PK\x03\x04\x14\x00\x00\x00\x08\x00" * 40, b"ab\x00\x00\x01\x02" * 90]
)
def test_binary_files_are_no_text(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="not text"):
        decode(data)


def test_controls_are_replaced_one_for_one() -> None:
    assert tidy("a\x00b\r\nc\rd\x0ce\ud800f\u2028g") == "a b \nc\nd\ne\ufffdf\ng"


@given(st.text())
def test_tidy_keeps_length_and_is_storable(text: str) -> None:
    tidied = tidy(text)
    assert len(tidied) == len(text)
    assert "\x00" not in tidied.encode("utf-8").decode()
    assert tidy(tidied) == tidied


@given(st.binary(max_size=2000))
def test_decodes_or_refuses(data: bytes) -> None:
    try:
        decode(data)
    except UnreadableError as error:
        assert error.reason == "not text"
