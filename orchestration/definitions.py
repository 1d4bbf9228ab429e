"""The code location: everything below `defs/`, run in one process."""

from pathlib import Path

import dagster as dg

from orchestration import defs as defs_folder


@dg.definitions
def defs() -> dg.Definitions:
    """All definitions, found from the package so that a wheel has them too; one process a run: there is one writer."""
    found = dg.ComponentTree.from_module(defs_folder, project_root=Path(__file__).parent.parent).build_defs()
    return dg.Definitions.merge(found, dg.Definitions(executor=dg.in_process_executor))
