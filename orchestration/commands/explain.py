"""`spacepact explain`: where a published value comes from.

Belongs here: printing. Does not belong here: following the id (`warehouse.explain`).
"""

import json
from itertools import groupby

import click
from rich.console import Console

from orchestration.printing import console, plain
from orchestration.settings import Settings
from warehouse.explain import ArticleLine, Explanation, Quote, explain


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
        print(json.dumps(record, ensure_ascii=False, default=plain))
        return
    _print(found, console())


def _print(found: Explanation, out: Console) -> None:
    out.print(f"{found.id}  in {found.table}\n", soft_wrap=True)
    for name, value in found.cells.items():
        if value is not None and name != "fact_id":
            out.print(f"  {name:<24} {_safe(value)}", soft_wrap=True)
    for table, rows in found.members.items():
        out.print(f"\n{table}")
        for row in rows:
            out.print(
                "  " + ", ".join(f"{k} {_safe(v)}" for k, v in list(row.items())[1:] if v is not None), soft_wrap=True
            )
    if found.quotes:
        _print_quotes(found, out)
    if found.facts:
        out.print("\nhas part in")
        for fact in found.facts:
            out.print(f"  {fact.fact_id}  in {fact.table}", soft_wrap=True)


def _print_quotes(found: Explanation, out: Console) -> None:
    """The sentences first, then cell by cell the words in them."""
    marks = {article.article_id: number for number, article in enumerate(found.articles, 1)}
    out.print("\nsentences that state it")
    told = dict.fromkeys((marks[q.article_id], q.text_part != "title", q.sentence) for q in found.quotes)
    for number, _, sentence in sorted(told):
        out.print(f"  [{number}] {_safe(sentence)}", soft_wrap=True)
    out.print("\ncell by cell   (* the value that stands, ~ implied by the words, [n] the article)")
    for (column, value), quotes in groupby(found.quotes, key=lambda q: (q.column_name, q.claimed_value)):
        out.print(f"  {column} = {_safe(value)}", soft_wrap=True)
        for quote in quotes:
            out.print(f"    {_quote_line(quote, marks)}", soft_wrap=True)
    out.print("\narticles")
    for article in found.articles:
        out.print(f"  [{marks[article.article_id]}] {_article_line(article)}", soft_wrap=True)


def _quote_line(quote: Quote, marks: dict[str, int]) -> str:
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
