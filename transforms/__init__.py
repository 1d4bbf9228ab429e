"""Pure functions from article to claims to facts: clean, lexicons, extract, resolve.

Belongs here: what turns text into typed claims and claims into facts, and the knowledge (lexicons) that takes.
Does not belong here: reading or writing anything but the package's own data files, Dagster, DuckDB.
Of the other packages it imports only the article record, `sources.article`.
"""
