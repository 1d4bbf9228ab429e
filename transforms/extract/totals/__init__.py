"""Totals: how many of what someone says there are, of whom, by when.

Belongs here: the frames of this kind; `kind` is where to begin. Does not belong here: reading the language
(`transforms.text`).
"""
