"""Readers: the text of a node → a value of the field's own type, or a problem.

A reader returns None after it has reported; the field, never YAML, decides what a text means.
"""

import re
from collections.abc import Callable
from typing import TypeVar

from relax_coach.core import vocabulary
from relax_coach.core.node import Listing, Mapping, Node, Scalar
from relax_coach.core.problem import Place, Problem, shown
from relax_coach.core.routine import Breath, Ms, Source

T = TypeVar("T")
HOUR: Ms = 3_600_000
SHORTEST: Ms = 500
_DURATION = re.compile(
    r"(?P<h>[0-9]+)h|(?P<m>[0-9]+)m(?:(?P<ms>[0-5]?[0-9](?:\.[0-9]{1,3})?)s)?"
    r"|(?P<mm>[0-9]+):(?P<ss>[0-5][0-9])|(?P<s>[0-9]+(?:\.[0-9]{1,3})?)s?"
)
_SECONDS = re.compile(r"[0-9]+(?:\.[0-9]{1,3})?")
_NUMBER = re.compile(r"[0-9]+")
_TAG = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
LONGEST_FIGURE = 12
"""Digits read of a number: more is out of every range, and slow to convert."""


class Report:
    """Collects the problems of one file.

    `whole` is False where the text was cut short: what is missing there is no mistake.
    """

    def __init__(self, whole: bool = True) -> None:
        self.problems: list[Problem] = []
        self.whole = whole

    def add(
        self, code: str, place: Place, message: str, hint: str = "", severity: str = "error"
    ) -> None:
        self.problems.append(Problem(code, place, message, hint, severity))


Reader = Callable[[Node, Report], T | None]


def text(most: int) -> Reader[str]:
    """A text of 1 to `most` code points, trimmed."""

    def read(node: Node, report: Report) -> str | None:
        value = _scalar(node, report)
        if value is None:
            return None
        value = value.strip()
        if not value:
            report.add(
                "out-of-range", node.place, "the text is empty", "write it or remove the key"
            )
        elif len(value) > most:
            said = f"{len(value)} characters, at most {most} are allowed"
            report.add("out-of-range", node.place, said, "shorten it")
        else:
            return value
        return None

    return read


def word(kind: str, allowed: tuple[str, ...] = ()) -> Reader[str]:
    """A word of a kind of vocabulary.SPELLINGS; `allowed` narrows it."""

    def read(node: Node, report: Report) -> str | None:
        value = _scalar(node, report)
        if value is None:
            return None
        if kind == "target" and vocabulary.is_unsafe(value):
            _refuse(value, node.place, report)
            return None
        found = vocabulary.find(kind, value)
        if found is not None and (not allowed or found in allowed):
            return found
        spellings = allowed or tuple(vocabulary.SPELLINGS[kind])
        report.add("unknown-word", node.place, *_unknown(kind, value, spellings))
        return None

    return read


def choice(name: str, words: tuple[str, ...], later: tuple[str, ...] = ()) -> Reader[str]:
    """One of a few words; `later` are words of the format that do not work yet."""

    def read(node: Node, report: Report) -> str | None:
        value = _scalar(node, report)
        if value is None:
            return None
        spelling = vocabulary.plain(value)
        if spelling in words:
            return spelling
        if spelling in later:
            said = f"`{name}: {spelling}` does not work yet in this version"
            report.add("unknown-word", node.place, said, f"for now: {', '.join(words)}")
        else:
            report.add("unknown-word", node.place, *_unknown(name, value, words + later))
        return None

    return read


def number(least: int, most: int, code: str = "out-of-range") -> Reader[int]:
    """A whole number in ASCII digits."""

    def read(node: Node, report: Report) -> int | None:
        value = _scalar(node, report)
        if value is None:
            return None
        value = value.strip()
        if not _NUMBER.fullmatch(value):
            said = f"`{shown(value[:40])}` is not a whole number"
            report.add("bad-number", node.place, said, f"a number from {least} to {most}")
            return None
        figure = int(value) if len(value.lstrip("0")) <= LONGEST_FIGURE else most + 1
        if least <= figure <= most:
            return figure
        said = f"{shown(value[:40])} is not from {least} to {most}"
        report.add(code, node.place, said)
        return None

    return read


def duration(least: Ms = SHORTEST, most: Ms = HOUR) -> Reader[Ms]:
    """A duration in ms: 90, 90s, 1.5s, 1m30s, 1:30, 2m, 1h."""

    def read(node: Node, report: Report) -> Ms | None:
        value = _scalar(node, report)
        if value is None:
            return None
        length = milliseconds(value.strip())
        if length is None:
            said = f"`{shown(value.strip()[:40])}` is not a duration"
            report.add("bad-duration", node.place, said, "write it as 20s, 1m30s, 1:30 or 20")
        elif not least <= length <= most:
            said = f"a duration here is from {least / 1000:g} s to {most // 60_000} min"
            report.add("out-of-range", node.place, said)
        else:
            return length
        return None

    return read


def milliseconds(value: str) -> Ms | None:
    """The length a duration's text means, in ms; None for a wrong shape."""
    match = _DURATION.fullmatch(value)
    if match is None:
        return None
    if len(value) > LONGEST_FIGURE + 4:
        return HOUR * 1000
    part = match.groupdict(default="0")
    seconds = float(part["s"]) + float(part["ms"]) + float(part["ss"])
    minutes = int(part["m"]) + int(part["mm"]) + 60 * int(part["h"])
    return round(seconds * 1000) + minutes * 60_000


def breath(node: Node, report: Report) -> Breath | None:
    """A breath pattern: IN-OUT, IN-HOLD-OUT or IN-HOLD-OUT-HOLD in seconds."""
    value = _scalar(node, report)
    if value is None:
        return None
    parts = value.strip().split("-")
    if len(parts) not in (2, 3, 4) or not all(_SECONDS.fullmatch(part) for part in parts):
        said = f"`{shown(value.strip()[:40])}` is not a breath"
        hint = "in-out, in-hold-out or in-hold-out-hold in seconds: 5-5, 4-7-8, 4-4-4-4"
        report.add("bad-breath", node.place, said, hint)
        return None
    lengths = [round(float(part[:LONGEST_FIGURE]) * 1000) for part in parts]
    if len(lengths) == 2:
        lengths = [lengths[0], 0, lengths[1], 0]
    inhale, hold, exhale, rest = (*lengths, 0)[:4]
    if not (1_000 <= inhale <= 20_000 and 1_000 <= exhale <= 20_000):
        report.add("over-cap", node.place, "breathing in and out takes 1 to 20 s each")
    elif max(hold, rest) > 10_000:
        report.add("over-cap", node.place, "a breath is held for at most 10 s")
    else:
        return Breath(inhale, hold, exhale, rest)
    return None


def language(node: Node, report: Report) -> str | None:
    """A language tag such as en or pt-BR."""
    value = _scalar(node, report)
    if value is None:
        return None
    if _TAG.fullmatch(value.strip()):
        return value.strip()
    report.add("unknown-word", node.place, "not a language tag", "for example en, de or pt-BR")
    return None


def listing(item: Reader[T], most: int) -> Reader[tuple[T, ...]]:
    """A list of up to `most` items; items with a problem are left out."""

    def read(node: Node, report: Report) -> tuple[T, ...] | None:
        if not isinstance(node, Listing):
            hint = "[]" if isinstance(node, Scalar) and not node.text else "write it as [ … ]"
            report.add("not-a-list", node.place, "a list belongs here", hint)
            return None
        if len(node.items) > most:
            report.add("out-of-range", node.place, f"{len(node.items)} items, at most {most}")
        values = [item(entry, report) for entry in node.items[: most + 1]]
        return tuple(value for value in values if value is not None)

    return read


def source(node: Node, report: Report) -> Source | None:
    """A source: text, or a mapping with a title."""
    if not isinstance(node, Mapping):
        title = text(300)(node, report)
        return Source(title) if title else None
    values: dict[str, str] = {}
    for key, value in node.pairs:
        if key.text not in ("title", "publisher", "year", "url"):
            hint = "a source has title, publisher, year and url"
            said = f"unknown key `{shown(key.text[:40])}`"
            report.add("unknown-key", key.place, said, hint)
            continue
        found = text(300)(value, report)
        if found and key.text == "url" and not re.match(r"https?://[^\s]+\Z", found):
            report.add("out-of-range", value.place, "an address begins with http:// or https://")
        elif found:
            values[key.text] = found
    if report.whole and "title" not in (key.text for key, _ in node.pairs):
        report.add("missing-key", node.place, "a source needs a title")
    return Source(**values) if "title" in values else None


def _scalar(node: Node, report: Report) -> str | None:
    if isinstance(node, Scalar):
        return node.text
    kind = "a list" if isinstance(node, Listing) else "a mapping"
    hint = 'put the text in double quotes: "{side} shoulder"' if kind == "a mapping" else ""
    report.add("not-text", node.place, f"{kind} stands where a word or text belongs", hint)
    return None


def _refuse(value: str, place: Place, report: Report) -> None:
    hint = "arteries and nerves lie open there; choose another place"
    if vocabulary.plain(value).startswith("side"):
        hint = "for a stretch write `neck side` or `neck turn`"
    said = f"`{shown(value.strip())}` must never be massaged"
    report.add("unsafe-target", place, said, hint)


def _unknown(kind: str, value: str, spellings: tuple[str, ...]) -> tuple[str, str]:
    """Message and hint for a word that is not in the vocabulary."""
    near = vocabulary.nearest(value, spellings)
    hint = f"did you mean `{near.replace('_', ' ')}`?" if near else ""
    if kind == "technique" and vocabulary.plain(value).startswith(("rest", "breath")):
        hint = "rest and breathing are steps of their own: `rest: 10s`, `breathe: 5-5`"
    if not hint and len(spellings) <= 12:
        hint = "one of " + ", ".join(spellings)
    value = shown(value.strip()[:40])
    return (f"`{value}` is not a {kind}" if value else f"no {kind} is given"), hint
