"""Which page a URL names: the address worth keeping, and the key under which two addresses are one article.

Belongs here: pure rewriting of URLs. Does not belong here: fetching, or hashing into an article id.
"""

import re
from functools import cache
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urljoin, urlsplit

from sources.tables import lines

_DEFAULT_PORTS = {"http": 80, "https": 443}
_MOBILE_LABELS = frozenset({"m", "mobile", "mobi", "wap", "touch", "amp"})
_AMP_PARAMETERS = {"amp": None, "outputtype": "amp"}
_AMP_CACHE = re.compile(r"^/(?:[a-z]/)?(s/)?([^/]+\.[^/]+)(/.*)?$")
_AMP_VIEWER = re.compile(r"^/amp/(s/)?([^/]+\.[^/]+)(/.*)?$")
_VIEWER_HOST = re.compile(r"^(?:www\.)?(?:google\.[a-z.]{2,6}|bing\.com)$")
_AMP_FILE = re.compile(r"\.amp(\.html?)?$", re.IGNORECASE)
_HOST = re.compile(r"^[^\s/?#@\\<>\"'`{}|^%]+$")
_SAFE_IN_PATH = "/%:@!$&'()*+,;=~-._"


@cache
def _tracking() -> tuple[frozenset[str], tuple[str, ...]]:
    """Names and name beginnings (lower case) of parameters that only track the reader."""
    names = [line.lower() for line in lines("tracking_parameters.txt")]
    return (
        frozenset(name for name in names if not name.endswith("*")),
        tuple(name[:-1] for name in names if name.endswith("*")),
    )


def canonical_url(url: str) -> str | None:
    """The address of the article itself: without tracking, fragment, AMP or mobile forms.

    Args:
        url: as given by a file, a feed or a page.

    Returns:
        An absolute http(s) URL, or None where the string is none. A canonical URL is left as it is.
    """
    parts = _split(url)
    if parts is None:
        return None
    parts = _out_of_amp(parts)
    scheme = parts.scheme.lower()
    host = _host(parts)
    if host is None:
        return None
    query = _without_tracking(parts.query)
    return f"{scheme}://{host}{_path(parts.path)}{'?' + query if query else ''}"


def url_key(url: str) -> str:
    """What identifies the article: the canonical URL without scheme and `www.`, parameters in order of name."""
    canonical = canonical_url(url)
    if canonical is None:
        return url.strip()
    parts = urlsplit(canonical)
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    return f"{parts.netloc.removeprefix('www.')}{parts.path}{'?' + query if query else ''}"


def absolute_url(url: str, base: str) -> str | None:
    """The address that a link on a page stands for, or None where it is no http(s) address."""
    try:
        absolute = urljoin(base, url.strip())
    except ValueError:
        return None
    return absolute.partition("#")[0] if url.strip() and canonical_url(absolute) else None


def _split(url: str) -> SplitResult | None:
    """The parts of an absolute http(s) URL, or None."""
    try:
        parts = urlsplit(url.strip())
        _ = parts.port
    except ValueError:
        return None
    return parts if parts.scheme.lower() in _DEFAULT_PORTS and parts.hostname else None


def _out_of_amp(parts: SplitResult) -> SplitResult:
    """The publisher's address behind a copy in the AMP cache (`/c/s/example.org/path`) or a viewer (`/amp/s/…`)."""
    host = parts.hostname or ""
    is_viewer = _VIEWER_HOST.match(host) is not None
    if not is_viewer and not host.endswith("cdn.ampproject.org"):
        return parts
    match = (_AMP_VIEWER if is_viewer else _AMP_CACHE).match(parts.path)
    if match is None:
        return parts
    scheme = "https" if match[1] else "http"
    inner = _split(f"{scheme}://{match[2]}{match[3] or '/'}{'?' + parts.query if parts.query else ''}")
    return _out_of_amp(inner) if inner is not None else parts


def _host(parts: SplitResult) -> str | None:
    """Host in lower case without mobile labels, with a port only where it is not the usual one."""
    host = (parts.hostname or "").rstrip(".")
    labels = host.split(".")
    if any(not label for label in labels):
        return None
    while len(labels) > 2 and labels[0] in _MOBILE_LABELS:
        labels = labels[1:]
    while len(labels) > 3 and labels[1] == "m":  # en.m.example.org
        labels.pop(1)
    host = ".".join(labels)
    if not _HOST.match(host):
        return None
    host = f"[{host}]" if ":" in host else host
    port = parts.port
    return host if port in (None, _DEFAULT_PORTS[parts.scheme.lower()]) else f"{host}:{port}"


def _path(path: str) -> str:
    """Path without an AMP ending or a trailing slash; `/` where nothing is left."""
    path = quote(path, safe=_SAFE_IN_PATH)
    while True:
        shorter = path.rstrip("/")
        if shorter.lower().endswith("/amp"):
            shorter = shorter[:-4]
        shorter = _AMP_FILE.sub(r"\1", shorter)
        if shorter == path:
            return path or "/"
        path = shorter


def _without_tracking(query: str) -> str:
    """The parameters that choose the page, in the order given."""
    names, beginnings = _tracking()
    kept = []
    for name, value in parse_qsl(query, keep_blank_values=True):
        lower = name.lower()
        if lower in names or lower.startswith(beginnings):
            continue
        if lower in _AMP_PARAMETERS and _AMP_PARAMETERS[lower] in (None, value.lower()):
            continue
        kept.append((name, value))
    return urlencode(kept)
