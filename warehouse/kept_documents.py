"""Documents of catalogues as they came, the newest of each address, so that a catalogue can be loaded again offline.

Belongs here: the files of `state/raw/catalogues/`. Does not belong here: pages of articles, of which every version is
kept (`raw_pages`), or what a document says (`sources.reference`). The folder needs no list in the store.
"""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from warehouse.raw_pages import packed, unpacked, write

_FOLDER = "catalogues"
_ENDING = ".zst"


def keep(folder: Path, page: Any) -> None:
    """Put a document (all attributes of `sources.steps.RawPage`) in place of the one before it."""
    write(_path(folder, page.origin, page.url), packed(page))


def is_kept(folder: Path, origin: str, url: str) -> bool:
    """Whether the document of that address is kept."""
    return _path(folder, origin, url).exists()


def every(folder: Path, origin: str) -> Iterator[dict[str, Any]]:
    """The documents of a catalogue, in the order in which they came; a damaged one is passed over."""
    paths = sorted((folder / _FOLDER / origin).glob(f"*{_ENDING}"))
    found = [(page["fetched_at"], path) for path in paths if (page := unpacked(path)) is not None]
    for _, path in sorted(found):
        page = unpacked(path)
        if page is not None:
            yield page


def _path(folder: Path, origin: str, url: str) -> Path:
    return folder / _FOLDER / origin / f"{sha256(url.encode()).hexdigest()[:32]}{_ENDING}"
