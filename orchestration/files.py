"""Reading the sample and the files of folders into the store, in small committed batches.

Belongs here: cutting what the readers yield into batches. Does not belong here: which files are new (`newness`), the
readers (`sources.folder`), merging (`warehouse.store`). A batch is stored with a note of how far its file has been
read: a killed run goes on there, and memory stays flat however large a file is.
"""

import datetime as dt
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from orchestration.progress import current
from orchestration.reading import Item
from orchestration.source_runs import SourceRun
from sources import folder, sample
from sources.article import Article, Reject
from warehouse import store
from warehouse.connect import Connection
from warehouse.store import OpenItem, ReadItem

_MOST_ITEMS = 2_000
_MOST_CHARACTERS = 32_000_000
_MOST_SECONDS = 5.0


@dataclass(slots=True)
class _Batch:
    """What is stored together: items, the files that begin, end or stay open with them."""

    items: list[Article | Reject] = field(default_factory=list)
    begun: list[ReadItem] = field(default_factory=list)
    finished: list[ReadItem] = field(default_factory=list)
    unfinished: OpenItem | None = None
    characters: int = 0
    since: float = field(default_factory=time.monotonic)

    def add(self, item: Article | Reject) -> None:
        """Take one more."""
        self.items.append(item)
        self.characters += len(item.text) if isinstance(item, Article) else 0

    @property
    def is_full(self) -> bool:
        """Whether it is time to store it."""
        return (
            len(self.items) + len(self.finished) >= _MOST_ITEMS
            or self.characters >= _MOST_CHARACTERS
            or time.monotonic() - self.since >= _MOST_SECONDS
        )


def read_sample(con: Connection, at: dt.datetime, run: SourceRun) -> None:
    """Read the bundled sample, which is small, at once."""
    items = list(sample.articles())
    run.count(items, store.ingest(con, items, [], at))


def read_files(con: Connection, files: list[Item], at: dt.datetime, run: SourceRun) -> int:
    """Read files of one source; returns how many rejects were not met before."""
    rejects = 0
    for batch in _batches(con, files, at.date()):
        counts = store.ingest(con, batch.items, batch.finished, at, begun=batch.begun, unfinished=batch.unfinished)
        run.count(batch.items, counts)
        rejects += counts.new_rejects
        current().advance("read", len(batch.finished))
    return rejects


def _batches(con: Connection, files: list[Item], today: dt.date) -> Iterator[_Batch]:
    batch = _Batch()
    for item in files:
        mark = ReadItem(item.place.origin, item.key, item.file.content_hash)
        stored = store.stored_of(con, mark)
        if not stored:
            batch.begun.append(mark)
        for found in islice(folder.read(item.file, item.place.origin, today), stored, None):
            batch.add(found)
            stored += 1
            if batch.is_full:
                batch.unfinished = OpenItem(mark, stored)
                yield batch
                batch = _Batch()
        batch.finished.append(mark)
        if batch.is_full:
            yield batch
            batch = _Batch()
    yield batch
