"""Stories of what a routine becomes: its sounds, its sides, its leads, its limits."""

import pytest
from made import SHIPPED, routine

from relax_coach.core import document
from relax_coach.core.compile import compile_routine
from relax_coach.core.options import Options
from relax_coach.core.routine import Routine
from relax_coach.core.timeline import Timeline

NECK = "target: neck\ntechnique: knead\n"
NOBODY = frozenset({"nobody"})


def session(*steps: str, top: str = "cautions: []", **chosen: object) -> Timeline:
    return compile_routine("t", routine(*steps, top=top), Options(**chosen))  # type: ignore[arg-type]


def sounds(timeline: Timeline, step: int = 1) -> list[tuple[int, str]]:
    """What sounds in the work of a step, each with its ms since the work began."""
    spans = [span for span in timeline.spans if span.step == step and span.kind != "lead"]
    start, end = spans[0].start, spans[-1].end
    return [
        (cue.at - start, cue.kind)
        for cue in timeline.cues
        if cue.kind != "say" and start <= cue.at <= end
    ]


def said(timeline: Timeline, step: int = 1) -> list[tuple[int, str | None]]:
    """What is said in the work of a step, each with its ms since the work began."""
    spans = [span for span in timeline.spans if span.step == step and span.kind != "lead"]
    start, end = spans[0].start, spans[-1].end
    return [
        (cue.at - start, cue.text)
        for cue in timeline.cues
        if cue.kind == "say" and start <= cue.at < end
    ]


def work(timeline: Timeline) -> list[tuple[str, int]]:
    return [(s.kind, s.length) for s in timeline.spans if s.step is not None and s.kind != "lead"]


def lead(timeline: Timeline, step: int = 1) -> int:
    (span,) = (s for s in timeline.spans if s.kind == "lead" and s.step == step)
    return span.length


def mini_massage() -> Routine:
    (path,) = (path for path in SHIPPED if path.stem == "mini-massage")
    found = document.read(path.read_bytes()).routine
    assert found is not None
    return found


def test_the_sounds_of_the_mini_massage() -> None:
    timeline = compile_routine("mini-massage", mini_massage())
    assert sounds(timeline, 1) == [(0, "in"), (5_000, "out"), (10_000, "step")]
    assert sounds(timeline, 2) == [
        (0, "press"), (7_000, "release"), (12_000, "press"), (19_000, "release"),
        (24_000, "press"), (31_000, "release"), (36_000, "press"), (43_000, "release"),
        (48_000, "press"), (55_000, "release"), (60_000, "step"),
    ]  # fmt: skip
    assert sounds(timeline, 3) == [(5_000, "end")]
    kinds = [cue.kind for cue in timeline.cues if cue.kind != "say"]
    assert kinds == ["in", "out", "step", *["press", "release"] * 5, "step", "end"]


def test_the_words_of_the_mini_massage() -> None:
    timeline = compile_routine("mini-massage", mini_massage())
    assert said(timeline, 1) == [(0, "Breathe in"), (5_000, "Breathe out")]
    assert said(timeline, 2) == [
        (0, "Circle, small and slow"), (7_000, "Let go"), (12_000, "Softer is fine too"),
        (48_000, "Last one"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("length", "heard"),
    [
        ("9.9", [(0, "begin"), (9_900, "end")]),
        ("10", [(0, "begin"), (7_000, "three"), (8_000, "two"), (9_000, "one"), (10_000, "end")]),
        ("19.9", [(0, "begin"), (16_900, "three"), (17_900, "two"), (18_900, "one"),
                  (19_900, "end")]),
        ("20", [(0, "begin"), (10_000, "half"), (17_000, "three"), (18_000, "two"),
                (19_000, "one"), (20_000, "end")]),
    ],
)  # fmt: skip
def test_half_and_countdown_need_time(length: str, heard: list[tuple[int, str]]) -> None:
    assert sounds(session(f"{NECK}for: {length}")) == heard
    assert sounds(session(f"rest: {length}")) == heard[1:]
    assert sounds(session(f"{NECK}hold: {length}")) == [(0, "press"), *heard[1:]]


def test_a_long_release_counts_down_too() -> None:
    assert sounds(session(f"{NECK}hold: 5s\nrelease: 10s")) == [
        (0, "press"), (5_000, "release"), (12_000, "three"), (13_000, "two"), (14_000, "one"),
        (15_000, "end"),
    ]  # fmt: skip


def test_a_breath_has_no_half_and_no_countdown() -> None:
    assert sounds(session("breathe: 10-0.1-10-5\ntimes: 2")) == [
        (0, "in"), (10_100, "out"), (20_100, "hold"),
        (25_100, "in"), (35_200, "out"), (45_200, "hold"), (50_200, "end"),
    ]  # fmt: skip


def test_without_a_release_only_the_press_sounds() -> None:
    assert sounds(session(f"{NECK}hold: 4s\ntimes: 2")) == [
        (0, "press"), (4_000, "press"), (8_000, "end"),
    ]  # fmt: skip


def test_sounds_that_would_blur_give_way() -> None:
    assert sounds(session(f"{NECK}hold: 4s\nrelease: 0.2s\ntimes: 2")) == [
        (0, "press"), (4_200, "press"), (8_400, "end"),
    ]  # fmt: skip
    assert sounds(session("breathe: 4-0.25-4\ntimes: 1")) == [
        (0, "in"), (4_000, "hold"), (4_250, "out"), (8_250, "end"),
    ]  # fmt: skip


def test_each_side_has_its_full_time_and_a_switch_between() -> None:
    timeline = session(f"{NECK}side: each\nfor: 8s\nswitch: 6s")
    assert work(timeline) == [("work", 8_000), ("switch", 6_000), ("work", 8_000)]
    assert [s.side for s in timeline.spans if s.kind == "work"] == ["left", "right"]
    assert sounds(timeline) == [(0, "begin"), (8_000, "switch"), (14_000, "begin"), (22_000, "end")]
    assert said(timeline) == [(8_000, "Change over. Now the right side.")]


def test_a_switch_is_the_steps_own_or_the_routines_or_five_seconds() -> None:
    each = f"{NECK}side: each\nfor: 8s"
    switches = [
        session(each), session(each, top="cautions: []\nswitch: 9s"),
        session(f"{each}\nswitch: 2s", top="cautions: []\nswitch: 9s"),
    ]  # fmt: skip
    assert [work(one)[1] for one in switches] == [
        ("switch", 5_000), ("switch", 9_000), ("switch", 2_000),
    ]  # fmt: skip


def test_without_a_pause_the_change_of_sides_still_sounds() -> None:
    timeline = session(f"{NECK}side: each\nfor: 8s\nswitch: 0")
    assert work(timeline) == [("work", 8_000), ("work", 8_000)]
    assert sounds(timeline) == [(0, "begin"), (8_000, "switch"), (16_000, "end")]


def test_alternate_counts_pairs_and_never_switches() -> None:
    timeline = session(f"{NECK}side: alternate\nhold: 3s\ntimes: 2")
    sides = [(s.side, s.cycle) for s in timeline.spans if s.kind == "work"]
    assert sides == [("left", 1), ("right", 1), ("left", 2), ("right", 2)]
    assert sounds(timeline) == [
        (0, "press"), (3_000, "press"), (6_000, "press"), (9_000, "press"), (12_000, "end"),
    ]  # fmt: skip


@pytest.mark.parametrize("side", ["each", "alternate", "sore", "left"])
def test_a_rest_or_a_breath_is_had_once_whatever_is_drawn(side: str) -> None:
    place = f"target: temple\nside: {side}"
    assert work(session(f"rest: 9s\n{place}")) == [("rest", 9_000)]
    assert work(session(f"breathe: 4-4\ntimes: 1\n{place}")) == [("breath", 4_000)] * 2
    assert work(session("rest: 9s\ntarget: neck side")) == [("rest", 9_000)]


SPOT = "target: sore spot\ntechnique: circles\npressure: 6\nfor: 8s"


@pytest.mark.parametrize(
    ("chosen", "target", "sides", "pressure"),
    [
        ({}, "temple", ["both"], 4),
        ({"side": "left"}, "temple", ["left"], 4),
        ({"side": "each"}, "temple", ["left", "right"], 4),
        ({"spot": "glabella"}, "glabella", ["midline"], 3),
        ({"spot": "forehead", "side": "left"}, "forehead", ["both"], 3),
        ({"spot": "upper_trapezius", "side": "right"}, "upper_trapezius", ["right"], 4),
    ],
)
def test_the_sore_spot_is_where_the_person_says(
    chosen: dict[str, str], target: str, sides: list[str], pressure: int
) -> None:
    spans = [span for span in session(SPOT, **chosen).spans if span.kind == "work"]
    assert [(s.target, s.side, s.pressure) for s in spans] == [
        (target, side, pressure) for side in sides
    ]


def test_what_is_limited_or_impossible_is_said() -> None:
    assert session(SPOT).notes == ("Pressure on the temple is limited to 4.",)
    assert session(SPOT, spot="forehead", side="left").notes == (
        "The forehead is not worked on one side at a time.",
        "Pressure on the forehead is limited to 3.",
    )
    assert session(f"{NECK}for: 8s", side="left").notes == (
        "This routine asks for no side: the one chosen changes nothing.",
    )


@pytest.mark.parametrize("spot", ["sore_spot", "head_whole", "li4_hegu", "gb21_jianjing", "eyes",
                                  "neck_side", "throat"])  # fmt: skip
def test_not_everything_may_be_a_sore_spot(spot: str) -> None:
    with pytest.raises(ValueError, match=spot):
        Options(spot=spot)
    with pytest.raises(ValueError, match="both"):
        Options(side="both")


def test_a_side_that_is_asked() -> None:
    step = f"{NECK}side: sore\nfor: 8s"
    for side, sides in {"": ["left", "right"], "each": ["left", "right"], "left": ["left"]}.items():
        spans = session(step, side=side).spans
        assert [s.side for s in spans if s.kind == "work"] == sides


def test_unattended_nobody_presses_hard_or_on_the_neck() -> None:
    steps = [
        f"{NECK}for: 8s",
        "target: neck side\ntechnique: stretch\nside: left\nfor: 10s",
        "target: shoulder\ntechnique: press\npressure: 6\nfor: 8s",
        "target: temple\ntechnique: stroke\npressure: 1\nfor: 8s",
    ]
    timeline = session(*steps, held=NOBODY)
    played = [(s.step, s.target, s.pressure) for s in timeline.spans if s.kind == "work"]
    assert played == [(1, "neck_side", 0), (2, "upper_trapezius", 2), (3, "temple", 1)]
    assert timeline.notes == (
        "Nobody could be asked: without Back of the neck: kneading. "
        "The touch stays light, at most 2 of 10.",
    )
    spot = session(SPOT, held=NOBODY, spot="suboccipital")
    assert [span.kind for span in spot.spans] == ["lead", "end"]


def test_long_work_is_not_left_in_silence() -> None:
    quiet = [at for at, _ in said(session(f"{NECK}for: 2m"))]
    assert quiet == [30_000, 60_000, 90_000]
    assert said(session(f"{NECK}for: 45s")) == []
    eased = said(session(f"{NECK}side: each\nfor: 30s\nuntil: eased"))
    assert [at for at, text in eased if text and text.startswith("If it softens")] == [10_000]


def words(count: int) -> str:
    return " ".join(["word"] * count)


@pytest.mark.parametrize(
    ("step", "top", "ms"),
    [
        (f"rest: 9s\nsay: {words(3)}", "", 3_000),
        (f"rest: 9s\nsay: {words(18)}", "", 6_000),
        (f"rest: 9s\nsay: {words(60)}", "", 12_000),
        (f"rest: 9s\nsay: {words(3)}\nlead: 7s", "", 7_000),
        (f"rest: 9s\nsay: {words(18)}\nlead: 5s", "", 6_000),
        (f"rest: 9s\nsay: {'漢' * 30}", "language: ja", 6_000),
        (f"rest: 9s\nsay: {'漢' * 30}", "language: ZH-Hant", 6_000),
        (f"rest: 9s\nsay: {'漢' * 30}", "language: de", 3_000),
    ],
)
def test_a_lead_without_a_voice_is_as_long_as_reading(step: str, top: str, ms: int) -> None:
    assert lead(session(step, top=f"cautions: []\n{top}")) == ms


def spoken(ms: int, *steps: str) -> Timeline:
    return compile_routine("t", routine(*steps), Options(), lambda text: ms)


def test_a_lead_with_a_voice_is_the_speech_and_time_to_settle() -> None:
    steps = (
        f"{NECK}for: 8s", f"{NECK}for: 9s", f"{NECK}hand: thumb\nfor: 8s",
        f"{NECK}hand: thumb\nside: left\nfor: 8s", "rest: 5s", SPOT,
    )  # fmt: skip
    timeline = spoken(4_000, *steps)
    assert [lead(timeline, n) for n in range(1, 7)] == [
        7_000, 5_000, 7_000, 7_000, 7_000, 10_000,
    ]  # fmt: skip
    assert lead(spoken(0, *steps), 2) == 2_000
    assert lead(spoken(4_000, f"{NECK}for: 8s\nlead: 20s")) == 20_000


@pytest.mark.parametrize(
    ("ms", "opening", "switch", "end"),
    [
        (1_000, 15_000, 5_000, 8_000),
        (20_000, 22_000, 20_000, 22_000),
        (24_000, 25_000, 24_000, 26_000),
        (40_000, 40_000, 40_000, 42_000),
    ],
)
def test_speech_is_never_cut(ms: int, opening: int, switch: int, end: int) -> None:
    timeline = spoken(ms, f"{NECK}side: each\nfor: 8s")
    assert [timeline.spans[0].length, work(timeline)[1][1], timeline.spans[-1].length] == [
        opening, switch, end,
    ]  # fmt: skip


def test_without_a_voice_opening_and_end_are_short() -> None:
    timeline = session("rest: 5s")
    assert (timeline.spans[0].length, timeline.spans[-1].length) == (5_000, 8_000)
