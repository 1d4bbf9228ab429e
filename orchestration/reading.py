"""Which places a refresh reads, and the files that lie there now.

Belongs here: putting `sources.toml`, the inbox and `--inbox` together into one list. Does not belong here: walking a
folder or reading a file (`sources.folder`), deciding what is new or due (`newness`, `due`), or asking the sources that
are no folders (`asking`).
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from orchestration.errors import CommandError
from orchestration.settings import Settings
from sources import settings as source_settings
from sources.errors import SourceError
from sources.folder import FoundFile, scan
from sources.settings_base import Source
from sources.settings_kinds import FolderSource

SAMPLE = "sample"
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
        is_inbox_on: whether the inbox is.
        places: the folders to read, the inbox first.
        asked: the sources that are no folders: those that ask hosts, archives, catalogues.
    """

    is_sample_on: bool
    is_inbox_on: bool
    places: tuple[Place, ...]
    asked: tuple[Source, ...]

    @property
    def has_configured_source(self) -> bool:
        """Whether a source of articles beside sample and inbox is read."""
        return any(place.origin != INBOX for place in self.places) or any(not s.is_reference for s in self.asked)

    @property
    def kinds(self) -> dict[str, str]:
        """Kind of each source that is read, by name, in the order of reading."""
        own = [(SAMPLE, SAMPLE)] * self.is_sample_on + [(INBOX, INBOX)] * self.is_inbox_on
        folders = [(place.origin, "folder") for place in self.places if place.origin != INBOX]
        return dict([*own, *folders, *((source.name, source.kind) for source in self.asked)])


@dataclass(slots=True)
class Look:
    """All files that there are to read.

    Attributes:
        chosen: the settings that it follows.
        items: files in the order in which they are read; one that is still being written is left out.
        failures: what is wrong with a place, by its name; the others are read all the same.
        waiting: how many files are still being written.
        looked: folders that could be looked into.
        present: keys of all files that lie there, also of those still being written.
    """

    chosen: Chosen
    items: list[Item] = field(default_factory=list)
    failures: dict[str, str] = field(default_factory=dict)
    waiting: int = 0
    looked: set[str] = field(default_factory=set)
    present: set[str] = field(default_factory=set)

    def is_gone(self, key: str) -> bool:
        """Whether a file was read from a folder that was looked into, and lies there no longer."""
        return key not in self.present and key.rpartition("\t")[0] in self.looked


def look_at_settings(settings: Settings) -> Chosen:
    """What is to be read, by `sources.toml` and the command.

    Raises:
        ConfigError: `sources.toml` is wrong.
    """
    file = source_settings.load(settings.sources_file)
    own = [Place(INBOX, settings.home / file.inbox.path, watched=True)] if file.inbox.enabled else []
    enabled = [source for source in file.source if source.enabled]
    folders = [Place(s.name, settings.home / s.path, watched=False) for s in enabled if isinstance(s, FolderSource)]
    extra = [Place(INBOX, settings.extra_inbox, watched=False)] if settings.extra_inbox else []
    asked = tuple(source for source in enabled if not isinstance(source, FolderSource))
    return Chosen(file.sample.enabled, file.inbox.enabled, (*own, *folders, *extra), asked)


def refuse_unknown(chosen: Chosen, names: tuple[str, ...]) -> None:
    """Refuse names that no source of this home bears.

    Raises:
        CommandError: the first such name.
    """
    for name in names:
        if name not in chosen.kinds:
            raise CommandError(f"{name}: no such source is switched on; there are: {', '.join(chosen.kinds)}")


def look(settings: Settings) -> Look:
    """See what lies in all places now, or in those that the command names.

    Raises:
        ConfigError: `sources.toml` is wrong.
    """
    seen = Look(look_at_settings(settings))
    for place in seen.chosen.places:
        if settings.only and place.origin not in settings.only:
            continue
        try:
            for file in _files(place):
                item = Item(place, file)
                seen.present.add(item.key)
                if file.is_waiting:
                    seen.waiting += 1
                else:
                    seen.items.append(item)
            seen.looked.add(str(place.folder))
        except SourceError as error:
            seen.failures[place.origin] = str(error)
    return seen


def _files(place: Place) -> Iterator[FoundFile]:
    if place.origin == INBOX and not place.folder.exists():
        return  # a home that was never written has no inbox yet
    yield from scan(place.folder, place.watched, time.time())
