"""One module for each subcommand, named as it; each holds a click `command`.

Belongs here: arguments, and how a result is printed. Does not belong here: making the result.
"""
