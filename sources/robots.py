"""What a host allows: its robots.txt.

Belongs here: reading the rules. Does not belong here: fetching the file, or keeping to the rules (fetch).
"""

from protego import Protego

ROBOTS_BYTES = 500 * 1024  # what RFC 9309 asks to read at least; no more is read


class Rules:
    """The rules of one host."""

    def __init__(self, rules: Protego | None) -> None:
        self._rules = rules

    def allows(self, url: str, user_agent: str) -> bool:
        """Whether an address may be fetched."""
        return self._rules is None or bool(self._rules.can_fetch(url, user_agent))

    def delay(self, user_agent: str) -> float:
        """Seconds between two requests that the host asks for, 0 where it does not."""
        asked = self._rules.crawl_delay(user_agent) if self._rules is not None else None
        return max(0.0, float(asked or 0))


def parse_rules(content: bytes) -> Rules:
    """The rules of a file's bytes; a file that cannot be understood forbids nothing."""
    text = content.decode("utf-8-sig", errors="replace")
    try:
        return Rules(Protego.parse(text))
    except (ValueError, RecursionError):
        return Rules(None)
