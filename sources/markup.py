"""XML from strangers, and text out of HTML fragments.

Belongs here: parsing that cannot be made to expand entities, load files or go to the network. Does not belong here:
what feeds and sitemaps mean.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

from lxml import etree  # type: ignore[import-untyped]
from selectolax.lexbor import LexborHTMLParser

from sources.decode import decode
from sources.errors import UnreadableError

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_DECLARED = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE)

#: Faults after which a parser takes all that follows for something else.
_SWALLOWED = frozenset({"ERR_CDATA_NOT_FINISHED", "ERR_COMMENT_NOT_FINISHED", "ERR_PI_NOT_FINISHED"})
_NO_MARKUP = re.compile(r"<!\[CDATA\[.*?\]\]>|<!--.*?-->", re.DOTALL)

Element: TypeAlias = Any  # of lxml, which tells no types


class Document(NamedTuple):
    """An XML document as far as it could be read.

    Attributes:
        is_whole: False where it breaks off before its end, or goes on where it should have ended.
    """

    root: Element
    is_whole: bool


def xml_document(data: bytes, charset: str | None = None, entries: tuple[str, ...] = ()) -> Document:
    """An XML document; what is broken in it is mended as far as it can be.

    Entities that the document defines itself are never expanded, and nothing that it names is loaded.

    Args:
        data: the document.
        charset: as the response declared it; it goes before what the document declares.
        entries: names of the elements that it is a list of. Where the document breaks off within one, that one is left
            out: half an address is another address.

    Raises:
        UnreadableError: reason `empty`, `not text` or `not XML`.
    """
    if not data.strip():
        raise UnreadableError("empty", "nothing but blanks")
    match = _DECLARED.match(data)
    text = decode(data, charset or (match[1].decode("ascii") if match else None))
    text = _DECLARATION.sub("", text, count=1).lstrip()
    parser = etree.XMLParser(
        encoding="utf-8", recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError("not XML", str(error).splitlines()[0][:200]) from None
    if root is None:
        raise UnreadableError("not XML", "no element was found")
    faults = {fault.type_name for fault in parser.error_log}
    is_whole = _is_whole(root, text, faults, entries)
    if not is_whole:
        _drop_half_entry(root, text, faults, entries)
    return Document(root, is_whole)


def _is_whole(root: Element, text: str, faults: set[str], entries: tuple[str, ...]) -> bool:
    """Whether the root is closed, and no entry stands behind it, was swallowed, or where the parser gave up."""
    if faults & _SWALLOWED:
        return False
    if f"</{_given_name(root)}" not in text:
        return len(root) == 0 and not (root.text or "").strip() and "/>" in text
    if not faults:
        return True
    markup = _NO_MARKUP.sub("", text)
    there = sum(len(_opening(name).findall(markup)) for name in entries)
    return there <= sum(name_of(element) in entries for element in root.iter())


def _drop_half_entry(root: Element, text: str, faults: set[str], entries: tuple[str, ...]) -> None:
    """Take out the last entry where the document breaks off within it."""
    found = [element for element in root.iter() if name_of(element) in entries]
    last = found[-1] if found else None
    if last is None or last is root:
        return
    is_closed = text.rfind(f"</{_given_name(last)}") > text.rfind(f"<{_given_name(last)}")
    if faults & _SWALLOWED or not is_closed:
        last.getparent().remove(last)


def _given_name(element: Element) -> str:
    """An element's name as the document has it."""
    local = str(element.tag).rpartition("}")[2]
    return f"{element.prefix}:{local}" if element.prefix else local


def _opening(name: str) -> re.Pattern[str]:
    return re.compile(rf"<(?:\w+:)?{name}[\s>]", re.IGNORECASE)


def name_of(element: Element) -> str:
    """An element's name in small letters without its namespace; empty for comments and entities."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def children(element: Element, *names: str) -> Iterator[Element]:
    """Child elements of these names, in order of the names."""
    for name in names:
        yield from (child for child in element if name_of(child) == name)


def text_of(element: Element) -> str:
    """All text within an element."""
    return "".join(str(part) for part in element.itertext(with_tail=False)).strip()


def first_text(element: Element, *names: str) -> str | None:
    """Text of the first child with any of these names that holds some."""
    return next(filter(None, map(text_of, children(element, *names))), None)


def markup_within(element: Element) -> str:
    """What an element holds, as markup."""
    return "".join(etree.tostring(child, encoding="unicode") for child in element)


def plain(fragment: str) -> str:
    """The text of a line that may hold HTML, blanks folded."""
    if "<" in fragment or "&" in fragment:
        body = LexborHTMLParser(fragment).body
        fragment = body.text() if body is not None else ""
    return " ".join(fragment.split())
