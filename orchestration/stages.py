"""The stages of a refresh between the reading and the star: compare, extract, resolve. Each works on the store alone.

Belongs here: calling the packages in order and counting. Does not belong here: any logic of a stage, Dagster, reading
(`read_stage`), or what is made of the facts (`publishing`).
"""

from collections.abc import Iterator
from itertools import islice, tee

from orchestration import catalogues
from orchestration.clock import now
from orchestration.extraction import claims_of
from orchestration.progress import current
from orchestration.run_record import RunRecord
from orchestration.settings import Settings
from orchestration.versions import resolution_basis
from sources import similarity
from sources.article import Article
from transforms import lexicons
from transforms.resolve import no_cycle_search, redo, resolve
from transforms.text.sentences import around
from transforms.version import rules_version
from warehouse import claims, copies, quotes, redirects, resolution, resolved, speakers, store
from warehouse.claims import ExtractedArticle, WaitingArticle
from warehouse.connect import Connection

#: From this many articles on a second process pays for itself.
_SHARED_FROM = 400

#: Articles whose claims are stored together: a killed run loses no more than these.
_EXTRACTED_TOGETHER = 2_000


def compare_texts(settings: Settings, record: RunRecord) -> None:
    """Find which of the new texts tell a story that another one tells too."""
    method = similarity.METHOD
    with store.writing_store(settings.store, is_streamed=True) as con:
        copies.forget_other_methods(con, method)
        waiting = copies.waiting_count(con, method)
        with record.stage("compare", waiting) as stage:
            pairs = 0
            for texts in copies.waiting_texts(con, method):
                sketches = similarity.sketches([text.text for text in texts])
                sketched = [copies.Sketched(text.text_hash, *its) for text, its in zip(texts, sketches, strict=True)]
                pairs += copies.load_compared(con, sketched, method, similarity.likely, similarity.copies)
                current().advance("compare", len(texts))
            speakers.settle_speakers(con, _outlet, _tiers())
            stage.counts = {"texts_compared": waiting, "near_copies_new": pairs}
            stage.summary = f"{waiting:,} texts: {pairs:,} pairs of near copies"


def extract_claims(settings: Settings, record: RunRecord, *, rebuild: bool = False) -> None:
    """Extract the claims of all versions that wait for the current rules."""
    rules = rules_version()
    with store.writing_store(settings.store) as con:
        if rebuild:
            claims.forget_extractions(con)
        waiting = claims.waiting_count(con, rules)
    with record.stage("extract", waiting) as stage:
        loaded = 0
        with store.writing_store(settings.store) as con:
            found = _extracted(con, rules, waiting)
            while waiting and (some := list(islice(found, _EXTRACTED_TOGETHER))):
                loaded += claims.load_claims(con, some, rules, now())
        quotes.settle(settings.store)
        stage.counts = {"articles_extracted": waiting, "claims_new": loaded}
        stage.summary = f"{waiting:,} articles: {loaded:,} claims"


def resolve_facts(settings: Settings, record: RunRecord, *, anew: bool = False) -> None:
    """Resolve the claims that count into facts: those that changed and what they touch, or all of them anew."""
    with record.stage("resolve") as stage, store.writing_store(settings.store) as con:
        redirects.recall_steps(con, settings.history)
        tiers = _tiers()
        rules = resolution.Rules(resolve, redo, resolution_basis())
        anew = anew or resolution.is_other_basis(con, rules.basis)
        copies.settle_stories(con, _clusters, is_full=anew)
        unknown = resolved.settle_sources(con, _outlet, tiers, is_full=anew)
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


def _clusters(pairs: list[copies.Pair]) -> dict[str, str]:
    return similarity.clusters(similarity.Copies(*pair) for pair in pairs)


def _outlet(name: str) -> str | None:
    return lexicons.lookup("outlets", name)


def _tiers() -> dict[str, int]:
    return {outlet.source_id: int(outlet.source_tier) for outlet in lexicons.outlets()}


def match_catalogues(settings: Settings, record: RunRecord) -> None:
    """Find the launches of the loaded catalogues among the facts, corrections applied."""
    with record.stage("match") as stage, store.writing_store(settings.store) as con:
        stage.counts = catalogues.settle(con)
        stage.summary = f"{stage.counts['catalogue_matches']:,} launches found in catalogues"
        current().advance("match")


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
