"""What the warehouse held at any time: corrections and withdrawals change facts forward, never the past."""

import json
import shutil
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest

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
from warehouse.explain import explain

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


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def held(home: Home, at: datetime) -> list[str]:
    return [day for (day,) in home.query(f"select signed_date::varchar from agreements_known_on('{at}')")]  # noqa: S608


def test_a_corrected_article_changes_the_fact_forward_and_never_the_past(home: Home) -> None:
    home.tell("story", TEXT.format(day="March 9, 2021"))
    first = home.refresh()
    assert home.history() == [("2021-03-09", "article", None, first, None)]
    home.tell("story", TEXT.format(day="March 10, 2021"))
    second = home.refresh()
    assert second > first
    assert home.history() == [
        ("2021-03-09", "article", "article", first, second),
        ("2021-03-10", "article", None, second, None),
    ]
    assert held(home, first) == ["2021-03-09"]
    assert held(home, second - timedelta(microseconds=1)) == ["2021-03-09"]
    assert held(home, second) == ["2021-03-10"]
    assert held(home, first - timedelta(seconds=1)) == []
    parties = home.query(f"select party_codes from agreements_known_on('{first}')")  # noqa: S608
    assert parties == [(["BRA", "KEN"],)]
    told = home.query(
        "select change, column_name, old_value, new_value, cause from metrics.changes where known_at = "
        "(select max(known_at) from metrics.changes) order by column_name"
    )
    assert told == [
        ("changes", "signed_date", "2021-03-09", "2021-03-10", "article"),
        ("changes", "signed_from", "2021-03-09", "2021-03-10", "article"),
        ("changes", "signed_to", "2021-03-09", "2021-03-10", "article"),
    ]
    # what had been published by a day is another question than what this warehouse held
    assert home.query("select count(*) from agreements_reported_by('2021-03-31')") == [(1,)]
    assert home.query("select count(*) from agreements_known_on('2021-03-31')") == [(0,)]


def test_a_withdrawn_article_ends_its_fact_and_leaves_what_was_held(home: Home) -> None:
    home.tell("story", TEXT.format(day="March 9, 2021"))
    home.tell("other", OTHER)
    first = home.refresh()
    home.withdraw("story")
    second = home.refresh()
    assert held(home, first) == ["2021-02-04", "2021-03-09"]
    assert held(home, second) == ["2021-02-04"]
    assert ("2021-03-09", "article", "withdrawal", first, second) in home.history()
    assert home.query("select change, cause from metrics.changes where change = 'disappears'") == [
        ("disappears", "withdrawal")
    ]


def test_a_second_source_alone_opens_no_row(home: Home) -> None:
    home.tell("story", TEXT.format(day="March 9, 2021"))
    home.refresh()
    before = home.history()
    home.tell("more", TEXT.format(day="March 9, 2021") + " It was raining.", source="AFP", published="2021-03-10")
    home.refresh()
    assert home.query("select source_count from core.fact_agreements") == [(2,)]
    assert [row[0] for row in home.history()] == [row[0] for row in before]


@pytest.mark.parametrize("stop", ["resolve", "star", "metrics", "publish"])
def test_a_refresh_that_dies_before_it_publishes_tells_nothing_and_loses_nothing(home: Home, stop: str) -> None:
    home.tell("story", TEXT.format(day="March 9, 2021"))
    first = home.refresh()
    home.tell("story", TEXT.format(day="March 10, 2021"))
    home.refresh(stop)
    assert home.kept() == home.history() == [("2021-03-09", "article", None, first, None)]
    second = home.refresh()
    expected = [("2021-03-09", "article", "article", first, second), ("2021-03-10", "article", None, second, None)]
    assert home.history() == home.kept() == expected


def test_a_refresh_that_dies_between_publishing_and_keeping_is_made_good(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.tell("story", TEXT.format(day="March 9, 2021"))
    home.refresh()
    home.tell("story", TEXT.format(day="March 10, 2021"))

    def die(settings: Settings) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(publishing, "_keep_history", die)
        with pytest.raises(KeyboardInterrupt):
            home.refresh()
    published = home.history()
    assert len(published) == 2
    assert len(home.kept()) == 1
    home.tell("later", OTHER)
    home.refresh()
    assert home.history()[:2] == home.kept()[:2] == published
    assert len(home.kept()) == 3


def test_a_lost_store_or_a_lost_history_is_made_good(home: Home) -> None:
    home.tell("story", TEXT.format(day="March 9, 2021"))
    home.refresh()
    home.tell("story", TEXT.format(day="March 10, 2021"))
    home.refresh()
    before = home.history()
    home.settings.history.unlink()
    home.refresh(force=True)
    assert home.history() == home.kept() == before
    home.settings.store.unlink()
    home.tell("story", TEXT.format(day="March 10, 2021"))
    home.refresh()
    assert home.history() == home.kept() == before


def test_what_an_inbox_has_lost_with_the_store_was_withdrawn_and_is_no_change_of_rules(home: Home) -> None:
    home.tell("story", TEXT.format(day="March 9, 2021"))
    home.tell("other", "Brazil and Italy signed a memorandum of understanding on space weather on March 5, 2021.")
    home.refresh()
    home.settings.store.unlink()
    home.tell("story", TEXT.format(day="March 9, 2021"))
    home.refresh()
    ends = {day: end for day, _, end, *_ in home.history()}
    assert ends == {"2021-03-09": None, "2021-03-05": "withdrawal"}


def test_a_rebuild_adds_nothing_where_nothing_is_said_otherwise(home: Home) -> None:
    home.tell("story", TEXT.format(day="March 9, 2021"))
    home.refresh()
    before = home.history()
    home.refresh(force=True)
    assert home.history() == before


def test_an_id_that_an_earlier_anchor_retires_is_followed(home: Home) -> None:
    stories = {name: TEXT.format(day="March 9, 2021") + f" {name}." for name in ("a", "b", "c", "d", "e", "f")}
    seen: list[str] = []
    for name, text in stories.items():
        home.tell(name, text, source=f"Outlet {name}")
        home.refresh()
        [(fact,)] = home.query("select agreement_id from core.fact_agreements")
        seen.append(fact)
    retired = set(seen) - {seen[-1]}
    assert retired, "of six anchors one sorts before an earlier one"
    found = home.query("select old_id, new_id, reason from core.id_redirects")
    assert {(old, new) for old, new, _ in found} == {(old, seen[-1]) for old in retired}
    assert {reason for _, _, reason in found} == {"earlier_anchor"}


def test_the_history_of_a_fact_goes_on_under_another_id(home: Home) -> None:
    """Articles come until one sorts before the earlier ones; it tells another day, which counts more."""
    home.tell("a", TEXT.format(day="March 9, 2021"), source="Outlet a")
    first = home.refresh()
    ((old,),) = home.query("select agreement_id from core.fact_agreements")
    for name in ("b", "c", "d", "e", "f", "g", "h"):
        home.tell(name, TEXT.format(day="March 10, 2021") + f" {name}.")
        at = home.refresh()
        ((new,),) = home.query("select agreement_id from core.fact_agreements")
        if new != old:
            break
    told = home.query("select change, fact_id, old_value, new_value from metrics.changes where column_name is null")
    assert set(told) == {
        ("appears", old, None, None), ("merged_into", old, None, new), ("merged_from", new, old, None),
    }  # fmt: skip
    days = home.query("select fact_id, old_value, new_value from metrics.changes where column_name = 'signed_date'")
    assert [(before, after) for _, before, after in days] == [("2021-03-09", "2021-03-10")]
    for asked in (old, new):
        changes = explain(home.path, asked).changes
        assert [(c.known_at, c.change, c.fact_id) for c in changes if c.column_name is None] == [
            (first, "appears", old), (at, "merged_from", new),
        ]  # fmt: skip


def test_an_id_is_followed_to_the_article_that_speaks_for_the_same_text(home: Home) -> None:
    both = TEXT.format(day="March 9, 2021") + " " + OTHER
    home.tell("later", both, published="2021-03-12")
    home.refresh()
    query = "select agreement_id, signed_date::varchar from core.fact_agreements order by 2"
    old = home.query(query)
    home.tell("earlier", both, published="2021-03-11", title="Another headline")
    home.refresh()
    new = home.query(query)
    assert {fact for fact, _ in old}.isdisjoint(fact for fact, _ in new)
    redirects = home.query("select old_id, new_id, reason from core.id_redirects")
    assert set(redirects) == {(one[0], two[0], "anchor_moved") for one, two in zip(old, new, strict=True)}
    home.withdraw("earlier")
    with writing(home.settings.store) as con:
        con.execute("update article_versions set duplicate_of = null")
    home.refresh()
    assert home.query(query) == old
    assert {(two, one) for one, two, _ in redirects} == set(home.query("select old_id, new_id from core.id_redirects"))


OVERRIDE = """
[[override]]
action = "{action}"
fact = "{fact}"
{more}
author = "Ann"
date = "2021-04-01"
reason = "Read them both."
"""


def anchor(fact: str) -> str:
    return f"clm_{fact.split('_')[1]}"


def correct(home: Home, action: str, fact: str, **more: Any) -> Path:
    path = home.path / "overrides" / "ann.toml"
    path.parent.mkdir(exist_ok=True)
    named = {"anchor": anchor(fact)} | ({"other_anchor": anchor(more["other"])} if "other" in more else {}) | more
    lines = "\n".join(f"{name} = {json.dumps(value)}" for name, value in named.items())
    path.write_text(OVERRIDE.format(action=action, fact=fact, more=lines), encoding="utf-8")
    return path


def test_ids_that_an_override_makes_or_retires_are_followed_when_it_is_gone(home: Home) -> None:
    for name in ("a", "b", "c"):
        home.tell(name, TEXT.format(day="March 9, 2021") + f" {name}.", source=f"Outlet {name}")
    home.refresh()
    ((whole,),) = home.query("select agreement_id from core.fact_agreements")
    claims = home.query(f"select claim_id from core.fact_evidence where claim_id <> '{anchor(whole)}' order by 1")  # noqa: S608
    path = correct(home, "split", whole, claims=[claims[0][0]])
    home.refresh()
    ((parted,),) = home.query(f"select agreement_id from core.fact_agreements where agreement_id <> '{whole}'")  # noqa: S608
    path.unlink()
    home.refresh()
    assert home.query("select agreement_id from core.fact_agreements") == [(whole,)]
    ((new, reason, at),) = home.query(
        f"select new_id, reason, redirected_at from core.id_redirects where old_id = '{parted}'"  # noqa: S608
    )
    assert (new, reason) == (whole, "override")
    assert explain(home.path, parted).id == whole
    changes = f"select known_at, change, new_value from metrics.changes where fact_id = '{parted}' order by 1"  # noqa: S608
    told = home.query(changes)
    assert [row[1:] for row in told] == [("appears", None), ("merged_into", whole)]
    home.settings.store.unlink()
    for name in ("a", "b", "c"):
        home.tell(name, TEXT.format(day="March 9, 2021") + f" {name}.", source=f"Outlet {name}")
    home.refresh(force=True)
    assert home.query("select old_id, new_id, redirected_at from core.id_redirects") == [(parted, whole, at)]
    assert home.query(changes) == told


def test_a_redirect_of_an_override_keeps_its_time_and_outlives_it(home: Home) -> None:
    home.tell("a", TEXT.format(day="March 9, 2021"))
    home.tell("b", TEXT.format(day="May 20, 2023"), published="2023-05-21")
    home.refresh()
    one, other = (fact for (fact,) in home.query("select agreement_id from core.fact_agreements order by 1"))
    path = correct(home, "merge", one, other=other)
    home.refresh()
    (held,) = home.query("select old_id, new_id, reason, redirected_at from core.id_redirects")
    assert {held[0], held[1]} == {one, other}
    assert held[2] == "override"
    time.sleep(1.1)
    home.refresh()
    home.refresh(force=True)
    assert home.query("select old_id, new_id, reason, redirected_at from core.id_redirects") == [held]
    path.unlink()
    home.refresh()
    assert home.query("select count(*) from core.id_redirects") == [(0,)]
    appeared = home.query(f"select change from metrics.changes where fact_id = '{held[0]}' and column_name is null")  # noqa: S608
    assert sorted(appeared) == [("appears",), ("appears",), ("merged_into",)]
