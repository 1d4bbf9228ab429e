"""Which places a refresh reads, and the files that lie there now.

Belongs here: putting `sources.toml`, the inbox and `--inbox` together into one list. Does not belong here: walking a
folder or reading a file (`sources.folder`), or deciding what is new (`newness`).
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from orchestration.settings import Settings
from sources import settings as source_settings
from sources.errors import SourceError
from sources.folder import FoundFile, scan

INBOX = "inbox"


@dataclass(frozen=True, slots=True)
class Place:
    """A folder that is read.

    Attributes:
        origin: name of the configured source.
        folder: absolute path.
        watched: files arrive there at any time.
    """

    origin: str
    folder: Path
    watched: bool


@dataclass(frozen=True, slots=True)
class Item:
    """A file that lies in a place now; `key` is the same for the same place and path."""

    place: Place
    file: FoundFile

    @property
    def key(self) -> str:
        """Place and path, as the list of what was read has them."""
        return f"{self.place.folder}\t{self.file.locator}"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What `sources.toml` asks for.

    Attributes:
        is_sample_on: whether the bundled sample is read.
        has_configured_source: whether a source beside sample and inbox is.
        places: the folders to read.
    """

    is_sample_on: bool
    has_configured_source: bool
    places: tuple[Place, ...]


@dataclass(slots=True)
class Look:
    """All that there is to read.

    Attributes:
        chosen: the settings that it follows.
        items: files in the order in which they are read; one that is still being written is left out.
        failures: what is wrong with a place, by its name; the others are read all the same.
        waiting: how many files are still being written.
    """

    chosen: Chosen
    items: list[Item] = field(default_factory=list)
    failures: dict[str, str] = field(default_factory=dict)
    waiting: int = 0


def look_at_settings(settings: Settings) -> Chosen:
    """What is to be read, by `sources.toml` and the command.

    Raises:
        ConfigError: `sources.toml` is wrong.
    """
    file = source_settings.load(settings.sources_file)
    own = [Place(INBOX, settings.home / file.inbox.path, watched=True)] if file.inbox.enabled else []
    more = [Place(s.name, settings.home / s.path, watched=False) for s in file.source if s.enabled]
    extra = [Place(INBOX, settings.extra_inbox, watched=False)] if settings.extra_inbox else []
    return Chosen(file.sample.enabled, bool(more), (*own, *more, *extra))


def look(settings: Settings) -> Look:
    """See what lies in all places now.

    Raises:
        ConfigError: `sources.toml` is wrong.
    """
    seen = Look(look_at_settings(settings))
    for place in seen.chosen.places:
        try:
            for file in _files(place):
                if file.is_waiting:
                    seen.waiting += 1
                else:
                    seen.items.append(Item(place, file))
        except SourceError as error:
            seen.failures[place.origin] = str(error)
    return seen


def _files(place: Place) -> Iterator[FoundFile]:
    if place.origin == INBOX and not place.folder.exists():
        return  # a home that was never written has no inbox yet
    yield from scan(place.folder, place.watched, time.time())
