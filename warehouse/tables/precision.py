"""How right our launches are, measured on a catalogue that others keep.

Belongs here: declarations of the metrics of that comparison. Does not belong here: matching
(`transforms.resolve.catalogue`) or the SQL (`warehouse/sql/metrics/launch_*.sql`).
"""

from warehouse.schema import Column, Table
from warehouse.tables.measure import REFRESHED_AT, Measure, count, detail, flag

COUNTED = "Launches, planned ones too, while a catalogue of launches is loaded"
FLOWN = "Launches that flew, whatever their outcome"
JUDGED = "Launches that flew on a known day within the span of a catalogue"

MISMATCHES = (
    "not_in_catalogue",
    "told_twice",
    "other_date",
    "other_vehicle",
    "other_site",
    "failure_told_as_success",
    "success_told_as_failure",
)
VERDICTS = ("agrees", "differs", "told_twice", "not_in_catalogue", "not_judged")
REASONS = ("planned", "not known to the day", "outside the span")


def _listed(measure: Measure, values: tuple[str, ...], *, not_null: bool = False) -> Measure:
    """A measure that takes one of some values."""
    return Measure(
        measure.name,
        measure.type,
        measure.description,
        not_null=not_null,
        values=values,
        meaning=measure.meaning,
        default_filter=measure.default_filter,
        is_additive=False,
    )


def _launch(description: str) -> Column:
    return Column("launch_id", "VARCHAR", description, references="core.fact_launches.launch_id")


_CATALOGUE = detail(
    "catalogue", "VARCHAR", "The catalogue that judges it: the first that lists it, else the first that spans it.",
    COUNTED, "core.catalogues.catalogue",
)  # fmt: skip
_CATALOGUE_ID = detail(
    "catalogue_id", "VARCHAR", "The same launch there; of one told twice the launch that another fact has.", COUNTED,
    "core.catalogue_launches.catalogue_id",
)  # fmt: skip
_DAYS = detail(
    "days_apart", "INTEGER", "Days from the catalogue's day to ours; negative where ours is earlier.", JUDGED
)

LAUNCH_JUDGEMENTS = Table(
    "metrics",
    "launch_judgements",
    "One row per counted launch: what a catalogue of launches says to it, or why it is not judged.",
    "Empty while no catalogue of launches is loaded. One day apart is no difference: lift-off in UTC or local time.",
    ("launch_id",),
    (
        _launch("The launch; its evidence is under this id."),
        _listed(detail("verdict", "VARCHAR", "What the catalogue says to it.", COUNTED), VERDICTS, not_null=True),
        _listed(detail("not_judged_reason", "VARCHAR", "Why it is not judged; null where it is.", COUNTED), REASONS),
        _CATALOGUE,
        _CATALOGUE_ID,
        detail("match_basis", "VARCHAR", "What tells that the two are the same.", JUDGED),
        _DAYS,
        flag("has_other_day", "More than a day apart.", JUDGED),
        flag("has_other_vehicle", "Another rocket.", JUDGED),
        flag("has_other_site", "Another launch site.", JUDGED),
        flag("is_failure_told_as_success", "We have a success where the catalogue has a failure.", JUDGED),
        flag("is_success_told_as_failure", "We have a failure where the catalogue has a success.", JUDGED),
        REFRESHED_AT,
    ),
)

LAUNCH_MISMATCHES = Table(
    "metrics",
    "launch_mismatches",
    "One row per launch and way in which a catalogue contradicts it.",
    "Either can be wrong: the evidence of ours is in evidence_for(launch_id).",
    ("launch_id", "mismatch"),
    (
        _launch("The launch; its evidence is under this id."),
        Column("mismatch", "VARCHAR", "In what they differ.", values=MISMATCHES),
        detail("launch_year", "INTEGER", "Year of the flight as we have it.", JUDGED),
        detail("fact_value", "VARCHAR", "What we have.", JUDGED),
        detail("catalogue_value", "VARCHAR", "What the catalogue has; null where it has no such launch.", JUDGED),
        _DAYS,
        _CATALOGUE,
        _CATALOGUE_ID,
        detail("match_basis", "VARCHAR", "What tells that the two are the same.", JUDGED),
        REFRESHED_AT,
    ),
)


def _share(name: str, meaning: str) -> Measure:
    return detail(name, "DOUBLE", meaning, JUDGED, not_additive="it is a share")


LAUNCH_PRECISION = Table(
    "metrics",
    "launch_precision",
    "One row per year of flight: how many of our launches a catalogue of launches bears out.",
    "Empty while no catalogue of launches is loaded. flown = judged + not_judged; judged = in_catalogue + told_twice + "
    "not_in_catalogue; a launch can differ in several ways.",
    ("year",),
    (
        Column("year", "INTEGER", "Year of the flight as we have it; null where not known."),
        count("flown", "Launches that flew.", FLOWN),
        count("not_judged", "Of them, those not known to the day or outside the span of every catalogue.", FLOWN),
        count("judged", "Of them, those that a catalogue judges.", JUDGED),
        count("in_catalogue", "Of the judged, those that the catalogue lists.", JUDGED),
        count("agreeing", "Of those in the catalogue, those that differ in nothing.", JUDGED),
        _share("in_catalogue_share", "Share, 0 to 1, of the judged that the catalogue lists; null where none is."),
        _share("agreeing_share", "Share, 0 to 1, of the judged that agree: our precision; null where none is judged."),
        count("not_in_catalogue", "Of the judged, those that the catalogue does not list.", JUDGED),
        count("told_twice", "Of the judged, those whose launch another fact has already.", JUDGED),
        count("other_dates", "Of those in the catalogue, those more than a day apart.", JUDGED),
        count("other_vehicles", "Of those in the catalogue, those with another rocket.", JUDGED),
        count("other_sites", "Of those in the catalogue, those with another launch site.", JUDGED),
        count("failures_told_as_success", "Of those in the catalogue, failures that we have as successes.", JUDGED),
        count("successes_told_as_failure", "Of those in the catalogue, successes that we have as failures.", JUDGED),
        count("catalogue_launches", "Launches that flew in the year by the first catalogue of launches.",
              "Launches of the catalogue"),
        REFRESHED_AT,
    ),
    nullable_key=("year",),
)  # fmt: skip

PRECISION_TABLES = (LAUNCH_JUDGEMENTS, LAUNCH_MISMATCHES, LAUNCH_PRECISION)
"""Each reads the one before."""
