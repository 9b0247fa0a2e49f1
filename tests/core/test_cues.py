"""Which of two sounds gives way when they would blur into one."""

from itertools import pairwise

import pytest

from relax_coach.core.cues import RANK, countdown, settled
from relax_coach.core.output import CUE_KINDS
from relax_coach.core.timeline import Cue

PAGE = "end, step, switch, press, release, in, out, hold, begin, half, three, two, one"


def heard(*cues: tuple[int, str]) -> list[tuple[int, str]]:
    return [(cue.at, cue.kind) for cue in settled([Cue(at, kind) for at, kind in cues])]


def test_the_order_is_the_pages() -> None:
    assert ", ".join(RANK) == PAGE
    assert {*RANK, "say"} == set(CUE_KINDS)


@pytest.mark.parametrize(("stays", "goes"), list(pairwise(RANK[:10])))
def test_the_more_telling_stays_whichever_comes_first(stays: str, goes: str) -> None:
    assert heard((1_000, stays), (1_249, goes)) == [(1_000, stays)]
    assert heard((1_000, goes), (1_249, stays)) == [(1_249, stays)]
    assert heard((1_000, goes), (1_250, stays)) == [(1_000, goes), (1_250, stays)]


@pytest.mark.parametrize("at", [7_100, 7_900, 9_100])
def test_if_one_of_three_two_one_would_go_all_go(at: int) -> None:
    counted = [(7_000, "three"), (8_000, "two"), (9_000, "one")]
    assert heard(*counted, (10_000, "step")) == [*counted, (10_000, "step")]
    assert heard(*counted, (at, "press"), (10_000, "step")) == [(at, "press"), (10_000, "step")]
    other = [(17_000, "three"), (18_000, "two"), (19_000, "one")]
    assert heard(*counted, (at, "press"), *other) == [(at, "press"), *other]


def test_speech_is_never_dropped_and_comes_after_the_sound() -> None:
    cues = [Cue(0, "say", "a"), Cue(0, "press"), Cue(100, "say", "b"), Cue(100, "begin")]
    assert settled(cues) == (Cue(0, "press"), Cue(0, "say", "a"), Cue(100, "say", "b"))


def test_what_is_counted_in_an_unbroken_stretch() -> None:
    assert countdown(0, 9_999) == ()
    assert [cue.kind for cue in countdown(0, 19_999)] == ["three", "two", "one"]
    assert [(cue.at, cue.kind) for cue in countdown(5_000, 25_001)] == [
        (15_000, "half"), (22_001, "three"), (23_001, "two"), (24_001, "one"),
    ]  # fmt: skip
