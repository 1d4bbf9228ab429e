"""`spacepact extract` says of a text that is not English which language it is in, and takes nothing from it."""

import json

import pytest
from click.testing import CliRunner

from orchestration.commands.extract import command
from tests.unit.source_run import RUSSIAN

ENGLISH = "France and Italy signed a memorandum of understanding on satellite navigation on March 9, 2021."
FRENCH = (
    "La France et l'Italie ont signé un mémorandum d'entente sur la navigation par satellite le 9 mars 2021, ont "
    "annoncé les deux agences spatiales. Le CNES et l'ASI partageront leurs données."
)


@pytest.mark.parametrize("jobs", [1, 2])
def test_other_languages_are_said_and_english_goes_on(jobs: int) -> None:
    texts = {"en": ENGLISH, "fr": FRENCH, "ru": RUSSIAN, "short": "CNSA, Roscosmos ink MoU"}
    lines = [json.dumps({"id": name, "text": text}) for name, text in texts.items()]
    done = CliRunner().invoke(command, ["--jobs", str(jobs)], input="\n".join(lines) + "\n")
    told = {row["article_id"]: row for row in map(json.loads, done.stdout.splitlines())}
    assert list(told) == list(texts)
    assert {name: row.get("language") for name, row in told.items()} == {
        "en": None,
        "fr": "fr",
        "ru": "ru",
        "short": None,
    }
    assert [len(told[name]["facts"]) for name in ("en", "fr", "ru", "short")] == [1, 0, 0, 1]
    assert done.stderr.splitlines() == [
        "spacepact extract: line 2: in fr, and only English is read: no facts",
        "spacepact extract: line 3: in ru, and only English is read: no facts",
    ]
    assert done.exit_code == 0


def test_a_language_that_is_given_counts_where_the_text_is_too_short_to_tell() -> None:
    line = json.dumps({"id": "a", "text": "CNSA, Roscosmos ink MoU", "language": "es"})
    row = json.loads(CliRunner().invoke(command, input=line).stdout)
    assert (row["facts"], row["language"]) == ([], "es")
