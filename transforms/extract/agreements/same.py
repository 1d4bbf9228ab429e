"""Which tellings are of one agreement, and what is taken from each.

Belongs here: comparing the finds of an article, and merging those of one document. Does not belong here: finding them
(`agreements`).
"""

from collections.abc import Iterable

from transforms.extract.agreements import occasion
from transforms.extract.drafts import Draft
from transforms.text.document import Document

#: Words for a document of any kind.
_NOUNS = ("agreement", "deal", "pact", "accord", "document", "partnership")
_GENERIC = (*_NOUNS, *(f"{noun}s" for noun in _NOUNS))
#: The cells that another telling of a document may fill.
_ABSORBED = (
    "signed", "date_basis", "programme", "instrument", "supplier", "parties", "type", "status", "organizations",
)  # fmt: skip
#: Words that any document goes by until its kind is told.
_LOOSE = ("deal", "pact", "accord")
#: How far behind what will be sold the deal may be told.
_REACH = 3
#: Rules of documents that a verb of their own tells.
_TOLD = ("document_verb", "document_again")
#: How words for an addition to another document, or a renewal of it, begin.
_FURTHER = ("supplement", "amend", "addend", "extension", "renewal", "follow-on")


def settle(document: Document, drafts: list[Draft]) -> Iterable[Draft]:
    """Tellings of one agreement merged."""
    kept: list[Draft] = []
    for draft in drafts:
        if _is_of_joiners(draft, drafts) or _is_of_each(draft, drafts):
            continue
        deal = _deal_told(draft, drafts)
        if deal is not None:
            _lend_trade(deal, draft)
            continue
        twin = next((k for k in kept if _same(k, draft)), None)
        if twin is None:
            kept.append(draft)
        else:
            _merge(twin, draft)
    occasion.date_title(document, kept)
    return kept


def _is_of_joiners(draft: Draft, drafts: list[Draft]) -> bool:
    """`A and B signed the agency's accords`, where each is told to have joined them: no document of their own."""
    parties = set(draft.get("parties"))
    if draft.get("type") != "agreement" or len(parties) < 3:
        return False
    joined = [set(other.get("parties")) for other in drafts if other.get("type") == "accession"]
    return len(joined) > 1 and set().union(*joined) >= parties and bool(set.intersection(*joined) & parties)


def _is_of_each(draft: Draft, drafts: list[Draft]) -> bool:
    """`the memoranda, signed by A, B and C`, where one of A with each of the others is told: no paper of the three."""
    parties = set(draft.get("parties"))
    if draft.rule == "document_each" or not draft.notes.get("many") or len(parties) < 3:
        return False
    each = [set(other.get("parties")) for other in drafts if other.rule == "document_each"]
    own = [pair for pair in each if len(pair) == 2 and pair <= parties]
    return len(own) > 1 and set().union(*own) == parties and bool(set.intersection(*own))


def _deal_told(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The deal that the two have signed, in the story of which `A will sell B a craft` is told."""
    if not draft.rule.startswith("trade_") or draft.get("status") != "planned":
        return None
    for other in drafts:
        same = set(other.get("parties")) == set(draft.get("parties")) and other.get("status") == "signed"
        is_deal = other.rule.startswith(("document_", "agreed_")) and other.get("type") in ("contract", "agreement")
        near = other.part == draft.part and 0 <= other.sentence.index - draft.sentence.index <= _REACH
        if same and is_deal and near and not _programmes_conflict(other, draft):
            return other
    return None


def _lend_trade(deal: Draft, draft: Draft) -> None:
    """`awarded A the launch. The agreement was signed in May`: a contract, with the supplier that the award tells."""
    if deal.get("type") == "agreement" and deal.notes.get("definite"):
        for name in ("type", "supplier"):
            deal.cells[name], deal.spans[name] = draft.cells[name], draft.spans[name]


def _programmes_conflict(one: Draft, other: Draft) -> bool:
    """Whether each is about a thing of its own, and neither name holds the other."""
    a, b = (str(draft.get("programme") or "").lower().replace("-", " ") for draft in (one, other))
    return bool(a and b) and a not in b and b not in a


def _is_further(draft: Draft) -> bool:
    """Whether the words tell of an addition to, or a renewal of, another document."""
    return str(draft.notes.get("words", "")).startswith(_FURTHER)


def _is_headline(draft: Draft) -> bool:
    """Whether a title calls it by a word for any kind, and no other telling has been met."""
    is_title = draft.part == "title" and not draft.notes.get("told_again")
    words = str(draft.notes.get("words", ""))
    return is_title and (words in _GENERIC or words.startswith("agree"))


def _is_generic(draft: Draft) -> bool:
    """Whether the kind of document is named, or left open by a word that any of them goes by."""
    return draft.get("type") != "agreement" or str(draft.notes.get("words", "deal")).endswith(_GENERIC)


def _merge(twin: Draft, draft: Draft) -> None:
    """Take from a second telling what the first lacks, and the kind of document where the first left it open."""
    if _says_more(twin, draft):
        twin.cells["type"], twin.spans["type"] = draft.cells["type"], draft.spans["type"]
    if len(draft.get("signed") or "") > len(twin.get("signed") or ""):
        for name in ("signed", "date_basis"):
            twin.cells[name], twin.spans[name] = draft.cells[name], draft.spans[name]
    if _is_choice(twin, draft) and twin.get("type") == "agreement":
        twin.cells["type"], twin.spans["type"] = draft.cells["type"], draft.spans["type"]
    if _is_choice(twin, draft) and draft.get("status") != twin.get("status"):
        twin.cells["status"], twin.spans["status"] = draft.cells["status"], draft.spans["status"]
    _take_joining(twin, draft)
    twin.notes["told_again"] = True
    twin.absorb(draft, _ABSORBED)
    if twin.get("type") != "contract":
        twin.cells.pop("supplier", None)
        twin.spans.pop("supplier", None)


def _take_joining(twin: Draft, draft: Draft) -> None:
    """What a telling of an accession names better: the thing joined (`moon base project` in the headline), the kind."""
    is_paper = _is_paper_of(draft, twin)
    if is_paper or (draft.notes.get("names_joined") and not twin.notes.get("names_joined")):
        for name in ("type", "programme", "instrument") if is_paper else ("programme", "instrument"):
            twin.cells[name], twin.spans[name] = draft.get(name), draft.spans.get(name, [])
        twin.notes["names_joined"] = draft.notes.get("names_joined")


def _says_more(twin: Draft, draft: Draft) -> bool:
    """Whether the second telling names the kind of document, and the first left it open or guessed it in a title."""
    kind = draft.get("type")
    if kind in ("agreement", twin.get("type")):
        return False
    if twin.notes.get("words") in _LOOSE and twin.get("type") == "agreement" and twin.part == draft.part:
        return 0 < draft.sentence.index - twin.sentence.index <= 2
    is_open = (twin.part == "title" and not twin.notes.get("told_again")) or bool(draft.notes.get("pointed"))
    return _is_headline(twin) or (is_open and twin.get("type") == "agreement")


def _same(one: Draft, other: Draft) -> bool:
    """Whether two drafts, the second later in the text, tell of one agreement."""
    if set(one.get("parties")) != set(other.get("parties")):
        return False
    if one.get("type") == other.get("type") == "accession":
        return True
    if _is_paper_of(one, other) or _is_paper_of(other, one):
        return True
    if _is_choice(one, other):
        return True
    if one.get("status") != other.get("status") or not _dates_fit(one.get("signed"), other.get("signed")):
        return False
    if _are_apart(one, other):
        return False
    return one.get("type") == other.get("type") or _kinds_fit(one, other)


def _is_paper_of(joining: Draft, paper: Draft) -> bool:
    """`A has joined the accords. The document was signed by A and B`: the paper by which it joined."""
    if joining.get("type") != "accession" or not paper.notes.get("definite") or paper.get("type") != "agreement":
        return False
    is_plain = str(paper.notes.get("words", "")) in _NOUNS and not _programmes_conflict(joining, paper)
    is_next = joining.part == paper.part and 0 <= paper.sentence.index - joining.sentence.index <= 2
    return is_plain and is_next and _dates_fit(joining.get("signed"), paper.get("signed"))


def _kinds_fit(one: Draft, other: Draft) -> bool:
    """Whether two kinds of document can be words for one: `a deal` for `a memorandum`, `the contract` for either."""
    is_lead = one.part == "title" and other.part == "text" and other.sentence.index < 2
    if _programmes_conflict(one, other) and not is_lead:
        return False
    points = other.rule == "document_alone" and other.notes.get("definite")  # `The contract covers …`
    if points or (_is_headline(one) and other.get("type") != "accession"):
        return True
    if "accession" in (one.get("type"), other.get("type")):
        return False  # who joins an accord on one day may sign another document on it
    if "agreement" not in (one.get("type"), other.get("type")) or not all(map(_is_generic, (one, other))):
        return False
    if one.part == "title" and not one.notes.get("told_again"):
        return True
    a, b = one.get("signed"), other.get("signed")
    return not (a and b and a != b) or bool(other.notes.get("definite") and min(len(a), len(b)) >= len("2031-05"))


def _is_choice(one: Draft, other: Draft) -> bool:
    """Whether a supplier was chosen, and the contract with it told of near by, with a state of its own."""
    chosen = [d for d in (one, other) if d.rule == "trade_select"]
    is_near = one.part == other.part and abs(one.sentence.index - other.sentence.index) <= 3
    kinds = {one.get("type"), other.get("type")}
    is_one = kinds == {"contract"} or (kinds == {"contract", "agreement"} and _is_pointed(one, other))
    return len(chosen) == 1 and is_near and is_one and not chosen[0].get("signed")


def _is_pointed(one: Draft, other: Draft) -> bool:
    """`chose A to launch it. The agreement was signed …`: told behind the choice, as one that is known."""
    choice, told = (one, other) if one.rule == "trade_select" else (other, one)
    return bool(told.notes.get("definite")) and told.sentence.index >= choice.sentence.index


def _are_apart(one: Draft, other: Draft) -> bool:
    """Whether the words set the second document off from the first: beside it, added to it, older, of another craft."""
    if other.notes.get("also") or (one.sentence is other.sentence and other.notes.get("beside")):
        return True
    if _is_further(one) != _is_further(other) and one.part != "title":
        return True
    if bool(one.notes.get("earlier")) != bool(other.notes.get("earlier")):
        return True
    if _is_of_old(one, other):
        return True
    is_trade = one.rule.startswith("trade_") and other.rule.startswith("trade_")
    return is_trade and _programmes_conflict(one, other)


def _is_of_old(one: Draft, other: Draft) -> bool:
    """`A and B signed a memorandum. … They signed a cooperation agreement in 2009`: one of a year long past."""
    today, signed = one.sentence.part.document.day, other.get("signed")
    if not today or not signed or one.get("signed") or one.rule not in ("document_verb", "agreed_verb"):
        return False
    years = int(today[:4]) - int(signed[:4])
    return years > 1 and not other.notes.get("definite") and other.rule in _TOLD


def _dates_fit(one: str | None, other: str | None) -> bool:
    if not one or not other:
        return True
    short = min(len(one), len(other))
    return one[:short] == other[:short]
