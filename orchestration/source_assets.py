"""What Dagster shows of each configured source: one asset a source, with its description, freshness and counts.

Belongs here: specs and metadata. Does not belong here: the asset function (`defs/sources.py`) or reading.
"""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any

import dagster as dg

from orchestration.reading import INBOX, SAMPLE
from orchestration.source_runs import COUNTED, SourceRun
from orchestration.specs import OWNERS, markdown_table
from sources import settings as source_settings
from sources.errors import ConfigError
from sources.settings_base import Source

GROUP = "sources"

#: The check that each source has.
CHECK = "read_without_fault"

#: Faults in a row from which one that may pass is no longer taken for passing.
_LASTING = 3

NOT_YET = (
    "not yet: what was read is stored, and no fact or metric follows from it so far. The schedule hourly_refresh "
    "publishes it at its next tick; to do so now, launch the job refresh or run `spacepact refresh`."
)

#: Stands for all sources where `sources.toml` cannot be read; a run says what is wrong.
BROKEN = dg.AssetKey([GROUP, "sources_toml"])

_OWN = {
    SAMPLE: "The bundled stories on real events, retold by the project.",
    INBOX: "The watched folder: files dropped there are read at the next tick.",
}


def key_of(name: str) -> dg.AssetKey:
    """The asset of a source."""
    return dg.AssetKey([GROUP, name])


def source_specs(sources_file: Path) -> list[dg.AssetSpec]:
    """A spec for each source that is switched on; where the file is wrong, one that says so."""
    try:
        chosen = source_settings.load(sources_file)
    except ConfigError as error:
        return [_spec(BROKEN, f"sources.toml cannot be read, so no source is. {error}", "toml")]
    own = [(SAMPLE, chosen.sample.enabled), (INBOX, chosen.inbox.enabled)]
    specs = [_spec(key_of(name), _OWN[name], "file") for name, is_enabled in own if is_enabled]
    return specs + [_spec(key_of(s.name), _description(s), s.kind, s) for s in chosen.source if s.enabled]


def source_metadata(run: SourceRun, *, is_alone: bool = False) -> dict[str, Any]:
    """What a source brought and cost.

    Args:
        run: it has ended.
        is_alone: nothing that follows from it is made in the same run.
    """
    metadata: dict[str, Any] = {}
    if run.fault:
        metadata["fault"] = run.fault
    if is_alone:
        metadata["published"] = NOT_YET
    metadata |= {name: getattr(run, name) for name in COUNTED}
    metadata |= {"rejected": run.rejected.total(), "deferred": run.deferred.total()}
    if run.deferred:
        metadata["deferred_because"] = run.deferred_because
    if run.rejected:
        rows = sorted(run.rejected.items())
        metadata["rejected_by_reason"] = dg.MetadataValue.md(markdown_table(("reason", "items"), rows))
    return metadata


def source_check_specs(specs: Iterable[dg.AssetSpec]) -> list[dg.AssetCheckSpec]:
    """A check for each source: one that fails is red, and stops neither the others nor the warehouse."""
    return [
        dg.AssetCheckSpec(
            CHECK,
            asset=spec.key,
            blocking=False,
            description="The source was read to its end without a fault. A fault that may pass is a warning until it "
            f"has met the source {_LASTING} times in a row; what was read before stands, and other sources go on.",
        )
        for spec in specs
        if spec.key != BROKEN
    ]


def source_check(run: SourceRun) -> dg.AssetCheckResult:
    """Whether a source was read without a fault."""
    metadata: dict[str, Any] = {"failures_in_a_row": run.failures}
    if run.next_try_at is not None:
        metadata["next_try"] = f"{run.next_try_at:%Y-%m-%d %H:%M} UTC"
    is_warning = run.is_passing and run.failures < _LASTING
    return dg.AssetCheckResult(
        check_name=CHECK,
        asset_key=key_of(run.name),
        passed=run.fault is None,
        severity=dg.AssetCheckSeverity.WARN if is_warning else dg.AssetCheckSeverity.ERROR,
        description=run.fault or "read to its end",
        metadata=metadata,
    )


def _spec(key: dg.AssetKey, description: str, kind: str, source: Source | None = None) -> dg.AssetSpec:
    return dg.AssetSpec(
        key,
        description=description,
        group_name=GROUP,
        owners=OWNERS,
        kinds={kind},
        freshness_policy=_freshness(source.interval if source else timedelta()) if key != BROKEN else None,
        metadata={"every": source.every} if source else {},
        skippable=True,
    )


def _freshness(every: timedelta) -> dg.FreshnessPolicy:
    """A source is late after twice its interval and an hour, for the tick that asks it.

    One that is looked at in each refresh is reported by the daily run at the latest: the hourly one skips where nothing
    is new.
    """
    least = every or timedelta(hours=13)
    return dg.FreshnessPolicy.time_window(
        fail_window=4 * least + timedelta(hours=2), warn_window=2 * least + timedelta(hours=1)
    )


def _description(source: Source) -> str:
    place = getattr(source, "url", None) or getattr(source, "path", None) or ""
    how_often = f"asked every {source.every}" if source.interval else "looked at in each refresh"
    told = f"{source.kind.replace('_', ' ').capitalize()} {place}, {how_often}.".replace(" ,", ",")
    return f"{told} Materializing it alone asks it now and stores what it brings; the job refresh publishes that."
