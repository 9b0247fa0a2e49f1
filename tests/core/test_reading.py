"""How a file is read: the field decides what a text means, and every mistake is told at once."""

import pytest
from made import file, problems, read, routine

from relax_coach.core.duration import milliseconds
from relax_coach.core.routine import Breath, Breathing, Continuous, Massage, Pulsed, Rest

RUB = "target: temple\ntechnique: circles\n"
QUOTE = 'put the text in double quotes: say: "Breathe: in"'


def test_a_step_is_what_its_words_mean() -> None:
    rub, breathe, rest = routine(
        "target: Temples\ntechnique: RUB\nside: Each\nhand: tennis-ball\nhold: 7\ntimes: 010",
        "breathe: 4-7.5-8\nfor: 20",
        "rest: 1:30",
    ).steps
    assert isinstance(rub, Massage)
    assert (rub.target, rub.technique, rub.side, rub.hand) == (
        "temple", "small_circles", "each", "soft_ball",
    )  # fmt: skip
    assert (rub.timing, rub.pressure, rub.switch) == (Pulsed(7_000, 0, 10), 3, 5_000)
    assert isinstance(breathe, Breathing)
    assert (breathe.breath, breathe.times) == (Breath(4_000, 7_500, 8_000, 0), 2)
    assert isinstance(rest, Rest)
    assert rest.length == 90_000


@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_quoting_never_changes_a_meaning(quote: str) -> None:
    text = file(
        f"{RUB}for: {quote}1:30{quote}", top=f"title: {quote}2026-01-01{quote}\ncautions: []"
    )
    text = text.replace("title: T\n", "").replace("format: 1", f"format: {quote}1{quote}")
    found = read(text).routine
    assert found is not None and isinstance(found.steps[0], Massage)
    assert (found.title, found.steps[0].timing) == ("2026-01-01", Continuous(90_000))


@pytest.mark.parametrize(
    "title", ["no", "~", "null", "0x1F", "1e3", ".inf", "010", "[b]x[/b]".join("''")]
)
def test_a_title_is_text(title: str) -> None:
    assert read(file("rest: 5s").replace("title: T", f"title: {title}")).title == title.strip("'")


@pytest.mark.parametrize(
    ("text", "ms"),
    [
        ("90", 90_000), ("90s", 90_000), ("1.5", 1_500), ("0.125s", 125), ("1m30s", 90_000),
        ("1m5.5s", 65_500), ("1:30", 90_000), ("61:05", 3_665_000), ("2m", 120_000),
        ("1h", 3_600_000), ("007", 7_000),
        ("", None), ("1:3", None), ("1:60", None), ("1h30m", None), ("1M", None), (".5", None),
        ("5.", None), ("1.1234", None), ("+5", None), ("-5", None), ("5 s", None), ("1_0", None),
        ("1e3", None), ("٣s", None), ("5s\n", None), ("2026-01-01", None), ("nan", None),
    ],
)  # fmt: skip
def test_a_duration(text: str, ms: int | None) -> None:
    assert milliseconds(text) == ms


def test_byte_order_mark_and_line_ends_are_not_counted() -> None:
    text = file("rest: 10s\nsay: >-\n  two\n  lines")
    assert read("\ufeff" + text.replace("\n", "\r\n")).routine == read(text).routine
    wrong = "\ufeffformaT: 1\r\ntitle: T\r\ncautions: [flu]\r\nsteps: [{rest: 1s}]"
    assert problems(wrong) == [
        ("missing-key", 1, 1),
        ("unknown-key", 1, 1),
        ("unknown-word", 3, 12),
    ]


def test_letters_of_every_script_and_joiners_are_fine() -> None:
    say = "अंतर‌ नमस्ते 漢字 👩‍🚀 אב‏ é"
    assert routine(f"rest: 10s\nsay: {say}").steps[0].say == say


MANY = """\
format: 1
titel: x
title: ""
cautions: [migraine, flu]
switch: soon
steps:
  - target: tempels
    technique: circles
    for: 20 bananas
  - rest: -1
  - breathe: 5
    times: many
  - target: jaw
    technique: knead
    side: upper
    presure: 3
    pressure: 6
    for: 20s
    say: the {sid}
"""


def test_all_mistakes_are_told_at_once() -> None:
    assert problems(MANY) == [
        ("unknown-key", 2, 1),
        ("out-of-range", 3, 8),
        ("unknown-word", 4, 22),
        ("bad-duration", 5, 9),
        ("unknown-word", 7, 13),
        ("bad-duration", 9, 10),
        ("bad-duration", 10, 11),
        ("bad-breath", 11, 14),
        ("bad-number", 12, 12),
        ("unknown-word", 15, 11),
        ("unknown-key", 16, 5),
        ("over-cap", 17, 15),
        ("unknown-placeholder", 19, 10),
    ]


def test_a_step_without_a_kind_or_a_timing_is_judged_all_the_same() -> None:
    unkind = file("brethe: 5-5\ntimes: many")
    assert problems(unkind) == [
        ("missing-key", 5, 5), ("unknown-key", 5, 5), ("bad-number", 6, 12),
    ]  # fmt: skip
    untimed = file(f"{RUB}pressure: 7\nside: midline")
    assert problems(untimed) == [
        ("no-timing", 5, 5), ("over-cap", 7, 15), ("wrong-side", 8, 11),
    ]  # fmt: skip


def test_a_hundred_problems_and_then_their_number() -> None:
    found = read(
        file("rest: 10s", top="cautions: []\n" + "".join(f"x{n}: 1\n" for n in range(150)))
    )
    assert len(found.problems) == 101
    assert found.problems[-1].message == "and 50 more problems"
    hundred = "cautions: []\n" + "".join(f"x{n}: 1\n" for n in range(100))
    assert len(read(file("rest: 10s", top=hundred)).problems) == 100


GOOD = """\
format: 1
title: T
steps:
  - title: A place
    say: Here.
    target: other
    technique: stretch
    hold: 20s
    times: 2
  - target: li4
    technique: press
    for: 20s
sources:
  - publisher: P
    title: S
cautions: [pregnancy]
"""


@pytest.mark.parametrize("cut", [n for n, row in enumerate(GOOD.splitlines()) if row[-1] != ":"])
def test_where_a_text_breaks_off_nothing_is_missed(cut: int) -> None:
    assert read(GOOD).ok
    begun = GOOD.splitlines()[: cut + 1]
    indent = len(begun[-1]) - len(begun[-1].lstrip(" -"))
    broken = "\n".join([*begun, " " * indent + 'show: "no end'])
    assert problems(broken) == [("bad-yaml", cut + 2, indent + 7)]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (file("target: tempel\ntechnique: circles\nfor: 20s"), "did you mean `temple`?"),
        (file(f"{RUB}for: 20s\npresure: 3"), "did you mean `pressure`?"),
        (file(f"{RUB}for: 20s\nhand: fingertps"), "did you mean `fingertips`?"),
        (file(f"{RUB}for: 20s\nsay: the {{sid}}"), "did you mean {side}?"),
        (file("target: temple\ntechnique: breathing box\nfor: 20s"),
         "rest and breathing are steps of their own: `rest: 10s`, `breathe: 5-5`"),
        (file(f"{RUB}for: 20 bananas"), "write it as 20s, 1m30s, 1:30 or 20"),
        (file(f"{RUB}for: 20s\nside: midline"),
         "one of left, right, both, each, alternate, sore"),
        (file(f"{RUB}for: 20s\npressure: 6"), "pressure: 4"),
        (file("target: side of neck\ntechnique: press\nfor: 20s"),
         "for a stretch write `neck side` or `neck turn`"),
        (file("rest: 5s\nsay: Breathe: in"), QUOTE),
        (file("rest: 5s\nsay: {side}"), 'put the text in double quotes: "{side} shoulder"'),
        (file("rest: 5s\n\tsay: x"), "indent with spaces, not tabs"),
        (file("rest: 5s", top="cautions:"), "[]"),
        ("format: 1\ntitle: T\nsteps: [{rest: 5s}]\n", "cautions: []"),
    ],
)  # fmt: skip
def test_a_hint_says_what_to_do(text: str, hint: str) -> None:
    assert hint in [problem.hint for problem in read(text).problems]


@pytest.mark.parametrize("depth", ["[", "{a: ", "- ", "? "])
def test_a_deep_file_is_refused_and_harms_nobody(depth: str) -> None:
    (problem,) = read(depth * 30_000).problems
    assert problem.code == "too-deep"


def test_sixteen_levels_are_allowed() -> None:
    assert ("too-deep", 1, 19) not in problems("a: " + "[" * 15 + "]" * 15)


def test_many_mistyped_keys_are_refused_in_time() -> None:
    text = "format: 1\n" + "".join(f"kez{n}: x\n" for n in range(3_000))
    assert len(read(text).problems) == 101
