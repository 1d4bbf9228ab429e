"""Making a home ready to be written to.

Belongs here: the folders, the Dagster settings file and the check that all can be written. Does not belong here:
reading a home (that needs nothing made).
"""

import os
from importlib import resources

from orchestration.errors import CommandError
from orchestration.settings import Settings


def prepare(settings: Settings) -> None:
    """Create what a writer needs; change nothing that is there.

    Raises:
        CommandError: the home, or a folder in it, cannot be written.
    """
    folders = (settings.state, settings.inbox, settings.overrides, settings.dagster_home)
    try:
        for folder in folders:
            folder.mkdir(parents=True, exist_ok=True)
        write_dagster_settings(settings)
        _write_example(settings)
    except OSError as error:
        raise CommandError(
            f"{settings.home}: cannot be written ({error.strerror}); choose another folder with SPACEPACT_HOME"
        ) from error
    for folder in (settings.home, *folders):
        if not os.access(folder, os.W_OK | os.X_OK):
            raise CommandError(
                f"{folder}: no permission to write; change it, or choose another folder with SPACEPACT_HOME"
            )


def _write_example(settings: Settings) -> None:
    """Put the documented example of `sources.toml` beside the place of the real one, where there is none."""
    target = settings.home / "sources.example.toml"
    if not target.exists():
        target.write_bytes(resources.files("sources").joinpath("sources.example.toml").read_bytes())


def write_dagster_settings(settings: Settings) -> None:
    """Write `dagster.yaml` where there is none: telemetry and the sign-up prompt off, one writer at a time."""
    target = settings.dagster_home / "dagster.yaml"
    if not target.exists():
        text = resources.files("orchestration").joinpath("dagster.yaml").read_text(encoding="utf-8")
        target.write_text(text, encoding="utf-8")
