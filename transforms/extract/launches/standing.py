"""Whether a launch is told well enough to be a fact.

Belongs here: what a launch must name, by where and when it is told. Does not belong here: joining its tellings
(`merge`).
"""

from transforms.extract.drafts import Draft
from transforms.extract.launches.names import are_alike, overlap
from transforms.text.document import Document

#: A launch that lies more months behind is not what the article is about, unless it opens with it.
_OLD = 6

_LEAD = 2
_STORY = 5


def is_history(document: Document, fact: Draft) -> bool:
    """Whether the launch lies a year and more behind the article, whose other names are then not its own."""
    date, day = fact.get("date"), document.day
    if not date or day is None:
        return False
    months = (int(day[:4]) - int(date[:4])) * 12 + (int(day[5:7]) - int(date[5:7]) if len(date) > 4 else 0)
    return int(date[:4]) + 1 < int(day[:4]) or (months > _OLD and fact.notes["index"] > 0)


def is_sure(fact: Draft) -> bool:
    """Whether some telling of it leaves no doubt that a rocket is meant."""
    return any(telling.notes["sure"] for telling in (fact, *fact.notes.get("tellings", ())))


def _is_meant(fact: Draft) -> bool:
    """Whether words of planning tell of it, or it is told near the beginning as what will be."""
    will = any(item.low == "will" for item in fact.sentence.items)
    return fact.sentence.has("launch.plan") or (will and fact.notes["index"] <= _STORY)


def stands(fact: Draft) -> bool:
    """Whether a launch is told well enough to be a fact."""
    has_craft, has_rocket, has_site = (bool(fact.get(name)) for name in ("payloads", "vehicle", "site"))
    day, notes = fact.get("date") or "", fact.notes
    in_lead = notes["index"] <= _LEAD
    if not (has_craft or has_rocket):
        return _stands_unnamed(fact, has_site=has_site, in_lead=in_lead)
    if not has_craft and notes.get("fleet"):
        return False  # `345 satellites were placed in orbit by PSLVs`
    if has_craft and has_rocket:
        is_told = notes["strong"] or bool(notes.get("told_day"))
        is_told = is_told or (fact.cells["status"] == "planned" and _is_meant(fact))
        return is_told or bool(day) or in_lead or notes["kind"] not in ("send", "depart")
    if day:
        is_told = notes["strong"] or notes["maiden"] or notes["kind"] in ("ellipsis", "fail")
        is_told = is_told or (has_rocket and fact.cells["status"] == "failure")
        return has_craft or has_site or is_told or len(day) > 4
    if notes["window"] and has_craft and notes["strong"] and fact.cells["status"] == "planned":
        return True  # `a launch of X in 2031 or 2032`
    if notes["index"] < 0:
        return notes["strong"] or has_craft
    if fact.sentence.part.document.day is None and (notes["index"] == 0 or notes.get("told_day")):
        is_maiden = notes["maiden"] and bool(notes.get("told_day"))  # `The maiden flight of X will be on 25 May`
        return notes["strong"] or is_maiden or has_craft  # a story without a day of its own dates nothing
    if has_rocket and notes["strong"] and notes["index"] == 0 and fact.cells["status"] == "planned":
        return any(title.has("launch.slip") for title in fact.sentence.part.document.title.sentences)
    return notes["strong"] and ((has_craft and (in_lead or has_site)) or (has_rocket and has_site and in_lead))


def _stands_unnamed(fact: Draft, *, has_site: bool, in_lead: bool) -> bool:
    """Whether a launch that names neither craft nor rocket is told well enough: flown, on a day, in a space story."""
    body, notes = fact.sentence.part.document.body, fact.notes
    if fact.cells["status"] == "planned" or not notes["strong"] or len(fact.get("date") or "") < len("2031-01-01"):
        return False
    is_orbital = fact.sentence.has("launch.craft") and "orbit" in fact.sentence.text
    if not is_orbital and body.sentences_with(["launch.never"]):
        return False
    if in_lead and (fact.sentence.has("launch.craft") or (has_site and "rocket" in notes["points"])):
        return True  # `put a satellite into orbit on Tuesday`, `The three-stage rocket blasted off from Y on Tuesday`
    return has_site and notes["index"] <= _STORY and bool(body.sentences_with(["cooperation.crewman"]))


def is_unnamed(fact: Draft) -> bool:
    """Whether neither craft nor rocket nor range is named."""
    return not (fact.get("payloads") or fact.get("vehicle") or fact.get("site"))


def adds_nothing(fact: Draft, facts: list[Draft]) -> bool:
    """Whether an undated telling has no craft, rocket or range that another launch of the article has not."""
    if fact.get("date") or fact.cells["status"] == "failure":
        return False
    for other in facts:
        if other is fact or not (other.get("date") or other.notes["index"] < fact.notes["index"]):
            continue
        known = [any(are_alike(name, mine) for mine in other.get("payloads")) for name in fact.get("payloads")]
        same = [not fact.get(name) or overlap(fact.get(name), other.get(name)) is True for name in ("vehicle", "site")]
        if all(known) and all(same):
            return True
    return False


def is_told_of(fact: Draft, facts: list[Draft]) -> bool:
    """Whether another telling names what flew about that day."""
    return any(not is_unnamed(other) and (other.get("date") or "")[:7] == fact.get("date")[:7] for other in facts)
