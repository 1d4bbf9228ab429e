"""What all sources of `sources.toml` share: keys, defaults and the forms of values.

Belongs here: the tables that several kinds have in common. Does not belong here: single kinds (settings_kinds).
"""

import datetime as dt
import re
from typing import Annotated, ClassVar
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from sources.identity import canonical_url

_SECONDS = {"m": 60, "h": 3600, "d": 86_400}


class Table(BaseModel):
    """A table of the file: no other keys than these, and no value of another type."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


def _web_address(value: str) -> str:
    parts = urlsplit(value)
    if canonical_url(value) is None or parts.username is not None:
        raise ValueError("it should be an address that begins with http:// or https://, without a user name")
    return value


def _contact(value: str) -> str:
    if not re.fullmatch(r"[^\s@()<>]+@[^\s@()<>]+\.[^\s@()<>]+|https?://[^\s()<>]+", value, re.ASCII):
        raise ValueError("it should be a mail address or a web address")
    return value


def _every(value: str) -> str:
    if not re.fullmatch(r"[0-9]{1,4}[mhd]", value, re.ASCII):
        raise ValueError("it should be a number with m, h or d: 30m, 6h, 1d")
    return value


def interval(text: str) -> dt.timedelta:
    """The time that `15m`, `6h` or `1d` stands for."""
    return dt.timedelta(seconds=int(text[:-1]) * _SECONDS[text[-1]])


def _path(value: str) -> str:
    if any(ord(character) < 0x20 for character in value):
        raise ValueError(
            "it should hold no control character; in TOML write a backslash of a path within 'single' quotes"
        )
    return value


def _name(value: str) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9_-]*", value, re.ASCII):
        raise ValueError("it should be small letters, digits, - and _, a letter first, such as esa-news")
    return value


def _language(value: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}", value, re.ASCII):
        raise ValueError("it should be a code of two or three small letters, such as en")
    return value


Path = Annotated[str, Field(min_length=1, max_length=4096), AfterValidator(_path)]
Name = Annotated[str, Field(min_length=1, max_length=64), AfterValidator(_name)]
Language = Annotated[str, AfterValidator(_language)]
Url = Annotated[str, Field(min_length=1, max_length=2000), AfterValidator(_web_address)]
Every = Annotated[str, AfterValidator(_every)]
Word = Annotated[str, Field(min_length=1, max_length=200)]
Names = Annotated[tuple[Word, ...], Field(max_length=1000, strict=False)]
Urls = Annotated[tuple[Url, ...], Field(min_length=1, max_length=1000, strict=False)]


class Source(Table):
    """What every source has.

    Attributes:
        name: unique; it stands in `origin` of all that comes from the source.
        enabled: whether it is asked.
        every: how often at most it is asked.
    """

    is_reference: ClassVar[bool] = False
    is_web: ClassVar[bool] = False

    name: Name
    kind: str
    enabled: bool = True
    every: Every = "0m"

    @property
    def interval(self) -> dt.timedelta:
        """How long to wait after a run before the next."""
        return interval(self.every)


class WebSource(Source):
    """What every source has that asks hosts.

    Attributes:
        allow_private: addresses of one's own network may be asked.
        contact: mail or web address by which an outlet can reach whoever asks; it goes into the user agent.
        seconds_between_requests: to one host; more where its robots.txt asks for more.
        requests_at_once: to one host.
    """

    is_web: ClassVar[bool] = True

    every: Every = "1h"
    allow_private: bool = False
    contact: Annotated[str, Field(max_length=200), AfterValidator(_contact)] | None = None
    seconds_between_requests: Annotated[float, Field(ge=0, le=3600, strict=False)] = 1.0
    requests_at_once: Annotated[int, Field(ge=1, le=8)] = 1


class PagesSource(WebSource):
    """What every source has that leads to pages of articles.

    Attributes:
        recheck_days: a page is asked again once a day for so long, since articles are corrected and withdrawn.
        pages_per_run: the rest waits for the next run.
        language: of articles whose own language cannot be told.
        outlet: name of the outlet where the page does not tell it.
    """

    recheck_days: Annotated[int, Field(ge=0, le=3650)] = 14
    pages_per_run: Annotated[int, Field(ge=1, le=100_000)] = 500
    language: Language | None = None
    outlet: Annotated[str, Field(min_length=1, max_length=200)] | None = None
