"""What the warehouse held at any time: corrections and withdrawals change facts forward, never the past."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from orchestration import publishing
from orchestration.settings import Settings
from tests.integration.history_home import OTHER, TEXT, Home


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


@pytest.mark.parametrize("is_lost", [False, True])
def test_edited_articles_are_no_withdrawals_though_everything_is_resolved_anew(home: Home, is_lost: bool) -> None:
    home.tell("story", TEXT.format(day="March 9, 2021"))
    home.tell("other", OTHER)
    home.refresh()
    if is_lost:
        home.settings.store.unlink()
    home.tell("story", "The Brazilian space agency and the Kenya Space Agency spoke about satellite cooperation.")
    home.tell("other", f"Last month, it was told at last. {OTHER}")
    home.refresh()
    ends = {day: end for day, _, end, *_, until in home.history() if until}
    assert ends.pop("2021-03-09") == "article"
    assert set(ends.values()) <= {"article"}
    assert set(home.query("select cause from metrics.changes")) == {("article",)}


def test_a_correction_is_the_cause_only_where_it_is_another_though_the_store_was_lost(home: Home) -> None:
    home.tell("story", TEXT.format(day="March 9, 2021"))
    home.refresh()
    [(fact_id, claim_id)] = home.query(
        "select distinct fact_id, claim_id from core.fact_evidence where fact_type = 'agreement'"
    )
    (home.path / "overrides").mkdir(exist_ok=True)
    (home.path / "overrides" / "ann.toml").write_text(
        f'[[override]]\naction = "set"\nfact = "{fact_id}"\nanchor = "{claim_id}"\ncolumn = "programme"\n'
        'value = "Ubuntu-1"\nauthor = "Ann"\ndate = "2026-01-02"\nreason = "the press release"\n'
    )
    home.refresh()
    home.settings.store.unlink()
    home.tell("story", TEXT.format(day="March 10, 2021"))
    home.refresh()
    assert [(day, cause, end) for day, cause, end, *_ in home.history()] == [
        ("2021-03-09", "article", "override"),
        ("2021-03-09", "override", "article"),
        ("2021-03-10", "article", None),
    ]


def test_a_rebuild_adds_nothing_where_nothing_is_said_otherwise(home: Home) -> None:
    home.tell("story", TEXT.format(day="March 9, 2021"))
    home.refresh()
    before = home.history()
    home.refresh(force=True)
    assert home.history() == before
