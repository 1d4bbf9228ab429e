"""Extraction over many articles: the unit of work that the command, the graph and any other engine share.

Belongs here: joining a reader's records to the extractor, chunk by chunk. Does not belong here: reading a line
(`sources.jsonl`), extracting (`transforms.extract`), processes (`transforms.extract.batch`).
"""

import datetime as dt
import json
from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

from orchestration.errors import CommandError
from sources import jsonl, records
from sources.article import Article
from sources.errors import UnreadableError
from sources.streams import Line
from transforms.claim import Claim
from transforms.extract import extract, prepare
from transforms.extract.batch import WorkerError, map_chunks

#: The language that facts are read from.
ENGLISH = "en"


class Output(NamedTuple):
    """The line for one article, and what was wrong with its input line, if anything."""

    line: str
    problem: str | None


def facts_of_lines(lines: Iterator[Line], today: dt.date, jobs: int) -> Iterator[Output]:
    """An output line for each input line, in order.

    Args:
        lines: non-blank lines of JSON.
        today: the day of the reading, for publication dates that lie ahead.
        jobs: processes to use.
    """
    try:
        yield from map_chunks(partial(_outputs, today=today), lines, jobs, prepare=prepare)
    except WorkerError as error:
        raise CommandError(str(error)) from error


def claims_of(articles: Iterator[Article], jobs: int) -> Iterator[list[Claim]]:
    """The claims of each article, in order."""
    return map_chunks(_claims, articles, jobs, prepare=prepare)


def _claims(articles: list[Article]) -> list[list[Claim]]:
    return [extract(article) for article in articles]


def _outputs(lines: list[Line], today: dt.date) -> list[Output]:
    reading = records.Reading("input", "", "", today)
    return [_output(line, reading) for line in lines]


def _output(line: Line, reading: records.Reading) -> Output:
    given: str | None = None
    try:
        record = jsonl.parse(line)
        given = str(record["id"]) if isinstance(record.get("id"), str | int) else None
        article = records.article(record, reading)
    except UnreadableError as error:
        row: dict[str, Any] = {"article_id": given, "facts": [], "error": f"{error.reason}: {error.detail}"}
        return Output(_printed(row), f"line {line.number}: {error.reason}: {error.detail}")
    article_id = given or article.article_id
    if article.language not in (None, ENGLISH):
        told = {"article_id": article_id, "facts": [], "language": article.language}
        return Output(_printed(told), f"line {line.number}: in {article.language}, and only English is read: no facts")
    facts = [claim.to_json() for claim in extract(article)]
    return Output(_printed({"article_id": article_id, "facts": facts}), None)


def _printed(row: dict[str, Any]) -> str:
    """The row as JSON; half surrogates, which JSON may hold and UTF-8 may not, stay escaped."""
    line = json.dumps(row, ensure_ascii=False)
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(row)
    return line
