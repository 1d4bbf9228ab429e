"""The stages of a refresh up to the facts: read, extract, resolve. Each works on the store alone.

Belongs here: calling the packages in order and counting. Does not belong here: any logic of a stage, Dagster, or what
is made of the facts (`publishing`).
"""

import datetime as dt
from collections.abc import Iterator
from itertools import chain, tee

from orchestration.extraction import claims_of
from orchestration.newness import unread
from orchestration.progress import current
from orchestration.reading import Item, Look, look
from orchestration.run_record import RunRecord
from orchestration.settings import Settings
from orchestration.versions import resolution_basis
from sources import folder, sample
from sources.article import Article, Reject
from transforms import lexicons
from transforms.resolve import no_cycle_search, redo, resolve
from transforms.text.sentences import around
from transforms.version import rules_version
from warehouse import claims, resolution, resolved, store
from warehouse.claims import ExtractedArticle, WaitingArticle
from warehouse.connect import Connection

#: From this many articles on a second process pays for itself.
_SHARED_FROM = 400


def now() -> dt.datetime:
    """The time, UTC, without zone and to the second, as all tables hold it."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None, microsecond=0)


def read_sources(settings: Settings, record: RunRecord) -> Look:
    """Read what is new in all places into the store; returns what lay there."""
    seen = look(settings)
    at = now()
    with store.writing_store(settings.store) as con:
        read = {locator: content_hash for (_, locator), content_hash in store.read_items(con).items()}
    files = unread(seen.items, read)
    with record.stage("read", len(files)) as stage, store.writing_store(settings.store) as con:
        switched = store.enable_sample(con, seen.chosen.is_sample_on)
        items = chain(sample.articles() if seen.chosen.is_sample_on else (), _items(files, at.date()))
        marks = [store.ReadItem(item.place.origin, item.key, item.file.content_hash) for item in files]
        counts = store.ingest(con, items, marks, at)
        record.rejects = store.rejects_by_reason(con)
        stage.counts = {
            "files_read": len(files),
            "files_waiting": seen.waiting,
            "articles_new": counts.new_articles,
            "articles_changed": counts.new_versions,
            "rejects_new": counts.new_rejects,
            "sample_switched": switched,
        }
        stage.summary = (
            f"{len(files):,} files: {counts.new_articles:,} new articles, {counts.new_versions:,} changed, "
            f"{counts.new_rejects:,} rejected"
        )
    record.failures = seen.failures
    return seen


def extract_claims(settings: Settings, record: RunRecord, *, rebuild: bool = False) -> None:
    """Extract the claims of all versions that wait for the current rules."""
    rules = rules_version()
    with store.writing_store(settings.store) as con:
        if rebuild:
            claims.forget_extractions(con)
        waiting = claims.waiting_count(con, rules)
        with record.stage("extract", waiting) as stage:
            loaded = claims.load_claims(con, _extracted(con, rules, waiting), rules, now()) if waiting else 0
            stage.counts = {"articles_extracted": waiting, "claims_new": loaded}
            stage.summary = f"{waiting:,} articles: {loaded:,} claims"


def resolve_facts(settings: Settings, record: RunRecord, *, anew: bool = False) -> None:
    """Resolve the claims that count into facts: those that changed and what they touch, or all of them anew."""
    with record.stage("resolve") as stage, store.writing_store(settings.store) as con:
        tiers = {outlet.source_id: int(outlet.source_tier) for outlet in lexicons.outlets()}
        rules = resolution.Rules(resolve, redo, resolution_basis())
        anew = anew or resolution.is_other_basis(con, rules.basis)
        unknown = resolved.settle_sources(con, lambda name: lexicons.lookup("outlets", name), tiers, is_full=anew)
        with no_cycle_search():
            touched = resolution.update_facts(con, rules, now(), is_full=anew)
        counts = resolved.fact_counts(con)
        stage.counts = counts._asdict() | {
            "claims": resolution.claim_count(con),
            "claims_changed": touched.claims,
            "facts_made": len(touched.made),
            "unknown_outlets": unknown,
            "reviews": touched.reviews,
        }
        stage.summary = ", ".join(f"{count:,} {kind}" for kind, count in counts._asdict().items())


def _items(files: list[Item], today: dt.date) -> Iterator[Article | Reject]:
    for item in files:
        yield from folder.read(item.file, item.place.origin, today)
        current().advance("read")


def _extracted(con: Connection, rules: str, waiting: int) -> Iterator[ExtractedArticle]:
    """Waiting versions with their claims, in order; the two run side by side, so only those under way are held."""
    ahead, behind = tee(claims.waiting_articles(con, rules))
    found = claims_of(map(_article, ahead), jobs=2 if waiting >= _SHARED_FROM else 1)
    for version, facts in zip(behind, found, strict=True):
        yield ExtractedArticle(version.article_id, version.content_hash, version.title, version.text, facts, around)
        current().advance("extract")


def _article(version: WaitingArticle) -> Article:
    fields = version._asdict()
    del fields["article_id"], fields["content_hash"]
    return Article(**fields)
