"""The stages of a refresh after the facts: star, metrics, check, publish, and the end of a run that changed nothing.

Belongs here: calling the packages in order, counting, and noting what a finished refresh had read. Does not belong
here: any logic of a stage, Dagster, or the stages up to the facts (`stages`).
"""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from orchestration.clock import now
from orchestration.errors import CommandError
from orchestration.newness import Inputs, store_stamp
from orchestration.progress import current
from orchestration.reading import look_at_settings
from orchestration.run_record import RunRecord
from orchestration.settings import Settings
from orchestration.versions import versions
from sources import overrides
from sources.article import stable_hash
from transforms import lexicons
from warehouse import carry, catalogues, check_results, curation, difference, history, kept_rejects, publish, store
from warehouse.build import building, row_count
from warehouse.checks import Check, CheckResult, run
from warehouse.connect import Connection, attach, discard, reading, scalar, writing_version
from warehouse.lexicon_rows import DimensionRows
from warehouse.metrics import create_macros, fill, start_metrics
from warehouse.schema import Table
from warehouse.tables import CORE_TABLES, HISTORY_TABLES, METRICS_TABLES
from warehouse.tables.faults import CHECK_RESULTS


def fill_star(settings: Settings, record: RunRecord, *, everything: bool = False) -> Iterator[tuple[Table, Connection]]:
    """Start the next version and fill its core tables; yields each table when it is filled.

    Args:
        settings: the home.
        record: of this run.
        everything: compare all facts with the history, not only those that are known to have changed.
    """
    rows = DimensionRows(
        **{name: getattr(lexicons, name)() for name in DimensionRows.__dataclass_fields__}  # the names agree
    )
    standing = None if everything else _standing(settings)
    with building(settings.build, settings.store, rows, standing) as build:
        with record.stage("star", len(CORE_TABLES)) as stage, closing(build.fill()) as tables:
            _mark(settings).write_text(record.run_id, encoding="utf-8")
            for table in tables:
                stage.counts[table.name] = row_count(build.con, table)
                current().advance("star")
                yield table, build.con
            stage.summary = f"{len(CORE_TABLES)} tables, {sum(stage.counts.values()):,} rows"
        _fill_history(settings, record, build.con, everything=everything)
        yield from ((table, build.con) for table in HISTORY_TABLES)


def _fill_history(settings: Settings, record: RunRecord, con: Connection, *, everything: bool) -> None:
    """Add to what the warehouse held before what this version says else; first what a killed run published is kept."""
    with record.stage("history") as stage:
        history.prepare(settings.history)
        standing = publish.current(settings.home)
        if standing and standing.path.exists():
            history.carry_forward(settings.history, standing.path)
        record.committed_at = history.commit_time(settings.history, now())
        published = (standing.path, standing.number) if standing and publish.is_intact(settings.home) else None
        changed = history.write_next(
            con, settings.history, record.committed_at, _basis(), everything=everything, published=published
        )
        stage.counts = {"facts_changed": changed}
        stage.summary = f"{changed:,} facts appeared, changed or went"


def _standing(settings: Settings) -> carry.Standing | None:
    """The published version, if it is as it was left."""
    standing = publish.current(settings.home)
    if standing is None or not publish.is_intact(settings.home):
        return None
    return carry.Standing(standing.path, standing.number, _basis())


def _basis() -> str:
    """What all facts have to be compared again for: other rules, lexicons or tables."""
    return "-".join(versions()[name] for name in ("rules", "resolution", "warehouse"))


def _keep_history(settings: Settings) -> None:
    """Carry forward what the published version says of the past; then nothing is left to be told of these changes."""
    standing = publish.current(settings.home)
    if standing is None:
        return
    history.carry_forward(settings.history, standing.path, settings.store, _basis())
    with store.writing_store(settings.store) as con:
        history.forget_changes(con, standing.number, _basis())


def _mark(settings: Settings) -> Path:
    """The file that tells which run made the next version."""
    return settings.build.with_name("run")


def _own_build(settings: Settings, record: RunRecord) -> None:
    """Refuse a next version that this run did not begin.

    Raises:
        CommandError: it is missing, or left from another run.
    """
    mark = _mark(settings)
    if not mark.exists() or mark.read_text(encoding="utf-8") != record.run_id:
        raise CommandError("these assets need the star of the same run; run the job refresh, or select all assets")


def fill_metrics(settings: Settings, record: RunRecord) -> Iterator[tuple[Table, Connection]]:
    """Compute the metrics in the same file, so that they never disagree with the facts; yields each table."""
    _own_build(settings, record)
    at = record.committed_at or now()
    number = publish.next_number(settings.home)
    record.versions = versions()
    standing = publish.current(settings.home)
    with store.writing_store(settings.store) as con:
        has_real_source = look_at_settings(settings).has_configured_source or store.has_real_article(con)
        store.log_refresh(con, number, at, record.to_json(), published=standing.number if standing else 0)
    with record.stage("metrics", len(METRICS_TABLES)) as stage, writing_version(settings.build) as con:
        attach(con, settings.store, "store")
        create_macros(con)
        start_metrics(con, number=number, refreshed_at=at, has_real_source=has_real_source)
        rows = 0
        with closing(fill(con)) as tables:
            for table in tables:
                rows += row_count(con, table)
                current().advance("metrics")
                yield table, con
        stage.summary = f"{len(METRICS_TABLES)} tables, {rows:,} rows"


def run_checks(settings: Settings, record: RunRecord, checks: tuple[Check, ...]) -> Iterator[CheckResult]:
    """Run checks on the next version; yields each outcome, good or bad.

    Those of the table that tells the outcomes come last, after it has been filled.
    """
    failed = 0
    last = [check for check in checks if check.table == CHECK_RESULTS.qualified]
    with record.stage("check", len(checks)) as stage:
        for some in ([check for check in checks if check not in last], last):
            if some and some is last:
                with writing_version(settings.build) as con:
                    check_results.store(con, [*record.checked, *map(check_results.passing, last)])
            with reading(settings.build) as con:
                for check in some:
                    result = run(con, check)
                    failed += not result.passed
                    record.checked.append(result)
                    current().advance("check")
                    yield result
        stage.counts = {"checks_failed": record.counts.get("checks_failed", 0) + failed}
        stage.summary = f"{len(checks)} checks, {failed} with rows at fault"


def publish_build(settings: Settings, record: RunRecord) -> int | None:
    """Publish the next version, unless the one that stands says the same; returns its number, or None."""
    _own_build(settings, record)
    with record.stage("publish") as stage:
        standing = publish.current(settings.home)
        brought = record.counts.get("articles_new", 0) + record.counts.get("articles_changed", 0)
        if (
            not brought
            and standing
            and publish.is_intact(settings.home)
            and difference.is_same(settings.build, standing.path, (*CORE_TABLES, *HISTORY_TABLES, *METRICS_TABLES))
        ):
            discard(settings.build)
            stage.summary = f"version {standing.number} stands: it says the same"
        else:
            with reading(settings.build) as con:
                number = int(scalar(con, "select number from metrics.published_version"))
            publish.publish(settings.build, settings.home, number)
            record.published_number = number
            stage.summary = f"version {number}"
        _keep_history(settings)
    _note_inputs(settings)
    record.append_to(settings.run_log)
    return record.published_number


def is_due(settings: Settings) -> bool:
    """Whether the store, the rules or the settings say more than the published version."""
    inputs = Inputs.load(settings.inputs)
    if inputs is None or inputs.versions != versions() or not publish.is_intact(settings.home):
        return True
    if inputs.overrides != overrides.hashes(settings.overrides):
        return True
    with store.reading_store(settings.store) as con:
        return inputs.basis != _content_basis(con) or inputs.is_other_settings(look_at_settings(settings))


def _content_basis(con: Connection) -> str:
    """Digest of all that is published, beside the rules: the articles that stand, and the catalogues."""
    return stable_hash(store.content_basis(con), catalogues.basis(con))


def leave_as_it_is(settings: Settings, record: RunRecord) -> None:
    """End a run that brought nothing that is published; what it read is noted, so that it is not news again."""
    record.versions = versions()
    _note_inputs(settings)
    record.append_to(settings.run_log)


def _note_inputs(settings: Settings) -> None:
    """Note what has been read, after all that follows from it is done."""
    with store.reading_store(settings.store) as con:
        read = {locator: content_hash for (_, locator), content_hash in store.read_items(con).items()}
        basis = _content_basis(con)
        corrected = curation.read_files(con)
        rejected = [locator for _, locator in kept_rejects.rejected_files(con)]
    chosen = look_at_settings(settings)
    stamp = store_stamp(settings)
    has_source = chosen.has_configured_source
    Inputs(versions(), chosen.is_sample_on, has_source, basis, stamp, read, corrected, rejected).save(settings.inputs)
