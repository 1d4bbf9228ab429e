"""Tests of one part each, in seconds."""
