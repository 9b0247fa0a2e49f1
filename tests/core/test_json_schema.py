"""The JSON Schema and the checker agree on whatever a schema can judge."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from as_case import CASES, Case, data_of
from as_file import as_file
from as_in_editor import ACROSS_KEYS, IN_THE_TEXT, fits, is_judged, loaded
from drawn import routines
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from made import SHIPPED, file, read

from relax_coach.core import vocabulary
from relax_coach.core.codes import CODES
from relax_coach.core.json_schema import routine_schema
from relax_coach.core.routine import Routine
from relax_coach.core.schema import KEYS_OF, KINDS, STEP_FIELDS, TOP_FIELDS

REST = "rest: 10s"
RUB = "target: temple\ntechnique: circles\n"
MANY = f"[{', '.join('abcdefghijklmnopqrstu')}]"
LONG = "0000000000000000000000000001"

# key: values that are taken, values that are not.
TOP_VALUES: dict[str, tuple[list[str], list[str]]] = {
    "format": (["1", "01", "'1'", '" 1 "'], ["0", "2", "-1", "1.5", "one", "[1]", ""]),
    "title": (
        ["x", "10", "true", "~", "2026-01-01", "'  x  '", f'"  {"😀" * 80} "', "|\n  a\n  b"],
        ['""', '" "', "[x]", "{side}", "x" * 81, f'"{"😀" * 81}"'],
    ),
    "language": (["en", "pt-BR", "no", "null"], ["'e n'", "1", "[en]"]),
    "who": (["self", "Partner", "' self '"], ["me", "[self]", "no"]),
    "position": (["seated", "Seated-Desk", "on your  back"], ["seateds", "in bed", "3"]),
    "needs": (["[]", "[two soft balls, 1]"], ["a ball", "[[a]]", "[{a: b}]", MANY, ""]),
    "tags": ([MANY.replace(", u", "")], [MANY, f"[{'x' * 31}]", "{a: b}"]),
    "cautions": (["[]", "[Pregnant, neck-injuries]"], ["migraine", "[flu]", "[no]", ""]),
    "sources": (
        ["[a book, {title: 7, year: 2020, url: ' https://x.y '}]"],
        ["[{publisher: P}]", "[{title: T, link: x}]", "[{title: T, url: 'ftp://x'}]", "[[a]]"],
    ),
    "switch": (["0", "5", "1h"], ["2h", "-1", "soon"]),
    "cues": (["sleep", "FULL"], ["loud", "full gentle"]),
    "ambience": (["brown_noise", "Brown - Noise"], ["brownnoise", "music"]),
    "steps": (["[{rest: 1}]"], ["[]", "rest", "[rest]", "[{}]", "{rest: 1}", ""]),
}  # fmt: skip

# The other keys of a step, its key: values that are taken, values that are not.
STEP_VALUES: dict[tuple[str, str], tuple[list[str], list[str]]] = {
    ("", "rest"): (
        ["0.5", "010", "59.999", "3600", "3600.000s", "00.50s", "1h", LONG, "60m", "60m00s",
         "60:00", "0m0.5s", "0:01", "1:30", "59m59.999s", "'20'", "' 20s '"],
        ["0.4", "0.499s", "3600.001s", "3601", "2h", "0h", "0m", "0m0.4s", "61m", "60m1s", "0:00",
         "60:01", "1:60", "1m60s", "5 s", "1_0", "1.2345s", "1:30.5", "-1", "[1]"],
    ),
    ("repeat: 2\nsteps: [{rest: 1}]", "between"): (["0", "0h", "0m0s", "0:00"], ["1.5h", "61m"]),
    ("steps: [{rest: 1}]", "repeat"): (["2", "'050'"], ["1", "51", "2.5", "two"]),
    ("times: 1", "breathe"): (
        ["5-5", "4-7-8", "4-4-4-4", "20.000-1", "1.5-0-3", "04-10.0-8"],
        ["5", "5-", "4-4-4-4-4", "0.999-5", "21-5", "5-20.001", "4-10.001-8", "4-11-8", "a-b"],
    ),
    (f"{RUB}hold: 1s", "times"): (["1", "200", "010", "'3'"], ["0", "201", "1.5", "٣", "three"]),
    (f"{RUB}for: 20s", "pressure"): (["0", "4", "'04'"], ["5", "8", "11", "-1", "1.5", "hard"]),
    (f"{RUB}for: 20s", "side"): (["left", "' EACH'"], ["no", "lefts", "midline", "[left]"]),
    (f"{RUB}for: 20s", "hand"): (["tennis - ball", "Palms"], ["foot", "knuckles"]),
    (f"{RUB}for: 20s", "until"): (["eased"], ["bored", "ease"]),
    (f"{RUB}for: 20s", "during"): (["[a, 2]"], ["a", f"[{'x' * 201}]", "[[a]]"]),
    (f"{RUB}wait: yes", "for"): (["2m"], ["121", "2m1s"]),
    (RUB, "wait"): (["yes", "'YES'"], ["no", "maybe", "1"]),
    ("", "wait"): (["Yes"], ["no", "[yes]"]),
    ("technique: circles\nfor: 20s", "target"): (
        ["Upper-Trapezius", "tenderest_spot", "sore\n      spot", "BL2", "nec\N{KELVIN SIGN}"],
        ["throat", "side of the neck", "tempel", "neck side", "sore,spot", "[temple]"],
    ),
    ("target: eyes\nfor: 20s", "technique"): (["palming", "tensing"], ["circles", "stretch"]),
    ("target: head\nfor: 20s", "technique"): (["cradle"], ["knead", "rest", "breathing"]),
    ("target: other\ntitle: Wall slides\nfor: 20s", "technique"): (["stretch"], ["press"]),
    ("target: trapezius\ntechnique: knead\nfor: 20s", "hand"): (["knuckles"], ["elbow"]),
    ("target: sore spot\ntechnique: circles\nfor: 20s", "pressure"): (["7"], ["8"]),
}  # fmt: skip

STEPS = [
    (True, "target: temple\ntechnique: circles\nhold: 2s\nrelease: 0\ntimes: 3\nbreath: 4-6"),
    (True, "target: temple\ntechnique: circles\nbreath: 4-6\ntimes: 3"),
    (True, "target: temple\ntechnique: circles\nbreath: 4-6\nfor: 20s"),
    (True, "rest: 10s\ntarget: temple\nside: left\nhand: palms"),
    (True, "breathe: 5-5\nfor: 1m\ntarget: belly\nside: midline\nduring: [a]"),
    (True, "wait: yes\nfor: 30s\nlead: 2s\nshow: more"),
    (True, "repeat: 2\nbetween: 5s\nsay: again\nsteps:\n  - repeat: 2\n    steps: [{rest: 1}]"),
    (False, "say: nothing to do"),
    (False, "target: temple\nfor: 20s"),
    (False, "technique: circles\nfor: 20s"),
    (False, "target: temple\ntechnique: circles"),
    (False, "target: temple\ntechnique: circles\nrelease: 2s\ntimes: 3"),
    (False, "target: temple\ntechnique: circles\nbreath: 4-6"),
    (False, "target: temple\ntechnique: circles\nbreath: 4-6\ntimes: 3\nrelease: 2s"),
    (False, "target: temple\ntechnique: circles\nfor: 20s\nrelease: 2s"),
    (False, "target: temple\ntechnique: circles\nfor: 20s\nhold: 2s"),
    (False, "target: temple\ntechnique: circles\nwait: yes\nbreath: 4-6"),
    (False, "target: temple\ntechnique: circles\nfor: 20s\nrest: 10s"),
    (False, "target: other\ntechnique: stretch\nfor: 20s"),
    (False, "rest: 10s\npressure: 3"),
    (False, "rest: 10s\nside: left"),
    (False, "rest: 10s\nwait: yes"),
    (False, "rest: 10s\nSay: hello"),
    (False, "rest: 10s\nbreathe: 5-5\ntimes: 1"),
    (False, "breathe: 5-5"),
    (False, "breathe: 5-5\ntimes: 1\nfor: 10s"),
    (False, "wait: yes\nside: left"),
    (False, "repeat: 2"),
    (False, "repeat: 2\ntarget: temple\nsteps: [{rest: 1}]"),
]


def top_cases() -> Iterator[tuple[bool, str]]:
    for key, both in TOP_VALUES.items():
        keys = {"format": "1", "title": "T", "cautions": "[]", "steps": "[{rest: 10s}]"}
        for taken, values in zip((True, False), both, strict=True):
            for value in values:
                yield taken, "".join(f"{k}: {v}\n" for k, v in (keys | {key: value}).items())


def step_cases() -> Iterator[tuple[bool, str]]:
    for (others, key), both in STEP_VALUES.items():
        for taken, values in zip((True, False), both, strict=True):
            for value in values:
                yield taken, file(f"{others}\n{key}: {value}".strip("\n"))
    for taken, step in STEPS:
        yield taken, file(step)


@pytest.mark.parametrize(("taken", "text"), [*top_cases(), *step_cases()])
def test_the_checker_and_the_schema_say_the_same(taken: bool, text: str) -> None:
    assert read(text).ok is taken
    assert fits(loaded(text)) is taken


def assert_agreed(text: str) -> None:
    """What the checker takes fits; what has an error that a schema can judge does not."""
    problems = read(text).problems
    if {problem.code for problem in problems} & IN_THE_TEXT:
        return
    if read(text).ok:
        assert fits(loaded(text))
    elif any(is_judged(problem, text) for problem in problems):
        assert not fits(loaded(text)), problems


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_routine_fits(path: Path) -> None:
    assert fits(loaded(path.read_text("utf-8")))


@pytest.mark.parametrize(
    "case", [one for one in CASES if "file" not in one], ids=lambda case: case["name"]
)
def test_both_agree_on_the_cases_of_the_format(case: Case) -> None:
    assert_agreed(data_of(case).decode("utf-8", errors="replace"))


@pytest.mark.parametrize("code", sorted(CODES.keys() - IN_THE_TEXT - ACROSS_KEYS.keys()))
def test_a_schema_judges_this_code(code: str) -> None:
    wrong, right = (
        file(text.removeprefix("- ").replace("\n  ", "\n")) if text.startswith("- ") else text
        for text in (CODES[code].wrong, CODES[code].right)
    )
    assert not fits(loaded(wrong))
    assert fits(loaded(right))


@pytest.mark.parametrize("kind", vocabulary.SPELLINGS)
def test_every_spelling_of_a_word_fits_and_no_other(kind: str) -> None:
    schema = Draft7Validator(routine_schema()["definitions"][kind])
    for spelling in [*vocabulary.SPELLINGS[kind], *schema.schema["anyOf"][0]["enum"]]:
        for written in (spelling, spelling.upper(), spelling + "s", spelling[:-1], f" {spelling} "):
            for text in (written, written.replace("_", " - "), written.replace("_", "")):
                known = vocabulary.find(kind, text) and not vocabulary.is_unsafe(text)
                assert schema.is_valid(text) is bool(known), text


def test_an_editor_with_yaml_1_1_reads_yes_as_true_and_a_clock_as_seconds() -> None:
    waits = file("wait: yes\nfor: 1:30")
    assert yaml.safe_load(waits)["steps"] == [{"wait": True, "for": 90}]
    assert fits(yaml.safe_load(waits))
    assert not fits(yaml.safe_load(waits.replace("yes", "no")))
    assert not fits(yaml.safe_load(file(f"{RUB}for: 20s\nside: no")))


def test_every_key_tells_what_it_means_where_it_stands() -> None:
    schema = routine_schema()
    Draft7Validator.check_schema(schema)
    for key, field in TOP_FIELDS.items():
        assert schema["properties"][key]["description"] == field.meaning
    for key, field in STEP_FIELDS.items():
        assert schema["definitions"]["key"]["properties"][key]["description"] == field.meaning
    for kind in KINDS:
        assert set(schema["definitions"][kind]["properties"]) == KEYS_OF[kind]


@given(routines())
@settings(max_examples=60, deadline=None)
def test_both_agree_on_whole_routines(routine: Routine) -> None:
    assert_agreed(as_file(routine))


KEYS_AND_VALUES = [
    f"{key}: {value}"
    for (_, key), both in STEP_VALUES.items()
    for value in both[0][:4] + both[1][:2]
]


@given(st.lists(st.sampled_from(KEYS_AND_VALUES), min_size=1, max_size=6))
@settings(max_examples=200, deadline=None)
def test_both_agree_on_any_keys_together(keys: list[str]) -> None:
    assert_agreed(file("\n".join({line.partition(":")[0]: line for line in keys}.values())))
