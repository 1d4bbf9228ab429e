"""Where sentences begin and end.

Belongs here: boundaries within a paragraph, abbreviations, initials, quotations. Does not belong here: which
paragraphs are the article (`layout`).
"""

import re
from bisect import bisect_right

from transforms.text.layout import blocks
from transforms.text.words import word_set

#: A mark that may end a sentence, what may close after it, and the space that follows.
_MARK = re.compile(r"[.!?…][\"'”’)\]]*(?=\s)|[.!?][”\"](?=[A-Z])|•(?=\s)")
_ABBREVIATIONS = word_set("sentences.abbreviations")
#: Abbreviations that often end a sentence too: a boundary where the next word is no name that could follow them.
_MAY_END = word_set("sentences.may_end")
_OPENERS = word_set("sentences.openers")
#: No sentence is longer; what is holds no marks that could be trusted.
_LONGEST = 1500
#: A bullet nearer to the beginning opens a line; further on it parts one headline from the next.
_BULLET = 8
_CREDIT = re.compile(r"(\[[^\]]{2,40}\])\s+(?=[A-Z])")
_WORD_BEFORE = re.compile(r"[\w.&'’-]+$")
_NEXT = re.compile(r"\s*[\"'“‘(\[]*\s*([\w.]+)")


def _is_end(text: str, start: int, mark: int, after: int, stop: int) -> bool:
    """Whether the mark at `mark` ends a sentence of the paragraph [start, stop)."""
    following = _NEXT.match(text, after, stop)
    if following is None:
        return True
    word = following[1]
    if word[0].islower():
        return False
    if text[mark] != ".":
        return True
    before = _WORD_BEFORE.search(text, max(start, mark - 14), mark)
    if before is None:
        return True
    last = before[0].lower().strip(".'’-")
    if len(last) == 1 and last.isalpha() and before[0][0].isupper():
        return False  # an initial: J. Smith
    if last in _MAY_END:
        return word.lower() in _OPENERS
    return last not in _ABBREVIATIONS and not (last.isdigit() and len(last) < 3 and word.isdigit())


def split(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """The sentences of the paragraph [start, stop), as offsets."""
    found, begin = [], start
    for match in _MARK.finditer(text, start, stop):
        if match.start() < begin or (text[match.start()] == "•" and match.start() - begin < _BULLET):
            continue
        if _is_end(text, begin, match.start(), match.end(), stop):
            found.append((begin, match.end()))
            begin = match.end()
            while begin < stop and text[begin].isspace():
                begin += 1
            credit = _CREDIT.match(text, begin, stop)
            if credit:  # the source of what went before
                found.append((begin, credit.end(1)))
                begin = credit.end()
    if begin < stop:
        found.append((begin, stop))
    return [piece for span in found for piece in _cut(text, *span)]


def _cut(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """A sentence too long to be one, in pieces that end between words; else the sentence itself."""
    pieces = []
    while stop - start > _LONGEST:
        space = text.rfind(" ", start + 1, start + _LONGEST)
        end = space if space > start else start + _LONGEST
        pieces.append((start, end))
        start = end + (space > start)
    return [*pieces, (start, stop)]


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence, or the run of sentences, in which the words at [start, end) stand; never beyond their paragraph."""
    paragraphs = blocks(text)
    at = bisect_right(paragraphs, (start, len(text))) - 1
    begin, stop = paragraphs[at] if at >= 0 else (start, end)
    held = [(a, b) for a, b in split(text, begin, stop) if a < end and b > start]
    return (held[0][0], held[-1][1]) if held else (start, end)


def position(starts: list[int], offset: int) -> int:
    """Index of the last start that is not after the offset; -1 where there is none."""
    return bisect_right(starts, offset) - 1
