"""Curation: what people correct in the outcome of resolution.

Belongs here: the entries of override files, their checks, and applying them to the facts that they name. Does not
belong here: files (`sources.overrides`), tables (`warehouse.curation`), the review at the terminal
(`orchestration.review`). docs/curation.md tells the rules with examples.
"""

from transforms.curation.apply import curate
from transforms.curation.entries import entry
from transforms.curation.records import Curated, Entry, Outcome, Standing, Unread

__all__ = ["Curated", "Entry", "Outcome", "Standing", "Unread", "curate", "entry"]
