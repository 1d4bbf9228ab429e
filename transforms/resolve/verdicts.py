"""The verdicts that a rule can give on two claims of one kind.

Belongs here: the scale that `agreements`, `launches` and `cooperations` share and `cluster` acts on.
"""

#: Cannot be one event: no group ever holds both.
CONFLICT = -3
#: Nothing speaks for one event.
APART = -2
#: Can be one event, but not be told to be: it only makes another candidate less than the only one.
RIVAL = -1
#: Can be one event, and is where exactly one candidate fits.
WEAK = 0
#: Any number above 0 is a match; the larger, the sooner it is joined.
