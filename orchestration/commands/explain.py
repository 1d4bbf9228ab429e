"""`spacepact explain`: where a published value comes from.

Belongs here: printing. Does not belong here: following the id (`warehouse.explain`).
"""

import json
from itertools import groupby

import click
from rich.console import Console

from orchestration.printing import console, plain
from orchestration.settings import Settings
from transforms.resolve.reasons import ToldValue, why
from warehouse.explain import ArticleLine, Explanation, Quote, explain
from warehouse.past import Change

#: The rule of evidence that a person wrote.
OVERRIDE = "override"
MOST_CHANGES = 5


@click.command("explain")
@click.argument("wanted", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def command(wanted: str, as_json: bool) -> None:
    """Show what ID stands for: its cells, and for each the quotes, articles, offsets and rule.

    ID is that of a fact (agr_…, lch_…, coop_…, tot_…), an article, a claim, or a member of a dimension.
    """
    found = explain(Settings.from_environment().home, wanted)
    if as_json:
        plain_quotes = [quote._asdict() for quote in found.quotes]
        plain_articles = [article._asdict() for article in found.articles]
        facts = [fact._asdict() for fact in found.facts]
        record = found._asdict() | {"quotes": plain_quotes, "articles": plain_articles, "facts": facts}
        record["also"] = [holder._asdict() for holder in found.also]
        record["corrections"] = [correction._asdict() for correction in found.corrections]
        record["told"] = [told._asdict() for told in found.told]
        record["changes"] = [change._asdict() for change in found.changes]
        record["past"] = [quote._asdict() for quote in found.past]
        record["reasons"] = _reasons(found)
        print(json.dumps(record, ensure_ascii=False, default=plain))
        return
    _print(found, console(), wanted)


def _print_cells(found: Explanation, out: Console) -> None:
    """Its row in each table that holds it."""
    for table, cells in ((found.table, found.cells), *found.also):
        out.print(f"{found.id}  in {table}\n", soft_wrap=True)
        for name, value in cells.items():
            if value is not None and name != "fact_id":
                out.print(f"  {name:<24} {_safe(value)}", soft_wrap=True)
        if found.also:
            out.print()


def _print(found: Explanation, out: Console, wanted: str) -> None:
    if found.moved:
        out.print(f"{_safe(wanted)} has been given up ({found.moved}); the fact that holds it now:\n", soft_wrap=True)
    _print_cells(found, out)
    for table, rows in found.members.items():
        out.print(f"\n{table}")
        for row in rows:
            out.print(
                "  " + ", ".join(f"{k} {_safe(v)}" for k, v in list(row.items())[1:] if v is not None), soft_wrap=True
            )
    if found.corrections:
        _print_corrections(found, out)
    if found.changes:
        _print_changes(found, out)
    if found.quotes:
        _print_quotes(found, out)
    if found.past:
        _print_past(found, out)
    if found.facts:
        out.print("\nhas part in")
        for fact in found.facts:
            out.print(f"  {fact.fact_id}  in {fact.table}", soft_wrap=True)


def _print_quotes(found: Explanation, out: Console) -> None:
    """The sentences first, then cell by cell the words in them."""
    marks = {article.article_id: number for number, article in enumerate(found.articles, 1)}
    out.print("\nsentences that state it")
    stated = (quote for quote in found.quotes if quote.article_id)
    told = dict.fromkeys((marks[str(q.article_id)], q.text_part != "title", q.sentence) for q in stated)
    for number, _, sentence in sorted(told):
        out.print(f"  [{number}] {_safe(sentence)}", soft_wrap=True)
    out.print("\ncell by cell   (* the value that stands, ~ implied by the words, [n] the article)")
    reasons = _reasons(found)
    for (column, value), quotes in groupby(found.quotes, key=lambda q: (q.column_name, q.claimed_value)):
        out.print(f"  {column} = {_safe('nothing' if value is None else value)}", soft_wrap=True)
        if column in reasons:
            out.print(f"    why: {_safe(reasons.pop(column))}", soft_wrap=True)
        for quote in quotes:
            out.print(f"    {_quote_line(quote, marks)}", soft_wrap=True)
    out.print("\narticles")
    for article in found.articles:
        out.print(f"  [{marks[article.article_id]}] {_article_line(article)}", soft_wrap=True)
    out.print("\nclaims   (an override names one as its anchor)")
    claims = dict.fromkeys((marks[q.article_id], q.claim_id, q.rule) for q in found.quotes if q.article_id)
    for number, claim_id, rule in sorted(claims):
        out.print(f"  [{number}] {claim_id}  rule {rule}", soft_wrap=True)


def _print_past(found: Explanation, out: Console) -> None:
    """What stood behind values that are told no more: cell by cell, once for each sentence and time."""
    articles = {article.article_id: article for article in found.articles}
    out.print("\nsentences that stated what it held before   (until the time given, UTC)")
    for until, at_once in groupby(found.past, key=lambda quote: quote.known_to):
        out.print(f"  until {until:%Y-%m-%d %H:%M:%S}", soft_wrap=True)
        cells: dict[tuple[str, str | None], list[str]] = {}
        for quote in at_once:
            value = "nothing" if quote.claimed_value is None else quote.claimed_value
            cells.setdefault((quote.sentence, quote.article_id), []).append(f"{quote.column_name} = {value}")
        for (sentence, article_id), said in cells.items():
            out.print(f"    “{_safe(sentence)}”", soft_wrap=True)
            out.print(f"      {_safe(', '.join(dict.fromkeys(said)))}", soft_wrap=True)
            if article_id in articles:
                out.print(f"      {_article_line(articles[article_id])}", soft_wrap=True)


def _reasons(found: Explanation) -> dict[str, str]:
    """Why the value of each cell stands."""
    reasons = {}
    for column, told in groupby(found.told, key=lambda value: value.column_name):
        reasons[column] = why([ToldValue(*value) for value in told])
    for quote in found.quotes:
        if quote.rule == OVERRIDE:
            reasons[quote.column_name] = f"a person corrected it: {quote.quote}"
    return {column: reason for column, reason in reasons.items() if reason}


def _print_changes(found: Explanation, out: Console) -> None:
    """When the warehouse held what, one line for each time at which that changed; the newest of them."""
    out.print("\nheld here")
    times = [
        (at, list(changes))
        for (at, _), changes in groupby(found.changes, key=lambda change: (change.known_at, change.fact_id))
    ]
    if len(times) > MOST_CHANGES:
        out.print(f"  … {len(times) - MOST_CHANGES} earlier times in metrics.changes")
    for at, changes in times[-MOST_CHANGES:]:
        other = "" if changes[0].fact_id == found.id else f"as {changes[0].fact_id}: "
        told = other + "; ".join(_change_words(change) for change in changes)
        out.print(f"  {at:%Y-%m-%d %H:%M:%S}  {_safe(told)} ({changes[0].cause})", soft_wrap=True)


def _change_words(change: Change) -> str:
    """What began to stand then."""
    old, new = ("nothing" if value is None else value for value in (change.old_value, change.new_value))
    whole = {
        "appears": "since then",
        "disappears": "no more",
        "merged_from": f"took over {old}",
        "merged_into": f"went into {new}",
    }
    return whole.get(change.change, f"{change.column_name} {old} → {new}")


def _print_corrections(found: Explanation, out: Console) -> None:
    """Who changed what, when and why, newest first."""
    out.print("\ncorrections")
    for one in found.corrections:
        cell = f" {one.column_name} = {one.value}" if one.column_name else ""
        other = f" with {one.other_id}" if one.other_id else ""
        who = f"{one.author or 'somebody'}, {one.made_date or 'no date'}: {one.reason or 'no reason'}"
        source = f" ({one.source})" if one.source else ""
        out.print(f"  {one.action or 'entry'}{_safe(cell)}{_safe(other)}  by {_safe(who + source)}", soft_wrap=True)
        problem = f": {one.problem}" if one.problem else ""
        where = f"{one.file_name} entry {one.entry_number}, {one.status}{problem}"
        out.print(f"    {_safe(where)}", soft_wrap=True)


def _quote_line(quote: Quote, marks: dict[str, int]) -> str:
    if quote.article_id is None:
        return f"*  “{_safe(quote.quote)}”  {quote.claim_id}"
    sign = ("*" if quote.is_chosen else " ") + ("~" if quote.is_inferred else " ")
    place = f"{quote.text_part} {quote.char_start}–{quote.char_end}"
    return f"{sign} [{marks.get(quote.article_id, '?')}] “{_safe(quote.quote)}”  {place}, rule {quote.rule}"


def _article_line(article: ArticleLine) -> str:
    parts = (
        str(article.published_date or "undated"),
        article.source_name or "unknown outlet",
        article.title or "untitled",
        article.url,
        "bundled sample" if article.is_sample else None,
        article.article_id,
    )
    return " · ".join(_safe(part) for part in parts if part)


def _safe(value: object) -> str:
    """In one line, without characters that a terminal would obey: the words come from outside."""
    return "".join(c if c.isprintable() else " " for c in str(value))
