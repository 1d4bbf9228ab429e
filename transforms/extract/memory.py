"""What the search for garbage costs where there is little of it.

Belongs here: keeping Python's collector from looking through the lexicons, and through an article half read. Does not
belong here: what is kept.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """No collection while an article is read: until then all of it is in use."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def kept() -> Iterator[None]:
    """What is made here lives as long as the process: no later collection looks through it."""
    with undisturbed():
        yield
    gc.freeze()
