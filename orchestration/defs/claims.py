"""Assets of the writer's store: what the articles claim, and what the claims come to.

Belongs here: one asset function for each stage between the reading and the star. Does not belong here: the reading
(`sources.py`), the stages (`orchestration.stages`).
"""

from collections.abc import Iterator

import dagster as dg

from orchestration import stages
from orchestration.curating import apply_overrides
from orchestration.defs.resources import Home
from orchestration.materialize import store_results
from orchestration.publishing import is_due, leave_as_it_is
from orchestration.specs import asset_key, table_spec
from warehouse.tables.curation import OVERRIDES
from warehouse.tables.store import (
    ARTICLE_VERSIONS,
    CLAIM_CELLS,
    CLAIMS,
    FACT_CELLS,
    FACT_MEMBERS,
    PROVISIONAL_MEMBERS,
    RESOLVED_FACTS,
)

CLAIMED = (CLAIMS, CLAIM_CELLS)
RESOLVED = (RESOLVED_FACTS, FACT_MEMBERS, FACT_CELLS, PROVISIONAL_MEMBERS, OVERRIDES)


@dg.multi_asset(
    name="extract_claims",
    specs=[table_spec(table, "claims", deps=[asset_key(ARTICLE_VERSIONS)]) for table in CLAIMED],
    pool="warehouse",
)
def extract_claims(home: Home) -> Iterator[dg.MaterializeResult[None]]:
    """Extract what each new article version claims; the rest of the graph is skipped where nothing changed."""
    stages.extract_claims(home.settings, home.record, rebuild=home.rebuild)
    if home.force or home.rebuild or is_due(home.settings):
        yield from store_results(home.settings.store, CLAIMED, home.record.counts)
    else:
        leave_as_it_is(home.settings, home.record)


@dg.multi_asset(
    name="resolve_facts",
    specs=[table_spec(table, "facts", deps=[asset_key(CLAIMS)]) for table in RESOLVED],
    pool="warehouse",
)
def resolve_facts(home: Home) -> Iterator[dg.MaterializeResult[None]]:
    """Resolve the claims that tell of the same event into one fact, apply corrections, match catalogues."""
    stages.resolve_facts(home.settings, home.record, anew=home.force or home.rebuild)
    apply_overrides(home.settings, home.record)
    stages.match_catalogues(home.settings, home.record)
    yield from store_results(home.settings.store, RESOLVED, home.record.counts)
