"""Agreements told as a list: a line that heads it, and a line or a paragraph for each document.

Belongs here: finding such lists, and reading a line with what its heading carries. Does not belong here: documents told
in sentences (`agreements`).
"""

from collections.abc import Iterator
from typing import NamedTuple

from transforms.extract.agreements.members import Member, members_of, put_members
from transforms.extract.agreements.triggers import DOCUMENT, act_name, act_of
from transforms.extract.drafts import Draft
from transforms.text import times
from transforms.text.cues import Cue
from transforms.text.document import Document
from transforms.text.items import Item
from transforms.text.sentence import Sentence
from transforms.text.times import TimeExpression

RULE = "document_listed"
_LABELS = (DOCUMENT, "agreement.sign", "agreement.announce", "agreement.vague")
_BULLETS = ("-", "–", "—", "•", "*", "·", "‣", "▪")
_LINES = 30
_HEAD = 4
_ENDS = frozenset({"cancelled", "canceled", "terminated", "ended", "expired", "suspended"})
_PLANS = frozenset({"planned", "negotiated", "discussed", "prepared", "draft"})


class Heading(NamedTuple):
    """What the lines of a list share: the document (None where each names its own), who signs, and when."""

    sentence: Sentence
    document: tuple[Item, Cue] | None
    owner: Member | None
    time: TimeExpression | None


def find(document: Document) -> Iterator[Draft]:
    """A draft for each line of each list of documents."""
    for sentence in document.body.sentences_with(_LABELS):
        if sentence.part.text[sentence.end - 1] == ":":
            heading = _heading(sentence)
            for line in _lines(sentence):
                yield from _of_line(line, heading)


def _heading(sentence: Sentence) -> Heading:
    named = next(((item, cue) for item in sentence.items if (cue := item.cue(DOCUMENT)) is not None), None)
    owner = next(
        (member for role in sentence.structure.roles if role.acts and role.governor in ("subject", "by")
         for member in members_of(sentence, role, "subject")), None)  # fmt: skip
    told = [time for time in sentence.times if time.value and not time.is_range]
    time = told[0] if len(told) == 1 else None if told else _dateline(sentence)
    return Heading(sentence, named, owner or _topic(sentence), time)


def _dateline(heading: Sentence) -> TimeExpression | None:
    """The day at the head of a release whose first words head the list."""
    line = heading.part.layout.dateline
    if line is None or line.day is None or heading.index > 1 or heading.part.name != "text":
        return None
    return next(iter(times.find(heading.part.text, line.start, line.end, heading.part.document.reference)), None)


def _topic(sentence: Sentence) -> Member | None:
    """Who the release is of: the party that it names most often."""
    for code, (_, mention, part) in sentence.part.document.salience.items():
        return Member(code, mention.start, mention.end, part, True, "subject", mention)
    return None


def _lines(heading: Sentence) -> Iterator[Sentence]:
    """The sentences that begin a line of the list: behind a bullet or number, or as `Contract with …`."""
    sentences, last = heading.part.sentences, heading.paragraph
    for line in sentences[heading.index + 1 : heading.index + 1 + 3 * _LINES]:
        if line.paragraph == last:
            continue
        if line.paragraph > last + 1 or not _is_line(line):
            return
        last = line.paragraph
        behind = line.following
        yield behind if len(line.text) < 4 and behind is not None and behind.paragraph == last else line


def _is_line(line: Sentence) -> bool:
    text = line.text
    if text.startswith(_BULLETS) or text[:3].rstrip(" ").endswith((")", ".")):
        return True
    return any(item.cue(DOCUMENT) is not None for item in line.items[:_HEAD])


def _of_line(line: Sentence, heading: Heading) -> Iterator[Draft]:
    own = next(((item, cue) for item in line.items if (cue := item.cue(DOCUMENT)) is not None), None)
    told = own or heading.document
    owner, partner = _two(line) or (heading.owner, _partner(line, heading))
    if told is None or partner is None or owner is None or partner.code == owner.code:
        return
    item, cue = told
    part = line if own else heading.sentence
    draft = Draft("agreement", RULE, line, item.start if own else partner.start)
    draft.notes["words"] = item.low
    put_members(draft, (owner, partner))
    draft.put("type", cue.value, item.start, item.end, part=part.part.name)
    status = _status(line)
    draft.put("status", status, item.start, item.end, inferred=True, part=part.part.name)
    if cue.value == "contract":
        seller = owner
        draft.put("supplier", seller.code, seller.start, seller.end, inferred=True, part=seller.part)
    _put_date(draft, line, heading, status)
    draft.features |= {"act:list", "how:list", f"type:{cue.value}"}
    yield draft


def _two(line: Sentence) -> tuple[Member, Member] | None:
    """`Memorandum between A and B`: a line that names both sides."""
    found = {m.code: m for role in line.structure.roles if role.governor == "between" and role.acts
             for m in members_of(line, role, "between")}  # fmt: skip
    if len(found) != 2:
        return None
    one, other = found.values()
    return one, other


def _partner(line: Sentence, heading: Heading) -> Member | None:
    """The country that labels the line (`• Canada: …`); else the one behind `with`; else the first one named."""
    roles = line.structure.roles
    colon = next((at for at, item in enumerate(line.items[:8]) if item.kind == "colon"), None)
    label = next((r for r in roles if colon is not None and r.index < colon and r.mention.category == "country"), None)
    chosen = [label] if label else [r for r in roles if r.governor == "with"] or list(roles)
    for role in chosen:
        for member in members_of(line, role, "with"):
            if heading.owner is None or member.code != heading.owner.code:
                return member
    return None


def _status(line: Sentence) -> str:
    words = {item.low for item in line.items}
    if words & _ENDS or any(
        (c := act_of(i)) is not None and act_name(c) == "end" and c.form == "ed" for i in line.items
    ):
        return "ended"
    return "planned" if words & _PLANS or {"to", "be", "signed"} <= words else "signed"


def _put_date(draft: Draft, line: Sentence, heading: Heading, status: str) -> None:
    """The date told of the line's own signing; else that of the heading."""
    time = _own_time(line) or heading.time
    is_of_release = time is not None and time.start < heading.sentence.start
    if time is None or (is_of_release and any(len(told.value or "") > len("2031") for told in line.times)):
        return  # the day of the release is not that of a line with a day or month of its own
    value = time.in_tense("future" if status == "planned" else "past", line.part.document.reference)
    draft.put("signed", value, time.start, time.end, part="text")
    draft.put("date_basis", time.basis if value else None, time.start, time.end, inferred=True, part="text")


def _own_time(line: Sentence) -> TimeExpression | None:
    """The date beside a verb of signing in the line, or in the sentence behind it: `(Signed in May.)`."""
    for told in (line, line.following):
        if told is None or told.paragraph != line.paragraph:
            continue
        for time in told.times:
            before = [item.low for item in told.items if item.end <= time.start][-4:]
            signs = any(word.startswith("sign") for word in before)
            if time.value and not time.is_range and (signs or (told is line and before[-1:] == ["("])):
                return time
    return None
