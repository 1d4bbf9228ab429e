"""The verdicts that a rule can give on two claims of one kind.

Belongs here: the scale that `agreements`, `launches` and `cooperations` share and `cluster` acts on.
"""

#: Cannot be one event by what is told, yet so alike that one of them may be told wrong: a conflict, shown to a person.
SUSPECT = -5
#: Cannot be one event: no group ever holds both.
CONFLICT = -4
#: Nothing speaks for one event.
APART = -3
#: Can be one event, but too little speaks for it to join them: shown to a person.
DOUBT = -2
#: Can be one event, but not be told to be: it only makes another candidate less than the only one.
RIVAL = -1
#: Can be one event, and is where exactly one candidate fits.
WEAK = 0
#: Any number above 0 is a match; the larger, the sooner it is joined.


def bears(verdict: int) -> bool:
    """Whether the one telling can have to do with what becomes of the other: they are resolved together."""
    return verdict >= DOUBT or verdict == SUSPECT
