"""A record (one JSON object, one row of a table) to an article.

Belongs here: which fields count, how they are cleaned, what a record must have. Does not belong here: splitting a
file into records (the readers).
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sources.article import Article, Reject
from sources.credits import credited
from sources.dates import is_doubtful, iso_day
from sources.decode import refuse_binary, tidy
from sources.errors import ColumnError, UnreadableError
from sources.identity import canonical_url
from sources.language import settled
from sources.renamed import likely, named

FIELDS = ("id", "url", "title", "published", "source", "text", "byline", "language", "credited_source")
_LABELS = ("id", "url", "title")
_NAMES_OF_TEXT = ("body", "content", "full_text", "fulltext", "article", "story")
_LONGEST_LABEL = 200
_LONGEST_NAME = 300
_LONGEST_TITLE = 1000


@dataclass(frozen=True, slots=True)
class Reading:
    """What every reader is told: where the items come from, and on which day they are read.

    Attributes:
        origin: name of the configured source.
        locator: label of the file within it.
        content_hash: hash of the file's bytes; of a reject that concerns the whole file.
        today: the day of the reading, for dates that lie ahead.
        columns: the source's own names of fields, by ours (`{"text": "body"}`); a field left out goes by ours.
        is_quick: the main text of a page is found the fast way.
    """

    origin: str
    locator: str
    content_hash: str
    today: dt.date
    columns: Mapping[str, str] = field(default_factory=dict)
    is_quick: bool = False

    def renamed(self, names: Iterable[str]) -> dict[str, str]:
        """Our fields by the names under which the source has them, in the order given; other names are left out.

        Raises:
            ColumnError: a name of the settings is not among them.
        """
        given = {name.strip().lower(): name for name in names}
        claimed = {name.strip().lower() for name in self.columns.values()}
        found = {}
        missing = [name for name in self.columns.values() if name.strip().lower() not in given]
        if missing:
            spare = [name for name in given if name not in claimed]
            raise ColumnError(f"no column named {named(missing, spare)} among: {', '.join(given)[:200]}")
        for name in FIELDS:
            wanted = self.columns.get(name)
            column = given.get((wanted or name).strip().lower())
            if column is not None and (wanted is not None or name not in claimed):
                found[column] = name
        if "text" not in found.values():
            guess = next(
                (name for name in (*_NAMES_OF_TEXT, *likely(["text"], list(given)).values()) if name in given), ""
            )
            hint = f' (is it {guess}? then give fields = {{ text = "{guess}" }})' if guess else ""
            raise ColumnError(f"no column named text{hint} among: {', '.join(given)[:200]}")
        return found

    def reject(
        self,
        error: UnreadableError,
        content_hash: str | None = None,
        place: str = "",
        record: Mapping[str, object] | None = None,
    ) -> Reject:
        """A reject for this file or, with a place, for one item in it; it keeps by what name the record goes."""
        return Reject(
            origin=self.origin,
            locator=self.locator + place,
            reason=error.reason,
            detail=error.detail,
            content_hash=content_hash or self.content_hash,
            fields={name: value[:_LONGEST_LABEL] for name in _LABELS if (value := _line((record or {}).get(name)))},
        )


def article(record: Mapping[str, object], reading: Reading, place: str = "") -> Article:
    """The article of a record; fields that no article has are ignored.

    Raises:
        UnreadableError: reason `no text` or `not text`.
    """
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        raise UnreadableError("no text", "the record has no text; give the article's body in the field text")
    refuse_binary(text)
    text = tidy(text)
    if not text.strip():
        raise UnreadableError("no text", "the record's text holds no readable character")
    notes: list[str] = []
    published = _published(record.get("published"), notes)
    byline = _short_line(record, "byline", notes)
    return Article(
        text=text,
        title=_short_line(record, "title", notes, _LONGEST_TITLE),
        published=published,
        source=_short_line(record, "source", notes),
        url=_url(record.get("url"), notes),
        source_article_id=_line(record.get("id")),
        byline=byline,
        language=settled(text, _line(record.get("language"))),
        credited_source=_short_line(record, "credited_source", notes) or credited(text, byline),
        is_date_doubtful=is_doubtful(published, reading.today),
        origin=reading.origin,
        locator=reading.locator + place,
        notes=tuple(notes),
    )


def _line(value: object) -> str | None:
    """A short field as text; None where it is missing, blank or no simple value."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = tidy(str(value))
    return text if text.strip() else None


def _short_line(record: Mapping[str, object], name: str, notes: list[str], longest: int = _LONGEST_NAME) -> str | None:
    """A name or a title; one too long to be any is cut, and that is noted."""
    line = _line(record.get(name))
    if line is None or len(line) <= longest:
        return line
    notes.append(f"{name} cut at {longest} of its {len(line)} characters")
    return line[:longest].rstrip()


def _published(value: object, notes: list[str]) -> str | None:
    """The publication day; one that cannot be read is noted, and the article kept without it."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    day = iso_day(value)
    if day is None:
        notes.append(f"publication date not understood: {_short(value)}")
    return day


def _url(value: object, notes: list[str]) -> str | None:
    """The canonical URL; what is none is noted, and the article identified without it."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    url = canonical_url(value) if isinstance(value, str) else None
    if url is None:
        notes.append(f"no web address: {_short(value)}")
    return url


def _short(value: object) -> str:
    return ascii(value)[:60]
