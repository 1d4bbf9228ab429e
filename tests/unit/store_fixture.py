"""A small home for tests of the warehouse: articles, claims and facts put in without extraction or resolution."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from sources.article import Article
from transforms import lexicons
from transforms.claim import LIST_FIELDS, Claim, Kind, Span
from transforms.resolve.records import PREFIXES, CellValue, Choice, Fact, Provisional, Resolution
from warehouse import build, claims, history, metrics, publish, resolved, store
from warehouse.build import Build
from warehouse.connect import Connection
from warehouse.lexicon_rows import DimensionRows
from warehouse.speakers import settle_speakers

AT = datetime(2026, 1, 2, 3, 4, 5)  # noqa: DTZ001 (UTC without zone, as the tables hold it)
RULES = "r1"
TIERS = {outlet.source_id: int(outlet.source_tier) for outlet in lexicons.outlets()}


def article(text: str, **given: Any) -> Article:
    """An article with a title of its own."""
    return Article(text=text, **{"title": text[:12], "published": "2021-03-09", "source": "Xinhua", **given})


def claim(kind: Kind, at: int = 0, **cells: Any) -> Claim:
    """A claim each of whose cells rests on the five characters from `at` on."""
    evidence = {
        name: tuple(Span("text", at, at + 5, member) for member in members_of(name, value))
        for name, value in cells.items()
        if value is not None
    }
    return Claim(kind, cells, evidence, "test.rule", 0.9, ("text", at))


def members_of(name: str, value: Any) -> Sequence[Any]:
    """The members of a list-valued cell; of another, itself alone."""
    return value if name in LIST_FIELDS or name == "spacecraft_ids" else (value,)


@dataclass
class World:
    """Articles with what they claim, and facts as sets of claims, from which a home is made.

    Attributes:
        told: claims by article.
        facts: fact id by name, made by `fact`.
    """

    home: Path
    told: list[tuple[Article, list[Claim]]] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    values: list[CellValue] = field(default_factory=list)
    provisional: list[Provisional] = field(default_factory=list)

    @property
    def store(self) -> Path:
        return self.home / "state" / "store.duckdb"

    @property
    def build(self) -> Path:
        return self.home / "state" / "build" / "warehouse.duckdb"

    def tell(self, told: Article, *claimed: Claim) -> list[str]:
        """Add an article; returns the ids of its claims."""
        self.told.append((told, list(claimed)))
        return [claims.claim_id(told.article_id, one) for one in claimed]

    def fact(self, kind: Kind, members: Sequence[str], **cells: Any) -> str:
        """Add a fact all of whose cells its first claim states; returns its id."""
        chosen = members[0]
        choices = [
            Choice(name, str(member) if members_of(name, value) is value else "", member, chosen)
            for name, value in cells.items()
            if value is not None
            for member in members_of(name, value)
        ]
        found = Fact(f"{PREFIXES[kind]}_{len(self.facts)}", kind, tuple(choices), tuple(members), 0.9)
        self.facts.append(found)
        self.values += [CellValue(found.fact_id, c.column_name, c.element, str(c.value), chosen, True) for c in choices]
        self.values += [
            CellValue(found.fact_id, name, "" if value is member else str(member), str(member), other, False)
            for other in members[1:]
            for name, value in self._said(other).items()
            if value is not None
            for member in members_of(name, value)
        ]
        return found.fact_id

    def _said(self, claim_id: str) -> Mapping[str, Any]:
        """The cells of a claim."""
        return next(
            one.cells
            for told, claimed in self.told
            for one in claimed
            if claims.claim_id(told.article_id, one) == claim_id
        )

    def event(self, kind: Kind, told: Article, more: Mapping[str, Any] | None = None, **cells: Any) -> str:
        """Add an article with one claim, and the fact that it tells; `more` are columns that resolution adds."""
        return self.fact(kind, self.tell(told, claim(kind, **cells)), **cells, **(more or {}))

    def fill_store(self) -> None:
        """Load all of it."""
        with store.writing_store(self.store) as con:
            store.ingest(con, [told for told, _ in self.told], [], AT)
            settle_speakers(con, lambda name: lexicons.lookup("outlets", name), TIERS)
            load_claims(con, {told.article_id: claimed for told, claimed in self.told})
            settle(con)
            resolved.load_facts(con, self.resolution())

    def resolution(self) -> Resolution:
        return Resolution(tuple(self.facts), lambda: iter(self.values), tuple(self.provisional), ())

    @contextmanager
    def star(self) -> Iterator[Build]:
        """The filled star, open."""
        self.fill_store()
        with build.building(self.build, self.store, lexicon_rows()) as made:
            build.fill_core(made)
            yield made

    @contextmanager
    def whole(self, number: int = 1) -> Iterator[Build]:
        """The star with its history and metrics, open."""
        past = self.home / "state" / "history.duckdb"
        history.prepare(past)
        with self.star() as made:
            history.write_next(made.con, past, AT, RULES)
            metrics.build_metrics(made.con, number=number, refreshed_at=AT, has_real_source=True)
            yield made

    def publish(self) -> publish.Version:
        """Build and publish the next version."""
        number = publish.next_number(self.home)
        with self.whole(number) as made:
            metrics.create_macros(made.con)
        return publish.publish(self.build, self.home, number)


def lexicon_rows() -> DimensionRows:
    """The lexicons as orchestration passes them."""
    return DimensionRows(**{name: getattr(lexicons, name)() for name in DimensionRows.__dataclass_fields__})


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """For tests, a text is one sentence."""
    return 0, len(text)


def load_claims(con: Connection, told: Mapping[str, Sequence[Claim]], rules: str = RULES) -> int:
    """Extract every waiting article version: it claims what the mapping says."""
    return claims.load_claims(
        con,
        (
            claims.ExtractedArticle(a.article_id, a.content_hash, a.title, a.text, told.get(a.article_id, ()), _whole)
            for a in claims.waiting_articles(con, rules)
        ),
        rules,
        AT,
    )


def settle(con: Connection) -> int:
    """Look up outlet names in the lexicon."""
    return lexicon_settle(con)


def lexicon_settle(con: Connection, *, is_full: bool = False) -> int:
    """Look up outlet names in the lexicon, of what changed or of all articles."""
    return resolved.settle_sources(con, lambda name: lexicons.lookup("outlets", name), TIERS, is_full=is_full)


def rows(con: Connection, query: str, *values: Any) -> list[tuple[Any, ...]]:
    """All rows of a query."""
    return con.execute(query, list(values)).fetchall()


def one(world: World, query: str) -> tuple[Any, ...]:
    """The only row of a query on the star of all that was told so far."""
    with world.star() as made:
        [row] = rows(made.con, query)
    return row


def agreement(**cells: object) -> dict[str, object]:
    """The cells of a signed memorandum of Brazil and China, and what else is given."""
    return {"parties": ("BRA", "CHN"), "type": "mou", "status": "signed", **cells}


def launch(**cells: object) -> dict[str, object]:
    """The cells of a launch that flew with nothing named, and what else is given."""
    return {"status": "success", "payloads": (), "customers": (), **cells}


def accession(world: World, text: str, party: str, **cells: object) -> str:
    """Tell of a party that joins the Artemis Accords; the id of the fact."""
    return world.event(
        "agreement",
        article(text),
        {"instrument_id": "artemis-accords"},
        **agreement(type="accession", parties=(party, "USA"), instrument="Artemis Accords", **cells),
    )
