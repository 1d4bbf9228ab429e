"""Facts that a person adds because no article tells them, or none that was read.

Belongs here: making a fact of an `add` entry. Does not belong here: corrections of facts that claims tell.
"""

import hashlib
from collections.abc import Callable, Iterable
from typing import cast

from transforms.claim import Kind
from transforms.curation.cells import corrected
from transforms.curation.columns import COLUMNS
from transforms.curation.misfits import misfits
from transforms.curation.records import Correction, Curated, Entry
from transforms.resolve.records import PREFIXES, Fact

#: A person vouches for it.
CONFIDENCE = 1.0


def added(curated: Curated, entries: Iterable[Entry], note: Callable[..., None]) -> None:
    """Make the added facts; of several of one name, entries coming oldest first, the newest stands."""
    newest: dict[str, Entry] = {}
    for entry in entries:
        fact_id = added_id(cast(Kind, entry.kind), entry.name)
        if fact_id in newest:
            note(newest[fact_id], "superseded", fact_id, f"the newer one in {entry.label} bears the same name")
        newest[fact_id] = entry
        note(entry, "applied", fact_id)
    for fact_id, entry in sorted(newest.items()):
        fact = _fact(fact_id, entry)
        problems = misfits(fact, dict(entry.cells))
        if problems:
            note(entry, "invalid", "", "; ".join(f"{column}: {told}" for column, told in sorted(problems.items())))
            continue
        curated.facts.append(fact)
        curated.corrections += _corrections(fact, entry)
        curated.touched[fact_id] = (entry.override_id,)


def added_id(kind: Kind, name: str) -> str:
    """The id of an added fact: of its kind and name, so that its cells can be corrected in place."""
    return f"{PREFIXES[kind]}_{hashlib.sha256(f'added:{kind}:{name}'.encode()).hexdigest()[:16]}"


def _fact(fact_id: str, entry: Entry) -> Fact:
    kind = cast(Kind, entry.kind)
    return corrected(Fact(fact_id, kind, (), (), CONFIDENCE), dict(entry.cells))


def _corrections(fact: Fact, entry: Entry) -> Iterable[Correction]:
    for column, value in entry.cells:
        is_list = COLUMNS[fact.kind][column].is_list
        for member in value if isinstance(value, tuple) else (value,):
            yield Correction(fact.fact_id, column, member if is_list else "", member, entry.override_id)
