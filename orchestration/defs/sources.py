"""Assets of all that is read: each configured source by itself, the articles of all, and what could not be read.

Belongs here: the asset function; `sources.toml` is read when Dagster loads the definitions (reload them after a change
of the file). Does not belong here: reading (`orchestration.read_stage`), the specs (`orchestration.source_assets`).
"""

from collections.abc import Iterator
from dataclasses import replace

import dagster as dg

from orchestration import stages
from orchestration.defs.published import KEY as PUBLISHED
from orchestration.defs.resources import Home
from orchestration.materialize import store_results
from orchestration.read_stage import read_sources as read
from orchestration.settings import Settings
from orchestration.source_assets import (
    CHECK,
    GROUP,
    key_of,
    source_check,
    source_check_specs,
    source_metadata,
    source_specs,
)
from orchestration.specs import asset_key, table_spec
from warehouse.tables.store import ARTICLE_VERSIONS, REJECTS

RAW = (ARTICLE_VERSIONS, REJECTS)


@dg.definitions
def sources() -> dg.Definitions:
    """The assets of the home as its `sources.toml` is now."""
    specs = source_specs(Settings.from_environment().sources_file)
    keys = [spec.key for spec in specs]

    @dg.multi_asset(
        name="read_sources",
        specs=[*specs, *(table_spec(table, "raw", deps=keys) for table in RAW)],
        check_specs=source_check_specs(specs),
        can_subset=True,
        pool="warehouse",
    )
    def read_sources(
        context: dg.AssetExecutionContext, home: Home
    ) -> Iterator[dg.MaterializeResult[None] | dg.AssetCheckResult]:
        """Read every source that is due, or those selected; keep article versions and rejects."""
        wanted = context.selected_asset_keys
        names = sorted(key.path[-1] for key in wanted if key.path[0] == GROUP)
        settings = home.settings
        if len(names) < len(specs):  # some alone: now, due or not
            settings = replace(settings, only=settings.only or tuple(names))
        outcome = read(settings, home.record, rebuild=home.rebuild)
        is_alone = not _publishes(context)
        for name, run in outcome.runs.items():
            metadata = source_metadata(run, is_alone=is_alone)
            if run.fault:
                context.log.warning(f"{name}: {run.fault}")
                context.log_event(dg.AssetObservation(key_of(name), metadata=metadata))
            elif key_of(name) in wanted:
                yield dg.MaterializeResult(asset_key=key_of(name), metadata=metadata)
            if dg.AssetCheckKey(key_of(name), CHECK) in context.selected_asset_check_keys:
                yield source_check(run)
        stages.compare_texts(home.settings, home.record)
        tables = [table for table in RAW if asset_key(table) in wanted]
        yield from store_results(home.settings.store, tables, {**home.record.counts, **home.record.failures})

    return dg.Definitions(assets=[read_sources])


def _publishes(context: dg.AssetExecutionContext) -> bool:
    """Whether the run goes on to the published warehouse."""
    selected = context.run.asset_selection  # empty where the whole job runs
    return not selected or PUBLISHED in selected
