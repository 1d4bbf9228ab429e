"""The stage of a refresh that applies people's corrections to the facts.

Belongs here: calling the packages in order and counting. Does not belong here: reading the files
(`sources.overrides`), what an entry means (`transforms.curation`), keeping the outcome (`warehouse.curation`).
"""

from orchestration import clock
from orchestration.progress import current
from orchestration.run_record import RunRecord
from orchestration.settings import Settings
from sources import overrides
from transforms.curation import Entry, Unread, curate, entry
from warehouse import curation, store


def override_hashes(settings: Settings) -> dict[str, str]:
    """Hash of each override file that lies in the home now."""
    return overrides.hashes(settings.overrides)


def entries_of(files: list[overrides.OverrideFile]) -> list[Entry | Unread]:
    """All entries of the files, each checked by itself."""
    today = clock.now().date()
    return [entry(file.name, raw.number, raw.fields, raw.problem, today) for file in files for raw in file.entries]


def apply_overrides(settings: Settings, record: RunRecord) -> None:
    """Read all override files anew and put what they make of the facts beside the outcome of resolution.

    Args:
        settings: the home.
        record: counts of this run.
    """
    with record.stage("curate") as stage, store.writing_store(settings.store) as con:
        files = overrides.read(settings.overrides)
        entries = entries_of(files)
        curated = curate(entries, curation.named_outcome(con, entries))
        counts = curation.load_curated(con, curated, [(file.name, file.content_hash) for file in files], clock.now())
        stage.counts = {f"overrides_{status}": count for status, count in counts._asdict().items()}
        told = [f"{count:,} {status}" for status, count in counts._asdict().items() if count]
        stage.summary = f"{len(entries):,} overrides: {', '.join(told)}" if told else "no overrides"
        current().advance("curate")
