"""Joint undertakings: craft sold, missions run together, crews, stations, data and services shared.

Belongs here: which sentences are read, by which frames, and in what order. Does not belong here: the frames
(`makers`, `joint`, …), or the words (`frames/cooperations.tsv`, `words.tsv`).
"""

from collections.abc import Iterable, Iterator
from typing import Protocol

from transforms.extract.cooperations import (
    builders,
    crews,
    experiments,
    ground,
    hosted,
    joint,
    known,
    laden,
    launching,
    makers,
    members,
    merge,
    named,
    partaking,
    parts,
    passengers,
    programmes,
    rides,
    sales,
    schools,
    services,
    shared,
    shares,
    tasks,
    teams,
)
from transforms.extract.drafts import Draft
from transforms.text.document import Document
from transforms.text.sentence import Sentence

RULES: tuple[str, ...] = (
    "export_built", "export_maker", "export_platform", "export_origin", "export_sold", "export_bought", "export_known",
    "joint_named", "joint_binational", "joint_made", "joint_helped", "joint_of", "joint_taken", "joint_together",
    "joint_partner", "joint_team", "joint_shared", "joint_school", "joint_tasks", "joint_experiment", "joint_hosted",
    "joint_passenger",
    "crew_named", "crew_training",
    "launch_service", "service_ride", "ground_built", "ground_heard", "ground_support", "data_shared",
    "emergency_rescue", "emergency_images",
)  # fmt: skip


class Frame(Protocol):
    """What the module of a frame offers."""

    def is_worth_reading(self, sentence: Sentence) -> bool:
        """Whether the frame's triggers stand in the sentence; costs no cutting into items."""

    def find(self, sentence: Sentence) -> Iterator[Draft]:
        """A draft for each undertaking that the sentence tells."""


_FRAMES: tuple[Frame, ...] = (
    makers, sales, named, joint, programmes, teams, builders, shared, schools, partaking, passengers,
    members, hosted, laden, parts, tasks, experiments, shares, crews, services, launching, rides,
    ground, known,
)  # fmt: skip


def find(document: Document) -> Iterator[Draft]:
    """Drafts of all rules, frame by frame, each in the order of the text."""
    if not document.is_about_space:
        return
    told = [sentence for sentence in document.sentences if sentence.hits]  # no name and no cue, no undertaking
    for frame in _FRAMES:
        for sentence in told:
            if frame.is_worth_reading(sentence):
                yield from frame.find(sentence)


def settle(document: Document, drafts: list[Draft]) -> Iterable[Draft]:
    """One draft for each undertaking."""
    return merge.settle(drafts)
