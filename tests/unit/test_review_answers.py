"""Answers to doubts: each makes an entry that reads well and takes its doubt out of the queue."""

from pathlib import Path
from typing import Any

import pytest

from orchestration import answers
from orchestration.errors import CommandError
from orchestration.settings import Settings
from transforms.curation.columns import COLUMNS
from warehouse.review import Item
from warehouse.tables.review import DOUBTS

ITEMS = {
    doubt: Item(1, "rev_1", doubt, "agreement", "agr_1", None, None, None, "clm_1", f"A {doubt}?", 0.5, 2, 0.8)
    for doubt in DOUBTS
}
ITEMS["conflict"] = ITEMS["conflict"]._replace(column_name="signed_date")
for _doubt in ("near_merge", "undated"):
    ITEMS[_doubt] = ITEMS[_doubt]._replace(other_ids="agr_2 agr_3")
for _doubt in ("provisional_name", "stale_override"):
    ITEMS[_doubt] = ITEMS[_doubt]._replace(fact_id=None, claim_id=None, fact_type=None, subject_id="prov_x")
ANCHORS = {"agr_2": "clm_2", "agr_3": "clm_3"}


def made(item: Item, key: str) -> list[dict[str, Any]]:
    if key == "a":
        return [answers.accept(item, "2021-03-09")]
    if key == "r":
        return [answers.reject(item)]
    if key == "m":
        return [answers.pair(item, "merge", "agr_2", ANCHORS)]
    if key == "k":
        return [answers.pair(item, "apart", other, ANCHORS) for other in item.others]
    return [answers.correct(item, item.column_name or "signed_date", "2021-03")]


CASES = [(doubt, key) for doubt, item in ITEMS.items() for key in answers.choices(item) if key not in "nsq"]


@pytest.mark.parametrize(("doubt", "key"), CASES)
def test_an_answer_reads_well_and_settles_its_doubt(home: Path, doubt: str, key: str) -> None:
    settings, item = Settings(home), ITEMS[doubt]
    other = ITEMS["low_confidence"]._replace(item_id="rev_2", fact_id="agr_9", claim_id="clm_9")
    for fields in made(item, key):
        entry = answers.signed(fields, "Ann", "Seen.")
        assert answers.checked(entry) is None
        answers.write(settings, entry, item.question)
    left = answers.unanswered(settings, [item, other], set())
    settles = not (key == "c" and doubt == "near_merge")  # the terminal adds a confirm to that
    assert left == ([other] if settles else [item, other])


def test_what_a_published_version_has_seen_is_its_own_business(home: Path) -> None:
    settings, item = Settings(home), ITEMS["low_confidence"]
    answers.write(settings, answers.signed(answers.accept(item, None), "Ann", "Seen."), "?")
    (known,) = {one.override_id for one in answers.entries_of(answers.overrides.read(settings.overrides))}  # type: ignore[union-attr]
    assert answers.unanswered(settings, [item], {known}) == [item]


def test_only_what_a_doubt_admits_is_offered() -> None:
    assert "".join(answers.choices(ITEMS["provisional_name"])) == "ansq"
    assert "".join(answers.choices(ITEMS["near_merge"])) == "mkcrsq"
    assert "".join(answers.choices(ITEMS["undated"]._replace(other_ids=None))) == "acrsq"
    added = ITEMS["low_confidence"]._replace(claim_id=None)
    assert "".join(answers.choices(added)) == "sq"


def test_an_empty_value_empties_the_cell() -> None:
    assert answers.correct(ITEMS["conflict"], "signed_date", "")["action"] == "clear"
    assert set(COLUMNS) == {"agreement", "launch", "cooperation", "total"}


def test_who_reviews_is_told_by_the_command_then_git_then_the_user(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert answers.author_of("  Ann   B ") == "Ann B"
    (tmp_path / "gitconfig").write_text("[user]\n\tname = Git Name\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.chdir(tmp_path)
    assert answers.author_of(None) == "Git Name"
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("USER", "ann")
    assert answers.author_of(None) == "ann"
    monkeypatch.delenv("USER")
    monkeypatch.setattr(answers, "_login", lambda: "")
    with pytest.raises(CommandError, match="--author"):
        answers.author_of(None)
