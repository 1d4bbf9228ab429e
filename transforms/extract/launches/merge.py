"""Tellings of one launch joined, and the launches that are told well enough.

Belongs here: joining drafts and dropping doubtful ones. Does not belong here: what a sentence says
(`events`), which tellings are one (`same`), whose craft it is (`owners`).
"""

from collections.abc import Iterable

from transforms.extract.drafts import Draft
from transforms.extract.launches import (
    attributes,
    company,
    context,
    headline,
    owners,
    owners_else,
    places,
    providers,
    questions,
    ships,
    slips,
    story,
)
from transforms.extract.launches.items import lows, word_set
from transforms.extract.launches.joining import join
from transforms.extract.launches.plans import is_headline_of, is_plan_of, story_first
from transforms.extract.launches.same import fit
from transforms.extract.launches.standing import (
    adds_nothing,
    is_history,
    is_sure,
    is_told_of,
    is_unnamed,
    stands,
)
from transforms.text.document import Document

#: Where the words of space in an article weigh so much, its launches are of rockets.
_MANY = 10
_LEAD = 2
_STORY = 5
#: A launch told further down leaves room for the story's own.
_OPENING = 8

#: With how many launches a telling is compared: the story's first, and those told last.
_FIRST, _LAST = 8, 60


def settle(document: Document, drafts: list[Draft]) -> Iterable[Draft]:
    """One draft for each launch that is told well enough."""
    assembled = [draft for draft in drafts if draft.rule == story.RULE]
    facts = _joined([draft for draft in drafts if draft.rule != story.RULE])
    if assembled and not any(_is_of_story(fact) for fact in facts):
        facts = [*assembled, *(fact for fact in facts if not fit(assembled[0], fact))]
    elif assembled:
        _date(assembled[0], facts)
    facts = story_first(document, facts)
    if facts and facts[0].notes["index"] <= _LEAD and not is_history(document, facts[0]):
        context.complete(document, facts[0], facts)
        _fail(document, facts[0])
        company.add(document, facts)
        slips.put_newest(document, facts)
        providers.put_only_rocket(document, facts)
    attributes.add(document, facts)
    questions.add(document, facts)
    for fact in facts[1:]:
        _borrow(fact, facts[:1])
    for fact in facts:
        ships.put_shuttle(fact)
        providers.put_rocket(fact)
    is_steeped = document.space_words >= _MANY
    facts = [fact for fact in facts if not is_plan_of(fact, facts)]
    kept = [fact for fact in facts if (is_steeped or is_sure(fact)) and stands(fact)]
    kept = [fact for fact in kept if not is_unnamed(fact) or not is_told_of(fact, kept)]
    kept = [fact for fact in kept if not adds_nothing(fact, kept) and not providers.is_out_of_its_days(fact)]
    for fact in kept:
        places.put_home(document, fact)
        owners.put(fact)
        if fact is facts[0]:
            owners_else.put_of_title(document, fact)
        owners_else.put_of_story(document, fact)
        owners_else.put_of_launcher(fact)
        owners_else.put_of_rocket(fact)
        _drop_firm(fact)
        _describe(fact)
    return kept


def _date(assembled: Draft, facts: list[Draft]) -> None:
    """Give the one launch of the story the day and range that another sentence told: `The flight began on May 3`."""
    is_open = len(facts) == 1 and facts[0].cells["status"] != "planned" and not facts[0].get("date")
    if is_open and facts[0].get("payloads") == assembled.get("payloads"):
        facts[0].absorb(assembled, ("date", "date_basis", "site"))


def _is_of_story(fact: Draft) -> bool:
    """Whether the launch is told well enough where the story begins; a plan counts only in title and lead."""
    is_plan = fact.cells["status"] == "planned"
    if not is_plan and is_history(fact.sentence.part.document, fact):
        return False
    return fact.notes["index"] <= (_LEAD if is_plan else _OPENING) and stands(fact)


def _joined(drafts: list[Draft]) -> list[Draft]:
    """The tellings, those of one launch joined."""
    facts: list[Draft] = []
    for draft in drafts:
        if draft.notes.get("ordinal") and _is_told_before(facts, draft):
            continue
        _borrow(draft, facts)
        _point_back(draft, facts)
        if facts and is_headline_of(facts[0], draft):
            facts[0].cells["status"], facts[0].spans["status"] = "planned", list(draft.spans["status"])
        fact = _match(facts, draft)
        if (fact is None and _is_open(draft)) or draft.notes["takes_it"]:
            draft.notes["borrowed"] = context.antecedent(draft)
            fact = _match(facts, draft)
        if fact is not None:
            join(fact, draft)
        elif _tells_enough(draft):
            draft.notes["last"] = draft.notes["index"]
            facts.append(draft)
    return facts


def _is_told_before(facts: list[Draft], draft: Draft) -> bool:
    """Whether `it was the third Vega launch this year` tells of a launch that has its rocket and its day already."""
    near = [fact for fact in facts if 0 <= draft.notes["index"] - fact.notes["last"] <= _STORY]
    return any(fact.get("vehicle") and (fact.get("date") or fact.get("payloads")) for fact in near)


def _point_back(draft: Draft, facts: list[Draft]) -> None:
    """Fill in what the telling itself points back to: `the rocket`, `that satellite`, `it went up with X`."""
    points, is_bare = draft.notes["points"], not draft.get("payloads")
    if "rocket" in points and not draft.get("vehicle"):
        context.rocket(draft)
    if draft.notes["shown"] and is_bare and _shows_flights(draft):
        draft.notes["shown"] = False
        draft.notes["points"] = points = points - {"craft"}
        _go_on(draft, facts)
    if draft.cells["status"] == "failure" and "launch" in points and is_bare and not draft.get("vehicle"):
        context.rocket(draft)  # `Another launch attempt ended in an explosion`
    if draft.notes["its"] and not is_bare and not draft.get("vehicle"):
        context.rocket_before(draft)
    is_nth = draft.notes.get("nth") is not None and (draft.notes["kind"] != "noun" or _goes_further(draft))
    if is_bare and (draft.notes["elided"] or draft.notes["shown"] or is_nth):
        draft.notes["borrowed"] = context.antecedent(draft)
    if draft.notes["companions"] and "craft" in points:
        context.antecedent(draft)


def _goes_further(draft: Draft) -> bool:
    """`Further launches took place on May 3 and June 4`: of what the sentences before tell of."""
    return lows(draft.sentence.items, 0, 1) in (["further"], ["additional"], ["subsequent"])


def _shows_flights(draft: Draft) -> bool:
    """`Those missions will lift off in 2031`: flights counted before are meant, and no craft."""
    words = lows(draft.sentence.items, 0, 2)
    return len(words) == 2 and words[0] in ("those", "these", "both") and words[1] in word_set("row.flights")


def _go_on(draft: Draft, facts: list[Draft]) -> None:
    """Take rocket and range of the flights told of in the sentence before."""
    told = next((fact for fact in reversed(facts) if draft.notes["index"] - fact.notes["last"] == 1), None)
    if told is not None and told.cells["status"] == draft.cells["status"]:
        draft.absorb(told, ("vehicle", "site"))
        draft.notes["rocket"] = told.notes.get("rocket")


def _is_open(draft: Draft) -> bool:
    """Whether the telling names no craft, but points to one that an earlier sentence can have named."""
    if draft.get("payloads"):
        return False
    points = draft.notes["points"]
    return ("craft" in points and "rocket" not in points) or (draft.notes["its"] and not draft.get("vehicle"))


def _tells_enough(draft: Draft) -> bool:
    """Whether a telling can be a launch of its own, to be filled up later."""
    if draft.notes["points"] or any(draft.get(name) for name in ("payloads", "vehicle", "date")):
        return True
    if draft.notes.get("told_day") and draft.sentence.has("launch.craft"):
        return True
    return bool(draft.get("site")) and draft.notes["strong"] and draft.notes["index"] < _LEAD


def _fail(document: Document, fact: Draft) -> None:
    """Make it a failure where the title says so and the words of its lift-off leave it open."""
    if fact.cells["status"] == "success" and fact.notes["index"] <= _LEAD and len(fact.get("date") or "") != 4:
        told = headline.of_story(document)
        if told is not None:
            fact.put("status", "failure", told.start, told.end, part="title")


def _borrow(draft: Draft, facts: list[Draft]) -> None:
    """Take the range of `the same base`, or the rocket of `the rocket's previous mission`, from a launch before."""
    if draft.notes["same_site"] and not draft.get("site"):
        context.borrow(draft, facts, "site")
    is_other = bool(draft.get("payloads")) and bool(draft.get("date"))
    if is_other and "rocket" in draft.notes["points"] and not draft.get("vehicle"):
        context.borrow(draft, facts[-1:], "vehicle")


def _match(facts: list[Draft], draft: Draft) -> Draft | None:
    """The launch that the telling fits best, the nearest of equals."""
    best, found = (0.0, 0), None
    near = facts if len(facts) <= _FIRST + _LAST else facts[:_FIRST] + facts[-_LAST:]
    for fact in near:
        rank = (fit(fact, draft), -abs(draft.notes["index"] - fact.notes["last"]))
        if rank[0] > 0 and rank >= best:
            best, found = rank, fact
    return found


def _drop_firm(fact: Draft) -> None:
    """`Nimbus, the firm, sent up Nimbus 1`: the firm's name beside its numbered craft is no craft."""
    for name, _, slot in fact.notes.get("crafts", ()):
        is_firm = slot.mention is not None and slot.mention.reading("organization") is not None
        if is_firm and any(_numbers(name, other) for other in fact.get("payloads")) and name in fact.cells["payloads"]:
            fact.cells["payloads"].remove(name)
            fact.spans["payloads"] = [span for span in fact.spans["payloads"] if span.value != name]


def _numbers(name: str, other: str) -> bool:
    return other.startswith(name) and other[len(name) :].strip(" -").isdigit()


def _describe(fact: Draft) -> None:
    """Name the features that confidence is weighed by."""
    for name in ("vehicle", "payloads", "date", "site", "customers"):
        if fact.get(name):
            fact.features.add(f"has_{name}")
    fact.features.add({0: "undated", 4: "year", 7: "month"}.get(len(fact.get("date") or ""), "day"))
    for note in ("borrowed", "clock"):
        if fact.notes.get(note):
            fact.features.add(note)
    if fact.notes["index"] <= _LEAD:
        fact.features.add("lead")
    if fact.notes.get("tellings"):
        fact.features.add("told_again")
    fact.features.add(f"status_{fact.cells['status']}")
    fact.features.add("strong" if fact.notes["strong"] else "weak")
