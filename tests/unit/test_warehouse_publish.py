"""Publishing: one step, numbers that only grow, old versions kept for their readers, foreign hands noticed."""

import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from warehouse import publish
from warehouse.connect import GROUP_ROWS, reading, scalar, writing_version
from warehouse.errors import PublishError

PUBLISHED = Path("state", "published")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    (folder / "state" / "build").mkdir(parents=True)
    return folder


def build(home: Path, number: int) -> Path:
    path = home / "state" / "build" / "warehouse.duckdb"
    with writing_version(path) as con:
        con.execute(f"create table version as select {number} as number")
    return path


def publish_next(home: Path) -> publish.Version:
    number = publish.next_number(home)
    return publish.publish(build(home, number), home, number)


def seen(home: Path) -> int:
    with reading(home / publish.LINK) as con:
        return int(scalar(con, "select number from version"))


def files(home: Path) -> list[str]:
    return sorted(path.name for path in (home / PUBLISHED).glob("warehouse-*"))


def age(home: Path, seconds: float) -> None:
    for path in (home / PUBLISHED).glob("warehouse-*"):
        now = path.stat().st_mtime
        os.utime(path, (now - seconds, now - seconds))


def test_the_link_is_relative_and_the_file_read_only_and_whole(home, tmp_path):
    version = publish_next(home)
    assert (home / publish.LINK).readlink() == PUBLISHED / "warehouse-1.duckdb"
    assert version.path.stat().st_mode & 0o777 == 0o444
    assert files(home) == ["warehouse-1.duckdb"]
    moved = home.rename(tmp_path / "elsewhere")
    assert seen(moved) == 1
    assert publish.is_intact(moved)


def test_a_published_file_opens_in_todays_clients(home):
    version = publish_next(home)
    with reading(version.path) as con:
        tags = scalar(con, "select tags['storage_version'] from duckdb_databases() where database_name = 'warehouse-1'")
    assert tags == "v1.5.0+"


def test_an_open_reader_keeps_its_version_and_a_new_one_sees_the_next(home):
    publish_next(home)
    with reading(home / publish.LINK) as con:
        publish_next(home)
        assert scalar(con, "select number from version") == 1
        assert seen(home) == 2


def test_three_versions_and_ten_minutes_are_kept(home):
    for _ in range(5):
        publish_next(home)
    assert len(files(home)) == 5
    age(home, publish.KEPT_SECONDS + 1)
    publish_next(home)
    assert files(home) == [f"warehouse-{n}.duckdb" for n in (4, 5, 6)]


def test_a_version_just_replaced_is_kept_however_old_it_is(home):
    for _ in range(3):
        publish_next(home)
    age(home, 1e6)
    publish_next(home)
    publish_next(home)
    assert files(home) == [f"warehouse-{n}.duckdb" for n in (3, 4, 5)]


def test_an_old_version_goes_with_its_log(home):
    first = publish_next(home)
    first.path.with_name(f"{first.path.name}.wal").write_bytes(b"x")
    for _ in range(3):
        publish_next(home)
    age(home, publish.KEPT_SECONDS + 1)
    publish_next(home)
    assert not [name for name in files(home) if name.startswith("warehouse-1.")]


def test_numbers_grow_though_all_files_are_gone(home):
    publish_next(home)
    publish_next(home)
    for name in files(home):
        (home / PUBLISHED / name).unlink()
    (home / publish.LINK).unlink()
    assert publish.next_number(home) == 3


@pytest.mark.parametrize("record", ["", "{", "[]", '{"number": "x"}'])
def test_numbers_grow_though_the_record_is_damaged(home, record):
    publish_next(home)
    (home / PUBLISHED / "record.json").write_text(record)
    assert publish.next_number(home) == 2
    assert not publish.is_intact(home)
    publish_next(home)
    assert publish.is_intact(home)


class Killed(BaseException):
    """Stands for the end of the process."""


@pytest.mark.parametrize("last_step", range(1, 9))
def test_a_kill_at_any_step_leaves_a_whole_version_and_numbers_grow(home, monkeypatch, last_step):
    """Each rename and each sync to disk is a step; the run dies right after the given one."""
    publish_next(home)
    steps = 0

    def dying(function):
        def step(*given):
            nonlocal steps
            result = function(*given)
            steps += 1
            if steps == last_step:
                raise Killed
            return result

        return step

    path = build(home, 2)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", dying(Path.replace))
        patched.setattr(publish, "_sync", dying(publish._sync))
        try:
            publish.publish(path, home, 2)
        except Killed:
            pass
        else:
            pytest.fail("the publish has fewer steps than this test kills at")
    found = seen(home)
    assert found in (1, 2)
    number = publish.next_number(home)
    assert number > found
    path.unlink(missing_ok=True)
    publish_next(home)
    assert seen(home) == number
    assert publish.is_intact(home)


def test_a_file_that_was_never_linked_is_removed(home):
    publish_next(home)
    build(home, 2).rename(home / PUBLISHED / "warehouse-2.duckdb")
    assert publish_next(home).number == 3
    assert files(home) == ["warehouse-1.duckdb", "warehouse-3.duckdb"]


def test_a_number_is_not_given_out_twice(home):
    publish_next(home)
    with pytest.raises(PublishError, match="version 1 has been given out before"):
        publish.publish(build(home, 1), home, 1)
    assert seen(home) == 1


def test_without_a_build_the_last_version_stays(home):
    publish_next(home)
    with pytest.raises(PublishError, match="no such file"):
        publish.publish(home / "state" / "build" / "warehouse.duckdb", home, 2)
    assert seen(home) == 1


def test_a_log_beside_the_build_is_taken_in(home):
    path = home / "state" / "build" / "warehouse.duckdb"
    script = (
        "import duckdb, os, sys; con = duckdb.connect(sys.argv[1]); "
        "con.execute('create table version as select 1 as number'); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=True)
    assert path.with_name(f"{path.name}.wal").exists()
    publish.publish(path, home, 1)
    assert seen(home) == 1
    assert files(home) == ["warehouse-1.duckdb"]


def touch(path: Path) -> None:
    os.utime(path, (1, 1))


def grow(path: Path) -> None:
    path.chmod(0o644)
    with path.open("ab") as stream:
        stream.write(b"x")


def leave_log(path: Path) -> None:
    path.with_name(f"{path.name}.wal").write_bytes(b"")


@pytest.mark.parametrize("meddle", [touch, grow, leave_log, Path.unlink])
def test_a_published_file_in_foreign_hands_is_noticed(home, meddle):
    version = publish_next(home)
    assert publish.is_intact(home)
    meddle(version.path)
    assert not publish.is_intact(home)
    publish_next(home)
    assert publish.is_intact(home)
    assert seen(home) == 2


def test_a_write_through_the_link_is_noticed(home):
    version = publish_next(home)
    version.path.chmod(0o644)
    with duckdb.connect(str(home / publish.LINK)) as con:
        con.execute("insert into version values (99)")
    assert not publish.is_intact(home)


def test_a_link_set_elsewhere_is_noticed(home):
    publish_next(home)
    version = publish_next(home)
    (home / publish.LINK).unlink()
    (home / publish.LINK).symlink_to(version.path)
    assert not publish.is_intact(home)
    publish_next(home)
    assert (home / publish.LINK).readlink() == PUBLISHED / "warehouse-3.duckdb"


def test_before_the_first_publish_there_is_nothing(home):
    assert publish.current(home) is None
    assert not publish.is_intact(home)
    assert publish.next_number(home) == 1


def test_losing_the_link_loses_no_version(home: Path) -> None:
    for _ in range(3):
        publish_next(home)
    (home / publish.LINK).unlink()
    publish_next(home)
    assert files(home) == [f"warehouse-{number}.duckdb" for number in (1, 2, 3, 4)]


def test_few_rows_are_found_without_reading_many(home):
    path = build(home, 1)
    for _ in range(2):  # what is opened again gathers no groups
        with writing_version(path) as con:
            con.execute("create table if not exists facts (id bigint)")
            con.execute("insert into facts select * from range(?)", [2 * GROUP_ROWS])
    version = publish.publish(path, home, 1)
    with reading(version.path) as con:
        held = con.execute(
            "select sum(count) from pragma_storage_info('facts') where segment_type = 'BIGINT' group by row_group_id"
        ).fetchall()
        assert held == [(GROUP_ROWS,)] * 4
