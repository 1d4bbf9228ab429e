"""Agreements: who signed what with whom, as what, when, and what became of it.

Belongs here: the frames of this kind; `kind` is where to begin. Does not belong here: reading the language
(`transforms.text`).
"""
