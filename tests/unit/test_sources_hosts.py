"""Courtesy over all sources of a run: turns at a host, hosts left alone; and when a failing source is due."""

import datetime as dt
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sources import downloads, runner
from sources.errors import SourceError, TransientSourceError
from sources.exchange import Limits
from sources.fetch import Fetcher
from sources.hosts import Host, Hosts
from sources.settings import parse
from sources.state import Health, SourceState
from tests.unit import nasty_server
from tests.unit.source_run import Clock, web

NOW = dt.datetime.fromisoformat("2021-03-10T12:00:00")  # UTC, as all times here


@pytest.fixture
def server() -> Iterator[nasty_server.Server]:
    with nasty_server.running() as running:
        yield running


def fetcher(hosts: Hosts, clock: Clock) -> Fetcher:
    limits = Limits(seconds=1.0, wait_seconds=0.4)
    return Fetcher(limits, hosts=hosts, allow_private=True, clock=clock, sleep=clock.sleep)


def test_two_sources_share_the_turns_at_a_host(server: nasty_server.Server) -> None:
    hosts, clock = Hosts(), Clock()
    with fetcher(hosts, clock) as one, fetcher(hosts, clock) as other:
        one.get(server.root + "/page")
        slept = clock.slept
        other.get(server.root + "/page")
    assert server.times["/robots.txt"] == 1
    assert clock.slept - slept > 0.5


def test_turns_hold_between_threads() -> None:
    host, under_way, most = Host(), 0, 0
    lock = threading.Lock()

    def ask() -> None:
        nonlocal under_way, most
        with host.turn(0.0, 2, time.monotonic, time.sleep):
            with lock:
                under_way += 1
                most = max(most, under_way)
            time.sleep(0.01)
            with lock:
                under_way -= 1

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 2


def test_a_host_that_fails_three_times_is_left_alone_and_no_other(server: nasty_server.Server) -> None:
    hosts, clock = Hosts(), Clock()
    with fetcher(hosts, clock) as client, nasty_server.running() as neighbour:
        for _ in range(3):
            with pytest.raises(TransientSourceError, match="HTTP 503"):
                client.get(server.root + "/fails")
        asked = len(server.asked)
        with pytest.raises(TransientSourceError, match="not asked"):
            client.get(server.root + "/page")
        assert len(server.asked) == asked
        assert client.get(neighbour.root + "/page").status == 200


def test_pages_that_are_missing_do_not_make_a_host_fail(server: nasty_server.Server) -> None:
    with fetcher(Hosts(), Clock()) as client:
        for _ in range(5):
            with pytest.raises(SourceError, match="HTTP 404"):
                client.get(server.root + "/nowhere")
        assert client.get(server.root + "/page").status == 200


def test_a_host_that_asks_for_an_hour_is_not_asked_by_anybody(server: nasty_server.Server) -> None:
    hosts, clock = Hosts(), Clock()
    with fetcher(hosts, clock) as one, fetcher(hosts, clock) as other:
        with pytest.raises(TransientSourceError):
            one.get(server.root + "/busy-for-an-hour")
        with pytest.raises(TransientSourceError, match="not asked"):
            other.get(server.root + "/page")
    assert server.times["/page"] == 0


def test_a_source_tells_whom_to_write_to_and_keeps_its_manners(server: nasty_server.Server) -> None:
    server.robots = (200, b"User-agent: desk\nDisallow: /\n")
    keys = {"contact": "https://desk.example/about", "seconds_between_requests": 0.25, "requests_at_once": 2}
    [source] = parse(web("feed", server.root, **keys).encode()).source
    with runner.fetcher_for(source, Hosts()) as client:
        client.get(server.root + "/page")
        assert (client.limits.host_interval, client.limits.at_once) == (0.25, 2)
    agent = server.headers_of["/page"]["user-agent"]
    assert agent.startswith("spacepact")
    assert agent.endswith("(+https://desk.example/about)")


def test_a_failing_source_is_tried_more_and_more_seldom_and_at_once_again_when_well() -> None:
    hour = dt.timedelta(hours=1)
    health = Health()
    assert health.is_due(NOW)
    pauses = []
    for _ in range(9):
        health = health.failed(NOW, hour, "no answer")
        assert health.next_try
        pauses.append((health.next_try - NOW) / hour)
    assert pauses == sorted(pauses)
    assert (pauses[0], pauses[-1]) == (1, 24)
    assert (health.failures, health.fault) == (9, "no answer")
    assert not health.is_due(NOW + hour)
    well = health.succeeded(NOW + hour, hour)
    assert (well.failures, well.fault, well.succeeded_at) == (0, None, NOW + hour)
    assert well.is_due(NOW + 2 * hour)
    assert well.failed(NOW, hour, "x", retry_after=7200).next_try == NOW + 2 * hour


def test_a_document_from_the_web_and_from_a_file(server: nasty_server.Server, tmp_path: Path) -> None:
    server.publish("/launch.tsv", "a\tb\n")
    (tmp_path / "orgs.tsv").write_text("c\td\n")
    with fetcher(Hosts(), Clock()) as client:
        for place in (server.root + "/launch.tsv", "orgs.tsv"):
            first = downloads.document(place, SourceState(), client, tmp_path, lambda: NOW)
            assert first.data in (b"a\tb\n", b"c\td\n")
            assert not first.is_unchanged
            state = SourceState("", {first.page.key: first.page})
            again = downloads.document(place, state, client, tmp_path, lambda: NOW)
            assert (again.data, again.is_unchanged) == (b"", True)
            (tmp_path / "orgs.tsv").write_text("c\td\te\n")
            server.publish("/launch.tsv", "a\tb\tc\n")
            changed = downloads.document(place, state, client, tmp_path, lambda: NOW)
            assert not changed.is_unchanged
            (tmp_path / "orgs.tsv").write_text("c\td\n")


@pytest.mark.parametrize(
    ("place", "said"), [("nowhere.tsv", "No such file"), ("big.tsv", "more than 10 bytes"), (".", "holds no article")]
)
def test_documents_that_cannot_be_had(tmp_path: Path, place: str, said: str) -> None:
    (tmp_path / "big.tsv").write_text("a" * 11)
    with fetcher(Hosts(), Clock()) as client, pytest.raises(SourceError, match=said):
        downloads.document(place, SourceState(), client, tmp_path, lambda: NOW, most_bytes=10)
