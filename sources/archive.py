"""Archives of articles: tables, JSON Lines and web archives, also packed by gzip or Zstandard.

Belongs here: which files of an archive are read, unpacking them as a stream. Does not belong here: the formats.
"""

import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import zstandard

from sources import jsonl, table_csv
from sources.article import Article, Reject
from sources.errors import UnreadableError
from sources.inflate import DamagedBodyError, unpacked
from sources.records import Reading
from sources.streams import chunks_of, from_chunks, open_plain_file

_Reader = Callable[[IO[bytes], Reading], Iterator[Article | Reject]]
_PACKED = (".gz", ".zst")
_RATIO = 1000  # what text reaches is a tenth of that
_GRACE_BYTES = 64 * 1024 * 1024
_LARGEST_WINDOW = 1 << 27  # bytes that Zstandard may hold; what `zstd --long=27` makes


def read(path: Path, reading: Reading) -> Iterator[Article | Reject]:
    """Articles and rejects of one archive file, as a stream of flat memory however large it is.

    What is damaged or cut is read as far as it goes, and ends in a reject.

    Args:
        path: a file that ends in `.jsonl`, `.ndjson`, `.csv`, `.parquet` or `.warc`, all but Parquet also with `.gz` or
            `.zst` behind it.
        reading: origin and label of the file.
    """
    try:
        yield from _items(path, reading)
    except UnreadableError as error:
        yield reading.reject(error)
    except (DamagedBodyError, zstandard.ZstdError, zlib.error, EOFError) as error:
        yield reading.reject(UnreadableError("damaged", f"{str(error)[:200]}; what stood before was read"))
    except OSError as error:
        yield reading.reject(UnreadableError("unreadable", error.strerror or type(error).__name__))


def _items(path: Path, reading: Reading) -> Iterator[Article | Reject]:
    name = path.name.lower()
    packing = next((ending for ending in _PACKED if name.endswith(ending)), "")
    ending = Path(name.removesuffix(packing)).suffix
    if ending == ".parquet" and not packing:
        from sources import table_parquet  # DuckDB takes time to import

        yield from table_parquet.read(path, reading)
        return
    reader = _READERS.get(ending)
    if reader is None:
        raise UnreadableError("unknown ending", f"{path.suffix or 'no ending'}; see the documentation of archives")
    with open_plain_file(path) as file:
        yield from reader(from_chunks(_bounded(file, packing)) if packing else file, reading)


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
    unpacker = zstandard.ZstdDecompressor(max_window_size=_LARGEST_WINDOW)
    with unpacker.stream_reader(from_chunks(chunks), read_across_frames=True) as stream:
        yield from chunks_of(stream)


def _web_archive(file: IO[bytes], reading: Reading) -> Iterator[Article | Reject]:
    from sources import warc  # the extraction of main text takes a quarter of a second to import

    yield from warc.read(file, reading)


_READERS: dict[str, _Reader] = {
    ".jsonl": jsonl.read,
    ".ndjson": jsonl.read,
    ".csv": table_csv.read,
    ".warc": _web_archive,
}
