"""Making things that need one another: each as soon as what it needs is there, a few at a time.

Belongs here: handing out work in the order of need, over threads with a connection each, and processors to them. Does
not belong here: what is made and what it needs (`warehouse.build`, `warehouse.metrics`).

DuckDB spreads one query over all processors, and yet leaves them idle by a sixth: while one table ends, another begins.
And two that have a processor each cost less than one after the other on both: what is not divided is not put together.
"""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from graphlib import TopologicalSorter

from warehouse.connect import Connection, scalar

#: At a time: two fill the gaps; three take more memory and no less time.
_AT_A_TIME = 2

#: Seconds between one interruption and the next.
_PAUSE = 0.05

Make = Callable[[Connection, str], None]


def make_in_order(
    needs: Mapping[str, frozenset[str]],
    make: Make,
    connect: Callable[[], Connection],
    effort: Callable[[str], int] = lambda _: 1,
) -> Iterator[str]:
    """Make everything once; yields each name when it is made, after all that it needs, while others are under way.

    Where one fails, or nobody asks for more, no other is begun, and what is under way is broken off.

    Args:
        needs: names of what is to be made, and of what each needs of these.
        make: makes one, on a connection of its own; called in other threads.
        connect: opens such a connection; called in this thread.
        effort: how long one may take, beside others. Of several that could be next, that on which most waits is begun.

    Raises:
        graphlib.CycleError: some need each other.
    """
    sorter = TopologicalSorter(needs)
    sorter.prepare()
    ahead = _ahead(needs, effort)
    waiting: list[str] = []
    made: list[str] = []
    workers = _Workers(connect)
    try:
        while sorter.is_active():
            waiting = sorted((*waiting, *sorter.get_ready()), key=ahead.__getitem__)
            workers.share(len(waiting))
            while waiting and workers.free:
                workers.begin(make, waiting.pop())
            yield from made  # whoever looks at them need not be waited for
            made = workers.finished()
            sorter.done(*made)
        yield from made
    finally:
        workers.end()


def _ahead(needs: Mapping[str, frozenset[str]], effort: Callable[[str], int]) -> dict[str, int]:
    """What each takes together with the longest way on from it."""
    ahead = {name: effort(name) for name in needs}
    for name in reversed([*TopologicalSorter(needs).static_order()]):
        for needed in needs[name]:
            ahead[needed] = max(ahead[needed], effort(needed) + ahead[name])
    return ahead


class _Workers:
    """Threads with a connection each, which are free or under way."""

    def __init__(self, connect: Callable[[], Connection]) -> None:
        self.free = [connect() for _ in range(_AT_A_TIME)]
        self._under_way: dict[Future[None], tuple[str, Connection]] = {}
        self._threads = ThreadPoolExecutor(_AT_A_TIME)
        self._sharing = connect()
        self._processors = int(scalar(self._sharing, "select current_setting('threads')"))

    def share(self, waiting: int) -> None:
        """Give each query that will be under way its part of the processors, of which its own thread takes one."""
        others = min(waiting + len(self._under_way), _AT_A_TIME) - 1
        self._sharing.execute(f"set threads = {max(1, self._processors - max(0, others))}")

    def begin(self, make: Make, name: str) -> None:
        con = self.free.pop()
        self._under_way[self._threads.submit(make, con, name)] = (name, con)

    def finished(self) -> list[str]:
        """Waits for one or more; returns their names, or raises what one of them raised."""
        names = []
        for future in wait(self._under_way, return_when=FIRST_COMPLETED).done:
            name, con = self._under_way.pop(future)
            self.free.append(con)
            future.result()
            names.append(name)
        return names

    def end(self) -> None:
        """Breaks off what is under way, and closes."""
        busy = [con for _, con in self._under_way.values()]
        while wait(self._under_way, timeout=0).not_done:
            for con in busy:
                con.interrupt()
            wait(self._under_way, timeout=_PAUSE)  # it is lost on a query that is about to begin
        self._threads.shutdown()
        self._sharing.execute(f"set threads = {self._processors}")
        for con in (*self.free, *busy, self._sharing):
            con.close()
