"""GDELT's GKG and Mentions files: which pages of which outlets to read.

Belongs here: rows of such files to offers. Does not belong here: the pages; what GDELT itself makes of the news, of
which nothing is taken but themes to choose by. The files have no header line, so that their columns go by the name
that the codebook gives to each place, and a file with another number of columns is refused.
"""

import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import IO, NamedTuple
from urllib.parse import urlsplit

from sources.decode import tidy
from sources.errors import SourceError
from sources.fetch import Fetcher
from sources.hints import Hints
from sources.identity import canonical_url
from sources.inflate import DamagedBodyError, unpacked
from sources.kinds.files import File, files_of
from sources.language import code_of
from sources.listing import Memory, Offer, fetch_listing, is_as_before, listed
from sources.markup import plain
from sources.settings_kinds import GdeltSource
from sources.steps import Step
from sources.streams import bounded_lines, chunks_of, from_chunks
from sources.tables import pairs

_BATCH = 1_000
_MOST_BYTES = 100 * 1024 * 1024
_MOST_UNPACKED = 4 << 30
_RATIO = 100
_MOST_EMPTY = 10_000
_MOST_STRANGE = 20  # rows at the beginning that are cut; a file with more is none of GDELT's
_MOST_PROBLEMS = 1_000  # told of a thousand pages that are named
_FILES_PER_RUN = 200  # two days of one kind; a list may name all files of ten years
_PERIOD = re.compile(r"/\d{8,14}\.")  # a file of a time that is over says the same for ever
_GRACE_BYTES = 64 * 1024 * 1024
_EXPORT = re.compile(r"https?://\S+\.(?:gkg|mentions)\.csv(?:\.zip|\.gz)?", re.IGNORECASE)
_ENDINGS = (".csv", ".csv.zip", ".csv.gz", ".tsv", ".txt")
_TITLE = re.compile(r"<PAGE_TITLE>(.*?)</PAGE_TITLE>", re.DOTALL)
_TRANSLATED = re.compile(r"srclc:([a-z]{3})")
_WEB = "1"


class _Form(NamedTuple):
    """Names of the columns that are read of one form of file; `collection` tells pages of the web from other media."""

    address: str
    collection: str | None
    themes: tuple[str, ...]
    translation: str | None
    extras: str | None


_FORMS = {
    "gkg": _Form(
        "V2DOCUMENTIDENTIFIER",
        "V2SOURCECOLLECTIONIDENTIFIER",
        ("V1THEMES", "V2ENHANCEDTHEMES"),
        "V2.1TRANSLATIONINFO",
        "V2EXTRASXML",
    ),
    "mentions": _Form("MentionIdentifier", "MentionType", (), "MentionDocTranslationInfo", "Extras"),
    "daily gkg": _Form("SOURCEURLS", None, ("THEMES",), None, None),
}


def listings(source: GdeltSource, memory: Memory, fetcher: Fetcher, home: Path) -> Iterator[Step]:
    """Steps with the pages that the files name and the source wants; a file is marked as read with its last ones.

    Raises:
        SourceError: a file cannot be had, or is none of GDELT's; told when all others have been read.
    """
    fault: SourceError | None = None
    for file in _files(source, memory, fetcher, home):
        try:
            yield from file
        except SourceError as error:
            fault = fault or error
    if fault is not None:
        raise fault


def _files(source: GdeltSource, memory: Memory, fetcher: Fetcher, home: Path) -> Iterator[Iterator[Step]]:
    """The steps of each file."""
    if source.url is None:
        yield from _own_files(source, memory, home)
        return
    if _is_export(urlsplit(source.url).path):
        yield _fetched_file(source, memory, fetcher, source.url)
        return
    named = _EXPORT.findall(fetcher.get(source.url, most_bytes=_MOST_BYTES).body.decode("utf-8", errors="replace"))
    if not named:
        raise SourceError(f"{source.url}: neither a GKG or Mentions file nor a list of them")
    told = dict.fromkeys(named)
    unread = [name for name in told if memory.listing(name).status != "read" or not _PERIOD.search(name)]
    memory.unread_listings = max(0, len(unread) - _FILES_PER_RUN)
    for address in unread[memory.unread_listings :]:  # lists are in the order of time
        yield _fetched_file(source, memory, fetcher, address)


def _is_export(path: str) -> bool:
    return path.lower().endswith((".csv", ".csv.zip", ".csv.gz", ".tsv"))


def _fetched_file(source: GdeltSource, memory: Memory, fetcher: Fetcher, address: str) -> Iterator[Step]:
    state = memory.listing(address)
    answer = fetch_listing(fetcher, state, _MOST_BYTES)
    done = listed(state, answer, memory.now())
    if is_as_before(state, answer):
        yield Step(pages=(done,))
        return
    for step, is_last in _steps(source, memory, BytesIO(answer.body), urlsplit(address).path, address):
        yield replace(step, pages=(*step.pages, done)) if is_last else step


def _own_files(source: GdeltSource, memory: Memory, home: Path) -> Iterator[Iterator[Step]]:
    found_any = False
    for file in files_of(home / (source.path or ""), "**/*"):
        if not file.path.name.lower().endswith(_ENDINGS):
            continue
        found_any = True
        yield _own_file(source, memory, file)
    if not found_any:
        raise SourceError(f"{source.path}: no file that ends in {', '.join(_ENDINGS)}")


def _own_file(source: GdeltSource, memory: Memory, file: File) -> Iterator[Step]:
    state = memory.listing(file.locator)
    if state.stamp == file.stamp and state.status == "read":
        return
    done = replace(state, status="read", stamp=file.stamp, asked_at=memory.now())
    try:
        with file.path.open("rb") as stream:
            for step, is_last in _steps(source, memory, stream, file.path.name, str(file.path)):
                yield replace(step, pages=(*step.pages, done)) if is_last else step
    except OSError as error:
        raise SourceError(f"{file.path}: {error.strerror}; mend it, or take it away") from None


def _steps(
    source: GdeltSource, memory: Memory, stream: IO[bytes], name: str, place: str
) -> Iterator[tuple[Step, bool]]:
    """The file's offers in batches, each with whether it is the last."""
    problems: list[str] = []
    try:
        offers = _offers(source, _rows(_unpacked(stream, name), place, problems))
        batch = list(islice(offers, _BATCH))
        while True:
            following = list(islice(offers, _BATCH))
            pages, same = memory.offered(batch)
            rejects = memory.problems(place, problems)
            problems.clear()
            yield Step(items=rejects, pages=tuple(pages), same=tuple(same)), not following
            if not following:
                return
            batch = following
    except (zipfile.BadZipFile, zlib.error, DamagedBodyError, EOFError, NotImplementedError, RuntimeError) as error:
        raise SourceError(f"{place}: damaged: {str(error)[:200]}; what stood before was read") from None


def _unpacked(stream: IO[bytes], name: str) -> IO[bytes]:
    """The file's lines, unpacked as they are read, up to a bound."""
    lower = name.lower()
    if lower.endswith(".zip"):
        members = [item for item in zipfile.ZipFile(stream).infolist() if not item.is_dir()]
        if len(members) != 1:
            raise SourceError(f"{name}: {len(members)} files in it where one belongs")
        packed = members[0].compress_size
        return from_chunks(_bounded(chunks_of(zipfile.ZipFile(stream).open(members[0])), packed, name))
    if lower.endswith(".gz"):
        return from_chunks(_bounded(unpacked(chunks_of(stream), "gzip"), _MOST_BYTES, name))
    return stream


def _bounded(chunks: Iterable[bytes], packed_bytes: int, name: str) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > min(_MOST_UNPACKED, _GRACE_BYTES + _RATIO * packed_bytes):
            raise SourceError(f"{name}: too large: unpacks to more than {_RATIO} times its size")
        yield chunk


def _cells(file: IO[bytes], place: str) -> Iterator[tuple[int, list[str]]]:
    """Lines that hold something, with their numbers, cut into cells."""
    empty = 0
    for number, line in enumerate(bounded_lines(file), start=1):
        if line.content_hash is None and line.data.strip():
            yield number, tidy(line.data.decode("utf-8", errors="replace")).split("\t")
            continue
        empty += 1
        if empty > _MOST_EMPTY:
            raise SourceError(f"{place}: more than {_MOST_EMPTY} empty or endless lines; not GDELT's form")


def _rows(file: IO[bytes], place: str, problems: list[str]) -> Iterator[tuple[_Form, dict[str, str]]]:
    """Rows by the names of their columns; what is wrong with a row is told, and the others are read.

    Raises:
        SourceError: none of the first rows has the columns of any form of file.
    """
    form: str | None = None
    columns: Sequence[str] = ()
    strange: list[SourceError] = []
    for number, cells in _cells(file, place):
        if form is None:
            try:
                form, columns = _form_of(cells, place)
            except SourceError as error:
                strange.append(error)
                problems.append(f"row {number}: {len(cells)} columns, or no address in its place")
                if len(strange) > _MOST_STRANGE:
                    break
                continue
            if form == "daily gkg":
                continue  # the first line is the header
        if len(cells) == len(columns):
            yield _FORMS[form], dict(zip(columns, cells, strict=True))
        elif len(problems) < _MOST_PROBLEMS:  # a row that is cut names no page for sure
            problems.append(f"row {number}: {len(cells)} columns where {len(columns)} belong")
    if form is None and strange:
        raise strange[0]


def _form_of(cells: list[str], place: str) -> tuple[str, Sequence[str]]:
    """The form of a file and the names of its columns, by its first line."""
    header = {cell.strip().upper() for cell in cells}
    if "SOURCEURLS" in header:
        names = [cell.strip().upper() for cell in cells]
        missing = [name for name in _FORMS["daily gkg"].themes if name not in names]
        if missing:
            raise SourceError(f"{place}: no column named {missing[0]} among: {', '.join(names)[:200]}")
        return "daily gkg", names
    by_form: dict[str, list[str]] = {}
    for form, column in pairs("gdelt_columns.tsv"):
        by_form.setdefault(form, []).append(column)
    for form, names in by_form.items():
        if len(names) == len(cells) and _names_pages(dict(zip(names, cells, strict=True))[_FORMS[form].address], form):
            return form, names
    told = " or ".join(f"{len(names)} ({form})" for form, names in by_form.items())
    raise SourceError(
        f"{place}: {len(cells)} columns where {told} belong, or no address in its place; not GDELT's form"
    )


def _names_pages(cell: str, form: str) -> bool:
    return bool(cell.strip()) and (form == "gkg" or canonical_url(cell) is not None or "/" not in cell)


def _offers(source: GdeltSource, rows: Iterator[tuple[_Form, dict[str, str]]]) -> Iterator[Offer]:
    """The pages that the source wants."""
    for form, row in rows:
        if form.collection is not None and row[form.collection] != _WEB:
            continue
        if source.themes and not _has_theme(source, form, row):
            continue
        for address in row[form.address].split("<UDIV>"):
            if canonical_url(address) is not None and _is_wanted(source, address):
                yield Offer(address.strip(), _hints(source, form, row))


def _has_theme(source: GdeltSource, form: _Form, row: dict[str, str]) -> bool:
    given = {part.partition(",")[0] for name in form.themes for part in row[name].split(";")}
    return not given.isdisjoint(source.themes)


def _is_wanted(source: GdeltSource, address: str) -> bool:
    host = urlsplit(address.strip()).hostname or ""
    if source.hosts and not any(host == wanted or host.endswith("." + wanted) for wanted in source.hosts):
        return False
    return not source.words or any(word.lower() in address.lower() for word in source.words)


def _hints(source: GdeltSource, form: _Form, row: dict[str, str]) -> Hints:
    """What a row tells of its page; GDELT's time is when it saw the page, not when that was published."""
    title = _TITLE.search(row[form.extras]) if form.extras else None
    translated = _TRANSLATED.search(row[form.translation]) if form.translation else None
    return Hints(
        title=plain(title[1]) or None if title else None,
        outlet=source.outlet,
        language=code_of(translated[1]) if translated else source.language,
    )
