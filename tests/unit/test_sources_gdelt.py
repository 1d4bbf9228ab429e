"""GDELT's files as a list of pages: the wanted ones alone, by column names, whatever the packing and the damage."""

import gzip
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit import nasty_server
from tests.unit.source_run import KilledError, Run, page, web


@pytest.fixture
def server() -> Iterator[nasty_server.Server]:
    with nasty_server.running() as running:
        yield running


def gkg(url: str, themes: str = "SPACE", collection: str = "1", extras: str = "", translation: str = "") -> str:
    """A row of 27 columns."""
    cells = [""] * 27
    cells[:5] = ["20210309100000-1", "20210309100000", collection, "skypost.example", url]
    cells[7], cells[25], cells[26] = themes, translation, extras
    return "\t".join(cells)


def mention(url: str, kind: str = "1") -> str:
    """A row of 16 columns."""
    return "\t".join(["1", "20210309", "20210309", kind, "skypost.example", url, *"0123456789"])


def zipped(name: str, text: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, text)
    return out.getvalue()


def own(path: str, *more: str) -> str:
    lines = ["[[source]]", 'name = "gdelt"', 'kind = "gdelt"', f'path = "{path}"', "allow_private = true", *more]
    return "\n".join(lines)


def test_wanted_pages_of_files_packed_or_not(server: nasty_server.Server, tmp_path: Path) -> None:
    for name in "abc":
        server.publish(f"/news/{name}", page(name))
    rows = [
        gkg(server.root + "/news/a", extras="<PAGE_TITLE>A &amp; B</PAGE_TITLE>"),
        gkg("https://elsewhere.example/x"),
        gkg("BBC Monitoring", collection="2"),
        gkg(server.root + "/sport/x"),
    ]
    (tmp_path / "1.gkg.csv").write_text("\n".join(rows))
    (tmp_path / "2.gkg.csv.zip").write_bytes(zipped("2.gkg.csv", gkg(server.root + "/news/b")))
    (tmp_path / "3.mentions.csv.gz").write_bytes(gzip.compress(mention(server.root + "/news/c").encode()))
    (tmp_path / "notes.md").write_text("no export")
    run = Run(own(".", 'hosts = ["127.0.0.1"]', 'words = ["/news/"]'), home=tmp_path)
    run.go()
    assert run.fault is None
    assert sorted(map(str, run.titles)) == ["a", "b", "c"]
    assert "/sport/x" not in server.times
    server.asked.clear()
    run.go()
    assert not server.asked


def test_themes_choose(server: nasty_server.Server, tmp_path: Path) -> None:
    server.publish("/a", page("a"))
    rows = [gkg(server.root + "/a", "ECON;SPACE_AGENCY,12;"), gkg(server.root + "/b", "SPACE_AGENCY_NOT")]
    (tmp_path / "1.csv").write_text("\n".join(rows))
    run = Run(own("1.csv", 'themes = ["SPACE_AGENCY"]'), home=tmp_path)
    run.go()
    assert run.titles == ["a"]
    assert "/b" not in server.times


def test_a_list_of_files_on_the_web(server: nasty_server.Server) -> None:
    server.publish("/a", page("a"))
    server.publish("/1.gkg.csv.zip", zipped("1.gkg.csv", gkg(server.root + "/a")))
    server.publish(
        "/lastupdate.txt", "150383 297a16b493de7cf6ca809a7cc31d0b93 {root}/1.gkg.csv.zip\n", Content_Type="text/plain"
    )
    run = Run(web("gdelt", server.root + "/lastupdate.txt") + '\nhosts = ["127.0.0.1"]')
    run.go()
    assert run.titles == ["a"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", b"a\tb\tc\n", "3 columns where 27 (gkg) or 16 (mentions) belong"),
        ("a.csv", b"<html>", "1 columns"),
        ("a.csv", mention("a/b c").encode(), "no address in its place"),
        ("a.csv.zip", b"PK no zip", "damaged"),
        ("a.csv.zip", zipped("a", gkg("https://a.example/a") * 10)[:-90], "damaged"),
        ("a.csv.gz", gzip.compress(gkg("https://a.example/a").encode())[:-9], "damaged"),
        ("a.csv", b"DATE\tSOURCEURLS\n", "no column named THEMES"),
    ],
)
def test_what_is_none_of_its_files(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    run = Run(own(name, 'hosts = ["127.0.0.1"]'), home=tmp_path)
    run.go()
    assert said in str(run.fault)
    assert name in str(run.fault)
    assert not any(state.kind == "listing" for state in run.pages.values())  # tried again the next time


@pytest.mark.parametrize(("byte", "said"), [(b"\n", "empty or endless lines"), (b"a", "unpacks to more than")])
def test_bombs(tmp_path: Path, byte: bytes, said: str) -> None:
    with zipfile.ZipFile(tmp_path / "a.csv.zip", "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a.csv", byte * (150 << 20))
    run = Run(own("a.csv.zip", 'hosts = ["127.0.0.1"]'), home=tmp_path)
    run.go()
    assert said in str(run.fault)


def test_killed_between_two_batches(server: nasty_server.Server, tmp_path: Path) -> None:
    server.robots = (200, b"User-agent: *\nDisallow: /\n")
    (tmp_path / "1.csv").write_text("\n".join(gkg(f"{server.root}/{number}") for number in range(1500)))
    run = Run(own("1.csv", 'hosts = ["127.0.0.1"]', "pages_per_run = 2"), home=tmp_path)
    with pytest.raises(KilledError):
        run.go(kill_after=1)
    run.go()
    assert sum(state.kind == "page" for state in run.pages.values()) == 1500


def test_rows_that_are_cut_are_told_and_the_others_read(server: nasty_server.Server, tmp_path: Path) -> None:
    for name in "ab":
        server.publish(f"/news/{name}", page(name))
    cut = "20210309100000-1\t20210309100000\t1"
    long = gkg("https://elsewhere.example/x") + "\tone more"
    rows = [cut, gkg(server.root + "/news/a"), long, gkg(server.root + "/news/b")]
    (tmp_path / "1.gkg.csv").write_text("\n".join(rows))
    run = Run(own(".", 'hosts = ["127.0.0.1"]'), home=tmp_path)
    run.go()
    assert sorted(map(str, run.titles)) == ["a", "b"]
    assert [(reject.reason, reject.detail) for reject in run.rejects] == [
        ("bad entry", "row 1: 3 columns, or no address in its place"),
        ("bad entry", "row 3: 28 columns where 27 belong"),
    ]
    assert run.fault is None


def test_a_file_that_cannot_be_had_stops_no_other_of_the_list(server: nasty_server.Server) -> None:
    server.publish("/news/a", page("a"))
    server.publish("/1.gkg.csv", "none of its files", status=200)
    server.publish("/3.gkg.csv", gkg(server.root + "/news/a"))
    names = [f"10 hash {server.root}/{number}.gkg.csv" for number in (1, 2, 3)]
    server.publish("/lastupdate.txt", "\n".join(names))
    run = Run(web("gdelt", server.root + "/lastupdate.txt") + '\nhosts = ["127.0.0.1"]')
    run.go()
    assert run.titles == ["a"]
    assert "1.gkg.csv" in str(run.fault)


def test_files_of_a_long_list_are_read_once_and_newest_first(server: nasty_server.Server) -> None:
    names = [f"20210309{number // 60:02}{number % 60:02}00.gkg.csv" for number in range(205)]
    for name in names:
        server.publish(f"/{name}", gkg(f"{server.root}/news/{name}"), Content_Type="text/csv")
    server.publish("/masterfilelist.txt", "\n".join(f"10 hash {server.root}/{name}" for name in names))
    run = Run(web("gdelt", server.root + "/masterfilelist.txt") + '\nhosts = ["127.0.0.1"]\npages_per_run = 1')

    def files(asked: list[str]) -> list[str]:
        return [path[1:] for path in asked if path.endswith(".gkg.csv") and "/news/" not in path]

    left = [step.left for step in run.go() if step.left]
    assert files(server.asked) == names[5:]
    assert left[-1] is not None
    assert left[-1].waiting == 5 + 199
    server.asked.clear()
    run.go(days=1)
    assert files(server.asked) == names[:5]
