"""A PDF: its text layer, and what that and its properties say of the document. Agreements are often published so.

Belongs here: one PDF's bytes to one article. Does not belong here: the library that reads PDFs (pdf_reader, in a
process of its own), pictures of pages: a scan without a text layer is rejected, not guessed at.
"""

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import IO, Any

from sources.article import Article
from sources.decode import tidy
from sources.errors import UnreadableError
from sources.heading import Head, read_head
from sources.records import Reading
from sources.streams import read_bounded
from sources.textpage import from_head

CONTENT_TYPES = ("application/pdf", "application/x-pdf")
MARK = b"%PDF-"
_MARK_WITHIN = 1024
_SECONDS = 60.0
_FEWEST_CHARACTERS = 40
_FULL = 0.75  # of the usual width: a line this long goes on in the next
_FRAME_LINES = 2  # at the top and the bottom of a page, where running heads and page numbers stand
_PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–—\s]*\d{1,4}[-–—\s]*(?:(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_SPLIT_WORD = re.compile("[\x02\ufffe\u00ad]\\s*|\u2010[ ]*\n(?=[a-z])")
_NO_TITLE = re.compile(r"untitled|microsoft|\.(?:docx?|pdf|indd|rtf|tex|pptx?)\b|^\S+$|^\s*$", re.IGNORECASE)


def read(file: IO[bytes], reading: Reading) -> Article:
    """The article of a PDF file.

    Raises:
        UnreadableError: reason `empty`, `too large`, `not PDF`, `encrypted` or `no text layer`.
    """
    return from_bytes(read_bounded(file), reading)


def from_bytes(data: bytes, reading: Reading, offered: Head | None = None) -> Article:
    """The article of a PDF's bytes.

    Args:
        data: the file.
        reading: where it was found, and when.
        offered: what is known of it from elsewhere; it fills what the document does not tell.

    Raises:
        UnreadableError: as `read`.
    """
    if MARK not in data[:_MARK_WITHIN]:
        raise UnreadableError("not PDF", "no %PDF- at its beginning")
    found = _text_layer(data)
    pages: list[str] = found["pages"]
    text = "\n\n".join(filter(None, map(_unwrapped, _without_frames(pages))))
    if sum(map(str.isalpha, text)) < _FEWEST_CHARACTERS:
        raise UnreadableError("no text layer", f"{found['page_count']} pages without text; is it a scan?")
    text = tidy(text)
    head = read_head(text, is_page=False)
    title = " ".join(tidy(found["title"] or "").split())
    if not _NO_TITLE.search(title):
        head.title = title
    if len(pages) < found["page_count"]:
        head.notes.append(f"only the first {len(pages)} of {found['page_count']} pages were read")
    if found["broken"]:
        head.notes.append(f"{found['broken']} of {found['page_count']} pages are damaged and were left out")
    head.fill(offered)
    return from_head(text, head, reading)


def _text_layer(data: bytes) -> dict[str, Any]:
    """What the reading process says."""
    program = Path(__file__).with_name("pdf_reader.py")
    try:
        done = subprocess.run(  # noqa: S603 (our own program and our own interpreter)
            [sys.executable, "-P", str(program)], input=data, capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise UnreadableError("too large", f"reading it takes more than {_SECONDS:.0f} seconds") from None
    try:
        found: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        last = done.stderr.decode("utf-8", errors="replace").strip().splitlines()[-1:]
        detail = last[0][:200] if last else f"its reader ended with {done.returncode}"
        raise UnreadableError("not PDF", f"damaged: {detail}") from None
    problem = found.get("problem")
    if problem == "encrypted":
        raise UnreadableError("encrypted", "it opens with a password only")
    if problem is not None:
        raise UnreadableError("not PDF", f"damaged: {found['detail']}")
    return found


def _without_frames(pages: list[str]) -> list[list[str]]:
    """Lines of each page without running heads and feet (what most pages repeat there) and page numbers."""
    split = [[" ".join(line.split()) for line in _joined(page).split("\n")] for page in pages]
    split = [[line for line in page if line] for page in split]
    seen = Counter(form for page in split for form in {_form(line) for line in _edges(page)})
    repeated = {form for form, times in seen.items() if times >= 3 and times > len(pages) / 2}
    return [_body(page, repeated) for page in split]


def _joined(page: str) -> str:
    """A page's text with words whole that its lines cut."""
    return _SPLIT_WORD.sub("", page.replace("\r\n", "\n").replace("\r", "\n"))


def _edges(page: list[str]) -> list[str]:
    return page[:_FRAME_LINES] + page[_FRAME_LINES:][-_FRAME_LINES:]


def _form(line: str) -> str:
    return re.sub(r"\d+", "0", line)


def _body(page: list[str], repeated: set[str]) -> list[str]:
    last = len(page) - _FRAME_LINES
    return [
        line
        for at, line in enumerate(page)
        if _FRAME_LINES <= at < last or not (_form(line) in repeated or _PAGE_NUMBER.fullmatch(line))
    ]


def _unwrapped(page: list[str]) -> str:
    """The lines of a page as paragraphs: a full line goes on in the next, a short one ends."""
    if not page:
        return ""
    usual = sorted(map(len, page))[int(len(page) * 0.9)] if len(page) > 1 else len(page[0])
    found = [page[0]]
    for line, following in zip(page, page[1:], strict=False):
        goes_on = len(line) >= _FULL * usual or following[0].islower()
        if goes_on:
            found[-1] += " " + following
        else:
            found.append(following)
    return "\n".join(found)
