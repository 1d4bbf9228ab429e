"""Wiring: settings, the command line and the Dagster definitions.

Belongs here: which function runs when, with what, and how a person sees it. Does not belong here: logic of any
stage. The only package that imports Dagster, and only below `defs/`, `dagster_run.py` and `definitions.py`, so
that commands which need no graph start fast.
"""
