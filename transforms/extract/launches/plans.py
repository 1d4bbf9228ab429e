"""A plan and the flight that it was for, told in one article.

Belongs here: a plan left standing over its flight, a headline without a verb over a plan, the picture of another launch
over one. Does not belong here: days that were put off (`slips`).
"""

from datetime import date

from transforms.extract.drafts import Draft
from transforms.extract.launches import story
from transforms.extract.launches.craft import craft_type
from transforms.extract.launches.joining import join_payloads
from transforms.extract.launches.names import are_alike, overlap
from transforms.extract.launches.same import REPEATED
from transforms.extract.launches.standing import is_history
from transforms.text.document import Document

#: How far behind a plan its flight is told, and how long a date and a week are.
_LEAD = 2
_DAY, _WEEK = len("2031-01-01"), 7


def story_first(document: Document, facts: list[Draft]) -> list[Draft]:
    """The launches, that of a plan first where the title tells of one: what was flown stands under its picture."""
    if not facts or facts[0].cells["status"] == "planned" or facts[0].notes["index"] < 0:
        return facts
    plan = next((fact for fact in facts if fact.cells["status"] == "planned" and fact.notes["index"] <= _LEAD), None)
    if plan is None or not any(story.tells_plan(sentence) for sentence in document.title.sentences):
        return facts
    return [plan, *(fact for fact in facts if fact is not plan)]


def is_headline_of(title: Draft, lead: Draft) -> bool:
    """Whether a title without a verb (`Nimbus-1 launch`) heads a lead that tells of a plan."""
    if title.notes["index"] >= 0 or title.notes["kind"] != "noun" or title.get("date"):
        return False
    is_plan = lead.cells["status"] == "planned" and 0 <= lead.notes["index"] <= 1 and title.cells["status"] == "success"
    return is_plan and (
        overlap(title.get("vehicle"), lead.get("vehicle")) is True
        or any(are_alike(a, b) for a in title.get("payloads") for b in lead.get("payloads"))
    )


def is_plan_of(plan: Draft, facts: list[Draft]) -> bool:
    """Whether an undated plan is that of a flight told too: `was due on May 4 on a Vega … the rocket rose on May 6`.

    The flight takes what the plan tells of its load and range.
    """
    if plan.cells["status"] != "planned" or plan.notes["window"]:
        return False
    if plan.get("date"):
        return _is_stale(plan, facts)
    for fact in facts:
        if fact.cells["status"] == "planned" or not 0 <= fact.notes["index"] - max(0, plan.notes["index"]) <= _LEAD:
            continue
        if (fact.cells["status"] == "failure" or plan.notes["slips"]) and _is_one_craft(plan, fact):
            fact.absorb(plan, ("vehicle", "site"))
            return True
        is_recent = fact.get("date") is not None and not is_history(plan.sentence.part.document, fact)
        if is_recent and not fact.get("payloads") and _is_one_rocket(plan, fact):
            fact.absorb(plan, ("vehicle", "site"))
            join_payloads(fact, plan)
            return True
    return False


def _is_stale(plan: Draft, facts: list[Draft]) -> bool:
    """`will rise on Monday`, left standing over `rose Monday`: a weekday read once ahead and once behind."""
    for fact in facts:
        days = fact.get("date") or "", plan.get("date")
        if fact.cells["status"] == "planned" or fact.get("payloads") or not all(len(day) == _DAY for day in days):
            continue
        apart = (date.fromisoformat(days[1]) - date.fromisoformat(days[0])).days
        if apart == 0 and not plan.get("payloads") and overlap(plan.get("vehicle"), fact.get("vehicle")) is not False:
            return True  # `The rocket that rose on Friday flew fast, so that it could deliver it`
        if apart == _WEEK and abs(plan.notes["index"] - fact.notes["index"]) <= _LEAD:
            fact.absorb(plan, ("vehicle", "site"))
            join_payloads(fact, plan)
            return True
    return False


def _is_one_craft(plan: Draft, fact: Draft) -> bool:
    """Whether both name one craft that does not fly again and again: `was to launch Nimbus-1`, beside its flight."""
    crafts = (*plan.notes.get("crafts", ()), *fact.notes.get("crafts", ()))
    is_single = all(craft_type(slot.mention) not in REPEATED for _, _, slot in crafts)
    return is_single and any(are_alike(a, b) for a in plan.get("payloads") for b in fact.get("payloads"))


def _is_one_rocket(plan: Draft, fact: Draft) -> bool:
    return bool(plan.get("vehicle")) and overlap(plan.get("vehicle"), fact.get("vehicle")) is True
