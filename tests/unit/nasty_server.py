"""A web server on 127.0.0.1 that behaves like the real web at its worst, one path for each misbehaviour.

Belongs here: the misbehaviour. Does not belong here: what is expected of whoever meets it (the tests).
"""

import gzip
import hashlib
import socketserver
import threading
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

PAGE = b"<html><body><p>The two agencies signed a memorandum.</p></body></html>"


class Published(NamedTuple):
    """What a path answers."""

    status: int
    body: bytes
    headers: dict[str, str]


class Server(ThreadingHTTPServer):
    """The server with what it was asked: paths in order, and how often each."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.bomb = _packed_bomb()
        self.asked: list[str] = []
        self.headers_of: dict[str, dict[str, str]] = {}
        self.times: Counter[str] = Counter()
        self.robots: tuple[int, bytes] = (404, b"")
        self.published: dict[str, Published] = {}
        self.answering: dict[str, Callable[[str], bytes]] = {}
        self.stopping = threading.Event()

    def server_bind(self) -> None:
        """Bind without the look-up of our own name, which can take long."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = "127.0.0.1", self.server_address[1]

    def handle_error(self, *_: object) -> None:
        """Say nothing of clients that hang up: being cut off is what half of these paths are for."""

    def publish(self, path: str, body: bytes | str = b"", status: int = 200, **headers: str) -> None:
        """Answer so at a path from now on; with an entity tag, so that asking again costs a 304."""
        data = body.encode() if isinstance(body, str) else body
        self.published[path] = Published(status, data.replace(b"{root}", self.root.encode()), headers)

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


@contextmanager
def running() -> Iterator[Server]:
    """A server that is up for the time of the block."""
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.stopping.set()
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        self.server.asked.append(self.path)
        self.server.times[path] += 1
        self.server.headers_of[path] = {name.lower(): value for name, value in self.headers.items()}
        if path == "/robots.txt":
            self.answer(*self.server.robots)
            return
        try:
            published = self.server.published.get(self.path) or self.server.published.get(path)
            if path in self.server.answering:
                self.answer(200, self.server.answering[path](self.path), Content_Type="application/json")
            elif published is not None:
                self.give(published)
            else:
                _PATHS.get(path, _missing)(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def give(self, published: Published) -> None:
        """Answer what was published, or that it is as it was."""
        tag = f'"{hashlib.sha256(published.body).hexdigest()[:16]}"'
        if published.status == 200 and self.headers.get("If-None-Match") == tag:
            self.answer(304, ETag=tag)
            return
        headers = {"Content_Type": "text/html; charset=utf-8", "ETag": tag} | published.headers
        self.answer(published.status, published.body, **headers)

    def drip(self, start: bytes, seconds: float = 10.0) -> None:
        """Send a byte now and then, for as long as the other side listens."""
        self.close_connection = True
        self.wfile.write(start)
        for _ in range(int(seconds / 0.05)):
            if self.server.stopping.wait(0.05):
                return
            self.wfile.write(b"x")
            self.wfile.flush()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _missing(handler: _Handler) -> None:
    handler.answer(404)


def _page(handler: _Handler) -> None:
    handler.answer(200, PAGE, Content_Type="text/html; charset=utf-8")


def _conditional(handler: _Handler) -> None:
    if handler.headers.get("If-None-Match") == '"v1"' and handler.headers.get("If-Modified-Since"):
        handler.answer(304, ETag='"v1"')
    else:
        handler.answer(200, PAGE, ETag='"v1"', Last_Modified="Tue, 09 Mar 2021 10:00:00 GMT")


def _fails_once(handler: _Handler) -> None:
    handler.answer(*((500,) if handler.server.times["/fails-once"] == 1 else (200, PAGE)))


def _busy_once(handler: _Handler) -> None:
    if handler.server.times["/busy-once"] == 1:
        handler.answer(429, Retry_After="7")
    else:
        handler.answer(200, PAGE)


def _hangs_up_once(handler: _Handler) -> None:
    if handler.server.times["/hangs-up-once"] > 1:
        _page(handler)
    handler.close_connection = True


def _truncated(handler: _Handler) -> None:
    handler.close_connection = True
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + PAGE)


def _stalls(handler: _Handler) -> None:
    handler.close_connection = True
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    handler.server.stopping.wait(10)


@cache
def _packed_bomb() -> bytes:
    """100 kB that unpack to 100 MB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    return b"".join(packer.compress(b"\0" * 2**20) for _ in range(100)) + packer.flush()


def _bomb(handler: _Handler) -> None:
    handler.answer(200, handler.server.bomb, Content_Encoding="gzip")


def _endless(handler: _Handler) -> None:
    handler.close_connection = True
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    stop = time.monotonic() + 10
    while time.monotonic() < stop and not handler.server.stopping.is_set():
        handler.wfile.write(b"10000\r\n" + b"y" * 0x10000 + b"\r\n")


def _many_headers(handler: _Handler) -> None:
    handler.close_connection = True
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(100_000):
        handler.wfile.write(f"X-{number}: {'z' * 50}\r\n".encode())


def _redirect(location: str, status: int = 302) -> Callable[[_Handler], None]:
    return lambda handler: handler.answer(status, Location=location)


_PATHS: dict[str, Callable[[_Handler], None]] = {
    "/page": _page,
    "/conditional": _conditional,
    "/fails-once": _fails_once,
    "/fails": lambda handler: handler.answer(503),
    "/busy-once": _busy_once,
    "/busy-for-an-hour": lambda handler: handler.answer(429, Retry_After="3600"),
    "/busy-until-a-date": lambda handler: handler.answer(503, Retry_After="Fri, 31 Dec 2099 23:59:59 GMT"),
    "/hangs-up-once": _hangs_up_once,
    "/truncated": _truncated,
    "/stalls": _stalls,
    "/drips-body": lambda handler: handler.drip(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"),
    "/drips-headers": lambda handler: handler.drip(b"HTTP/1.1 200 OK\r\nX-Slow: "),
    "/gone": lambda handler: handler.answer(410),
    "/forbidden": lambda handler: handler.answer(403),
    "/empty": lambda handler: handler.answer(204),
    "/big": lambda handler: handler.answer(200, b"x" * 300_000),
    "/gzip": lambda handler: handler.answer(200, gzip.compress(PAGE), Content_Encoding="gzip"),
    "/two-members": lambda handler: handler.answer(
        200, gzip.compress(PAGE[:20]) + gzip.compress(PAGE[20:]), Content_Encoding="x-gzip"
    ),
    "/deflate": lambda handler: handler.answer(200, zlib.compress(PAGE), Content_Encoding="deflate"),
    "/raw-deflate": lambda handler: handler.answer(200, zlib.compress(PAGE)[2:-4], Content_Encoding="deflate"),
    "/cut-gzip": lambda handler: handler.answer(200, gzip.compress(PAGE)[:-12], Content_Encoding="gzip"),
    "/no-gzip": lambda handler: handler.answer(200, PAGE, Content_Encoding="gzip"),
    "/brotli": lambda handler: handler.answer(200, b"\x0b\x02\x80", Content_Encoding="br"),
    "/bomb": _bomb,
    "/endless": _endless,
    "/many-headers": _many_headers,
    "/no-http": lambda handler: handler.wfile.write(b"SSH-2.0-OpenSSH_9.9\r\n"),
    "/moved": _redirect("page", 301),
    "/loop": _redirect("/loop"),
    "/to-file": _redirect("file:///etc/passwd"),
    "/to-nowhere": lambda handler: handler.answer(302),
    "/to-denied": _redirect("/private/page"),
    "/to-bad-address": _redirect("http://[::1"),
    "/private/page": _page,
}
