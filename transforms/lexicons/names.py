"""How one name can be written, and how two writings are compared.

Belongs here: folding of characters, keys for comparison, generated variants. Does not belong here: which names exist
(`tables`) or what they stand for (`surfaces`).
"""

import re
import sys
import unicodedata
from collections.abc import Iterable

#: Plain characters for typographic ones, one for one, so that no offset moves.
_PLAIN = {"'": "‘’ʼʻ`´", '"': "“”", "-": "‐‑‒–−", " ": "\u00a0\u2009\u202f\u2007", "o": "ø", "O": "Ø",
          "l": "ł", "L": "Ł", "i": "ı", "d": "đ", "D": "Đ", "e": "ə", "E": "Ə"}  # fmt: skip


def _fold_table() -> dict[int, str]:
    """Accented Latin letters and typographic marks to plain ones; always one character for one."""
    table = {ord(char): plain for plain, chars in _PLAIN.items() for char in chars}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base != chr(code) and base.isascii():
            table.setdefault(code, base)
    return table


FOLD = _fold_table()
_NOT_ALNUM = re.compile(r"[^0-9a-z+]+")
_BEFORE_DIGIT = re.compile(r"(?<=[A-Za-z])[- ](?=\d)")
_PLAIN_WRITING = re.compile(r"[^0-9&-]*")
_ACRONYM = re.compile(r"[A-Z0-9][A-Z0-9&.'/+-]*[A-Z0-9.]")


def fold(text: str) -> str:
    """The text with accents and typographic marks made plain. Its length, and so every offset, stays the same."""
    return text if text.isascii() else text.translate(FOLD)


def key(name: str) -> str:
    """What two writings of a name have in common: letters, digits and `+`; no case, accent, space or article."""
    text = fold(name).lower().replace("&", " and ").strip()
    text = text.removeprefix("the ").removesuffix("'s")
    return sys.intern(_NOT_ALNUM.sub("", text)) or text


def is_acronym(text: str) -> bool:
    """Capitals and digits only, one word: `ISA`, `U.S.`, `AT&T`."""
    return _ACRONYM.fullmatch(text) is not None


def variants(text: str) -> Iterable[str]:
    """The folded name and the other writings that news gives it: `CZ-3B`, `CZ 3B`, `CZ3B`; `A & B`."""
    text = fold(text)
    if _PLAIN_WRITING.fullmatch(text) and " and " not in text:
        return (text,)
    forms = {text: None}
    if " & " in text:
        forms[text.replace(" & ", " and ")] = None
    elif " and " in text:
        forms[text.replace(" and ", " & ")] = None
    for form in list(forms):
        if "-" in form.strip("-"):
            forms[form.replace("-", " ")] = None
        if _BEFORE_DIGIT.search(form):
            for joint in ("-", " ", ""):
                forms[_BEFORE_DIGIT.sub(joint, form)] = None
    return tuple(forms)
