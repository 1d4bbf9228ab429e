"""Single pages, named one by one in the settings.

Belongs here: their addresses as offers. Does not belong here: asking for them (asking).
"""

from collections.abc import Iterator

from sources.fetch import Fetcher
from sources.hints import Hints
from sources.listing import Memory, Offer
from sources.settings_kinds import PageSource
from sources.steps import Step


def listings(source: PageSource, memory: Memory, fetcher: Fetcher) -> Iterator[Step]:
    """One step with the pages that are not known yet."""
    hints = Hints(outlet=source.outlet, language=source.language)
    pages, same = memory.offered(Offer(address, hints) for address in source.addresses)
    yield Step(pages=tuple(pages), same=tuple(same))
