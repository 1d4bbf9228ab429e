"""Which texts of the store tell one story, found when they arrive: the cost follows the new texts, not the archive.

Belongs here: the queue of texts that were not compared yet, their buckets, pairs of near copies, and the stories that
follow. Does not belong here: how texts are compared (`sources.similarity`, passed in), or what a copy counts for
(`sql/store/changed_sources.sql`).

A pair is a function of its two texts alone, and stories are made from all pairs that stand: the order in which articles
arrive makes no difference, and an interrupted comparison goes on where it stopped.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from warehouse.connect import Connection, insert, scalar, transaction
from warehouse.statements import statement
from warehouse.store import run_statements
from warehouse.store_tables import column_names

_MOST_TEXTS = 2_000
_MOST_CHARACTERS = 16_000_000  # held at once
_TEXTS_TOGETHER = 250
_PAIRS_TOGETHER = 20_000  # whose sketches are held at once
_COPIES_TOGETHER = 1_000  # whose texts are held at once

#: Of more texts in a bucket, each is compared with two alone, so that the work stays linear.
_MOST_IN_BUCKET = 6


class Text(NamedTuple):
    """A text that was not compared yet."""

    text_hash: str
    text: str


class Sketched(NamedTuple):
    """A text's sketch, the fields of `sources.similarity.Sketch`: nearly equal texts share a bucket or more."""

    text_hash: str
    buckets: tuple[int, ...]
    size: int
    slots: bytes


class Size(NamedTuple):
    """What tells whether two texts are worth comparing."""

    size: int
    slots: bytes


class Pair(NamedTuple):
    """Two texts of one story; attributes as `sources.similarity.Copies`."""

    first: str
    second: str
    shared: float


#: Of pairs of text hashes and a way to get at a text, those that tell one story.
Compare = Callable[[Iterable[tuple[str, str]], Callable[[str], str]], Iterable[Any]]

#: Of pairs of sketches, which may be copies.
Likely = Callable[[list[tuple[Any, Any]]], list[bool]]


def waiting_count(con: Connection, method: str) -> int:
    """Texts that were not compared by this method."""
    return int(scalar(con, f"select count(*) from ({statement('store', 'texts_to_compare')})", {"method": method}))  # noqa: S608


def forget_other_methods(con: Connection, method: str) -> None:
    """Drop what another method found: buckets of two methods cannot be compared."""
    if scalar(con, "select count(*) from compared_texts where method <> ?", [method]):
        with transaction(con):
            for table in ("compared_texts", "text_buckets", "near_copies"):
                con.execute(f"delete from {table}")  # noqa: S608
            run_statements(con, "unsettle_all")


def waiting_texts(con: Connection, method: str) -> Iterator[list[Text]]:
    """Texts that were not compared by this method, in batches, in the order in which they lie in the store.

    That order reads each part of the table once: looking texts up by their hashes would read all of it for each batch.
    """
    places: Any = con.execute(statement("store", "texts_by_place"), {"method": method}).fetchnumpy()["place"]
    batch: list[Text] = []
    for start in range(0, len(places), _TEXTS_TOGETHER):
        wanted = places[start : start + _TEXTS_TOGETHER]
        values = {"first": int(wanted[0]), "last": int(wanted[-1]), "places": wanted.tolist()}
        batch += [Text(*row) for row in con.execute(statement("store", "texts_at_places"), values).fetchall()]
        if len(batch) >= _MOST_TEXTS or sum(len(text.text) for text in batch) >= _MOST_CHARACTERS:
            yield batch
            batch = []
    if batch:
        yield batch


def load_compared(con: Connection, sketched: list[Sketched], method: str, likely: Likely, compare: Compare) -> int:
    """Keep a batch of sketched texts, and compare them with each other and all earlier ones; returns the pairs.

    In one transaction: a text is compared, or waits.
    """
    with transaction(con):
        rows = [(text.text_hash, method, text.size, text.slots) for text in sketched]
        insert(con, "compared_texts", column_names("compared_texts"), rows)
        con.execute("create or replace temp table new_buckets as from text_buckets limit 0")
        buckets = [(bucket, text.text_hash) for text in sketched for bucket in text.buckets]
        insert(con, "new_buckets", column_names("text_buckets"), buckets)
        con.execute("insert into text_buckets by name select distinct * from new_buckets")
        candidates = statement("store", "copy_candidates")
        con.execute(f"create or replace temp table candidates as {candidates}", {"most": _MOST_IN_BUCKET})
        pairs = _likely_pairs(con, likely)
        found = []
        for start in range(0, len(pairs), _COPIES_TOGETHER):
            some = pairs[start : start + _COPIES_TOGETHER]
            texts = _texts(con, sorted({one for pair in some for one in pair}))
            found += [(pair.first, pair.second, pair.shared) for pair in compare(some, texts.__getitem__)]
        insert(con, "near_copies", column_names("near_copies"), found)
    return len(found)


def _likely_pairs(con: Connection, likely: Likely) -> list[tuple[str, str]]:
    """The pairs of temp table candidates whose sketches say that they may be copies, in order."""
    query = statement("store", "candidate_sketches")
    found: list[tuple[str, str]] = []
    for start in range(0, scalar(con, "select count(*) from candidates"), _PAIRS_TOGETHER):
        rows = con.execute(query, {"start": start, "stop": start + _PAIRS_TOGETHER}).fetchall()
        may_be = likely([(Size(*row[2:4]), Size(*row[4:6])) for row in rows])
        found += [(row[0], row[1]) for row, is_likely in zip(rows, may_be, strict=True) if is_likely]
    return sorted(found)


def settle_stories(
    con: Connection, clusters: Callable[[list[Pair]], Mapping[str, str]], *, is_full: bool = False
) -> int:
    """Find the stories of texts that stand at present; to be run before `resolved.settle_sources`.

    Args:
        con: the store.
        clusters: of pairs, the story of each text in one.
        is_full: look at all texts; otherwise at those of articles noted as unsettled, and what may be one with them.

    Returns:
        Texts that are in a story now and were looked at.
    """
    with transaction(con):
        if is_full:
            run_statements(con, "unsettle_all")
        run_statements(con, "unsettled_places", {"is_full": is_full})
        run_statements(con, "touched_stories")
        if not scalar(con, "select count(*) from restoried_texts"):
            return 0
        pairs = [Pair(*row) for row in con.execute(statement("store", "standing_copies")).fetchall()]
        found = sorted(clusters(pairs).items())
        insert(con, "story_texts", column_names("story_texts"), found)
    return len(found)


def _texts(con: Connection, hashes: list[str]) -> dict[str, str]:
    """Texts by their hashes."""
    con.execute("create or replace temp table wanted_texts (text_hash varchar)")
    insert(con, "wanted_texts", ("text_hash",), [(one,) for one in hashes])
    return dict(con.execute(statement("store", "texts_by_hash")).fetchall())
