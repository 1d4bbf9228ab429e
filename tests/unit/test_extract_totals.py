"""Figures that an article reports as totals: which are taken, with what cells, and which are left alone."""

import pytest

from sources.article import Article
from transforms.claim import Claim
from transforms.extract import extract

LEAD = "The space agency put two spacecraft into orbit from its cosmodrome and tracks them in low Earth orbit.\n\n"

Told = tuple[str, int, str | None, str | None, str]


def totals(text: str, title: str = "News from the space agency", published: str | None = "2031-03-05") -> list[Claim]:
    article = Article(text=LEAD + text, title=title, published=published, source="wire", source_article_id="1")
    return [claim for claim in extract(article) if claim.kind == "total"]


def figures(text: str) -> set[tuple[str, int]]:
    return {(claim.cells["metric"], claim.cells["value"]) for claim in totals(text)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("China has signed 171 cooperation agreements.", ("agreements", 171, "CHN", None, "cumulative")),
        ("SpaceX performed 41 orbital launches in 2029.", ("launches", 41, "USA", "SpaceX", "window")),
        (
            "Since 2024, Long March rockets have put 90 craft into orbit.",
            ("satellites", 90, "CHN", "Long March", "window"),
        ),
        ("OneWeb now has 777 satellites in orbit.", ("satellites", 777, "GBR", "OneWeb", "current")),
        ("It was the 612th flight of the Long March rocket family.", ("launches", 612, "CHN", "Long March", "ordinal")),
        ("It was SpaceX's 99th launch of the year.", ("launches", 99, "USA", "SpaceX", "ordinal")),
        (
            "Chad became the 71st country to sign the Artemis Accords.",
            ("partner_countries", 71, None, "Artemis Accords", "ordinal"),
        ),
        ("ESA has 24 member states.", ("partner_countries", 24, "ESA", "ESA", "current")),
        (
            "The 24-nation European Space Agency agreed.",
            ("partner_countries", 24, "ESA", "European Space Agency", "current"),
        ),
        ("Fengyun data are provided to 141 countries.", ("partner_countries", 141, "CHN", "Fengyun", "current")),
        ("Proton has flown more than 430 times.", ("launches", 430, "RUS", "Proton", "cumulative")),
        ("The charter was activated 77 times in 2029.", ("services", 77, None, None, "window")),
    ],
)
def test_a_total_is_told_with_its_cells(text: str, told: Told) -> None:
    claim = next(c for c in totals(text) if c.cells["value"] == told[1])
    metric, value, of, subject, scope = told
    assert (claim.cells["metric"], claim.cells["value"], claim.cells["scope"]) == (metric, value, scope)
    if of is not None:
        assert claim.cells["of"] == of
    if subject is not None:
        assert claim.cells["subject"] == subject


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Artemis Accords now have 70 signatories.", ("partner_countries", 70)),
        ("There are now 70 signatories to the Artemis Accords.", ("partner_countries", 70)),
        ("The signing brings the number of countries in the Artemis Accords to 71.", ("partner_countries", 71)),
        ("The signing brings to 71 the number of signatories.", ("partner_countries", 71)),
        ("The launch raised the fleet to 88 craft.", ("satellites", 88)),
        ("The launch, the 14th this year for Russia, went well.", ("launches", 14)),
        ("It was flight number 310 for Arianespace.", ("launches", 310)),
        ("The Atlas 5 has had 90 consecutive successes.", ("launches", 90)),
        ("Intelsat operates a 52-satellite fleet.", ("satellites", 52)),
        ("The station has been visited by people from 27 countries.", ("partner_countries", 27)),
        ("China launched 52 rockets in 2029, compared with 49 in 2028.", ("launches", 49)),
        ("The operator has built up a fleet of satellites, with 66 in service.", ("satellites", 66)),
        ("The agency is a member of 18 international bodies.", ("partner_organizations", 18)),
        ("Not one of the rocket's 40 flights has failed.", ("launches", 40)),
        ("SpaceX has placed 900 craft into orbit, of which 850 remain in orbit.", ("satellites", 850)),
    ],
)  # fmt: skip
def test_a_total_is_found_however_it_is_put(text: str, told: tuple[str, int]) -> None:
    assert told in figures(text)


@pytest.mark.parametrize(
    "text",
    [
        "SpaceX launched 60 Starlink satellites on Tuesday.",
        "The two countries signed three agreements on Monday.",
        "The operator plans to launch 12,000 satellites.",
        "The satellite carries five instruments and 24 transponders.",
        "She flew on three shuttle missions.",
        "The booster made its 12th flight.",
        "Ministers from 22 countries met in Seville.",
        "The firm has 300 employees in six countries.",
        "The satellite weighs 400 kilograms and cost $90 million.",
        "It was the first launch from the new pad.",
        "The crew will perform 25 experiments.",
        "Arianespace has a backlog of 21 launches.",
        "The rocket flies three missions a year.",
        "Expedition 71 launched in 2024 with Flight 6.",
    ],
)
def test_batches_plans_and_other_counts_are_no_totals(text: str) -> None:
    assert figures(text) == set()


def test_the_figures_of_a_sentence_are_one_statement() -> None:
    claims = totals("China has signed 171 space agreements with 53 countries and 7 international organizations.")
    assert {(c.cells["metric"], c.cells["value"]) for c in claims} == {
        ("agreements", 171),
        ("partner_countries", 53),
        ("partner_organizations", 7),
    }
    assert len({c.cells["statement"] for c in claims}) == 1
    assert {c.cells["of"] for c in claims} == {"CHN"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Orbital launches of 2029, by country:\n\n61 United States\n\n58 China\n\n7 India (two failed)",
            [(61, "USA", None, "2029"), (58, "CHN", None, "2029"), (7, "IND", None, "2029")],
        ),
        (
            "In 2029 the rockets launched numbered 140. 61 lifted off from the United States. 58 from China. Seven "
            "from India. Seven from New Zealand.",
            [(61, "USA", None, "2029"), (58, "CHN", None, "2029"), (7, "IND", None, "2029"), (7, "NZL", None, "2029")],
        ),
        (
            "Launches by rocket in 2029 were as follows.\n- Soyuz-2: 14\n- Ariane 6: 5\n- Long March 2D: 3",
            [(14, "RUS", "Soyuz-2", "2029"), (5, "FRA", "Ariane 6", "2029"), (3, "CHN", "Long March 2D", "2029")],
        ),
        (
            "Each year saw more launches of Starlink.\n- 2026 – 12\n- 2027 – 19*\n- 2028 – 44",
            [(12, "USA", "Starlink", "2026"), (19, "USA", "Starlink", "2027"), (44, "USA", "Starlink", "2028")],
        ),
        ("Orbital launches of 2029, by country:\n\n61 United States\n\n58 China", []),
        ("Satellites were launched in 2029. The goals of the match:\n- Russia: 2\n- China: 4\n- Brazil: 3", []),
    ],
)
def test_a_list_sets_a_figure_beside_each_name_or_year(text: str, told: list[tuple[object, ...]]) -> None:
    listed = [claim.cells for claim in totals(text) if claim.rule == "count_listed"]
    assert [(cells["value"], cells["of"], cells["subject"], cells["window_from"]) for cells in listed] == told
    assert {cells["scope"] for cells in listed} <= {"window"}


def test_what_belongs_to_many_or_to_nobody_has_no_claimant() -> None:
    for text in (
        "Ghana is one of 12 African nations with satellites.",
        "China and Brazil have built nine satellites together.",
        "The Artemis Accords now have 70 signatories.",
    ):
        (claim,) = totals(text)
        assert claim.cells["of"] is None, text


def test_a_figure_told_twice_is_one_fact() -> None:
    text = "China has signed 171 space agreements.\n\nIn all, 171 space agreements have been signed by China."
    assert [c.cells["value"] for c in totals(text)] == [171]


def test_a_window_has_its_ends_and_a_sum_its_day() -> None:
    (window,) = totals("From 2021 to 2029 China conducted 300 launches.")
    assert (window.cells["window_from"], window.cells["window_to"]) == ("2021", "2029")
    (account,) = totals("China had conducted 700 launches by the end of 2029.")
    assert (account.cells["as_of"], account.cells["as_of_basis"]) == ("2029", "stated")
    (plain,) = totals("China has conducted 700 launches.")
    assert plain.cells["as_of"] is None


def test_the_bound_and_the_unit_are_kept_as_worded() -> None:
    (claim,) = totals("China has signed more than 170 space cooperation agreements.")
    assert (claim.cells["bound"], claim.cells["unit_as_worded"]) == (">=", "space cooperation agreements")


def test_every_cell_has_a_span_in_the_article() -> None:
    text = (
        "Since 2024, Long March rockets have made 67 launches for 12 countries, sending 79 craft into orbit.\n\n"
        "It was the 612th flight of the family, bringing the number of launches this year to 40."
    )
    claims = totals(text)
    assert len(claims) >= 4
    for claim in claims:
        for name, value in claim.cells.items():
            if value is not None:
                spans = claim.evidence[name]
                assert spans and all(0 <= s.start < s.end <= len(LEAD + text) for s in spans), name


def test_an_article_not_about_space_tells_no_totals() -> None:
    article = Article(
        text="The bank has signed 40 agreements with 30 countries. A satellite of the firm has 12 members.",
        title="Bank grows",
        published="2031-03-05",
        source="wire",
        source_article_id="2",
    )
    assert [claim for claim in extract(article) if claim.kind == "total"] == []
