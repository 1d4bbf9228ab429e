"""The kinds of source that yield articles, one module each.

Belongs here: what is particular to a kind: what it lists, and how its listings are asked for. Does not belong here:
what all kinds share (runner, listing, asking), catalogues (reference).
"""
