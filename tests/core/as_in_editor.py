"""A file as an editor reads it, with the types of YAML 1.2, and what the schema says of it."""

import re
from typing import Any

import yaml
from jsonschema import Draft7Validator

from relax_coach.core.json_schema import routine_schema
from relax_coach.core.problem import Problem

IN_THE_TEXT = {
    "not-a-file", "too-large", "not-utf8", "bad-yaml", "bad-character", "alias-not-allowed",
    "tag-not-allowed", "many-documents", "duplicate-key",
}  # fmt: skip
"""A schema sees the values that were loaded, not how they were written: with one of these it is
not known what an editor loads at all."""

ACROSS_KEYS = {
    "too-deep": "a schema cannot count the repeats around a step, nor levels of YAML",
    "too-long": "a sum over all steps",
    "over-cap": "sums, and caps that hang on other keys (pressures and single breaths are judged)",
    "missing-caution": "a caution at the top, at a repeat or at the step is enough",
    "at most 500 steps a file": "a sum over all repeats",
    "unknown-placeholder": "what has a value hangs on the kind, the side and the timing of a step",
}
"""Codes and messages that hang on more than one value, and why a schema is silent."""

READ_BY_YAML = {"bad-number", "bad-duration", "unknown-word", "out-of-range"}
"""Not judged where YAML has read the value itself: `times: 0x10`, `wait: true`, `title:`."""

_TYPES = (
    (r"|~|null|Null|NULL", lambda _: None),
    (r"true|True|TRUE", lambda _: True),
    (r"false|False|FALSE", lambda _: False),
    (r"[-+]?[0-9]+", int),
    (r"0o[0-7]+|0x[0-9a-fA-F]+", lambda text: int(text, 0)),
    (r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", float),
)
"""The core schema of YAML 1.2: `yes`, `1:30` and a date are text."""

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_VALIDATOR = Draft7Validator(routine_schema())


def fits(value: Any) -> bool:
    """Whether the schema takes a loaded file."""
    return _VALIDATOR.is_valid(value)


def loaded(text: str) -> Any:
    """What an editor loads. Raises yaml.YAMLError."""
    return _loaded(yaml.compose(text, Loader=_LOADER))


def is_judged(problem: Problem, text: str) -> bool:
    """Whether a schema can see this error of the file `text`."""
    if problem.severity == "warning" or problem.code in IN_THE_TEXT:
        return False
    if {problem.code, problem.message} & ACROSS_KEYS.keys():
        return False
    place = problem.place
    written = text.split("\n")[place.line - 1][place.column - 1 :][: place.width]
    return problem.code not in READ_BY_YAML or isinstance(typed(written.strip()), str)


def typed(plain: str) -> Any:
    """What YAML takes an unquoted value for."""
    return next((make(plain) for form, make in _TYPES if re.fullmatch(form, plain)), plain)


def _loaded(node: yaml.Node | None) -> Any:
    match node:
        case yaml.MappingNode():
            return {str(key.value): _loaded(value) for key, value in node.value}
        case yaml.SequenceNode():
            return [_loaded(item) for item in node.value]
        case yaml.ScalarNode():
            return node.value if node.style else typed(node.value)
    return None
