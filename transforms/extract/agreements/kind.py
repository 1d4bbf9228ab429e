"""Agreements: cooperation documents and deals between parties of two or more codes.

Belongs here: the frames. Does not belong here: the words (`frames/agreements.tsv`), how single cells are read
(`agreement_*`), or how their finds are merged (`same`).
"""

from collections.abc import Iterator

from transforms.extract.agreements import accessions, later, lists, orders
from transforms.extract.agreements.announced import ANNOUNCE, jointly, may_announce
from transforms.extract.agreements.bare import SETTLE, is_far_from_document, may_settle, signings
from transforms.extract.agreements.documents import documents, draft_of
from transforms.extract.agreements.echoes import REACH, echoes
from transforms.extract.agreements.members import Member, Members
from transforms.extract.agreements.same import settle as settle
from transforms.extract.agreements.standing import carried, names_target
from transforms.extract.agreements.terms import date_of, put_programme
from transforms.extract.agreements.told import documents_of
from transforms.extract.agreements.triggers import ALLY, DOCUMENT, VAGUE, Trigger, agreeings
from transforms.extract.drafts import Draft
from transforms.text.document import Document, Part
from transforms.text.sentence import Sentence

RULES: tuple[str, ...] = (
    "document_verb",
    "document_alone",
    "document_each",
    "document_again",
    "document_listed",
    "document_elliptic",
    "agreed_verb",
    "accession_named",
    "accession_carried",
    "accession_likewise",
    "trade_order",
    "trade_sell",
    "trade_select",
)

#: What tells of documents.
_LABELS = (DOCUMENT, VAGUE, "agreement.sign")
#: How many sentences before and behind lend their subject to one that names none.
_BEFORE, _BEHIND = 6, 3


def find(document: Document) -> Iterator[Draft]:
    """Drafts of all rules, in the order of the text."""
    listed = list(lists.find(document)) if document.is_about_space else []
    lines = {id(draft.sentence) for draft in listed}
    dated: list[Trigger] = []
    last: Draft | None = None
    for part in document.parts:
        for sentence in part.sentences_with(_LABELS):
            if id(sentence) in lines or _is_elsewhere(sentence) or not in_space_context(sentence):
                continue
            known = last
            for draft in _of_sentence(sentence, last, dated):
                last = last if draft.rule == "document_elliptic" else draft
                yield draft
            if last is not None and last is not known:
                yield from _behind(last)
            if last is not None:
                later.update(sentence, last)
                yield from _renewals(sentence, last)
                yield from _echoes(sentence, last)
        yield from _unnamed(part)
    yield from listed
    yield from accessions.find(document)
    for draft in orders.find(document):
        later.date(draft, dated)
        yield draft


def _unnamed(part: Part) -> Iterator[Draft]:
    """What is agreed on, or announced together, with no document named."""
    for sentence in part.sentences_with(["agreement.sign", ALLY, ANNOUNCE, SETTLE]):
        is_agreed, is_joint = sentence.has("agreement.sign") or sentence.has(ALLY), may_announce(sentence)
        if may_settle(sentence) and in_space_context(sentence) and not _is_elsewhere(sentence):
            yield from _settled(sentence)
        if sentence.has(DOCUMENT) or not (is_agreed or is_joint):
            continue
        if not in_space_context(sentence) or _is_elsewhere(sentence):
            continue
        for trigger in agreeings(sentence) if is_agreed else ():
            yield from documents(trigger, None)
        for trigger, members in jointly(sentence) if is_joint else ():
            yield draft_of(trigger, members, "agreed_verb", date_of(trigger))


def _settled(sentence: Sentence) -> Iterator[Draft]:
    """`A and B signed in Lima`, `A shook hands with B`: what a verb tells of with no document."""
    if names_target(sentence) or carried(sentence) is not None:
        return  # who signs there joins: told by `accessions`
    for trigger in signings(sentence):
        if not sentence.has(DOCUMENT) or is_far_from_document(trigger):
            yield from documents(trigger, None)


def _of_sentence(sentence: Sentence, last: Draft | None, dated: list[Trigger]) -> Iterator[Draft]:
    """The documents told in a sentence, and those that it goes on to without their noun; others join `dated`."""
    told = documents_of(sentence)
    if not told and not sentence.has(DOCUMENT):
        yield from _pointed(sentence, dated)
    for trigger in told:
        drafts = list(documents(trigger, last))
        last = drafts[-1] if drafts else last
        dated += [] if drafts else [trigger]
        if not drafts and last is not None:
            later.name_kind(trigger, last)
        yield from drafts
    for trigger, members in later.further(told):
        further = draft_of(trigger, members, "document_elliptic", date_of(trigger))
        later.update(trigger.sentence, further)
        yield further


def _renewals(sentence: Sentence, last: Draft) -> Iterator[Draft]:
    """`and renewed it in 2018`, `the first was signed in 2009`: each is a document of its own, between the same."""
    for trigger, time in (*later.renewals(sentence, last), *later.first_of(sentence, last)):
        members = Members(how="again")
        for span in last.spans["parties"]:
            members.add(Member(str(span.value), span.start, span.end, span.part, True, "again"))
        draft = draft_of(trigger, members, "document_elliptic", time)
        draft.notes["words"] = "renewal"
        yield draft


def _behind(last: Draft) -> Iterator[Draft]:
    """What the next sentences tell as the like of a document, where they hold no word for one."""
    sentences, at = last.sentence.part.sentences, last.sentence.index
    for sentence in sentences[at + 1 : at + 1 + REACH]:
        if not any(sentence.has(label) for label in _LABELS):
            yield from _echoes(sentence, last)


def _echoes(sentence: Sentence, last: Draft) -> Iterator[Draft]:
    """`Peru's was inked in May`, `B received its own`: the like of the document told of before."""
    for trigger, members in echoes(sentence, last):
        if trigger.status is not None:
            draft = draft_of(trigger, members, "document_elliptic", date_of(trigger))
            draft.notes["words"], draft.notes["also"] = "deal", True
            yield draft


def in_space_context(sentence: Sentence) -> bool:
    """Whether the sentence is about space: by a word of its own, or in an article about space by one nearby."""
    if sentence.is_strong:
        return True
    document = sentence.part.document
    in_title = any(hit.entry.is_space for hit in document.title.hits)
    told = sentence.previous is not None and sentence.previous.is_strong
    if not document.is_about_space or not (in_title or told or document.strong_words > 1):
        return False
    near = sentence.part.sentences[max(0, sentence.index - _BEFORE) : sentence.index + _BEHIND + 1]
    return any(other.is_space for other in near)


def _is_elsewhere(sentence: Sentence) -> bool:
    """Whether the sentence speaks of wheat, warships or films, and of space by no strong word."""
    return sentence.has("agreement.elsewhere") and not sentence.is_strong


def _pointed(sentence: Sentence, dated: list[Trigger]) -> Iterator[Draft]:
    """The document told of just before without its parties, which `it` stands for."""
    found = later.pointed(sentence, dated)
    if found is not None:
        trigger, members = found
        draft = draft_of(trigger, members, "document_again", date_of(trigger))
        noun = dated[-1].items[dated[-1].noun]
        draft.put("type", draft.get("type"), noun.start, noun.end)
        if not draft.get("programme"):
            put_programme(draft, dated[-1])
        yield draft
