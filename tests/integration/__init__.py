"""The whole graph, through the command line, as a user runs it."""
