"""What Dagster shows of each configured source: one asset a source, with its description, freshness and counts.

Belongs here: specs and metadata. Does not belong here: the asset function (`defs/sources.py`) or reading.
"""

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


def source_metadata(run: SourceRun) -> dict[str, Any]:
    """What a source brought and cost."""
    metadata: dict[str, Any] = {name: getattr(run, name) for name in COUNTED}
    metadata |= {"rejected": run.rejected.total(), "deferred": run.deferred.total()}
    if run.deferred:
        metadata["deferred_because"] = run.deferred_because
    if run.rejected:
        rows = sorted(run.rejected.items())
        metadata["rejected_by_reason"] = dg.MetadataValue.md(markdown_table(("reason", "items"), rows))
    if run.fault:
        metadata["fault"] = run.fault
    return metadata


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
    return f"{source.kind.replace('_', ' ').capitalize()} {place}, {how_often}.".replace(" ,", ",")
