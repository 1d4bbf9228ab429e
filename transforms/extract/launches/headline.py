"""Whether a title tells that the story's launch failed.

Belongs here: words of failure in a title. Does not belong here: those of a clause (`failures`).
"""

from transforms.extract.launches.failures import GOING, is_none, is_of_return
from transforms.extract.launches.items import has, item_at, lows, word_set
from transforms.text.document import Document
from transforms.text.items import Item
from transforms.text.sentence import Sentence


def of_story(document: Document) -> Item | None:
    """The word by which the title tells that the story's launch failed: `Rocket fails`, `after failed launch`."""
    told = (_told(sentence) for sentence in document.title.sentences if sentence.has("launch.fail"))
    return next((item for item in told if item is not None), None)


def _told(sentence: Sentence) -> Item | None:
    items = sentence.items
    failed = next(
        (at for at, item in enumerate(items) if item.cue("launch.fail") and not is_of_return(items, at)), None
    )
    if failed is None or is_none(items, failed) or sentence.has("launch.plan") or sentence.has("launch.slip"):
        return None
    if "but" in lows(items, 0, failed) and any(has(items, 0, failed, label) for label in GOING):
        return None  # `Vega orbits Nimbus-1 but loses two cubes`
    after = next((at for at in range(failed) if items[at].low in word_set("title.since")), None)
    if after is not None and any(has(items, 0, after, label) for label in (*GOING, "launch.noun", "launch.done")):
        return None
    if after is not None and not word_set("title.resumptions").isdisjoint(lows(items, 0, after)):
        return None
    if items[failed].low == "failures":
        return None  # `Rocket failures slow growth`: of several, and so not of the story's
    if items[failed].low in ("loses", "lost") and _names_craft_only(items, failed):
        return None
    if items[failed].low in word_set("title.failures") and _blames(items, failed):
        return None
    return items[failed] if _names_rocket(items) else None


def _names_craft_only(items: list[Item], failed: int) -> bool:
    """`Operator loses its newest satellite`: no rocket is told of."""
    is_of_launch = has(items, 0, len(items), "launch.rocket", "launch.noun") or any(map(_is_rocket, items))
    return has(items, failed, len(items), "launch.craft") and not is_of_launch


def _blames(items: list[Item], at: int) -> bool:
    """`failure blamed on`, `failure probe`, `cause of the failure`: told after the day of the launch, of another."""
    after = item_at(items, at + 1)
    return (after is not None and after.low in word_set("probes")) or (
        "of" in lows(items, at - 2, at) and not {"launch", "rocket", "flight"} & set(lows(items, at - 3, at + 3))
    )


def _names_rocket(items: list[Item]) -> bool:
    if has(items, 0, len(items), "launch.rocket", "launch.noun", *GOING):
        return True
    return any(_is_rocket(item) for item in items)


def _is_rocket(item: Item) -> bool:
    return item.mention is not None and item.mention.reading("vehicle", "vehicle_family") is not None
