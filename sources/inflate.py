"""Compressed response bodies, unpacked within a limit.

Belongs here: gzip and deflate in portions. Does not belong here: what the bytes are.
"""

import zlib
from collections.abc import Iterable, Iterator

ACCEPTED = "gzip, deflate"
_PORTION = 1 << 16


class UnknownEncodingError(Exception):
    """A body is packed in a way that was not asked for."""


class DamagedBodyError(Exception):
    """A packed body is damaged or incomplete."""


def unpacked(chunks: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """The body in portions of at most 64 kB, however much a chunk unpacks to; whoever reads may stop at any one.

    Raises:
        UnknownEncodingError: another encoding than gzip or deflate.
        DamagedBodyError: damaged or incomplete data.
    """
    name = encoding.strip().lower().removeprefix("x-")
    if name in ("", "identity"):
        yield from chunks
    elif name in ("gzip", "deflate"):
        yield from _inflated(chunks, name)
    else:
        raise UnknownEncodingError(f"the body is packed as {encoding[:40]!r}; only {ACCEPTED} was asked for")


def _inflated(chunks: Iterable[bytes], name: str) -> Iterator[bytes]:
    unpacker = None
    for chunk in chunks:
        data = chunk
        while data:
            if unpacker is None:
                unpacker = zlib.decompressobj(_window_bits(name, data))
            try:
                yield unpacker.decompress(data, _PORTION)
            except zlib.error as error:
                raise DamagedBodyError(f"the packed body is damaged: {error}") from None
            data = unpacker.unconsumed_tail
            if unpacker.eof:  # gzip allows several members; what follows a deflate stream is no part of it
                data = unpacker.unused_data if name == "gzip" else b""
                unpacker = None if name == "gzip" else unpacker
                if name == "deflate":
                    return
    if unpacker is not None and not unpacker.eof:
        raise DamagedBodyError("the packed body ends before its end")


def _window_bits(name: str, data: bytes) -> int:
    """Zlib's setting; some servers send deflate without its header."""
    if name == "gzip":
        return zlib.MAX_WBITS | 16
    has_header = data[0] & 0x0F == 8 and (len(data) < 2 or int.from_bytes(data[:2], "big") % 31 == 0)
    return zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS
