"""The bundled sample: short stories on real events, retold by the project.

Belongs here: loading them. Does not belong here: making them, or treating them otherwise than any article.
"""

import datetime as dt
from collections.abc import Iterator
from importlib import resources

from sources import jsonl
from sources.article import Article
from sources.errors import SourceError
from sources.records import Reading
from sources.streams import hash_stream

ORIGIN = "sample"
_FILE = "articles.jsonl"


def articles() -> Iterator[Article]:
    """The stories, in the order of the file.

    Raises:
        SourceError: the installed package is damaged.
    """
    with resources.files(__package__).joinpath(_FILE).open("rb") as file:
        for item in jsonl.read(file, Reading(ORIGIN, _FILE, "", dt.date.max - dt.timedelta(days=7))):
            if not isinstance(item, Article):
                raise SourceError(f"{item.locator}: {item.detail}; install the package again")
            yield item


def content_hash() -> str:
    """SHA-256 of the sample's bytes, which tells whether there is anything new in it."""
    with resources.files(__package__).joinpath(_FILE).open("rb") as file:
        return hash_stream(file)
