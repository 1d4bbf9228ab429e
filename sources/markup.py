"""XML from strangers, and text out of HTML fragments.

Belongs here: parsing that cannot be made to expand entities, load files or go to the network. Does not belong here:
what feeds and sitemaps mean.
"""

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from lxml import etree  # type: ignore[import-untyped]
from selectolax.lexbor import LexborHTMLParser

from sources.decode import decode
from sources.errors import UnreadableError

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_DECLARED = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE)

Element: TypeAlias = Any  # of lxml, which tells no types


def xml_root(data: bytes, charset: str | None = None) -> Element:
    """The root of an XML document; what is broken in it is mended as far as it can be.

    Entities that the document defines itself are never expanded, and nothing that it names is loaded.

    Args:
        data: the document.
        charset: as the response declared it; it goes before what the document declares.

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
    return root


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
