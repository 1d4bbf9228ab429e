"""What is worked out when it is first asked for, and then kept with its object.

Belongs here: the one descriptor. Does not belong here: caches that outlive an article.
`functools.cached_property` takes a lock each time before Python 3.12; an article is read by one thread.
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class lazy(Generic[T]):  # noqa: N801 - used as a decorator, as `property` is
    """An attribute whose value the decorated method works out once."""

    def __init__(self, method: Callable[[Any], T]) -> None:
        self.method = method
        self.name = method.__name__
        self.__doc__ = method.__doc__

    @overload
    def __get__(self, instance: None, owner: type | None = None) -> "lazy[T]": ...
    @overload
    def __get__(self, instance: object, owner: type | None = None) -> T: ...
    def __get__(self, instance: object | None, owner: type | None = None) -> "lazy[T] | T":
        """The value, which hides the descriptor from then on."""
        if instance is None:
            return self
        value = instance.__dict__[self.name] = self.method(instance)
        return value
