"""Making things that need one another: each as soon as what it needs is there, a few at a time.

Belongs here: handing out work in the order of need, over threads with a connection each. Does not belong here: what is
made and what it needs (`warehouse.build`, `warehouse.metrics`).

DuckDB spreads one query over all processors, and yet leaves them idle by a sixth: while one table ends, another begins.
"""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from graphlib import TopologicalSorter

from warehouse.connect import Connection

#: At a time: two fill the gaps; three take more memory and no less time.
_AT_A_TIME = 2


def make_in_order(
    needs: Mapping[str, frozenset[str]], make: Callable[[Connection, str], None], connect: Callable[[], Connection]
) -> Iterator[str]:
    """Make everything once; yields each name when it is made, after all that it needs.

    Where one fails, no other is begun, what is under way is broken off, and its error is raised. Of several that could
    be next, the one that is named first is.

    Args:
        needs: names of what is to be made, and of what each needs of these.
        make: makes one, on a connection of its own; called in other threads.
        connect: opens such a connection; called in this thread.

    Raises:
        graphlib.CycleError: some need each other.
    """
    sorter = TopologicalSorter(needs)
    sorter.prepare()
    place = {name: at for at, name in enumerate(needs)}
    free = [connect() for _ in range(_AT_A_TIME)]
    waiting: list[str] = []
    under_way: dict[Future[None], tuple[str, Connection]] = {}
    threads = ThreadPoolExecutor(_AT_A_TIME)
    try:
        while sorter.is_active():
            waiting = sorted((*waiting, *sorter.get_ready()), key=place.__getitem__)
            while waiting and free:
                name, con = waiting.pop(0), free.pop()
                under_way[threads.submit(make, con, name)] = (name, con)
            for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                name, con = under_way.pop(future)
                free.append(con)
                future.result()
                sorter.done(name)
                yield name
    except BaseException:
        for _, con in under_way.values():
            con.interrupt()
        raise
    finally:
        threads.shutdown()
        for con in (*free, *(con for _, con in under_way.values())):
            con.close()
