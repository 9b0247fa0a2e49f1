"""The field table: every key of the format, its kind of value, where it stands, what it means.

The checker reads by it; the JSON Schema, the help and the reference page are made from it.
"""

from collections.abc import Mapping as Table
from dataclasses import dataclass
from typing import Any

from relax_coach.core import vocabulary
from relax_coach.core.node import Mapping
from relax_coach.core.output import AMBIENCES
from relax_coach.core.problem import Place, shown
from relax_coach.core.report import Report
from relax_coach.core.value import (
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

KINDS: Table[str, str] = {
    "massage": "technique",
    "breathing": "breathe",
    "rest": "rest",
    "wait": "wait",
    "repeat": "repeat",
}
"""The kinds of step, each with the key that tells it."""

MASSAGE, BREATHING, REST = frozenset({"massage"}), frozenset({"breathing"}), frozenset({"rest"})
WAIT, REPEAT = frozenset({"wait"}), frozenset({"repeat"})
ANY = frozenset(KINDS)
WHERE = MASSAGE | BREATHING | REST


@dataclass(frozen=True, slots=True)
class Field:
    """One key. `on` are the kinds of step that may carry it; empty at the top of a file."""

    key: str
    value: Value[Any]
    meaning: str
    on: frozenset[str] = frozenset()
    required: bool = False


_MOST_LINES = 50
_sources = ListOf(SourceEntry(), 20)
_cautions = ListOf(Word("caution"), 20)

TOP: tuple[Field, ...] = (
    Field("format", Number(1, 1, "bad-number"), "The version of the format.", required=True),
    Field("title", Text(80), "What the routine is called.", required=True),
    Field("summary", Text(300), "What it is for, in two sentences."),
    Field("language", LanguageTag(), "The language of the text in the file, such as `de` or `pt-BR`; `en` when left out."),
    Field("who", Choice("who", ("self", "partner")), "`partner`: a giver massages a receiver; the sentences speak to the giver, sides are the receiver's. `self` when left out."),
    Field("position", Word("position"), "How one sits or lies; `any` when left out."),
    Field("needs", ListOf(Text(200), 20), "What must be at hand, said before the start."),
    Field("tags", ListOf(Text(30), 20), "Short words for finding it."),
    Field("cautions", _cautions, "Who must take care. May be empty (`[]`), may not be left out.", required=True),
    Field("stop_if", ListOf(Text(200), 20), "Reasons to stop, beside the built-in ones."),
    Field("dose", Text(200), "How often, for how many weeks, how to progress."),
    Field("sources", _sources, "Where the content comes from: a text, or `title` (must be there), `publisher`, `year` and `url`."),
    Field("author", Text(200), "Who wrote the file."),
    Field("license", Text(200), "Under which licence."),
    Field("switch", Duration(0), "The pause between the sides of every step; 5 s when left out."),
    Field("cues", Choice("cues", ("full", "gentle", "sleep", "silent")), "How much sounds. `gentle`: no halfway, no three-two-one; `sleep`: gentle, fading over the last minute, no sound at the end; `silent`: nothing but speech. `full` when left out."),
    Field("ambience", Choice("ambience", AMBIENCES), "What sounds under the session, softer while the voice speaks; `none` when left out. Not heard where `cues` is `silent`."),
    Field("steps", StepList(), "What is done, one step after the other.", required=True),
)  # fmt: skip

STEP: tuple[Field, ...] = (
    Field("target", Word("target"), "Where. On breathing and rest it only says what is drawn and where a hand lies.", WHERE),
    Field("technique", Word("technique"), "How the hands work there, or how it is stretched or moved.", MASSAGE, required=True),
    Field("breathe", BreathPattern(), "Breathing in seconds: `IN-OUT`, `IN-HOLD-OUT` or `IN-HOLD-OUT-HOLD`, such as 5-5, 4-7-8, 4-4-4-4. A hold of 0 is left out.", BREATHING, required=True),
    Field("rest", Duration(), "How long to rest.", REST, required=True),
    Field("wait", Choice("wait", ("yes",)), "`yes`: goes on when the person does, by a key or a click. On a massage step it stands in place of a timing, for at most 2 min.", WAIT | MASSAGE, required=True),
    Field("repeat", Number(2, 50), "How many rounds of `steps`. Repeats stand up to 4 deep in one another.", REPEAT, required=True),
    Field("steps", StepList(), "The steps of one round.", REPEAT, required=True),
    Field("between", Duration(0), "A rest between two rounds, none after the last; 0 when left out.", REPEAT),
    Field("title", Text(80), "The step's title; when left out \"Temple: small circles\", \"Breathing 5-5\", \"Rest\", \"Wait\", \"3 rounds\".", ANY),
    Field("say", Text(500), "The instruction, told before the work begins; made from the other keys when left out. A repeat has a lead of its own only with `say`.", ANY),
    Field("during", ListOf(Text(200), _MOST_LINES), "Short lines said over the work: one in each press or breath, or evenly spread, at least 10 s apart; what does not fit is left out.", MASSAGE | BREATHING),
    Field("show", Text(2000), "More to read, never spoken.", ANY),
    Field("position", Word("position"), "How one sits or lies from here on; 10 s are added to get there, 20 s from lying, nothing for `any`.", ANY),
    Field("side", Word("side"), "Which side: `each` is left, then right, the full time on each; `alternate` left, right, left …; `sore` asks the person. On breathing and rest only with a `target`.", WHERE),
    Field("pressure", Number(0, 10), "How hard, 0 to 10 as felt; the technique's own when left out, never above the cap of the target.", MASSAGE),
    Field("hand", Word("hand"), "What works or touches.", WHERE),
    Field("for", Duration(), "How long the work goes on, on each side; of breathing, rounded up to whole breaths; of a wait the longest time, 30 s where nobody can go on.", MASSAGE | BREATHING | WAIT),
    Field("hold", Duration(), "How long one press, stroke, movement, stretch or tension lasts.", MASSAGE),
    Field("release", Duration(0), "The pause after each `hold`, the last one too; 0 when left out.", MASSAGE),
    Field("times", Number(1, 200), "How many holds or breaths, on each side; pairs where sides alternate; one hold when left out.", MASSAGE | BREATHING),
    Field("until", Choice("until", ("eased",)), "`eased`: says once to lighten and rest the hand there if it softens sooner.", MASSAGE),
    Field("breath", BreathPattern(), "A breath that runs with the work. With `times` and no `hold`, out is the press and in the release; a hold belongs to what it follows.", MASSAGE),
    Field("lead", Duration(0), "The shortest time between the instruction and the work, for places that are hard to find.", ANY),
    Field("switch", Duration(0), "This step's own pause between the sides.", MASSAGE),
    Field("cautions", _cautions, "As at the top, for this step and, on a repeat, for the steps in it.", ANY),
    Field("sources", _sources, "As at the top, for this step.", ANY),
)  # fmt: skip

TOP_FIELDS: Table[str, Field] = {field.key: field for field in TOP}
STEP_FIELDS: Table[str, Field] = {field.key: field for field in STEP}
KEYS_OF: Table[str, frozenset[str]] = {
    kind: frozenset(field.key for field in STEP if kind in field.on) for kind in KINDS
}
KIND_KEYS = tuple(KINDS.values())

OTHER_NAMES: Table[str, str] = {
    "duration": "for", "time": "for", "length": "for", "seconds": "for", "minutes": "for",
    "reps": "times", "repetitions": "times", "count": "times", "rounds": "repeat", "sets": "repeat",
    "area": "target", "place": "target", "where": "target", "spot": "target", "muscle": "target",
    "method": "technique", "text": "say", "instruction": "say", "instructions": "say",
    "name": "title", "description": "summary", "note": "show", "notes": "show",
    "pause": "rest", "force": "pressure", "strength": "pressure", "intensity": "pressure",
    "warnings": "cautions", "contraindications": "cautions", "equipment": "needs",
    "lang": "language", "licence": "license", "breathing": "breathe", "pace": "breath",
}  # fmt: skip
"""What authors call a key elsewhere: only for the hint."""


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
    fields: Table[str, Field],
    allowed: frozenset[str],
    what: str,
    report: Report,
) -> Values:
    """Read every key of `mapping`; `allowed` are those of `fields` that belong to `what`."""
    found = Values({}, {}, {})
    for key, value in mapping.pairs:
        name = key.text
        found.written[name] = key.place
        found.places[name] = value.place
        field = fields.get(name)
        if field is None:
            other = OTHER_NAMES.get(name.lower(), "")
            near = other if other in fields else vocabulary.nearest(name, fields)
            hint = f"did you mean `{near}`?" if near else ""
            report.add("unknown-key", key.place, f"unknown key `{shown(name[:40])}`", hint)
        elif name not in allowed:
            report.add("mixed-step", key.place, f"`{name}` does not belong to {what}")
        else:
            read_value = field.value.read(value, report)
            if read_value is not None:
                found.values[name] = read_value
    return found
