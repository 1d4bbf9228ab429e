"""Which stretches of a text are the article, and which are furniture around it.

Belongs here: captions, related links, newsletter and copyright lines, bylines, the dateline. Does not belong here:
pages as HTML (`sources`). The text is never changed: regions are offsets into it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

_HEADER = "place\tpattern"


_FURNITURE = Path(__file__).with_name("furniture.tsv")


def _patterns(place: str) -> str:
    """The alternatives that the file lists for a place."""
    rows = [line for line in _FURNITURE.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]
    if rows[0] != _HEADER:
        raise ValueError(f"{_FURNITURE.name}: the first line must be {_HEADER!r}")
    return "|".join(row.partition("\t")[2] for row in rows[1:] if row.startswith(f"{place}\t"))


#: From here on nothing is the article; only believed after its first lines.
_END = re.compile(rf"\W*(?:{_patterns('end')})", re.I)
#: An end too, unless the article goes on behind it: a link set between two paragraphs.
_BREAK = re.compile(rf"\W*(?:{_patterns('break')})", re.I)
_SKIP = re.compile(rf"\W*(?:{_patterns('line')})", re.I)
_CAPTION = re.compile(_patterns("caption"), re.I)
_BYLINE = re.compile(r"\W*[Bb][Yy]\s+[A-Z][\w.'-]+(?:,?\s+(?:[A-Z][\w.'-]+|for|in|and|of|de|van|von|the|at)){0,10}$")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_DATELINE = re.compile(
    rf"""
    \W{{0,3}}(?P<place>[A-Z][\w.'’\-\ ]{{1,40}}(?:,\s*[A-Z][\w.\ ]{{1,30}}){{0,2}}?)?,?\s*
    (?:(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})\b(?:,?\s+(?P<year>\d{{4}}))?
      |(?P<day2>\d{{1,2}})\s+(?P<month2>{_MONTH})(?:\s+(?P<year2>\d{{4}}))?)?
    \s*(?P<mark>\([^)]{{2,20}}\)\s+{_MONTH}\ \d{{1,2}},\ \d{{4}}|\([^)]{{2,60}}\)\s*(?:--|—|–|-)?|--|—|–|(?<=\s)-(?=\s)
      |/[^/]{{2,40}}/\s*(?:--|—|–|-)|(?<=\d)\.(?=\s))\s*
    """,
    re.X,
)
#: `NEW DELHI March 28 (Wire) -`: no comma before the day.
_DATED_PLACE = re.compile(rf"(?P<place>[A-Z][A-Z .'-]+?) (?P<month>{_MONTH}) (?P<day>\d{{1,2}})")
_FLAT = 2500
#: How many lines of a menu can stand above the title that the text repeats, and how long each of them can be.
_MENU, _TEASER = 30, 160
_ARCHIVE = 80
#: A caption's mark stands so near to the end of its line.
_TAIL = 140
_WRAPPED_LINES = 3
#: Paragraphs behind a link among which the article would go on, and how long its paragraphs are.
_AHEAD, _PROSE, _STOPS = 4, 160, (".", "”", '"', "!", "?")
_WIDEST_MARGIN = 130


class Dateline(NamedTuple):
    """Place and date at the head of a story, as far as they are given; offsets of the whole."""

    start: int
    end: int
    place: str | None
    month: str | None
    day: int | None
    year: int | None


class Layout(NamedTuple):
    """The paragraphs that are the article (half-open offsets), and its dateline."""

    paragraphs: tuple[tuple[int, int], ...]
    dateline: Dateline | None


def _dateline(text: str, start: int, end: int) -> Dateline | None:
    head = text[start : min(end, start + 110)]
    match = _DATELINE.match(head)
    if not match or not match["mark"] or not (match["place"] or match["month"] or match["month2"]):
        return None
    place = match["place"]
    if match["mark"].rstrip().endswith(")") and text[start + match.end() : start + match.end() + 1].islower():
        return None  # `SPACE WORKS (SW) has won …`
    dated = _DATED_PLACE.fullmatch(place.rstrip()) if place else None
    place = dated["place"] if dated else place
    if place and re.search(r"[a-z]-?\d", place):
        return None  # `Nimbus-1 -- the name means cloud`: a craft, no place
    if place and not place.split(",")[0].strip().isupper():
        if text[start + match.end() : start + match.end() + 1] == ",":
            return None  # `Named Nimbus (Cloud), the satellite was …`
        words = place.split(",")[0].split()
        is_bare = match["mark"] == "-" and not (match["month"] or match["month2"])
        if match["mark"] == "." or is_bare or len(words) > 3 or not all(word[:1].isupper() for word in words):
            return None
    day, year = match["day"] or match["day2"], match["year"] or match["year2"]
    tail = re.search(rf"({_MONTH}) (\d{{1,2}}), (\d{{4}})\s*$", match[0])
    month = match["month"] or match["month2"]
    if dated:
        month, day = dated["month"], dated["day"]
    elif not month and tail:
        month, day, year = tail[1], tail[2], tail[3]
    return Dateline(start, start + match.end(), place, month, int(day) if day else None, int(year) if year else None)


def _is_furniture(line: str, title: str) -> bool:
    if line == title:
        return True
    if line.startswith("FILE ") and "file photo" in line[:_ARCHIVE]:
        return True  # `FILE - In this May 3, 2031 file photo, …`
    if len(line) > 400:
        return False
    return bool(
        _SKIP.match(line)
        or (len(line) < 90 and _BYLINE.match(line))
        or _CAPTION.search(line, max(0, len(line) - _TAIL))
    )


@lru_cache(maxsize=8)
def blocks(text: str) -> tuple[tuple[int, int], ...]:
    """Offsets of the paragraphs, without the space around them: lines, or runs of lines broken at a margin."""
    lines: list[tuple[int, int]] = []
    follows: list[bool] = []
    start = 0
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            first = start + line.find(bare[0])
            follows.append(bool(lines) and _follows(text, lines[-1][1], first))
            lines.append((first, first + len(bare)))
        start += len(line) + 1
    return tuple(_joined(lines, follows)) if _is_wrapped(text, lines, follows) else tuple(lines)


def _follows(text: str, end: int, start: int) -> bool:
    """Whether one line follows the other with no empty line between them."""
    return text.count("\n", end, start) == 1


def _is_wrapped(text: str, lines: list[tuple[int, int]], follows: list[bool]) -> bool:
    """Whether lines end at a margin and not with a paragraph: most lines that follow one begin within a sentence.

    Of headlines and lists, whose lines follow each other too, hardly any begins with a small letter.
    """
    pairs = [line for line, is_next in zip(lines, follows, strict=True) if is_next]
    if len(pairs) < _WRAPPED_LINES or max(end - start for start, end in lines) > _WIDEST_MARGIN:
        return False
    return sum(text[start].islower() for start, _ in pairs) >= len(pairs) / 2


def _joined(lines: list[tuple[int, int]], follows: list[bool]) -> Iterator[tuple[int, int]]:
    """Runs of lines that follow each other, each as one."""
    begin, stop = lines[0]
    for (start, end), is_next in zip(lines[1:], follows[1:], strict=True):
        if not is_next:
            yield begin, stop
            begin = start
        stop = end
    yield begin, stop


def _below_title(text: str, title: str) -> list[tuple[int, int]]:
    """The paragraphs below the line that repeats the title, where only short lines stand above it: menus, teasers."""
    found = list(blocks(text))
    wanted = " ".join(title.split()).casefold()
    first = 0
    for at, (start, end) in enumerate(found[:_MENU] if wanted else ()):
        if end - start < 2 * len(title) + 9 and " ".join(text[start:end].split()).casefold() == wanted:
            first = at + 1
        elif end - start > _TEASER:
            break
    return found[first:] or found


def _goes_on(text: str, ahead: list[tuple[int, int]]) -> bool:
    """Whether the article goes on: two of the next paragraphs are prose, not the headlines of other stories."""
    return sum(end - start >= _PROSE and text[start:end].rstrip()[-1:] in _STOPS for start, end in ahead) > 1


def read(text: str, title: str | None) -> Layout:
    """Find the article in its text."""
    paragraphs: list[tuple[int, int]] = []
    dateline: Dateline | None = None
    body = 0
    told = _below_title(text, title or "")
    for index, (start, end) in enumerate(told):
        line = text[start:end] if end - start <= _FLAT else text[start : start + _FLAT]
        if body > 150 and end - start < 200:
            if _END.match(line):
                break
            if _BREAK.match(line):
                if not _goes_on(text, told[index + 1 : index + 1 + _AHEAD]):
                    break
                continue
        if _is_furniture(line, title or ""):
            continue
        if dateline is None and body < 600:
            dateline = _dateline(text, start, end)
            if dateline is not None:
                start = dateline.end
        if start < end:
            paragraphs.append((start, end))
            body += end - start
    return Layout(tuple(paragraphs), dateline)
