"""Launch Library: asked for what changed alone, page by page, and never once more than it allows in an hour."""

import datetime as dt
import json
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.errors import LayoutError, TransientSourceError
from sources.reference.launch_library import PAGE_SIZE, Cursor, Page, pages, read_page

URL = "https://api.example/launches/"
START = dt.datetime(2031, 2, 3, 4, 0)  # noqa: DTZ001


def entry(number: int, **values: Any) -> dict[str, Any]:
    """A launch as the API gives it; `updated` in minutes is its number unless told."""
    changed = START + dt.timedelta(minutes=values.pop("updated", number))
    return {
        "id": f"id-{number:04}",
        "name": "Long March 2D | Testsat-1 & Companion",
        "launch_designator": "2031-007",
        "status": {"id": 3, "abbrev": "Success"},
        "last_updated": changed.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "net": "2031-02-03T04:13:12Z",
        "net_precision": {"id": 1, "abbrev": "MIN"},
        "launch_service_provider": {"name": "CASC", "country": [{"alpha_3_code": "CHN"}]},
        "rocket": {"configuration": {"full_name": "Long March 2D"}},
        "mission": {"name": "Testsat-1", "orbit": {"abbrev": "SSO"}},
        "pad": {"location": {"name": "Jiuquan Satellite Launch Center, People's Republic of China"}},
    } | values


class Api:
    """The API: sorts by time of change, pages, and counts its calls by the hour."""

    def __init__(self, entries: list[dict[str, Any]], robots: int = 0) -> None:
        self.entries = entries
        self.now = START
        self.calls: list[dt.datetime] = []
        self.robots = robots
        self.fault: Callable[[], None] = lambda: None

    def ask(self, address: str) -> tuple[bytes, int]:
        requests = 1 + self.robots
        self.robots = 0
        self.calls += [self.now] * requests
        self.fault()
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        found = sorted(self.entries, key=lambda e: (e["last_updated"], e["id"]))
        found = [e for e in found if e["last_updated"] >= asked.get("last_updated__gte", "")]
        offset, limit = int(asked.get("offset", 0)), int(asked["limit"])
        following = f"{URL}?offset={offset + limit}" if len(found) > offset + limit else None
        body = {"count": len(found), "next": following, "results": found[offset : offset + limit]}
        return json.dumps(body).encode(), requests

    def run(self, cursor: Cursor, calls: int = 15) -> Iterator[Page]:
        return pages(URL, cursor, calls, self.ask, lambda: self.now, "ll")

    def most_in_an_hour(self) -> int:
        hour = dt.timedelta(hours=1)
        return max((sum(1 for other in self.calls if call - hour < other <= call) for call in self.calls), default=0)


def only(**values: Any) -> Page:
    body = {"count": 1, "next": None, "results": [entry(1, **values)]}
    return read_page(json.dumps(body).encode(), Cursor(), URL, "ll")


def test_a_launch_and_all_that_it_tells() -> None:
    (found,) = only().records
    assert (found.own_id, found.designation, found.outcome) == ("id-0001", "2031-007", "success")
    assert (found.launched.first, found.launched_at) == ("2031-02-03", "2031-02-03T04:13:00")
    assert found.payload_names == ("Testsat-1", "Companion")
    assert (found.vehicle_name, found.provider_country_code) == ("Long March 2D", "CHN")


@pytest.mark.parametrize(
    ("abbrev", "first", "last", "precision"),
    [
        ("DAY", "2031-05-17", "2031-05-17", "day"),
        ("WK", "2031-05-17", "2031-05-23", "week"),
        ("M", "2031-05-01", "2031-05-31", "month"),
        ("Q2", "2031-04-01", "2031-06-30", "quarter"),
        ("H1", "2031-01-01", "2031-06-30", "half"),
        ("FY", "2031-01-01", "2031-12-31", "year"),
        ("DEC", "2030-01-01", "2039-12-31", "decade"),
        ("new", None, None, "unknown"),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(abbrev: str, first: str | None, last: str | None, precision: str) -> None:
    (found,) = only(net="2031-05-17T00:00:00Z", net_precision={"abbrev": abbrev}).records
    assert (found.launched.first, found.launched.last, found.launched.precision) == (first, last, precision)


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        ("Go", "planned"),
        ("Partial Failure", "failure"),
        ("Deployed", "success"),
        ("In Flight", "unknown"),
        ("New", "unknown"),
    ],
)
def test_a_status_is_an_outcome(status: str, outcome: str) -> None:
    assert only(status={"abbrev": status}).records[0].outcome == outcome


def test_what_stays_below_orbit_is_passed_over_and_a_bad_date_kept_apart() -> None:
    assert only(mission={"name": "Hop", "orbit": {"abbrev": "Sub"}}).records == ()
    assert only(net="soon").faults[0][1].reason == "bad date"
    assert only(mission=None, pad=None, rocket=None, net_precision=None, net=None).records[0].site_name is None


@pytest.mark.parametrize(
    "field", ["id", "name", "status", "net", "net_precision", "last_updated", "rocket", "pad", "mission"]
)
def test_a_field_that_is_gone_stops_the_source(field: str) -> None:
    body = entry(1)
    del body[field]
    with pytest.raises(LayoutError, match=f"ll: no field named {field}"):
        read_page(json.dumps({"count": 1, "next": None, "results": [body]}).encode(), Cursor(), URL, "ll")


@pytest.mark.parametrize("answer", [b"<html>", b"[]", b'{"results": 3, "next": null, "count": 0}', b"[" * 100_000])
def test_what_is_no_answer_stops_the_source(answer: bytes) -> None:
    with pytest.raises(LayoutError):
        read_page(answer, Cursor(), URL, "ll")


def test_all_pages_then_only_what_changed() -> None:
    api = Api([entry(n) for n in range(250)], robots=1)
    *_, last = api.run(Cursor())
    assert len(api.calls) == 4
    assert (last.cursor.is_whole, last.waiting) == (True, 0)
    api.entries[17] = entry(17, updated=900, name="Long March 2D | Testsat-9")
    api.now += dt.timedelta(hours=2)
    found = [page for page in api.run(Cursor.parse(last.cursor.text())) if page.address]
    assert len(found) == 1
    assert {record.own_id for record in found[0].records} == {"id-0249", "id-0017"}


def test_more_records_of_one_second_than_a_page_holds() -> None:
    api = Api([entry(n, updated=5) for n in range(3 * PAGE_SIZE + 10)] + [entry(900, updated=7)])
    found = {record.own_id for page in api.run(Cursor()) for record in page.records}
    assert len(found) == 3 * PAGE_SIZE + 11


def test_a_record_changed_between_two_pages_moves_none_past_us() -> None:
    api = Api([entry(n) for n in range(180)])
    found: set[str] = set()
    for page in api.run(Cursor()):
        found |= {record.own_id for record in page.records}
        api.entries[3] = entry(3, updated=5000)
    assert len(found) == 180


def test_it_stops_when_no_call_is_left_and_goes_on_an_hour_later() -> None:
    api = Api([entry(n) for n in range(900)], robots=1)
    cursor, found = Cursor(), set()
    for _ in range(6):
        for page in api.run(cursor, 4):
            cursor = Cursor.parse(page.cursor.text())
            found |= {record.own_id for record in page.records}
        api.now += dt.timedelta(minutes=20)
    assert api.most_in_an_hour() <= 4
    assert len(found) < 900
    assert not cursor.is_whole
    for _ in range(30):
        for page in api.run(cursor, 4):
            cursor = page.cursor
            found |= {record.own_id for record in page.records}
        api.now += dt.timedelta(minutes=20)
    assert len(found) == 900
    assert api.most_in_an_hour() <= 4


def test_a_call_counts_before_it_is_made() -> None:
    api = Api([entry(1)])

    def busy() -> None:
        raise TransientSourceError("busy", 60)

    api.fault = busy
    stored = Cursor()
    with pytest.raises(TransientSourceError):
        for page in api.run(stored, 3):
            stored = page.cursor
    assert len(stored.calls) == 2
    assert [page for page in api.run(stored, 3)] == []


@settings(max_examples=40)
@given(st.integers(1, 6), st.lists(st.tuples(st.integers(0, 70), st.booleans()), max_size=12), st.integers(0, 400))
def test_never_more_calls_in_an_hour_than_allowed(calls: int, runs: list[tuple[int, bool]], size: int) -> None:
    api = Api([entry(n) for n in range(size)], robots=1)
    cursor = Cursor()
    for minutes, is_killed in runs:
        api.now += dt.timedelta(minutes=minutes)
        api.robots = 1
        for page in api.run(cursor, calls):
            cursor = Cursor.parse(page.cursor.text())
            if is_killed and page.address:
                break
    assert api.most_in_an_hour() <= max(calls, 2)
