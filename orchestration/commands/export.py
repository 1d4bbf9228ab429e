"""`spacepact export`: all published tables as files.

Belongs here: arguments and printing. Does not belong here: writing the files (`warehouse.read`).
"""

from pathlib import Path

import click

from orchestration.settings import Settings
from warehouse.read import Format, export


@click.command("export")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--format", "form", default="parquet", show_default=True, type=click.Choice(["parquet", "csv"]))
def command(folder: Path, form: Format) -> None:
    """Write every published table into DIR, a file each."""
    written = export(Settings.from_environment().home, folder, form)
    print(f"{len(written)} tables written to {folder}")
