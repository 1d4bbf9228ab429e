"""From an article to the claims it makes: one package of frames for each kind of fact, on one shared reading.

Belongs here: the entry point. Does not belong here: reading the language (`transforms.text`) or merging what several
articles say (`transforms.resolve`).
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Protocol

from sources.article import Article
from transforms.claim import Claim
from transforms.extract.agreements import kind as agreements
from transforms.extract.cooperations import kind as cooperations
from transforms.extract.drafts import Draft, finish
from transforms.extract.launches import kind as launches
from transforms.extract.memory import undisturbed
from transforms.extract.totals import kind as totals
from transforms.extract.vocabulary import first_look, machine
from transforms.text.document import Document
from transforms.text.matcher import may_speak_of_space


class Kind(Protocol):
    """What the module of a kind offers: the names of its rules, their finds, and one draft for each fact of these."""

    RULES: tuple[str, ...]

    def find(self, document: Document) -> Iterator[Draft]:
        """Drafts of all rules, in the order of the text; one fact may come more than once."""

    def settle(self, document: Document, drafts: list[Draft]) -> Iterable[Draft]:
        """The drafts with tellings of one fact merged and doubtful ones dropped."""


MODULES: tuple[Kind, ...] = (agreements, launches, cooperations, totals)


def rules() -> tuple[str, ...]:
    """The names of all rules."""
    return tuple(rule for module in MODULES for rule in module.RULES)


def prepare() -> None:
    """Load what extraction needs, which the first article would do otherwise."""
    first_look()


def extract(article: Article, without: Collection[str] = ()) -> list[Claim]:
    """The claims of an article, by kind and in the order of the text. Rules named in `without` are switched off."""
    if not may_speak_of_space((article.title or "", article.text), first_look()):
        return []
    with undisturbed():
        return _read(article, without)  # and what was read is let go of, before anybody looks for garbage


def _read(article: Article, without: Collection[str]) -> list[Claim]:
    document = Document(article, machine())
    claims = _claims(document, without) if document.space_words else []
    document.close()
    return claims


def _claims(document: Document, without: Collection[str]) -> list[Claim]:
    claims: list[Claim] = []
    for module in MODULES:
        drafts = [draft for draft in module.find(document) if draft.rule not in without]
        if drafts:
            claims += finish(module.settle(document, drafts))
    return claims
