"""Claims made for the tests of resolution: by hand, from gold facts, or drawn from small worlds where much clashes."""

import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from transforms.claim import FIELDS, LIST_FIELDS, Claim, Kind
from transforms.resolve import Resolution, SourcedClaim, resolve

GOLD = Path(__file__).parents[1] / "gold"


def sourced(kind: Kind, article: str, number: int = 0, **told: Any) -> SourcedClaim:
    """A claim of an article; what is told beside cells: published, tier, group, confidence."""
    published, tier = told.pop("published", None), told.pop("tier", 2)
    group, sure = told.pop("group", article), told.pop("confidence", 0.9)
    cells = {name: tuple(value) if isinstance(value, (list, set)) else value for name, value in told.items()}
    claim = Claim(kind, cells, {}, "test", sure, ("text", number))
    return SourcedClaim(claim, f"clm_{article}-{number:03}", article, published, group, tier, group)


def gold_claims() -> list[SourcedClaim]:
    """The gold facts of the retold stories, each as a claim of its story."""
    claims = []
    for line in (GOLD / "wires.gold.jsonl").read_text(encoding="utf-8").splitlines():
        story = json.loads(line)
        for number, fact in enumerate(story["facts"]):
            cells = {
                name: fact.get(name) or () if name in LIST_FIELDS else fact.get(name) for name in FIELDS[fact["kind"]]
            }
            claims.append(sourced(fact["kind"], story["id"], number, published=story["published"], **cells))
    return claims


def fact_of(resolution: Resolution) -> dict[str, str]:
    """The fact that each claim ended up in."""
    return {claim: fact.fact_id for fact in resolution.facts for claim in fact.members}


def facts(*claims: SourcedClaim) -> list[set[str]]:
    """The articles of each fact that these claims come to, in order."""
    found = [{member.split("_")[1].split("-")[0] for member in fact.members} for fact in resolve(claims).facts]
    return sorted(found, key=sorted)


_DAYS = st.sampled_from(
    ["2021-03-09", "2021-03-10", "2021-03-20", "2021-03", "2021-04", "2021", "2022-05", "soon", None]
)
_PARTIES = st.sampled_from([("CHN", "RUS"), ("BRA", "CHN"), ("BRA", "CHN", "RUS"), ("BRA", "CHN", "IND", "RUS")])
_THINGS = st.sampled_from(["CBERS-4", "CBERS-4A", "CBERS", "moon base", "satellite navigation", "Tiangong", None])
_ROCKETS = st.sampled_from(["Long March 3B", "Long March 3B/E", "Long March", "Falcon 9", None])
_PAYLOADS = st.lists(
    st.sampled_from(["Apstar-6C", "Apstar 6C", "CBERS-4A", "Starlink", "Hope"]), max_size=2, unique=True
)

_CELLS = {
    "agreement": st.fixed_dictionaries({
        "parties": _PARTIES, "type": st.sampled_from(["mou", "contract", "agreement", "accession"]),
        "status": st.sampled_from(["signed", "signed", "planned", "ended"]), "signed": _DAYS, "programme": _THINGS,
        "supplier": st.sampled_from(["CHN", None]), "date_basis": st.sampled_from(["stated", "announced", None]),
    }),
    "launch": st.fixed_dictionaries({
        "status": st.sampled_from(["success", "success", "failure", "planned"]), "date": _DAYS, "vehicle": _ROCKETS,
        "payloads": _PAYLOADS.map(tuple), "site": st.sampled_from(["Xichang", "Xichang Satellite Launch Center", None]),
        "customers": st.sampled_from([(), ("HKG",), ("CHN", "HKG"), ("BRA", "CHN", "HKG")]),
    }),
    "cooperation": st.fixed_dictionaries({
        "type": st.sampled_from(["joint_mission", "constellation", "satellite_export", "data_sharing", "crew"]),
        "start": st.sampled_from([None, None, "soon", "2021-03"]),
        "parties": _PARTIES, "subject": _THINGS,
    }),
    "total": st.fixed_dictionaries({
        "metric": st.just("launches"), "value": st.sampled_from([5, 6]), "of": st.just("CHN"),
    }),
}  # fmt: skip


@st.composite
def claim_sets(draw: st.DrawFn, max_size: int = 24) -> list[SourcedClaim]:
    """Some claims of few articles about few things, so that most of them could belong together."""
    claims = []
    for number in range(draw(st.integers(1, max_size))):
        kind = draw(st.sampled_from(list(_CELLS)))
        cells = draw(_CELLS[kind])
        published = draw(st.sampled_from(["2021-02-01", "2021-03-11", "2021-03-11", "2022-06-01", None]))
        article, tier = f"art{draw(st.integers(0, 9))}", draw(st.integers(1, 4))
        sure = draw(st.sampled_from([0.5, 0.8]))
        claims.append(sourced(kind, article, number, published=published, tier=tier, confidence=sure, **cells))
    return claims
