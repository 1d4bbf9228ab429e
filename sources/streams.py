"""Bytes in bounded portions: hashes of files, lines that may be too long, other encodings as UTF-8.

Belongs here: what keeps memory flat whatever a file holds. Does not belong here: what the lines mean.
"""

import codecs
import hashlib
import io
import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import IO

from sources.decode import SAMPLE_BYTES, encoding_of
from sources.errors import UnreadableError

ITEM_BYTES = 10 * 1024 * 1024
_CHUNK = 1 << 16
_OBJECT_LINE = re.compile(rb'^[ \t]*\{[ \t]*"', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file, or the trace of one too long to hold.

    Attributes:
        data: its bytes without the newline; empty where it was too long.
        size: its length in bytes.
        content_hash: SHA-256 of a line too long to hold, else None.
        quotes: double quotes in a line too long to hold (an odd number leaves a CSV field open).
    """

    number: int
    data: bytes
    size: int
    content_hash: str | None = None
    quotes: int = 0


def open_plain_file(path: Path) -> io.BufferedReader:
    """Open a regular file for reading, without following a link and without waiting on a pipe.

    Raises:
        UnreadableError: reason `not a file` or `unreadable`.
    """
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise UnreadableError("unreadable", f"{error.strerror}; check the file's permissions") from error
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise UnreadableError("not a file", "a pipe, a device or a socket holds no article")
    return os.fdopen(handle, "rb")


def hash_file(path: Path) -> str:
    """SHA-256 of a file's bytes, read in portions."""
    with open_plain_file(path) as file:
        return hash_stream(file)


def hash_stream(file: IO[bytes]) -> str:
    """SHA-256 of what a stream still holds."""
    digest = hashlib.sha256()
    while chunk := file.read(_CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


def read_bounded(file: IO[bytes]) -> bytes:
    """All bytes of a file that is one article.

    Raises:
        UnreadableError: reason `too large` or `empty`.
    """
    data = file.read(ITEM_BYTES + 1)
    if len(data) > ITEM_BYTES:
        raise UnreadableError("too large", f"one article of more than {ITEM_BYTES // 2**20} MB; split or trim it")
    if not data.strip(b"\0 \t\r\n\x0b\x0c"):
        raise UnreadableError("empty", "the file holds nothing but blanks")
    return data


def from_chunks(chunks: Iterable[bytes]) -> io.BufferedReader:
    """A stream of bytes that are made as they are read."""
    return io.BufferedReader(_Chunks(iter(chunks)), _CHUNK)


def chunks_of(file: IO[bytes]) -> Iterator[bytes]:
    """The bytes of a stream in portions."""
    while chunk := file.read(_CHUNK):
        yield chunk


def as_utf8(file: IO[bytes]) -> IO[bytes]:
    """The file's text as a stream of UTF-8, whatever its encoding.

    Raises:
        UnreadableError: reason `not text` or `empty`.
    """
    return _utf8(_sample(file), file)


def as_ascii_lines(file: IO[bytes]) -> IO[bytes]:
    """The file as it is, unless its encoding is too wide for newlines to be found; each line is then decoded alone.

    Raises:
        UnreadableError: reason `not text` or `empty`.
    """
    sample = _sample(file)
    is_narrow = _OBJECT_LINE.search(sample) and not sample.startswith(codecs.BOM_UTF8)
    return from_chunks(chain([sample], chunks_of(file))) if is_narrow else _utf8(sample, file)


def _sample(file: IO[bytes]) -> bytes:
    """The first bytes of a stream."""
    parts: list[bytes] = []
    size = 0
    while size < SAMPLE_BYTES and (part := file.read(SAMPLE_BYTES - size)):
        parts.append(part)
        size += len(part)
    return b"".join(parts)


def _utf8(sample: bytes, rest: IO[bytes]) -> IO[bytes]:
    if not sample.strip():
        raise UnreadableError("empty", "the file holds nothing but blanks")
    encoding, mark = encoding_of(sample)
    chunks = chain([sample[mark:]], chunks_of(rest))
    return from_chunks(chunks if encoding == "utf-8" else _transcoded(chunks, encoding))


def _transcoded(chunks: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """Text of another encoding as UTF-8."""
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    for chunk in chunks:
        yield decoder.decode(chunk).encode("utf-8", errors="replace")
    yield decoder.decode(b"", final=True).encode("utf-8", errors="replace")


def bounded_lines(file: IO[bytes]) -> Iterator[Line]:
    """Lines one by one; of a line over the limit only its size, hash and quotes, never its bytes."""
    number = 0
    while data := file.readline(ITEM_BYTES + 2):
        number += 1
        if data.endswith(b"\n") or len(data) <= ITEM_BYTES:
            yield Line(number, data.rstrip(b"\r\n"), len(data))
        else:
            yield _skip_rest(file, number, data)


def _skip_rest(file: IO[bytes], number: int, data: bytes) -> Line:
    """Read a long line to its end, holding no more than a portion."""
    digest, size, quotes = hashlib.sha256(), 0, 0
    while data:
        digest.update(data)
        size += len(data)
        quotes += data.count(b'"')
        data = b"" if data.endswith(b"\n") else file.readline(_CHUNK)
    return Line(number, b"", size, digest.hexdigest(), quotes)


class _Chunks(io.RawIOBase):
    """The raw side of `from_chunks`."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._pending = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]
        while not self._pending:
            try:
                self._pending = next(self._chunks)
            except StopIteration:
                return 0
        size = min(len(buffer), len(self._pending))
        buffer[:size] = self._pending[:size]
        self._pending = self._pending[size:]
        return size
