"""The main text of 181 public pages against the true one, by the benchmark's own measure: F1 of 4-word shingles.

Runs where the variable SPACEPACT_REFERENCE names the folder of reference data.
"""

import gzip
import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from sources.decode import decode
from sources.maintext import careful, fast

REFERENCE = os.environ.get("SPACEPACT_REFERENCE")
pytestmark = pytest.mark.skipif(not REFERENCE, reason="SPACEPACT_REFERENCE is not set")


def pages() -> Iterator[tuple[str, str]]:
    """HTML and true text of each page."""
    folder = Path(REFERENCE or "") / "article-extraction-benchmark"
    for name, truth in json.loads((folder / "ground-truth.json").read_text("utf-8")).items():
        html = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        yield decode(html), truth["articleBody"]


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[start : start + 4]) for start in range(max(1, len(words) - 3))) if words else Counter()


def share(part: Counter[tuple[str, ...]], whole: Counter[tuple[str, ...]]) -> float:
    return part.total() / whole.total() if whole else float(not part)


@pytest.mark.parametrize(
    ("extract", "least"),
    [
        (lambda html: careful(html, LexborHTMLParser(html)), 0.94),
        (lambda html: fast(LexborHTMLParser(html)), 0.90),
    ],
    ids=["careful", "fast"],
)
def test_main_text(extract: Callable[[str], str], least: float) -> None:
    precisions, recalls = [], []
    for html, truth in pages():
        found, true = shingles(extract(html)), shingles(truth)
        precisions.append(share(found & true, found))
        recalls.append(share(found & true, true))
    precision, recall = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    assert 2 * precision * recall / (precision + recall) >= least
