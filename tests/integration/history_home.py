"""A home that is refreshed stage by stage in this process, for tests of what the warehouse held and when."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb

from orchestration import publishing, stages
from orchestration.curating import apply_overrides
from orchestration.home import prepare
from orchestration.read_stage import read_sources
from orchestration.run_record import RunRecord
from orchestration.settings import Settings
from tests.integration.command import rows, without_sample, write_articles
from warehouse import store
from warehouse.checks import all_checks
from warehouse.connect import writing

TEXT = (
    "The Brazilian space agency and the Kenya Space Agency signed a memorandum of understanding on satellite "
    "cooperation on {day}."
)
OTHER = (
    "The Chilean space agency and the Peruvian space agency signed a memorandum of understanding on launch services "
    "on February 4, 2021."
)


class Home:
    """A home refreshed in this process, stage by stage, so that a test can stop it in between."""

    def __init__(self, home: Path) -> None:
        self.path = without_sample(home)
        self.settings = Settings(self.path)
        prepare(self.settings)
        self.runs = 0

    def tell(self, name: str, text: str, **more: Any) -> None:
        given = {"url": f"https://example.org/{name}", "title": name, "published": "2021-03-12", "source": "Reuters"}
        article = given | {"text": text} | more
        write_articles(self.path / "drops" / f"drop{self.runs}-{name}.jsonl", [article])

    def refresh(self, stop: str = "", *, force: bool = False) -> datetime:
        """Run all stages, or those before `stop`; returns the time that history bears."""
        self.runs += 1
        settings = Settings(self.path, self.path / "drops")
        (self.path / "drops").mkdir(exist_ok=True)
        record = RunRecord(f"run{self.runs}", datetime.now(UTC))
        steps: list[tuple[str, Callable[[], Any]]] = [
            ("read", lambda: read_sources(settings, record)),
            ("extract", lambda: stages.extract_claims(settings, record)),
            ("resolve", lambda: stages.resolve_facts(settings, record, anew=force)),
            ("curate", lambda: apply_overrides(settings, record)),
            ("star", lambda: list(publishing.fill_star(settings, record, everything=force))),
            ("metrics", lambda: list(publishing.fill_metrics(settings, record))),
            ("check", lambda: self._check(settings, record)),
            ("publish", lambda: publishing.publish_build(settings, record)),
        ]
        for name, step in steps:
            if name == stop:
                break
            step()
        shutil.rmtree(self.path / "drops")
        (self.path / "drops").mkdir()
        assert record.committed_at or stop
        return record.committed_at or datetime(1, 1, 1)  # noqa: DTZ001 - UTC without zone

    def _check(self, settings: Settings, record: RunRecord) -> None:
        own = tuple(c for c in all_checks() if any(word in c.name for word in ("histor", "redirect", "changes")))
        assert [r.check.name for r in publishing.run_checks(settings, record, own) if not r.passed] == []

    def withdraw(self, name: str) -> None:
        with writing(self.settings.store) as con:
            con.execute(
                "insert into withdrawals select distinct article_id, 'gone', timestamp '2026-01-02' "
                "from article_versions where url = ?",
                [f"https://example.org/{name}"],
            )
            store.settle(con, "select article_id from withdrawals")

    def history(self) -> list[tuple[Any, ...]]:
        return self.query(
            "select signed_date::varchar, cause, end_cause, known_from, known_to from core.history_agreements "
            "order by known_from, agreement_id"
        )

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        return rows(self.path, sql)

    def kept(self) -> list[tuple[Any, ...]]:
        with duckdb.connect(str(self.settings.history), read_only=True) as con:
            return con.execute(
                "select signed_date::varchar, cause, end_cause, known_from, known_to from history_agreements "
                "order by known_from, agreement_id"
            ).fetchall()
