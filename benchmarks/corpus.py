"""Articles to measure with, made from the bundled sample.

Belongs here: making many different articles out of few. Does not belong here: any measurement. Every made article
has another day, other countries and other numbers than its model, so that the warehouse has to store, extract and
resolve it as news. Those of one long model are near copies of each other, as many sites' versions of a wire are;
`mixed_articles` are not.
"""

import json
import random
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sources.sample import articles

Make = Callable[[int, int], Iterator[dict[str, Any]]]

COUNTRIES = [
    "Argentina",
    "Australia",
    "Austria",
    "Bahrain",
    "Belgium",
    "Bolivia",
    "Brazil",
    "Canada",
    "Chile",
    "China",
    "Colombia",
    "Denmark",
    "Ecuador",
    "Egypt",
    "Ethiopia",
    "Finland",
    "France",
    "Germany",
    "Ghana",
    "Greece",
    "India",
    "Indonesia",
    "Israel",
    "Italy",
    "Japan",
    "Kazakhstan",
    "Kenya",
    "Laos",
    "Luxembourg",
    "Malaysia",
    "Mexico",
    "Morocco",
    "Nigeria",
    "Norway",
    "Pakistan",
    "Peru",
    "Poland",
    "Portugal",
    "Romania",
    "Russia",
    "Rwanda",
    "Senegal",
    "Spain",
    "Sweden",
    "Switzerland",
    "Thailand",
    "Tunisia",
    "Turkey",
    "Ukraine",
    "Venezuela",
    "Vietnam",
]
NAMES = re.compile(r"\b(?:" + "|".join(COUNTRIES) + r")\b")
NUMBERS = re.compile(r"(?<=-)\d{1,2}\b|\b\d{2,3}(?=(?:th|st|nd|rd)\b)")


def made_articles(count: int, seed: int = 1) -> Iterator[dict[str, Any]]:
    """Yield that many different articles, the same for the same seed."""
    models = list(articles())
    for index in range(count):
        model = models[index % len(models)]
        rng = random.Random(seed * 1_000_003 + index)  # noqa: S311 - no secret
        shuffled = dict(zip(COUNTRIES, rng.sample(COUNTRIES, len(COUNTRIES)), strict=True))

        def vary(text: str, shuffled: dict[str, str] = shuffled, rng: random.Random = rng) -> str:
            text = NAMES.sub(lambda found: shuffled[found.group()], text)
            return NUMBERS.sub(lambda _: str(rng.randrange(2, 400)), text)

        day = date.fromisoformat(model.published or "2020-01-01") + timedelta(days=rng.randrange(-3000, 900))
        yield {
            "id": f"made-{seed}-{index}",
            "url": None,
            "title": vary(model.title or ""),
            "published": day.isoformat(),
            "source": model.source,
            "text": vary(model.text),
        }


def mixed_articles(count: int, seed: int = 1) -> Iterator[dict[str, Any]]:
    """Yield that many articles, each a dozen sentences drawn from all models: few resemble each other."""
    models = list(articles())
    sentences = sorted({part.strip() for model in models for part in model.text.split(". ") if len(part) > 40})
    for article in made_articles(count, seed):
        rng = random.Random(article["id"])  # noqa: S311 - no secret
        yield article | {"text": ". ".join(rng.sample(sentences, 12)) + "."}


def write_corpus(path: Path, count: int, seed: int = 1, make: Make = made_articles) -> int:
    """Write that many articles as JSON Lines; return the characters of their texts."""
    characters = 0
    with path.open("w", encoding="utf-8") as stream:
        for article in make(count, seed):
            characters += len(article["text"])
            stream.write(json.dumps(article, ensure_ascii=False) + "\n")
    return characters
