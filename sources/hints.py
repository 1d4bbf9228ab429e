"""What a listing (a feed, a sitemap, an API) tells of an article before its page is read.

Belongs here: the record and its text form, in which it is stored beside the page. Does not belong here: listings, or
how the article is read (pages).
"""

import json
from dataclasses import asdict, dataclass, fields

from sources.article import stable_hash
from sources.heading import Head

_LONGEST_TITLE = 1000
_LONGEST_LABEL = 300


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of an article from its listing; it fills what the page does not tell.

    Attributes:
        published: ISO day.
        outlet: name of the outlet.
        entry_id: what the listing calls it.
        language: of the listing.
        content: HTML that the listing carries for it: the article, or a summary.
        is_whole: `content` is read as the article; nobody is asked for its page.
        is_fallback: `content` is read as the article where its page cannot be had.
        why: reason why the page was not had, once that is known.
    """

    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    byline: str | None = None
    language: str | None = None
    entry_id: str | None = None
    content: str | None = None
    is_whole: bool = False
    is_fallback: bool = False
    why: str | None = None

    def text(self) -> str:
        """As JSON, without what is unknown, always in the same order; what is too long for a label is cut."""
        given = {name: value for name, value in asdict(self).items() if value}
        for name, value in given.items():
            if isinstance(value, str) and name != "content":
                given[name] = value[: _LONGEST_TITLE if name == "title" else _LONGEST_LABEL]
        return json.dumps(given, sort_keys=True, ensure_ascii=False) if given else ""

    def head(self) -> Head:
        """As the head of a page."""
        return Head(
            title=self.title,
            published=self.published,
            source=self.outlet,
            byline=self.byline,
            language=self.language,
        )


def hints_of(text: str) -> Hints:
    """The record of a stored text; an empty one where it was written by something else."""
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return Hints()
    known = {item.name for item in fields(Hints)}
    return (
        Hints(**{name: value for name, value in found.items() if name in known}) if isinstance(found, dict) else Hints()
    )


def stamp_of(*parts: str | None) -> str:
    """A short hash of what a listing says of an article, to see whether it says something else."""
    return stable_hash(*(part or "" for part in parts))[:32]
