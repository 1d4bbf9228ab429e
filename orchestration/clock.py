"""The time, as all tables hold it.

Belongs here: the one place where a refresh looks at the clock. Does not belong here: dates of events.
"""

import datetime as dt


def now() -> dt.datetime:
    """The time, UTC, without zone and to the second."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None, microsecond=0)
