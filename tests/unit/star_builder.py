"""Filling a star schema by hand: one told event at a time, with all the rows that follow from it.

Belongs here: the builder. Does not belong here: any event (`star_fixture`) or SQL that the project itself runs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb

from warehouse.history import KEPT
from warehouse.schema import Column, Table
from warehouse.tables import CORE_TABLES, HISTORY_TABLES
from warehouse.tables.curation import CURATED_REDIRECTS, SETTLED_DOUBTS
from warehouse.tables.ingest import ARTICLE_CARRIERS, SOURCE_STATES
from warehouse.tables.resolution import CHANGED_FACTS, REDIRECT_STEPS, RESOLUTION_BASIS, REVIEWS
from warehouse.tables.store import REJECTS

REFRESHED_AT = datetime(2023, 6, 1, 5, 0)  # noqa: DTZ001 - UTC without zone, as the warehouse keeps it
TABLES = {table.name: table for table in CORE_TABLES}
ROWS_OF_TYPE: Mapping[str, Any] = {
    "VARCHAR": "-", "INTEGER": 1, "UBIGINT": 1, "BIGINT": 1, "DOUBLE": 0.9, "BOOLEAN": False, "TIMESTAMP": REFRESHED_AT
}  # fmt: skip


@dataclass
class Star:
    """A warehouse under construction: every method tells one event and writes all rows that follow from it."""

    con: duckdb.DuckDBPyConnection
    claims: int = 0
    articles: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)

    def row(self, table_name: str, **values: Any) -> None:
        """Inserts one row; required columns that are not given get a plain value of their type."""
        table = TABLES[table_name]
        full = {c.name: values.get(c.name, plain(table, c)) for c in table.columns}
        unknown = values.keys() - full.keys()
        assert not unknown, f"{table_name} has no {unknown}"
        marks = ", ".join("?" for _ in full)
        self.con.execute(f"insert into {table.qualified} values ({marks})", list(full.values()))  # noqa: S608

    def article(self, article_id: str, source: str | None, published: str | None, **values: Any) -> None:
        self.articles[article_id] = (source, published)
        self.row(
            "dim_articles",
            article_id=article_id,
            source_id=source,
            published_date=published,
            is_sample=source == "sample",
            origin="sample" if source == "sample" else "inbox",
            title=values.pop("title", f"Story {article_id}"),
            **values,
        )

    def agreement(
        self,
        agreement_id: str,
        agreement_type: str,
        parties: Mapping[str, str],
        articles: Sequence[str],
        *,
        status: str = "signed",
        signed: str | None = None,
        planned: str | None = None,
        ended: str | None = None,
        supplier: str | None = None,
        organizations: Sequence[str] = (),
        **values: Any,
    ) -> None:
        exclusion = values.pop("exclusion_reason", None) or _left_out(agreement_type, status, signed)
        signed_from, signed_to, precision = period(signed)
        planned_from, planned_to, planned_precision = period(planned)
        ended_from, ended_to, ended_precision = period(ended)
        self.row(
            "fact_agreements",
            agreement_id=agreement_id,
            agreement_type=agreement_type,
            status=status,
            signed_date=signed_from if precision == "day" else None,
            signed_from=signed_from,
            signed_to=signed_to,
            signed_year=signed_from.year if signed_from else None,
            signed_date_precision=precision,
            planned_date=planned_from if planned_precision == "day" else None,
            planned_from=planned_from,
            planned_to=planned_to,
            ended_date=ended_from if ended_precision == "day" else None,
            ended_from=ended_from,
            ended_to=ended_to,
            party_count=len(parties),
            only_state_media=all(self.articles[a][0] == "xinhua" for a in articles),
            quality_score=0.5,
            counts_in_totals=exclusion is None,
            exclusion_reason=exclusion,
            **self.told(articles),
            **{"agreement_level": "agency", **values},
        )
        bridge = {"agreement_id": agreement_id, "party_level": "agency"}
        for code, role in parties.items():
            self.row("bridge_agreement_parties", party_code=code, role=role, **bridge)
        for organization in organizations:
            self.row("bridge_agreement_organizations", agreement_id=agreement_id, organization_id=organization)
        day = {"signed": ("signed_date", signed), "planned": ("planned_date", planned), "ended": ("ended_date", ended)}
        cells = {"agreement_type": agreement_type, "status": status, "supplier": supplier, **values}
        cells |= {name: value for name, value in day.values() if value}
        lists = {"party_code": list(parties), "organization_id": list(organizations)}
        self.evidence("agreement", agreement_id, articles, cells, lists)

    def accession(
        self,
        agreement_id: str,
        joiner: str,
        articles: Sequence[str],
        signed: str | None = None,
        *,
        is_first: bool = True,
        **values: Any,
    ) -> None:
        """The joiner enters the Artemis Accords, led by the United States."""
        self.agreement(
            agreement_id,
            "accession",
            {joiner: "joiner", "USA": "lead"},
            articles,
            signed=signed,
            instrument_id="artemis-accords",
            **values,
        )
        if is_first:
            joined_from, joined_to, precision = period(signed)
            told = self.told(articles)
            self.row(
                "fact_memberships",
                instrument_id="artemis-accords",
                party_code=joiner,
                role="joiner",
                joined_date=joined_from if precision == "day" else None,
                joined_from=joined_from,
                joined_to=joined_to,
                joined_year=joined_from.year if joined_from else None,
                joined_date_precision=precision,
                is_member=True,
                agreement_id=agreement_id,
                source_count=told["source_count"],
                is_sample_only=told["is_sample_only"],
            )

    def launch(
        self,
        launch_id: str,
        status: str,
        articles: Sequence[str],
        *,
        day: str | None = None,
        vehicle: str | None = None,
        provider: str | None = None,
        site: str | None = None,
        payloads: Mapping[str, str | None] | None = None,
        customers: Mapping[str, bool] | None = None,
        **values: Any,
    ) -> None:
        """A launch; `customers` maps each code to whether it is foreign to the provider."""
        first, last, precision = period(day)
        is_flown = status != "planned"
        payloads, customers = payloads or {}, customers or {}
        self.row(
            "fact_launches",
            launch_id=launch_id,
            status=status,
            is_flown=is_flown,
            flown_date=first if is_flown and precision == "day" else None,
            launch_from=first,
            launch_to=last,
            launch_year=first.year if first else None,
            launch_date_precision=precision,
            planned_date_first=None if is_flown else first,
            planned_date_latest=None if is_flown else last,
            slip_count=0,
            vehicle_id=vehicle,
            provider_country_code=provider,
            launch_site_id=site,
            is_foreign_customer=any(customers.values()) if customers else None,
            is_rideshare=len(customers) > 1,
            payload_count=len(payloads),
            customer_count=len(customers),
            **self.told(articles),
            **values,
        )
        for spacecraft, customer in payloads.items():
            self.row("bridge_launch_payloads", launch_id=launch_id, spacecraft_id=spacecraft, customer_code=customer)
        for code, is_foreign in customers.items():
            self.row("bridge_launch_customers", launch_id=launch_id, party_code=code, is_foreign=is_foreign)
        cells = {"status": status, "vehicle_id": vehicle, "launch_site_id": site}
        cells["flown_date" if is_flown else "planned_date_latest"] = day
        self.evidence(
            "launch", launch_id, articles, cells, {"spacecraft_id": list(payloads), "party_code": list(customers)}
        )

    def cooperation(
        self,
        cooperation_id: str,
        cooperation_type: str,
        parties: Mapping[str, str],
        articles: Sequence[str],
        start: str | None = None,
        **values: Any,
    ) -> None:
        start_from, start_to, precision = period(start)
        self.row(
            "fact_cooperations",
            cooperation_id=cooperation_id,
            cooperation_type=cooperation_type,
            start_from=start_from,
            start_to=start_to,
            start_year=start_from.year if start_from else None,
            start_date_precision=precision,
            party_count=len(parties),
            only_state_media=all(self.articles[a][0] == "xinhua" for a in articles),
            **self.told(articles),
            **values,
        )
        for code, role in parties.items():
            self.row("bridge_cooperation_parties", cooperation_id=cooperation_id, party_code=code, role=role)
        cells = {"cooperation_type": cooperation_type, **values}
        self.evidence("cooperation", cooperation_id, articles, cells, {"party_code": list(parties)})

    def total(self, total_id: str, metric: str, value: float, article: str, **values: Any) -> None:
        told = self.told([article])
        self.row(
            "fact_reported_totals",
            total_id=total_id,
            metric=metric,
            value=value,
            article_id=article,
            first_reported_date=told["first_reported_date"],
            is_sample_only=told["is_sample_only"],
            **values,
        )
        self.evidence("total", total_id, [article], {"metric": metric, "value": value, **values}, {})

    def told(self, articles: Sequence[str]) -> dict[str, Any]:
        """What follows for a fact from the articles that tell it."""
        days = [published for a in articles if (published := self.articles[a][1])]
        sources = {self.articles[a][0] for a in articles}
        return {
            "first_reported_date": min(days, default=None),
            "article_count": len(articles),
            "source_count": len(sources),
            "is_sample_only": sources == {"sample"},
        }

    def evidence(
        self,
        fact_type: str,
        fact_id: str,
        articles: Sequence[str],
        cells: Mapping[str, Any],
        lists: Mapping[str, Sequence[str]],
    ) -> None:
        """One quote in each article for every cell that holds a value."""
        pairs = [(name, None, str(value)) for name, value in cells.items() if value is not None]
        pairs += [(name, member, member) for name, members in lists.items() for member in members]
        for article in articles:
            self.claims += 1
            self.row("claims", claim_key=self.claims, claim_id=f"clm_{self.claims:04}", article_id=article)
            self.row("bridge_fact_claims", fact_type=fact_type, fact_id=fact_id, claim_key=self.claims)
            for place, (name, element, value) in enumerate(pairs):
                self.row(
                    "claim_quotes",
                    claim_key=self.claims,
                    column_name=name,
                    element=element or "",
                    claimed_value=value,
                    text_part="text",
                    char_start=100 * place,
                    char_end=100 * place + len(value),
                    quote=value,
                    sentence=value,
                )


def _left_out(agreement_type: str, status: str, signed: str | None) -> str | None:
    """Why totals leave an agreement out, where its own cells tell."""
    if status == "planned":
        return "planned"
    if status == "ended" and signed is None:
        return "never_signed"
    return "pledge" if agreement_type == "letter_of_intent" else None


def plain(table: Table, column: Column) -> Any:
    """A value that a required column accepts; null for any other."""
    if not table.is_required(column):
        return None
    return column.values[0] if column.values else ROWS_OF_TYPE[column.type]


def period(partial: str | None) -> tuple[date | None, date | None, str]:
    """First and last day and precision of a partial ISO date."""
    if partial is None:
        return None, None, "unknown"
    year, month, day = (int(x) for x in (partial + "-0-0").split("-")[:3])
    if day:
        return date(year, month, day), date(year, month, day), "day"
    if month:
        after = date(year + month // 12, month % 12 + 1, 1)
        return date(year, month, 1), after - timedelta(days=1), "month"
    return date(year, 1, 1), date(year, 12, 31), "year"


def empty_star(database: Path | str = ":memory:") -> duckdb.DuckDBPyConnection:
    """A connection with an empty schema `core` and the writer's store attached, as at build time."""
    con = duckdb.connect(database)
    con.execute("attach ':memory:' as store")
    noted = (CHANGED_FACTS, REDIRECT_STEPS, RESOLUTION_BASIS)
    for table in (REJECTS, SOURCE_STATES, ARTICLE_CARRIERS, REVIEWS, SETTLED_DOUBTS, CURATED_REDIRECTS, *noted):
        for ddl in table.ddl():
            con.execute(ddl.replace(f"main.{table.name}", f"store.main.{table.name}"))
    con.execute(
        "create table store.main.refresh_log "
        "(number bigint, refreshed_at timestamp, rules_version varchar, duckdb_version varchar, entry json)"
    )
    con.execute("attach ':memory:' as past")
    for table in KEPT:
        con.execute(next(table.ddl()).replace(table.qualified, f"past.{table.qualified}"))
    con.execute("create schema core")
    for table in (*CORE_TABLES, *HISTORY_TABLES):
        for statement in table.ddl():
            con.execute(statement)
    return con
