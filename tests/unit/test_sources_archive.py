"""Archives are streamed whatever their size, packed or not; what is damaged in them costs nothing but itself."""

import datetime as dt
import gzip
import io
import json
import random
import tracemalloc
import zlib
from pathlib import Path

import pytest
import zstandard
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from sources import archive
from sources.article import Article, Reject
from sources.records import Reading

TODAY = dt.date(2024, 5, 1)
TEXT = "The two agencies signed a memorandum on a ground station near the equator, the ministry said. " * 4
PACK = {"": bytes, ".gz": gzip.compress, ".zst": zstandard.ZstdCompressor().compress}


def read(path: Path) -> list[Article | Reject]:
    return list(archive.read(path, Reading("archive", path.name, "hash", TODAY)))


def written(folder: Path, name: str, content: bytes) -> list[Article | Reject]:
    path = folder / name
    path.write_bytes(content)
    return read(path)


def reasons(items: list[Article | Reject]) -> list[str]:
    return [item.reason if isinstance(item, Reject) else "read" for item in items]


def warc(*pages: tuple[str, str, str, bytes], is_packed: bool = False) -> bytes:
    """An archive of responses: address, status line, headers as `Name: value` lines, body."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=is_packed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "tests"}))
    for url, status, headers, body in pages:
        pairs = [tuple(line.split(": ", 1)) for line in headers.splitlines()]
        http = StatusAndHeaders(status, pairs, protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=http))
    return out.getvalue()


def page(text: str, encoding: str = "utf-8") -> bytes:
    html = f"<html><head><title>A station</title></head><body><article><p>{text}</p></article></body></html>"
    return html.encode(encoding)


HTML = "Content-Type: text/html"


@pytest.mark.parametrize("packing", PACK)
@pytest.mark.parametrize("ending", [".jsonl", ".csv"])
def test_tables_and_lines_packed_or_not(tmp_path: Path, ending: str, packing: str) -> None:
    lines = [json.dumps({"id": str(number), "text": TEXT}) for number in range(3)]
    rows = ["id,text", *(f'{number},"{TEXT}"' for number in range(3))]
    content = "\n".join(lines if ending == ".jsonl" else rows).encode()
    items = written(tmp_path, "A" + ending.upper() + packing, PACK[packing](content))
    assert [item.source_article_id for item in items if isinstance(item, Article)] == ["0", "1", "2"]


@pytest.mark.parametrize("packing", PACK)
def test_tables_of_parquet_packed_or_not(tmp_path: Path, packing: str) -> None:
    import duckdb

    duckdb.sql(f"copy (select id::varchar as id, '{TEXT}' as text from range(3) as r(id)) "  # noqa: S608
               f"to '{tmp_path}/whole.parquet'")  # fmt: skip
    content = PACK[packing]((tmp_path / "whole.parquet").read_bytes())
    items = written(tmp_path, "a.parquet" + packing, content)
    assert [item.source_article_id for item in items if isinstance(item, Article)] == ["0", "1", "2"]
    if packing:
        assert reasons(written(tmp_path, "b.parquet" + packing, content[:-9])) == ["damaged"]


@pytest.mark.parametrize("packing", [".gz", ".zst"])
def test_a_file_cut_between_two_lines_is_told(tmp_path: Path, packing: str) -> None:
    pack = zlib.compressobj(9, zlib.DEFLATED, 31) if packing == ".gz" else zstandard.ZstdCompressor().compressobj()
    flush = zlib.Z_SYNC_FLUSH if packing == ".gz" else zstandard.COMPRESSOBJ_FLUSH_BLOCK
    whole_lines = pack.compress(json.dumps({"text": TEXT}).encode() + b"\n") + pack.flush(flush)
    assert reasons(written(tmp_path, "a.jsonl" + packing, whole_lines)) == ["read", "damaged"]


@pytest.mark.parametrize("packing", [".gz", ".zst"])
def test_a_row_that_is_cut_is_no_article(tmp_path: Path, packing: str) -> None:
    noise = random.Random(3)  # noqa: S311 (test data)
    rows = "\n".join(f'{number},"{TEXT}{noise.random()}"' for number in range(400))
    packed = PACK[packing](f"id,text\n{rows}\n".encode())
    items = written(tmp_path, "a.csv" + packing, packed[: len(packed) // 2])
    assert all(item.text[len(TEXT) :].startswith("0.") for item in items if isinstance(item, Article))
    assert reasons(items)[-1] == "damaged"
    assert len({len(item.text) for item in items if isinstance(item, Article)}) < 12


@pytest.mark.parametrize("packing", PACK)
def test_pages_of_a_web_archive(tmp_path: Path, packing: str) -> None:
    russian = page("Роскосмос подписал меморандум. " * 9, "cp1251")
    content = warc(
        ("https://skypost.example/a?utm_source=x", "200 OK", HTML, page(TEXT)),
        ("https://skypost.example/b", "404 Not Found", HTML, page(TEXT)),
        ("https://skypost.example/c", "200 OK", "Content-Type: image/png", b"\x89PNG"),
        ("https://skypost.example/d", "200 OK", HTML + "; charset=windows-1251", russian),
        ("https://skypost.example/e", "200 OK", HTML, page("")),
        ("https://skypost.example/f", "200 OK", HTML + "\nContent-Encoding: gzip", gzip.compress(page(TEXT))),
        ("https://skypost.example/g", "200 OK", HTML + "\nContent-Encoding: gzip", gzip.compress(page(TEXT))[:40]),
    )
    items = written(tmp_path, "a.warc" + packing, PACK[packing](content))
    assert reasons(items) == ["read", "read", "no text", "read", "damaged"]
    articles = {item.url: item for item in items if isinstance(item, Article)}
    assert "memorandum" in articles["https://skypost.example/a"].text
    assert "Роскосмос" in articles["https://skypost.example/d"].text
    assert "memorandum" in articles["https://skypost.example/f"].text


def test_a_web_archive_packed_record_by_record(tmp_path: Path) -> None:
    pages = [(f"https://skypost.example/{number}", "200 OK", HTML, page(TEXT)) for number in range(4)]
    assert reasons(written(tmp_path, "a.warc.gz", warc(*pages, is_packed=True))) == ["read"] * 4


@pytest.mark.parametrize("packing", [".gz", ".zst"])
def test_a_cut_archive_gives_what_stood_before_the_cut(tmp_path: Path, packing: str) -> None:
    noise = random.Random(1)  # noqa: S311 (test data)
    lines = [json.dumps({"text": TEXT + str(noise.random())}) for _ in range(20_000)]
    packed = PACK[packing]("\n".join(lines).encode())
    items = written(tmp_path, "a.jsonl" + packing, packed[: len(packed) // 2])
    assert 5_000 < reasons(items).count("read") < 15_000
    assert reasons(items)[-1] in ("damaged", "not JSON")


def test_a_cut_web_archive(tmp_path: Path) -> None:
    pages = [(f"https://skypost.example/{number}", "200 OK", HTML, page(TEXT)) for number in range(9)]
    content = warc(*pages)
    found = reasons(written(tmp_path, "a.warc", content[: content.index(b"skypost.example/5") + 700]))
    assert found == ["read"] * 5 + ["damaged"]


def test_a_body_in_chunks(tmp_path: Path) -> None:
    body = b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in (page(TEXT)[:99], page(TEXT)[99:])) + b"0\r\n\r\n"
    found = warc(("https://skypost.example/a", "200 OK", HTML + "\nTransfer-Encoding: chunked", body))
    [item] = written(tmp_path, "a.warc", found)
    assert isinstance(item, Article)
    assert "memorandum" in item.text


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.jsonl.gz", "a.csv.zst"])
@pytest.mark.parametrize("content", [b"", b"neither packed nor an archive", random.Random(2).randbytes(99_999)])  # noqa: S311
def test_what_is_no_archive_is_a_reject(tmp_path: Path, name: str, content: bytes) -> None:
    assert all(isinstance(item, Reject) for item in written(tmp_path, name, content))


@pytest.mark.parametrize("packing", [".gz", ".zst"])
@pytest.mark.parametrize("ending", [".jsonl", ".csv", ".warc"])
def test_bombs_are_stopped(tmp_path: Path, ending: str, packing: str) -> None:
    path = tmp_path / f"a{ending}{packing}"
    packer = zlib.compressobj(9, zlib.DEFLATED, 31) if packing == ".gz" else zstandard.ZstdCompressor(19).compressobj()
    with path.open("wb") as file:
        file.write(packer.compress(b"id,text\n" if ending == ".csv" else b"\n"))
        for _ in range(200):
            file.write(packer.compress(b"a" * 2**20))
        file.write(packer.flush())
    tracemalloc.start()
    items = read(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert items
    assert all(isinstance(item, Reject) for item in items)
    assert peak < 150 * 2**20


def test_an_unknown_ending(tmp_path: Path) -> None:
    assert reasons(written(tmp_path, "a.zip", b"PK")) == ["unknown ending"]
    assert reasons(written(tmp_path, "a.warc.bz2", b"PK")) == ["unknown ending"]


def test_memory_stays_flat_over_a_long_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    with gzip.open(path, "wt", compresslevel=1) as file:
        for number in range(5_000):
            file.write(json.dumps({"id": number, "text": TEXT * 5}) + "\n")
    tracemalloc.start()
    count = sum(1 for _ in archive.read(path, Reading("archive", "a", "", TODAY)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 5_000
    assert peak < 8 * 2**20
