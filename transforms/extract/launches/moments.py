"""One lift-off told with two days: by two clocks, or by the day that it had before it was moved.

Belongs here: such pairs of tellings. Does not belong here: other grounds for joining two tellings (`same`).
"""

from datetime import date

from transforms.extract.drafts import Draft
from transforms.extract.launches.items import word_set

_DAY = len("2031-01-01")
_NEAR = 3


def by_other_clock(fact: Draft, draft: Draft) -> bool:
    """`rose early on Thursday`, then `left at 6 pm Wednesday (4 am local time Thursday)`: one moment by two clocks."""
    days = fact.get("date") or "", draft.get("date") or ""
    if not all(len(day) == _DAY for day in days) or len(draft.sentence.times) < 2:
        return False
    apart = abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days)
    return apart == 1 and any(time.value == days[0] for time in draft.sentence.times)


def was_aimed(fact: Draft, draft: Draft) -> bool:
    """`A launch was put off until May. … The firm had aimed to send up X in April`: the plan that was moved."""
    if fact.get("payloads") or fact.get("vehicle") or draft.notes["index"] - max(0, fact.notes["last"]) > _NEAR:
        return False
    are_plans = fact.cells["status"] == draft.cells["status"] == "planned"
    at = draft.notes["at"]
    words = {item.low for item in draft.sentence.items[max(0, at - 5) : at]}
    is_past = not words.isdisjoint(word_set("past-plans"))
    return are_plans and fact.notes["slips"] and is_past and (draft.get("date") or "") < (fact.get("date") or "")
