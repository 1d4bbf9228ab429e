"""Work on many items in chunks, in one process or in several, in order.

Belongs here: chunks, workers and order. Does not belong here: what an item is or what is done with it: the work is a
function from a list to a list, so that the same one serves here, in several processes and in Spark's `mapInPandas`.
Nothing is held but the chunks under way and those that wait for an earlier one.
"""

import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection, wait
from threading import active_count
from typing import Any, TypeVar, cast

CHUNK = 64
_ENDING = (signal.SIGINT, signal.SIGTERM)
_AHEAD = 8  # chunks done or under way for each process: enough that none waits, few enough that memory stays flat

Item = TypeVar("Item")
Result = TypeVar("Result")
#: The results of a chunk, or what stopped the work on it.
Answer = tuple[list[Any], Exception | None]


class WorkerError(RuntimeError):
    """A process ended before its work did: the system may have run out of memory."""


def in_chunks(items: Iterable[Item], size: int = CHUNK) -> Iterator[list[Item]]:
    """The items in lists of that size, the last one shorter."""
    remaining = iter(items)
    while chunk := list(islice(remaining, size)):
        yield chunk


def map_chunks(
    work: Callable[[list[Item]], list[Result]],
    items: Iterable[Item],
    jobs: int = 1,
    size: int = CHUNK,
    prepare: Callable[[], object] = lambda: None,
) -> Iterator[Result]:
    """What `work` makes of the items, in order, as soon as it is there; `jobs` processes share it.

    Args:
        work: a function of a module (processes find it by name) from a list of items to a list of results.
        items: consumed as it is needed.
        jobs: processes; with one, everything happens in this one.
        size: items in a chunk.
        prepare: loads what the work needs; called once, before processes are forked that then share it.
    """
    chunks = in_chunks(items, size)
    if jobs > 1:
        yield from _shared(work, chunks, jobs, prepare)
        return
    for chunk in chunks:
        yield from work(chunk)


def _shared(work: Callable[..., Any], chunks: Iterator[list[Any]], jobs: int, prepare: Callable[..., Any]) -> Any:
    """Each process has one chunk at a time, and gets the next one before results are handed on."""
    with _workers(work, jobs, prepare) as idle:
        busy: dict[Connection, int] = {}
        done: dict[int, Answer] = {}
        given = due = 0
        while True:
            while idle and len(done) + len(busy) < jobs * _AHEAD and (chunk := next(chunks, None)) is not None:
                worker = idle.pop()
                with _alive():
                    worker.send(chunk)
                busy[worker] = given
                given += 1
            if due in done:
                result, error = done.pop(due)
                if error is not None:
                    raise error
                yield from result
                due += 1
            elif busy:
                for worker in cast("list[Connection]", wait(list(busy))):
                    with _alive():
                        done[busy.pop(worker)] = worker.recv()
                    idle.append(worker)
            else:
                return


@contextmanager
def _alive() -> Iterator[None]:
    try:
        yield
    except (EOFError, OSError) as ended:
        raise WorkerError("a process ended before its work did; give --jobs a lower number, or free memory") from ended


@contextmanager
def _workers(work: Callable[..., Any], jobs: int, prepare: Callable[..., Any]) -> Iterator[list[Connection]]:
    """A connection to each of so many processes, which end with the block."""
    method = _start_method()
    if method == "fork":
        prepare()
    context = get_context(method)
    connections: list[Connection] = []
    processes = []
    try:
        for _ in range(jobs):
            mine, theirs = context.Pipe()
            inherited = (*connections, mine) if method == "fork" else ()
            process = context.Process(target=_serve, args=(work, theirs, inherited), daemon=True)  # type: ignore[attr-defined]
            with _held():
                process.start()
            theirs.close()
            connections.append(mine)
            processes.append(process)
        yield list(connections)
    finally:
        for connection in connections:
            connection.close()
        for process in processes:
            process.terminate()
            process.join()


@contextmanager
def _held() -> Iterator[None]:
    """Signals wait: none reaches a process that starts here before it has said what to do with it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(work: Callable[..., Any], connection: Connection, inherited: tuple[Connection, ...]) -> None:
    """Work on the chunks that come until the other end is closed; a forked process has to close its copies of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process answers an interrupt, and ends this one
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # that way: a handler forked from it would print a traceback
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
    for other in inherited:
        other.close()
    with suppress(EOFError, OSError):
        while True:
            connection.send(_attempt(work, connection.recv()))


def _attempt(work: Callable[..., Any], chunk: list[Any]) -> Answer:
    try:
        return work(chunk), None
    except Exception as error:  # noqa: BLE001 - it is raised where the results are wanted
        return [], error


def _start_method() -> str:
    """`fork` shares the lexicons with the workers; with other threads about it is not safe."""
    return "fork" if "fork" in get_all_start_methods() and active_count() == 1 else "spawn"
