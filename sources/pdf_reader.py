"""Run as a program of its own: a PDF on standard input, its text layer as JSON on standard output.

Belongs here: what touches bytes from strangers with a library of native code. Does not belong here: what the text
means (pdf). A file that breaks the library ends this process and nothing else; time and memory are limited by the
system, so that no file can hold them.
"""

import json
import resource
import sys

MOST_PAGES = 500
MOST_CHARACTERS = 5_000_000
_MEMORY = 2 << 30
_CPU_SECONDS = 60


def _limit() -> None:
    """Bound what this process may take, and let it write no file."""
    for kind, most in (
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_CPU, _CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (soft, hard))


def _read(data: bytes) -> dict[str, object]:
    import pypdfium2  # type: ignore[import-untyped]
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        is_locked = code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY) or "password" in str(error).lower()
        return {"problem": "encrypted" if is_locked else "not PDF", "detail": str(error).splitlines()[0][:200]}
    pages: list[str] = []
    size = 0
    broken = 0
    for number in range(min(len(document), MOST_PAGES)):
        try:
            text = document[number].get_textpage().get_text_range(errors="replace")
        except pypdfium2.PdfiumError:
            text, broken = "", broken + 1
        size += len(text)
        if size > MOST_CHARACTERS:
            break
        pages.append(text)
    title = document.get_metadata_value("Title")
    return {"pages": pages, "page_count": len(document), "broken": broken, "title": title}


if __name__ == "__main__":
    _limit()
    found = _read(sys.stdin.buffer.read())
    sys.stdout.write(json.dumps(found))
