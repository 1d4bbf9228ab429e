"""Small outcomes of resolution and corrections of them, for tests of curation."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from tests.unit.resolve_claims import sourced
from transforms.curation import Curated, Entry, Outcome, Unread, curate, entry
from transforms.resolve import SourcedClaim, resolve

PAIR = ("CHN", "RUS")
ONE = sourced("agreement", "a1", parties=PAIR, type="mou", status="signed", signed="2021-03-09", programme="moon base",
              date_basis="stated")  # fmt: skip
SAME = sourced("agreement", "a2", parties=PAIR, type="agreement", status="signed", signed="2021-03-09")
OTHER = sourced("agreement", "b1", parties=("BRA", "CHN"), type="contract", status="signed", signed="2020-01-05",
                supplier="CHN")  # fmt: skip
PLAN = sourced("launch", "p1", status="planned", date="2022-05-01", payloads=("Angosat-2",), vehicle="Proton-M",
               published="2022-03-01", customers=("AGO",))  # fmt: skip
CLAIMS = (ONE, SAME, OTHER, PLAN)


def ids(claims: Sequence[SourcedClaim] = CLAIMS) -> dict[str, str]:
    """The fact of each claim, by its article."""
    facts = resolve(claims).facts
    return {member.split("_")[1].split("-")[0]: fact.fact_id for fact in facts for member in fact.members}


def outcome(claims: Sequence[SourcedClaim] = CLAIMS, **redirects: str) -> Outcome:
    held = {claim.claim_id: claim for claim in claims}
    return Outcome({f.fact_id: tuple(held[m] for m in f.members) for f in resolve(claims).facts}, redirects)


def made(action: str, of: str = "a1", number: int = 1, file: str = "ann.toml", **more: Any) -> Entry:
    fields = {"action": action, "author": "Ann", "date": "2026-11-22", "reason": "Seen.", **more}
    if action != "add" and "subject" not in more:
        fields = {"fact": ids()[of], "anchor": f"clm_{of}-000", **fields}
    found = entry(file, number, fields)
    assert isinstance(found, Entry), found
    return found


def run(*entries: Entry | Unread, claims: Sequence[SourcedClaim] = CLAIMS) -> Curated:
    return curate(entries, outcome(claims))


def cells(curated: Curated, fact: str) -> dict[str, Any]:
    return next(one for one in curated.facts if one.fact_id == fact).cells


def fared(curated: Curated) -> list[str]:
    return [standing.status for standing in curated.standings]


def withdrawn(article: str, **more: Any) -> Entry:
    base = {"action": "withdraw", "author": "Ann", "date": "2026-11-22", "reason": "A hoax.", "article": "art_x"}
    found = entry("ann.toml", 9, base | more)
    assert isinstance(found, Entry), found
    return replace(found, article=article)
