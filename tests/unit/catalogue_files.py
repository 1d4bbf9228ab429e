"""Small documents in the forms of the catalogues, of our own writing.

Belongs here: their text. Does not belong here: what is made of it (the tests).
"""

_LAUNCH = """Launch_Tag Launch_JD Launch_Date LV_Type Variant Flight_ID Flight Mission FlightCode Platform Launch_Site
Launch_Pad Ascent_Site Ascent_Pad Apogee Apoflag Range RangeFlag Dest OrbPay Agency Launch_Code Group Category LTCite
Cite Notes"""
_SATCAT = """JCAT Satcat Launch_Tag Piece Type Name PLName LDate Parent SDate Primary DDate Status Dest Owner State
Manufacturer Bus Motor Mass AltNames"""
_PLACE = "TStart TStop ShortName Name Location Longitude Latitude Error Parent ShortEName EName"

GCAT_LAUNCH_COLUMNS = f"#{_LAUNCH}".split()
GCAT_SATCAT_COLUMNS = f"#{_SATCAT}".split()
GCAT_ORGS_COLUMNS = f"#Code UCode StateCode Type Class {_PLACE} UName".split()
GCAT_SITES_COLUMNS = f"#Site Code UCode Type StateCode {_PLACE} Group UName".split()


def gcat(columns: list[str], *rows: dict[str, str]) -> str:
    """A table of GCAT: its header, the line that tells its date, and rows in which a dash says nothing."""
    names = [name.lstrip("#") for name in columns]
    lines = ["\t".join(row.get(name, "-") for name in names) for row in rows]
    return "\n".join(["\t".join(columns), "# Updated 2024 Jan  1", *lines, ""])


FLIGHT = {
    "Launch_Tag": "2031-007",
    "Launch_Date": "2031 Feb  3 0413:12",
    "LV_Type": "Chang Zheng 2D",
    "Flight_ID": "Y77",
    "Flight": "Testsat-1",
    "Mission": "Testsat-1/Companion",
    "Launch_Site": "JQ",
    "Agency": "CASC",
    "Launch_Code": "OS",
    "Group": "CO/OG",
}

_LOG_HEADER = (
    "# Launch     Launch Date (UTC)    COSPAR               PL Name                        Orig PL Name              "
    "SATCAT   LV Type                LV S/N          Site                             Suc  Ref"
)
_LOG_STARTS = (0, 13, 34, 55, 86, 112, 121, 144, 160, 193)


def log_line(*cells: str) -> str:
    """A line of the launch log, each cell at its column."""
    line = ""
    for start, cell in zip(_LOG_STARTS, cells, strict=False):
        line = line.ljust(start) + cell
    return line


LOG = "\n".join(
    [
        _LOG_HEADER,
        "#            #                    #",
        log_line("2031-007", "2031 Feb  3 0413:12", "2031-007A", "Testsat-1", "TS No. 1", "S99001", "Chang Zheng 2D",
                 "Y77", "JQ       LC43", "S"),
        log_line("", "", "2031-007B", "Companion", "", "S99002"),
        log_line("2031-F01", "2031 Mar?", "2031-F01", "Lost", "", "F09999", "Pegasus XL", "-", "L-1011,V RW30", "F"),
        "",
    ]
)  # fmt: skip

UCS_COLUMNS = (
    '"Name of Satellite, Alternate Names",Current Official Name of Satellite,Country/Org of UN Registry,'
    "Country of Operator/Owner,Operator/Owner,Users,Purpose,Launch Mass (kg.), Dry Mass (kg.) ,Date of Launch,"
    "Contractor,Country of Contractor,Launch Site,Launch Vehicle,COSPAR Number,NORAD Number,Comments,,Source,Source,,"
)
UCS = "\r\n".join(
    [
        UCS_COLUMNS,
        '"Testsat-1 (TS 1, First Test)",Testsat 1,NR (1/31),China/Brazil,"Test, Inc.",Civil,Earth Observation,"1,250",,'
        '2/3/2031,Maker Ltd.,"France, UK",Jiuquan,Long March 2D,2031-007A,99001,,,x,y,,',
        "Testsat-2,Testsat-2,France,France,Other,Civil,Science,,,2/3/2031,Maker,France,Kourou,Vega,2031-007A,99001"
        ",,,,,,",
        ",,,,,,,,,,,,,,,,,,a stray note,,,",
        "Testsat-3,Testsat-3,France,France,Other,Civil,Science,,,31/12/2031,Maker,France,Kourou,Vega,2031-008A,,,,,,,",
        "",
    ]
)
