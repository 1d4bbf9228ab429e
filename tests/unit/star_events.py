"""The events of the small star: what was agreed, flown, undertaken and counted.

Belongs here: the events. Does not belong here: the dimensions and articles that they name (`star_fixture`), or how an
event becomes rows (`star_builder`).
"""

from datetime import date

from tests.unit.star_builder import Star


def both(*codes: str) -> dict[str, str]:
    """Parties that sign as equals."""
    return dict.fromkeys(codes, "signatory")


def tell_agreements(world: Star) -> None:
    world.agreement(
        "agr_ilrs",
        "mou",
        both("CHN", "RUS"),
        ["art_ilrs", "art_ilrs_abroad", "art_sample_2"],
        signed="2021-03",
        programme="International Lunar Research Station",
        organizations=["cnsa"],
    )
    world.row("bridge_agreement_programmes", agreement_id="agr_ilrs", programme_id="ilrs")
    world.agreement(
        "agr_brics",
        "agreement",
        both("BRA", "RUS", "IND", "CHN", "ZAF"),
        ["art_brics"],
        signed="2021-08-18",
        programme="BRICS Remote Sensing Satellite Constellation",
        organizations=["cnsa"],
    )
    world.agreement(
        "agr_cbers6",
        "mou",
        both("BRA", "CHN"),
        ["art_cbers"],
        signed="2023-04-14",
        programme="CBERS-6",
        agreement_level="state",
    )
    world.agreement(
        "agr_vrss2",
        "contract",
        {"CHN": "supplier", "VEN": "customer"},
        ["art_vrss2"],
        signed="2014-10",
        programme="VRSS-2",
        supplier="CHN",
        organizations=["cast"],
        agreement_level="company",
    )
    world.agreement(
        "agr_falcon_eye",
        "contract",
        {"FRA": "supplier", "ARE": "customer"},
        ["art_europe"],
        signed="2013-07-22",
        programme="Falcon Eye 2",
        supplier="FRA",
        agreement_level="mixed",
    )
    world.agreement(
        "agr_falcon_eye_launch",
        "contract",
        {"FRA": "supplier", "ARE": "customer"},
        ["art_europe"],
        signed="2013-10",
        programme="Falcon Eye 1",
        supplier="FRA",
        organizations=["arianespace"],
        agreement_level="mixed",
    )
    satellite = {"programme": "SGDC", "supplier": "FRA", "agreement_level": "company"}
    world.agreement(
        "agr_sgdc", "contract", {"FRA": "supplier", "BRA": "customer"}, ["art_europe"], signed="2013-12", **satellite
    )
    launch = {"programme": "KhalifaSat", "supplier": "JPN", "agreement_level": "company"}
    world.agreement(
        "agr_khalifasat",
        "contract",
        {"JPN": "supplier", "ARE": "customer"},
        ["art_europe"],
        signed="2015-03-09",
        **launch,
    )
    world.agreement(
        "agr_exomars",
        "agreement",
        both("ESA", "RUS"),
        ["art_exomars"],
        status="ended",
        signed="2013-03-14",
        ended="2022-03-17",
        programme="ExoMars",
    )
    world.agreement("agr_given_up", "agreement", both("ESA", "CHN"), ["art_exomars"], status="ended", ended="2022")
    world.agreement("agr_undated", "framework", both("CHN", "LUX"), ["art_undated"])
    world.agreement(
        "agr_planned", "agreement", both("IND", "USA"), ["art_accords_fra"], status="planned", planned="2023-06"
    )
    world.agreement(
        "agr_sample", "agreement", both("FRA", "SUN"), ["art_sample_1"], signed="1966-06-30", agreement_level="state"
    )
    world.accession("agr_accords_ita", "ITA", ["art_accords"], "2020-10-13")
    world.accession("agr_accords_jpn", "JPN", ["art_accords"], "2020-10-13")
    world.accession("agr_accords_kor", "KOR", ["art_accords_kor"], "2021-05-24")
    world.accession("agr_accords_kor_again", "KOR", ["art_accords_fra"], is_first=False)
    world.accession("agr_accords_fra", "FRA", ["art_accords_fra", "art_sample_1"], "2022-06-07")
    world.accession("agr_accords_sample", "ARE", ["art_sample_1"], "2020-10-13")
    world.row(
        "fact_memberships",
        instrument_id="artemis-accords",
        party_code="USA",
        role="lead",
        is_member=True,
        joined_date_precision="unknown",
        source_count=3,
    )


def tell_launches(world: Star) -> None:
    china = {"provider": "CHN"}
    world.launch(
        "lch_vrss2",
        "success",
        ["art_vrss2", "art_vrss2_abroad"],
        day="2017-10-09",
        vehicle="long-march-2d",
        site="jiuquan",
        payloads={"vrss-2": "VEN"},
        customers={"VEN": True},
        **china,
    )
    world.launch(
        "lch_venesat",
        "success",
        ["art_vrss2"],
        day="2008",
        vehicle="long-march-3b",
        payloads={"venesat-1": "VEN"},
        customers={"VEN": True},
        **china,
    )
    world.launch(
        "lch_apstar",
        "success",
        ["art_apstar"],
        day="2018-05-03",
        vehicle="long-march-3b",
        site="xichang",
        payloads={"apstar-6c": "HKG"},
        customers={"HKG": False},
        **china,
    )
    world.launch(
        "lch_intelsat",
        "failure",
        ["art_white_paper"],
        day="1996-02-15",
        vehicle="long-march-3b",
        payloads={"intelsat-708": "USA"},
        customers={"USA": True},
        **china,
    )
    world.launch("lch_undated", "unknown", ["art_undated"], vehicle="long-march-2d", payloads={"vrss-1": None}, **china)
    world.launch(
        "lch_planned", "planned", ["art_review"], day="2022-10", vehicle="long-march-2d", is_overdue=True, **china
    )
    world.launch(
        "lch_sentinel",
        "success",
        ["art_europe"],
        day="2015-06-23",
        vehicle="vega",
        provider="FRA",
        site="kourou",
        payloads={"sentinel-2a": "ESA"},
        customers={"ESA": False},
    )
    world.launch(
        "lch_falcon_eye",
        "success",
        ["art_falcon_eye"],
        day="2020-12-02",
        vehicle="soyuz-st",
        provider="RUS",
        site="kourou",
        payloads={"falcon-eye-2": "ARE"},
        customers={"ARE": True},
    )
    world.launch(
        "lch_sample",
        "success",
        ["art_sample_1"],
        day="2022-08-04",
        vehicle="falcon-9",
        provider="USA",
        site="cape-canaveral",
        payloads={"danuri": "KOR"},
        customers={"KOR": True},
    )


def tell_cooperations(world: Star) -> None:
    sold = {"CHN": "supplier", "VEN": "customer"}
    world.cooperation("coop_vrss2", "satellite_export", sold, ["art_vrss2"], subject="VRSS-2", spacecraft_id="vrss-2")
    world.cooperation(
        "coop_venesat", "satellite_export", sold, ["art_vrss2"], subject="Venesat-1", spacecraft_id="venesat-1"
    )
    world.cooperation("coop_vrss1", "satellite_export", sold, ["art_vrss2"], subject="VRSS-1", spacecraft_id="vrss-1")
    world.cooperation("coop_venezuela", "satellite_export", sold, ["art_review"])
    world.cooperation("coop_nigeria", "satellite_export", {"CHN": "supplier", "NGA": "customer"}, ["art_review"])
    world.cooperation(
        "coop_cfosat",
        "joint_mission",
        {"CHN": "partner", "FRA": "partner"},
        ["art_white_paper"],
        start="2006",
        subject="CFOSAT",
        spacecraft_id="cfosat",
    )
    world.cooperation(
        "coop_iss",
        "constellation",
        dict.fromkeys(("USA", "RUS", "JPN", "ESA"), "partner"),
        ["art_exomars"],
        start="1998-11-20",
        subject="International Space Station",
    )
    world.cooperation(
        "coop_sample",
        "joint_mission",
        {"KOR": "partner", "USA": "partner"},
        ["art_sample_1"],
        subject="Danuri",
        spacecraft_id="danuri",
    )


def tell_totals(world: Star) -> None:
    statement = {"party_code": "CHN", "scope": "cumulative", "as_of_date": date(2022, 4, 24), "statement_id": "stm_1"}
    world.total("tot_documents", "agreements", 136, "art_review", **statement)
    world.total("tot_countries", "partner_countries", 43, "art_review", **statement)
    world.total("tot_bodies", "partner_organizations", 6, "art_review", **statement)
    long_march = {"party_code": "CHN", "subject": "Long March", "scope": "ordinal"}
    abroad = long_march | {"subject": "Long March series"}
    world.total("tot_252", "launches", 252, "art_vrss2", as_of_date=date(2017, 10, 9), **long_march)
    world.total("tot_252_abroad", "launches", 252, "art_vrss2_abroad", as_of_date=date(2017, 10, 9), **abroad)
    world.total("tot_273", "launches", 273, "art_apstar", as_of_date=date(2018, 5, 3), **long_march)
    world.total(
        "tot_window",
        "agreements",
        43,
        "art_white_paper",
        party_code="CHN",
        scope="window",
        window_from=date(2011, 1, 1),
        window_to=date(2016, 12, 27),
        as_of_date=date(2016, 12, 27),
    )
    accords = {"subject": "Artemis Accords"}
    world.total(
        "tot_tenth",
        "partner_countries",
        10,
        "art_accords_kor",
        scope="ordinal",
        as_of_date=date(2021, 5, 24),
        **accords,
    )
    world.total(
        "tot_accords",
        "partner_countries",
        20,
        "art_accords_fra",
        scope="current",
        as_of_date=date(2022, 6, 7),
        **accords,
    )
    world.total("tot_hoped", "partner_countries", 50, "art_accords_fra", scope="planned", **accords)
    world.total(
        "tot_projects", "projects", 10, "art_review", party_code="CHN", scope="cumulative", as_of_date=date(2022, 4, 24)
    )
    world.total(
        "tot_sample", "launches", 7, "art_sample_1", subject="Falcon 9", scope="ordinal", as_of_date=date(2022, 8, 4)
    )
