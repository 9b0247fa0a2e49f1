"""Every code a problem can have: what it means, what to do, a wrong and a right example.

`relax-coach help CODE` and the reference page are made from this table.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from relax_coach.core.node import DEEPEST, MOST_BYTES, MOST_NODES
from relax_coach.core.steps import DEEPEST_REPEAT

_ENDS = "It ends the check."
_CUTS = "It ends the reading: what stands before it is judged all the same."


@dataclass(frozen=True, slots=True)
class Code:
    """One code. `wrong` and `right` are whole files, or steps where they begin with `- `."""

    word: str
    means: str
    remedy: str
    wrong: str
    right: str
    warns: str = ""
    """What it means as a warning; "" where it is always an error."""
    ends: str = ""
    """How it cuts the check short; "" where the check goes on."""
    told: bool = False
    """Whether the examples are told in words, because no text of a routine can show them."""


def _step(*keys: str) -> str:
    return "- " + "\n  ".join(keys)


_PRESS = ("target: temple", "technique: press", "hold: 5s")

_CODES = (
    Code(
        "not-a-file",
        "The file is not there, may not be read, or is not a regular file.",
        "Look at the spelling of its path, and whether you may read it.",
        wrong="relax-coach check nekc.yaml, where the file is called neck.yaml",
        right="relax-coach check neck.yaml",
        ends=_ENDS,
        told=True,
    ),
    Code(
        "too-large",
        f"The file has more than {MOST_BYTES // 1024} KiB or more than {MOST_NODES:,} values.",
        "Keep the steps and move the rest elsewhere; `repeat` says a thing once.",
        wrong="300 KiB: ten steps, and two years of notes in comments",
        right="2 KiB: the same ten steps",
        ends=_ENDS,
        told=True,
    ),
    Code(
        "too-deep",
        f"Repeats stand more than {DEEPEST_REPEAT} deep in one another, or lists and mappings "
        f"more than {DEEPEST}.",
        "Write fewer repeats inside each other: rounds of rounds are more rounds.",
        wrong=(
            "- repeat: 2\n  steps:\n    - repeat: 2\n      steps:\n        - repeat: 2\n"
            "          steps:\n            - repeat: 2\n              steps:\n"
            "                - repeat: 2\n                  steps:\n"
            "                    - rest: 10s"
        ),
        right="- repeat: 32\n  steps:\n    - rest: 10s",
        ends=_ENDS,
    ),
    Code(
        "not-utf8",
        "The file holds bytes that are not UTF-8.",
        "Save it as UTF-8 in your editor.",
        wrong="title: Café, saved as Latin-1, in which é is the byte E9",
        right="title: Café, saved as UTF-8, in which é is the bytes C3 A9",
        ends=_ENDS,
        told=True,
    ),
    Code(
        "bad-yaml",
        "From here on it cannot be read as YAML.",
        "Put a text with a colon, a brace or a # in double quotes; indent with spaces alone.",
        wrong=_step("rest: 10s", "say: Now: rest."),
        right=_step("rest: 10s", 'say: "Now: rest."'),
        ends=_CUTS + " No key is said to be missing then.",
    ),
    Code(
        "bad-character",
        "A character that steers a terminal, turns the direction of text or cannot be seen.",
        "Remove it, and write the text with ordinary letters and signs.",
        wrong=_step("rest: 10s", r'say: "Rest now.\x07"'),
        right=_step("rest: 10s", 'say: "Rest now."'),
        ends="Typed as it is, it ends the check; written as an escape, it does not.",
    ),
    Code(
        "alias-not-allowed",
        "An anchor (`&`), an alias (`*`) or a merge key (`<<`).",
        "Write the value out where it is needed, or use `repeat`.",
        wrong="- &pause\n  rest: 10s\n- *pause",
        right="- rest: 10s\n- rest: 10s",
    ),
    Code(
        "tag-not-allowed",
        "A tag (`!`) or a `%` directive.",
        "Remove it: every key has its own type.",
        wrong=_step("rest: !!int 10"),
        right=_step("rest: 10"),
    ),
    Code(
        "many-documents",
        "A second document begins.",
        "Remove the `---`, or make two files: one routine a file.",
        wrong="- rest: 10s\n---\n- rest: 20s",
        right="- rest: 10s\n- rest: 20s",
        ends=_CUTS,
    ),
    Code(
        "duplicate-key",
        "The same key stands a second time.",
        "Keep one of the two.",
        wrong=_step("rest: 10s", "rest: 20s"),
        right=_step("rest: 20s"),
    ),
    Code(
        "not-a-mapping",
        "Keys belong here: the file is empty, or a step is only text.",
        "Write keys with values, `key: value`.",
        wrong="- Breathe out slowly.",
        right=_step("breathe: 4-6", "times: 3", "say: Breathe out slowly."),
    ),
    Code(
        "not-a-list",
        "A list belongs here.",
        "Write `[one, two]`, or each entry on a line that begins with `- `; `[]` for none.",
        wrong=_step("rest: 10s", "cautions: migraine"),
        right=_step("rest: 10s", "cautions: [migraine]"),
    ),
    Code(
        "not-text",
        "A list or a mapping stands where a word or a text belongs.",
        "Write one word or text; put one that begins with a brace or a bracket in double quotes.",
        wrong=_step(*_PRESS, "title: {target}"),
        right=_step(*_PRESS, 'title: "{target}"'),
    ),
    Code(
        "missing-key",
        "A key that must be there is not, or nothing says what the step does.",
        "Add the key that is named.",
        wrong=_step("target: temple", "hold: 5s"),
        right=_step(*_PRESS),
    ),
    Code(
        "unknown-key",
        "The format has no such key.",
        "Correct its spelling or remove it; what is only to be read goes into `show`.",
        wrong=_step(*_PRESS, "presure: 3"),
        right=_step(*_PRESS, "pressure: 3"),
    ),
    Code(
        "unknown-word",
        "The word is not in the vocabulary of its key.",
        "Take the word that the hint names, or another of the vocabulary.",
        wrong=_step("target: tempel", *_PRESS[1:]),
        right=_step(*_PRESS),
    ),
    Code(
        "unknown-placeholder",
        "A name in braces that is none, or that has no value on this step.",
        "Take one of those that the hint names, or write the word itself.",
        wrong=_step("rest: 10s", "say: Let the {side} hand rest."),
        right=_step("rest: 10s", "say: Let the left hand rest."),
    ),
    Code(
        "bad-number",
        "Not a whole number in the digits 0 to 9, or a `format` of 0.",
        "Write digits alone, without unit, sign or decimals.",
        wrong=_step("breathe: 4-6", "times: six"),
        right=_step("breathe: 4-6", "times: 6"),
    ),
    Code(
        "bad-duration",
        "Not written as a duration.",
        "Write it as 20s, 1m30s, 1:30 or 20, without a space.",
        wrong=_step("rest: 10 sec"),
        right=_step("rest: 10s"),
    ),
    Code(
        "bad-breath",
        "Not written as a breath.",
        "Write the seconds as in-out, in-hold-out or in-hold-out-hold: 5-5, 4-7-8, 4-4-4-4.",
        wrong=_step("breathe: 4 6", "times: 6"),
        right=_step("breathe: 4-6", "times: 6"),
    ),
    Code(
        "out-of-range",
        "The right shape, but too much, too little, too long or empty.",
        "Stay within the bounds that the sentence names.",
        wrong=_step("rest: 2h"),
        right=_step("rest: 2m"),
        warns="A single stretch that is very short or very long.",
    ),
    Code(
        "mixed-step",
        "Two kinds of step in one, or a key that belongs to another kind.",
        "Make two steps of it, or remove the key.",
        wrong=_step("rest: 10s", "pressure: 1"),
        right=_step("rest: 10s"),
    ),
    Code(
        "no-timing",
        "It is not said how long.",
        "Add `for`, or `hold` with `release` and `times`; breathing takes `times` or `for`.",
        wrong=_step("target: temple", "technique: circles", "times: 3"),
        right=_step("target: temple", "technique: circles", "hold: 5s", "times: 3"),
    ),
    Code(
        "two-timings",
        "It is said twice how long.",
        "Keep one: `for`, or `hold` with `release` and `times`, or `wait`.",
        wrong=_step(*_PRESS, "for: 30s"),
        right=_step(*_PRESS, "times: 6"),
    ),
    Code(
        "wrong-side",
        "This target does not have that side.",
        "Take one of the sides that the hint names, or leave the key out.",
        wrong=_step("target: forehead", "technique: stroke", "side: left", "for: 30s"),
        right=_step("target: forehead", "technique: stroke", "side: both", "for: 30s"),
    ),
    Code(
        "wrong-technique",
        "The technique or the hand does not fit this target.",
        "Choose another technique, or the target that was meant.",
        wrong=_step("target: shoulders", "technique: knead", "for: 30s"),
        right=_step("target: shoulder", "technique: knead", "for: 30s"),
    ),
    Code(
        "unsafe-target",
        "A place that must not be touched, at all or like this.",
        "Choose another place; for a stretch write `neck side`, `neck diagonal` or `neck turn`.",
        wrong=_step("target: side of neck", "technique: press", "hold: 5s"),
        right=_step("target: neck side", "technique: stretch", "for: 20s"),
        warns="A text speaks of something risky, and its sentence does not say not to.",
    ),
    Code(
        "over-cap",
        "More than a safety limit allows.",
        "Take what the hint names, or less: press more gently, shorter or less often.",
        wrong=_step(*_PRESS, "pressure: 6"),
        right=_step(*_PRESS, "pressure: 4"),
        warns="The arms are up for long without a rest.",
    ),
    Code(
        "missing-caution",
        "This target needs a caution.",
        "Add it to the `cautions` of the step or of the file.",
        wrong=_step("target: hand web", *_PRESS[1:]),
        right=_step("target: hand web", *_PRESS[1:], "cautions: [pregnancy]"),
    ),
    Code(
        "too-long",
        "With all repeats written out, the session is too long or has too many steps.",
        "Fewer rounds, or two routines.",
        wrong=_step("repeat: 50", "steps:", "  - rest: 5m"),
        right=_step("repeat: 5", "steps:", "  - rest: 5m"),
    ),
    Code(
        "newer-format",
        "The file is written for a later version of the program.",
        "Get that version, or write `format: 1` and keep to it.",
        wrong="format: 2\ntitle: Rest\ncautions: []\nsteps:\n  - rest: 10s",
        right="format: 1\ntitle: Rest\ncautions: []\nsteps:\n  - rest: 10s",
        ends=_ENDS,
    ),
)

CODES: Mapping[str, Code] = {code.word: code for code in _CODES}
"""In the order of the format."""
