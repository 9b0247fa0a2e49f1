"""Where a limit runs: what is just right is allowed, one more is not."""

import pytest
from made import file, problems, read

NECK = "target: neck\ntechnique: knead\nfor: 20s\n"
PRESS = "technique: press\nfor: {}\ntarget: "


@pytest.mark.parametrize(
    ("step", "within", "beyond", "code"),
    [
        (f"{NECK}pressure: {{}}", 4, 5, "over-cap"),
        ("target: shoulder\ntechnique: knead\nfor: 20s\npressure: {}", 7, 8, "over-cap"),
        ("target: sore spot\ntechnique: knead\nfor: 20s\npressure: {}", 7, 8, "over-cap"),
        ("target: shoulder\ntechnique: hold\nhand: ball\nfor: 20s\npressure: {}", 3, 4, "over-cap"),
        ("target: shoulder\ntechnique: hold\nhand: palm\nfor: 20s\npressure: {}", 7, 8, "over-cap"),
        (
            "target: shoulder\ntechnique: press\nhand: ball\nfor: 20s\npressure: {}",
            7,
            8,
            "over-cap",
        ),
        ("target: shoulder\ntechnique: cold\nfor: 20s\npressure: {}", 0, 1, "over-cap"),
        (PRESS + "temple", "60s", "60.001s", "over-cap"),
        (PRESS + "sore spot", "60s", "60.001s", "over-cap"),
        (PRESS + "neck", "90s", "90.001s", "over-cap"),
        (PRESS + "shoulder", "2m", "120.001s", "over-cap"),
        ("target: shoulder\ntechnique: hold\nhand: ball\nfor: {}", "5m", "300.001s", "over-cap"),
        ("target: shoulder\ntechnique: heat\nfor: {}", "20m", "1200.001s", "over-cap"),
        ("target: shoulder\ntechnique: cold\ntimes: 4\nhold: {}", "5m", "301s", "over-cap"),
        ("target: neck\ntechnique: knead\nside: each\nfor: {}", "10m", "600.001s", "over-cap"),
        (
            "target: neck\ntechnique: knead\nhold: {}\nrelease: 5m\ntimes: 2",
            "5m",
            "301s",
            "over-cap",
        ),
        ("target: neck side\ntechnique: movement\nfor: {}", "1h", "3600.001s", "out-of-range"),
        ("breathe: {}-20\ntimes: 1", 20, 20.001, "over-cap"),
        ("breathe: 20-{}\ntimes: 1", 1, 0.999, "over-cap"),
        ("breathe: 4-{}-4-10\ntimes: 1", 10, 10.001, "over-cap"),
        ("breathe: 4-4-4-{}\ntimes: 9", 4.999, 5, "over-cap"),
        ("breathe: 4-7-8\ntimes: {}", 8, 9, "over-cap"),
        ("breathe: 1-1\ntimes: {}", 15, 16, "over-cap"),
        ("breathe: 1-{}\ntimes: 20", 2, 1.999, "over-cap"),
        ("rest: {}", "0.5s", "0.499s", "out-of-range"),
        ("rest: {}", "1h", "60m1s", "out-of-range"),
        ("rest: 5s\nlead: {}", 0, "61m", "out-of-range"),
        ("target: neck\ntechnique: knead\nhold: 1s\nrelease: {}", 0, "61m", "out-of-range"),
        ("target: neck\ntechnique: knead\nhold: 1s\ntimes: {}", 200, 201, "out-of-range"),
        ("target: neck\ntechnique: knead\nhold: 1s\ntimes: {}", 1, 0, "out-of-range"),
        ("rest: 5s\ntitle: {}", "x" * 80, "x" * 81, "out-of-range"),
        ("rest: 5s\nsay: {}", "x" * 500, "x" * 501, "out-of-range"),
        ("rest: 5s\nshow: {}", "漢" * 2000, "漢" * 2001, "out-of-range"),
    ],
)
def test_a_step_up_to_its_limit(step: str, within: object, beyond: object, code: str) -> None:
    assert problems(file(step.format(within))) == []
    assert [code for code, *_ in problems(file(step.format(beyond)))] == [code]


@pytest.mark.parametrize(
    ("key", "most"),
    [("summary", 300), ("dose", 200), ("author", 200), ("license", 200)],
)
def test_a_text_up_to_its_length(key: str, most: int) -> None:
    top = f"cautions: []\n{key}: "
    assert read(file("rest: 5s", top=top + "x" * most)).ok
    assert problems(file("rest: 5s", top=top + "x" * (most + 1))) == [
        ("out-of-range", 4, len(key) + 3)
    ]


def test_five_hundred_steps_and_three_hours() -> None:
    assert read(file(*["rest: 1s"] * 500)).ok
    assert problems(file(*["rest: 1s"] * 501)) == [("out-of-range", 505, 5)]
    three_hours = ["rest: 1h", "rest: 1h", "rest: 59m54s"]  # and 2 s for each lead
    assert read(file(*three_hours)).ok
    assert problems(file(*three_hours, "rest: 0.5s")) == [("too-long", 8, 5)]


def test_both_sides_and_their_switch_make_a_session_long() -> None:
    hour = "target: neck side\ntechnique: movement\nside: {}\nfor: 1h\nswitch: {}"
    rest = "rest: 59m56s"
    assert read(file(hour.format("each", "0s"), rest)).ok
    assert read(file(hour.format("alternate", "1h"), rest)).ok
    assert problems(file(hour.format("each", "1s"), rest)) == [("too-long", 10, 5)]


def test_what_does_not_count_toward_ten_minutes() -> None:
    knead = "target: shoulder\ntechnique: knead\nside: left\nfor: 10m"
    for technique in ("stretch", "movement", "tense", "press and soften", "hold", "heat"):
        more = f"target: shoulder\ntechnique: {technique}\nside: left\nfor: 2m"
        assert read(file(knead, more.replace("press and soften", "PIR"))).ok
    assert read(file(knead, knead.replace("left", "right"))).ok
    both = knead.replace("left", "both").replace("10m", "1s")
    assert problems(file(knead, both, both)) == [("over-cap", 9, 5)]


@pytest.mark.parametrize("steps", [
    ["target: temple\ntechnique: knead\nfor: 6m"] * 2, ["breathe: 4-7-8\ntimes: 5"] * 2,
    ["breathe: 1-1\ntimes: 9"] * 2, ["rest: 1h"] * 3, ["repeat: 50\nsteps: [{rest: 1s}]"] * 41,
])  # fmt: skip
def test_a_sum_that_is_too_much_has_a_remedy(steps: list[str]) -> None:
    found = read(file(*steps)).problems
    assert found and all(one.hint for one in found)


def test_a_caution_may_stand_above_or_on_the_step() -> None:
    step = "target: GB21\ntechnique: press\nfor: 20s"
    assert read(file(step, top="cautions: [pregnancy]")).ok
    assert read(file(f"{step}\ncautions: [pregnant]")).ok
    assert problems(file(f"{step}\ncautions: [migraine]")) == [("missing-caution", 5, 13)]


@pytest.mark.parametrize("target", ["shoulder", "upper back", "GB21", "shoulder blade corner"])
def test_knuckles_are_for_shoulders_and_upper_back(target: str) -> None:
    step = "technique: press\nhand: knuckles\nfor: 20s\ncautions: [pregnancy]\ntarget: "
    assert read(file(step + target)).ok
    for other in ("neck", "temple", "li4", "upper arm", "chest"):
        assert problems(file(step + other)) == [("wrong-technique", 6, 11)]


BAD = "00 01 08 0b 1f 7f 80 85 9f 2028 2029 202a 202e 2066 2069 feff fdd0 fdef fffe ffff 1fffe " \
      "10ffff e0000 e007f"  # fmt: skip
GOOD = "a0 ad 200b 200c 200d 200e 200f 2027 202f 2065 206a fdcf fdf0 fffd 1fffd dfff0 e0080"


@pytest.mark.parametrize("code", BAD.split())
def test_a_character_that_no_file_may_hold(code: str) -> None:
    text = file(f"rest: 5s\nsay: a{chr(int(code, 16))}b")
    assert problems(text) == [("bad-character", 6, 11)]
    escaped = file(f'rest: 5s\nsay: "a\\U{code:0>8}b"')
    assert problems(escaped) == [("bad-character", 6, 10)]


@pytest.mark.parametrize("code", GOOD.split())
def test_a_character_beside_them_is_fine(code: str) -> None:
    assert read(file(f"rest: 5s\nsay: a{chr(int(code, 16))}b")).ok


def test_many_short_presses_are_not_one_long_one() -> None:
    for timing in ("hold: 50s\nrelease: 5s\ntimes: 3", "breath: 10-20\ntimes: 5"):
        assert read(file(f"target: temple\ntechnique: press\n{timing}")).ok
    beyond = file("target: temple\ntechnique: press\nhold: 61s\nrelease: 5s\ntimes: 3")
    (problem,) = read(beyond).problems
    assert problem.message == "still press here lasts at most 60 s without a break"


def test_what_fits_a_place_that_must_not_be_touched_is_named() -> None:
    hints = {}
    for target in ("neck side", "head", "shoulders"):
        step = f"target: {target}\ntechnique: tap\nfor: 20s"
        hints[target] = [problem.hint for problem in read(file(step)).problems]
    here = "here: stretch, movement, tense or press and soften"
    assert hints == {"neck side": [here], "head": [""], "shoulders": [here]}


def test_rests_between_rounds_count_toward_three_hours_and_none_follows_the_last() -> None:
    hour = "repeat: 2\nbetween: 1h\n{}steps:\n  - rest: 59m58s"
    assert read(file(hour.format(""))).ok
    assert problems(file(hour.format("say: Two rounds.\n"))) == [("too-long", 9, 9)]
    assert problems(file(hour.format("").replace("58s", "58.5s"))) == [("too-long", 8, 9)]
    assert problems(file("repeat: 4\nbetween: 1h\nsteps:\n  - rest: 1s")) == [("too-long", 5, 5)]


@pytest.mark.parametrize(
    ("between", "say", "place"),
    [("29m54s", "", (5, 5)), ("29m54s", "say: Go.\n", (10, 9)), ("1m", "", (9, 9))],
)
def test_of_many_rounds_the_step_that_makes_it_too_long(
    between: str, say: str, place: tuple[int, int]
) -> None:
    rounds = f"repeat: 50\nbetween: {between}\n{say}steps:\n  - rest: 1s\n  - rest: 5m"
    assert problems(file(rounds)) == [("too-long", *place)]


def test_one_side_has_no_switch_that_could_take_time() -> None:
    hour = "target: neck side\ntechnique: movement\nside: left\nfor: 1h\nswitch: 1h"
    assert read(file(hour, hour, "rest: 59m54s")).ok
