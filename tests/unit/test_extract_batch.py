"""Work shared by processes: in order, no more of the input than is needed, and every fault where the results are."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from transforms.extract.batch import WorkerError, in_chunks, map_chunks


def _double(chunk: list[int]) -> list[int]:
    return [2 * number for number in chunk]


def _refuse_seven(chunk: list[int]) -> list[int]:
    if 7 in chunk:
        raise ValueError("seven")
    return chunk


def _die_at_seven(chunk: list[int]) -> list[int]:
    if 7 in chunk:
        os._exit(3)
    return chunk


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 4, 5, 103])
def test_results_come_in_the_order_of_the_items(jobs: int, count: int) -> None:
    assert list(map_chunks(_double, range(count), jobs, size=4)) == [2 * number for number in range(count)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_no_more_is_read_than_is_needed(jobs: int) -> None:
    taken: list[int] = []

    def numbers() -> Iterator[int]:
        for number in range(100_000):
            taken.append(number)
            yield number

    results = map_chunks(_double, numbers(), jobs, size=4)
    assert next(results) == 0
    assert len(taken) < 200
    results.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_of_the_work_comes_out_after_the_results_before_it(jobs: int) -> None:
    results = map_chunks(_refuse_seven, range(20), jobs, size=4)
    assert [next(results) for _ in range(4)] == [0, 1, 2, 3]
    with pytest.raises(ValueError, match="seven"):
        list(results)


def test_a_process_that_ends_early_is_told_of() -> None:
    with pytest.raises(WorkerError, match="ended before"):
        list(map_chunks(_die_at_seven, range(20), 2, size=4))


def test_what_the_work_needs_is_loaded_before_processes_are_forked() -> None:
    calls: list[int] = []
    assert list(map_chunks(_double, range(9), 2, size=4, prepare=lambda: calls.append(1))) == list(range(0, 18, 2))
    assert len(calls) <= 1


def test_chunks_hold_every_item_once() -> None:
    assert list(in_chunks(range(7), 3)) == [[0, 1, 2], [3, 4, 5], [6]]


_INTERRUPTED = """
import signal, time
from transforms.extract.batch import map_chunks

def stop(number, frame):
    raise KeyboardInterrupt

def slow(chunk):
    time.sleep(60 * chunk[0])
    return chunk

if __name__ == "__main__":
    signal.signal(signal.SIGTERM, stop)
    found = map_chunks(slow, [0, 1, 1, 1], jobs=2, size=1)
    print(next(found))
    found.close()
"""


def test_processes_that_are_no_longer_needed_end_without_a_word() -> None:
    ran = subprocess.run([sys.executable, "-c", _INTERRUPTED], capture_output=True, text=True, timeout=50, check=False)

    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "0\n", "")
