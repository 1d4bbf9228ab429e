"""Web archives (WARC): the HTML pages in them.

Belongs here: records of an archive to pages. Does not belong here: unpacking the file (archive), the pages (webpage).
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]
from warcio.bufferedreaders import ChunkedDataReader  # type: ignore[import-untyped]
from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]

from sources.article import Article, Reject, stable_hash
from sources.errors import UnreadableError
from sources.exchange import charset_of
from sources.inflate import DamagedBodyError, UnknownEncodingError, unpacked
from sources.records import Reading
from sources.streams import ITEM_BYTES, chunks_of, from_chunks
from sources.webpage import from_bytes

_HTML = ("text/html", "application/xhtml+xml")
_LONGEST_LINE = 64 * 1024 * 1024


def read(file: IO[bytes], reading: Reading) -> Iterator[Article | Reject]:
    """An article or a reject for each HTML page that was answered with 200; other records are passed over.

    Raises:
        UnreadableError: reason `damaged` where the archive cannot be read on.
    """
    records = ArchiveIterator(from_chunks(_with_lines(file)))
    try:
        for number, record in enumerate(records, start=1):
            if _is_page(record):
                yield _page(record, reading, f":{number}")
    except (ArchiveLoadFailed, ValueError, EOFError) as error:
        detail = (
            f"{str(error).strip().splitlines()[0][:200] if str(error).strip() else 'cut'}; what stood before was read"
        )
        raise UnreadableError("damaged", detail) from None


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return False
    return (headers.get_header("content-type") or "").partition(";")[0].strip().lower() in _HTML


def _page(record: Any, reading: Reading, place: str) -> Article | Reject:
    """The article of a record, or why there is none."""
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    content_hash = stable_hash(reading.content_hash, place)
    here = replace(reading, locator=reading.locator + place, content_hash=content_hash)
    try:
        charset = charset_of(record.http_headers.get_header("content-type") or "")
        return from_bytes(_body(record), here, charset, url)
    except UnreadableError as error:
        return here.reject(error, record={"url": url})


def _body(record: Any) -> bytes:
    """The page's bytes, whole.

    The library would unpack a damaged body as far as it goes and say nothing; half an article is none.
    """
    headers = record.http_headers
    is_chunked = (headers.get_header("transfer-encoding") or "").strip().lower() == "chunked"
    stream = ChunkedDataReader(record.raw_stream) if is_chunked else record.raw_stream
    parts: list[bytes] = []
    size = 0
    try:
        for part in unpacked(chunks_of(stream), headers.get_header("content-encoding") or ""):
            size += len(part)
            if size > ITEM_BYTES:
                raise UnreadableError("too large", f"a page of more than {ITEM_BYTES // 2**20} MB")
            parts.append(part)
    except (DamagedBodyError, UnknownEncodingError) as error:
        raise UnreadableError("damaged", str(error)) from None
    is_cut = record.rec_headers.get_header("WARC-Truncated") or _ends_early(record.raw_stream)
    if is_cut:
        raise UnreadableError("damaged", "the page is cut in the archive")
    return b"".join(parts)


def _ends_early(stream: Any) -> bool:
    """Whether a record promised more bytes than the file holds."""
    return getattr(stream, "limit", 0) > 0 and not stream.read(1)


def _with_lines(file: IO[bytes]) -> Iterator[bytes]:
    """The stream, as long as it has a line's end now and then: the library holds a line whole."""
    since = 0
    for chunk in chunks_of(file):
        at = chunk.rfind(b"\n")
        since = since + len(chunk) if at < 0 else len(chunk) - at
        if since > _LONGEST_LINE:
            raise UnreadableError("damaged", "no end of a line in 64 MB; this is no web archive")
        yield chunk
