"""`spacepact extract`: articles in, facts out, without a warehouse.

Belongs here: the command's arguments and streams. Does not belong here: what is done with a line
(`orchestration.extraction`).
"""

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from orchestration.errors import CommandError
from sources.streams import Line, bounded_lines


@click.command("extract")
@click.argument("files", nargs=-1, metavar="[FILE… or -]")
@click.option("--jobs", default=1, show_default=True, type=click.IntRange(1, 256), help="Processes to use.")
def command(files: tuple[str, ...], jobs: int) -> None:
    """Read articles as JSON Lines and print their facts as JSON Lines, one line for each.

    Without FILE, or for `-`, standard input is read. A line that cannot be read gives a line with its error.
    """
    from orchestration.extraction import facts_of_lines  # the lexicons load only when there is work

    names = files or ("-",)
    for name in names:
        _check(name)
    for output in facts_of_lines(_lines(names), dt.datetime.now(dt.UTC).date(), jobs):
        if output.problem:
            print(f"spacepact extract: {output.problem}", file=sys.stderr)
        sys.stdout.write(output.line + "\n")
    sys.stdout.flush()


def _check(name: str) -> None:
    """Refuse a file that is not there before anything is printed."""
    if name != "-" and (not Path(name).exists() or Path(name).is_dir()):
        problem = "is a folder" if Path(name).is_dir() else "no such file"
        raise CommandError(f"{name}: {problem}; name a file of JSON Lines, or - for standard input")


def _lines(names: tuple[str, ...]) -> Iterator[Line]:
    for name in names:
        if name == "-":
            yield from _not_blank(bounded_lines(sys.stdin.buffer))
            continue
        try:
            with Path(name).open("rb") as stream:
                yield from _not_blank(bounded_lines(stream))
        except OSError as error:
            raise CommandError(f"{name}: {error.strerror}; check the file's permissions") from error


def _not_blank(lines: Iterator[Line]) -> Iterator[Line]:
    return (line for line in lines if line.content_hash is not None or line.data.strip())
