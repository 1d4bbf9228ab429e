"""Measurements: never part of the tests, run with `make bench` or one by one with `python -m benchmarks.<name>`."""
