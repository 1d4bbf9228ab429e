"""Running numbers told by a joining, and by the first words of a story."""

import pytest

from sources.article import Article
from transforms.extract import extract


def totals(text: str) -> list[str]:
    """Each total as `metric value scope`."""
    claims = extract(Article(text=text, title="From the space desk", published="2024-06-12"))
    found = [claim.to_json() for claim in claims if claim.kind == "total"]
    return [f"{c['metric']} {c['value']} {c['scope']}" for c in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad joined ESA's data programme on satellites in 2031 as its tenth member.", "partner_countries 10 ordinal"),
        ("Kenya signed the Artemis Accords as the 41st country.", "partner_countries 41 ordinal"),
        ("Peru's second satellite was in good health on Tuesday. It was launched on Monday.", "satellites 2 ordinal"),
        ("A rocket lifted a communications satellite into orbit on Tuesday, and engineers say "
         "the spacecraft is well.\n\nThis was the Dnepr's eleventh outing.", "launches 11 ordinal"),
    ],
)  # fmt: skip
def test_a_place_in_a_row(text: str, expected: str) -> None:
    assert totals(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Chad treats the satellite as its third child.",
        "Engineers met. Peru's second satellite was in good health on Tuesday.",
        "The company flew its second satellite outing by bus.",
    ],
)
def test_no_place_in_a_row(text: str) -> None:
    assert totals(text) == []
