"""What a run says on the terminal that it was started in: warnings and worse, or nothing.

Belongs here: the logger. Does not belong here: the record of a run, which Dagster keeps whole and its page shows.
"""

import logging

import dagster as dg


@dg.logger(
    {"level": dg.Field(str, default_value="WARNING", description="Least level that is shown.")},
    description="What a run says on the terminal; all of it is on the run's page.",
)
def quiet_console(context: dg.InitLoggerContext) -> logging.Logger:
    """A logger that passes on warnings and worse, unless told otherwise."""
    logger = logging.Logger("spacepact", context.logger_config["level"])
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(handler)
    return logger


@dg.definitions
def loggers() -> dg.Definitions:
    """The loggers by name."""
    return dg.Definitions(loggers={"console": quiet_console})
