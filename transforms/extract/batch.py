"""Work on many items in chunks, in one process or a pool, in order.

Belongs here: chunks, workers and order. Does not belong here: what an item is or what is done with it: the work is a
function from a list to a list, so that the same one serves here, in a pool and in Spark's `mapInPandas`. Nothing is
held but the chunks under way.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from multiprocessing import get_all_start_methods, get_context
from threading import active_count
from typing import Any, TypeVar

CHUNK = 32
_AHEAD = 4  # chunks in flight for each worker: enough that none waits, few enough that memory stays flat

Item = TypeVar("Item")
Result = TypeVar("Result")


def in_chunks(items: Iterable[Item], size: int = CHUNK) -> Iterator[list[Item]]:
    """The items in lists of that size, the last one shorter."""
    remaining = iter(items)
    while chunk := list(islice(remaining, size)):
        yield chunk


def map_chunks(
    work: Callable[[list[Item]], list[Result]], items: Iterable[Item], jobs: int = 1, size: int = CHUNK
) -> Iterator[Result]:
    """What `work` makes of the items, in order, as soon as it is there; `jobs` processes share it.

    Args:
        work: a function of a module (processes find it by name) from a list of items to a list of results.
        items: consumed as it is needed.
        jobs: processes; with one, everything happens in this one.
        size: items in a chunk.
    """
    if jobs <= 1:
        for chunk in in_chunks(items, size):
            yield from work(chunk)
        return
    with get_context(_start_method()).Pool(jobs) as pool:
        under_way: deque[Any] = deque()
        for chunk in in_chunks(items, size):
            under_way.append(pool.apply_async(work, (chunk,)))
            if len(under_way) >= jobs * _AHEAD:
                yield from under_way.popleft().get()
        while under_way:
            yield from under_way.popleft().get()


def _start_method() -> str:
    """`fork` shares the lexicons with the workers; with other threads about it is not safe."""
    return "fork" if "fork" in get_all_start_methods() and active_count() == 1 else "spawn"
