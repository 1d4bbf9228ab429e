"""Dagster definitions, one concept a file. Dagster imports every module here: nothing else belongs in it."""
