"""Which faults a person is told in one line, without a traceback.

Belongs here: the fault of this package and the tuple that the command line catches. Does not belong here: faults of
a stage, which are declared beside it.
"""

from sources.errors import SourceError
from warehouse.errors import WarehouseError


class CommandError(Exception):
    """A command cannot do what was asked; the message is one line: what, where, what to do next."""


USER_ERRORS: tuple[type[Exception], ...] = (CommandError, SourceError, WarehouseError)
