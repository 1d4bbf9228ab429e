"""Who lends, pays for or runs a station, and for whom: `made its dish available`, `with the help of A`, `for B`.

Belongs here: the sides of a station told by something else than its building. Does not belong here: the frame
(`ground`), the place of a station (`soil`).
"""

from transforms.extract.cooperations.actors import Actor, actors, words
from transforms.extract.cooperations.craft import Thing, things
from transforms.extract.cooperations.pointers import antecedent
from transforms.extract.cooperations.roles import before, governed, which
from transforms.text.sentence import Sentence


def run_for(sentence: Sentence) -> tuple[list[Actor], list[Actor]]:
    """`the complex that A runs for B`: who runs a station, and for whom."""
    for index, item in enumerate(sentence.items):
        if item.low in words("running") and item.kind == "word":
            client = governed(sentence, index, "for", reach=6)[:1]
            agent = governed(sentence, index, "by", reach=5)[:1]
            if agent and (on_behalf := _on_behalf(sentence, index)):
                return agent, on_behalf
            if client:
                told = which(sentence, index)
                return (told or before(sentence, index, 5))[-1:], client
    return [], []


def _on_behalf(sentence: Sentence, at: int) -> list[Actor]:
    """`is kept running by A, its agency, on behalf of B`."""
    items = sentence.items
    for index in range(at + 2, min(len(items) - 1, at + 16)):
        if items[index].low == "behalf" or (items[index].low == "for" and items[index - 1].kind != "word"):
            return [a for i in range(index + 1, min(len(items), index + 4)) for a in actors(sentence, i)][:1]
    return []


def lender(sentence: Sentence, at: int, verb: int | None) -> tuple[list[Actor], list[Actor]] | None:
    """`made the dish at Alcântara available`: a station named by its range or town alone, at the service of a craft."""
    items = sentence.items
    if verb is None or items[verb].low not in words("lending") or at + 2 >= len(items) or items[at + 1].low != "at":
        return None
    mention = items[at + 2].mention
    if mention is None or mention.category not in ("site", "place") or len(mention.codes) != 1:
        return None
    host = Actor(mention.codes[0], mention.start, mention.end, sentence.part.name, True, at + 2)
    owners = [actor for actor in craft_owners(sentence, at) if actor.code != host.code]
    return ([host], owners[:1]) if owners else None


def helped_by(sentence: Sentence, verb: int) -> list[Actor]:
    """`was fitted out with the help of A`, `with Danish money`: who stands behind it."""
    items = sentence.items
    for at in range(verb + 1, min(len(items), verb + 18)):
        if items[at].cue("cooperation.help") is not None or items[at].low in ("money", "funds", "grant"):
            lead = next((i for i in range(at - 1, max(verb, at - 5), -1) if items[i].low == "with"), None)
            if lead is not None:
                own = [a for i in range(lead, at) for a in actors(sentence, i)]
                return (own or governed(sentence, at, "of", "from", "by", reach=6))[:1]
    return []


def named(sentence: Sentence) -> Thing | None:
    """A craft or system that the sentence names."""
    return next((t for t in things(sentence) if t.mention is not None), None)


def craft_owners(sentence: Sentence, at: int) -> list[Actor]:
    """Whose craft the station serves: of the craft named, else of the one spoken of."""
    told = next((t for t in things(sentence) if t.mention is None and t.told), None)
    thing = named(sentence) or told or antecedent(sentence, at)
    return list(thing.owners[:1]) if thing else []
