"""Launches: what flew or is to fly, on what, from where, for whom, and how it ended.

Belongs here: the frames of this kind; `kind` is where to begin. Does not belong here: reading the language
(`transforms.text`).
"""
