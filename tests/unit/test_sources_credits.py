"""The wire behind an article is found wherever it is credited, and an agency that is only quoted is none."""

import datetime as dt

import pytest

from sources.credits import credited
from sources.records import Reading, article
from sources.tables import pairs
from transforms import lexicons

BODY = "China launched a communications satellite for Laos on Saturday. It entered its planned orbit, engineers said."


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        (f"XICHANG, Nov. 21 (Xinhua) -- {BODY}", "Xinhua"),
        (f"(Reuters) - {BODY}", "Reuters"),
        (f"Xinhua -- {BODY}", "Xinhua"),
        (f"TASS, March 9. {BODY}", "TASS"),
        (f"{BODY} (Xinhua)", "Xinhua"),
        (f"{BODY} (Xinhua) Read more at https://a.example/news", "Xinhua"),
        (f"{BODY} (Xinhua news agency)\n\nRelated stories\nRocket rolls out", "Xinhua"),
        (f"{BODY}\n\n(AFP)", "AFP"),
        (f"{BODY}\n— Agence France-Presse", "AFP"),
        (f"{BODY} –PTI", "PTI"),
        (f"{BODY} /TASS/", "TASS"),
        (f"{BODY}\nReuters\n", "Reuters"),
        (f"{BODY}\n(With inputs from ANI)", "ANI"),
        (f"{BODY}\nWith reporting by AP", "Associated Press"),
        (f"{BODY}\n\nSource: Xinhua", "Xinhua"),
        (f"{BODY}\n\n(Source: Xinhua News Agency)", "Xinhua"),
        (f"{BODY}\n\nSource: China Daily", "China Daily"),
        (f"Source: Xinhua\n\n{BODY}", "Xinhua"),
        ("China launched a satellite for Laos from Xichang on Saturday, Xinhua reported.", "Xinhua"),
        (f"{BODY}\n\nThe satellite will serve for fifteen years, state news agency Xinhua reported on Sunday.",
         "Xinhua"),
        (f"Russia and China signed the plan in Moscow, the Russian news agency TASS reports.\n\n{BODY}", "TASS"),
    ],
)  # fmt: skip
def test_a_credit_is_found(text: str, wire: str) -> None:
    assert credited(text) == wire


@pytest.mark.parametrize(
    ("byline", "wire"),
    [
        ("Xinhua", "Xinhua"),
        ("By AFP", "AFP"),
        ("Reuters Staff", "Reuters"),
        ("Jane Doe, Associated Press", "Associated Press"),
        ("Xinhua writers Yu Fei and Hu Zhe", "Xinhua"),
        ("Zhang San (TASS)", "TASS"),
        ("Jane Doe for Reuters", "Reuters"),
        ("Antara Dev", None),
        ("Ani Smith", None),
        ("Jane Doe", None),
        (None, None),
    ],
)
def test_a_credit_in_the_byline(byline: str | None, wire: str | None) -> None:
    assert credited(BODY, byline) == wire


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"{BODY} A spokesman told Reuters that two more would follow.",
        f"{BODY} Two more will follow, Xinhua said.",
        f"{BODY} Two more will follow, according to TASS.",
        f"Xinhua said that China launched a satellite. {BODY}",
        f"Reuters, the news agency, opened an office in Vientiane. {BODY}",
        f"{BODY} (NASA)",
        f"{BODY} The agency (AP) was not reached.",
        f"{BODY}\n\nPhoto: A rocket lifts off. (AP)",
        f"{BODY}\nAP Photo/Jane Doe",
        f"{BODY}\nSource: https://a.example/1",
        f"{BODY}\n\nSource: NASA",
        f"Credit: AP\n\n{BODY}",
        f"{BODY}\nThe source: a person who knows the plan well and asked not to be named because it is not public yet.",
        "An early report was wrong, Xinhua reported. It was corrected the next day by the ministry itself.",
        f"{BODY} Sputnik was launched in 1957.\nSputnik 1",
        f"It was first told, TASS reported, in May.\n\n{BODY}",
    ],
)
def test_an_agency_that_is_quoted_or_named_is_no_credit(text: str) -> None:
    assert credited(text) is None


def test_a_record_names_its_wire() -> None:
    reading = Reading("inbox", "a.jsonl", "h", dt.date(2021, 3, 9))
    record = {"text": f"{BODY} (Xinhua) Read more at our site.", "source": "The Star"}
    assert article(record, reading).credited_source == "Xinhua"
    assert article(record | {"credited_source": "AFP"}, reading).credited_source == "AFP"
    assert article({"text": BODY, "byline": "Bernama"}, reading).credited_source == "Bernama"


def test_the_lexicon_knows_the_wires_that_are_most_credited() -> None:
    known = {name for name, _ in pairs("wires.tsv") if lexicons.lookup("outlets", name)}
    assert known >= {"Xinhua", "TASS", "Reuters", "AFP", "Associated Press", "Kyodo", "Yonhap", "PTI", "Interfax"}
