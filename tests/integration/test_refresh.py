"""`spacepact refresh` on the sample and on articles of a test's own: once, twice, in another order, two at once."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from sources.sample import articles as sample_articles
from tests.integration.command import contents, rows, spacepact, start, without_sample, write_articles


def plain_articles() -> list[dict[str, Any]]:
    """The sample's stories as a user would hand them in."""
    return [
        {"id": a.source_article_id, "title": a.title, "published": a.published, "source": a.source, "text": a.text}
        for a in sample_articles()
    ]


def bytes_of(path: Path) -> tuple[bytes, int]:
    return path.read_bytes(), path.stat().st_mtime_ns


def test_the_sample_makes_a_warehouse_worth_querying(home: Path) -> None:
    done = spacepact(home, "refresh")
    assert str(home / "warehouse.duckdb") in done.stdout
    assert rows(home, "select count(*) from core.dim_articles")[0][0] >= 60
    for table in ("fact_agreements", "fact_launches", "fact_cooperations", "fact_reported_totals"):
        assert rows(home, f"select count(*) from core.{table}")[0][0] >= 50, table  # noqa: S608
    joined = rows(
        home,
        """
        select country_name, count(distinct agreement_id)
        from core.fact_agreements
        join core.bridge_agreement_parties using (agreement_id)
        join core.dim_countries on country_code = party_code
        group by all order by 2 desc
        """,
    )
    assert {"China", "United States"} <= {name for name, _ in joined[:3]}


def test_nothing_new_leaves_every_byte(home: Path) -> None:
    spacepact(home, "refresh")
    link = (home / "warehouse.duckdb").readlink()
    before = {path: bytes_of(path) for path in (home / link, home / "state" / "store.duckdb")}
    done = spacepact(home, "refresh")
    assert "Nothing new" in done.stdout
    assert (home / "warehouse.duckdb").readlink() == link
    assert {path: bytes_of(path) for path in before} == before


def test_order_and_batches_do_not_matter(tmp_path: Path) -> None:
    articles = plain_articles()
    one, many = without_sample(tmp_path / "one"), without_sample(tmp_path / "many")
    write_articles(one / "inbox" / "all.jsonl", articles)
    spacepact(one, "refresh")
    random.Random(7).shuffle(articles)  # noqa: S311 - no secret
    for number, cut in enumerate((slice(0, 5), slice(5, 60), slice(60, None))):
        folder = tmp_path / f"batch{number}"
        write_articles(folder / "part.jsonl", articles[cut])
        spacepact(many, "refresh", "--inbox", str(folder))
    left, right = contents(one), contents(many)
    for table in left:
        if table != "core.dim_articles" and not is_of_the_past(table):  # the one tells where each was found
            assert left[table] == right[table], table


def is_of_the_past(table: str) -> bool:
    """Whether a table tells what was held before: this does depend on what was read when."""
    return table.startswith("core.history_") or table in ("core.id_redirects", "metrics.changes")


def test_two_at_once_both_end_well(home: Path, tmp_path: Path) -> None:
    write_articles(tmp_path / "drop" / "a.jsonl", plain_articles()[:10])
    first = start(home, "refresh")
    second = start(home, "refresh", "--inbox", str(tmp_path / "drop"))
    outputs = [process.communicate(timeout=300) for process in (first, second)]
    assert [first.returncode, second.returncode] == [0, 0], outputs
    assert any("waiting at most" in errors for _, errors in outputs)
    assert rows(home, "select count(*) from core.fact_agreements")[0][0] > 0


def test_sample_switched_off_is_withdrawn(home: Path, tmp_path: Path) -> None:
    spacepact(home, "refresh")
    without_sample(home)
    write_articles(tmp_path / "drop" / "a.jsonl", [a | {"id": f"own-{a['id']}"} for a in plain_articles()[:3]])
    spacepact(home, "refresh", "--inbox", str(tmp_path / "drop"))
    assert rows(home, "select count(*) from core.fact_agreements where is_sample_only")[0][0] == 0
    assert rows(home, "select count(*) from core.dim_articles where not is_withdrawn")[0][0] == 3


def test_a_lost_store_is_made_anew_from_what_still_lies_there(home: Path) -> None:
    without_sample(home)
    write_articles(home / "inbox" / "a.jsonl", plain_articles()[:5])
    spacepact(home, "refresh")
    before = contents(home)
    (home / "state" / "store.duckdb").unlink()
    assert "not as it was left" in spacepact(home, "refresh").stdout
    assert contents(home) == before


def test_json_gives_counts_and_seconds(home: Path) -> None:
    record = json.loads(spacepact(home, "refresh", "--json").stdout)
    assert record["counts"]["articles_new"] >= 60
    assert {"read", "extract", "resolve", "star", "metrics", "check", "publish"} <= set(record["seconds"])


@pytest.mark.parametrize("command", [["status"], ["explain", "agr_0"], ["sql", "select 1"], ["export", "out"]])
def test_reading_without_a_warehouse_says_what_to_do(home: Path, command: list[str]) -> None:
    done = spacepact(home, *command, check=False)
    assert done.returncode == 1
    assert "spacepact refresh" in done.stderr
    assert len(done.stderr.splitlines()) == 1
