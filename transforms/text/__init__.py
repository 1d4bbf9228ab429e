"""Text understood as far as every kind of fact needs it: regions, sentences, items, names, dates, numbers, verbs.

Belongs here: what holds for English news in general. Does not belong here: what counts as an agreement, a launch, a
cooperation or a total (`transforms.extract`), or which names exist (`transforms.lexicons`). Every offset counts
Unicode code points of the stored title or text, which is never changed.
"""
