"""Which language a text is written in.

Belongs here: the detection. Does not belong here: what is done with a text that is not English.
"""

import re
from functools import cache
from typing import Any

from sources.tables import lines, pairs

_READ_CHARACTERS = 4000
_FEWEST_LETTERS = 40
_ENGLISH_SHARE = 0.1
_CERTAIN = 0.5
_GLANCE_CHARACTERS = 1500
_SURE_CHARACTERS = 500
_OTHER_LETTER = re.compile(r"[^\W\d_\u0000-\u024f]")
_WORD = re.compile(r"[^\W\d_]+")
_NO_LANGUAGE = "zxx"


def detect(text: str) -> str | None:
    """The language of a text (`en`, `fr`, `zh`), or None where it is too short or no language stands out.

    English is told by its commonest words, in a tenth of a millisecond; all others by a trained
    model, in two milliseconds once it is loaded.
    """
    beginning = text[:_READ_CHARACTERS]
    if len(beginning) >= _SURE_CHARACTERS and _is_english(beginning[:_GLANCE_CHARACTERS].split()):
        return "en"
    words = _WORD.findall(beginning)
    if sum(map(len, words)) < _FEWEST_LETTERS and not _is_dense(words):
        return None
    if _is_english(words):
        return "en"
    language, certainty = _model().classify(" ".join(words))
    return str(language) if certainty >= _CERTAIN and language != _NO_LANGUAGE else None


def settled(text: str, given: str | None) -> str | None:
    """The language to store: as detected where the text is long enough to be sure, else as given, else as detected.

    Args:
        text: the article's.
        given: a code (`en`, `en-GB`, `eng`) or an English name, as a page or a record says of itself; many say `en`
            of whatever they hold.
    """
    code = code_of(given)
    found = detect(text)
    if code == "en" and not _is_mostly_latin(text[:_READ_CHARACTERS]):
        code = None
    return (found if len(text) >= _SURE_CHARACTERS or code is None else None) or code


def code_of(given: str | None) -> str | None:
    """The two letters (of some languages three) that a given code or name stands for."""
    first = (given or "").strip().replace("_", "-").split("-")[0].lower()
    first = _codes().get(first, first)
    return first if first.isascii() and first.isalpha() and len(first) in (2, 3) else None


@cache
def _codes() -> dict[str, str]:
    return dict(pairs("language_codes.tsv"))


def _is_english(words: list[str]) -> bool:
    common = frozenset(lines("english_words.txt"))
    return sum(map(common.__contains__, map(str.lower, words))) >= _ENGLISH_SHARE * len(words)


def _is_mostly_latin(text: str) -> bool:
    """Whether most letters are those that English is written in."""
    return text.isascii() or len(_OTHER_LETTER.findall(text)) <= len(text) / 3


def _is_dense(words: list[str]) -> bool:
    """Whether a character of this script says as much as a word of others: 15 of them are a sentence."""
    return sum("\u2e80" <= character <= "\ud7ff" for word in words for character in word) >= 15


@cache
def _model() -> Any:
    """Loaded at the first text that is not English, since that takes a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
