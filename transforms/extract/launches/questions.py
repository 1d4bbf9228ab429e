"""Launches told in questions and answers: `When was Nimbus-1 launched? / On May 3, 2031.`.

Belongs here: what a question asks of a launch, and the answer right behind it. Does not belong here: sentences that
tell (`attributes`, `context`).
"""

import re

from transforms.extract.drafts import Draft
from transforms.extract.launches import dates
from transforms.extract.launches.fill import put_site, put_vehicle
from transforms.extract.launches.items import is_question, place
from transforms.extract.launches.slots import read
from transforms.text.document import Document
from transforms.text.sentence import Sentence

#: How far behind the last telling of a launch a question on it stands, and how long an answer is that only names.
_REACH, _SHORT = 6, 16
_ASKED = (
    ("vehicle", re.compile(
        r"\b(?:which|what) (?:kind of |type of )?(?:rocket|launcher|launch vehicle|carrier)\b|\bwho (?:will )?launch")),
    ("site", re.compile(r"\b(?:from )?where\b|\b(?:which|what) (?:cosmodrome|spaceport|launch (?:site|cent))")),
    ("date", re.compile(r"\bwhen\b|\bwhat (?:day|date)\b")),
)  # fmt: skip


def add(document: Document, facts: list[Draft]) -> None:
    """Give each launch what a question on it asks and the sentence behind answers, where it is not known."""
    for sentence in document.body.sentences:
        if is_question(sentence):
            near = [fact for fact in facts if 0 <= place(sentence) - fact.notes["index"] <= _REACH or fact is facts[0]]
            answer = _answer(sentence)
            if near and answer is not None:
                _fill(near[-1], sentence, answer)


def _answer(sentence: Sentence) -> Sentence | None:
    """The sentence behind the question, past a mark such as `A.`."""
    answer = sentence.following
    while answer is not None and len(answer.items) < 3 and not read(answer):
        answer = answer.following
    return None if answer is None or is_question(answer) else answer


def _fill(fact: Draft, question: Sentence, answer: Sentence) -> None:
    slots = read(answer)
    for name, asked in _ASKED:
        if fact.get(name) or not question.says(asked):
            continue
        slot = next((slot for slot in slots if slot.role == name and slot.kind != "old"), None)
        if slot is None or (name != "vehicle" and slot.first > _SHORT):
            continue
        fact.notes["last"] = max(fact.notes["last"], place(answer))
        if name == "vehicle":
            put_vehicle(fact, answer, slot, inferred=True)
        elif name == "site":
            put_site(fact, answer, slot)
        elif slot.time is not None:
            value = slot.time.value
            if fact.cells["status"] == "planned":
                value = slot.time.in_tense("future", answer.part.document.reference)
            if value:
                dates.put_value(fact, slot.time, value, answer.part.name)
