"""Orders told by who is hired, where the craft or the buyer goes unsaid: `A was hired by B`, `B has gone to A for it`.

Belongs here: verbs of choosing and asking a firm of the trade, and the buyer whose craft the story is about. Does not
belong here: orders that name what is bought (`orders`), or other sides left out (`traders`).
"""

from itertools import takewhile

from transforms.extract.agreements.members import Member, members_of
from transforms.extract.cooperations.craft import Thing
from transforms.extract.cooperations.pointers import antecedent, story
from transforms.extract.vocabulary import word_set
from transforms.text import coreference
from transforms.text.items import Item
from transforms.text.roles import Role, Structure
from transforms.text.sentence import Sentence
from transforms.text.verbs import VerbGroup

_CHOSEN = frozenset({"hired", "engaged", "commissioned", "contracted", "retained", "booked", "tasked", "entrusted"})
_GOES = frozenset({"gone to", "went to", "goes to"})
_ASKS = frozenset({"asked", "commissioned", "invited"})
_MAKES = frozenset(
    {"make", "build", "launch", "design", "supply", "manufacture", "furnish", "orbit", "loft", "assemble"}
)
#: What one goes to a firm for.
_WANTED = word_set("agreements.orders.goods") | {"one", "it", "them", "two", "three", "successor", "replacement"}
_NEAR, _FAR = 3, 9
#: How many characters may stand between a subject and its verb.
_WORDS = 12


def is_of_firm(item: Item) -> bool:
    """Whether the words name a firm whose trade is to build or to launch craft."""
    return item.cue("supplier") is not None


def takes_on(items: list[Item], structure: Structure, verb: int, read: VerbGroup) -> bool:
    """`A was hired in 2031`, `A was picked by B`: said of a firm of the trade, the work being plain."""
    if not read.is_passive or read.first == read.verb:
        return False
    if items[verb].cue("agreement.select") is None and items[verb].low not in _CHOSEN:
        return False
    subject = subject_before(structure, read.first, structure.clauses[verb])
    return subject is not None and is_of_firm(items[subject.index])


def subject_before(structure: Structure, first: int, clause: int) -> Role | None:
    """The party of the clause that is the subject of the verb at `first`."""
    found = [r for r in structure.roles if r.index < first and r.governor == "subject" and r.clause == clause]
    return found[-1] if found and first - found[-1].index <= _NEAR else None


def turns_to(items: list[Item], verb: int) -> bool:
    """`has gone to A for the next one`, `asked A to build it`: a firm of the trade, and what is wanted of it."""
    at = verb + 2 if verb + 1 < len(items) and "det" in items[verb + 1].classes else verb + 1
    while at + 2 < len(items) and items[at].mention is not None and items[at + 1].kind in ("poss", "name"):
        at += 1 if items[at + 1].kind == "name" else 2  # `Japan's A`
    if at >= len(items) or not is_of_firm(items[at]):
        return False
    after = items[at + 1 : at + _FAR]
    if items[verb].low in _GOES:
        link = next((n for n, item in enumerate(after) if item.low == "for"), len(after))
        wanted = list(takewhile(lambda item: "conj" not in item.classes, after[link + 1 : link + 6]))
        return any(item.low.split(" ")[-1] in _WANTED for item in wanted)
    if items[verb].low not in _ASKS:
        return False
    to = next((n for n, item in enumerate(after[:-1]) if item.low == "to"), None)
    return to is not None and after[to + 1].low in _MAKES


def client(sentence: Sentence, verb: int, supplier: list[Member]) -> list[Member]:
    """Who hired a firm that is told to be hired, where nobody says so: the owner of the craft that is meant."""
    known = {member.code for member in supplier}
    thing: Thing | None = antecedent(sentence, verb) or story(sentence.part.document)
    owners = thing.owners if thing is not None else ()
    if not known or len({owner.code for owner in owners}) != 1 or owners[0].code in known:
        return []
    own = owners[0]
    return [Member(own.code, own.start, own.end, own.part, True, "buyer")]


def of_main_clause(sentence: Sentence, structure: Structure, first: int, supplier: list[Member]) -> list[Member]:
    """`A will have its craft: a slot has been hired from B`: whom the clause before the colon is about."""
    mark = next((i for i in range(first - 1, 0, -1) if sentence.items[i].kind in ("colon", "semicolon")), None)
    for role in structure.roles if mark is not None else ():
        if role.index < mark and role.governor == "subject" and role.acts:  # type: ignore[operator]
            found = members_of(sentence, role, "buyer")
            return [found[0]] if found and found[0].code != supplier[0].code else []
    return []


def group_before(sentence: Sentence, read: VerbGroup) -> list[Member]:
    """`The two firms ordered it from B`: those who are meant by the words in front of the verb."""
    meant = None if read.is_passive else coreference.group(sentence)
    first = sentence.items[read.first].start
    if meant is None or not first - _WORDS < meant.end <= first:
        return []
    return [Member(code, meant.start, meant.end, sentence.part.name, True, "buyer") for code in meant.codes]
