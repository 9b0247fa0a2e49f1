"""Each kind of value of the format as a JSON Schema: for `json_schema.py`.

The text of a value is trimmed and means what its field says, so a number may stand as a text and a
text as what YAML takes for a number; patterns say more here than types.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from relax_coach.core import vocabulary
from relax_coach.core.duration import MINUTE
from relax_coach.core.routine import Ms
from relax_coach.core.steps import MOST_STEPS
from relax_coach.core.value import (
    INHALE,
    LONGEST_BREATH_HOLD,
    SOURCE_KEYS,
    TAG,
    BreathPattern,
    Choice,
    Duration,
    LanguageTag,
    ListOf,
    Number,
    SourceEntry,
    StepList,
    Text,
    Value,
    Word,
)  # fmt: skip

Schema = dict[str, Any]

MOST_TOLD = 12
"""Words that are told in an error; more are left to the editor's completion."""

_DECIMALS = "(?:[.][0-9]{1,3})?"
_NO_DECIMALS = "(?:[.]0{1,3})?"
_LETTERS = {"k": r"[Kk\u212A]"}  # the Kelvin sign is a k in lower case
_ROWS: Mapping[str, Mapping[str, vocabulary.Target | vocabulary.Technique | vocabulary.Word]] = {
    "target": vocabulary.TARGETS,
    "technique": vocabulary.TECHNIQUES,
    "hand": vocabulary.HANDS,
    "position": vocabulary.POSITIONS,
    "caution": vocabulary.CAUTIONS,
}


def value_schema(value: Value[Any]) -> Schema:
    """The schema of one kind of value; TypeError for a kind that has none yet."""
    match value:
        case Text(most):
            return _text(rf"\S(?:[\s\S]{{0,{most - 2}}}\S)?", f"1 to {most} characters")
        case LanguageTag():
            return _text(TAG, "a language tag: en, de, pt-BR", "number")
        case Word(kind):  # a description would be lost beside a bare $ref
            return {"anyOf": [{"$ref": f"#/definitions/{kind}"}]}
        case Choice(name, words):
            return _choice(name, words)
        case Number(least, most):
            return {
                "type": ["string", "integer"],
                "minimum": least,
                "maximum": most,
                **_pattern(f"0*(?:{_whole(least, most)})", f"a number from {least} to {most}"),
            }
        case Duration(least, most):
            return _duration(least, most)
        case BreathPattern():
            return {"type": "string", **_pattern(_breath(), "in seconds: 5-5, 4-7-8, 4-4-4-4")}
        case SourceEntry(most):
            return _source(Text(most))
        case ListOf(item, most):
            return {"type": "array", "items": value_schema(item), "maxItems": most}
        case StepList():
            step = {"$ref": "#/definitions/step"}
            return {"type": "array", "items": step, "minItems": 1, "maxItems": MOST_STEPS}
    raise TypeError(f"no schema is known for {value!r}")


def _text(pattern: str, said: str, *refused: str) -> Schema:
    """A text, also one that YAML reads as a number, a date, `true` or nothing.

    Not as a list of types: editors would then offer `true`, `false` and `null`.
    """
    other = {"not": {"type": ["string", "array", "object", *refused]}}
    return {"anyOf": [{"type": "string", **_pattern(pattern, said)}, other]}


def _pattern(pattern: str, said: str) -> Schema:
    """Of a string: the format trims it. Length by pattern: `maxLength` counts UTF-16 in editors."""
    return {"pattern": _trimmed(pattern), "patternErrorMessage": said}


def _trimmed(pattern: str) -> str:
    return rf"^\s*(?:{pattern})\s*$"


def word_schema(kind: str) -> Schema:
    """The words of a kind of vocabulary.SPELLINGS: what an editor offers, and all that is read."""
    accepted = words_pattern(kind, vocabulary.SPELLINGS[kind].values())
    if kind not in _ROWS:
        return _offered(dict.fromkeys(vocabulary.SPELLINGS[kind], ""), kind, accepted)
    offered = {}
    for row in _ROWS[kind].values():
        where = getattr(row, "landmark", "") or getattr(row, "phrase", "")
        for spelling in (row.word, row.word.replace("_", " "), *row.aliases):
            offered[spelling] = f"{row.name}: {where}" if where else row.name
    return _offered(offered, kind, accepted)


def _choice(name: str, words: tuple[str, ...]) -> Schema:
    accepted = _trimmed("|".join(map(_any_case, words)))
    found = _offered(dict.fromkeys(words, ""), name, accepted)
    if "yes" in words:  # which YAML 1.1 reads as true
        spelled = found["anyOf"].pop()
        found["anyOf"].append({"if": {"type": "boolean"}, "then": {"const": True}, "else": spelled})
    return found


def _offered(words: Mapping[str, str], what: str, accepted: str) -> Schema:
    """The words an editor offers, each with its meaning, and every other way to write one."""
    said = "here: " + ", ".join(words) if len(words) <= MOST_TOLD else f"not a known {what}"
    offer: Schema = {"enum": list(words), "errorMessage": said}
    if any(words.values()):
        offer["enumDescriptions"] = list(words.values())
    return {"anyOf": [offer, {"type": "string", "pattern": accepted, "errorMessage": said}]}


def words_pattern(kind: str, words: Iterable[str]) -> str:
    """A pattern of every spelling of `words` that vocabulary.find takes."""
    chosen = set(words)
    spellings = {
        variant
        for spelling, word in vocabulary.SPELLINGS[kind].items()
        if word in chosen
        for variant in (spelling, spelling + "s", spelling.removesuffix("s"))
        if vocabulary.find(kind, variant) == word
    }
    either = []
    while spellings:  # a singular comes before its plural
        spelling = min(spellings)
        plural = "[Ss]?" if spelling + "s" in spellings else ""
        either.append(_any_case(spelling) + plural)
        spellings -= {spelling, spelling + "s"}
    return _trimmed("|".join(either))


def _any_case(spelling: str) -> str:
    """A pattern of `spelling`, in the form of vocabulary.plain, in any case and with any gaps."""
    return "".join(map(_any_case_of, spelling))


def _any_case_of(char: str) -> str:
    if char == "_":
        return r"[\s_-]+"
    if char in _LETTERS:
        return _LETTERS[char]
    return f"[{char.upper()}{char}]" if char.upper() != char else f"[{char}]"


def _source(text: Text) -> Schema:
    keys: Schema = {key: value_schema(text) for key in SOURCE_KEYS}
    keys["url"] = {
        **value_schema(text),
        "allOf": [_pattern(r"https?://\S+", "http:// or https://")],
    }
    entry: Schema = {"title": "source", "properties": keys, "required": ["title"]}
    entry["additionalProperties"] = False
    return {"if": {"type": "object"}, "then": entry, "else": value_schema(text)}


def _duration(least: Ms, most: Ms) -> Schema:
    """Text or a number of seconds. `least` is 0 or tenths of a second."""
    minutes, seconds = most // MINUTE, most // 1000
    clock, zero = f"[0-5]?[0-9]{_DECIMALS}", f"0?0{_NO_DECIMALS}"
    shapes = (
        f"0*(?:{_whole(0, minutes // 60)})h",
        f"0*(?:{_whole(0, minutes - 1)})m(?:{clock}s)?|0*{minutes}m(?:{zero}s)?",
        f"0*(?:{_whole(0, minutes - 1)}):[0-5][0-9]|0*{minutes}:00",
        f"(?:{_seconds(0, seconds)})s?",
    )
    found: Schema = {
        "type": ["string", "number"],
        "minimum": least / 1000,
        "maximum": seconds,
        **_pattern("|".join(shapes), f"20s, 1m30s, 1:30 or 20, at most {minutes} min"),
    }
    if least:  # a figure before the point, or enough behind it
        said = f"at least {least / 1000:g} s"
        longer = f"^[^.]*[1-9]|[.][{least // 100}-9]"
        found["allOf"] = [{"pattern": longer, "patternErrorMessage": said}]
    return found


def _breath() -> str:
    moved = f"(?:{_seconds(INHALE[0] // 1000, INHALE[1] // 1000)})"
    held = f"(?:{_seconds(0, LONGEST_BREATH_HOLD // 1000)})"
    return f"{moved}-{moved}|{moved}-{held}-{moved}(?:-{held})?"


def _seconds(least: int, most: int) -> str:
    """A pattern of the decimal numbers from `least` to `most`."""
    return f"0*(?:{_whole(least, most - 1)}){_DECIMALS}|0*{most}{_NO_DECIMALS}"


def _whole(least: int, most: int) -> str:
    """A pattern of the whole numbers from `least` to `most`, without leading zeros."""
    if most < 10:
        return f"[{least}-{most}]"
    if least < 10:
        return f"[{least}-9]|{_whole(10, most)}"
    if least // 10 == most // 10:
        return f"{least // 10}[{least % 10}-{most % 10}]"
    low, high = least // 10, most // 10
    between = f"|(?:{_whole(low + 1, high - 1)})[0-9]" if high - low > 1 else ""
    return f"{low}[{least % 10}-9]{between}|{high}[0-{most % 10}]"
