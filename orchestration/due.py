"""Which sources are due: asked seldom enough for their hosts, often enough for their readers.

Belongs here: the decision, from the small list of sources and the files of those that have files of their own. Does not
belong here: asking (`asking`), folders (`reading` looks at each file).
"""

import datetime as dt

from orchestration.reading import Chosen
from orchestration.settings import Settings
from orchestration.source_list import Listed, load
from sources.article import stable_hash
from sources.errors import SourceError
from sources.kinds.files import files_of
from sources.settings_base import Source


def due_sources(settings: Settings, chosen: Chosen, now: dt.datetime) -> list[Source]:
    """The sources to ask now, in the order of `sources.toml`: those named by the command, else those that are due."""
    if settings.only:
        return [source for source in chosen.asked if source.name in settings.only]
    listed = load(settings.source_list)
    return [source for source in chosen.asked if _is_due(settings, source, listed.get(source.name), now)]


def due_reason(due: list[Source]) -> str | None:
    """Which sources are due, in a few words; None for none."""
    names = ", ".join(source.name for source in due[:5]) + (f" and {len(due) - 5} more" if len(due) > 5 else "")
    return f"{len(due)} source{'s' if len(due) != 1 else ''} due: {names}" if due else None


def next_due(settings: Settings, chosen: Chosen, now: dt.datetime) -> dt.datetime | None:
    """When the next source is due that is not; None where none is known to be."""
    listed = load(settings.source_list)
    times = [listed[source.name].next_try_at for source in chosen.asked if source.name in listed]
    found = [dt.datetime.fromisoformat(time) for time in times if time]
    return min((time for time in found if time > now), default=None)


def settings_hash(source: Source) -> str:
    """Hash of a source's settings: another one makes it due at once."""
    return stable_hash(source.model_dump_json(exclude={"every", "enabled"}))[:16]


def files_stamp(settings: Settings, source: Source) -> str:
    """Size and time of all files of a source that reads files of its own; empty for any other."""
    given = getattr(source, "path", None)
    if not given or source.is_reference:
        return ""
    try:
        found = list(files_of(settings.home / given, getattr(source, "pattern", "**/*")))
    except SourceError:
        return ""  # asking it will tell what is wrong
    return stable_hash(*(f"{file.locator}\t{file.stamp}" for file in found))


def _is_due(settings: Settings, source: Source, listed: Listed | None, now: dt.datetime) -> bool:
    if (
        listed is None
        or not listed.is_enabled
        or listed.asked_at is None
        or listed.settings_hash != settings_hash(source)
    ):
        return True
    if listed.failure_count or listed.deferred_count or (source.is_reference and listed.waiting_count):
        return listed.is_due(now)
    if now < dt.datetime.fromisoformat(listed.asked_at) + source.interval:
        return False
    stamp = files_stamp(settings, source)
    return not stamp or stamp != listed.files_stamp
