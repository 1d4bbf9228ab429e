"""Agreements that no document's noun tells: bare signings, the like of one told before, firms hired, chronicles."""

import pytest

from sources.article import Article
from transforms.extract import extract

LEDE = "A rocket lifted a communications satellite into orbit on Tuesday, and the spacecraft is well.\n\n"


def told(text: str) -> list[str]:
    """Each agreement as `A B type status date`."""
    claims = extract(Article(text=LEDE + text, title="From the space desk", published="2024-06-12"))
    found = [claim.to_json() for claim in claims if claim.kind == "agreement"]
    return sorted(
        " ".join([*sorted(c["parties"]), c["type"], c["status"], c.get("signed") or ""]).rstrip() for c in found
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a verb of signing without an object
        ("Peru and Chile signed in Lima on May 3, 2019, and the satellite was theirs.",
         "CHL PER agreement signed 2019-05-03"),
        ("The Kenya Space Agency and JAXA signed in 2021 for a joint satellite.", "JPN KEN agreement signed 2021"),
        ("ISRO and CNES have signed, and the two satellites will fly.", "FRA IND agreement signed"),
        ("The cubesat was built by Clyde Space, with which Ethiopia signed in March 2020.",
         "ETH GBR contract signed 2020-03"),
        ("The Kyushu Institute of Technology and All Nations University, of Koforidua, Ghana, signed in 2015.",
         "GHA JPN agreement signed 2015"),
        # other words for it
        ("Brazil and China shook hands on the remote sensing satellite in 1988.", "BRA CHN agreement signed 1988"),
        ("CONAE and ASI shook on it in 2005: Italy would lend its radar satellites.", "ARG ITA agreement signed 2005"),
        ("Jakarta and New Delhi came to terms over the tracking station in 1996.", "IDN IND agreement signed 1996"),
        ("CNES and the Peruvian space agency are to exchange letters about a satellite.",
         "FRA PER agreement planned"),
        ("Kenya has agreed in writing with China that the station may track satellites.",
         "CHN KEN agreement signed"),
        # words for a document that need such a verb
        ("Norway struck a bargain with ESA in 2005: a ground station in return for satellite data.",
         "ESA NOR agreement signed 2005"),
        ("In March 2012 Lima and Paris reached an understanding about a satellite.",
         "FRA PER agreement signed 2012-03"),
        ("By an exchange of letters between NASA and the Bolivian space agency in 2011 the station was handed over.",
         "BOL USA agreement signed 2011"),
        ("The swap which Rome and Tokyo agreed in 2004 gave the Italians an instrument on the satellite.",
         "ITA JPN agreement signed 2004"),
        ("Turkey handed the Japanese builder MELCO a commission for two satellites in 2011.",
         "JPN TUR contract signed 2011"),
        ("The job of building Morocco's two satellites fell to Airbus in 2013.", "FRA MAR contract signed 2013"),
        # everyday verbs with a document for their object
        ("Britain made an arrangement with NASA for the satellite in 1961.", "GBR USA agreement signed 1961"),
        ("Ankara let the satellite contract to Aérospatiale on 20 December 1990.",
         "FRA TUR contract signed 1990-12-20"),
    ],
)  # fmt: skip
def test_a_verb_of_agreeing_alone(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile have not signed for the satellite.",
        "Peru and Chile signed off on the satellite's design review in May.",
        "Peru and Chile signed the guest book at the space centre in May.",
        "Peru and Chile signed up 300 students for the satellite course.",
        "Peru and Chile shook hands on the runway.",
        "No bargain was struck between Norway and ESA over the satellite.",
        "Norway and ESA failed to reach an understanding about the satellite.",
        "The satellite was a bargain for Peru, and France was pleased.",
        "The minister denied that Peru had signed with China for a satellite.",
        "Had Peru signed with China, the satellite would be up by now.",
        "Peru was to have signed with China in May for a satellite.",
    ],
)
def test_no_agreement(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway signed its data agreement with ISRO in May 2016. Sweden's was signed in June 2017.",
         ["IND NOR agreement signed 2016-05", "IND SWE agreement signed 2017-06"]),
        ("Peru signed a satellite agreement with France in April 2014. Chile followed with its own, concluded in Paris "
         "with CNES in May 2015.", ["CHL FRA agreement signed 2015-05", "FRA PER agreement signed 2014-04"]),
        ("Britain made an arrangement with NASA for the satellite in 1961; France made a similar one in 1962.",
         ["FRA USA agreement signed 1962", "GBR USA agreement signed 1961"]),
        ("Thales Alenia Space got its contract for the satellite from Brazil in 2013, and Arianespace received its own "
         "in December 2014.", ["BRA FRA contract signed 2013", "BRA FRA contract signed 2014-12"]),
        ("Oman's minister signed a space agreement with India in October. In November followed two more, with Chile "
         "and with Spain.", ["CHL OMN agreement signed 2023-11", "ESP OMN agreement signed 2023-11",
                         "IND OMN agreement signed 2023-10"]),
        ("The memorandum between Oman and Chad was signed in 2011 and the treaty in 2014, and a satellite rose.",
         ["OMN TCD agreement signed 2014", "OMN TCD mou signed 2011"]),
        # no document, but a launch, a craft
        ("Chile signed an agreement on satellite data with Peru in May. Kenya followed on Tuesday with a launch.",
         ["CHL PER agreement signed 2024-05"]),
        ("Peru's was the first satellite; France's was launched later.", []),
        ("Two more came with the satellite: a camera from Chile and a magnetometer from Peru.", []),
    ],
)  # fmt: skip
def test_the_like_of_one_told_before(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a firm of the trade is hired, the work being plain
        ("The satellite needs a maker. Boeing was chosen by Oman in June 2019.", "OMN USA contract signed 2019-06"),
        ("Measat of Malaysia has gone to Airbus for its next satellite.", "FRA MYS contract signed"),
        ("Vietnam asked Lockheed Martin in 2006 to make the satellite.", "USA VNM contract signed 2006"),
        ("Airbus has had the order for Peru's satellite since April 2014.", "FRA PER contract signed 2014-04"),
        # what is bought is told the sentence before
        ("Ground stations came late. Oman ordered two from Japan's NEC in 1982.", "JPN OMN contract signed 1982"),
        ("Kenya has contracted for capacity on a satellite of Eutelsat's.", "FRA KEN contract signed"),
        ("Sateliot of Barcelona has paid for a seat on a Falcon 9 rideshare.", "ESP USA contract signed"),
        ("The Emirate will get its link: a slot has been hired from Intersputnik by Oman.",
         "INTERSPUTNIK OMN contract signed"),
        # two buyers
        ("Azercosmos of Baku and Measat of Malaysia share a satellite. The two firms ordered it from Boeing in "
         "2031.", "AZE MYS USA contract signed"),
    ],
)  # fmt: skip
def test_a_firm_is_hired(text: str, expected: str) -> None:
    assert told(text.replace("2031", "2017"))[:1] in ([expected], [expected + " 2017"])


@pytest.mark.parametrize(
    "text",
    [
        "Peru's president went to Boeing for lunch and saw a satellite.",
        "Peru asked Boeing to explain the failure of the satellite.",
        "Asked about the satellite, Boeing did not answer Peru.",
        "Kenya paid for the satellite's insurance.",
        "SpaceX was hired by NASA to launch the satellite.",
    ],
)
def test_nobody_is_hired(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9 March 2015 – In Lima the ministers of Peru and Chile sign an agreement on satellites.",
         "CHL PER agreement signed 2015-03-09"),
        ("4 May 1982. Moscow. India and the Soviet Union conclude an agreement on the launch of a satellite.",
         "IND SUN agreement signed 1982-05-04"),
        ("June 2013: Turkmenistan orders a satellite from Thales Alenia Space.", "FRA TKM contract signed 2013-06"),
        ("2020 – Peru and Chile sign in Lima; a satellite is to follow.", "CHL PER agreement signed 2020"),
    ],
)  # fmt: skip
def test_a_chronicle(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whom a noun means
        ("Ethiopia has a satellite. Its science ministry and the Chinese academy CAST had come to an understanding in "
         "2016.", "CHN ETH agreement signed 2016"),
        ("It was designed at the Kyushu Institute of Technology. Bhutan came to terms with the institute in 2016.",
         "BTN JPN agreement signed 2016"),
        ("Kenya's platform is old. The minister and her Italian counterpart put their names to a new agreement on the "
         "space centre in May 2016.", "ITA KEN agreement signed 2016-05"),
        ("Juan Soto for Peru and Ana Ruiz for the Spanish space agency signed an accord on satellites in 2019.",
         "ESP PER agreement signed 2019"),
        ("In May of that very year Measat ordered two satellites from the Indian agency.",
         "IND MYS contract signed"),
        ("For this reason Lima and Paris had to strike a deal on the satellite.", "FRA PER agreement signed"),
        ("Peru is glad. A satellite rises under an accord signed in 2016 between JAXA and the ministry, Peru's first.",
         "JPN PER agreement signed 2016"),
        # older papers write acronyms with points
        ("C.N.E.S. and N.A.S.A. signed a memorandum on two satellites in 1964.", "FRA USA mou signed 1964"),
        # who is bound by its terms, or acts by it
        ("Oman's transport minister put her signature on a contract under which Airbus will supply a satellite.",
         "FRA OMN contract signed"),
        ("ISRO and JAXA divided the work on the lunar lander in an arrangement of December 2017.",
         "IND JPN agreement signed 2017-12"),
        ("The Franco-Indian memorandum of 2007 covers the satellite.", "FRA IND mou signed 2007"),
        ("It was put in writing between Rome and Nairobi on May 3, 1964 that rockets would rise from the platform.",
         "ITA KEN agreement signed 1964-05-03"),
        ("A satellite cooperation agreement between Portugal and ESA might be ready for signature in 2026.",
         "ESA PRT agreement planned 2026"),
        ("Chile's space agency accepted the Artemis Accords in May 2023.", "CHL USA accession signed 2023-05"),
        ("Bulgaria was the latest to accept the Artemis Accords, in November 2023.",
         "BGR USA accession signed 2023-11"),
    ],
)  # fmt: skip
def test_parties_told_by_a_noun(text: str, expected: str) -> None:
    assert told(text) == [expected]


def test_partners_just_listed() -> None:
    text = (
        "Four states are behind the satellite: Oman, Chad, Peru and Chile. The Omani agency concluded agreements with "
        "its partners."
    )
    assert told(text) == [f"{pair} agreement signed" for pair in ("CHL OMN", "OMN PER", "OMN TCD")]


def test_the_company_is_the_firm_told_before() -> None:
    text = "Iceye grows. Nobody has called from Lima. The company ordered three rockets from SpaceX in May."
    assert told(text) == ["FIN USA contract signed 2024-05"]
