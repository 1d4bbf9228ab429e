"""Archives of articles: tables, JSON Lines and web archives, also packed by gzip or Zstandard.

Belongs here: which files of an archive are read, unpacking them as a stream. Does not belong here: the formats.
"""

import tempfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import zstandard

from sources import jsonl, table_csv
from sources.article import Article, Reject
from sources.errors import ColumnError, UnreadableError
from sources.inflate import DamagedBodyError, unpacked
from sources.records import Reading
from sources.streams import chunks_of, from_chunks, open_plain_file

_Reader = Callable[[IO[bytes], Reading], Iterator[Article | Reject]]
_PACKED = (".gz", ".zst")
_RATIO = 1000  # what text reaches is a tenth of that
_FAULTS = (DamagedBodyError, zstandard.ZstdError, zlib.error, EOFError)
_GRACE_BYTES = 64 * 1024 * 1024
_BITE = 1024
_LARGEST_WINDOW = 1 << 27  # bytes that Zstandard may hold; what `zstd --long=27` makes


def read(path: Path, reading: Reading) -> Iterator[Article | Reject]:
    """Articles and rejects of one archive file, as a stream of flat memory however large it is.

    What is damaged or cut is read as far as it goes, and ends in a reject.

    Args:
        path: a file that ends in `.jsonl`, `.ndjson`, `.csv`, `.parquet` or `.warc`, also with `.gz` or `.zst` behind.
        reading: origin and label of the file.

    Raises:
        ColumnError: a table has no text column, or not one that the settings name.
    """
    try:
        yield from _items(path, reading)
    except ColumnError:
        raise
    except UnreadableError as error:
        yield reading.reject(error)
    except _FAULTS as error:
        yield reading.reject(UnreadableError("damaged", f"{str(error)[:200]}; what stood before was read"))
    except OSError as error:
        yield reading.reject(UnreadableError("unreadable", error.strerror or type(error).__name__))
    except Exception as error:  # noqa: BLE001 (a fault of a format library: this file is lost, the rest is not)
        detail = f"{type(error).__name__}: {str(error).splitlines()[0][:200] if str(error) else 'no message'}"
        yield reading.reject(UnreadableError("unreadable", detail))


def _items(path: Path, reading: Reading) -> Iterator[Article | Reject]:
    name = path.name.lower()
    packing = next((ending for ending in _PACKED if name.endswith(ending)), "")
    ending = Path(name.removesuffix(packing)).suffix
    if ending == ".parquet":
        yield from _table(path, packing, reading)
        return
    reader = _READERS.get(ending)
    if reader is None:
        raise UnreadableError("unknown ending", f"{path.suffix or 'no ending'}; see the documentation of archives")
    with open_plain_file(path) as file:
        if packing:
            yield from _unpacked_items(file, packing, ending, reader, reading)
        else:
            yield from reader(file, reading)


def _unpacked_items(
    file: IO[bytes], packing: str, ending: str, reader: _Reader, reading: Reading
) -> Iterator[Article | Reject]:
    """Items of a packed file; a fault of the packing is told after all that stood before it, however short that is."""
    faults: list[Exception] = []

    def sound() -> Iterator[bytes]:
        try:
            yield from _bounded(file, packing)
        except (UnreadableError, *_FAULTS) as error:
            faults.append(error)

    last: Article | Reject | None = None
    try:
        for item in reader(from_chunks(sound()), reading):
            if last is not None:
                yield last
            last = item
    except UnreadableError:
        if not faults:
            raise
    # A row of a table that is cut looks like a whole one; half an article is none.
    if last is not None and not (faults and ending == ".csv"):
        yield last
    if faults:
        raise faults[0]


def _table(path: Path, packing: str, reading: Reading) -> Iterator[Article | Reject]:
    """A Parquet table; a packed one is unpacked into a file first, since its index stands at its end."""
    from sources import table_parquet  # DuckDB takes time to import

    if not packing:
        yield from table_parquet.read(path, reading)
        return
    with tempfile.NamedTemporaryFile(suffix=".parquet") as whole:
        with open_plain_file(path) as file:
            for part in _bounded(file, packing):
                whole.write(part)
        whole.flush()
        yield from table_parquet.read(Path(whole.name), reading)


def _bounded(file: IO[bytes], packing: str) -> Iterator[bytes]:
    """Unpacked bytes, up to a thousand times the packed ones: more is no text but a trap."""
    packed_size = 0

    def counted() -> Iterator[bytes]:
        nonlocal packed_size
        for chunk in chunks_of(file):
            packed_size += len(chunk)
            yield chunk

    size = 0
    for part in unpacked(counted(), "gzip") if packing == ".gz" else _zstd(counted()):
        size += len(part)
        if size > _GRACE_BYTES + _RATIO * packed_size:
            raise UnreadableError("too large", f"unpacks to more than {_RATIO} times its size")
        yield part


def _zstd(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Unpacked bytes of all frames; in small bites, since each may unpack to thirty thousand times its size.

    The library's own stream says nothing of a file that ends within a frame.
    """
    unpacker = None
    for chunk in chunks:
        for start in range(0, len(chunk), _BITE):
            data = chunk[start : start + _BITE]
            while data:
                unpacker = unpacker or zstandard.ZstdDecompressor(max_window_size=_LARGEST_WINDOW).decompressobj()
                yield unpacker.decompress(data)
                data = unpacker.unused_data if unpacker.eof else b""
                unpacker = None if unpacker.eof else unpacker
    if unpacker is not None:
        raise DamagedBodyError("the packed file ends before its end")


def _web_archive(file: IO[bytes], reading: Reading) -> Iterator[Article | Reject]:
    from sources import warc  # the extraction of main text takes a quarter of a second to import

    yield from warc.read(file, reading)


_READERS: dict[str, _Reader] = {
    ".jsonl": jsonl.read,
    ".ndjson": jsonl.read,
    ".csv": table_csv.read,
    ".warc": _web_archive,
}
