"""Which part each party of a sentence plays: subject, object, or the preposition it hangs on.

Belongs here: a single pass over the items that keeps the governing preposition and the clause. Does not belong here:
what the part means to a kind of fact.
"""

from dataclasses import dataclass
from typing import NamedTuple

from transforms.text.closed import CLASSES, NONE
from transforms.text.items import Item
from transforms.text.lookahead import (
    CLAUSE,
    clause_follows,
    ends_relative,
    is_fronted,
    is_gerund,
    is_in_home,
    is_infinitive,
    is_noun,
    is_participle,
    is_report,
    is_verb,
    joins_clause,
    list_follows,
    opens_relative,
    resumes,
    subject_follows,
)
from transforms.text.mentions import Mention
from transforms.text.words import word_set

_PLACE_OR_TIME = word_set("roles.place_or_time")
_MONTHS = word_set("roles.months")
_LEADS = word_set("roles.leads")
_PERSONS = word_set("roles.persons")
_FRONTED = word_set("roles.fronted")
#: Nouns behind which no name is in apposition: `in May of the same year A ordered`, `for this reason A signed`.
_PERIODS = frozenset({"year", "month", "week", "reason", "purpose", "occasion"})
_NATIONAL = frozenset({"country", "people", "metonym"})
_LINKS = frozenset({"conj", "prep", "det"})
_WHICH = frozenset({"which", "who", "whose", "although", "though", "while", "where"})
#: What may open a clause besides a conjunction.
_OPENERS = _WHICH | CLAUSE | {"that", "as"}
#: How adjectives end that name a people after `the`, and classes of words that end a noun phrase.
_PEOPLES = ("ese", "ch", "sh", "ss")
_ENDS = frozenset({"be", "have", "modal", "prep", "rel", "conj"})
_ADJECTIVAL = frozenset({"demonym", "prefix", "body_demonym"})


@dataclass(slots=True)
class Role:
    """A party in a sentence.

    Attributes:
        index: of its item.
        governor: `subject`, `object`, or a preposition.
        clause: number of the clause it stands in.
        acts: whether the words can stand for the one who acts, not merely describe a thing (`a Chinese rocket`).
    """

    index: int
    mention: Mention
    governor: str
    clause: int
    acts: bool


class Structure(NamedTuple):
    """A sentence's parties with their parts, and the clause of each item."""

    roles: tuple[Role, ...]
    clauses: tuple[int, ...]


def _is_actor(item: Item) -> bool:
    return item.cue("actor") is not None


def acts(items: list[Item], index: int) -> bool:
    """Whether the party at this item is one who acts, rather than an attribute of a thing."""
    mention = items[index].mention
    if mention is None:
        return False
    after = index + 1
    if mention.category in _ADJECTIVAL and _means_people(items, index):
        return True
    if after >= len(items):
        return mention.category not in _ADJECTIVAL
    if items[after].kind == "poss":
        return _describes_actor(items, after + 1)
    if items[after].kind == "hyphen":
        if after + 1 < len(items) and items[after + 1].low == "based" and _names_party(items, after + 2):
            return False  # `Lima-based X`, where X is known
        return mention.category not in _ADJECTIVAL or (after + 1 < len(items) and items[after + 1].mention is not None)
    if mention.category in _ADJECTIVAL:
        return _describes_actor(items, after)
    if mention.category in _NATIONAL and not items[after].capital and is_noun(items[after]):
        return _describes_actor(items, after)
    return True


def _names_party(items: list[Item], start: int) -> bool:
    """Whether a known party's name comes within a few words."""
    for item in items[start : start + 4]:
        if item.mention is not None:
            return item.mention.is_party and bool(item.mention.codes)
        if item.kind == "comma" or item.classes & {"prep", "be", "have"}:
            return False
    return False


def _means_people(items: list[Item], index: int) -> bool:
    """`the Chinese`, `the French`: an adjective with no noun behind it, which stands for those who act for a state."""
    if index == 0 or items[index - 1].low != "the" or not items[index].low.endswith(_PEOPLES):
        return False
    if index + 1 >= len(items):
        return True
    after = items[index + 1]
    return after.kind in ("stop", "comma") or bool(after.classes & _ENDS) or is_verb(items, index + 1)


def _describes_actor(items: list[Item], start: int) -> bool:
    """Whether the words from here name one who acts: `… space agency`, `… operator SES`."""
    for index in range(start, min(len(items), start + 6)):
        item = items[index]
        if _is_actor(item):
            return True
        if item.mention is not None:
            if item.mention.is_party:
                return item.mention.category not in _ADJECTIVAL or acts(items, index)
            return item.mention.category in ("unknown", "unknown_organization")
        if "conj" in item.classes or item.kind in ("comma", "quote"):
            continue
        if item.kind == "stop" or item.classes & {"prep", "be", "have", "modal", "rel"}:
            return False
    return False


class _State:
    """Where the pass stands: the clause, its verb, and the preposition in force."""

    def __init__(self) -> None:
        self.clause = self.clauses = 0
        self.outer: tuple[int, str] | None = None
        self.governor = "subject"
        self.base = "subject"
        self.filled = False
        self.timed = False
        self.apposed = False
        self.named = False
        self.is_fronted = False
        self.is_restrictive = False

    def open_clause(self) -> None:
        self.clauses += 1
        self.clause = self.clauses
        self.governor = self.base = "subject"
        self.filled = self.timed = False

    def leave(self) -> None:
        """Remember the clause that waits, behind `which …,`, for the verb of its subject or for its infinitive."""
        self.outer = (self.clause, self.base)

    def resume(self) -> None:
        """Go on with that clause: its verb, or its infinitive, comes."""
        if self.outer is not None:
            (self.clause, self.base), self.outer = self.outer, None
            self.governor = self.base
            self.filled = self.timed = False

    def verb(self) -> None:
        self.governor = self.base = "object"
        self.filled = self.timed = False

    def preposition(self, word: str) -> None:
        if word == "of" and self.filled:
            self.filled = False
            return
        self.governor, self.filled, self.timed, self.named = word, False, False, False

    def comma(self, *, new_subject: bool, listed: bool) -> None:
        self.apposed = False
        if listed:
            return
        infinitive = self.governor == "object" and self.base == "subject"
        if self.filled and (self.governor in _PLACE_OR_TIME or self.timed or infinitive or not self.named):
            self.governor = self.base
        if new_subject and self.base == "subject":
            self.governor = "subject"

    def fill(self, *, timed: bool) -> None:
        self.filled = True
        self.timed = timed

    def new_phrase(self) -> None:
        self.governor, self.filled, self.timed, self.named = self.base, False, False, False


def _starts_phrase(items: list[Item], index: int, state: _State) -> bool:
    """Whether a noun phrase begins here though the last one has not been closed by a mark."""
    if not state.filled or index == 0:
        return False
    before, item = items[index - 1], items[index]
    if before.kind in ("comma", "poss", "hyphen", "open", "quote") or not _LINKS.isdisjoint(before.classes):
        return False
    if state.timed and (item.kind == "name" or "det" in item.classes):
        return True
    return "det" in item.classes and (state.governor in _PLACE_OR_TIME or before.kind == "name")


def analyse(items: list[Item]) -> Structure:
    """The parties' parts and the items' clauses, in one pass from left to right."""
    state, roles, clauses = _State(), [], []
    state.is_fronted = bool(items) and items[0].low in _FRONTED
    for index, item in enumerate(items):
        _step(items, index, item, state)
        if " " in item.low and item.kind == "word" and "prep" in CLASSES.get(item.low.rsplit(" ", 1)[1], NONE):
            state.preposition(item.low.rsplit(" ", 1)[1])  # `contract for`, `teamed up with`
        clauses.append(state.clause)
        mention = item.mention
        if mention is not None and (mention.is_party or mention.category == "unknown"):
            roles.append(Role(index, mention, state.governor, state.clause, acts(items, index)))
    return Structure(tuple(roles), tuple(clauses))


def _step(items: list[Item], index: int, item: Item, state: _State) -> None:
    """Move the state over an item: marks and function words first, then verbs, then what fills a phrase."""
    if item.kind not in ("name", "number") and _step_mark(items, index, item, state):
        return
    if item.kind == "word" and item.capital and item.low in _MONTHS:
        if _starts_phrase(items, index, state):
            state.new_phrase()
        state.fill(timed=True)
    elif is_verb(items, index) or is_gerund(items, index):
        _step_verb(items, index, state)
    elif state.base == "subject" and is_fronted(items, index):
        state.governor, state.filled, state.timed = "object", False, False
    elif item.kind in ("name", "number") or (item.kind == "word" and not item.classes):
        if _starts_phrase(items, index, state):
            state.new_phrase()
        state.fill(timed=state.timed and item.kind == "number" or _is_year(item))
        state.named = state.named or (item.mention is not None and item.mention.is_party)
    elif "det" in item.classes and _starts_phrase(items, index, state):
        state.new_phrase()


def _step_verb(items: list[Item], index: int, state: _State) -> None:
    """Move the state over a verb."""
    if state.outer and state.is_restrictive and ends_relative(items, index, has_verb=state.base == "object"):
        state.resume()  # `A pact on the craft that is due in 2009 has been signed`
    if not state.apposed and not (state.base == "subject" and is_participle(items, index)):
        state.verb()


def _step_mark(items: list[Item], index: int, item: Item, state: _State) -> bool:
    """Move the state over a mark or a function word; False where the item is neither."""
    if item.kind in ("comma", "dash") and state.outer and resumes(items, index, has_verb=state.outer[1] == "object"):
        state.resume()  # `A, which …, has signed`
    elif item.kind == "comma" and is_in_home(items, index):
        return True  # `to Palo Alto, California-based X`
    elif item.kind == "comma":
        if is_report(items, index) or (state.base == "object" and state.is_fronted and subject_follows(items, index)):
            state.open_clause()  # `While A waits, B has signed`
            state.is_fronted = False
        else:
            state.comma(new_subject=subject_follows(items, index), listed=list_follows(items, index))
    elif item.kind in ("semicolon", "dash", "colon"):
        if item.kind == "dash" and index > 0:
            state.leave()
        state.open_clause()
    elif item.kind != "word":
        return False
    else:
        return _opens_clause(items, index, item, state) or _step_link(items, index, item, state)
    return True


def _opens_clause(items: list[Item], index: int, item: Item, state: _State) -> bool:
    """Open a clause at a word that does so."""
    if item.low not in _OPENERS and "conj" not in item.classes:
        return False
    after_comma = index > 0 and items[index - 1].kind == "comma"
    if item.low == "who" and index + 1 < len(items) and items[index + 1].low in _LEADS:
        state.apposed = True  # `Li, who heads the agency`: the agency stands for the person
        return True
    if item.low in _WHICH and after_comma:
        state.leave()
    state.is_restrictive = opens_relative(items, index) or (state.is_restrictive and item.low not in CLAUSE)
    if opens_relative(items, index):
        state.leave()
    is_as = item.low == "as" and after_comma and clause_follows(items, index)  # `…, as the agency did in May`
    joins = "conj" in item.classes and joins_clause(items, index, has_verb=state.base == "object")
    if item.low in CLAUSE or joins or is_as:
        state.open_clause()
        return True
    return False


def _step_link(items: list[Item], index: int, item: Item, state: _State) -> bool:
    """Move the state over `to` and the prepositions; False of other words."""
    if item.low == "to" and is_infinitive(items, index):
        state.governor, state.filled, state.timed = "object", True, False
    elif item.low in ("from", "for") and state.governor == "subject" and items[index - 1].low in _PERSONS:
        state.preposition("of")  # `officials from the agency`: the agency acts through them
    elif "prep" in item.classes:
        state.preposition(item.low)
    else:
        return False
    return True


def _is_year(item: Item) -> bool:
    is_period = item.kind == "word" and item.low in _PERIODS
    return is_period or (item.kind == "number" and len(item.low) == 4 and item.low[:2] in ("19", "20"))
