"""Tellings of one launch joined, and the launches that are told well enough.

Belongs here: joining drafts and dropping doubtful ones. Does not belong here: what a sentence says
(`events`), which tellings are one (`same`), whose craft it is (`owners`).
"""

from collections.abc import Iterable

from transforms.extract.drafts import Draft
from transforms.extract.launches import company, context, failures, owners, owners_else, places, providers, slips
from transforms.extract.launches.names import are_alike, dates_agree, is_fuller, overlap
from transforms.extract.launches.same import fit, general_name, is_block, known_name, rename_craft
from transforms.text.document import Document

#: Where the words of space in an article weigh so much, its launches are of rockets.
_MANY = 10
_LEAD = 2
#: A launch that lies more months behind is not what the article is about, unless it opens with it.
_OLD = 6
_STORY = 5
_DATED = ("date", "date_basis")

#: With how many launches a telling is compared: the story's first, and those told last.
_FIRST, _LAST = 8, 60
#: How many names of craft a launch remembers with their words.
_CRAFTS = 64


def settle(document: Document, drafts: list[Draft]) -> Iterable[Draft]:
    """One draft for each launch that is told well enough."""
    facts = _joined(drafts)
    if facts and facts[0].notes["index"] <= _LEAD and not _is_history(document, facts[0]):
        context.complete(document, facts[0], facts)
        _fail(document, facts[0])
        company.add(document, facts)
        slips.put_newest(document, facts[0])
        providers.put_only_rocket(document, facts)
    for fact in facts[1:]:
        _borrow(fact, facts[:1])
    for fact in facts:
        providers.put_rocket(fact)
    is_sure = document.space_words >= _MANY
    kept = [fact for fact in facts if (is_sure or _is_sure(fact)) and _stands(fact)]
    kept = [fact for fact in kept if not _is_unnamed(fact) or not _is_told_of(fact, kept)]
    kept = [fact for fact in kept if not _adds_nothing(fact, kept) and not providers.is_out_of_its_days(fact)]
    for fact in kept:
        places.put_home(document, fact)
        owners.put(fact)
        if fact is facts[0]:
            owners_else.put_of_title(document, fact)
        owners_else.put_of_story(document, fact)
        owners_else.put_of_launcher(fact)
        owners_else.put_of_rocket(fact)
        _describe(fact)
    return kept


def _joined(drafts: list[Draft]) -> list[Draft]:
    """The tellings, those of one launch joined."""
    facts: list[Draft] = []
    for draft in drafts:
        if draft.notes.get("ordinal") and _is_told_before(facts, draft):
            continue
        _borrow(draft, facts)
        _point_back(draft)
        fact = _match(facts, draft)
        if (fact is None and _is_open(draft)) or draft.notes["takes_it"]:
            draft.notes["borrowed"] = context.antecedent(draft)
            fact = _match(facts, draft)
        if fact is not None:
            _join(fact, draft)
        elif _tells_enough(draft):
            draft.notes["last"] = draft.notes["index"]
            facts.append(draft)
    return facts


def _is_told_before(facts: list[Draft], draft: Draft) -> bool:
    """Whether `it was the third Vega launch this year` tells of a launch that has its rocket and its day already."""
    near = [fact for fact in facts if 0 <= draft.notes["index"] - fact.notes["last"] <= _STORY]
    return any(fact.get("vehicle") and (fact.get("date") or fact.get("payloads")) for fact in near)


def _point_back(draft: Draft) -> None:
    """Fill in what the telling itself points back to: `the rocket`, `that satellite`, `it went up with X`."""
    points, is_bare = draft.notes["points"], not draft.get("payloads")
    if "rocket" in points and not draft.get("vehicle"):
        context.rocket(draft)
    if is_bare and (draft.notes["elided"] or draft.notes["shown"] or draft.notes.get("nth") is not None):
        draft.notes["borrowed"] = context.antecedent(draft)
    if draft.notes["companions"] and "craft" in points:
        context.antecedent(draft)


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
    if fact.cells["status"] == "success" and fact.notes["index"] <= _LEAD:
        told = failures.of_story(document)
        if told is not None:
            fact.put("status", "failure", told.start, told.end, part="title")


def _borrow(draft: Draft, facts: list[Draft]) -> None:
    """Take the range of `the same base`, or the rocket of `the rocket's previous mission`, from a launch before."""
    if draft.notes["same_site"] and not draft.get("site"):
        context.borrow(draft, facts, "site")
    is_other = bool(draft.get("payloads")) and bool(draft.get("date"))
    if is_other and "rocket" in draft.notes["points"] and not draft.get("vehicle"):
        context.borrow(draft, facts[-1:], "vehicle")


def _is_history(document: Document, fact: Draft) -> bool:
    """Whether the launch lies a year and more behind the article, whose other names are then not its own."""
    date, day = fact.get("date"), document.day
    if not date or day is None:
        return False
    months = (int(day[:4]) - int(date[:4])) * 12 + (int(day[5:7]) - int(date[5:7]) if len(date) > 4 else 0)
    return int(date[:4]) + 1 < int(day[:4]) or (months > _OLD and fact.notes["index"] > 0)


def _match(facts: list[Draft], draft: Draft) -> Draft | None:
    """The launch that the telling fits best, the nearest of equals."""
    best, found = (0.0, 0), None
    near = facts if len(facts) <= _FIRST + _LAST else facts[:_FIRST] + facts[-_LAST:]
    for fact in near:
        rank = (fit(fact, draft), -abs(draft.notes["index"] - fact.notes["last"]))
        if rank[0] > 0 and rank >= best:
            best, found = rank, fact
    return found


def _join(fact: Draft, draft: Draft) -> None:
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
    _join_payloads(fact, draft)
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


def _join_payloads(fact: Draft, draft: Draft) -> None:
    """Add craft that are new, and evidence for those that are not; a ship's number goes before her kind."""
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


def _is_sure(fact: Draft) -> bool:
    """Whether some telling of it leaves no doubt that a rocket is meant."""
    return any(telling.notes["sure"] for telling in (fact, *fact.notes.get("tellings", ())))


def _stands(fact: Draft) -> bool:
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
        return notes["strong"] or has_craft  # a story without a day of its own dates nothing
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


def _is_unnamed(fact: Draft) -> bool:
    return not (fact.get("payloads") or fact.get("vehicle") or fact.get("site"))


def _adds_nothing(fact: Draft, facts: list[Draft]) -> bool:
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


def _is_told_of(fact: Draft, facts: list[Draft]) -> bool:
    """Whether another telling names what flew about that day."""
    return any(not _is_unnamed(other) and (other.get("date") or "")[:7] == fact.get("date")[:7] for other in facts)


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
