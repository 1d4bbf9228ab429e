"""The main text of an HTML page, apart from menus, scripts and what else surrounds it.

Belongs here: choosing the text, within bounds of time and memory. Does not belong here: fields (pagemeta), bytes.
"""

import logging
import re
from collections import Counter
from functools import cache

import trafilatura
from selectolax.lexbor import LexborHTMLParser, LexborNode

from sources.decode import tidy
from sources.errors import UnreadableError
from sources.tables import lines

_NO_TEXT = "script, style, noscript, template, iframe, svg, nav, footer, form, head, aside"
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]{0,40})")
_NEVER_NESTED = frozenset(
    {"p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "optgroup", "colgroup", "col"}
    | {"rp", "rt", "br", "hr", "img", "input", "meta", "link", "source", "embed", "param", "track", "wbr", "area"}
)
_WITHIN_LINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "ins", "kbd"}
    | {"mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)
_DEEPEST = 3000  # parsers take quadratic time beyond
_LARGEST_CAREFUL = 3_000_000  # and so does the careful extraction in the length of a page

_FRAME = (
    "script, style, noscript, template, iframe, svg, nav, footer, aside, button, select, head, figcaption,"
    "[role=navigation], [role=complementary]"
)
_PARAGRAPH = "p, pre, div:not(:has(p, div, ul, ol, table, section, article, h1, h2)), td:not(:has(p, div, table))"
_FEWEST_CHARACTERS = 40  # in a line that counts as running text
_LEVELS = 3  # how far up a paragraph speaks for what holds it
_FADING = 0.75
_SHORT = 250  # characters of an article that the fast way is not trusted with

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its complaints on odd pages are not for the user


def refuse_deep(html: str) -> None:
    """Raise `too large` for markup nested so deeply that parsing it would take minutes."""
    depth: Counter[str] = Counter()
    for closing, name in _TAG.findall(html):
        tag = name.lower()
        if closing:
            depth[tag] = max(0, depth[tag] - 1)
        elif tag not in _NEVER_NESTED:
            depth[tag] += 1
            if depth[tag] > _DEEPEST:
                raise UnreadableError("too large", f"<{tag}> is nested more than {_DEEPEST} deep; no outlet's page is")


def careful(html: str, tree: LexborHTMLParser) -> str:
    """The body of the article: by trafilatura, else all visible text of the page."""
    found = None
    if len(html) <= _LARGEST_CAREFUL:
        try:
            found = trafilatura.extract(html, include_comments=False, favor_precision=True)
        except Exception:  # noqa: BLE001 (any fault of the parser on a broken page: the plain way is left)
            found = None
    return tidy(found) if found and found.strip() else visible(tree)


def quick(html: str, tree: LexborHTMLParser) -> str:
    """The body of the article: the fast way, and the careful one where the fast finds next to nothing."""
    text = fast(tree)
    return text if len(text) >= _SHORT else careful(html, LexborHTMLParser(html))


def fast(tree: LexborHTMLParser) -> str:
    """The body of the article: the paragraphs of the element that holds most running text; takes the tree apart."""
    for node in tree.css(_FRAME):
        node.decompose()
    _drop_unwanted(tree)
    best = _fullest(tree)
    if best is None:
        return visible(tree)
    found = []
    for node in best.css(_PARAGRAPH + ", h2, h3, h4, li"):
        line = " ".join(node.text().split())
        is_list_of_blocks = node.tag == "li" and node.css_first("p, div") is not None
        if line and not is_list_of_blocks and _length_of_links(node) <= 0.6 * len(line):
            found.append(line)
    return tidy("\n".join(found))


def _drop_unwanted(tree: LexborHTMLParser) -> None:
    """Take out comments, related stories and the like, unless most of the page is in them."""
    most = 0.4 * len(tree.css("p"))
    for node in tree.css(_unwanted()):
        if len(node.css("p")) <= most:
            node.decompose()


@cache
def _unwanted() -> str:
    """Selector of elements named by what is no article."""
    return ", ".join(
        f"{tag}[{attribute}*={word} i]"
        for tag in ("div", "section", "ul", "ol")
        for attribute in ("class", "id")
        for word in lines("unwanted_elements.txt")
    )


def _fullest(tree: LexborHTMLParser) -> LexborNode | None:
    """The element whose paragraphs hold most text beside links; nearer ones count more."""
    score: dict[int, float] = {}
    nodes: dict[int, LexborNode] = {}
    for paragraph in tree.css(_PARAGRAPH):
        length = len(paragraph.text(strip=True))
        worth = float(length - 3 * _length_of_links(paragraph))
        if length < _FEWEST_CHARACTERS or worth <= 0:
            continue
        node = paragraph.parent
        for _ in range(_LEVELS):
            if node is None or node.tag == "html":
                break
            nodes[node.mem_id] = node
            score[node.mem_id] = score.get(node.mem_id, 0.0) + worth
            worth *= _FADING
            node = node.parent
    return nodes[max(score, key=score.__getitem__)] if score else None


def _length_of_links(node: LexborNode) -> int:
    return sum(len(link.text(strip=True)) for link in node.css("a"))


def visible(tree: LexborHTMLParser) -> str:
    """All text that a reader of the page sees, beside menus, forms and footers; a line for each block of it."""
    for node in tree.css(_NO_TEXT):
        node.decompose()
    if tree.body is None:
        return ""
    found = [""]
    for node in tree.body.traverse(include_text=True):
        if node.tag == "-text":
            found[-1] += node.text(deep=False)
        elif node.tag not in _WITHIN_LINE and found[-1]:
            found.append("")
    return tidy("\n".join(filter(None, (" ".join(line.split()) for line in found))))
