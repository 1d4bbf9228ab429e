"""The `spacepact` command: finding the subcommand and telling a person what went wrong.

Belongs here: the group and the one place where faults become a line and an exit code. Does not belong here: any
command (each is a module of `orchestration.commands`, imported only when it is called, so that `extract` never waits
for Dagster).
"""

import sys
from importlib import import_module
from typing import Any, NoReturn

import click

COMMANDS = ("refresh", "extract", "status", "explain", "sql", "export", "review", "ui")


class _Commands(click.Group):
    """A group that imports a command's module when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"orchestration.commands.{cmd_name}").command
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="spacepact")
def group() -> None:
    """A data warehouse of international space cooperation, built from the news.

    All that a run writes is in the folder SPACEPACT_HOME (default: ./data).
    """


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run a command; a known fault is one line on standard error and exit code 1."""
    from orchestration.errors import USER_ERRORS

    try:
        code: Any = group.main(arguments, prog_name="spacepact", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.exceptions.Abort:
        _fail("interrupted")
    except BrokenPipeError:  # the reader of our output has had enough
        sys.stderr.close()
        sys.exit(0)
    except USER_ERRORS as error:
        _fail(str(error))
    except OSError as error:  # a full disk behind our output, a folder taken away
        sys.stdout = None  # what is still buffered cannot be written either
        _fail(f"{error.filename or 'output'}: {error.strerror or error}; free the place or name another")
    sys.exit(code if isinstance(code, int) else 0)


def _fail(message: str) -> NoReturn:
    print(f"spacepact: {' '.join(message.split())}", file=sys.stderr)
    sys.exit(1)
