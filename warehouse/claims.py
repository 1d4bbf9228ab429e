"""Claims in the writer's store: which article versions still wait for extraction, and what was extracted.

Belongs here: the queue of versions, loading claims with their quotes, handing claims on to resolution, and where each
article comes from. Does not belong here: extraction and resolution themselves, the look-up of outlet names (it is
passed in).
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from itertools import islice
from sys import intern
from typing import Any, NamedTuple

from transforms.claim import LIST_FIELDS, Claim, Kind, Value
from transforms.resolve.records import SourcedClaim
from warehouse.connect import Connection, insert, scalar, transaction
from warehouse.statements import statement
from warehouse.store import run_statements
from warehouse.store_tables import storable
from warehouse.tables.store import CLAIM_CELLS, CLAIMS, EXTRACTIONS

_BATCH = 2_000

#: What a load replaces, in the order in which old rows can be found and deleted.
_LOADED = (CLAIM_CELLS, CLAIMS, EXTRACTIONS)
_ID_LENGTH = 16


class WaitingArticle(NamedTuple):
    """An article version that has no claims under the current rules yet; the fields of `sources.article.Article`."""

    article_id: str
    content_hash: str
    text: str
    title: str | None
    published: str | None
    source: str | None
    url: str | None
    source_article_id: str | None
    byline: str | None
    language: str | None
    credited_source: str | None
    is_date_doubtful: bool
    origin: str
    locator: str


class ExtractedArticle(NamedTuple):
    """What extraction found in an article version.

    Attributes:
        title, text: those that the offsets count in.
        sentence_around: bounds of the sentence in which the words at two offsets of a text stand.
    """

    article_id: str
    content_hash: str
    title: str | None
    text: str
    claims: Sequence[Claim]
    sentence_around: Callable[[str, int, int], tuple[int, int]]


def waiting_count(con: Connection, rules_version: str) -> int:
    """Article versions that `waiting_articles` would yield."""
    query = f"select count(*) from ({statement('store', 'waiting_articles')})"  # noqa: S608
    return int(scalar(con, query, {"rules_version": rules_version}))


def waiting_articles(con: Connection, rules_version: str) -> Iterator[WaitingArticle]:
    """Current versions that speak for themselves and have no claims under these rules, in order of their ids."""
    cursor = con.cursor()
    try:
        cursor.execute(statement("store", "waiting_articles"), {"rules_version": rules_version})
        while rows := cursor.fetchmany(_BATCH):
            yield from (WaitingArticle(*row) for row in rows)
    finally:
        cursor.close()


def load_claims(
    con: Connection, extracted: Iterable[ExtractedArticle], rules_version: str, extracted_at: datetime
) -> int:
    """Put the claims of article versions in place of those that earlier rules found, in one transaction.

    Args:
        con: the store.
        extracted: consumed as it comes, so that it may be a generator over `waiting_articles` of the same store.
        rules_version: the rules that found them.
        extracted_at: the time of this run, UTC without zone.

    Returns:
        Claims loaded.
    """
    remaining = iter(extracted)
    with transaction(con):
        for table in _LOADED:
            con.execute(f"create or replace temp table incoming_{table.name} as from {table.name} limit 0")
        while batch := list(islice(remaining, _BATCH)):
            _stage_batch(con, batch, rules_version, extracted_at)
        for table in _LOADED:
            con.execute(statement("store", f"delete_{table.name}"))
        run_statements(con, "mark_extracted")
        for table in _LOADED:
            con.execute(f"insert into {table.name} from incoming_{table.name}")
        loaded = scalar(con, "select count(*) from incoming_claims")
        for table in _LOADED:
            con.execute(f"drop table incoming_{table.name}")
    return int(loaded)


def forget_extractions(con: Connection) -> None:
    """Let every current version wait for extraction again."""
    with transaction(con):
        con.execute("delete from extractions")


def claim_id(article_id: str, claim: Claim, repeat: int = 0) -> str:
    """`clm_` and a hash of the anchor; `repeat` tells claims apart that share one against the rules."""
    parts = [article_id, claim.kind, claim.anchor[0], str(claim.anchor[1])] + ([str(repeat)] if repeat else [])
    return "clm_" + hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:_ID_LENGTH]


def claim_count(con: Connection) -> int:
    """Claims that count at present."""
    return int(scalar(con, f"select count(*) from ({statement('store', 'speaking_claims')})"))  # noqa: S608


def sourced_claims(con: Connection, kind: Kind | None = None) -> Iterator[SourcedClaim]:
    """The claims that count, of one kind or all, with where each comes from.

    They come without evidence, which resolution does not need, in no order. `warehouse.resolved.settle_sources` must
    have run after the last load of articles.
    """
    query = statement("store", "speaking_claims")
    if kind is None:
        return fetched_claims(con, query)
    return fetched_claims(con, f"{query} where claims.kind = $kind", {"kind": kind})


def claims_with(con: Connection, ids: Sequence[str]) -> Iterator[SourcedClaim]:
    """Those of these claims that count, as `sourced_claims` yields them, in order of their ids."""
    query = f"{statement('store', 'speaking_claims')} semi join (select unnest($ids) as claim_id) using (claim_id)"
    return fetched_claims(con, f"{query} order by claims.claim_id", {"ids": list(ids)})


def fetched_claims(con: Connection, query: str, values: Mapping[str, Any] | None = None) -> Iterator[SourcedClaim]:
    """The claims of a query with the columns of `speaking_claims`."""
    cursor = con.cursor()
    try:
        cursor.execute(query, values or {})
        while rows := cursor.fetchmany(10_000):
            yield from map(sourced_claim, rows)
    finally:
        cursor.close()


def sourced_claim(row: Sequence[Any]) -> SourcedClaim:
    """A claim from a row with the columns of `speaking_claims`; of a million claims, equal words are held once."""
    kind, part, start, rule, confidence, cells, claim, article, published, *source = row
    published = published and intern(published)
    found = Claim(kind, _cells(cells), {}, rule, confidence, (intern(part), start))  # type: ignore[arg-type]
    return SourcedClaim(found, claim, article, published, *source)


def printed(value: Value) -> str | None:
    """A cell's value as text, numbers without a needless fraction."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return storable(str(value))  # type: ignore[no-any-return]


@lru_cache(maxsize=10_000)
def _cells(text: str) -> Mapping[str, Any]:
    """The cells of a claim; those that say the same share them."""
    cells = json.loads(text)
    return {name: tuple(value) if isinstance(value, list) else value for name, value in cells.items()}


def _stage_batch(con: Connection, batch: list[ExtractedArticle], rules_version: str, extracted_at: datetime) -> None:
    versions, claims, cells = [], [], []
    for article in batch:
        versions.append((article.article_id, article.content_hash, rules_version, len(article.claims), extracted_at))
        for name, claim in _named(article):
            claims.append(_claim_row(article, name, claim, rules_version))
            cells += _cell_rows(article, name, claim)
    for table, rows in zip(_LOADED, (cells, claims, versions), strict=True):
        insert(con, f"incoming_{table.name}", _names(table), rows)


def _named(article: ExtractedArticle) -> Iterator[tuple[str, Claim]]:
    seen: dict[str, int] = {}
    for claim in article.claims:
        plain = claim_id(article.article_id, claim)
        repeat = seen.get(plain, 0)
        seen[plain] = repeat + 1
        yield claim_id(article.article_id, claim, repeat), claim


def _claim_row(article: ExtractedArticle, name: str, claim: Claim, rules_version: str) -> tuple[Any, ...]:
    part, start = claim.anchor
    cells = json.dumps(dict(claim.cells), ensure_ascii=False, sort_keys=True)
    return (
        name,
        article.article_id,
        article.content_hash,
        claim.kind,
        part,
        start,
        claim.rule,
        rules_version,
        float(claim.confidence),
        storable(cells),
        None,
    )


def _cell_rows(article: ExtractedArticle, name: str, claim: Claim) -> list[tuple[Any, ...]]:
    """One row a span, the first of those that repeat each other."""
    rows: dict[tuple[Any, ...], tuple[Any, ...]] = {}
    for field, spans in claim.evidence.items():
        for span in spans:
            value = printed(span.value)
            key = (field, (value or "") if field in LIST_FIELDS else "", span.part, span.start, span.end)
            stated = (article.title or "") if span.part == "title" else article.text
            quote = storable(stated[span.start : span.end])
            begin, stop = article.sentence_around(stated, span.start, span.end)
            sentence = storable(stated[begin:stop])
            place = (span.part, span.start, span.end)
            row = (name, article.content_hash, *key[:2], value, *place, quote, sentence, span.inferred)
            rows.setdefault(key, row)
    return list(rows.values())


def _names(table: Any) -> tuple[str, ...]:
    return tuple(column.name for column in table.columns)
