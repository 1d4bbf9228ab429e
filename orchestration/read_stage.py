"""The first stage of a refresh: every source that is due, into the store.

Belongs here: the order of sample, folders and asked sources, and the noting of what each brought. Does not belong here:
reading files (`files`), asking hosts (`asking`), reading again what was kept (`rereading`).
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from orchestration import due, rereading, source_list
from orchestration.clock import now
from orchestration.files import read_files, read_sample
from orchestration.newness import unread
from orchestration.reading import SAMPLE, Chosen, Item, Look, look, refuse_unknown
from orchestration.run_record import RunRecord
from orchestration.settings import Settings
from orchestration.source_runs import SourceRun, first_row, row_after
from sources.reference.loading import forgotten
from sources.settings_base import Source
from sources.settings_kinds import KINDS
from warehouse import catalogues, kept_rejects, raw_pages, rejects, source_states, store, withdrawals
from warehouse.connect import Connection
from warehouse.source_states import Kept


@dataclass(slots=True)
class Outcome:
    """What the stage did.

    Attributes:
        seen: the files that lay there.
        runs: what each source that was read brought, by name.
    """

    seen: Look
    runs: dict[str, SourceRun] = field(default_factory=dict)


def read_sources(settings: Settings, record: RunRecord, *, rebuild: bool = False) -> Outcome:
    """Read what is new in all places, and ask the sources that are due; store all of it, source by source.

    Args:
        settings: the home, and which sources alone are to be read.
        record: of this run.
        rebuild: read all files and all kept pages again, and ask no host.

    Raises:
        ConfigError: `sources.toml` is wrong.
        CommandError: no source bears a name that was asked for.
    """
    seen = look(settings)
    refuse_unknown(seen.chosen, settings.only)
    at = now()
    outcome = Outcome(seen)
    with store.writing_store(settings.store, is_streamed=True) as con:
        kept_rejects.forget_files(con, [file for file in kept_rejects.rejected_files(con) if seen.is_gone(file[1])])
        is_new = rereading.begin(con, settings, rebuild=rebuild)
        asked = [] if rebuild else _to_ask(con, settings, seen.chosen, at)
        offline = rereading.offline_sources(settings, seen.chosen, rebuild=rebuild) if rebuild or is_new else []
        stamps = {source.name: due.files_stamp(settings, source) for source in (*asked, *offline)}
        read = {} if rebuild else {place: found for (_, place), found in store.read_items(con).items()}
        files = unread(seen.items, read)
        again = rereading.kept_pages(con, rebuild=rebuild)
        with record.stage("read", len(files) + len(again) + len(offline) + len(asked)) as stage:
            switched = store.enable_sample(con, seen.chosen.is_sample_on)
            runs = [
                *_read_places(con, settings, seen, files, at),
                *rereading.read_again(con, settings, seen.chosen, again, at),
                *_run_sources(con, settings, offline, asked),
            ]
            _gather(con, outcome, runs)
            if rebuild:
                source_states.list_first(con, [first_row(source) for source in seen.chosen.asked])
            _forget_switched_off(con, seen.chosen)
            record.rejects = rejects.by_reason(con)
            record.sources = {name: run.to_json() for name, run in outcome.runs.items()}
            stage.counts = _counts(outcome, files, len(asked), switched)
            stage.summary = _summary(stage.counts, len(offline) + len(asked))
        raw_pages.bound(con, settings.raw)
        withdrawals.keep(con, settings.raw)
        _list_sources(con, settings, stamps)
        rejects.save(con, settings.rejects_file)
        missed = rereading.not_made_again(con, seen.chosen, is_new=is_new) if rebuild else {}
    record.failures = seen.failures | missed | {run.name: run.fault for run in outcome.runs.values() if run.fault}
    return outcome


def _gather(con: Connection, outcome: Outcome, runs: list[SourceRun]) -> None:
    """Put runs by their source's name; one whose kept pages were read again first counts both."""
    kept = source_states.kept(con)
    for run in runs:
        if run.name in outcome.runs:
            run.add(outcome.runs[run.name])
        run.articles, run.articles_elsewhere = kept.get(run.name, Kept())
        outcome.runs[run.name] = run


def _run_sources(con: Connection, settings: Settings, offline: list[Source], asked: list[Source]) -> list[SourceRun]:
    """The sources that are no folders: first those that are read again offline."""
    if not offline and not asked:
        return []
    from orchestration.asking import ask  # takes a moment to import, which a run on files need not wait for

    return [*ask(settings, con, offline, now, is_offline=True), *ask(settings, con, asked, now)]


def _to_ask(con: Connection, settings: Settings, chosen: Chosen, at: dt.datetime) -> list[Source]:
    """The sources that are due, and those of which the store knows nothing, whatever the list for readers says."""
    named = [source.name for source in due.due_sources(settings, chosen, at)]
    if not settings.only:
        rows = source_states.load_rows(con)
        named += [s.name for s in chosen.asked if s.name not in rows or rows[s.name].asked_at is None]
    return [source for source in chosen.asked if source.name in named]


def _read_places(
    con: Connection, settings: Settings, seen: Look, files: list[Item], at: dt.datetime
) -> Iterator[SourceRun]:
    """The sample and all folders, one after the other."""
    rows = source_states.load_rows(con)
    folders = [name for name, kind in seen.chosen.kinds.items() if name == SAMPLE or kind in ("inbox", "folder")]
    for name in [name for name in folders if not settings.only or name in settings.only]:
        run = SourceRun(name, seen.chosen.kinds[name])
        if name == SAMPLE:
            read_sample(con, at, run)
        else:
            read_files(con, [item for item in files if item.place.origin == name], at, run)
        run.end(seen.failures.get(name))
        source_states.save_row(con, row_after(run, rows.get(name), None, at))
        yield run


def _forget_switched_off(con: Connection, chosen: Chosen) -> None:
    """Note which sources are off; what a catalogue told leaves with it, the articles of a source stay."""
    source_states.switch_off_others(con, chosen.kinds)
    source_states.forget_pages(con, [name for name, kind in KINDS.items() if kind.is_reference], forgotten)
    catalogues.keep_only(con, [source.name for source in chosen.asked if source.is_reference])


def _list_sources(con: Connection, settings: Settings, stamps: dict[str, str]) -> None:
    """Write the small list for readers."""
    earlier = {name: row.files_stamp for name, row in source_list.load(settings.source_list).items()}
    rows = source_states.load_rows(con)
    faultless = {name: stamp for name, stamp in stamps.items() if name in rows and rows[name].fault is None}
    source_list.save(settings.source_list, rows, earlier | faultless, source_states.kept(con))


def _counts(outcome: Outcome, files: list[Item], asked: int, switched: int) -> dict[str, int]:
    runs = outcome.runs.values()
    return {
        "files_read": len(files),
        "files_waiting": outcome.seen.waiting,
        "articles_new": sum(run.new for run in runs if not run.is_reference),
        "articles_changed": sum(run.changed for run in runs if not run.is_reference),
        "articles_withdrawn": sum(run.withdrawn for run in runs if not run.is_reference),
        "rejects_met": sum(run.rejected.total() for run in runs),
        "sources_asked": asked,
        "sources_failed": sum(run.fault is not None for run in runs),
        "requests": sum(run.requests for run in runs),
        "received_bytes": sum(run.received_bytes for run in runs),
        "sample_switched": switched,
    }


def _number(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _summary(counts: dict[str, int], asked: int) -> str:
    places = _number(counts["files_read"], "file") + (f", {_number(asked, 'source')}" if asked else "")
    return (
        f"{places}: {counts['articles_new']:,} new articles, {counts['articles_changed']:,} changed, "
        f"{counts['rejects_met']:,} rejected"
    )
