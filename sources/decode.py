"""Bytes to text: which encoding, and whether it is text at all.

Belongs here: decoding and replacing what no text may hold, one code point for one, so that offsets stay true.
Does not belong here: opening files, or what the text means.
"""

import codecs
import re

from sources.errors import UnreadableError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE_BYTES = 1 << 18
_CONTROL_SHARE = 0.01  # more control characters than this, and the bytes are no text
_WESTERN_SHARE = 0.15  # accents and typographic quotes are rarer than that in a Western language
_TEXT_SHARE = 0.7  # letters, digits and spaces in what a guessed encoding yields

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_UNTIDY = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff\u2028\u2029]")
_AS_NEWLINE = frozenset("\x0b\x0c\x85\u2028\u2029")


def encoding_of(sample: bytes, declared: str | None = None) -> tuple[str, int]:
    """The encoding of a text from its first bytes, and how many of them are a byte order mark.

    Args:
        sample: the first bytes, ideally all, at most some hundred thousand.
        declared: what the document says of itself; believed only where the bytes agree.

    Raises:
        UnreadableError: reason `not text`.
    """
    for mark, name in _BOMS:
        if sample.startswith(mark):
            return name, len(mark)
    for name in _without_mark(sample, declared):
        return name, 0
    raise UnreadableError("not text", "the bytes are in no known text encoding; save the file as UTF-8")


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of some bytes, tidied.

    Raises:
        UnreadableError: reason `not text` for binary data.
    """
    encoding, mark = encoding_of(data[:SAMPLE_BYTES], declared)
    text = data[mark:].decode(encoding, errors="replace")
    refuse_binary(text)
    return tidy(text)


def decode_lines(data: bytes) -> str:
    """As `decode`, of a file whose rows are its lines: no mark but a line feed ends one.

    Raises:
        UnreadableError: reason `not text` for binary data.
    """
    encoding, mark = encoding_of(data[:SAMPLE_BYTES], None)
    text = data[mark:].decode(encoding, errors="replace")
    refuse_binary(text)
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return tidy(plain.translate(dict.fromkeys(map(ord, _AS_NEWLINE), " ")))


def refuse_binary(text: str) -> None:
    """Raise `not text` where too many characters are controls or could not be decoded."""
    at_fault = len(_CONTROLS.findall(text)) + text.count("\ufffd")
    if at_fault > max(1, len(text) * _CONTROL_SHARE):
        detail = f"{at_fault} of {len(text)} characters are control characters or undecodable; is it a binary file?"
        raise UnreadableError("not text", detail)


def tidy(text: str) -> str:
    r"""Replace what no stored text may hold, one code point by one: controls, lone surrogates, `\r`."""
    if _UNTIDY.search(text) is None:
        return text
    text = text.replace("\r\n", " \n").replace("\r", "\n")
    return _UNTIDY.sub(_replacement, text)


def _replacement(match: re.Match[str]) -> str:
    character = match[0]
    if character in _AS_NEWLINE:
        return "\n"
    return "\ufffd" if "\ud800" <= character <= "\udfff" else " "


def _without_mark(sample: bytes, declared: str | None) -> list[str]:
    """Encodings that fit, best first; empty for binary data."""
    wide = _wide(sample)
    if wide:
        return [wide]
    if b"\0" in sample and sample.count(0) > len(sample) * _CONTROL_SHARE + 1:
        return []
    if _is_utf8(sample):
        return ["utf-8"]
    candidates = [_known(declared), _western(sample), _detected(sample)]
    return [name for name in candidates if name and _reads_well(sample, name)]


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Latin text is zero."""
    pairs = len(sample) // 2
    if pairs < 2:
        return None
    even, odd = sample[: pairs * 2 : 2].count(0), sample[1 : pairs * 2 : 2].count(0)
    if odd > pairs * 0.6 and even < pairs * 0.05:
        return "utf-16-le"
    if even > pairs * 0.6 and odd < pairs * 0.05:
        return "utf-16-be"
    return None


def _is_utf8(sample: bytes) -> bool:
    """UTF-8, a cut last character and a rare damaged byte included."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
        return True
    except UnicodeDecodeError:
        text = sample.decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    sound = sum(character > "\x7f" for character in text) - damaged
    return sound > 20 * damaged


def _known(declared: str | None) -> str | None:
    """A declared encoding under Python's name; what calls itself Latin-1 or ASCII is read as browsers do."""
    try:
        name = codecs.lookup((declared or "").strip()).name
    except (LookupError, ValueError):
        return None
    if name == "utf-8":  # what is no UTF-8 was found out before
        return None
    return "cp1252" if name in {"iso8859-1", "ascii"} else name


def _western(sample: bytes) -> str | None:
    high = sum(byte > 0x7F for byte in sample)
    return "cp1252" if high <= len(sample) * _WESTERN_SHARE else None


def _detected(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes  # slow to import, and needed for few texts

    best = from_bytes(sample[: SAMPLE_BYTES // 4]).best()
    return best.encoding if best else None


def _reads_well(sample: bytes, encoding: str) -> bool:
    """Whether the bytes give mostly letters, digits and spaces in this encoding."""
    try:
        text = sample.decode(encoding, errors="replace")
    except (LookupError, UnicodeError):
        return False
    usual = sum(character.isalnum() or character.isspace() for character in text)
    at_fault = len(_CONTROLS.findall(text)) + text.count("\ufffd")
    return bool(text) and usual >= len(text) * _TEXT_SHARE and at_fault <= max(1, len(text) * _CONTROL_SHARE)
