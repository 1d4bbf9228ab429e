"""The version of the extraction rules: a short hash over all that the claims of a text depend on.

Belongs here: naming the files and hashing their bytes. Does not belong here: remembering which version read what.
"""

import hashlib
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent
_FOLDERS = ("text", "extract", "lexicons")
_FILES = ("claim.py",)


def _files() -> list[Path]:
    found = [_HERE / name for name in _FILES]
    for folder in _FOLDERS:
        found += [p for p in (_HERE / folder).rglob("*") if p.suffix in (".py", ".tsv") and p.is_file()]
    return sorted(found, key=lambda path: path.relative_to(_HERE).as_posix())


@cache
def rules_version() -> str:
    """`r` and twelve hexadecimal digits; another whenever code or data of extraction differ."""
    digest = hashlib.sha256()
    for path in _files():
        content = path.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{path.relative_to(_HERE).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return "r" + digest.hexdigest()[:12]
