"""Joint undertakings: what is built, flown, run and shared together, and what is sold across a border.

Belongs here: the frames of this kind; `kind` is where to begin. Does not belong here: reading the language
(`transforms.text`).
"""
