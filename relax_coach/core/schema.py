"""The keys of the format, each with its reader: what a mapping of a routine file may hold."""

from collections.abc import Mapping as Table
from dataclasses import dataclass
from typing import Any

from relax_coach.core import vocabulary
from relax_coach.core.field import (
    Reader,
    Report,
    breath,
    choice,
    duration,
    language,
    listing,
    number,
    source,
    text,
    word,
)  # fmt: skip
from relax_coach.core.node import Mapping
from relax_coach.core.problem import Place, shown

_sources = listing(source, 20)
_cautions = listing(word("caution"), 20)

TOP: Table[str, Reader[Any]] = {
    "format": number(1, 10**9, "bad-number"),
    "title": text(80),
    "summary": text(300),
    "language": language,
    "who": choice("who", ("self",), later=("partner",)),
    "position": word("position"),
    "needs": listing(text(200), 20),
    "tags": listing(text(30), 20),
    "cautions": _cautions,
    "stop_if": listing(text(200), 20),
    "dose": text(200),
    "sources": _sources,
    "author": text(200),
    "license": text(200),
    "switch": duration(0),
}
TOP_LATER = ("cues", "ambience")

STEP: Table[str, Reader[Any]] = {
    "target": word("target"),
    "technique": word("technique"),
    "breathe": breath,
    "rest": duration(),
    "title": text(80),
    "say": text(500),
    "show": text(2000),
    "side": word("side"),
    "pressure": number(0, 10),
    "hand": word("hand"),
    "for": duration(),
    "hold": duration(),
    "release": duration(0),
    "times": number(1, 200),
    "until": choice("until", ("eased",)),
    "lead": duration(0),
    "switch": duration(0),
    "cautions": _cautions,
    "sources": _sources,
}
STEP_LATER = ("during", "position", "breath", "wait", "repeat", "between", "steps")

KIND_KEYS = ("technique", "breathe", "rest", "wait", "repeat")
_ANY = frozenset({"title", "say", "show", "lead", "cautions", "sources"})
_WHERE = frozenset({"target", "side", "hand"})
KEYS_OF: Table[str, frozenset[str]] = {
    "massage": _ANY
    | _WHERE
    | {"technique", "pressure", "for", "hold", "release", "times", "until", "switch"},
    "breathe": _ANY | _WHERE | {"breathe", "times", "for"},
    "rest": _ANY | _WHERE | {"rest"},
}


@dataclass(slots=True)
class Values:
    """The values of one mapping that were read without a problem, and every key's places."""

    values: dict[str, Any]
    written: dict[str, Place]
    places: dict[str, Place]

    def get(self, key: str, default: Any) -> Any:
        return self.values.get(key, default)


def read_mapping(
    mapping: Mapping,
    readers: Table[str, Reader[Any]],
    allowed: frozenset[str],
    later: tuple[str, ...],
    what: str,
    report: Report,
) -> Values:
    """Read every key of `mapping`; `allowed` are the keys that belong to `what`."""
    found = Values({}, {}, {})
    for key, value in mapping.pairs:
        name = key.text
        found.written[name] = key.place
        found.places[name] = value.place
        if name in later:
            said = f"`{name}` does not work yet in this version"
            hint = "it is part of the format and comes later; remove it for now"
            report.add("unknown-key", key.place, said, hint)
        elif name not in readers and name not in allowed:
            near = vocabulary.nearest(name, (*readers, *later, *allowed))
            hint = f"did you mean `{near}`?" if near else ""
            report.add("unknown-key", key.place, f"unknown key `{shown(name[:40])}`", hint)
        elif name not in allowed:
            report.add("mixed-step", key.place, f"`{name}` does not belong to {what}")
        elif name in readers:
            read_value = readers[name](value, report)
            if read_value is not None:
                found.values[name] = read_value
    return found
