"""The faults that reading or writing a warehouse can have.

Belongs here: exception types whose message is one line: what, where, what to do next. Does not belong here: handling
them.
"""

from pathlib import Path


class WarehouseError(Exception):
    """Root of all faults of this package."""


class NoWarehouseError(WarehouseError):
    """Nothing has been published in this home yet."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"{path}: no warehouse yet; run `spacepact refresh` to make one")


class UnopenedFileError(WarehouseError):
    """A file of the writer's cannot be opened."""

    def __init__(self, path: Path, cause: str) -> None:
        self.path = path
        self.cause = cause
        super().__init__(
            f"{path}: cannot be opened ({cause}); close the program that holds it open, or move it away and run "
            "`spacepact refresh` to make it anew"
        )


class UnreadableWarehouseError(WarehouseError):
    """The published file cannot be opened."""

    def __init__(self, path: Path, cause: str) -> None:
        self.path = path
        super().__init__(f"{path}: cannot be opened ({cause}); run `spacepact refresh --force` to publish it anew")


class QueryError(WarehouseError):
    """A query of the user's cannot be run."""

    def __init__(self, cause: str) -> None:
        super().__init__(f"query: {cause}; docs/tables.md lists the tables and their columns")


class UnknownIdError(WarehouseError):
    """An id that no published table holds."""

    def __init__(self, wanted: str) -> None:
        self.wanted = wanted
        super().__init__(
            f"{wanted}: no such id in the warehouse; find one with `spacepact sql`, for example in core.fact_agreements"
        )


class ExportError(WarehouseError):
    """An export cannot be written."""

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__(f"{path}: cannot be written ({cause}); name a folder that can be")


class PublishError(WarehouseError):
    """A finished build is not fit to be published."""

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__(f"{path}: not published, {cause}; the last version stays; run `spacepact refresh` again")


def first_line(error: Exception) -> str:
    """What DuckDB says, in one line without its position mark and stack trace."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    kept = [line for line in lines[:2] if not line.startswith(("LINE ", "^", "Stack Trace"))]
    return " ".join(kept) or type(error).__name__
