"""What the person's choices do to a whole session."""

from made import routine

from relax_coach.core import phrases
from relax_coach.core.compile import compile_routine
from relax_coach.core.options import Options
from relax_coach.core.timeline import Timeline


def session(*steps: str, spot: str = "") -> Timeline:
    return compile_routine("t", routine(*steps), Options(spot=spot))


def lengths(timeline: Timeline) -> list[int]:
    return [span.length for span in timeline.spans if span.kind == "work"]


def test_a_chosen_spot_never_makes_more_than_ten_minutes_on_one_place() -> None:
    nine = "technique: circles\nfor: 9m"
    steps = (f"target: sore spot\n{nine}", f"target: temple\n{nine}\ntitle: More circles")
    assert lengths(session(*steps, spot="masseter")) == [540_000, 540_000]
    limited = session(*steps, spot="temple")
    assert lengths(limited) == [540_000]
    assert limited.notes == ("Ten minutes on the temple are enough: left out is More circles.",)


def test_what_is_said_over_long_work_is_said_where_sides_alternate_too() -> None:
    turns = "target: temple\nside: alternate\ntechnique: circles\nfor: 30s\nuntil: eased"
    words = [cue.text for cue in session(turns).cues if cue.kind == "say"]
    assert phrases.EASED in words
    assert phrases.QUIET_LINES[0] in words
