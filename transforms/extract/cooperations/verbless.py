"""Craft and their makers told without a verb of their own: `Y by B and Z by C`, `X-1 and X-2, both from A`.

Belongs here: makers behind `by` and `from` alone. Does not belong here: verbs of building (`makers`).
"""

from collections.abc import Iterator

from transforms.extract.cooperations.actors import Actor, actors, distinct
from transforms.extract.cooperations.craft import things
from transforms.extract.cooperations.owners import model_maker
from transforms.extract.cooperations.roles import governed, listed
from transforms.extract.cooperations.trade import exports
from transforms.extract.drafts import Draft
from transforms.text.items import Item
from transforms.text.sentence import Sentence


def find(sentence: Sentence) -> Iterator[Draft]:
    """A draft for each craft whose maker stands behind it."""
    yield from _elliptic(sentence)
    yield from _modelled(sentence)
    yield from _sourced(sentence)


def _elliptic(sentence: Sentence) -> Iterator[Draft]:
    """`X was built by A, Y by B and Z by C`: the craft that follow without a verb of their own."""
    items = sentence.items
    made = next(iter(sentence.with_cue("cooperation.make")), None)
    if made is None:
        return
    for thing in things(sentence):
        if thing.first > made and thing.end < len(items) and items[thing.end].low == "by":
            yield from exports(
                "export_built", sentence, thing.end, [thing], governed(sentence, thing.end - 1, "by", reach=6)[:1]
            )


def _modelled(sentence: Sentence) -> Iterator[Draft]:
    """`X, a Nimbus HS-7 craft, …`: the firm whose model the craft is said to be, between its name and the noun."""
    if not sentence.has("supplier"):
        return
    for thing in things(sentence):
        if thing.mention is None:
            continue
        for at in range(thing.first + 1, min(thing.first + 5, len(sentence.items))):
            makers = model_maker(sentence, at)
            if makers:
                yield from exports("export_platform", sentence, at, [thing], makers)
                break


def _sourced(sentence: Sentence) -> Iterator[Draft]:
    """`X-1 and X-2, both from A`, `X, a satellite by A`: a firm whose trade is to build, behind the craft."""
    items = sentence.items
    has_verb = sentence.has("cooperation.make")
    for at, item in enumerate(items[:-1]):
        apposed = item.low == "from" and _is_apposed(items, at)
        if (
            item.low not in ("from", "by")
            or (has_verb and not apposed)
            or items[max(0, at - 1)].cue("cooperation.make") is not None
            or not any(_builds(other) for other in items[at + 1 : at + (5 if _is_owned(items, at + 1) else 3)])
        ):
            continue
        lead = items[at - 1].low if at else ""
        reach = 3 if lead in ("both", "all", "each") else 2 if apposed else 1
        found = [t for t in things(sentence) if 0 <= at - t.end < reach]
        named = [t for t in things(sentence) if t.mention is not None and found and t.first <= found[0].first]
        if found and named:
            near = [a for i in range(at + 1, min(len(items), at + 4)) for a in actors(sentence, i, loose=True)][:1]
            makers = [a for m in near for i in listed(sentence, m.item) for a in actors(sentence, i)]
            makers = distinct([*makers, *_second(sentence, at)]) or near
            goods = named[-2:] if lead in ("both", "all", "each") else named[-1:]
            yield from exports("export_origin", sentence, at, goods, makers)


def _is_apposed(items: list[Item], at: int) -> bool:
    """`X, from B, went up`: between two commas, with the craft before them."""
    end = next((i for i in range(at + 1, min(len(items), at + 6)) if items[i].kind in ("comma", "semicolon")), None)
    return at > 0 and items[at - 1].kind == "comma" and end is not None


def _second(sentence: Sentence, at: int) -> list[Actor]:
    """`by Italy's X and France's Y`: the firm behind `and`, told with its nation."""
    items = sentence.items
    joint = next((i for i in range(at + 2, min(len(items) - 3, at + 6)) if "conj" in items[i].classes), None)
    if joint is None or not (_is_owned(items, at + 1) and _is_owned(items, joint + 1) and _builds(items[joint + 3])):
        return []
    return list(actors(sentence, joint + 1))


def _is_owned(items: list[Item], at: int) -> bool:
    """`by Italy's Telespazio`: a nation's firm."""
    return at + 1 < len(items) and items[at].mention is not None and items[at + 1].kind == "poss"


def _builds(item: Item) -> bool:
    cue = item.cue("supplier")
    return cue is not None and cue.value == "build"
