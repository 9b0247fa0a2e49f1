"""What a problem says: the sentence, its figures, and foreign text only in part."""

import pytest
from made import file, read

from relax_coach.core.problem import Place, Problem, describe

RUB = "target: temple\ntechnique: circles\n"
LONG = "q" * 45


def said(text: str) -> list[tuple[str, str]]:
    return [(problem.message, problem.hint) for problem in read(text).problems]


@pytest.mark.parametrize(
    ("text", "sentence", "hint"),
    [
        (file("rest: 2h"), "a duration here is from 0.5 s to 60 min", ""),
        (file("rest: 5s\nlead: 2h"), "a duration here is from 0 s to 60 min", ""),
        (file(f"{RUB}for: 9s\npressure: 11"), "11 is not from 0 to 10", ""),
        (file(f"{RUB}for: 9s\npressure: ''"), "no number is given", "a number from 0 to 10"),
        (file(f"{RUB}for: 9s\npressure: +3"), "`+3` is not a whole number",
         "a number from 0 to 10"),
        (file(f"{RUB}for: 9s\nhand: ''"), "no hand is given", ""),
        (file("rest: 5s\nsay: ''"), "the text is empty", "write it or remove the key"),
        (file("rest: 5s\ntitle: " + "x" * 81), "81 characters, at most 80 are allowed",
         "shorten it"),
        (file("rest: 5s", top="cautions: []\ntags: [" + "a," * 21 + "]"), "21 items, at most 20",
         ""),
        (file("target: neck side\ntechnique: stretch\nside: left\nfor: 9s"),
         "a single stretch usually lasts 10 to 60 s", ""),
        (file(f"{RUB}wait: yes\nfor: 121s"), "a massage waits for at most 120 s", ""),
        (file("breathe: 0.9-5\ntimes: 1"), "breathing in and out takes 1 to 20 s each", ""),
        (file("breathe: 4-11-4\ntimes: 1"), "a breath is held for at most 10 s", ""),
        (file("breathe: [5]\ntimes: 1"), "a list stands where a word or text belongs", ""),
        (file("rest: 5s\nsay: *a"), "aliases are not part of the format",
         "write the value out where it is needed"),
        (file("rest: 5s\nsay: &a b"), "anchors are not part of the format",
         "write the value out where it is needed"),
        (file("rest: 5s\nrest: 6s"), "the key `rest` stands here a second time",
         "the first is in line 5"),
        ("format: 99999999999999999999\n", "format 999999999999 is newer than this program knows",
         "a Relax Coach that reads format 999999999999 is needed"),
        (file("rest: 5s").replace("title: T\n", ""), "the key `title` is missing", ""),
        (file("rest: 5s", top="x: 1"), "the key `cautions` is missing", "cautions: []"),
        (file("rest: 5s", top="cautions: []\nsources: [{title: A, yaer: 2020}]"),
         "unknown key `yaer`", "did you mean `year`?"),
        (file("rest: 5s", top="cautions: []\nsources: [{title: A, isbn: 2020}]"),
         "unknown key `isbn`", "a source has title, publisher, year and url"),
        (file("rest: 5s", top="cautions: migraine"), "a list belongs here",
         "[migraine], or [] for none"),
        (file("rest: 5s", top="cautions: {a: b}"), "a list belongs here",
         "begin each entry with `- `"),
        (file("x: 1"), "unknown key `x`", ""),
        (file("target: temple\ntechnique: t\nfor: 9s"), "`t` is not a technique", ""),
    ],
)  # fmt: skip
def test_a_sentence_and_its_figures(text: str, sentence: str, hint: str) -> None:
    assert (sentence, hint) in said(text)


@pytest.mark.parametrize(
    "text",
    [
        file(f"rest: 5s\n{LONG}: 1"),
        file("rest: 5s", top=f"cautions: []\nsources: [{{title: A, {LONG}: 1}}]"),
        file(f"target: {LONG}\ntechnique: circles\nfor: 9s"),
        file(f"{RUB}for: {LONG}"),
        file(f"{RUB}hold: 5s\ntimes: {LONG}"),
        file(f"breathe: {LONG}\ntimes: 1"),
        file(f"rest: 5s\nsay: the {{{LONG}}}"),
        file("rest: 5s", top=f"cautions: {LONG}"),
        file(f"rest: 5s\nsay: !{LONG} x"),
        file(f"rest: 5s\nhand: {LONG}"),
    ],
)
def test_what_is_long_is_told_in_its_first_forty_characters(text: str) -> None:
    (told,) = {m + h for m, h in said(text) if "q" in m + h}
    assert told.count("q") in (39, 40)  # of a tag the `!` is the first


def test_a_figure_of_five_thousand_digits_is_out_of_range() -> None:
    for figure in ("9" * 5_000 + "m", "9" * 5_000, "1:" + "9" * 5_000, "9" * 5_000 + ":00"):
        (problem,) = read(file(f"rest: {figure}")).problems
        assert problem.code == ("bad-duration" if figure.startswith("1:") else "out-of-range")
    (problem,) = read(file(f"{RUB}hold: 1s\ntimes: " + "9" * 5_000)).problems
    assert problem.code == "out-of-range"


def test_a_place_is_at_least_one_character_wide() -> None:
    (problem,) = read("format: 1\ntitle:\ncautions: []\nsteps: [{rest: 5s}]\n").problems
    assert problem.place == Place(2, 7, 1)
    behind = Problem("x", Place(1, 99), "said")
    assert describe(behind, "f", "abc").split("\n")[1:] == ["    1 | abc", "      |    ^"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ('"no end', ["bad-yaml"]),
        ("format: 1\ntitle: T\ncautions: []\nsteps:\n  - {", ["bad-yaml"]),
        ("format: 1\ntitle: T\ncautions: []\nsteps: [rest, {", ["bad-yaml", "not-a-mapping"]),
        ("format: 1\ntitle: T\ncautions: []\nsteps: [", ["bad-yaml"]),
    ],
)
def test_of_what_broke_off_only_what_is_there_is_judged(text: str, codes: list[str]) -> None:
    assert sorted(problem.code for problem in read(text).problems) == codes


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ("for: 20s\nhold: 5s\ntimes: 3", 8),
        ("times: 3\nhold: 5s\nfor: 20s", 9),
        ("wait: yes\nrelease: 5s", 8),
        ("breath: 4-6\ntimes: 3\nrelease: 1s", 9),
    ],
)
def test_of_several_timings_the_second_is_pointed_at(keys: str, line: int) -> None:
    (problem,) = read(file(RUB + keys)).problems
    assert (problem.code, problem.place.line) == ("two-timings", line)


@pytest.mark.parametrize(("lists", "ok"), [(19_995, True), (19_996, False)])
def test_lists_count_toward_the_most_values_as_words_do(lists: int, ok: bool) -> None:
    text = "format: 1\nx: [" + "[]," * lists + "]"
    assert ("too-large" in [problem.code for problem in read(text).problems]) != ok
