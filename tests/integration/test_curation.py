"""Corrections in `overrides/` and the review at the terminal, as a curator meets them."""

import json
import os
import pty
import select
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.integration.command import SPACEPACT, environment, rows, spacepact, without_sample, write_articles

pytestmark = pytest.mark.xdist_group("curation")

ARTICLES = [
    {
        "id": "one", "title": "Moon pact", "published": "2021-03-10", "source": "Xinhua",
        "text": "China and Russia signed a memorandum of understanding on the International Lunar Research Station on "
        "March 9, 2021.",
    },
    {
        "id": "two", "title": "Lunar station", "published": "2021-03-11", "source": "SpaceNews",
        "text": "Russia and China signed an agreement on the International Lunar Research Station in March 2021.",
    },
    {
        "id": "three", "title": "Launch", "published": "2018-05-05", "source": "Xinhua",
        "text": "A Long March 3B rocket launched the Apstar-6C satellite from Xichang on May 4, 2018.",
    },
    {
        "id": "late",
        "title": "Night launch",
        "published": "2018-05-06",
        "source": "SpaceNews",
        "text": "A Long March 3B rocket launched the Apstar-6C satellite from Xichang on May 3, 2018.",
    },
    {
        "id": "four", "title": "Delay", "published": "2030-01-01", "source": "SpaceNews",
        "text": "Brazil and Italy signed a memorandum of understanding on space weather on December 20, 2029.",
    },
]  # fmt: skip
ILRS = "select agreement_id from core.fact_agreements where programme like '%Lunar%'"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a few articles and no correction."""
    home = without_sample(tmp_path_factory.mktemp("curated") / "home")
    write_articles(home / "inbox" / "a.jsonl", ARTICLES)
    os.utime(home / "inbox" / "a.jsonl", (time.time() - 60,) * 2)
    spacepact(home, "refresh")
    return home


@pytest.fixture
def curated(published: Path, tmp_path: Path) -> Path:
    """A copy of it to correct."""
    return shutil.copytree(published, tmp_path / "home", symlinks=True)


def fact(home: Path, query: str) -> tuple[str, str]:
    """A fact and one of its claims."""
    ((fact_id,),) = rows(home, query)
    claim = rows(home, f"select max(claim_id) from core.fact_evidence where fact_id = '{fact_id}'")[0][0]  # noqa: S608
    return fact_id, claim


def override(home: Path, action: str, named: tuple[str, str] | None, file: str = "ann.toml", **fields: object) -> None:
    """Add an entry to a file."""
    told = {"action": action, "author": "Ann", "date": "2026-11-22", "reason": "Seen in print.", **fields}
    if named:
        told |= {"fact": named[0], "anchor": named[1]}
    lines = "".join(f"{key} = {json.dumps(value)}\n" for key, value in told.items())
    with (home / "overrides" / file).open("a", encoding="utf-8") as stream:
        stream.write(f"[[override]]\n{lines}")


def test_a_corrected_cell_is_published_traced_and_taken_back(curated: Path) -> None:
    pact = fact(curated, ILRS)
    override(curated, "set", pact, column="signed_date", value="2021-03", source="Bulletin 3/2021")
    assert "overrides changed" in spacepact(curated, "refresh").stdout
    query = f"select signed_date, signed_to, signed_date_precision from ({ILRS.replace('agreement_id', '*')})"  # noqa: S608
    assert [str(value) for value in rows(curated, query)[0]] == ["None", "2021-03-31", "month"]
    quotes = rows(
        curated,
        "select quote, article_id, is_chosen, char_end - char_start = length(quote) from core.fact_evidence "
        "where rule = 'override' and column_name = 'signed_date'",
    )
    assert quotes == [("Ann, 2026-11-22: Seen in print. (Bulletin 3/2021)", None, True, True)]
    text = spacepact(curated, "explain", pact[0]).stdout
    assert "a person corrected it: Ann, 2026-11-22: Seen in print. (Bulletin 3/2021)" in text
    assert "ann.toml entry 1, applied" in text
    assert rows(curated, f"select count(*) from evidence_for('{pact[0]}') where rule = 'override'")[0][0] > 0  # noqa: S608
    causes = "select cause from core.history_agreements where known_to is null and signed_date_precision = 'month'"
    assert rows(curated, causes) == [("override",)]
    assert "Nothing new" in spacepact(curated, "refresh").stdout
    spacepact(curated, "refresh", "--rebuild")
    assert rows(curated, query)[0][2] == "month"
    (curated / "overrides" / "ann.toml").unlink()
    spacepact(curated, "refresh")
    assert [str(value) for value in rows(curated, query)[0]] == ["2021-03-09", "2021-03-09", "day"]
    assert rows(curated, "select count(*) from core.overrides") == [(0,)]


def test_every_action_is_seen_in_the_facts(curated: Path) -> None:
    pact = fact(curated, ILRS)
    flight = fact(curated, "select launch_id from core.fact_launches")
    italy = fact(curated, "select agreement_id from core.bridge_agreement_parties where party_code = 'ITA'")
    second = rows(
        curated,
        "select distinct claim_id from core.fact_evidence inner join core.dim_articles using (article_id) "
        "where fact_type = 'agreement' and source_article_id = 'two'",
    )[0][0]
    override(curated, "split", pact, claims=[second])
    override(curated, "reject", flight)
    (curated / "overrides" / "b.csv").write_text(
        "action,fact,anchor,column,value,author,date,reason\n"
        f"set,{italy[0]},{italy[1]},party_code,BRA|FRA,Bo,2026-11-22,Misread\n",
        encoding="utf-8",
    )
    cells = {"agreement_type": "mou", "status": "signed", "signed_date": "2019", "party_code": ["ARE", "ITA"]}
    lines = "".join(f"{key} = {json.dumps(value)}\n" for key, value in cells.items())
    override(curated, "add", None, kind="agreement", name="mou-2019-ita-are")
    with (curated / "overrides" / "ann.toml").open("a", encoding="utf-8") as stream:
        stream.write(f"[override.cells]\n{lines}")
    record = json.loads(spacepact(curated, "refresh", "--json").stdout)
    assert {name: count for name, count in record["counts"].items() if name.startswith("overrides_")} == {
        "overrides_applied": 4, "overrides_superseded": 0, "overrides_stale": 0, "overrides_invalid": 0,
    }  # fmt: skip
    assert record["counts"]["checks_failed"] == 0
    assert rows(curated, "select count(*) from core.fact_launches") == [(0,)]
    assert rows(curated, f"select count(*) from ({ILRS})") == [(2,)]  # noqa: S608
    parties = rows(
        curated,
        "select signed_year, article_count, string_agg(party_code, ' ' order by party_code) "
        "from core.fact_agreements inner join core.bridge_agreement_parties using (agreement_id) "
        "group by agreement_id, signed_year, article_count order by signed_year",
    )
    assert parties == [(2019, 0, "ARE ITA"), (2021, 1, "CHN RUS"), (2021, 1, "CHN RUS"), (2029, 1, "BRA FRA")]
    assert rows(curated, "select documents from metrics.agreements_by_party_year where party_code = 'ARE'") == [(1,)]
    text = spacepact(curated, "explain", flight[0]).stdout
    assert "reject" in text
    assert "in core.history_launches" in text  # and what it said before


def test_merged_facts_are_one_and_the_old_id_leads_there(curated: Path) -> None:
    pact = fact(curated, ILRS)
    italy = fact(curated, "select agreement_id from core.bridge_agreement_parties where party_code = 'ITA'")
    override(curated, "merge", pact, other=italy[0], other_anchor=italy[1])
    spacepact(curated, "refresh")
    ((kept, sources),) = rows(curated, "select agreement_id, source_count from core.fact_agreements")
    assert kept in (pact[0], italy[0])
    assert sources == 2
    gone = ({pact[0], italy[0]} - {kept}).pop()
    text = spacepact(curated, "explain", gone).stdout
    assert f"{gone} has been given up" in text
    assert f"merge with {italy[0]}  by Ann, 2026-11-22" in text
    override(curated, "set", italy, column="agreement_type", value="framework")
    spacepact(curated, "refresh")
    assert rows(curated, "select agreement_type from core.fact_agreements") == [("framework",)]
    (curated / "overrides" / "ann.toml").unlink()
    spacepact(curated, "refresh")
    assert rows(curated, f"select count(*) from core.fact_agreements where agreement_id = '{gone}'") == [(1,)]  # noqa: S608
    assert "has been given up" not in spacepact(curated, "explain", gone).stdout


def test_bad_and_stale_entries_are_told_and_stop_nothing(curated: Path) -> None:
    pact = fact(curated, ILRS)
    override(curated, "set", pact, colum="signed_date", value="2021")
    override(curated, "reject", ("agr_0000", "clm_0000"))
    with (curated / "overrides" / "ann.toml").open("a", encoding="utf-8") as stream:
        stream.write('[[override]]\naction = "half\n')
    override(curated, "set", pact, column="agreement_type", value="framework")
    text = spacepact(curated, "refresh").stdout
    assert "ann.toml entry 1 is invalid: key 'colum' is not known to set" in text
    assert "did you mean column?" in text
    assert "ann.toml entry 2 is stale" in text
    assert "ann.toml entry 3 is invalid: is not TOML" in text
    assert rows(curated, "select agreement_type from core.fact_agreements where signed_year = 2021") == [("framework",)]
    assert "ann.toml entry 2 is stale" in spacepact(curated, "status").stdout
    told = json.loads(spacepact(curated, "status", "--json").stdout)["overrides"]
    assert told["counts"] == {"applied": 1, "invalid": 2, "stale": 1}
    assert rows(curated, "select doubt, subject_id is not null from metrics.review_queue where rank = 1") == [
        ("stale_override", True)
    ]


def test_the_queue_is_listed_and_answered_and_then_shorter(curated: Path) -> None:
    listed = json.loads(spacepact(curated, "review", "--json").stdout)
    assert [item["rank"] for item in listed] == list(range(1, len(listed) + 1))
    assert "open doubts" in spacepact(curated, "review", "--list", "--limit", "1").stdout
    first = listed[0]
    before = (curated / "warehouse.duckdb").resolve().read_bytes()
    text = talk(curated, "a\r", "It is right.\r", "q\r")
    assert first["question"] in " ".join(text.split())
    assert "1 answer written; `spacepact refresh` applies them." in text
    assert (curated / "warehouse.duckdb").resolve().read_bytes() == before
    written = (curated / "overrides" / "ann-b.toml").read_text(encoding="utf-8")
    assert 'action = "confirm"' in written
    assert "It is right." in written
    left = json.loads(spacepact(curated, "review", "--json").stdout)
    assert [item["item_id"] for item in left] == [item["item_id"] for item in listed[1:]]
    spacepact(curated, "refresh")
    queue = [item_id for (item_id,) in rows(curated, "select item_id from metrics.review_queue order by rank")]
    assert queue == [item["item_id"] for item in listed[1:]]


def test_a_cell_corrected_at_the_terminal_is_asked_until_it_will_do(curated: Path) -> None:
    (item,) = json.loads(spacepact(curated, "review", "--json", "--doubt", "conflict").stdout)
    assert item["column_name"] == "flown_date"
    column, value = "flown_date", "2018-05-03"
    text = talk(curated, "c\r", f"{column}\r", "nonsense\r", f"{column}\r", f"{value}\r", "Seen.\r", "q\r",
                options=("--doubt", item["doubt"]))  # fmt: skip
    assert "'nonsense' is no date" in text
    spacepact(curated, "refresh")
    assert rows(curated, "select value, status from core.overrides where action = 'set'") == [(value, "applied")]


def test_a_wrong_column_is_told_and_left_and_a_whole_fact_is_rejected_only_when_meant(curated: Path) -> None:
    text = talk(curated, "c\r", "flown_dat\r", "b\r", "r\r", "n\r", "r\r", "y\r", "No.\r",
                options=("--doubt", "conflict"))  # fmt: skip
    assert "'flown_dat' is no column of it; did you mean flown_date?" in text
    assert text.count("Reject the whole of lch_") == 2
    assert "1 answer written" in text
    written = (curated / "overrides" / "ann-b.toml").read_text(encoding="utf-8")
    assert (written.count("[[override]]"), written.count('action = "reject"')) == (1, 1)


def test_an_id_and_an_anchor_of_two_facts_are_told_everywhere(curated: Path) -> None:
    pact = fact(curated, ILRS)
    flight = fact(curated, "select launch_id from core.fact_launches")
    override(curated, "reject", (pact[0], flight[1]))
    text = spacepact(curated, "refresh").stdout
    assert "ann.toml entry 1 is stale: fact" in text
    assert "conflict: the claim tells of" in " ".join(text.split())
    assert rows(curated, f"select count(*) from ({ILRS})") == [(1,)]  # noqa: S608
    assert "conflict" in rows(curated, "select problem from core.overrides where status = 'stale'")[0][0]
    assert "conflict" in spacepact(curated, "status").stdout
    assert "conflict" in rows(curated, "select question from metrics.review_queue where doubt = 'stale_override'")[0][0]


def test_an_id_of_two_dimensions_is_explained_in_both(published: Path) -> None:
    text = spacepact(published, "explain", "ilrs").stdout
    assert "ilrs  in core.dim_instruments" in text
    assert "ilrs  in core.dim_programmes" in text


def test_review_without_a_warehouse_says_which_command_makes_one(home: Path) -> None:
    done = spacepact(home, "review", "--list", check=False)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "spacepact refresh" in done.stderr


def talk(home: Path, *answers: str, options: tuple[str, ...] = ()) -> str:
    """Run the review at a terminal of its own, giving each answer when it asks."""
    ours, theirs = pty.openpty()
    arguments = [SPACEPACT, "review", "--author", "Ann B", *options]
    child = subprocess.Popen(
        arguments, stdin=theirs, stdout=theirs, stderr=theirs, env=environment(home), start_new_session=True
    )
    os.close(theirs)
    said, waiting, end = b"", list(answers), time.monotonic() + 60
    while time.monotonic() < end:
        if select.select([ours], [], [], 0.3)[0]:
            try:
                part = os.read(ours, 65536)
            except OSError:  # it has ended
                break
            said += part
        elif waiting and said.rstrip().endswith((b":", b"]:")):
            os.write(ours, waiting.pop(0).encode())
    os.close(ours)
    assert child.wait(timeout=10) == 0
    return said.decode(errors="replace")
