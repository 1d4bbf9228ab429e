"""Who an agreement is between.

Belongs here: choosing among the parties of the sentence by part and place. Does not belong here: reading the parts
(`transforms.text.roles`), or parties that the sentence does not name (`reference`).
"""

from itertools import pairwise

from transforms.extract.agreements import earlier
from transforms.extract.agreements.asides import (
    closes_list,
    is_aside,
    is_home,
    is_led,
    is_of_deed,
    is_office,
    is_owner,
    is_parent,
    is_related,
    is_stood_for,
    is_word,
    listed_of,
)
from transforms.extract.agreements.elsewhere import (
    SETTINGS,
    WITH,
    is_listed_behind,
    is_lost_by,
    is_of_new_clause,
    is_of_next,
    is_of_other_one,
    is_told_of,
)
from transforms.extract.agreements.examples import is_example
from transforms.extract.agreements.members import Members, members_of
from transforms.extract.agreements.triggers import Trigger, act_of
from transforms.text.items import Item
from transforms.text.roles import Role, Structure
from transforms.text.verbs import VerbGroup

PLACES = frozenset(["in", "at", "near", "on", "aboard", "atop"])
_GROUNDS = frozenset(["under", "with", "through", "by"])
_HOMES = frozenset(["from", "including", "in"])
_NO_BUYERS = frozenset({"metonym", "demonym", "prefix"})
_PAYS = frozenset({"pay", "hire", "compensate", "let", "help", "supply"})
#: What a list of examples stands behind.
_EXAMPLES = frozenset(["as", "of", "including", "like"])


def _slot(role: Role, trigger: Trigger) -> str | None:
    """The slot that a role fills in the trigger's frame, or None."""
    verb, noun = trigger.verb, trigger.noun
    clauses = trigger.structure.clauses
    if role.governor == "with" and role.index < 4 and trigger.items[0].low == "with":
        return "with"  # `With France, … an agreement was signed` holds for the whole sentence
    if role.governor in WITH and is_listed_behind(role, trigger):
        return "with"
    if role.clause not in (clauses[noun], clauses[verb if verb is not None else noun]) or is_told_of(role, trigger):
        return None
    if role.governor in ("between", "among"):
        return None if _is_beyond(role, trigger) else "between"
    if trigger.cue.value == "accession" and role.governor == "to" and role.index > noun:
        return "with"
    if _is_partner(role, trigger):
        return None if is_of_new_clause(role, trigger) or is_of_other_one(role, trigger) else "with"
    if verb is None or trigger.group is None:
        return _slot_without_verb(role, trigger)
    if _is_subject(role, trigger, verb, trigger.group):
        return "subject"
    if trigger.act == "award" and role.governor == "subject" and role.index < verb < noun and trigger.group.is_passive:
        return "receiver"  # `Airbus was awarded the contract`
    return _slot_of_act(role, trigger, verb) if role.index > verb else None


def _is_beyond(role: Role, trigger: Trigger) -> bool:
    """Whether a party behind `between` is of the next document, whose firm signs, or behind the end of the list."""
    is_other = is_of_next(role, trigger) or is_parent(trigger.items, role.index)
    return is_other or _is_behind_list(role, trigger)


def _is_behind_list(role: Role, trigger: Trigger) -> bool:
    """`an accord between A and the ministry, B's station …`: the list has ended before."""
    link = next((i for i in range(role.index - 1, 0, -1) if trigger.items[i].low == "between"), None)
    head = closes_list(trigger.items, link) if link is not None else None
    return head is not None and role.index > head


def _slot_without_verb(role: Role, trigger: Trigger) -> str | None:
    noun = trigger.noun
    if role.governor == "subject" and role.index < noun and _is_had(trigger):
        return "between"
    if _is_origin(role, trigger):
        return "source"
    if role.governor != "by" or role.index < noun:
        return None
    link = next((i for i in range(role.index, noun, -1) if trigger.items[i].low == "by"), noun)
    is_undergone = any("be" in item.classes for item in trigger.items[noun + 1 : link])
    if is_of_deed(trigger.items, role.index):
        return None  # `rockets delivered by A`
    return None if is_undergone and act_of(trigger.items[link - 1]) is None else "with"  # `was held up by A`


def _is_origin(role: Role, trigger: Trigger) -> bool:
    """`this contract is from A`."""
    after = [item.low for item in trigger.items[trigger.noun + 1 : trigger.noun + 3]]
    is_noun = trigger.noun > 0 and trigger.items[trigger.noun - 1].mention is None  # not `A leases from B`
    if role.governor == "from" and after[:1] == ["from"] and trigger.cue.value == "contract" and is_noun:
        return role.mention.category not in _NO_BUYERS  # `its third order from A`
    return role.governor == "from" and after in (["is", "from"], ["comes", "from"])


def _is_partner(role: Role, trigger: Trigger) -> bool:
    """Whether the document is told to be with the party, by itself or as an example of several."""
    if role.governor in WITH or (role.governor in _HOMES and _partners_from(trigger, role)):
        return True
    return role.governor in _EXAMPLES and is_example(role, trigger)


def _stands_before(role: Role, trigger: Trigger, group: VerbGroup) -> bool:
    """`on the margins of the meeting A and B signed`, `after A and B struck a deal`: names straight before the verb."""
    if role.governor not in SETTINGS or group.is_passive or trigger.is_relative or role.index >= group.first:
        return False
    between = trigger.items[role.index + 1 : group.first]
    if role.governor in PLACES and role.mention.category == "metonym" and between and between[0].kind == "comma":
        return False  # `at the congress in Paris, A and B signed`
    return len(between) < 14 and all(map(_is_of_list, between))


def _is_of_list(item: Item) -> bool:
    """Whether the item can stand in a list of parties."""
    marks = item.kind in ("comma", "open", "close", "poss")
    return (
        item.mention is not None
        or marks
        or bool(item.classes & {"conj", "det", "adv"})
        or item.cue("actor") is not None
    )


def antecedent(structure: Structure, items: list[Item], first: int) -> Role | None:
    """Whom `which` or `who` before a verb group at item `first` stands for: the party straight before it."""
    at = first - 1
    while at > 0 and "adv" in items[at].classes:
        at -= 1
    is_cleft = items[at].low == "that" and items[0].low == "it" and "be" in items[1].classes  # `It was A that signed`
    if at < 1 or not (items[at].low in ("which", "who") or is_cleft) or "prep" in items[at - 1].classes:
        return None
    role = next((role for role in reversed(structure.roles) if role.index < at), None)
    if role is None:
        return None
    between = items[role.index + 1 : at]
    is_near = len(between) < 5 and all(
        i.kind in ("comma", "open", "close", "name", "dash") or i.mention for i in between
    )
    return role if is_near else None


def _is_had(trigger: Trigger) -> bool:
    """`A and B have an agreement`."""
    return any("have" in item.classes for item in trigger.items[max(0, trigger.noun - 4) : trigger.noun])


def _is_subject(role: Role, trigger: Trigger, verb: int, group: VerbGroup) -> bool:
    """In front of an active verb, behind `by`, or within the clause that hangs on the document."""
    noun = trigger.noun
    if _stands_before(role, trigger, group):
        return True
    if role.governor == "by":
        if is_led(trigger.items, role.index, verb):
            return False  # `was awarded to a consortium headed by A`
        if group.is_passive and role.index < verb and _is_signed_by(trigger, verb):
            return False  # `the launch by C was signed by A and B`
        if not group.is_passive and is_of_deed(trigger.items, role.index):
            return False  # `ended its pact with A and picked a craft built by B`
        return role.index > min(verb, noun) and (group.is_passive or role.index > noun)
    if group.is_passive and role.index > verb and _is_signed_by(trigger, verb) and is_office(trigger.items, role.index):
        return True
    if trigger.act == "sign" and is_stood_for(trigger.items, role.index):
        return True
    if role.governor != "subject":
        return False
    if trigger.is_relative:
        return noun < role.index < verb
    same = role.clause == trigger.structure.clauses[verb]
    return same and role.index < group.first and not group.is_passive


def _is_signed_by(trigger: Trigger, verb: int) -> bool:
    """`signed by …`: whether those who sign stand behind the verb."""
    return any(item.low == "by" for item in trigger.items[verb + 1 : verb + 3])


def _slot_of_act(role: Role, trigger: Trigger, verb: int) -> str | None:
    """Behind the verb: `awarded A a contract`, `won an order from A`, `signed A to a deal`."""
    before_noun = role.governor == "object" and role.index < trigger.noun
    gone_to = trigger.noun < verb and role.governor == "object"
    led = role.governor == "by" and is_led(trigger.items, role.index, verb)
    if trigger.act == "award" and (role.governor == "to" or before_noun or gone_to or led):
        start = verb if role.index < trigger.noun else trigger.noun + 1
        beside = any(item.cue("agreement.document") is not None for item in trigger.items[start + 1 : role.index])
        return None if beside else "receiver"  # `awarded one contract to A and another contract to B`
    is_given = trigger.act == "award" and trigger.group is not None and trigger.group.is_passive and verb < trigger.noun
    if (trigger.act in ("win", "order") or is_given) and role.governor in ("from", "for"):
        return "source"
    if trigger.act == "ally" and role.governor == "object":
        return "with"
    if trigger.noun == verb and role.governor == "object" and _is_paid(trigger, role):
        return "with"
    return "with" if trigger.act == "sign" and before_noun else None


def _is_paid(trigger: Trigger, role: Role) -> bool:
    """`agreed to pay A for a seat`: the one who is paid is the partner."""
    before = [item.low for item in trigger.items[trigger.noun + 1 : role.index]]
    return len(before) < 6 and not _PAYS.isdisjoint(before)


def _partners_from(trigger: Trigger, role: Role) -> bool:
    """`agreements with partners from A, B and C`, `with ten bodies, including those of A and B`."""
    items = trigger.items
    link = next((i for i in range(role.index, -1, -1) if items[i].low in _HOMES), 0)
    before = items[max(0, link - 8) : link]
    if not any(item.low == "with" for item in before) or role.mention.category == "metonym":
        return False
    return items[link].low == "including" or items[link - 1].cue("actor") is not None


def _modifier(role: Role, trigger: Trigger) -> bool:
    """Whether the role describes the document itself: `the Sino-Russian agreement`, `Peru's contract`."""
    items, noun = trigger.items, trigger.noun
    base = earlier.base_of(items, noun) if role.index > noun else None
    noun = base if base is not None else noun  # `a supplement to Peru's contract`
    if not 0 < noun - role.index <= 5:
        return False
    between = items[role.index + 1 : noun]
    if any(item.low in ("a", "an") for item in between):
        return False  # `the booking by A follows an agreement`
    return role.mention.is_party and all(
        i.kind in ("hyphen", "dash", "poss", "name")
        or i.mention is not None
        or (i.kind == "word" and not i.classes - {"det", "conj"})
        for i in between
    )


def collect(trigger: Trigger) -> Members:
    """The parties named in the trigger's sentence."""
    members = Members()
    own = listed_of(trigger.items, trigger.noun)
    for role in trigger.structure.roles:
        slot = "between" if role.index in own else _slot(role, trigger)
        if slot == "with" and (
            (role.mention.category == "country" and role.index < trigger.noun) or trigger.cue.value == "accession"
        ):
            pass  # the last of a list before its document, `With A and B agreements …`; `to the ESA convention`
        elif slot is None or not role.acts:
            if _modifier(role, trigger):
                for member in members_of(trigger.sentence, role, "owner"):
                    members.add(member)
            continue
        if any(test(trigger.items, role.index) for test in (is_aside, is_home, is_owner, is_related)):
            continue
        if role.mention.is_doubtful and (
            (role.mention.category == "metonym" and slot not in ("subject", "between"))
            or is_word(trigger.items, role.index)
        ):
            continue
        if slot == "source" and is_lost_by(trigger, role):
            continue
        for member in members_of(trigger.sentence, role, slot):
            members.add(member)
    return members


def is_basis(trigger: Trigger) -> bool:
    """`Under a new agreement, …`: what the sentence tells is done by its parties."""
    grounds = _GROUNDS | {"in"} if trigger.cue.value == "joint_statement" else _GROUNDS
    if any(item.low == "according" for item in trigger.items[max(0, trigger.noun - 4) : trigger.noun]):
        return True
    if _is_dated_ground(trigger):
        return True
    return any(item.low in grounds for item in trigger.items[max(0, trigger.noun - 7) : trigger.noun])


def _is_dated_ground(trigger: Trigger) -> bool:
    """`A and B fixed their shares in a memorandum of May 2031`: a document of its day that holds what was agreed."""
    items, noun = trigger.items, trigger.noun
    lead = items[max(0, noun - 4) : noun]
    is_led = any(item.low == "in" and then.low in ("a", "an") for item, then in pairwise(lead))
    if is_led and noun + 1 < len(items) and _holds(items[noun + 1]):
        return True
    if noun + 2 >= len(items) or items[noun + 1].low not in ("of", "dated", "from"):
        return False
    after = items[noun + 2]
    return is_led and (after.kind == "number" or after.cue("time") is not None)


def _holds(item: Item) -> bool:
    """`in an agreement which makes …`: what stands behind a document that holds what was agreed."""
    return item.low in ("which", "that", "whereby") or item.kind == "stop"
