"""The kinds of source that `sources.toml` may name, each with its keys, defaults and checks.

Belongs here: what may be written in a `[[source]]` table. Does not belong here: what several kinds share
(settings_base), reading the file and explaining its faults (settings), or asking a source for anything (runner).
"""

import datetime as dt
from pathlib import PurePosixPath
from typing import Annotated, ClassVar, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from sources.records import FIELDS
from sources.settings_base import Every, Language, Names, PagesSource, Path, Source, Url, Urls, WebSource


def _fields(value: dict[str, str]) -> dict[str, str]:
    wrong = sorted(set(value) - set(FIELDS))
    if wrong:
        raise ValueError(f"{wrong[0]} is no field of an article; allowed: {', '.join(sorted(FIELDS))}")
    return value


def _inside(value: str) -> str:
    path = PurePosixPath(value)
    if path.is_absolute() or ".." in path.parts:
        raise ValueError("it should be a pattern within the folder, without ..")
    return value


class FolderSource(Source):
    """A folder of files, read at each refresh; a relative path counts from the home."""

    kind: Literal["folder"]
    path: Path


class FeedSource(PagesSource):
    """RSS, Atom or JSON Feed; `content = "feed"` takes the text that the feed carries and asks for no page."""

    kind: Literal["feed"]
    url: Url
    content: Literal["page", "feed"] = "page"


class SitemapSource(PagesSource):
    """A sitemap, a news sitemap or an index of sitemaps.

    Attributes:
        include: only addresses that hold one of these words.
        exclude: none that hold one of these.
        since: only pages last changed or published on this day or later, where the sitemap tells.
    """

    kind: Literal["sitemap"]
    url: Url
    include: Names = ()
    exclude: Names = ()
    since: dt.date | None = None


class PageSource(PagesSource):
    """Single pages of articles: `url` for one, `urls` for several."""

    kind: Literal["page"]
    url: Url | None = None
    urls: Urls | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.url is None) == (self.urls is None):
            raise ValueError("give url for one page, or urls for several")
        return self

    @property
    def addresses(self) -> tuple[str, ...]:
        """All pages."""
        return self.urls or ((self.url,) if self.url else ())


class ArchiveSource(Source):
    """Files of many articles: JSON Lines, CSV, Parquet or WARC; a file, a folder or a pattern such as `2021/*.csv`.

    Attributes:
        pattern: which files of a folder.
        fields: names of the archive's columns for those of an article: `{ text = "body", published = "pub_date" }`.
        outlet: name of the outlet where the archive does not tell it.
        language: of articles whose own language cannot be told.
        main_text: how that of the pages in a web archive is found: with care, or some ten times as fast.
    """

    kind: Literal["archive"]
    path: Path
    pattern: Annotated[str, Field(min_length=1, max_length=400), AfterValidator(_inside)] = "**/*"
    fields: Annotated[dict[str, Annotated[str, Field(min_length=1, max_length=200)]], AfterValidator(_fields)] = {}
    outlet: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    language: Language | None = None
    main_text: Literal["careful", "quick"] = "careful"


class GdeltSource(PagesSource):
    """GKG or Mentions files of GDELT, as a list of pages to read.

    Attributes:
        path: a file, a folder, or a pattern of files, as exported (also `.zip`, `.gz`).
        url: such a file, or a list of them such as `lastupdate.txt`.
        hosts: outlets to read (`xinhuanet.com` includes `english.xinhuanet.com`).
        words: only addresses that hold one of these.
        themes: only articles with one of these themes (GKG files alone tell).
    """

    kind: Literal["gdelt"]
    path: Path | None = None
    url: Url | None = None
    hosts: Names = ()
    words: Names = ()
    themes: Names = ()

    @model_validator(mode="after")
    def _bounded(self) -> Self:
        if (self.url is None) == (self.path is None):
            raise ValueError("give path for files of your own, or url")
        if not (self.hosts or self.words or self.themes):
            raise ValueError("give hosts, words or themes: these files name the news of the whole world")
        return self


class SpaceflightNewsSource(PagesSource):
    """The Spaceflight News API.

    Attributes:
        since: articles changed on this day or later, at the first run.
        outlets: only these outlets, by the API's names.
    """

    kind: Literal["spaceflight_news"]
    url: Url = "https://api.spaceflightnewsapi.net/v4/articles/"
    since: dt.date | None = None
    outlets: Names = ()


class ReferenceSource(WebSource):
    """A catalogue; it yields no articles."""

    is_reference: ClassVar[bool] = True

    every: Every = "1d"


class GcatSource(ReferenceSource):
    """The General Catalog of Artificial Space Objects: each table by address or path, if it is read."""

    kind: Literal["gcat"]
    launch: Path | None = None
    orgs: Path | None = None
    sites: Path | None = None
    satcat: Path | None = None

    @model_validator(mode="after")
    def _some(self) -> Self:
        if not (self.launch or self.orgs or self.sites or self.satcat):
            raise ValueError("give at least one of launch, orgs, sites, satcat: an address or a path")
        return self


class _OnePlace(ReferenceSource):
    """A catalogue of one file, by address or by path."""

    path: Path | None = None
    url: Url | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.url is None) == (self.path is None):
            raise ValueError("give path for a file of your own, or url")
        return self

    @property
    def place(self) -> str:
        """The address or the path."""
        return self.url or self.path or ""


class LaunchlogSource(_OnePlace):
    """The older launch log of fixed width."""

    kind: Literal["launchlog"]


class UcsSource(_OnePlace):
    """The UCS satellite database as CSV."""

    kind: Literal["ucs"]


class LaunchLibrarySource(ReferenceSource):
    """Launch Library 2: 15 calls an hour without a key."""

    kind: Literal["launch_library"]
    url: Url = "https://ll.thespacedevs.com/2.3.0/launches/"
    calls_per_hour: Annotated[int, Field(ge=1, le=10_000)] = 15
    since: dt.date | None = None


class IsoCountriesSource(Source):
    """The countries of ISO 3166, as the installed library has them."""

    is_reference: ClassVar[bool] = True

    kind: Literal["iso_countries"]
    every: Every = "1d"


AnySource = Annotated[
    FolderSource
    | FeedSource
    | SitemapSource
    | PageSource
    | ArchiveSource
    | GdeltSource
    | SpaceflightNewsSource
    | GcatSource
    | LaunchlogSource
    | UcsSource
    | LaunchLibrarySource
    | IsoCountriesSource,
    Field(discriminator="kind"),
]

KINDS: dict[str, type[Source]] = {
    "folder": FolderSource,
    "feed": FeedSource,
    "sitemap": SitemapSource,
    "page": PageSource,
    "archive": ArchiveSource,
    "gdelt": GdeltSource,
    "spaceflight_news": SpaceflightNewsSource,
    "gcat": GcatSource,
    "launchlog": LaunchlogSource,
    "ucs": UcsSource,
    "launch_library": LaunchLibrarySource,
    "iso_countries": IsoCountriesSource,
}
