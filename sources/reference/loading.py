"""A configured catalogue to what is to be stored: each part whole, or the changes since the last time.

Belongs here: which documents a source has, skipping those that are as they were, and the faults of one part that must
not stop another. Does not belong here: formats (`readers`), storing, when a source is asked.
"""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from sources.article import Reject
from sources.downloads import document
from sources.errors import NotAskedError, SourceError
from sources.exchange import Fetched, Getting
from sources.fetch import Fetcher
from sources.kept import KeptDocuments, not_kept, raw_of
from sources.reference import iso_countries, launch_library
from sources.reference.readers import PARTS, Part, read, reject
from sources.reference.records import CatalogueRecord
from sources.state import PageState, SourceState, cursor_of, cursor_text
from sources.steps import RawPage

Now = Callable[[], dt.datetime]


@dataclass(frozen=True, slots=True)
class Load:
    """What is to be stored in one transaction.

    Attributes:
        origin: name of the configured source, which is the name of the catalogue.
        kind: its kind.
        part: the document, within the catalogue.
        tables: which tables it speaks of; a replacement empties just these.
        records: what it holds.
        rejects: rows that hold none.
        is_replacement: the records stand in place of all that this part brought before; else each in place of the one
            with its id.
        is_whole: the catalogue has been read to its end, so that what it does not list does not exist for it.
        is_unchanged: nothing changed; there are no records, and those stored stand.
        page: state of the document, to be stored by its key; None for an API.
        cursor: where the source goes on; None for as before.
        waiting: records still to be read later, as far as known.
        raw: the document as it came, to be kept; None of a file, or of one that is as it was.
    """

    origin: str
    kind: str
    part: str
    tables: tuple[str, ...]
    records: tuple[CatalogueRecord, ...] = ()
    rejects: tuple[Reject, ...] = ()
    is_replacement: bool = True
    is_whole: bool = True
    is_unchanged: bool = False
    page: PageState | None = None
    cursor: str | None = None
    waiting: int = 0
    raw: RawPage | None = None


def load(source: Any, state: SourceState, fetcher: Fetcher, home: Path, now: Now) -> Iterator[Load]:
    """What a reference source of the settings holds, part by part.

    Every part is tried; only then the first fault is raised. Store each load, its cursor too, before asking for the
    next one.

    Args:
        source: a source of the settings with `is_reference`.
        state: what was stored of its earlier runs.
        fetcher: asks hosts.
        home: relative paths count from here.
        now: UTC without zone.

    Raises:
        SourceError: a part could not be had, or is not in the form that is known.
        TransientSourceError: the fault may pass.
    """
    if source.kind == "launch_library":
        yield from _launch_library(source, state, fetcher, now)
    elif source.kind == "iso_countries":
        yield from _iso_countries(source, state)
    else:
        yield from _documents(source, state, fetcher, home, now)


def load_kept(source: Any, state: SourceState, kept: Iterable[RawPage], home: Path, now: Now) -> Iterator[Load]:
    """As `load`, of the files that lie there and the documents that were kept, asking nobody.

    Args:
        source: a source of the settings with `is_reference`.
        state: what was stored of its earlier runs; all is read again all the same.
        kept: its documents, in the order in which they came.
        home: relative paths count from here.
        now: UTC without zone.

    Raises:
        SourceError: a document was not kept, or is not in the form that is known.
    """
    if source.kind == "launch_library":
        yield from _kept_launch_library(source, state, kept)
    elif source.kind == "iso_countries":
        yield from _iso_countries(source, SourceState())
    else:
        documents = KeptDocuments({page.url: page for page in kept})
        for loaded in _documents(source, SourceState(), documents, home, now):
            yield replace(loaded, raw=None)


def forgotten(cursor: str) -> str:
    """What must stay of a source's cursor once its catalogue was dropped: the calls of the last hour."""
    return replace(launch_library.Cursor(), calls=launch_library.Cursor.parse(cursor).calls).text()


@cache
def reader_version() -> str:
    """A hash of these readers and their tables: what another version read is read again, though it did not change."""
    digest = hashlib.sha256()
    for folder in (resources.files("sources.reference"), resources.files("sources").joinpath("data")):
        for file in sorted(folder.iterdir(), key=lambda file: file.name):
            if file.name.endswith((".py", ".tsv")):
                digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _documents(source: Any, state: SourceState, fetcher: Getting, home: Path, now: Now) -> Iterator[Load]:
    fault: SourceError | None = None
    readers = {name: version for name, version in cursor_of(state.cursor).items() if version == reader_version()}
    for part in PARTS[source.kind]:
        place = getattr(source, part.name, None) if source.kind == "gcat" else source.place
        if not place:
            continue
        known = state if part.name in readers else SourceState()
        try:
            loaded = _document(source, part, place, known, fetcher, home, now)
        except SourceError as error:
            fault = fault or error
            continue
        readers[part.name] = reader_version()
        yield replace(loaded, cursor=cursor_text(readers))
    if fault is not None:
        raise fault


def _document(source: Any, part: Part, place: str, state: SourceState, fetcher: Getting, home: Path, now: Now) -> Load:
    found = document(place, state, fetcher, home, now, part.limit_bytes)
    raw = raw_of(source.name, place, found.answer, now()) if found.answer and not found.is_unchanged else None
    base = Load(source.name, source.kind, part.name, part.tables, page=found.page, raw=raw)
    if found.is_unchanged:
        return replace(base, is_unchanged=True)
    items = list(read(part, found.data, source.name, part.name))
    records = tuple(item for item in items if not isinstance(item, Reject))
    rejects = tuple(item for item in items if isinstance(item, Reject))
    return replace(base, records=records, rejects=rejects)


def _iso_countries(source: Any, state: SourceState) -> Iterator[Load]:
    digest = f"{reader_version()} {iso_countries.content_hash()}"
    base = Load(source.name, source.kind, source.kind, ("countries",), cursor=cursor_text({"content": digest}))
    if cursor_of(state.cursor).get("content") == digest:
        yield replace(base, is_unchanged=True)
    else:
        yield replace(base, records=tuple(iso_countries.countries()))


def _launch_library(source: Any, state: SourceState, fetcher: Fetcher, now: Now) -> Iterator[Load]:
    fetcher.limits = replace(fetcher.limits, tries=1, redirects=0)  # each try is a call that counts
    cursor = launch_library.Cursor.parse(state.cursor)
    if cursor.reader != reader_version():
        cursor = _beginning(source, cursor)
    answers: dict[str, Fetched] = {}

    def ask(address: str) -> tuple[bytes, int]:
        before = fetcher.spent.requests
        answers[address] = fetched = fetcher.get(address)
        return fetched.body, fetcher.spent.requests - before

    if (again := cursor.again_at(now(), source.calls_per_hour)) is not None:
        why = f"the {source.calls_per_hour} calls of this hour are made; again at {again:%H:%M} UTC"
        raise NotAskedError(f"{source.url}: not asked: {why}", (again - now()).total_seconds(), why)
    for page in launch_library.pages(source.url, cursor, source.calls_per_hour, ask, now, source.name):
        answer = answers.pop(page.address, None)
        raw = raw_of(source.name, page.address, answer, now()) if answer else None
        yield replace(_of_page(source, page), raw=raw)


def _kept_launch_library(source: Any, state: SourceState, kept: Iterable[RawPage]) -> Iterator[Load]:
    """The pages of its API one after the other, as they came."""
    cursor = _beginning(source, launch_library.Cursor.parse(state.cursor))
    is_forgotten, found_any = not cursor.calls, False
    for raw in kept:
        found_any = True
        cursor = cursor.called(raw.fetched_at, 1) if is_forgotten else cursor  # a lost store does not know of it
        page = launch_library.read_page(raw.body, cursor, raw.url, source.name)
        cursor = page.cursor
        yield _of_page(source, page)
    if not found_any:
        raise not_kept(source.url)


def _beginning(source: Any, cursor: launch_library.Cursor) -> launch_library.Cursor:
    """Where the catalogue begins; the calls of the last hour count all the same."""
    since = f"{source.since}T00:00:00Z" if source.since else ""
    return launch_library.Cursor(cursor.calls, since, reader=reader_version())


def _of_page(source: Any, page: launch_library.Page) -> Load:
    return Load(
        source.name,
        source.kind,
        source.kind,
        ("launches",),
        records=page.records,
        rejects=tuple(reject((0, fault), source.name, own_id) for own_id, fault in page.faults),
        is_replacement=False,
        is_whole=page.cursor.is_whole and source.since is None,
        is_unchanged=not page.address,
        cursor=page.cursor.text(),
        waiting=page.waiting,
    )
