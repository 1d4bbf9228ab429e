"""Totals: figures that an article reports about space activity as an aggregate.

Belongs here: the way from a document to drafts and facts of totals. Does not belong here: figures and nouns
(`figures`), the frames (`counts`, `series`, `ellipsis`, `tally`), whom they are about (`owners`), over which time
(`periods`), the words (`frames/totals.tsv`).
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from transforms.extract.drafts import Draft
from transforms.extract.totals import counts as verdicts
from transforms.extract.totals import ellipsis, owners, periods, series, shares, tally
from transforms.extract.totals.figures import Figure, figures, has_numeral
from transforms.extract.totals.owners import Owner
from transforms.extract.totals.recall import NATIONS
from transforms.extract.totals.setting import Setting, Verdict, is_vetoed
from transforms.extract.totals.words import is_worth_reading, verb_at
from transforms.text.document import Document
from transforms.text.items import Item
from transforms.text.matcher import Entry, Hit
from transforms.text.mentions import Mention
from transforms.text.sentence import Sentence

RULES: tuple[str, ...] = (
    "count_done",
    "count_told",
    "count_windowed",
    "count_held",
    "count_stationed",
    "count_members",
    "count_fleet",
    "count_reached",
    "count_chosen",
    "count_aboard",
    "count_outcome",
    "count_feat",
    "count_beside",
    "count_part",
    "count_raised",
    "count_listed",
    "running_number",
    "running_member",
)
#: Words of space from which on an article speaks of nothing else.
_STRONG = 3
_MANY = 10
#: The noun behind a name that is no part of it: `the PSLV rocket`, `Starlink satellites`.
_TAIL = re.compile(r"(?<=\w) (?:carrier )?(?:rockets?|satellites?)$")
_PARTNERS = frozenset(["partner_countries", "partner_organizations"])


def find(document: Document) -> Iterator[Draft]:
    """A draft for each figure told as a total, in the order of the text."""
    strong = document.strong_words
    if not strong:
        return
    is_open = strong >= _STRONG or any(sentence.has("agreement.standing") for sentence in document.title.sentences)
    for part in document.parts:
        for sentence in part.sentences:
            if _is_worth_reading(sentence, is_open=is_open):
                yield from _read(sentence)
        for draft, owner in tally.find(part):
            _put_owner(draft, owner)
            draft.features.add("many" if draft.cells["value"] >= _MANY else "few")
            yield draft


def _is_worth_reading(sentence: Sentence, *, is_open: bool) -> bool:
    """Whether a counted noun and a number stand in the sentence, and it is about space.

    A word of its own tells so, or (where `is_open`) many in the article.
    """
    if not (is_open or sentence.is_strong):
        return False
    for hit in sentence.hits:
        if is_worth_reading(hit.entry) or _follows_ordinal(sentence, hit):
            return has_numeral(sentence)
    return shares.is_worth_reading(sentence) and has_numeral(sentence)


def _follows_ordinal(sentence: Sentence, hit: Hit) -> bool:
    """`the eighth H3`: a rocket behind an ordinal."""
    if not _is_rocket(hit.entry):
        return False
    return sentence.part.text[max(0, hit.start - 3) : hit.start] in ("th ", "st ", "nd ", "rd ")


@cache
def _is_rocket(entry: Entry) -> bool:
    return any(surface.category in ("vehicle", "vehicle_family") for surface in entry.surfaces)


def _read(sentence: Sentence) -> Iterator[Draft]:
    """The drafts of a sentence, one for each figure."""
    base: Draft | None = None
    told: list[tuple[Figure, Verdict]] = []
    taken: set[int] = set()
    for figure in figures(sentence):
        taken.add(figure.number.first)
        verdict = _judge(sentence, figure, told)
        if verdict is not None:
            told.append((figure, verdict))
    raised = list(ellipsis.find(sentence, told, taken))
    renewed = {figure.number.first for figure, _ in raised}
    told = [pair for pair in told if pair[0].number.first not in renewed] + raised
    told = [pair for pair in told if pair[0].noun.metric != "times"]  # `ten times greater`
    shared = {share.figure.number.first: share for share in shares.find(sentence, told, taken)}
    told = [pair for pair in told if pair[0].number.first not in shared]
    told += [(share.figure, share.verdict) for share in shared.values()]
    for figure, verdict in sorted(told, key=lambda pair: pair[0].number.first):
        share = shared.get(figure.number.first)
        draft = _draft(sentence, figure, verdict, base, share.owner if share is not None else None)
        if not figure.number.is_ordinal:
            base = base or draft
        yield draft


def _judge(sentence: Sentence, figure: Figure, told: list[tuple[Figure, Verdict]]) -> Verdict | None:
    if figure.number.is_ordinal:
        return series.judge(sentence, figure)
    setting = Setting(sentence, figure)
    verdict = verdicts.judge(setting)
    counts = [v for f, v in told if not f.number.is_ordinal]
    if verdict is None and counts:
        verdict = _beside(setting, counts[0])
    return verdict or verdicts.told(setting)


def _beside(setting: Setting, base: Verdict) -> Verdict | None:
    """`… agreements with 43 countries and 6 organizations`: further figures of a statement."""
    if setting.figure.number.value < 2 or is_vetoed(setting):
        return None
    return Verdict("count_beside", base.scope, setting.first)


def _draft(
    sentence: Sentence, figure: Figure, verdict: Verdict, base: Draft | None, owner: Owner | None = None
) -> Draft:
    items, number = sentence.items, figure.number
    draft = Draft("total", verdict.rule, sentence, number.start)
    head = items[figure.head]
    draft.put("metric", figure.noun.metric, head.start, head.end, inferred=True)
    draft.put("value", int(number.value), number.start, number.end)
    shown = items[verdict.at]
    draft.put("scope", verdict.scope, shown.start, shown.end, inferred=True)
    draft.put("bound", number.bound, number.start, number.end, inferred=True)
    unit = sentence.part.text[items[min(number.last, figure.head)].start : head.end]
    draft.put("unit_as_worded", unit, items[min(number.last, figure.head)].start, head.end)
    draft.put("statement", f"{sentence.part.name}:{sentence.start}", number.start, number.end, inferred=True)
    draft.features |= {f"scope:{verdict.scope}", f"metric:{figure.noun.metric}", f"bound:{number.bound}"}
    draft.features.add("many" if number.value >= _MANY else "few")
    _put_time(draft, verdict)
    _put_owner(draft, owner or _owner(sentence, figure, verdict, base))
    return draft


def _put_time(draft: Draft, verdict: Verdict) -> None:
    if verdict.scope == "window":
        window = periods.window(draft.sentence)
        if window is not None:
            draft.put("window_from", window.first, window.start, window.end, inferred=True)
            draft.put("window_to", window.last, window.start, window.end, inferred=True)
    account = periods.account(draft.sentence)
    if account is not None:
        draft.put("as_of", account.value, account.start, account.end, inferred=account.basis != "stated")
        draft.put("as_of_basis", "stated", account.start, account.end, inferred=True)


def _owner(sentence: Sentence, figure: Figure, verdict: Verdict, base: Draft | None) -> Owner:
    number = figure.number
    head = max(figure.head, number.last - 1)
    if verdict.rule == "count_part" and figure.head < number.first and base is None:
        whole = owners.of_whole(sentence, figure.head)
        if whole is not None:
            return whole
    if base is not None and figure.noun.metric in _PARTNERS and verdict.rule == "count_beside":
        return base.notes["owner"]  # type: ignore[no-any-return]
    is_joined = verdict.rule == "count_raised" and figure.noun.metric == "partner_countries"
    if (
        is_joined
        or verdict.rule in ("running_member", "count_members")
        or (figure.noun.metric == "partner_countries" and _is_of_members(sentence, figure, verdict))
    ):
        return owners.members(sentence, head, number.first)
    if _is_out_of(sentence.items, number.first):
        return Owner()
    owner = owners.find(sentence, number.first, number.last, head, verdict.at, figure.noun.metric)
    is_base = base is not None and (owner.code is None or base.notes["owner"].code in (None, owner.code))
    if base is not None and is_base and owner.subject is None:
        return base.notes["owner"]  # type: ignore[no-any-return]
    return owner


def _is_out_of(items: list[Item], first: int) -> bool:
    """`6,111 satellites out of 12,994 in orbit`: the whole is nobody's."""
    return first > 0 and (
        items[first - 1].low == "out of" or [item.low for item in items[max(0, first - 2) : first]] == ["out", "of"]
    )


def _is_of_members(sentence: Sentence, figure: Figure, verdict: Verdict) -> bool:
    """Whether the countries counted are those of a standing agreement or a body."""
    if (figure.noun.is_vague and verdict.rule != "count_done") or sentence.has("agreement.standing"):
        return True
    cue = verb_at(sentence.items, verdict.at)
    return cue is not None and (cue.value == "join" or (cue.value == "sign" and verdict.at > figure.head))


def _put_owner(draft: Draft, owner: Owner) -> None:
    draft.notes["owner"] = owner
    draft.features.add("owned" if owner.claimant or owner.subject else "unowned")
    if owner.subject is not None:
        mention = owner.subject.mention
        name = _TAIL.sub("", mention.text)
        draft.put("subject", name, mention.start, mention.start + len(name), part=owner.subject.part)
    told = owner.claimant or owner.subject
    if told is not None and owner.code is None:
        _put_leader(draft, told.mention)
    if owner.code is not None and told is not None:
        draft.put("of", owner.code, told.mention.start, told.mention.end, inferred=True, part=told.part)


def _put_leader(draft: Draft, mention: Mention) -> None:
    """Of a programme of two nations the one that the sentence or the title names as its own: `China's moon base`."""
    codes = mention.codes if mention.category == "programme" and len(mention.codes) == 2 else ()
    sentences = (draft.sentence, *draft.sentence.part.document.title.sentences) if codes else ()
    named = [(m, s) for s in sentences for m in s.parties if m.category in NATIONS and m.codes[0] in codes]
    if len({m.codes for m, _ in named}) == 1:
        leader, sentence = named[0]
        draft.put("of", leader.codes[0], leader.start, leader.end, inferred=True, part=sentence.part.name)


def settle(document: Document, drafts: list[Draft]) -> Iterable[Draft]:
    """One draft for each figure: the first telling, filled up from the later ones."""
    kept: list[Draft] = []
    for draft in drafts:
        twin = next((known for known in kept if _is_same(known, draft)), None)
        if twin is None:
            kept.append(draft)
        else:
            twin.absorb(draft, ("of", "subject", "window_from", "window_to", "as_of", "as_of_basis"))
            twin.features.add("told_again")
    return kept


def _is_same(one: Draft, other: Draft) -> bool:
    """Whether two tellings give one figure: an article seldom has the same number of the same things twice.

    A list has: `seven from India, seven from New Zealand`.
    """
    listed = ("of", "subject", "window_from") if one.rule == other.rule == tally.RULE else ()
    return all(one.get(name) == other.get(name) for name in ("metric", "value", *listed))
