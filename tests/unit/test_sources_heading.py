"""Title, day, byline, outlet and wire are found in the head of a saved page, whatever its layout."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.dateline import credited_in_dateline
from sources.heading import read_head

BODY = (
    "The two agencies will build a ground station near the equator, the ministry said in a statement that was read out "
    "to reporters on Tuesday, and the first antenna is to be delivered before the rains set in next year."
)

PAGES = {
    "headline said twice, wire behind the byline": (
        "Orbit Times\nOld partners, new station\nillustration only\n"
        "Old partners, new station\nby Staff Writers for Harbour News\n"
        f"Nairobi, Kenya (HBN) Apr 24, 2023\n\n{BODY}",
        {
            "title": "Old partners, new station",
            "source": "Orbit Times",
            "byline": "Staff Writers",
            "credited_source": "Harbour News",
            "published": "2023-04-24",
        },
    ),
    "byline with a date": (
        f"SkyPost\nPartners agree on a new ground station\nBy Jane Doe | March 3, 2021\n\n{BODY}",
        {
            "title": "Partners agree on a new ground station",
            "source": "SkyPost",
            "byline": "Jane Doe",
            "published": "2021-03-03",
        },
    ),
    "labels": (
        f"Partners agree on a new ground station\nPublished: 2021-03-03\nSource: Xinhua\n\n{BODY}",
        {"title": "Partners agree on a new ground station", "published": "2021-03-03", "credited_source": "Xinhua"},
    ),
    "front matter": (
        '---\ntitle: "A station for two"\ndate: 3 March 2021\nsource: SkyPost\n'
        "url: https://skypost.example/a\nauthor: J. Doe\n---\n\n"
        f"{BODY}",
        {
            "title": "A station for two",
            "published": "2021-03-03",
            "source": "SkyPost",
            "url": "https://skypost.example/a",
            "byline": "J. Doe",
        },
    ),
    "markdown": (
        f"# A station for two\n\n*By Jane Doe*\n\n*March 3, 2021*\n\n{BODY}",
        {"title": "A station for two", "byline": "Jane Doe", "published": "2021-03-03"},
    ),
    "wire dateline with a year": (
        f"A station for two\nNAIROBI, March 3, 2021 (Xinhua) -- {BODY}",
        {"title": "A station for two", "published": "2021-03-03", "credited_source": "Xinhua"},
    ),
    "wire dateline without a year": (
        f"NAIROBI, Oct. 9 (Xinhua) -- {BODY}",
        {"title": None, "published": None, "credited_source": "Xinhua"},
    ),
    "city alone": (
        f"Old partners agree\nWASHINGTON — {BODY}",
        {"title": "Old partners agree", "credited_source": None},
    ),
    "browser title, menu and a date line": (
        f"Old partners agree on station | Orbit Daily\nMenu\nSearch\n"
        f"Old partners agree on station\nTuesday, 9 July 2018, 10:22 GMT\nShare\n{BODY}",
        {"title": "Old partners agree on station", "source": "Orbit Daily", "published": "2018-07-09"},
    ),
    "updated only": (
        f"Old partners agree\nUpdated: July 9, 2018\n\n{BODY}",
        {"title": "Old partners agree", "published": "2018-07-09"},
    ),
    "credit at the foot": (f"Old partners agree\n\n{BODY}\n\nSource: TASS", {"credited_source": "TASS"}),
    "nothing but text": (BODY, {"title": None, "published": None, "source": None, "byline": None}),
    "two sentences": ("It flew on Monday.\n\nIt landed on Tuesday.", {"title": None, "source": None}),
}


@pytest.mark.parametrize("name", PAGES)
def test_layouts(name: str) -> None:
    text, expected = PAGES[name]
    head = read_head(text)
    assert {field: getattr(head, field) for field in expected} == expected


@pytest.mark.parametrize(
    ("line", "byline", "wire"),
    [
        ("Source: Xinhua| 2021-03-09 22:15:10|Editor: someone", None, "Xinhua"),
        ("Source: Xinhua 2021-03-09 22:15:10", None, "Xinhua"),
        ("By Wu Li | Harbour Daily | Updated: 2021-03-09 10:22", "Wu Li", None),
        ("Harbour Daily | Updated: 2021-03-09 10:22", None, None),
        ("By Wu Li (Harbour Daily Online) 15:36, March 09, 2021", "Wu Li (Harbour Daily Online)", None),
        ("by Jane Doe — March 9, 2021", "Jane Doe", None),
        ("Updated 10:22 AM EST, Tue March 9, 2021", None, None),
        ("First published on Tue 9 Mar 2021 10.22 GMT", None, None),
        ("March 9, 2021 · 5 min read", None, None),
    ],
)
def test_lines_that_outlets_put_under_a_headline(line: str, byline: str | None, wire: str | None) -> None:
    head = read_head(f"Old partners agree on a station\n{line}\n\n{BODY}")
    assert (head.title, head.published) == ("Old partners agree on a station", "2021-03-09")
    assert (head.byline, head.credited_source) == (byline, wire)


def test_published_goes_before_updated() -> None:
    head = read_head(f"Old partners agree\nUpdated March 10, 2021\nPublished March 9, 2021 at 3:04 PM EST\n\n{BODY}")
    assert head.published == "2021-03-09"


def test_a_date_that_cannot_be_read_is_noted() -> None:
    head = read_head(f"Old partners agree\nPublished: someday\n\n{BODY}")
    assert head.published is None
    assert any("someday" in note for note in head.notes)


@pytest.mark.parametrize(
    ("opening", "wire"),
    [
        ("MOSCOW, March 9. /TASS/. The agencies signed", "TASS"),
        ("NAIROBI, Kenya, March 9, 2021 /PRNewswire/ -- Skyline", "PRNewswire"),
        ("SEATTLE (Reuters) - The firm", "Reuters"),
        ("Moscow (AFP) - The firm", "AFP"),
        ("ABU DHABI, United Arab Emirates (AP) — The agency", "AP"),
        ("The European Space Agency (ESA) - an international body - signed", None),
        ("China National Space Administration (CNSA) -- the agency", None),
        ("Kenya Space Agency (KSA) - the agency", None),
        ("WASHINGTON — The agency", None),
        ("The firm (Reuters) said", None),
    ],
)
def test_wire_in_the_dateline(opening: str, wire: str | None) -> None:
    assert credited_in_dateline(opening + " a memorandum.") == wire


@given(st.text(), st.text())
def test_never_raises(start: str, end: str) -> None:
    read_head(f"---\n{start}\n---\n# {end}\n{start}\nBy {end}\n{BODY}")
    read_head(start)
