"""Fetching from a server that does everything wrong: what is had, what is refused, and how politely."""

import datetime as dt
import ssl
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import httpcore
import pytest

from sources.errors import FetchError, TransientSourceError
from sources.exchange import Limits, Validators
from sources.fetch import Fetcher
from sources.network import GuardedBackend, PrivateAddressError, is_public
from tests.unit import nasty_server


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def server() -> Iterator[nasty_server.Server]:
    with nasty_server.running() as running:
        yield running


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def fetcher(clock: Clock) -> Iterator[Fetcher]:
    limits = Limits(body_bytes=200_000, seconds=1.0, wait_seconds=0.4)
    with Fetcher(limits, allow_private=True, clock=clock, sleep=clock.sleep, chance=lambda: 0.5) as fetcher:
        yield fetcher


def test_a_page_with_type_and_charset(server: nasty_server.Server, fetcher: Fetcher) -> None:
    found = fetcher.get(server.root + "/page?a=ü b")
    assert (found.status, found.body, found.received_bytes) == (200, nasty_server.PAGE, len(nasty_server.PAGE))
    assert (found.content_type, found.charset) == ("text/html", "utf-8")
    assert server.asked == ["/robots.txt", "/page?a=%C3%BC%20b"]
    assert server.headers_of["/page"]["user-agent"].startswith("spacepact")


def test_an_unchanged_page_costs_a_304(server: nasty_server.Server, fetcher: Fetcher) -> None:
    first = fetcher.get(server.root + "/conditional")
    second = fetcher.get(server.root + "/conditional", first.validators)
    assert not first.is_unchanged
    assert second.is_unchanged
    assert second.body == b""


def test_validators_that_no_header_may_hold_are_not_sent(server: nasty_server.Server, fetcher: Fetcher) -> None:
    fetcher.get(server.root + "/conditional", Validators('"v\r\nX: y"', "ü"))
    assert "if-none-match" not in server.headers_of["/conditional"]


@pytest.mark.parametrize("path", ["/gzip", "/two-members", "/deflate", "/raw-deflate"])
def test_packed_bodies(server: nasty_server.Server, fetcher: Fetcher, path: str) -> None:
    assert fetcher.get(server.root + path).body == nasty_server.PAGE


@pytest.mark.parametrize("path", ["/fails-once", "/hangs-up-once"])
def test_a_passing_fault_is_tried_again(server: nasty_server.Server, fetcher: Fetcher, path: str) -> None:
    assert fetcher.get(server.root + path).body == nasty_server.PAGE
    assert server.times[path] == 2


def test_retry_after_is_kept(server: nasty_server.Server, fetcher: Fetcher, clock: Clock) -> None:
    assert fetcher.get(server.root + "/busy-once").status == 200
    assert max(clock.slept) == 7.0


@pytest.mark.parametrize("path", ["/busy-for-an-hour", "/busy-until-a-date"])
def test_a_server_that_asks_for_long_is_left_alone(
    server: nasty_server.Server, fetcher: Fetcher, clock: Clock, path: str
) -> None:
    with pytest.raises(TransientSourceError) as caught:
        fetcher.get(server.root + path)
    assert server.times[path] == 1
    assert (caught.value.retry_after or 0) >= 3600
    assert sum(clock.slept) < 10


@pytest.mark.parametrize("path", ["/fails", "/truncated", "/stalls", "/cut-gzip", "/no-gzip", "/no-http"])
def test_a_lasting_fault_is_given_up_after_three_tries(
    server: nasty_server.Server, fetcher: Fetcher, clock: Clock, path: str
) -> None:
    with pytest.raises(TransientSourceError, match=path):
        fetcher.get(server.root + path)
    assert server.times[path] == 3
    assert clock.slept[-1] > clock.slept[0]


@pytest.mark.parametrize("path", ["/drips-body", "/drips-headers"])
def test_a_server_that_drips_is_cut_off(server: nasty_server.Server, path: str) -> None:
    started = time.monotonic()
    with (
        Fetcher(Limits(seconds=0.5, tries=1, host_interval=0), allow_private=True) as fetcher,
        pytest.raises(TransientSourceError, match="Timeout"),
    ):
        fetcher.get(server.root + path)
    assert time.monotonic() - started < 3


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/gone", "HTTP 410"),
        ("/missing", "HTTP 404"),
        ("/forbidden", "HTTP 403"),
        ("/empty", "HTTP 204"),
        ("/big", "too large"),
        ("/endless", "too large"),
        ("/brotli", "encoding"),
        ("/loop", "too many redirects"),
        ("/to-file", "address"),
        ("/to-bad-address", "redirect"),
        ("/to-nowhere", "redirect"),
    ],
)
def test_what_cannot_be_had_is_asked_for_once(
    server: nasty_server.Server, fetcher: Fetcher, path: str, reason: str
) -> None:
    with pytest.raises(FetchError) as caught:
        fetcher.get(server.root + path)
    assert caught.value.reason == reason
    assert server.times[path] == (6 if path == "/loop" else 1)
    assert "\n" not in str(caught.value)


def test_status_of_a_page_that_is_gone(server: nasty_server.Server, fetcher: Fetcher) -> None:
    with pytest.raises(FetchError) as caught:
        fetcher.get(server.root + "/gone")
    assert caught.value.status == 410


def test_a_bomb_is_stopped_in_little_memory(server: nasty_server.Server, fetcher: Fetcher) -> None:
    fetcher.get(server.root + "/page")
    tracemalloc.start()
    with pytest.raises(FetchError, match="too large"):
        fetcher.get(server.root + "/bomb")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8 * 2**20  # the server's own copy of the packed body included


def test_endless_headers_are_refused(server: nasty_server.Server, fetcher: Fetcher) -> None:
    with pytest.raises((FetchError, TransientSourceError)):
        fetcher.get(server.root + "/many-headers")


def test_a_redirect_is_followed_to_its_address(server: nasty_server.Server, fetcher: Fetcher) -> None:
    assert fetcher.get(server.root + "/moved").url == server.root + "/page"


def test_robots_are_asked_once_and_obeyed_also_after_redirects(server: nasty_server.Server, fetcher: Fetcher) -> None:
    server.robots = (200, b"User-agent: *\nDisallow: /private/\n")
    for path in ("/private/page", "/to-denied"):
        with pytest.raises(FetchError, match="robots"):
            fetcher.get(server.root + path)
    assert fetcher.get(server.root + "/page").status == 200
    assert server.times["/robots.txt"] == 1
    assert server.times["/private/page"] == 0


def test_rules_for_our_name_go_before_those_for_all(server: nasty_server.Server, fetcher: Fetcher) -> None:
    server.robots = (200, b"User-agent: *\nDisallow: /\n\nUser-agent: spacepact\nAllow: /\n")
    assert fetcher.get(server.root + "/page").status == 200


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_missing_robots_allow_all(server: nasty_server.Server, fetcher: Fetcher, status: int) -> None:
    server.robots = (status, b"")
    assert fetcher.get(server.root + "/page").status == 200


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00garbage\x00", b"<html>no robots</html>", b"Disallow\n" * 99_999]
)
def test_unreadable_robots_allow_all(server: nasty_server.Server, fetcher: Fetcher, content: bytes) -> None:
    server.robots = (200, content)
    assert fetcher.get(server.root + "/page").status == 200


def test_failing_robots_leave_the_host_alone(server: nasty_server.Server, fetcher: Fetcher) -> None:
    server.robots = (503, b"")
    for _ in range(3):
        with pytest.raises(TransientSourceError):
            fetcher.get(server.root + "/page")
    assert server.asked == ["/robots.txt"] * 3


def test_one_request_a_second_to_a_host(server: nasty_server.Server, fetcher: Fetcher, clock: Clock) -> None:
    for _ in range(4):
        fetcher.get(server.root + "/page")
    assert sum(clock.slept) == pytest.approx(4.0)  # robots.txt counts


def test_crawl_delay_is_kept(server: nasty_server.Server, fetcher: Fetcher, clock: Clock) -> None:
    server.robots = (200, b"User-agent: *\nCrawl-delay: 20\n")
    for _ in range(3):
        fetcher.get(server.root + "/page")
    assert sum(clock.slept) == pytest.approx(1.0 + 20.0 + 20.0)


def test_private_addresses_are_refused_before_a_byte_is_sent(server: nasty_server.Server) -> None:
    port = server.server_address[1]
    with Fetcher(Limits(host_interval=0)) as fetcher:
        for host in ("127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "0.0.0.0"):  # noqa: S104
            with pytest.raises(FetchError, match="private address"):
                fetcher.get(f"http://{host}:{port}/page")
    assert server.asked == []


def test_the_address_that_was_checked_is_the_one_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["93.184.215.14", "127.0.0.1"])
    connected: list[str] = []

    def resolve(host: str, port: int, **_: object) -> list[object]:
        return [(0, 0, 0, "", (next(answers), port))]

    def connect(_: object, host: str, *__: object) -> None:
        connected.append(host)
        raise httpcore.ConnectError("far away")

    monkeypatch.setattr("socket.getaddrinfo", resolve)
    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    backend = GuardedBackend()
    with pytest.raises(httpcore.ConnectError):
        backend.connect_tcp("rebinding.example", 80)
    with pytest.raises(PrivateAddressError):
        backend.connect_tcp("rebinding.example", 80)
    assert connected == ["93.184.215.14"]


@pytest.mark.parametrize(
    "address",
    ["10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255"]
    + ["::", "::1", "fe80::1%eth0", "fc00::1", "ff02::1", "2001:db8::1"]
    + ["::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::"],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "2606:4700::6810:84e5", "64:ff9b::5db8:d70e", "::ffff:93.184.215.14"]
)
def test_addresses_that_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url", ["", "page", "ftp://example.org/", "file:///etc/passwd", "http://", "http://u:p@example.org/", "http://a:x/"]
)
def test_what_is_no_web_address(fetcher: Fetcher, url: str) -> None:
    with pytest.raises(FetchError) as caught:
        fetcher.get(url)
    assert caught.value.reason == "address"
    assert "u:p" not in str(caught.value)


def test_a_host_that_does_not_answer_is_a_passing_fault(fetcher: Fetcher, server: nasty_server.Server) -> None:
    server.server_close()
    server.socket.close()
    with pytest.raises(TransientSourceError):
        fetcher.get("http://127.0.0.1:9/page")


def test_a_certificate_that_nobody_vouches_for_is_no_passing_fault(
    server: nasty_server.Server, fetcher: Fetcher, clock: Clock, tmp_path: Path
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(self_signed(tmp_path))
    server.socket = context.wrap_socket(server.socket, server_side=True)
    with pytest.raises(FetchError, match="certificate"):
        fetcher.get(f"https://127.0.0.1:{server.server_address[1]}/page")
    assert clock.slept == []


def self_signed(folder: Path) -> Path:
    """A file with a fresh key and a certificate that it signed itself."""
    x509 = pytest.importorskip("cryptography.x509")
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    start = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(start)
        .not_valid_after(start + dt.timedelta(days=36500))
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path = folder / "server.pem"
    path.write_bytes(secret + certificate.public_bytes(pem))
    return path
