"""The code location: everything below `defs/`, run in one process."""

import logging
from pathlib import Path

import dagster as dg

from orchestration import defs as defs_folder

# Where nothing came, steps are left out, and each check in them would be warned of on the terminal.
logging.getLogger("dagster._core.execution.plan.active").setLevel(logging.ERROR)


@dg.definitions
def defs() -> dg.Definitions:
    """All definitions, found from the package so that a wheel has them too; one process a run: there is one writer."""
    found = dg.ComponentTree.from_module(defs_folder, project_root=Path(__file__).parent.parent).build_defs()
    return dg.Definitions.merge(found, dg.Definitions(executor=dg.in_process_executor))
