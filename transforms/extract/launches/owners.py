"""Whose craft a launch carries: by the lexicon, by the words beside the name.

Belongs here: filling `customers`. Does not belong here: finding the craft (`craft`).
"""

from functools import cache

from transforms import lexicons
from transforms.extract.drafts import Draft
from transforms.extract.launches import company, consortia, said
from transforms.extract.launches.beside import ITS, ends_making, holder, is_beside, is_maker
from transforms.extract.launches.items import lows
from transforms.extract.launches.slots import Slot, read
from transforms.extract.launches.unnamed import before_craft, of_unnamed
from transforms.lexicons import Surface
from transforms.text.items import Item
from transforms.text.mentions import Mention
from transforms.text.sentence import Sentence


def put(fact: Draft) -> None:
    """Add the owners of all craft of the launch: those its words tell, else those the lexicon knows."""
    told: set[str] = set()
    last: tuple[Sentence | None, list[Mention]] = (None, [])
    crafts = fact.notes.get("crafts", ())
    for name, sentence, slot in crafts:
        owners = _owners(sentence, slot)
        if not owners and last[0] is sentence and not _is_known(slot):
            owners = last[1]  # `two Chinese satellites, A and B`
        last = (sentence, owners)
        for owner in owners:
            add(fact, owner, owner.codes, sentence)
            told |= {name, _id(slot)}
    for name, sentence, slot in crafts:
        if told.isdisjoint({name, _id(slot)} - {""}) and slot.mention is not None:
            _add_known(fact, slot.mention, sentence)
            if not _is_known(slot):
                _put_of_title(fact, name)
                _put_said(fact, slot.mention.text)
            told |= {name, _id(slot)}
    _put_unnamed(fact)


def _put_said(fact: Draft, name: str) -> None:
    """The owner that another sentence says the craft has."""
    told = said.owners(fact.sentence.part.document, name)
    for owner in told[1] if told is not None else ():
        add(fact, owner, owner.codes, told[0] if told is not None else fact.sentence)


def _put_of_title(fact: Draft, name: str) -> None:
    """The owner that the title puts beside the craft: `Brazil's Nimbus-1`."""
    for sentence in fact.sentence.part.document.title.sentences:
        for slot in read(sentence):
            if slot.role == "payload" and slot.mention is not None and slot.mention.text == name:
                for owner in _before(sentence.items, slot.first):
                    add(fact, owner, owner.codes, sentence)


def _owners(sentence: Sentence, slot: Slot) -> list[Mention]:
    """Parties that describe the craft; who is to build one that the lexicon knows is not its owner."""
    before = sentence.items[max(0, slot.first - 2) : slot.first]
    is_made = _is_known(slot) and [item.low for item in before] == ["will", "build"]
    return [*([] if is_made else _before(sentence.items, slot.first)), *_after(sentence.items, slot.last)]


def _put_unnamed(fact: Draft) -> None:
    """Add the owners of craft without a name: those that the tellings and the sentences on the load count up."""
    for draft in (fact, *fact.notes.get("tellings", ())):
        lo, hi = draft.notes["span"]
        for owner in of_unnamed(draft.sentence.items, lo, hi, counted=bool(fact.get("payloads"))):
            add(fact, owner, owner.codes, draft.sentence)
        if draft.sentence.has("launch.craft"):
            for owner in company.of_countries(draft.sentence.items):
                add(fact, owner, owner.codes, draft.sentence)
    for draft in (fact, *fact.notes.get("tellings", ())):
        for owner in consortia.owners(draft.sentence):
            add(fact, owner, owner.codes, draft.sentence)
    for sentence in fact.notes.get("company", ()):
        for owner in (
            *of_unnamed(sentence.items, 0, len(sentence.items), counted=True),
            *company.owners(sentence),
        ):
            add(fact, owner, owner.codes, sentence)


def _id(slot: Slot) -> str:
    """The lexicon's id of the craft; empty where it has none, or only one of its whole series."""
    reading = slot.mention.reading("spacecraft") if slot.mention is not None else None
    return reading.id if reading is not None and not reading.is_series else ""


def _is_known(slot: Slot) -> bool:
    """Whether the lexicon tells whose the craft is."""
    reading = slot.mention.reading("spacecraft", "programme") if slot.mention is not None else None
    return reading is not None and bool(reading.party_codes)


def _add_known(fact: Draft, mention: Mention, sentence: Sentence) -> None:
    """The owners that the lexicon knows the craft by."""
    reading = mention.reading("spacecraft", "programme")
    if reading is not None:
        add(fact, mention, _stated(reading, sentence), sentence)


def _stated(reading: Surface, sentence: Sentence) -> tuple[str, ...]:
    """Of several owners of a craft those that the sentence names; else the operator's, where one operates it.

    Of owners whom the article never names none counts, if it names any.
    """
    told = sentence.part.document.salience
    codes = tuple(code for code in reading.party_codes if code in told) or reading.party_codes
    if len(codes) < 2:
        return codes
    named = {code for mention in sentence.parties for code in mention.codes}
    operator = _operators().get(reading.id)
    return tuple(code for code in codes if code in named or code == operator) if operator in codes else codes


@cache
def _operators() -> dict[str, str]:
    """Code of the body that operates a craft alone for its owners, by the craft's id."""
    bodies = {body.organization_id: body.party_code for body in lexicons.organizations()}
    return {
        craft.spacecraft_id: bodies[craft.organization_id]
        for craft in lexicons.spacecraft()
        if craft.organization_id in bodies and len(set(craft.manufacturer_codes)) < 2
    }


def add(fact: Draft, mention: Mention, codes: tuple[str, ...], sentence: Sentence) -> None:
    """Add codes that the mention implies, and the organisation that it names."""
    day, part = fact.get("date") or sentence.part.document.day, sentence.part.name
    for code in codes:
        code = _body_of_its_day(mention, day) or of_its_day(code, day)
        fact.add("customers", code, mention.start, mention.end, inferred=True, part=part)
    if mention.category == "organization" and mention.id is not None:
        fact.add("organizations", mention.id, mention.start, mention.end, part=part)


def _body_of_its_day(mention: Mention, day: str | None) -> str | None:
    """The body of many states that a firm of its name was once: `INTELSAT` before 2001."""
    name = mention.text.lower()
    for body in lexicons.bodies() if day and day < "2002" else ():
        is_named = name.split(" ")[0].rstrip("s") == body.party_code.lower()
        if is_named and body.valid_to is not None and day and day < body.valid_to[: len(day)]:
            return body.party_code
    return None


def of_its_day(code: str, day: str | None) -> str:
    """The state that the code's country was a part of, before it was itself: `RUS` in 1988 is `SUN`."""
    if code == "SUN" and day and day >= "1992":
        return "RUS"
    for country in lexicons.countries() if day and day < "1993" else ():
        if country.successor_code == code and country.valid_to and day and country.valid_to[: len(day)] >= day:
            return country.country_code
    return code


def _before(items: list[Item], first: int) -> list[Mention]:
    """Parties that describe the name from before: `Iran's Khayyam`, `the Turkish communications satellite X`."""
    found = []
    for at, item in reversed(list(enumerate(items[max(0, first - 8) : first], max(0, first - 8)))):
        if items[at + 1].low == "time":
            continue  # `Kazakh time`
        if item.kind == "comma" and ends_making(items, at):
            break  # `Built by Italy's Avio, X`
        if is_maker(items, at):
            continue  # `the Boeing-built X`
        if item.mention is not None and item.mention.is_party and item.mention.codes:
            if is_beside(items, at) or items[at + 1].low == "to":
                break  # `hired A to build X`
            found.append(item.mention)
        elif item.low in ITS and not found:
            return holder(items, first)
        elif item.classes & {"prep", "be", "have", "modal", "rel"} or _is_verb(item) or item.kind in (
            "semicolon", "colon", "dash"):  # fmt: skip
            break
    return found


def _is_verb(item: Item) -> bool:
    return any(
        item.cue(label) is not None for label in ("launch.send", "launch.depart", "launch.company", "launch.other")
    )


def _after(items: list[Item], last: int) -> list[Mention]:
    """Parties that describe it from behind: `X of Brazil`, `X, a satellite of Turkey`, `X, by Axelspace (Japan)`."""
    found: list[Mention] = []
    by = last + 1
    if by < len(items) and items[last].kind == "comma" and items[by].low == "by":
        return [m for item in items[by : by + 6] if (m := item.mention) is not None and m.is_party and m.codes][:1]
    told = _said_of(items, last)
    if told:
        return told
    ready = False
    for at, item in enumerate(items[last : last + 10], last):
        if item.low == "of" and items[at - 1].kind == "number" and lows(items, at + 1, at + 2) == ["them"]:
            break  # `Nimbus-1 and 18 others, 13 of them Peruvian`
        if item.low in ("of", "for"):
            ready = True
        elif item.mention is not None and item.mention.is_party and item.mention.codes and ready:
            found.append(item.mention)
        elif item.low in ("built", "made", "developed", "manufactured", "designed") and not found:
            return _served(items, at)
        elif item.low in ("operated", "owned") and not found and _is_of_name(items[last:at]):
            near = [m for i in items[at + 1 : at + 7] if (m := i.mention) is not None and m.is_party and m.codes]
            return near[-1:] if len(near) < 3 else near[:1]
        elif item.low in ("by", "on", "in", "from", "at", "with") or item.classes & {"be", "have", "modal", "rel"}:
            break
    return found


def _said_of(items: list[Item], last: int) -> list[Mention]:
    """`Nimbus-1, Peru's first satellite`, `Nimbus-1 belongs to Peru`, `Nimbus-1 is Peru's`."""
    after = items[last : last + 5]
    if len(after) < 3:
        return []
    if after[0].low.startswith("belong"):
        return [m for item in after[1:] if (m := item.mention) is not None and m.is_party and m.codes][:1]
    owner = after[1].mention
    if owner is None or not (owner.is_party and owner.codes) or after[2].kind != "poss":
        return []
    if after[0].kind == "comma":
        return [owner] if before_craft(items, last + 1, len(items)) else []
    is_end = len(after) < 4 or after[3].kind in ("comma", "semicolon", "stop")
    return [owner] if after[0].low in ("is", "are") and is_end else []


def _is_of_name(between: list[Item]) -> bool:
    """Whether a participle is still said of the name: `Nimbus-1, to be operated by`, `Nimbus-1 satellite owned by`."""
    return all(
        item.kind == "comma" or item.low in ("to", "be", "which", "will", "is") or item.cue("launch.craft") is not None
        for item in between
    )


def _served(items: list[Item], made: int) -> list[Mention]:
    """Whom it was built for: `X, a spacecraft built by A for B`."""
    for at in range(made + 1, min(len(items) - 1, made + 14)):
        if items[at].kind == "semicolon" or items[at].cue("launch.send") is not None:
            return []
        if items[at].low == "for":
            near = items[at + 1 : at + 6]
            ends = (n for n, item in enumerate(near) if "prep" in item.classes and item.low != "of")
            near = near[: next(ends, len(near))]
            return [m for item in near if (m := item.mention) is not None and m.is_party and m.codes][:1]
    return []
