"""The form of a text in which names and cue words are searched: lower-case ASCII letters, digits and spaces.

Belongs here: the folding, one character for one, so that offsets stay those of the stored text. Does not belong here:
the search (`matcher`).
"""

from functools import cache

from transforms.lexicons import FOLD

_ASCII = bytes(range(128))
_TABLE = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
#: Stands for a letter that has no plain form, so that it still is no word boundary.
FOREIGN = "q"


@cache
def _plain(char: str) -> str:
    """The one ASCII character that stands for a character beyond ASCII."""
    plain = FOLD.get(ord(char), char)
    if plain.isascii():
        return plain
    return FOREIGN if char.isalnum() else " "


def match_fold(text: str) -> str:
    """Lower case, accents off, every mark a space; as long as the text itself."""
    if not text.isascii():
        beyond = text.encode("utf-8", "replace").translate(None, _ASCII).decode("utf-8", "replace")
        for char in sorted(set(beyond)):
            text = text.replace(char, _plain(char))
        if not text.isascii():  # lone surrogates and the like
            text = "".join(char if char.isascii() else " " for char in text)
    return text.translate(_TABLE)
