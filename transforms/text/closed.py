"""The closed classes of English words that structure is read from, and the tag of each.

Belongs here: which word is a preposition, an auxiliary, a modal. Does not belong here: words that mean something to
one kind of fact (`transforms/extract/frames/*.tsv`), or the words themselves (`words.tsv`).
"""

from transforms.text.words import listed

_NAMES = ("prep", "det", "conj", "rel", "be", "have", "do", "modal", "neg", "pron", "adv")

#: Word to its classes; a word may have several.
CLASSES: dict[str, frozenset[str]] = {}
for _name in _NAMES:
    for _word in listed(f"closed.{_name}"):
        CLASSES[_word] = CLASSES.get(_word, frozenset()) | {_name}

NONE: frozenset[str] = frozenset()
