"""The kinds of value of the format: each reads the text of a node as its own type, or reports.

`read` returns None after it has reported; the field, never YAML, decides what a text means. What a
kind allows stands in its attributes, from which the schema and the reference are made as well.
"""

import re
from dataclasses import dataclass
from typing import Protocol, TypeVar

from relax_coach.core import vocabulary
from relax_coach.core.duration import HOUR, LONGEST_FIGURE, MINUTE, milliseconds
from relax_coach.core.node import Listing, Mapping, Node, Scalar
from relax_coach.core.problem import Place, shown
from relax_coach.core.report import Report
from relax_coach.core.routine import Breath, Ms, Source

T_co = TypeVar("T_co", covariant=True)
SHORTEST: Ms = 500
INHALE: tuple[Ms, Ms] = (1_000, 20_000)
"""Shortest and longest breath in or out (our own judgement)."""
LONGEST_BREATH_HOLD: Ms = 10_000
SECONDS = r"[0-9]+(?:\.[0-9]{1,3})?"
_SECONDS = re.compile(SECONDS)
_NUMBER = re.compile(r"[0-9]+")
TAG = r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*"
_TAG = re.compile(TAG)
_URL = re.compile(r"https?://[^\s]+")
SOURCE_KEYS = ("title", "publisher", "year", "url")


class Value(Protocol[T_co]):
    """A kind of value. `read` returns None after it has reported."""

    def read(self, node: Node, report: Report) -> T_co | None: ...


@dataclass(frozen=True, slots=True)
class Text:
    """A text of 1 to `most` code points, trimmed."""

    most: int

    def read(self, node: Node, report: Report) -> str | None:
        value = _scalar(node, report)
        if value is None:
            return None
        value = value.strip()
        if not value:
            hint = "write it or remove the key"
            report.add("out-of-range", node.place, "the text is empty", hint)
        elif len(value) > self.most:
            said = f"{len(value)} characters, at most {self.most} are allowed"
            report.add("out-of-range", node.place, said, "shorten it")
        else:
            return value
        return None


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a kind of vocabulary.SPELLINGS."""

    kind: str

    def read(self, node: Node, report: Report) -> str | None:
        value = _scalar(node, report)
        if value is None:
            return None
        if self.kind == "target" and vocabulary.is_unsafe(value):
            _refuse(value, node.place, report)
            return None
        found = vocabulary.find(self.kind, value)
        if found is None:
            spellings = tuple(vocabulary.SPELLINGS[self.kind])
            report.add("unknown-word", node.place, *_unknown(self.kind, value, spellings))
        return found


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words, for the key `name`."""

    name: str
    words: tuple[str, ...]

    def read(self, node: Node, report: Report) -> str | None:
        value = _scalar(node, report)
        if value is None:
            return None
        spelling = vocabulary.plain(value)
        if spelling in self.words:
            return spelling
        report.add("unknown-word", node.place, *_unknown(self.name, value, self.words))
        return None


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number in ASCII digits; `code` is what one out of range is called."""

    least: int
    most: int
    code: str = "out-of-range"

    def read(self, node: Node, report: Report) -> int | None:
        value = _scalar(node, report)
        if value is None:
            return None
        value = value.strip()
        if not _NUMBER.fullmatch(value):
            said = f"`{shown(value[:40])}` is not a whole number"
            if not value:
                said = "no number is given"
            hint = f"a number from {self.least} to {self.most}"
            report.add("bad-number", node.place, said, hint)
            return None
        figure = int(value) if len(value.lstrip("0")) <= LONGEST_FIGURE else self.most + 1
        if self.least <= figure <= self.most:
            return figure
        said = f"{shown(value[:40])} is not from {self.least} to {self.most}"
        report.add(self.code, node.place, said)
        return None


@dataclass(frozen=True, slots=True)
class Duration:
    """A duration in ms: 90, 90s, 1.5s, 1m30s, 1:30, 2m, 1h."""

    least: Ms = SHORTEST
    most: Ms = HOUR

    def read(self, node: Node, report: Report) -> Ms | None:
        value = _scalar(node, report)
        if value is None:
            return None
        length = milliseconds(value.strip())
        if length is None:
            said = f"`{shown(value.strip()[:40])}` is not a duration"
            report.add("bad-duration", node.place, said, "write it as 20s, 1m30s, 1:30 or 20")
        elif not self.least <= length <= self.most:
            said = f"a duration here is from {self.least / 1000:g} s to {self.most // MINUTE} min"
            report.add("out-of-range", node.place, said)
        else:
            return length
        return None


@dataclass(frozen=True, slots=True)
class BreathPattern:
    """IN-OUT, IN-HOLD-OUT or IN-HOLD-OUT-HOLD in seconds."""

    def read(self, node: Node, report: Report) -> Breath | None:
        value = _scalar(node, report)
        if value is None:
            return None
        parts = value.strip().split("-")
        if len(parts) not in (2, 3, 4) or not all(_SECONDS.fullmatch(part) for part in parts):
            said = f"`{shown(value.strip()[:40])}` is not a breath"
            hint = "in-out, in-hold-out or in-hold-out-hold in seconds: 5-5, 4-7-8, 4-4-4-4"
            report.add("bad-breath", node.place, said, hint)
            return None
        lengths = [round(float(part) * 1000) if len(part) < 40 else HOUR for part in parts]
        if len(lengths) == 2:
            lengths = [lengths[0], 0, lengths[1], 0]
        inhale, hold, exhale, rest = (*lengths, 0)[:4]
        shortest, longest = INHALE
        if not (shortest <= inhale <= longest and shortest <= exhale <= longest):
            report.add("over-cap", node.place, "breathing in and out takes 1 to 20 s each")
        elif max(hold, rest) > LONGEST_BREATH_HOLD:
            report.add("over-cap", node.place, "a breath is held for at most 10 s")
        else:
            return Breath(inhale, hold, exhale, rest)
        return None


@dataclass(frozen=True, slots=True)
class LanguageTag:
    """A language tag such as en or pt-BR."""

    def read(self, node: Node, report: Report) -> str | None:
        value = _scalar(node, report)
        if value is None:
            return None
        if _TAG.fullmatch(value.strip()):
            return value.strip()
        hint = "for example en, de or pt-BR"
        report.add("unknown-word", node.place, "not a language tag", hint)
        return None


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source: text, or a mapping with a title."""

    most: int = 300

    def read(self, node: Node, report: Report) -> Source | None:
        text = Text(self.most)
        if not isinstance(node, Mapping):
            title = text.read(node, report)
            return Source(title) if title else None
        values: dict[str, str] = {}
        for key, value in node.pairs:
            if key.text not in SOURCE_KEYS:
                near = vocabulary.nearest(key.text, SOURCE_KEYS)
                hint = "a source has title, publisher, year and url"
                hint = f"did you mean `{near}`?" if near else hint
                said = f"unknown key `{shown(key.text[:40])}`"
                report.add("unknown-key", key.place, said, hint)
                continue
            found = text.read(value, report)
            if found and key.text == "url" and not _URL.fullmatch(found):
                said = "an address begins with http:// or https://"
                report.add("out-of-range", value.place, said)
            elif found:
                values[key.text] = found
        if report.whole and "title" not in (key.text for key, _ in node.pairs):
            report.add("missing-key", node.place, "a source needs a title")
        return Source(**values) if "title" in values else None


Item = Text | Word | SourceEntry


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of up to `most` items; items with a problem are left out."""

    item: Item
    most: int

    def read(self, node: Node, report: Report) -> tuple[object, ...] | None:
        if not isinstance(node, Listing):
            report.add("not-a-list", node.place, "a list belongs here", _list_hint(node))
            return None
        if len(node.items) > self.most:
            said = f"{len(node.items)} items, at most {self.most}"
            report.add("out-of-range", node.place, said)
        values = [self.item.read(entry, report) for entry in node.items[: self.most + 1]]
        return tuple(value for value in values if value is not None)


@dataclass(frozen=True, slots=True)
class StepList:
    """A list of steps: read by steps.py, which alone knows what a step is."""

    def read(self, node: Node, report: Report) -> Node:
        return node


def _list_hint(node: Node) -> str:
    if not isinstance(node, Scalar):
        return "begin each entry with `- `"
    word = shown(node.text.strip()[:40])
    return f"[{word}], or [] for none" if word else "[]"


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
