"""Two tellings of one launch made one.

Belongs here: which cell of which telling is kept. Does not belong here: whether they are of one launch (`same`), or the
order in which they are joined (`merge`).
"""

from transforms.extract.drafts import Draft
from transforms.extract.launches.names import are_alike, dates_agree, is_fuller
from transforms.extract.launches.same import is_block, known_name, rename_craft
from transforms.extract.launches.ships import general_name

_DATED = ("date", "date_basis")
#: How many names of craft a launch remembers with their words.
_CRAFTS = 64


def join(fact: Draft, draft: Draft) -> None:
    """Take over what a further telling adds."""
    fact.notes["last"] = max(fact.notes["last"], draft.notes["index"])
    fact.notes["strong"] = fact.notes["strong"] or draft.notes["strong"]
    if _has_better_date(fact, draft):
        _take(fact, draft, *_DATED)
    is_soon = draft.notes["index"] - fact.notes["index"] <= 4
    if draft.cells["status"] == "failure" and fact.cells["status"] == "success" and (is_soon or draft.get("date")):
        _take(fact, draft, "status")
    if is_fuller(fact.get("vehicle"), draft.get("vehicle")):
        _take(fact, draft, "vehicle")
    if fact.get("site") and draft.get("site") and fact.spans["site"][0].inferred > draft.spans["site"][0].inferred:
        _take(fact, draft, "site")
    fact.absorb(draft, ("vehicle", "site", *_DATED, "status"))
    join_payloads(fact, draft)
    fact.notes.setdefault("tellings", []).append(draft)


def _has_better_date(fact: Draft, draft: Draft) -> bool:
    """Whether the telling's date is the more exact one, or the newer one of a plan that slipped."""
    old, new = fact.get("date"), draft.get("date")
    if not new or not old:
        return bool(new)
    if len(new) > len(old) and new.startswith(old):
        return True
    return bool(draft.notes["slips"]) and not dates_agree(old, new) and new > old


def _take(fact: Draft, draft: Draft, *names: str) -> None:
    """Replace cells by those of another telling."""
    for name in names:
        fact.cells[name], fact.spans[name] = draft.cells[name], list(draft.spans[name])


def join_payloads(fact: Draft, draft: Draft) -> None:
    """Add craft that are new, and evidence for those that are not; a ship's number goes before her kind."""
    if general_name(draft, fact) is not None:
        return  # her number is known
    general = general_name(fact, draft)
    if general is not None:
        fact.cells["payloads"].remove(general)
        fact.spans["payloads"] = [span for span in fact.spans["payloads"] if span.value != general]
    slots = {name: slot for name, _, slot in draft.notes.get("crafts", ())}
    for name in draft.get("payloads"):
        known = next((other for other in fact.get("payloads") if are_alike(other, name)), None)
        if known is None and name in slots:
            known = known_name(fact, slots[name], name)
            if known is not None and is_block(known, name):
                rename_craft(fact, known, name)  # `a GPS launch`, then `the GPS 3 launch`
                known = name
        for span in draft.spans.get("payloads", ()):
            if span.value == name:
                fact.add("payloads", known or name, span.start, span.end, inferred=span.inferred, part=span.part)
    crafts = fact.notes.setdefault("crafts", [])
    crafts.extend(draft.notes.get("crafts", ())[: max(0, _CRAFTS - len(crafts))])
