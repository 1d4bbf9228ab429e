"""What short texts tell of launches: shared by the tests of their wordings.

Belongs here: extraction of one kind from a text that a title tells to be about space. Does not belong here: any text.
"""

from typing import Any

from sources.article import Article
from transforms.extract import extract

#: So many words of space that short texts need none.
TITLE = "Notes on spacecraft, cosmodromes, carrier rockets, launch vehicles, the space agency and its spaceport"


def launches(text: str, title: str = TITLE, published: str | None = "2026-03-10") -> list[dict[str, Any]]:
    """The launches that the text tells, as printed."""
    found = extract(Article(text=text, title=title, published=published))
    return [claim.to_json() for claim in found if claim.kind == "launch"]


def brief(fact: dict[str, Any]) -> tuple[Any, ...]:
    """State, date, rocket and load."""
    return fact["status"], fact["date"], fact["vehicle"], tuple(fact["payloads"])
