"""`spacepact review`: the doubts that most deserve a person's look, and the answers written into `overrides/`.

Belongs here: showing a doubt with its quotes and asking. Does not belong here: the queue (`warehouse.review`), what an
answer writes (`orchestration.answers`). The warehouse is only read: the next refresh applies what was written.
"""

import json
import sys
from collections.abc import Mapping
from typing import Any, NamedTuple

import click
from rich.console import Console

from orchestration import answers
from orchestration.naming import renamed
from orchestration.printing import console, plain, plain_line, print_table
from orchestration.settings import Settings
from transforms.curation.columns import COLUMNS, hint
from warehouse.errors import UnknownIdError
from warehouse.explain import Explanation, explain
from warehouse.read import published
from warehouse.review import Item, anchors, known_overrides, queue
from warehouse.tables.review import DOUBTS

_LISTED = 20
_MOST_SENTENCES = 6
_MOST_BEARERS = 2
_MOST_TRIES = 5
_BACK = "b"
_FACT_IDS = ("agr_", "lch_", "coop_", "tot_")
_HIDDEN = frozenset({"quality_score", "counts_in_totals", "exclusion_reason", "is_sample_only", "only_state_media"})


class Desk(NamedTuple):
    """What a person works with.

    Attributes:
        anchors: a claim of each fact of the queue.
        author: who answers.
    """

    settings: Settings
    out: Console
    anchors: Mapping[str, str]
    author: str


@click.command("review")
@click.option("--list", "as_list", is_flag=True, help="Print the queue and ask nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the queue as JSON and ask nothing.")
@click.option("--limit", type=click.IntRange(1), help="Most doubts to show; 20 of a list.")
@click.option("--doubt", type=click.Choice(DOUBTS), help="Only doubts of this kind.")
@click.option("--author", help="Who reviews; else git's user.name, else $USER.")
def command(as_list: bool, as_json: bool, limit: int | None, doubt: str | None, author: str | None) -> None:
    """Work the queue of doubtful facts: accept, reject, correct, merge or keep apart.

    Answers go into overrides/, a file for each author; the next refresh applies them.
    """
    settings = Settings.from_environment()
    with published(settings.home) as con:
        found, known = queue(con), known_overrides(con)
        items = [item for item in answers.unanswered(settings, found, known) if doubt in (None, item.doubt)]
        shown = items[: limit or (_LISTED if as_list else None)]
        claims = anchors(con, sorted({fact for item in shown for fact in item.ids}))
    if as_json:
        print(json.dumps([item._asdict() for item in shown], ensure_ascii=False, default=plain, indent=1))
    elif as_list:
        rows = [(item.rank, item.score, item.doubt, item.fact_id or item.subject_id, item.question) for item in shown]
        print_table(("rank", "score", "doubt", "id", "question"), rows, sys.stdout)
        print(f"{len(shown):,} of {len(items):,} open doubts")
    elif not shown:
        print("Nothing to review: no open doubt.")
    else:
        _work(Desk(settings, console(), claims, answers.author_of(author)), shown, len(items))


def _work(desk: Desk, items: list[Item], total: int) -> None:
    """Ask about one doubt after another, until the end of the queue or of the person's patience."""
    written = 0
    try:
        for place, item in enumerate(items, 1):
            desk.out.print(f"\n── {place} of {total:,} · {item.doubt} · score {item.score:.2f}")
            _show(desk, item)
            answer = _ask(desk, item)
            if answer is None:
                break
            for fields in answer:
                path = answers.write(desk.settings, fields, item.question)
                desk.out.print(f"Written to {path}", soft_wrap=True)
                written += 1
    except click.Abort:
        desk.out.print()
    if written:
        desk.out.print(f"{written:,} answer{'' if written == 1 else 's'} written; `spacepact refresh` applies them.")
    else:
        desk.out.print("Nothing written.")


def _show(desk: Desk, item: Item) -> None:
    """The question, and of each fact concerned its cells and sentences."""
    desk.out.print(plain_line(item.question), style="bold", soft_wrap=True)
    for fact in _facts_of(desk, item):
        try:
            _show_fact(desk.out, explain(desk.settings.home, fact), item.column_name)
        except UnknownIdError:  # a refresh has published a newer version since
            desk.out.print(f"{fact} is no longer in the warehouse", soft_wrap=True)


def _facts_of(desk: Desk, item: Item) -> list[str]:
    """The facts concerned; of a name some that bear it."""
    if item.doubt != "provisional_name" or not item.subject_id:
        return [fact for fact in (item.fact_id, *item.others) if fact]
    try:
        bearers = explain(desk.settings.home, item.subject_id).facts
    except UnknownIdError:
        return []
    return [line.fact_id for line in bearers if line.fact_id.startswith(_FACT_IDS)][:_MOST_BEARERS]


def _show_fact(out: Console, found: Explanation, column: str | None) -> None:
    cells = [f"{k} {v}" for k, v in found.cells.items() if v is not None and v is not False and k not in _HIDDEN]
    out.print(f"\n{found.id}\n  {plain_line(' · '.join(cells[1:]))}", soft_wrap=True)
    for table, rows in found.members.items():
        names = (" ".join(str(v) for v in list(row.values())[1:3] if v is not None) for row in rows)
        out.print(f"  {table.removeprefix('core.bridge_')}: {plain_line(', '.join(names))}", soft_wrap=True)
    told = {(one.column_name, one.value): one for one in found.told if one.column_name == column}
    for (name, value), one in told.items():
        mark = "*" if one.is_chosen else " "
        out.print(f"  {mark} {name} {plain_line(value)}: {one.sources} sources, best tier {one.tier}", soft_wrap=True)
    places = {a.article_id: f"{a.published_date or 'undated'}, {a.source_name or 'unknown'}" for a in found.articles}
    sentences = list(dict.fromkeys((q.article_id, q.sentence) for q in found.quotes))
    for article, sentence in sentences[:_MOST_SENTENCES]:
        out.print(f"  “{plain_line(sentence)}” ({plain_line(places.get(article or '', 'a person'))})", soft_wrap=True)
    if len(sentences) > _MOST_SENTENCES:
        out.print(f"  and {len(sentences) - _MOST_SENTENCES} more: spacepact explain {found.id}", soft_wrap=True)


def _ask(desk: Desk, item: Item) -> list[dict[str, Any]] | None:
    """The entries that the person's answer makes; none to skip, None to stop."""
    offered = answers.choices(item)
    told = " · ".join(f"[{key}] {what}" for key, what in offered.items())
    entries: list[dict[str, Any]] | None = None
    while entries is None:
        desk.out.print(f"\n{told}", soft_wrap=True)
        key = click.prompt("Answer", type=click.Choice(list(offered), case_sensitive=False), show_choices=False).lower()
        if key == "q":
            return None
        if key == "s":
            return []
        entries = _entries(desk, item, key)
    reason = click.prompt("Reason", default="Reviewed against the quotes.").strip() or "Reviewed against the quotes."
    return [answers.signed(fields, desk.author, reason) for fields in entries]


def _entries(desk: Desk, item: Item, key: str) -> list[dict[str, Any]] | None:
    """The entries of an answer; None where the person thinks better of it."""
    if key == "a":
        return [answers.accept(item, _standing(desk, item))]
    if key == "r":
        rejected = _target(desk, item)
        asked = f"Reject the whole of {rejected.fact_id}, with all its cells, as no fact"
        is_meant = item.doubt == "low_confidence" or click.confirm(asked)
        return [answers.reject(rejected)] if is_meant else None
    if key == "m":
        return [answers.pair(item, "merge", _which(item), desk.anchors)]
    if key == "k":
        return [answers.pair(item, "apart", other, desk.anchors) for other in item.others]
    if key == "n":
        return _named(desk, item)
    settling = [answers.accept(item, None)] if item.doubt in ("near_merge", "undated") else []
    corrected = _corrected(_target(desk, item))
    return [corrected, *settling] if corrected else None


def _named(desk: Desk, item: Item) -> list[dict[str, Any]] | None:
    """The listed member in place of a provisional name, in every fact that bears it."""
    listed = str(click.prompt(f"Id or name of the listed one ({_BACK}: back)")).strip()
    entries = [] if listed == _BACK else renamed(desk.settings.home, str(item.subject_id), listed)
    problems = [answers.checked(answers.signed(fields, "reviewer", "check")) for fields in entries]
    if not entries or any(problems):
        click.echo(next((problem for problem in problems if problem), "No fact bears it."))
        return None
    return entries


def _standing(desk: Desk, item: Item) -> str | None:
    """What the cell in conflict says now, as claims have it."""
    if not item.fact_id or not item.column_name:
        return None
    found = explain(desk.settings.home, item.fact_id)
    chosen = [one.value for one in found.told if one.column_name == item.column_name and one.is_chosen]
    return chosen[0] if chosen else None


def _target(desk: Desk, item: Item) -> Item:
    """The doubt as one about the fact that is meant, where several are concerned."""
    if not item.others or not item.fact_id:
        return item
    ids = [item.fact_id, *item.others]
    fact = str(click.prompt("Which fact", default=item.fact_id, type=click.Choice(ids)))
    return item if fact == item.fact_id else item._replace(fact_id=fact, claim_id=desk.anchors.get(fact, ""))


def _which(item: Item) -> str:
    if len(item.others) == 1:
        return item.others[0]
    return str(click.prompt("Merge with", type=click.Choice(item.others), show_choices=True))


def _corrected(item: Item) -> dict[str, Any] | None:
    """A column and a value that will do; asked a few times over, and None for none."""
    columns = COLUMNS[item.fact_type] if item.fact_type else {}  # type: ignore[index]
    default = item.column_name if item.column_name in columns else _BACK
    click.echo(f"Columns: {', '.join(columns)}")
    for _ in range(_MOST_TRIES):
        column = click.prompt(f"Column ({_BACK}: back)", default=default).strip()
        if column == _BACK:
            return None
        if column not in columns:
            click.echo(f"{column!r} is no column of it{hint(column, columns)}")
            continue
        is_list = columns[column].is_list
        asked = f"{'All values, separated by commas,' if is_list else 'Value'} of {column} (empty: none)"
        told = click.prompt(asked, default="", show_default=False).strip()
        value = [one.strip() for one in told.split(",") if one.strip()] if is_list else told
        fields = answers.correct(item, column, value)
        problem = answers.checked(answers.signed(fields, "reviewer", "check"))
        if problem is None:
            return fields
        click.echo(f"{problem}")
    return None
