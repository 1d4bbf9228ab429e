"""`spacepact sql`: a read-only query on the published warehouse.

Belongs here: arguments and printing. Does not belong here: running the query (`warehouse.read`).
"""

import click

from orchestration.printing import print_rows
from orchestration.settings import Settings
from warehouse.read import query


@click.command("sql")
@click.argument("text", metavar="QUERY")
@click.option("--format", "form", default="table", show_default=True, type=click.Choice(["table", "csv", "json"]))
def command(text: str, form: str) -> None:
    """Run QUERY on the published warehouse, read-only, and print its rows."""
    answer = query(Settings.from_environment().home, text)
    print_rows(answer.columns, answer.rows, form)
