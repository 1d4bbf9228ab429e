"""What the store remembers of each configured source, and storing the steps of its run.

Belongs here: the rows that let a source go on where it was, its health and counts, withdrawals. Does not belong here:
running a source (`sources.runner`), articles themselves (`warehouse.store`), kept pages (`warehouse.raw_pages`).

A step has all attributes of `sources.steps.Step`. Steps are stored whole and in order, so that a kill anywhere loses
and invents nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from warehouse import kept_rejects, raw_pages, store
from warehouse.connect import Connection, insert, scalar, transaction
from warehouse.statements import statement
from warehouse.store import IngestCounts
from warehouse.store_tables import column_names, insert_replacing, storable

_DAY = timedelta(days=1)


class SourceRow(NamedTuple):
    """A row of `source_states`, field by field."""

    source_name: str
    kind: str
    is_enabled: bool
    settings_hash: str
    every_seconds: int | None
    asked_at: datetime | None = None
    succeeded_at: datetime | None = None
    failure_count: int = 0
    next_try_at: datetime | None = None
    fault: str | None = None
    cursor: str = ""
    seen_count: int = 0
    new_count: int = 0
    changed_count: int = 0
    unchanged_count: int = 0
    rejected_count: int = 0
    withdrawn_count: int = 0
    request_count: int = 0
    received_bytes: int = 0
    run_seconds: float = 0.0
    waited_seconds: float | None = None
    waiting_count: int | None = None
    deferred_count: int | None = None
    deferred_because: str | None = None


class Kept(NamedTuple):
    """What stands of a source.

    Attributes:
        articles: those that are kept under it; of a catalogue its records.
        articles_elsewhere: those that it brought too and that are kept under another.
    """

    articles: int = 0
    articles_elsewhere: int = 0


def kept(con: Connection) -> dict[str, Kept]:
    """What stands of each source, by name."""
    return {name: Kept(*counts) for name, *counts in con.execute(statement("store", "kept_by_source")).fetchall()}


def load_rows(con: Connection) -> dict[str, SourceRow]:
    """All sources that were ever configured, by name."""
    names = ", ".join(SourceRow._fields)
    found = con.execute(f"select {names} from source_states order by source_name").fetchall()  # noqa: S608
    return {row[0]: SourceRow(*row) for row in found}


def save_row(con: Connection, row: SourceRow) -> None:
    """Put a row in place of that of the same source; where the source stands stays as its steps left it."""
    with transaction(con):
        standing = load_rows(con).get(row.source_name)
        kept = row._replace(cursor=standing.cursor) if standing else row
        if kept != standing:
            insert_replacing(con, "source_states", [kept])


def list_first(con: Connection, rows: Iterable[SourceRow]) -> None:
    """Give each source that has none its first row."""
    known = load_rows(con)
    for row in rows:
        if row.source_name not in known:
            save_row(con, row)


def switch_off_others(con: Connection, names: Iterable[str]) -> None:
    """Note which sources are not configured or not enabled now; what is known of them stays."""
    con.execute(
        "update source_states set is_enabled = false where is_enabled and source_name not in (select unnest(?))",
        [list(names)],
    )


def forget_pages(con: Connection, kinds: Iterable[str], forgotten: Callable[[str], str]) -> None:
    """Forget what sources of these kinds that are off remember, so that they begin anew when they return.

    Args:
        con: the store.
        kinds: those whose records leave with the source.
        forgotten: what stays of a cursor.
    """
    off = [row for row in load_rows(con).values() if not row.is_enabled and row.kind in set(kinds)]
    with transaction(con):
        for row in off:
            con.execute("delete from source_pages where origin = ?", [row.source_name])
            _store_cursor(con, row.source_name, forgotten(row.cursor))


def load_pages(con: Connection, origin: str) -> list[dict[str, Any]]:
    """All that a source remembers of its pages; the fields of `sources.state.PageState`."""
    names = column_names("source_pages")[1:]
    query = f"select {', '.join(names)} from source_pages where origin = ? order by key"  # noqa: S608
    return [dict(zip(names, row, strict=True)) for row in con.execute(query, [origin]).fetchall()]


def store_steps(con: Connection, origin: str, steps: Sequence[Any], read_at: datetime, raw: Path) -> IngestCounts:
    """Store some steps of a source's run, in order, in one transaction.

    Args:
        con: the store.
        origin: name of the source.
        steps: whole ones.
        read_at: the time of this run, UTC without zone.
        raw: the folder of kept pages.
    """
    kept = [raw_pages.keep(raw, step.raw) for step in steps if step.raw is not None]
    with transaction(con):
        pages = {page.key: page for step in steps for page in step.pages}
        _settle_withdrawals(con, steps, read_at)
        _settle_files(con, origin, steps)
        rejects = store.stage(con, chain.from_iterable(step.items for step in steps))
        counts = store.merge_staged(con, read_at)
        date_back(con, _fetched(steps))
        _forget_mended(con, origin, pages, rejects)
        new_rejects = kept_rejects.load_rejects(con, rejects, read_at)
        _store_pages(con, origin, pages.values())
        raw_pages.note(con, kept)
        for step in steps:
            _store_cursor(con, origin, step.cursor)
    raw_pages.settle(raw, kept)
    return IngestCounts(*counts, new_rejects)


def _forget_mended(con: Connection, origin: str, pages: Mapping[str, Any], rejects: Sequence[Any]) -> None:
    """Drop what was wrong with pages and listings and is so no longer.

    Args:
        con: the store, before the states of the pages are stored.
        origin: name of the source.
        pages: states after this run, by key.
        rejects: what is wrong now; that stays.
    """
    query = "select key, asked_at, content_hash from source_pages where origin = ? and key in (select unnest(?))"
    known = {key: rest for key, *rest in con.execute(query, [origin, list(pages)]).fetchall()}
    wrong = {reject.locator for reject in rejects}
    hashes = [reject.content_hash for reject in rejects]
    for page in pages.values():
        asked_at, content_hash = known.get(page.key, (None, ""))
        is_asked = page.asked_at != asked_at and not page.failures
        if (
            (page.kind == "page" and is_asked and page.status in ("read", "gone"))
            or (page.kind == "listing" and page.content_hash != content_hash)
            or (page.kind == "page" and page.url in wrong)
        ):
            kept_rejects.forget_rejects(con, origin, page.url, hashes)


def _settle_files(con: Connection, origin: str, steps: Sequence[Any]) -> None:
    """Drop what was wrong with files that are read anew, and with those that are gone.

    One that is gone and held a reject is forgotten as a whole, so that it is read again should it return.
    """
    for step in steps:
        if step.begun:
            kept_rejects.forget_rejects(con, origin, step.begun)
        for name in step.gone:
            if kept_rejects.forget_rejects(con, origin, name):
                con.execute("delete from source_pages where origin = ? and key = ?", [origin, f"file:{name}"])


def _fetched(steps: Iterable[Any]) -> Iterator[tuple[str, str, datetime]]:
    """The article versions that pages brought, and when each page came: as a kept page tells it ever after."""
    for step in steps:
        for item in step.items if step.raw is not None else ():
            if not hasattr(item, "reason"):
                yield item.article_id, item.content_hash, step.raw.fetched_at


def restore_pages(con: Connection, origin: str, pages: Iterable[Any]) -> None:
    """Remember pages of which nothing is remembered, in a transaction of the caller's; what is known stays."""
    known = {key for (key,) in con.execute("select key from source_pages where origin = ?", [origin]).fetchall()}
    withdrawn = {name for (name,) in con.execute("select article_id from withdrawals").fetchall()}
    latest = {page.key: page for page in pages if page.key not in known}
    gone = [replace(p, status="gone", ask_after=None) if p.article_id in withdrawn else p for p in latest.values()]
    _store_pages(con, origin, gone)


def date_back(con: Connection, read: Iterable[tuple[str, str, datetime]]) -> None:
    """Note of article versions (id, content hash) that they were first seen earlier than their row says."""
    rows = list(read)
    if not rows:
        return
    con.execute("create or replace temp table earlier (article_id varchar, content_hash varchar, seen_at timestamp)")
    insert(con, "earlier", ("article_id", "content_hash", "seen_at"), rows)
    con.execute(
        "update article_versions as versions set first_seen_at = earlier.seen_at from earlier "
        "where versions.article_id = earlier.article_id and versions.content_hash = earlier.content_hash "
        "and versions.first_seen_at > earlier.seen_at"
    )
    con.execute(
        "insert into changed_articles "
        "select distinct article_id from earlier anti join changed_articles using (article_id)"
    )


def store_page(con: Connection, origin: str, page: Any, cursor: str | None) -> None:
    """Store the state of one document, if any, and where its source goes on, in a transaction of the caller's."""
    _store_pages(con, origin, [page] if page is not None else [])
    _store_cursor(con, origin, cursor)


def _store_pages(con: Connection, origin: str, pages: Iterable[Any]) -> None:
    names = column_names("source_pages")[1:]
    rows = [(origin, *(storable(getattr(page, name)) for name in names)) for page in pages]
    insert_replacing(con, "source_pages", rows)


def _store_cursor(con: Connection, origin: str, cursor: str | None) -> None:
    if cursor is not None:
        con.execute("update source_states set cursor = ? where source_name = ?", [storable(cursor), origin])


def _settle_withdrawals(con: Connection, steps: Sequence[Any], at: datetime) -> None:
    """Withdraw the articles that are gone, and let those stand again that came back; the last step decides."""
    wanted: dict[str, str | None] = {}
    for step in steps:
        for page in step.pages:
            if page.article_id and page.status == "read":
                wanted[page.article_id] = None
        wanted.update((item.article_id, None) for item in step.items if not hasattr(item, "reason"))
        wanted.update((article_id, _reason(step, article_id)) for article_id in step.withdrawn)
    if not wanted:
        return
    known = {name for (name,) in con.execute("select article_id from withdrawals").fetchall()}
    back = [name for name, reason in wanted.items() if reason is None and name in known]
    gone = [(name, reason, at) for name, reason in wanted.items() if reason is not None and name not in known]
    con.execute("delete from withdrawals where article_id in (select unnest(?))", [back])
    insert(con, "withdrawals", column_names("withdrawals"), gone)
    if back or gone:
        con.execute("create or replace temp table withdrawn_or_back (article_id varchar)")
        insert(con, "withdrawn_or_back", ("article_id",), [(name,) for name in (*back, *(row[0] for row in gone))])
        store.settle(con, "from withdrawn_or_back")


def _reason(step: Any, article_id: str) -> str:
    """What the article's own address answered."""
    page = next((page for page in step.pages if page.article_id == article_id), None)
    if page and page.missing_since and page.asked_at and page.asked_at - page.missing_since >= _DAY:
        return f"its address answers 404 since {page.missing_since:%Y-%m-%d}"
    return "its address answers 410 (gone)"


def withdrawn_count(con: Connection) -> int:
    """Articles that their own address says are gone."""
    return int(scalar(con, "select count(*) from withdrawals"))
