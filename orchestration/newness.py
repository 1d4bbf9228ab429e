"""Whether there is anything to do: decided from hashes, before Dagster is imported or the store is opened.

Belongs here: the list of what the last finished refresh had read, and comparing it with what lies there now. Does not
belong here: looking (`reading`) or doing anything about it.
"""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import NamedTuple

from orchestration import source_list
from orchestration.clock import now
from orchestration.due import due_reason, due_sources, next_due
from orchestration.reading import INBOX, Chosen, Item, Look, look, refuse_unknown
from orchestration.settings import Settings
from orchestration.versions import versions
from sources import overrides
from sources.article import stable_hash
from warehouse.publish import is_intact


@dataclass(slots=True)
class Inputs:
    """What had been read when a refresh finished.

    Attributes:
        versions: of all that decides the outcome beside the articles.
        is_sample_on, has_configured_source: as `sources.toml` asked for.
        basis: digest of the articles that stood in the store.
        store: size and time of the store's file, to see whether it was lost, or an older one put in its place.
        read: content hash by place and path.
        overrides: content hash by name of each file of corrections.
        rejected: files that hold an item which could not be read.
    """

    versions: dict[str, str] = field(default_factory=dict)
    is_sample_on: bool = True
    has_configured_source: bool = False
    basis: str = ""
    store: list[int] = field(default_factory=list)
    read: dict[str, str] = field(default_factory=dict)
    overrides: dict[str, str] = field(default_factory=dict)
    rejected: list[str] = field(default_factory=list)

    @classmethod
    def load(cls, path: Path) -> "Inputs | None":
        """The list of a home, or None where there is none that can be read (then everything is news)."""
        try:
            return cls(**json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def save(self, path: Path) -> None:
        """Replace the list in one step."""
        draft = path.with_suffix(".draft")
        with draft.open("w", encoding="utf-8") as stream:
            json.dump(asdict(self), stream, sort_keys=True)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)

    def is_other_settings(self, chosen: Chosen) -> bool:
        """Whether `sources.toml` asks for something that bears on all facts and did not then."""
        return (self.is_sample_on, self.has_configured_source) != (chosen.is_sample_on, chosen.has_configured_source)


class Findings(NamedTuple):
    """What a look at all places found.

    Attributes:
        reason: why a refresh has work to do, in a few words; None where it has none.
        failures: what is wrong with a place, by its name.
        waiting: how many files are still being written.
        next_due: when the next source is to be asked, in a few words; empty where none is.
    """

    reason: str | None
    failures: dict[str, str]
    waiting: int
    next_due: str = ""


class News(NamedTuple):
    """Unread files: a key that is the same for the same files, and a line that says how many."""

    key: str
    reason: str


def unread(items: Iterable[Item], read: Mapping[str, str]) -> list[Item]:
    """Files whose content, by place and path, is not among what was read.

    The same bytes under another path are no news; a path that holds other bytes than it did is, even where those
    bytes were read once before: an article may return to an earlier version.
    """
    known = set(read.values())
    return [
        item
        for item in items
        if read.get(item.key) != item.file.content_hash and (item.key in read or item.file.content_hash not in known)
    ]


def whats_new(settings: Settings) -> Findings:
    """Whether a refresh has work to do, and why.

    Raises:
        ConfigError: `sources.toml` is wrong.
        CommandError: no source bears a name that was asked for.
    """
    seen = look(settings)
    refuse_unknown(seen.chosen, settings.only)
    inputs = Inputs.load(settings.inputs)
    if inputs is None:
        reason: str | None = "first refresh of this home"
    else:
        found = (
            _changed_setting(settings, seen, inputs),
            _switched_off(settings, seen.chosen),
            _files_reason(unread(seen.items, inputs.read)),
            _gone_reason([key for key in inputs.rejected if seen.is_gone(key)]),
            due_reason(due_sources(settings, seen.chosen, now())),
        )
        reason = "; ".join(filter(None, found)) or None
    time = next_due(settings, seen.chosen, now()) if reason is None else None
    return Findings(
        reason, seen.failures, seen.waiting, f"next source due at {time:%H:%M} UTC on {time:%d %b}" if time else ""
    )


def inbox_news(settings: Settings) -> News | None:
    """Unread files in the watched inbox; None where there is none."""
    inputs = Inputs.load(settings.inputs) or Inputs()
    files = [item for item in unread(look(settings).items, inputs.read) if item.place.origin == INBOX]
    reason = _files_reason(files)
    # The basis too: a file that returns to an earlier content is news again.
    marks = [inputs.basis, *(f"{item.key}\t{item.file.content_hash}" for item in files)]
    return News(stable_hash(*marks), reason) if reason else None


def _changed_setting(settings: Settings, seen: Look, inputs: Inputs) -> str | None:
    if inputs.versions != versions():
        return "rules, tables or sample changed"
    if inputs.is_other_settings(seen.chosen):
        return "sources.toml switched the sample or a source on or off"
    if inputs.overrides != overrides.hashes(settings.overrides):
        return "overrides changed"
    if not is_intact(settings.home):
        return "the published file is not as it was left"
    if inputs.store != store_stamp(settings):
        return "the store is not as it was left"
    return None


def _switched_off(settings: Settings, chosen: Chosen) -> str | None:
    off = [name for name, listed in source_list.load(settings.source_list).items() if listed.is_enabled]
    names = sorted(set(off) - set(chosen.kinds))
    return f"switched off: {', '.join(names)}" if names else None


def store_stamp(settings: Settings) -> list[int]:
    """Size and time of the store's file; empty where there is none."""
    try:
        status = settings.store.stat()
    except FileNotFoundError:
        return []
    return [status.st_size, status.st_mtime_ns]


def _gone_reason(gone: list[str]) -> str | None:
    return f"{len(gone):,} file{'s' if len(gone) != 1 else ''} with rejects gone" if gone else None


def _files_reason(files: list[Item]) -> str | None:
    return f"{len(files):,} unread file{'s' if len(files) != 1 else ''}" if files else None
