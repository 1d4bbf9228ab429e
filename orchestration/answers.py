"""A person's answer to a doubt, as an entry of an override file.

Belongs here: which answers a doubt admits, the entry that each makes, and which doubts wait for the next refresh with
an answer already written. Does not belong here: asking (`commands.review`), checking (`transforms.curation`), writing
the file (`sources.override_writer`).
"""

import datetime as dt
import getpass
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from orchestration.curating import entries_of
from orchestration.errors import CommandError
from orchestration.settings import Settings
from sources import override_writer, overrides
from transforms.curation import Entry, Unread, entry
from transforms.curation.settled import answers, settled
from warehouse.review import Item

#: What can be answered, by the key that a person presses.
CHOICES = {
    "a": "accept", "r": "reject", "c": "correct a cell", "m": "merge", "k": "keep apart",
    "n": "name the listed one", "s": "skip", "q": "quit",
}  # fmt: skip
_OF_A_DOUBT = {
    "low_confidence": "arc",
    "conflict": "acr",
    "near_merge": "mkcr",
    "undated": "amcr",
    "provisional_name": "an",
    "stale_override": "a",
}


def choices(item: Item) -> dict[str, str]:
    """The answers that a doubt admits."""
    admitted = _OF_A_DOUBT[item.doubt] if item.claim_id or item.subject_id else ""
    return {key: CHOICES[key] for key in (*admitted, *"sq") if item.others or key not in "mk"}


def accept(item: Item, value: str | None) -> dict[str, Any]:
    """It is right as it stands; of a conflict, while the cell says so."""
    fields: dict[str, Any] = {"action": "confirm", "doubt": item.doubt}
    if item.subject_id:
        return fields | {"subject": item.subject_id}
    fields |= {"fact": item.fact_id, "anchor": item.claim_id}
    if item.column_name:
        fields["column"] = item.column_name
    return fields | ({"value": value} if value and item.column_name else {})


def reject(item: Item) -> dict[str, Any]:
    """It is no fact."""
    return {"action": "reject", "fact": item.fact_id, "anchor": item.claim_id}


def correct(item: Item, column: str, value: str | list[str]) -> dict[str, Any]:
    """A cell says something else; an empty value empties it."""
    named = {"fact": item.fact_id, "anchor": item.claim_id, "column": column}
    return {"action": "set", **named, "value": value} if value else {"action": "clear", **named}


def pair(item: Item, action: str, other: str, anchors: Mapping[str, str]) -> dict[str, Any]:
    """Two facts are one (`merge`), or stay two (`apart`)."""
    named = {"fact": item.fact_id, "anchor": item.claim_id}
    return {"action": action, **named, "other": other, "other_anchor": anchors.get(other, "")}


def checked(fields: Mapping[str, Any]) -> str | None:
    """What is wrong with an entry, if anything."""
    found = entry("", 0, fields)
    return found.problem if isinstance(found, Unread) else None


def signed(fields: Mapping[str, Any], author: str, reason: str) -> dict[str, Any]:
    """The entry with who made it, when and why."""
    now = dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S")
    return {**fields, "author": author, "date": now, "reason": reason}


def write(settings: Settings, fields: Mapping[str, Any], question: str) -> Path:
    """Put a signed entry into its author's file."""
    comment = f"{fields['date']} UTC, spacepact review: {question}"
    return override_writer.append(settings.overrides, str(fields["author"]), fields, comment)


def unanswered(settings: Settings, items: list[Item], known: set[str]) -> list[Item]:
    """The doubts without an answer in the files that the next refresh will apply.

    Args:
        settings: the home.
        items: the published queue.
        known: ids of the corrections that it has seen.
    """
    entries = entries_of(overrides.read(settings.overrides))
    fresh = [one for one in entries if isinstance(one, Entry) and one.override_id not in known]
    given = [answer for one in fresh for answer in settled(one, one.fact or one.subject, one.other)]
    return [
        item
        for item in items
        if not any(answers(answer, item.doubt, item.ids, item.column_name or "") for answer in given)
    ]


def author_of(asked: str | None) -> str:
    """Who reviews: as told, else as git knows, else the user of this machine.

    Raises:
        CommandError: none of them is known.
    """
    name = asked or _git_name() or os.environ.get("USER") or _login()
    if not name or not name.strip():
        raise CommandError("who reviews is not known; tell it with --author NAME")
    return " ".join(name.split())


def _git_name() -> str:
    try:
        done = subprocess.run(["git", "config", "user.name"], capture_output=True, text=True, timeout=5, check=False)  # noqa: S607
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip()


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
