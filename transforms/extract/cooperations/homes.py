"""Which parties are at home with each other: a body and its members, a state and its territories.

Belongs here: asking the lexicons whose member or territory a party is. Does not belong here: what is sold (`trade`).
"""

from functools import cache

from transforms import lexicons


def is_at_home(body: str, member: str) -> bool:
    """Whether the one is a body that the other belongs to: it buys and builds there as at home."""
    return (body, member) in _members() or {body, member} == {"ESA", "EU"} or sovereign(body) == sovereign(member)


@cache
def _sovereigns() -> dict[str, str]:
    return {
        row.country_code: row.sovereign_code
        for row in lexicons.countries()
        if row.country_code not in ("HKG", "MAC", "TWN")
    }


def sovereign(code: str) -> str:
    """The state that a territory belongs to; Hong Kong and Macau count apart."""
    return _sovereigns().get(code, code)


@cache
def _members() -> frozenset[tuple[str, str]]:
    return frozenset((row.body_code, row.member_code) for row in lexicons.memberships())
