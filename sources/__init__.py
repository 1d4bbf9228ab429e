"""Where articles and reference data come from.

Belongs here: reading folders, files and the bundled sample into `Article` records, and the settings that name
the sources. Does not belong here: understanding what an article says (`transforms`), storing it (`warehouse`),
scheduling (`orchestration`). Imports nothing of the other packages.
"""
