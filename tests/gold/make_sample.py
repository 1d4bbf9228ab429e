"""Make the bundled sample out of the labelled wire stories: `python tests/gold/make_sample.py`.

The stories are our own retelling of real events. Words in quotation marks that someone is said to have spoken are
taken out, with the sentence they stand in, because nobody is known to have said them so. Names and titles in
quotation marks stay.
"""

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

HERE = Path(__file__).parent
STORIES = HERE / "wires.gold.jsonl"
SAMPLE = HERE.parents[1] / "sources" / "sample" / "articles.jsonl"
FIELDS = ("id", "url", "title", "published", "source", "text")

QUOTED = re.compile(
    r"""["“„«](?P<double>[^"“”„«»\n]+)["”»]|(?<!\w)[‘'](?P<single>[^‘’'\n]*(?:\w['’]\w[^‘’'\n]*)*)[’'](?!\w)"""
)
SPEECH = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|add(?:ed|s|ing)|call(?:ed|s|ing)|not(?:ed|es|ing)|quip\w*|ask(?:ed|s)?"
    r"|repl(?:ied|ies)|sp(?:oke|eaks?|eaking|oken)|declar\w+|describ\w+|remark\w*|comment\w*|stat(?:ed|es|ing)|insist\w*"
    r"|explain\w*|warn\w*|promis\w*|hail\w*|prais\w*|joke\w*|according to|in (?:his|her|their|its) words|wrote|writes"
    r"|announc\w+|argu\w+|admit\w*|conced\w*|recall\w*|stress\w*|urg(?:ed|es)|vow\w*|thank\w*|claim\w*|boast\w*"
    r"|shout\w*|cried|hoped?|mark\w*|back\w*|would not)\b",
    re.IGNORECASE,
)
ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|No|Lt|Gen|Col|Maj|Inc|Ltd|Co|vs|approx|[ap]\.m|U\.S|U\.K|U\.N))\.$"
)
SENTENCE_END = re.compile(r"""[.!?]["”’')\]]*(?=\s|$)""")
LEANS_BACK = re.compile(r"(?:He|She|They|His|Her|Their|It|That|This|But|And|The same)\b|[\"“]")


NAME = r"(?:[A-Z][\w.'’-]+ )+[A-Z][\w'’-]+"
SPEAKER = re.compile(
    rf"\b(?:said|says|added|noted|quipped) (?P<after>{NAME})(?:, (?P<role>[^,.]+))?"
    rf"|(?P<title>\ban? [^,.]+, )?(?P<before>{NAME}),? (?:said|says|told|added|noted)\b"
)


def sentences(paragraph: str) -> Iterator[str]:
    """Sentences with the blanks behind them; one is never cut within quotation marks."""
    inside = [(match.start(), match.end()) for match in QUOTED.finditer(paragraph)]
    start = 0
    for match in SENTENCE_END.finditer(paragraph):
        end = match.end()
        if any(first < end < last for first, last in inside) or ABBREVIATED.search(
            paragraph[start : match.start() + 1]
        ):
            continue
        after = paragraph[end:].lstrip()
        if after and not (after[0].isupper() or after[0].isdigit() or after[0] in "\"“'‘("):
            continue
        yield paragraph[start:end]
        start = end + len(paragraph[end:]) - len(after)
    if start < len(paragraph):
        yield paragraph[start:]


def is_name(quoted: str) -> bool:
    """Whether words in quotation marks are a title or a name: their longer words begin with a capital or a figure."""
    words = re.findall(r"[\w'’-]+", quoted)
    telling = [word for word in words if len(word) > 3] or words
    return (
        bool(telling)
        and sum(not word[0].islower() for word in telling) >= 0.7 * len(telling)
        and quoted[-1:] not in ".!?"
    )


def speaks(sentence: str) -> bool:
    """Whether a sentence quotes what someone said, rather than a name or a term of up to three words."""
    if sum(sentence.count(mark) for mark in '"“”„«»') % 2:
        return True
    outside = QUOTED.sub(" ", sentence)
    for match in QUOTED.finditer(sentence):
        quoted = match["double"] or match["single"] or ""
        if is_name(quoted):
            continue
        if len(quoted.split()) > 3 or quoted.rstrip()[-1:] in ",.!?" or SPEECH.search(outside):
            return True
    return False


def introduction(sentence: str) -> tuple[list[str], str] | None:
    """Names of the speaker whom a quoting sentence introduces in full, and a sentence that does as much."""
    match = SPEAKER.search(QUOTED.sub(" ", sentence))
    if match is None:
        return None
    name = match["after"] or match["before"]
    who = f", {match['role']}" if match["role"] else ""
    title = match["title"] or ""
    return name.split(), f"{title[:1].upper()}{title[1:]}{name}{who}{',' if who or title else ''} also spoke."


def without_speech(paragraph: str, is_missed: Callable[[list[str]], bool] = lambda names: False) -> str:
    """The paragraph without its quotations, and without the sentences that lean on them.

    A speaker whom the rest of the story goes on to name is introduced all the same.
    """
    kept: list[str] = []
    after_quotation = False
    for sentence in sentences(paragraph):
        if speaks(sentence):
            after_quotation = True
            if kept and kept[-1].endswith(("?", ":")):
                kept.pop()
            speaker = introduction(sentence)
            if speaker and is_missed(speaker[0]):
                kept.append(speaker[1])
        elif after_quotation and LEANS_BACK.match(sentence):
            continue
        else:
            kept.append(sentence)
            after_quotation = False
    return " ".join(kept)


def is_named_first_in(after: str, before: str, names: list[str]) -> bool:
    """Whether a story goes on to use one of a person's names that it has not used so far."""
    words, known = set(re.findall(r"[\w'’-]+", after)), set(re.findall(r"[\w'’-]+", before))
    return any(name in words and name not in known for name in names)


def told_without_speech(text: str) -> str | None:
    """The story without quotations; None where its opening sentence is one."""
    paragraphs = [paragraph for paragraph in text.split("\n") if paragraph.strip()]
    bare = [without_speech(paragraph) for paragraph in paragraphs]
    if not bare[0].startswith(next(sentences(paragraphs[0]))):
        return None
    kept = []
    for number, paragraph in enumerate(paragraphs):
        before, after = " ".join(kept), " ".join(bare[number:])
        kept.append(without_speech(paragraph, partial(is_named_first_in, after, before)))
    return "\n\n".join(filter(None, kept))


def stories() -> Iterator[dict[str, object]]:
    """The sample's records, in the order of the labelled stories."""
    for line in STORIES.read_text("utf-8").splitlines():
        story = json.loads(line)
        text = told_without_speech(story["text"])
        if text is not None and not speaks(story["title"]):
            yield {name: story[name] for name in FIELDS} | {"text": text}


if __name__ == "__main__":
    lines = [json.dumps(story, ensure_ascii=False) + "\n" for story in stories()]
    SAMPLE.write_text("".join(lines), "utf-8")
    print(f"{len(lines)} stories in {SAMPLE.name}")
