"""The faults that a source can have, told apart by whether trying again can help.

Belongs here: exception types with their fields. Does not belong here: handling them.
"""


class SourceError(Exception):
    """Root of all faults of this package; the message is one line: what, where, what to do next."""


class ConfigError(SourceError):
    """A setting is wrong. Terminal until a person edits the file.

    Attributes:
        location: file and key at fault, such as ``sources.toml: [feed.esa] url``.
    """

    def __init__(self, location: str, problem: str, remedy: str) -> None:
        self.location = location
        super().__init__(f"{location}: {problem}; {remedy}")


class UnreadableError(SourceError):
    """An item cannot be read as an article. Terminal for that item only: it becomes a reject with this reason.

    Attributes:
        reason: the short class under which the reject is counted.
    """

    def __init__(self, reason: str, detail: str) -> None:
        self.reason = reason
        self.detail = detail
        super().__init__(f"{reason}: {detail}")


class ColumnError(UnreadableError):
    """A table lacks a column that it must have. Of a configured archive that stops the source until a person looks."""

    def __init__(self, detail: str) -> None:
        super().__init__("no text", detail)


class FetchError(SourceError):
    """An address cannot be fetched, and trying again would not help.

    Attributes:
        url: the address at fault (of a redirect, the one it led to).
        reason: a short class (`robots`, `private address`, `too large`, `HTTP 404`, …).
        status: the HTTP status that told so, if one did.
    """

    def __init__(self, url: str, reason: str, detail: str, status: int | None = None) -> None:
        self.url = url
        self.reason = reason
        self.status = status
        super().__init__(f"{url}: {reason}: {detail}")


class TransientSourceError(SourceError):
    """A fault that may pass (time-out, server busy). The only kind that is retried.

    Attributes:
        retry_after: seconds that the server asks to wait, if it does.
        reason: a short class, without the address (`HTTP 503`, `ReadTimeout`, …).
    """

    def __init__(self, message: str, retry_after: float | None = None, reason: str = "no answer") -> None:
        self.retry_after = retry_after
        self.reason = reason
        super().__init__(message)


class NotAskedError(TransientSourceError):
    """An address is not asked for: its host fails, or asks to be left alone. It says nothing of the address itself."""


class LayoutError(SourceError):
    """A catalogue is not in the form that is known: a column or field is gone, renamed or doubled. Terminal.

    Attributes:
        where: source and part at fault, such as ``gcat launch``.
    """

    def __init__(self, where: str, problem: str) -> None:
        self.where = where
        super().__init__(
            f"{where}: {problem}; what was read last stays: check the address, or whether its form changed"
        )
