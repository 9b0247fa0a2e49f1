"""The JSON Schema (draft-07) of a routine file, made from the field table: for editors.

It never refuses what the checker accepts. What it cannot judge is left to the checker: sums,
repeats, caps that hang on other keys, placeholders, and how a value was written in the file.
"""

import json
from collections.abc import Callable, Iterable

from relax_coach.core import limits, vocabulary
from relax_coach.core.json_value import Schema, value_schema, word_schema, words_pattern
from relax_coach.core.schema import KEYS_OF, KIND_KEYS, KINDS, STEP, TOP, Field
from relax_coach.core.value import Duration, Number
from relax_coach.core.vocabulary import Target

FILE_NAME = "routine.schema.json"
"""How the schema is called beside routine files."""
MODELINE = f"# yaml-language-server: $schema={FILE_NAME}"
"""Their first line: by it an editor finds the schema beside them, without a network."""

_CLASHES: dict[str, dict[str, tuple[str, ...]]] = {
    "massage": {
        "for": ("hold", "release", "times"),
        "wait": ("hold", "release", "times", "breath"),
    },
    "breathing": {"for": ("times",)},
}
"""The keys that would say a second time how long a step is."""
_TIMED_BY = {
    "massage": [["for"], ["hold"], ["wait"], ["breath", "times"]],
    "breathing": [["times"], ["for"]],
}
"""The keys of which one group must be there."""


def routine_schema() -> Schema:
    """The schema of a whole file, as a value that `json` can write."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "urn:relax-coach:routine:1",
        "title": "Relax Coach routine",
        "description": "A guided session of self-massage, breathing and rest, step by step.",
        **_closed(TOP),
        "required": [field.key for field in TOP if field.required],
        "definitions": {
            "step": _step(),
            **{kind: _kind(kind) for kind in KINDS},
            **{kind: word_schema(kind) for kind in vocabulary.SPELLINGS},
            "key": {"properties": {field.key: _key(field) for field in STEP}},
        },
    }


def schema_text() -> str:
    """The same as a file."""
    return json.dumps(routine_schema(), ensure_ascii=False, indent=2) + "\n"


def _closed(fields: Iterable[Field]) -> Schema:
    properties = {field.key: _key(field) for field in fields}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _key(field: Field) -> Schema:
    return {"description": field.meaning, **value_schema(field.value)}


def _step() -> Schema:
    """Any step: the key that tells its kind decides which keys it may have.

    Each kind is asked for by itself: of two kinds in one step both are marked.
    """
    return {
        "title": "step",
        "type": "object",
        "allOf": [
            *({"if": _is_kind(kind), "then": _ref(kind)} for kind in KINDS),
            {"if": {"not": _has_any(*KIND_KEYS, "target")}, "then": _untold()},
            *_by_target(_techniques_on),
            *_by_target(_sides_of),
            *_by_target(_pressure_on),
        ],
    }


def _is_kind(kind: str) -> Schema:
    if kind == "massage":
        alone = {"required": ["target"], "not": _has_any("breathe", "rest", "repeat")}
        return {"anyOf": [{"required": ["technique"]}, alone]}
    if kind == "wait":
        return {"required": ["wait"], "not": _has_any("target", "technique")}
    return {"required": [KINDS[kind]]}


def _untold() -> Schema:
    """A step that nothing tells the kind of: not yet valid, and any key may come next."""
    said = "say what this step does: target and technique, or breathe, rest, wait or repeat"
    return {
        "properties": {field.key: _ref_to_key(field.key) for field in STEP},
        "additionalProperties": False,
        "anyOf": [{"required": [key], "errorMessage": said} for key in KIND_KEYS],
    }


def _kind(kind: str) -> Schema:
    required = [field.key for field in STEP if field.required and field.on == {kind}]
    found: Schema = {
        "properties": {f.key: _ref_to_key(f.key) for f in STEP if f.key in KEYS_OF[kind]},
        "additionalProperties": False,
        "required": [*(["target"] if kind == "massage" else []), *required],
    }
    if kind in _CLASHES:
        found["dependencies"] = _clashes(kind)
        said = "it is not said how long"
        found["anyOf"] = [{"required": keys, "errorMessage": said} for keys in _TIMED_BY[kind]]
    if kind == "massage":
        found["allOf"] = _massage_rules()
    elif kind in ("breathing", "rest"):
        found |= {"if": {"not": _has_any("target")}, "then": {"properties": {"side": False}}}
    return found


def _massage_rules() -> list[Schema]:
    paced = {"required": ["breath", "times"], "not": _has_any("hold")}
    waited = value_schema(Duration(most=limits.LONGEST_WAIT))
    softer = [hand for hand in vocabulary.HANDS if hand != "knuckles"]
    return [
        {"if": {"not": _has_any("for", "hold")}, "then": {"properties": {"until": False}}},
        # Where the breath presses, its in-breath is the release.
        {"if": paced, "then": {"properties": {"release": False}}},
        {"if": {"required": ["wait"]}, "then": {"properties": {"for": waited}}},
        {"if": _where(["other"]), "then": {"required": ["title"]}},
        {
            "if": _where(sorted(limits.KNUCKLES)),
            "else": {"properties": {"hand": _only("hand", softer)}},
        },
    ]


def _clashes(kind: str) -> Schema:
    """For each key those that may not stand beside it; both of two are marked."""
    pairs = [(one, other) for one, others in _CLASHES[kind].items() for other in others]
    pairs += [(other, one) for one, other in pairs]
    return {
        key: {
            "properties": {other: False for one, other in pairs if one == key},
            "errorMessage": f"a second timing beside `{key}`",
        }
        for key in dict.fromkeys(one for one, _ in pairs)
    }


def _by_target(then: Callable[[Target], Schema]) -> list[Schema]:
    """What `then` asks of a step on each target, those that ask the same together."""
    groups: dict[str, tuple[Schema, list[str]]] = {}
    for target in vocabulary.TARGETS.values():
        properties = then(target)
        groups.setdefault(str(properties), (properties, []))[1].append(target.word)
    return [
        {"if": _where(words), "then": {"properties": properties}}
        for properties, words in groups.values()
    ]


def _where(targets: list[str]) -> Schema:
    pattern = words_pattern("target", targets)
    return {"required": ["target"], "properties": {"target": {"pattern": pattern}}}


def _techniques_on(target: Target) -> Schema:
    fitting = [
        technique.word
        for technique in vocabulary.TECHNIQUES.values()
        if not vocabulary.fault_of_pair(target, technique)
    ]
    return {"technique": _only("technique", fitting)}


def _sides_of(target: Target) -> Schema:
    return {"side": _only("side", [side for side in vocabulary.SIDES if side in target.sides])}


def _pressure_on(target: Target) -> Schema:
    """A sore spot has no cap of its own: it is limited when the spot is chosen."""
    most = limits.STRONGEST if target.word == vocabulary.SORE_SPOT else limits.cap(target.word)
    return {"pressure": value_schema(Number(0, most))}


def _only(kind: str, words: list[str]) -> Schema | bool:
    if not words:
        return False
    said = "here: " + ", ".join(words)
    return {"pattern": words_pattern(kind, words), "patternErrorMessage": said}


def _has_any(*keys: str) -> Schema:
    return {"anyOf": [{"required": [key]} for key in keys]}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _ref_to_key(key: str) -> Schema:
    return _ref(f"key/properties/{key}")
