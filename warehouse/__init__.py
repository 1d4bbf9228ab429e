"""The writer's store, the star schema, its metrics and checks, and the published file that readers open.

Belongs here: table declarations, SQL, loading, publishing, reading. Does not belong here: fetching articles,
extracting or resolving (it imports only the records of `transforms`), Dagster.
"""
