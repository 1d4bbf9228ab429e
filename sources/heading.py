"""The head of a page saved as plain text or Markdown: title, byline, date, outlet and the wire behind it.

Belongs here: reading what stands above an article (and the credit below it) into fields. Does not belong here:
removing anything, the stored text stays whole; deciding what else on the page is no article (transforms).
"""

import re
from dataclasses import dataclass, field
from functools import cache

from sources.dateline import dateline_alone, opening_dateline
from sources.dates import day_alone, day_within, iso_day, parted
from sources.tables import lines, pairs

_LINES_OF_HEAD = 20
_LONGEST_MATTER = 10_000
_LINES_OF_FOOT = 12
_LONGEST_TITLE = 250
_LONGEST_LINE = 160
_PARAGRAPH = 200  # a line this long belongs to the body
_OUTLET_WORDS = 5

_LABEL = re.compile(r"(?P<label>\w[\w ]{2,19}?)\s*[:=]\s*(?P<value>\S.*)", re.ASCII)
_PARTS = re.compile(r"\s*[|•·]\s*")
_DAYS = ("published", "updated")
_FIELDS = ("title", "published", "source", "byline", "credited_source", "url", "language")
_BYLINE = re.compile(r"by:?\s+(?P<name>[^\W\d_].{1,120})", re.IGNORECASE)
_FOR_WIRE = re.compile(r"\s+(?:for|of)\s+(?P<wire>[A-Z][^,|()]{1,60})$")
_BYLINE_SEPARATOR = re.compile(r"\s*(?:[|•·/]|\s[–—-]\s)\s*")
_HEADING = re.compile(r"#{1,2}\s+(?P<title>.+?)\s*#*")
_TITLE_AND_SITE = re.compile(r"(?P<title>.+?)\s+[|–—-]\s+(?P<site>[^|–—]{2,60})")
_SENTENCE_END = re.compile(r"[^\W\d_]{3,}[.;,]['\"”’)]*$")
_EMPHASIS = re.compile(r"^(?P<mark>\*{1,3}|_{1,3})(?P<inner>.+)(?P=mark)$")


@cache
def _field_of_label() -> dict[str, str]:
    return dict(pairs("head_labels.tsv"))


@cache
def _day_labels() -> tuple[str, ...]:
    """Labels of dates, the longest first."""
    labels = [label for label, name in _field_of_label().items() if name in _DAYS]
    return tuple(sorted(labels, key=lambda label: (-len(label), label)))


@cache
def _aside() -> re.Pattern[str]:
    """Lines that are neither headline nor outlet: captions, buttons, advertisements."""
    forms = (".*".join(re.escape(part) for part in form.split("*")) for form in lines("asides.txt"))
    return re.compile("|".join(forms), re.IGNORECASE)


@dataclass(slots=True)
class Head:
    """What the head of a page says of its article; None where it does not say it."""

    title: str | None = None
    published: str | None = None
    source: str | None = None
    byline: str | None = None
    credited_source: str | None = None
    url: str | None = None
    language: str | None = None
    updated: str | None = None
    notes: list[str] = field(default_factory=list)

    def offer(self, name: str, value: str | None) -> None:
        """Set a field that is not known yet."""
        value = (value or "").strip()
        if value and getattr(self, name) is None:
            setattr(self, name, value)

    def fill(self, other: "Head | None") -> None:
        """Take from another head what this one does not say."""
        for name in _FIELDS if other is not None else ():
            self.offer(name, getattr(other, name))


def read_head(text: str, *, is_page: bool = True) -> Head:
    """The head of a saved page; blank fields where the page does not tell.

    Args:
        text: what was saved.
        is_page: whether it is a page of an outlet, whose name may stand above the headline; above the headline of a
            document stands what kind of document it is.
    """
    head = Head()
    text = _front_matter(text, head)
    rest: list[str] = []
    first_meta: int | None = None
    for line in _head_lines(text):
        if _read_line(line, head):
            first_meta = len(rest) if first_meta is None else first_meta
        elif not _aside().fullmatch(line):
            rest.append(line)
    _title_and_outlet(rest, first_meta, head, is_page=is_page)
    _read_dateline(rest, head)
    for line in _foot_lines(text):
        found = _labelled(line)
        if found and found[0] == "credited_source":
            head.offer(*found)
    head.offer("published", head.updated)
    return head


def _front_matter(text: str, head: Head) -> str:
    """Read `key: value` lines between `---` marks at the very start; what follows them."""
    matter = text[:_LONGEST_MATTER].splitlines()
    if not matter or matter[0].strip() != "---":
        return text
    for end, line in enumerate(matter[1:60], start=1):
        if line.strip() in ("---", "..."):
            for inner in matter[1:end]:
                found = _labelled(inner.strip())
                if found:
                    _read_label(*found, head, outlet_of_source=True)
            return "\n".join(text.splitlines()[end + 1 :])
    return text


def _head_lines(text: str) -> list[str]:
    """Non-blank lines from the top to the first paragraph, that one included."""
    found: list[str] = []
    for line in text[: _LINES_OF_HEAD * _PARAGRAPH * 2].splitlines():
        line = _plain(line)
        if not line:
            continue
        found.append(line)
        if len(found) == _LINES_OF_HEAD or _is_body(line):
            break
    return found


def _foot_lines(text: str) -> list[str]:
    tail = [_plain(line) for line in text[-4000:].splitlines()]
    return [line for line in tail if line and len(line) <= 60][-_LINES_OF_FOOT:]


def _plain(line: str) -> str:
    """A line without its margins and Markdown emphasis."""
    line = line.strip()
    match = _EMPHASIS.match(line)
    return match["inner"].strip() if match else line


def _is_body(line: str) -> bool:
    return len(line) >= _PARAGRAPH or (opening_dateline(line) is not None and len(line) > 80)


def _read_line(line: str, head: Head) -> bool:
    """Take what one line of the head says of the article; False where it is no such line."""
    if len(line) > _LONGEST_LINE:
        return False
    if _read_byline(line, head) or _read_dateline_alone(line, head):
        return True
    return any([_read_labelled(part, head) or _read_date(part, head) for part in _PARTS.split(line)])


def _read_labelled(line: str, head: Head) -> bool:
    found = _labelled(line)
    if found is None:
        return False
    _read_label(*found, head)
    return True


def _labelled(line: str) -> tuple[str, str] | None:
    """Field and value of a line such as `Published: 2021-03-03`."""
    match = _LABEL.fullmatch(line)
    name = _field_of_label().get(match["label"].lower()) if match else None
    return (name, match["value"].strip().strip("\"'")) if match and name else None


def _read_label(name: str, value: str, head: Head, outlet_of_source: bool = False) -> None:
    if name in _DAYS:
        day = iso_day(value) or day_within(value)
        if day is None:
            head.notes.append(f"publication date not understood: {ascii(value)[:60]}")
        head.offer(name, day)
        return
    if name in ("credited_source", "byline"):
        value, day = parted(value)
        head.offer("published", day)
    head.offer("source" if name == "credited_source" and outlet_of_source else name, value)


def _read_byline(line: str, head: Head) -> bool:
    """`by Staff Writers for PLAAF News`, `By Jane Doe | March 3, 2021`."""
    match = _BYLINE.fullmatch(line)
    if match is None or line.endswith((".", ":", "?")):
        return False
    names = []
    for part in _BYLINE_SEPARATOR.split(match["name"]):
        name, day = parted(part)
        head.offer("published", day)
        if name and name.rstrip(": ").lower() not in _field_of_label():
            names.append(name)
    name = names[0] if names else ""
    wire = _FOR_WIRE.search(name)
    if wire:
        head.offer("credited_source", wire["wire"])
        name = name[: wire.start()]
    head.offer("byline", name)
    return True


def _read_dateline_alone(line: str, head: Head) -> bool:
    """`Beijing, China (SPX) Apr 24, 2023` on a line of its own."""
    found = dateline_alone(line)
    if found is not None:
        head.offer("published", found.day)
        head.offer("credited_source", found.wire)
    return found is not None


def _read_date(line: str, head: Head) -> bool:
    """A line that holds a date and at most weekday and time, or a label such as `Updated` without its colon."""
    day = day_alone(line)
    if day is not None:
        head.offer("published", day)
        return True
    label = next((label for label in _day_labels() if line.lower().startswith(label + " ")), None)
    day = day_alone(line[len(label) :]) if label else None
    if label and day:
        head.offer(_field_of_label()[label], day)
    return day is not None


def _title_and_outlet(rest: list[str], first_meta: int | None, head: Head, *, is_page: bool) -> None:
    """Find the headline among the lines that are not metadata, and the outlet's name above it."""
    short = [line for line in rest if len(line) <= _LONGEST_TITLE and opening_dateline(line) is None]
    if not short or (len(rest) == 1 and first_meta is None):
        return
    at = _title_index(rest, short, first_meta)
    if at is None:
        return
    match = _HEADING.fullmatch(rest[at])
    title = match["title"] if match else rest[at]
    title, site = _without_site(title, rest)
    if head.title is None and is_page:
        head.offer("source", site)
        if not match:
            head.offer("source", next((line for line in rest[:at] if _looks_like_outlet(line)), None))
    head.offer("title", title)


def _title_index(rest: list[str], short: list[str], first_meta: int | None) -> int | None:
    """Where the headline stands: a Markdown heading, a line said twice, the line above the metadata, the first."""
    for at, line in enumerate(rest):
        if _HEADING.fullmatch(line):
            return at
    for at, line in enumerate(rest):
        if line in short and line in rest[at + 1 :] and not _looks_like_outlet(line):
            return at
    above = [line for line in rest[:first_meta] if line in short] if first_meta else short
    above = [line for line in above if not _SENTENCE_END.search(line)]
    telling = [line for line in above if len(line.split()) > 3 and not _looks_like_outlet(line)]
    best = next(iter(telling or [line for line in above if not _looks_like_outlet(line)] or above), None)
    return None if best is None else rest.index(best)


def _without_site(title: str, rest: list[str]) -> tuple[str, str | None]:
    """Split `Headline | Outlet`, where the outlet is short or the headline stands alone elsewhere."""
    match = _TITLE_AND_SITE.fullmatch(title)
    if match is None:
        return title, None
    said_alone = match["title"] in rest
    if said_alone or ("|" in title and _looks_like_outlet(match["site"])):
        return match["title"], match["site"]
    return title, None


def _looks_like_outlet(line: str) -> bool:
    """A short name in which every word begins with a capital or a figure."""
    words = line.split()
    return (
        1 <= len(words) <= _OUTLET_WORDS
        and all(
            word[0].isupper() or word[0].isdigit() or word in ("&", "of", "the", "and") or "." in word[1:-1]
            for word in words
        )
        and line[-1] not in ".?!:,;"
    )


def _read_dateline(rest: list[str], head: Head) -> None:
    """The wire and, where the year is told, the date in the dateline that opens the body."""
    found = next((found for found in map(opening_dateline, rest) if found is not None), None)
    if found is not None:
        head.offer("credited_source", found.wire)
        head.offer("published", found.day)
