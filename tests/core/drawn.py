"""Routines, options and sessions drawn by chance, for what must hold of every one of them."""

from itertools import pairwise

from hypothesis import strategies as st

from relax_coach.core import vocabulary
from relax_coach.core.compile import Speech, compile_routine
from relax_coach.core.conditions import CONDITIONS
from relax_coach.core.cues import APART, COUNTDOWN
from relax_coach.core.options import Options, is_spot
from relax_coach.core.output import CUE_KINDS
from relax_coach.core.problem import Place
from relax_coach.core.routine import (
    Breath,
    Breathing,
    Continuous,
    Held,
    Massage,
    Paced,
    Pulsed,
    Repeat,
    Rest,
    Routine,
    Step,
    Wait,
)  # fmt: skip
from relax_coach.core.timeline import SPAN_KINDS, Timeline

PAIRS = [
    (target, technique)
    for target in vocabulary.TARGETS.values()
    for technique in vocabulary.TECHNIQUES.values()
    if not vocabulary.fault_of_pair(target, technique)
]
"""Every target with every technique that is allowed on it."""

HERE = Place()


def speech(text: str) -> int:
    """How long a made-up voice speaks, in ms."""
    return 400 * len(text.split()) + 137


POSITIONS = st.sampled_from(["", "any", "seated", "supine"])
LINES = st.lists(st.sampled_from(["Easy.", "The {side} side."]), max_size=3).map(tuple)


@st.composite
def breaths(draw: st.DrawFn) -> Breath:
    moved, held = st.integers(1_000, 6_000), st.sampled_from([0, 100, 4_000, 7_000])
    return draw(st.builds(Breath, moved, held, moved, held))


@st.composite
def massages(draw: st.DrawFn) -> Massage:
    target, technique = draw(st.sampled_from(PAIRS))
    length = st.integers(500, 70_000)
    hold = st.integers(500, 25_000)
    pulsed = st.builds(Pulsed, hold, st.integers(0, 12_000), st.integers(1, 5))
    paced = st.builds(Paced, breaths(), st.integers(1, 5))
    timing = draw(st.one_of(st.builds(Continuous, length), pulsed, paced, st.builds(Held, length)))
    pacer = None if isinstance(timing, Held) else draw(st.one_of(st.none(), breaths()))
    return Massage(
        place=HERE,
        target=target.word,
        technique=technique.word,
        timing=timing,
        breath=timing.breath if isinstance(timing, Paced) else pacer,
        during=draw(LINES),
        position=draw(POSITIONS),
        side=draw(st.sampled_from(["", *sorted(target.sides)])),
        pressure=draw(st.integers(0, target.cap or 0)),
        hand=draw(st.sampled_from(["", "thumb", "soft_ball"])),
        switch=draw(st.sampled_from([None, 0, 100, 5_000])),
        until_eased=draw(st.booleans()),
        say=draw(st.sampled_from(["", "Here, on the {side} side."])),
        lead=draw(st.sampled_from([0, 9_000])),
    )


@st.composite
def _places(draw: st.DrawFn) -> tuple[str, str]:
    """A target and a side on it, or neither."""
    target = draw(st.sampled_from(["", *vocabulary.TARGETS]))
    sides = sorted(vocabulary.TARGETS[target].sides) if target else []
    return target, draw(st.sampled_from(["", *sides]))


@st.composite
def breathings(draw: st.DrawFn) -> Breathing:
    breath = draw(breaths())
    target, side = draw(_places())
    times = draw(st.integers(1, 8))
    lines = draw(LINES)
    return Breathing(place=HERE, breath=breath, times=times, target=target, side=side, during=lines)


@st.composite
def rests(draw: st.DrawFn) -> Rest:
    target, side = draw(_places())
    length = draw(st.integers(500, 60_000))
    return Rest(place=HERE, length=length, target=target, side=side)


def waits() -> st.SearchStrategy[Wait]:
    lengths = st.integers(500, 60_000)
    return st.builds(Wait, place=st.just(HERE), length=lengths, limited=st.booleans())


def repeats(steps: st.SearchStrategy[Step]) -> st.SearchStrategy[Repeat]:
    return st.builds(
        Repeat,
        place=st.just(HERE),
        times=st.integers(2, 3),
        steps=st.lists(steps, min_size=1, max_size=2).map(tuple),
        between=st.sampled_from([0, 500, 12_000]),
        say=st.sampled_from(["", "Three rounds."]),
        position=POSITIONS,
    )


def routines() -> st.SearchStrategy[Routine]:
    plain: st.SearchStrategy[Step] = st.one_of(massages(), breathings(), rests(), waits())
    steps = st.one_of(plain, repeats(st.one_of(plain, repeats(plain))))
    return st.builds(
        Routine,
        title=st.just("T"),
        steps=st.lists(steps, min_size=1, max_size=6).map(tuple),
        language=st.sampled_from(["en", "ja"]),
        who=st.sampled_from(["self", "partner"]),
        position=st.sampled_from(["any", "seated", "supine"]),
        cues=st.sampled_from(["full", "gentle", "sleep", "silent"]),
    )


def options() -> st.SearchStrategy[Options]:
    return st.builds(
        Options,
        side=st.sampled_from(["", "left", "right", "each"]),
        spot=st.sampled_from(["", *spots()]),
        held=st.frozensets(st.sampled_from(sorted(CONDITIONS)), max_size=3),
        sore_first=st.booleans(),
        twice=st.booleans(),
        gentle=st.booleans(),
        eased=eased(),
    )


def eased() -> st.SearchStrategy[dict[str, int]]:
    """Target word → levels it was made lighter."""
    return st.dictionaries(st.sampled_from(spots()), st.integers(1, 6), max_size=4)


def spots() -> list[str]:
    return [word for word in vocabulary.TARGETS if is_spot(word)]


def speeches() -> st.SearchStrategy[Speech | None]:
    return st.sampled_from([None, speech])


def timelines() -> st.SearchStrategy[Timeline]:
    return st.builds(compile_routine, st.just("t"), routines(), options(), speeches())


def assert_whole(timeline: Timeline) -> None:
    """Spans tile the session and cues lie in it, sorted: also after every change."""
    assert timeline.spans[0].start == 0
    assert timeline.spans[-1].end == timeline.total
    assert all(one.end == other.start for one, other in pairwise(timeline.spans))
    assert all(span.length > 0 and span.kind in SPAN_KINDS for span in timeline.spans)
    times = [cue.at for cue in timeline.cues]
    assert times == sorted(times)
    assert all(0 <= at <= timeline.total for at in times)
    assert {cue.kind for cue in timeline.cues} <= set(CUE_KINDS)


def assert_apart(timeline: Timeline, since: int = -1) -> None:
    """After `since` sounds keep their distance, and three-two-one are all there or none."""
    sounding = [cue for cue in timeline.cues if cue.kind != "say" and cue.at > since]
    assert all(later.at - cue.at >= APART for cue, later in pairwise(sounding))
    ends = {
        kind: {c.at + before for c in sounding if c.kind == kind and c.at + before > since + 3_000}
        for kind, before in COUNTDOWN
    }
    assert ends["three"] == ends["two"] == ends["one"]
