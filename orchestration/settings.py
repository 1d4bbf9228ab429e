"""Where a home keeps what, read from the environment once, when a command starts.

Belongs here: paths and the variables that choose them (docs/settings.md lists each). Does not belong here: what the
sources are (`sources.settings`) or creating anything on disk (`home.py`).
"""

import os
from dataclasses import dataclass
from pathlib import Path

#: How long a refresh waits for another one that holds the writer's lock, in seconds.
LOCK_WAIT_SECONDS = 900.0


@dataclass(frozen=True, slots=True)
class Settings:
    """The paths of one home.

    Attributes:
        home: folder that holds all that a run writes.
        extra_inbox: a further folder to read in this run (`refresh --inbox DIR`), or None.
        only: sources to read in this run, due or not (`refresh --source NAME`); empty for all that are due.
    """

    home: Path
    extra_inbox: Path | None = None
    only: tuple[str, ...] = ()

    @classmethod
    def from_environment(cls, extra_inbox: Path | None = None, only: tuple[str, ...] = ()) -> "Settings":
        """Read SPACEPACT_HOME; without it the home is `./data`."""
        return cls(Path(os.environ.get("SPACEPACT_HOME") or "data").expanduser().absolute(), extra_inbox, only)

    @property
    def state(self) -> Path:
        """The writer's own files."""
        return self.home / "state"

    @property
    def store(self) -> Path:
        """The writer's store: articles, claims and resolved facts."""
        return self.state / "store.duckdb"

    @property
    def history(self) -> Path:
        """What the warehouse held, and when: primary data, to be backed up."""
        return self.state / "history.duckdb"

    @property
    def build(self) -> Path:
        """The next version while it is being made."""
        return self.state / "build" / "warehouse.duckdb"

    @property
    def lock(self) -> Path:
        """The file whose OS lock a writer holds."""
        return self.state / "writer.lock"

    @property
    def inputs(self) -> Path:
        """What the last finished refresh had read: small, for deciding that nothing is new."""
        return self.state / "inputs.json"

    @property
    def raw(self) -> Path:
        """Pages as they came, packed."""
        return self.state / "raw"

    @property
    def source_list(self) -> Path:
        """How each source does, for readers, and for deciding which are due."""
        return self.state / "sources.json"

    @property
    def rejects_file(self) -> Path:
        """What cannot be read at present, for readers."""
        return self.state / "rejects.parquet"

    @property
    def host_list(self) -> Path:
        """Which hosts asked to be left alone, and until when."""
        return self.state / "hosts.json"

    @property
    def run_log(self) -> Path:
        """One JSON line for each refresh; the last one is what `status` shows."""
        return self.state / "runs.jsonl"

    @property
    def warehouse(self) -> Path:
        """The link that readers open."""
        return self.home / "warehouse.duckdb"

    @property
    def inbox(self) -> Path:
        """The watched folder."""
        return self.home / "inbox"

    @property
    def overrides(self) -> Path:
        """People's corrections, a file each."""
        return self.home / "overrides"

    @property
    def sources_file(self) -> Path:
        """The optional list of sources."""
        return self.home / "sources.toml"

    @property
    def dagster_home(self) -> Path:
        """Dagster's own folder."""
        return self.home / "dagster"
