"""The reading commands on a warehouse made from the sample, with what a hostile or hurried user does to them."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.integration.command import SPACEPACT, environment, rows, spacepact, without_sample, write_articles

pytestmark = pytest.mark.xdist_group("commands")
ESCAPE = "\x1b[2J\x07"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the sample and one article whose title would clear a terminal."""
    home = tmp_path_factory.mktemp("made") / "home"
    article = {
        "id": "hostile",
        "title": f"Brazil{ESCAPE} [bold]joins[/bold] <script>alert(1)</script>",
        "published": "2021-06-16",
        "source": "Test Wire",
        "text": "Brazil signed the Artemis Accords on June 15, becoming the 12th country to sign.",
    }
    write_articles(home.with_name("drop") / "a.jsonl", [article])
    spacepact(home, "refresh", "--inbox", str(home.with_name("drop")))
    return home


def test_status_counts_tables_and_tells_the_newest_article(made: Path) -> None:
    text = spacepact(made, "status").stdout
    (count,) = rows(made, "select count(*) from core.fact_agreements")[0]
    assert f"core.fact_agreements {count:>10}".split() in [line.split() for line in text.splitlines()]
    told = json.loads(spacepact(made, "status", "--json").stdout)
    assert told["rows"]["core.fact_agreements"] == count
    assert told["newest_article_date"] == str(rows(made, "select max(published_date) from core.dim_articles")[0][0])


@pytest.mark.parametrize(
    ("table", "key"),
    [("fact_agreements", "agreement_id"), ("fact_launches", "launch_id"), ("fact_cooperations", "cooperation_id"),
     ("fact_reported_totals", "total_id")],
)  # fmt: skip
def test_explain_shows_the_sentences_behind_every_kind_of_fact(made: Path, table: str, key: str) -> None:
    order = "1" if table == "fact_reported_totals" else "source_count desc, 1"
    fact = rows(made, f"select {key} from core.{table} order by {order} limit 1")[0][0]  # noqa: S608
    text = spacepact(made, "explain", fact).stdout
    told = rows(made, f"select sentence, quote from core.fact_evidence where fact_id = '{fact}'")  # noqa: S608
    assert told
    for sentence, quote in told:
        assert " ".join(sentence.split()) in " ".join(text.split())
        assert quote in sentence
    for (claim,) in rows(made, f"select distinct claim_id from core.fact_evidence where fact_id = '{fact}'"):  # noqa: S608
        assert claim in text


def test_every_published_id_can_be_explained(made: Path) -> None:
    for table, key in (("dim_articles", "article_id"), ("dim_vehicles", "vehicle_id"), ("dim_parties", "party_code"),
                       ("fact_evidence", "claim_id"), ("dim_spacecraft", "spacecraft_id")):  # fmt: skip
        wanted = rows(made, f"select {key} from core.{table} order by 1 limit 1")[0][0]  # noqa: S608
        assert wanted in spacepact(made, "explain", wanted).stdout


def test_hostile_words_reach_the_terminal_as_plain_text(made: Path) -> None:
    article = rows(made, "select article_id from core.dim_articles where source_article_id = 'hostile'")[0][0]
    for arguments in (["sql", "select title from core.dim_articles"], ["explain", article], ["status"]):
        text = spacepact(made, *arguments).stdout
        assert "\x1b" not in text
        assert "\x07" not in text


def test_a_query_can_neither_write_nor_read_files(made: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("a\n1\n", encoding="utf-8")
    for query in (
        "delete from core.fact_agreements",
        f"from '{tmp_path / 'secret.csv'}'",
        f"copy core.dim_parties to '{tmp_path / 'out.csv'}'",
        "set enable_external_access = true",
        "select nonsense",
    ):
        done = spacepact(made, "sql", query, check=False)
        assert (done.returncode, len(done.stderr.splitlines())) == (1, 1), query
    assert not (tmp_path / "out.csv").exists()


def test_formats_for_programs(made: Path) -> None:
    query = "select 'inf'::double as x, null as y, date '2021-03-09' as d, 1.5::decimal(4,1) as n, 'a,b' as s"
    assert json.loads(spacepact(made, "sql", query, "--format", "json").stdout) == [
        {"x": None, "y": None, "d": "2021-03-09", "n": 1.5, "s": "a,b"}
    ]
    assert spacepact(made, "sql", query, "--format", "csv").stdout.splitlines()[1] == 'inf,,2021-03-09,1.5,"a,b"'
    assert "x" * 3000 in spacepact(made, "sql", "select repeat('x', 3000) as wide").stdout


@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_export_writes_every_table(made: Path, tmp_path: Path, form: str) -> None:
    spacepact(made, "export", str(tmp_path / "out"), "--format", form)
    written = {f"{path.parent.name}.{path.stem}" for path in (tmp_path / "out").rglob(f"*.{form}")}
    held = rows(made, "select schema_name, table_name from duckdb_tables()")
    assert written == {*(f"{s}.{t}" for s, t in held), "core.fact_evidence"}


def test_output_that_cannot_be_written_is_one_line(made: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [SPACEPACT, "sql", "select 1"],
            env=environment(made),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)


def test_a_source_that_has_vanished_is_said_each_time(home: Path, tmp_path: Path) -> None:
    without_sample(home)
    with (home / "sources.toml").open("a", encoding="utf-8") as stream:
        stream.write(f'[[source]]\nname = "press"\nkind = "folder"\npath = "{tmp_path / "press"}"\n')
    (tmp_path / "press").mkdir()
    spacepact(home, "refresh")
    (tmp_path / "press").rmdir()
    for _ in range(2):
        done = spacepact(home, "refresh")
        assert str(tmp_path / "press") in done.stderr
        assert "every source that can be read" in done.stdout
    assert "press" in spacepact(home, "status").stdout


def test_a_touched_published_file_is_published_again(home: Path) -> None:
    spacepact(home, "refresh")
    target = (home / "warehouse.duckdb").resolve()
    target.with_name(target.name + ".wal").write_bytes(b"")
    assert "not as it was left" in spacepact(home, "refresh").stdout
    assert (home / "warehouse.duckdb").resolve() != target
